import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { backward } from "../../../src/autodiff/sweep.ts";
import { operandsOf } from "../../../src/autodiff/tape.ts";
import type { Trace } from "../../../src/language/trace.ts";
import { mermaidText } from "../../../src/view/picture/mermaid.ts";
import { MOST_PARTS } from "../../../src/view/picture/parts/parts.ts";
import { pictureOf } from "../../../src/view/picture/picture.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { golden } from "../golden.ts";
import { network } from "../network.ts";
import { randomTrace } from "../random.ts";
import { startRun } from "../run.ts";

describe("folding", () => {
  it("draws a network of 1,090 steps as its loops, its arrays and its result", () => {
    const model = viewModel(network(16, 16));
    const lines = model.nodes.map(({ kind, title, value, countLine }) =>
      [kind, title, value.short, countLine].join(" | "),
    );
    golden("network.txt", [...lines, ...model.nodes.map((node) => node.label), model.size, ""].join("\n"));
    golden("network.mmd", mermaidText(model, { notation: "short", direction: "LR" }));
    assert.ok(model.nodes.length <= 20);
  });

  it("folds nothing that fits", () => {
    const model = viewModel(network(2, 1));
    assert.equal(
      model.nodes.some((node) => node.kind === "group" || node.kind === "inputs"),
      false,
    );
  });

  it("folds what is larger, but not around a step that is looked for", () => {
    const trace = network(4, 4);
    const reveal = trace.regions.find((region) => region.kind === "round")!.start;
    assert.equal(
      viewModel(trace).nodes.some((node) => node.id === `n${reveal}`),
      false,
    );
    const model = viewModel(trace, { reveal });
    assert.ok(model.nodes.some((node) => node.id === `n${reveal}`));
    assert.equal(model.details.find((details) => details.node === `n${reveal}`)!.paths.length, 4);
  });

  it("says what is folded, and nothing where all is drawn", () => {
    assert.match(
      viewModel(network(16, 16)).folded ?? "",
      /^[\d,]+ steps\. Showing \d+: (?:loop rounds, )?calls and arrays are folded\.$|^[\d,]+ steps\. Showing \d+: loop rounds(?:, calls)? and arrays are folded\.$/u,
    );
    assert.equal(viewModel(network(1, 1)).folded, undefined);
  });

  it("shows a folded array of inputs as one cell with the range of its gradients", () => {
    const [w1] = viewModel(network(16, 16)).inputs;
    assert.deepEqual([w1!.name, w1!.kind, w1!.value.short, w1!.gradientName], ["W1", "array", "256 values", "∂"]);
    assert.match(w1!.gradient!.short, /^[+−0].* … \+/u);
  });

  it("draws the numbers of an array one by one as long as they can stand beside each other", () => {
    const kindsOf = (count: number): string[] => {
      const run = startRun("function f(xs) {\n  return Math.hypot(...xs);\n}");
      const inputs = Array.from({ length: count }, (_, index) => run.input(`xs[${index}]`, index + 1));
      const { nodes } = viewModel(run.end(run.step("hypot", inputs, "Math.hypot(...xs)")));
      return nodes.map(({ kind }) => kind);
    };
    assert.deepEqual(kindsOf(13), [...new Array<string>(13).fill("input"), "result"]);
    assert.deepEqual(kindsOf(20), ["inputs", "result"]);
  });

  it("marks an array as without effect only if that is true of all its numbers", () => {
    const marksOf = (used: number): readonly string[] => {
      const run = startRun("function f(xs) {\n  return Math.hypot(...xs);\n}");
      const inputs = Array.from({ length: 20 }, (_, index) => run.input(`xs[${index}]`, index + 1));
      run.step("hypot", inputs, "Math.hypot(...xs)");
      const { nodes } = viewModel(run.end(run.step("hypot", [...inputs.slice(0, used), 3], "Math.hypot(...xs)")));
      return nodes.find(({ kind }) => kind === "inputs")?.marks ?? assert.fail("the array is drawn");
    };
    assert.deepEqual([marksOf(13), marksOf(0)], [[], ["zero"]]);
  });

  it("joins calls that follow each other, such as those of a map", () => {
    const run = startRun(
      "function f(xs: number[]): number {\n  total;\n}\nfunction g(x: number): number {\n  step;\n}\n",
    );
    const xs = Array.from({ length: 70 }, (_, index) => run.input(`xs[${index}]`, index / 70));
    const ys = xs.map((x, index) =>
      run.inside("call", "g", "function g", () => {
        return run.step("sin", [run.step("multiply", [x, x], "step")], "step", `ys[${index}]`);
      }),
    );
    const trace = run.end(run.step("hypot", ys, "total"));
    const model = viewModel(trace);
    assert.deepEqual(
      model.nodes.map((node) => [node.kind, node.title, node.value.short, node.countLine]),
      [
        ["inputs", "xs", "70 inputs", ""],
        ["group", "ys, 70 calls", "70 values", "70 × 2 steps"],
        ["result", "f = total", model.result!.short, ""],
      ],
    );
    assert.match(model.details[1]!.sentence, /^The largest gradient is that of `ys\[\d+\]`\. Raising/u);
    assert.equal(model.details[0]!.pathCount, "");
  });

  it("gives a loop that ends in the result the result's node, with exact totals on its edges", () => {
    const run = startRun("function p(x: number): number {\n  let s = 1;\n  for (;;) s = s * x;\n  return s;\n}\n");
    const x = run.input("x", 1.5);
    const s = run.inside("loop", "for", "for (;;) s = s * x;", () => {
      let last: { readonly node: number } | number = 1;
      for (let round = 0; round < 80; round++) {
        last = run.inside("round", "for", "s = s * x", () => run.step("multiply", [last, x], "s * x", "s"));
      }
      return last;
    });
    const model = viewModel(run.end(s));
    assert.deepEqual(
      model.nodes.map((node) => [node.kind, node.title, node.countLine]),
      [
        ["input", "x", ""],
        ["result", "s, rounds 1 … 80", "80 × 1 step"],
      ],
    );
    assert.equal(model.edges[0]!.partial.short, model.inputs[0]!.gradient!.short.slice(1));
    assert.equal(model.size, "80 steps, shown as 2");
  });

  it("divides a body with more statements than can be drawn into blocks, cut where few numbers go on, with exact totals along their edges", () => {
    const run = startRun("function f(x: number): number {\n  step;\n  return y;\n}\n");
    const x = run.input("x", 1.25);
    let last = x;
    // Two numbers go from one statement to the next, but after each tenth only one.
    for (let index = 0; index < 1000; index++) {
      const other = index % 10 === 0 ? last : run.step("multiply", [last, 1.01], "step", `u${index}`);
      last = run.step("sin", [run.step("add", [last, other], "step", `w${index}`)], "step", `v${index}`);
    }
    const trace = run.end(run.step("multiply", [last, x], "step", "y"));
    const model = viewModel(trace);
    assert.deepEqual(
      model.nodes.map(({ kind }) => kind),
      ["input", ...Array.from({ length: 6 }, () => "group"), "result"],
    );
    assert.equal(model.nodes[1]!.title, "w0 … w166");
    assert.match(model.folded ?? "", /^2,901 steps\. Showing 8: statements are folded\.$/);
    assert.ok(model.edges.every(({ partial }) => partial.full !== ""));
    const gradients = backward(trace.tape, trace.outputs[0]!.node!);
    const total = model.edges
      .filter(({ from }) => from === model.nodes[0]!.id)
      .map(({ to, partial }) => Number(model.nodes.find(({ id }) => id === to)!.gradient!.full) * Number(partial.full))
      .reduce((sum, product) => sum + product);
    assert.ok(Math.abs(total - gradients[0]!) <= 1e-12 * Math.abs(gradients[0]!));
  });

  it("opens a block into the blocks in it, folds it again, and enters it", () => {
    const run = startRun("function f(x: number): number {\n  step;\n  return y;\n}\n");
    let last = run.input("x", 1.25);
    for (let index = 0; index < 1000; index++) last = run.step("sin", [last], "step", `v${index}`);
    const trace = run.end(run.step("exp", [last], "step", "y"));
    const block = viewModel(trace).nodes[1]!;
    const opened = viewModel(trace, { folding: { open: [block.unfolds!], closed: [] } });
    assert.equal(opened.nodes.length, 13);
    assert.equal(opened.nodes[1]!.folds, block.unfolds);
    const inside = viewModel(trace, { folding: { open: [], closed: [], inside: [block.enters!] } });
    assert.deepEqual(
      inside.inside?.map(({ title }) => title),
      [block.title],
    );
    assert.equal(inside.rowCounts.all - inside.rowCounts.inputs, 167);
  });

  it("draws every statement where there is room for all of them", () => {
    const run = startRun("function f(x: number): number {\n  step;\n  return y;\n}\n");
    let last = run.input("x", 1.25);
    for (let index = 0; index < 190; index++) last = run.step("sin", [last], "step", `v${index}`);
    const model = viewModel(run.end(run.step("sin", [last], "step", "y")));
    assert.equal(model.nodes.length, 192);
    assert.equal(model.folded, undefined);
  });

  it("never draws more than the budget, and keeps the result and the largest gradients", () => {
    const run = startRun("function f(x: number): number {\n  step;\n  return y;\n}\n");
    const x = run.input("x", 1.001);
    const parts = Array.from({ length: 300 }, (_, index) => run.step("multiply", [x, index + 1], "step", `v${index}`));
    const trace = run.end(run.step("max", parts, "step", "y"));
    let open: string[] = [];
    for (let depth = 0; depth < 3; depth++) {
      const { nodes } = viewModel(trace, { folding: { open, closed: [] } });
      open = [...open, ...nodes.flatMap(({ unfolds }) => unfolds ?? [])];
    }
    const model = viewModel(trace, { folding: { open, closed: [] } });
    assert.equal(model.nodes.length, MOST_PARTS);
    assert.equal(model.nodes.at(-1)!.kind, "result");
    assert.ok(model.nodes.some((node) => node.id === "n0"));
    assert.ok(model.edges.length <= 600);
    assert.match(model.folded ?? "", /^301 steps\. Showing 200: 102 statements with small gradients left out\.$/);
  });

  it("gives only the first rows of a long table, and says how many there are", () => {
    const run = startRun("function f(x: number): number {\n  step;\n}\n");
    let last = run.input("x", 0.5);
    for (let index = 0; index < 3000; index++) last = run.step("sin", [last], "step");
    const model = viewModel(run.end(last));
    assert.deepEqual([model.rows[0]!.step, model.rows[1]!.step, model.rows.at(-1)!.step], [undefined, 1, 199]);
    assert.deepEqual(model.rowCounts, { all: 3001, inputs: 1 });
    assert.deepEqual([model.nodes[0]!.row, model.nodes[1]!.row], [0, 3000]);
    assert.equal(model.size, "3,000 steps, shown as 1 statement");
  });
});

