import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Trace } from "../../../src/language/trace.ts";
import { hoverMarkdown } from "../../../src/view/editor/hover.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { activation, LECTURE, perceptron, sharedWeight } from "../lecture.ts";
import { startRun } from "../run.ts";

describe("hover", () => {
  it("says of an input its value, its gradient, and the chain of partials", () => {
    assert.deepEqual(hoverOver(activation(), "w * x"), [
      "`w = 2`  `∂a/∂w = 3`",
      "Raising `w` a little raises `a` 3 times as much.",
      "`∂a/∂w = ∂a/∂v · ∂v/∂u · ∂u/∂w = 1 · 1 · 3 = 3`",
      "at `w = 2, x = 3, b = 1`",
      "[Show Graph](command:gradlens.show)",
    ]);
  });

  it("says of a composite expression its own partials as well", () => {
    assert.deepEqual(hoverOver(activation(), "* x;"), [
      "`w · x = 6`  `∂a/∂(w · x) = 1`",
      "Raising `u` a little raises `a` just as much.",
      "`∂a/∂u = ∂a/∂v · ∂v/∂u = 1 · 1 = 1`",
      "`∂(w · x)/∂w = x = 3`  `∂(w · x)/∂x = w = 2`",
      "at `w = 2, x = 3, b = 1`",
      "[Show Graph](command:gradlens.show)",
    ]);
  });

  it("finds the gradient of a part that the picture folds into its statement", () => {
    assert.deepEqual(hoverOver(sharedWeight(), "* x);\n  const a2").slice(0, 4), [
      "`w · x = 1`  `∂l/∂(w · x) = 0.640`",
      "Raising `w · x` a little raises `l` 0.640 times as much.",
      "`∂l/∂(w · x) = ∂l/∂o · ∂o/∂a1 · ∂a1/∂(w · x) = 1.52 · 1 · 0.420 = 0.640`",
      "`∂(w · x)/∂w = x = 2`  `∂(w · x)/∂x = w = 0.5`",
    ]);
  });

  it("adds one product per path", () => {
    assert.deepEqual(hoverOver(sharedWeight(), "w * x").slice(1, 5), [
      "Raising `w` a little raises `l` 4.33 times as much.",
      "via `a1`: `∂l/∂o · ∂o/∂a1 · ∂a1/∂w = 1.52 · 1 · 0.840 = 1.28`",
      "via `a2`: `∂l/∂o · ∂o/∂a2 · ∂a2/∂w = 1.52 · 1 · 2 = 3.05`",
      "`∂l/∂w = 1.28 + 3.05 = 4.33`",
    ]);
  });

  it("lists the gradients on the function's name", () => {
    assert.deepEqual(hoverOver(activation(), "activation").slice(0, 2), [
      "`a = 7`",
      "`∂a/∂w = 3`  `∂a/∂x = 2`  `∂a/∂b = 1`",
    ]);
  });

  it("says which inputs are assumed", () => {
    const run = startRun("function area(width: number, height: number): number {\n  return width * height;\n}\n");
    const sides = [run.input("width", 2), run.input("height", 3, "assumed")];
    const lines = hoverOver(run.end(run.step("multiply", sides, "width * height")), "width *");
    assert.ok(lines.includes("at `width = 2, height = 3` (`height` assumed)"), lines.join("\n"));
  });

  it("says of a step in a loop what all rounds came to", () => {
    const text = "function power(x: number): number {\n  let p = 1;\n  for (;;) p = p * x;\n  return p;\n}\n";
    const run = startRun(text);
    const x = run.input("x", 2);
    let p: { readonly node: number } | number = 1;
    run.inside("loop", "for", "for (;;) p = p * x;", () => {
      for (let round = 0; round < 3; round++) {
        run.inside("round", "for", "p = p * x", () => (p = run.step("multiply", [p, x], "p * x", "p")));
      }
    });
    const lines = hoverOver(run.end(p), "* x");
    assert.ok(lines.includes("3 rounds: first 2, last 8, gradients sum to 7"), lines.join("\n"));
  });

  it("has at most eight lines", () => {
    for (const trace of [activation(), sharedWeight(), perceptron()]) {
      const model = viewModel(trace);
      for (const { site } of trace.evaluations) {
        const { file, start } = trace.sites[site]!;
        const hover = hoverMarkdown(trace, model, { file, offset: start });
        // Where a function's name begins, as in `Math.max(0, v)`, nothing is said.
        if (hover !== undefined) assert.ok(hover.markdown.split("\n\n").length <= 8, hover.markdown);
      }
    }
  });

  it("says nothing where nothing is known", () => {
    const trace = activation();
    const at = { file: LECTURE, offset: trace.texts.get(LECTURE)!.indexOf("number)") };
    assert.equal(hoverMarkdown(trace, viewModel(trace), at), undefined);
    assert.equal(hoverMarkdown(trace, viewModel(trace), { ...at, file: "file:///other.ts" }), undefined);
  });

  it("says of an inactive value what it is, and nothing of a function", () => {
    const trace = activation();
    const inactive = (text: string): Trace => {
      const evaluations = trace.evaluations.map(({ site, name, count }) => {
        return { site, name, count, node: undefined, value: undefined, text };
      });
      return { ...trace, evaluations };
    };
    assert.deepEqual(hoverOver(inactive("[1, 2, 3]"), "w * x"), ["`w = [1, 2, 3]`"]);
    const at = { file: LECTURE, offset: trace.texts.get(LECTURE)!.indexOf("w * x") };
    assert.equal(hoverMarkdown(inactive("[Function: w]"), viewModel(trace), at), undefined);
  });

  it("keeps hostile names inside code", () => {
    const trace = activation();
    const evaluations = trace.evaluations.map((one) => {
      const { site, name, text, value, node, count } = one;
      return { site, name: name === "w" ? "`](command:x) <img> **w**\n# w" : name, text, value, node, count };
    });
    const [first] = hoverOver({ ...trace, evaluations }, "w * x");
    assert.equal(first!.split("  ")[0], "`` `](command:x) <img> **w** # w = 2 ``");
  });
});

function hoverOver(trace: Trace, code: string): string[] {
  const { file, start } = trace.function.place;
  const offset = trace.texts.get(file)!.indexOf(code, start);
  const hover = hoverMarkdown(trace, viewModel(trace), { file, offset });
  assert.ok(hover, `No hover over ${code}`);
  return hover.markdown.split("\n\n");
}
