import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Finding } from "../../src/language/finding.ts";
import { traceJson } from "../../src/view/documents/json.ts";
import { traceTable } from "../../src/view/documents/table.ts";
import { chooseOutput } from "../../src/view/inputs/outputs.ts";
import { viewModel } from "../../src/view/viewModel.ts";
import { traceOf } from "../language/traced.ts";
import { activation } from "./lecture.ts";
import { FILE, startRun } from "./run.ts";

describe("the view model", () => {
  it("is plain data", () => {
    const walk = (value: unknown): void => {
      if (typeof value === "number") assert.ok(Number.isFinite(value));
      else if (Array.isArray(value)) value.forEach(walk);
      else if (typeof value === "object" && value !== null) {
        assert.equal(Object.getPrototypeOf(value), Object.prototype);
        Object.values(value).forEach(walk);
      } else assert.match(typeof value, /string|boolean|undefined/u);
    };
    walk(viewModel(activation({ w: NaN, x: Infinity, b: -0 }), { checked: false }));
  });

  it("shows values and no gradients where no input is a number", () => {
    const run = startRun("function pi(): number {\n  return 3.14;\n}\n");
    const model = viewModel(run.end(3.14));
    assert.deepEqual(
      model.nodes.map(({ kind, title, value, gradient }) => [kind, title, value.short, gradient]),
      [["result", "pi", "3.14", undefined]],
    );
    assert.equal(model.details[0]!.sentence, "No numeric input. Values are shown; there is no gradient.");
    assert.equal(model.result!.short, "3.14");
  });

  it("says of a run without a number why there is none", () => {
    for (const [body, said] of [
      ["throw new Error(String(x * x));", "The run stopped before it came to a result, so there is no gradient."],
      ["console.log(x * x);", "The function returns nothing, so there is no gradient."],
      ["const y = x * x; return `${y}`;", "The result has no number in it, so there is no gradient."],
    ] as const) {
      const model = viewModel(traceOf(`function f(x: number) { ${body} }`));
      assert.ok(model.details.length > 0);
      for (const { sentence } of model.details) assert.equal(sentence, said);
    }
  });

  it("says of an input that decides what is computed, and is computed with, that it only decides", () => {
    const text = "function f(n: number, x: number): number { return n <= 0 ? 1 : x * f(n - 1, x); }";
    const model = viewModel(traceOf(text, { changed: { n: "3", x: "2" } }));
    assert.deepEqual(
      model.nodes.slice(0, 2).map(({ title, gradientLine }) => [title, gradientLine.short]),
      [
        ["n", "only decides"],
        ["x", "∂ +12"],
      ],
    );
    assert.deepEqual([model.inputs[0]!.isDeciding, model.inputs[0]!.isWithoutPath], [true, true]);
  });

  it("says no shares of a sum that is no number", () => {
    const text =
      "function f(x: number): number { const s = Math.sqrt(x); const t = s * 0; const q = 0 / x; return t + q; }";
    const { paths } = viewModel(traceOf(text, { changed: { x: "0" } })).details[0]!;
    assert.deepEqual(
      paths.map(({ percent }) => percent),
      [undefined, undefined],
    );
  });

  it("lists what each use hands back where paths go through nodes with several values", () => {
    const text = `function f(k: number, x: number): number {
      let p = x;
      let v = 0;
      for (let i = 0; i < 12; i++) {
        v = v - k * p * 0.1;
        p = p + v * 0.1;
      }
      return v * v + k * p * p;
    }`;
    const model = viewModel(traceOf(text, { changed: { k: "0.5", x: "2" } }));
    const { members, paths, gradient } = model.details[0]!;
    assert.deepEqual(paths, []);
    const [title, uses] = [members!.title, members!.rows.map((row) => Number(row.gradient!.full))];
    assert.equal(title, `Sum over ${uses.length} uses`);
    const sum = uses.reduce((total, one) => total + one, 0);
    assert.ok(Math.abs(sum - Number(gradient!.full)) < 1e-12, `${sum} is ${gradient!.full}`);
  });

  it("gives an input without a path to the result the gradient 0 and says that it has no effect", () => {
    const run = startRun(
      "function f(x: number, y: number, z: number): number {\n  const u = y * y;\n  return x * x;\n}\n",
    );
    const x = run.input("x", 3);
    const y = run.input("y", 2);
    run.input("z", 1);
    run.step("multiply", [y, y], "y * y", "u");
    const model = viewModel(run.end(run.step("multiply", [x, x], "x * x")));
    assert.deepEqual(
      model.inputs.map(({ name, gradient, node, isWithoutPath }) => [name, gradient?.short, node, isWithoutPath]),
      [
        ["x", "+6", "n0", undefined],
        ["y", "0", "n1", true],
        ["z", "0", undefined, undefined],
      ],
    );
    assert.deepEqual(
      model.nodes.map((node) => node.title),
      ["x", "y", "f = x · x"],
    );
    assert.deepEqual(model.nodes[1]!.gradientLine, { full: "no effect", short: "no effect" });
    assert.equal(model.details[1]!.sentence, "`y` has no effect on `f`: no step that leads to it uses `y`.");
    assert.equal(model.edges[0]!.formula, "2 · x");
    assert.deepEqual(
      model.rows.map((row) => row.gradient?.short),
      ["+6", undefined, undefined, undefined, "+1"],
    );
    assert.equal(model.size, "2 steps, shown as 1 statement");
  });

  it("shows how far a run came that did not get to a result", () => {
    const text = "function f(x: number): number {\n  const u = x * x;\n  const v = u + 1;\n  await u;\n}\n";
    const run = startRun(text);
    const x = run.input("x", 3);
    const u = run.step("multiply", [x, x], "x * x", "u");
    run.step("add", [u, 1], "u + 1", "v");
    const place = { file: FILE, start: text.indexOf("await"), end: text.indexOf("await") + 5 };
    const finding: Finding = {
      code: "unsupported/async",
      severity: "error",
      message: "`await` is not supported.",
      place,
    };
    const trace = run.end(undefined, { findings: [finding] });
    const model = viewModel(trace);
    assert.equal(model.result, undefined);
    assert.deepEqual(
      model.nodes.map((node) => [node.kind, node.title, node.gradient]),
      [
        ["input", "x", undefined],
        ["step", "u = x · x", undefined],
        ["step", "v = u + 1", undefined],
      ],
    );
    assert.deepEqual(
      model.edges.map((edge) => edge.label.full),
      ["∂u/∂x = 6", "∂v/∂u = 1"],
    );
    assert.deepEqual(
      model.findings.map((one) => [one.code, one.source.line]),
      [["unsupported/async", 4]],
    );
    assert.match(
      traceTable(trace),
      /no value[^]*file:\/\/\/lecture\.ts:4:3: error: `await` is not supported\. \[unsupported\/async\]\n$/u,
    );
    assert.equal(traceJson(trace, chooseOutput(trace, undefined)).value, null);
  });

  it("differentiates the output that is asked for", () => {
    const run = startRun("function greeks(s: number): object {\n  const price = s * s;\n  const delta = 2 * s;\n}\n");
    const s = run.input("s", 3);
    const price = run.step("multiply", [s, s], "s * s", "price");
    const delta = run.step("multiply", [2, s], "2 * s", "delta");
    const outputs = [
      { path: ["price"], name: ".price", value: 9, node: price.node },
      { path: ["delta"], name: ".delta", value: 6, node: delta.node },
      { path: ["n", 0], name: ".n[0]", value: 4, node: undefined },
    ];
    const trace = run.end(price, { outputs });
    const model = viewModel(trace, { output: "delta" });
    assert.deepEqual(
      model.outputs.map(({ name, key }) => [name, key]),
      [
        ["price", "price"],
        ["delta", "delta"],
        ["n[0]", "n.0"],
      ],
    );
    assert.equal(model.output, 1);
    assert.deepEqual([model.resultName, model.result!.short, model.inputs[0]!.gradient!.short], ["delta", "6", "+2"]);
    assert.deepEqual(
      model.nodes.map((node) => node.title),
      ["s", "delta = 2 · s"],
    );
    const json = traceJson(trace, chooseOutput(trace, "price"));
    assert.deepEqual([json.output, json.value, json.gradient], [["price"], 9, [{ input: "s", path: [0], value: 6 }]]);
    assert.equal(chooseOutput(trace, "gamma"), undefined);
    assert.deepEqual(
      viewModel(trace, { output: "n.0" }).inputs.map((input) => input.gradient!.short),
      ["0"],
    );
  });

  it("draws an input that is returned as it is", () => {
    const run = startRun("function same(w: number): number {\n  return w;\n}\n");
    const model = viewModel(run.end(run.input("w", 2)));
    assert.deepEqual(
      model.nodes.map(({ kind, title, gradientLine }) => [kind, title, gradientLine.full]),
      [["result", "same = w", "∂same/∂same = 1"]],
    );
    assert.deepEqual([model.inputs[0]!.gradient!.short, model.inputs[0]!.node], ["+1", "n0"]);
  });

  it("marks what cuts the gradient and what is no number", () => {
    const run = startRun(
      "function f(x: number): number {\n  const u = Math.floor(x);\n  const v = Math.log(u);\n  return v;\n}\n",
    );
    const x = run.input("x", 0.5);
    const u = run.step("floor", [x], "Math.floor(x)", "u");
    const model = viewModel(run.end(run.step("log", [u], "Math.log(u)", "v")));
    assert.deepEqual(
      model.nodes.map((node) => node.marks),
      [["zero"], ["not-finite", "cut"], ["kink", "not-finite"]],
    );
    assert.deepEqual(
      model.nodes.map((node) => [node.value.short, node.gradientLine.short]),
      [
        ["0.5", "∂ 0"],
        ["0", "∂ +∞"],
        ["−∞", "∂ +1"],
      ],
    );
  });

  it("keeps its topology when only numbers and names change, and changes it with the steps", () => {
    const topology = viewModel(activation()).topology;
    assert.equal(viewModel(activation({ w: -1, x: 0.25, b: 1e9 })).topology, topology);
    const scaled = (factor: number): string => {
      const run = startRun(`function f(x: number): number {\n  return x * ${factor};\n}\n`);
      return viewModel(run.end(run.step("multiply", [run.input("x", 1), factor], `x * ${factor}`))).topology;
    };
    assert.equal(scaled(3), scaled(25));
    const run = startRun("function activation(w: number): number {\n  return Math.max(0, w);\n}\n");
    assert.notEqual(viewModel(run.end(run.step("max", [0, run.input("w", 1)], "Math.max(0, w)"))).topology, topology);
  });

  it("counts astronomically many paths exactly", () => {
    const run = startRun("function f(x: number): number {\n  step;\n}\n");
    let last = run.input("x", 0.5);
    for (let index = 0; index < 40; index++) {
      const left = run.step("sin", [last], "step", `l${index}`);
      const right = run.step("cos", [last], "step", `r${index}`);
      last = run.step("add", [left, right], "step", `s${index}`);
    }
    const details = viewModel(run.end(last)).details[0]!;
    assert.equal(details.pathCount, String(2n ** 40n));
  });
});