describe("every picture of a random run", () => {
  it("keeps the chain rule: the gradient of a node is the sum of its shares", () => {
    fc.assert(
      fc.property(randomTrace(250), (trace) => {
        const picture = pictureOf(trace, trace.outputs[0], undefined);
        const { parts, links, result, gradients } = picture;
        for (const [index, { node, outputs }] of parts.entries()) {
          const leaving = links.filter((link) => link.from === index);
          const isExact = outputs.length === 1 && leaving.every((link) => link.partial !== undefined);
          if (index === result || !isExact || picture.division.reach.needed[node] === 0) continue;
          const sum = leaving.reduce((total, link) => total + gradients![parts[link.to]!.node]! * link.partial!, 0);
          assert.ok(close(sum, gradients![node]!, sizesIn(trace)[node]!), `${sum} is not ${gradients![node]!}`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("has edges that go forward, ids that differ, and gradients that are those of the sweep", () => {
    fc.assert(
      fc.property(randomTrace(250), (trace) => {
        const model = viewModel(trace);
        const order = new Map(model.nodes.map((node, index) => [node.id, index]));
        assert.equal(order.size, model.nodes.length);
        assert.equal(new Set(model.edges.map((edge) => edge.id)).size, model.edges.length);
        for (const { from, to } of model.edges) assert.ok(order.get(from)! < order.get(to)!, `${from} to ${to}`);
        const gradients = backward(trace.tape, trace.outputs[0]!.node!);
        for (const [index, input] of trace.inputs.entries()) {
          const view = model.inputs[index];
          if (view?.kind === "number") assert.equal(view.gradient!.full, String(gradients[input.node!]!));
        }
        for (const row of model.rows) assert.ok(row.node === undefined || order.has(row.node));
        assert.equal(JSON.stringify(viewModel(trace)), JSON.stringify(model));
      }),
      { numRuns: 200 },
    );
  });

  it("sums its listed paths to the gradient where all are listed", () => {
    fc.assert(
      fc.property(randomTrace(40), (trace) => {
        const sizes = sizesIn(trace);
        for (const { node, paths, pathCount, gradient } of viewModel(trace).details) {
          if (gradient === undefined || paths.length === 0 || pathCount !== String(paths.length)) continue;
          const sum = paths.reduce((total, path) => total + Number(path.product.full), 0);
          assert.ok(close(sum, Number(gradient.full), sizes[Number(node.slice(1))]!), `${sum} is not ${gradient.full}`);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** What the shares of every step's gradient would add up to if all were positive: they are rounded that much even where they cancel inside a part. */
function sizesIn({ tape, outputs }: Trace): Float64Array {
  const sizes = new Float64Array(tape.length);
  sizes[outputs[0]!.node!] = 1;
  for (let node = tape.length - 1; node >= 0; node--) {
    for (const operand of operandsOf(tape, node))
      if (operand.kind === "node") sizes[operand.node]! += sizes[node]! * Math.abs(operand.partial);
  }
  return sizes;
}

function close(one: number, other: number, size: number): boolean {
  if (!Number.isFinite(one) || !Number.isFinite(other)) return !Number.isFinite(one) && !Number.isFinite(other);
  return Math.abs(one - other) <= 1e-12 * Math.max(size, Number.MIN_VALUE);
}
