import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Trace } from "../../src/language/trace.ts";
import { factorsOf } from "../../src/view/details/factors.ts";
import { traceJson } from "../../src/view/documents/json.ts";
import { traceTable } from "../../src/view/documents/table.ts";
import type { NodeDetails, PathView, ViewModel } from "../../src/view/model.ts";
import { mermaidText } from "../../src/view/picture/mermaid.ts";
import { viewModel } from "../../src/view/viewModel.ts";
import { golden } from "./golden.ts";
import { activation, perceptron, sharedWeight, singlePath } from "./lecture.ts";

const graphs: Readonly<Record<string, () => Trace>> = { activation, singlePath, sharedWeight, perceptron };

describe("the lecture's four graphs", () => {
  for (const [name, make] of Object.entries(graphs)) {
    const trace = make();
    const model = viewModel(trace, { checked: true });
    it(`${name} has the reviewed model`, () => {
      golden(`${name}.model.json`, JSON.stringify(model, undefined, 2) + "\n");
    });
    it(`${name} has the reviewed Mermaid text in both notations`, () => {
      const full = mermaidText(model, { notation: "full", direction: "LR" });
      const short = mermaidText(model, { notation: "short", direction: "TB" });
      golden(`${name}.mmd`, `${full}\n${short}`);
    });
    it(`${name} has the reviewed table`, () => {
      golden(`${name}.txt`, traceTable(trace));
    });
    it(`${name} has the reviewed JSON form`, () => {
      golden(`${name}.trace.json`, JSON.stringify(traceJson(trace, trace.outputs[0]), undefined, 2) + "\n");
    });
  }
});

describe("activation", () => {
  const model = viewModel(activation());

  it("shows every number of the lecture", () => {
    assert.deepEqual(numbers(model), {
      result: "a = 7",
      nodes: [
        "w 2 ∂a/∂w = 3",
        "x 3 ∂a/∂x = 2",
        "b 1 ∂a/∂b = 1",
        "u = w · x 6 ∂a/∂u = 1",
        "v = u + b 7 ∂a/∂v = 1",
        "a = max(0, v) 7 ∂a/∂a = 1",
      ],
      edges: ["∂u/∂w = 3", "∂u/∂x = 2", "∂v/∂u = 1", "∂v/∂b = 1", "∂a/∂v = 1"],
      formulas: ["x", "w", "1", "1", "1"],
    });
    assert.equal(model.size, "3 steps, 5 edges");
    assert.equal(model.nodes[3]!.label, "u equals w times x, value 6, gradient 1, used by v. Step 1 of 3.");
  });

  it("says what a gradient means, and multiplies along the path", () => {
    const { sentence, paths, pathCount } = detailsOf(model, "w");
    assert.equal(sentence, "Raising `w` a little raises `a` 3 times as much.");
    assert.deepEqual([productsOf(model, paths), pathCount], [["∂a/∂v = 1 · ∂v/∂u = 1 · ∂u/∂w = 3 = 3"], "1"]);
  });

  it("passes on nothing below the kink, and marks what is cut off", () => {
    for (const b of [-7, -8]) {
      const below = viewModel(activation({ b }));
      assert.equal(below.result!.full, "0");
      assert.deepEqual(
        below.inputs.map((input) => input.gradient?.short),
        ["0", "0", "0"],
      );
      assert.deepEqual(
        below.edges.map((edge) => [edge.label.full, edge.weight]),
        ["∂u/∂w = 3", "∂u/∂x = 2", "∂v/∂u = 1", "∂v/∂b = 1", "∂a/∂v = 0"].map((label) => [label, 0]),
      );
      assert.deepEqual(
        below.nodes.map((node) => node.marks),
        [["zero"], ["zero"], ["zero"], ["zero"], ["zero"], []],
      );
      assert.equal(detailsOf(below, "w").sentence, "Changing `w` a little does not change `a`.");
      assert.equal(below.topology, model.topology);
      assert.deepEqual(below.findings, []);
    }
  });

  it("flags the kink at v = 0 and says both slopes", () => {
    const at = viewModel(activation({ b: -6 }));
    assert.deepEqual(at.nodes[5]!.marks, ["kink"]);
    assert.deepEqual(
      at.findings.map(({ code, source }) => [code, source.line]),
      [["kink/point", 7]],
    );
    assert.match(at.findings[0]!.message, /0\. To the left it is 0, to the right \+1\.$/u);
    assert.match(detailsOf(at, "a").sentence, /has no derivative at this point: its slope is 0 to the left and 1 to/u);
    assert.deepEqual(
      at.inputs.map((input) => input.gradient?.short),
      ["0", "0", "0"],
    );
  });
});

describe("a single path", () => {
  const o = 1 / (1 + Math.exp(-1.1));
  const error = 2 * (o - 1);
  const slope = o * (1 - o);
  const model = viewModel(singlePath());

  it("has every partial of the lecture on its edges, and every gradient in its nodes", () => {
    assertGraph(model, {
      edges: {
        "∂z/∂w": 2,
        "∂z/∂x": 0.5,
        "∂z/∂b": 1,
        "∂a/∂z": 1,
        "∂o/∂a": slope,
        "∂l/∂o": error,
        "∂l/∂y": -error,
      },
      gradients: {
        w: error * slope * 2,
        x: error * slope * 0.5,
        b: error * slope,
        y: -error,
        z: error * slope,
        a: error * slope,
        o: error,
        l: 1,
      },
    });
  });

  it("multiplies from the loss down to the weight", () => {
    const { paths, pathCount } = detailsOf(model, "w");
    assert.deepEqual(
      [productsOf(model, paths), pathCount],
      [["∂l/∂o = −0.499 · ∂o/∂a = 0.187 · ∂a/∂z = 1 · ∂z/∂w = 2 = −0.187"], "1"],
    );
  });
});

describe("weight sharing", () => {
  const model = viewModel(sharedWeight());
  const a1 = Math.tanh(1);
  const error = 2 * a1;
  const slope = 1 - a1 * a1;

  it("has every partial of the lecture on its edges, and every gradient in its nodes", () => {
    assertGraph(model, {
      edges: {
        "∂a1/∂w": slope * 2,
        "∂a1/∂x": slope * 0.5,
        "∂a2/∂w": 2,
        "∂a2/∂x": 0.5,
        "∂o/∂a1": 1,
        "∂o/∂a2": 1,
        "∂l/∂o": error,
        "∂l/∂y": -error,
      },
      gradients: {
        w: error * slope * 2 + error * 2,
        x: error * slope * 0.5 + error * 0.5,
        y: -error,
        a1: error,
        a2: error,
        o: error,
        l: 1,
      },
    });
  });

  it("shows the gradient of the weight as the sum of two products, one per path", () => {
    const { paths, pathCount, gradient } = detailsOf(model, "w");
    assert.deepEqual(productsOf(model, paths), [
      "∂l/∂o = 1.52 · ∂o/∂a1 = 1 · ∂a1/∂w = 0.840 = 1.28",
      "∂l/∂o = 1.52 · ∂o/∂a2 = 1 · ∂a2/∂w = 2 = 3.05",
    ]);
    assert.deepEqual(
      paths.map(({ via, percent }) => `via ${via}, ${percent} %`),
      ["via a1, 30 %", "via a2, 70 %"],
    );
    assert.equal(pathCount, "2");
    assert.ok(close(Number(paths[0]!.product.full), error * slope * 2));
    assert.ok(close(Number(paths[1]!.product.full), error * 2));
    assert.ok(close(Number(gradient!.full), error * slope * 2 + error * 2));
  });

  it("folds the parts of a statement into it", () => {
    assert.deepEqual(
      model.nodes.map(({ title, value }) => `${title}: ${value.short}`),
      [
        "w: 0.5",
        "x: 2",
        "y: 1",
        "a1 = tanh(w · x): 0.762",
        "a2 = max(0, w · x): 1",
        "o = a1 + a2: 1.76",
        "l = (o − y)²: 0.580",
      ],
    );
    assert.equal(model.size, "7 steps, shown as 4 statements");
  });
});

describe("the perceptron", () => {
  const model = viewModel(perceptron());
  const [x1, x2, v1, v2] = [1, 0.5, 0.8, -0.5];
  const [a11, a12] = [Math.tanh(0.3 * x1 - 0.2 * x2), Math.tanh(0.5 * x1 + 0.4 * x2)];
  const [a21, a22] = [Math.tanh(0.7 * a11 - 0.6 * a12), Math.tanh(0.2 * a11 + 0.9 * a12)];
  const [s11, s12, s21, s22] = [1 - a11 ** 2, 1 - a12 ** 2, 1 - a21 ** 2, 1 - a22 ** 2];
  const error = 2 * (v1 * a21 + v2 * a22 - 1);
  const [g21, g22] = [error * v1, error * v2];
  const [g11, g12] = [g21 * s21 * 0.7 + g22 * s22 * 0.2, g21 * s21 * -0.6 + g22 * s22 * 0.9];

  it("has every partial of the lecture on its edges, and every gradient in its nodes", () => {
    assertGraph(model, {
      edges: {
        "∂a1_1/∂w1_11": s11 * x1,
        "∂a1_1/∂x1": s11 * 0.3,
        "∂a1_1/∂w1_12": s11 * x2,
        "∂a1_1/∂x2": s11 * -0.2,
        "∂a1_2/∂w1_21": s12 * x1,
        "∂a1_2/∂x1": s12 * 0.5,
        "∂a1_2/∂w1_22": s12 * x2,
        "∂a1_2/∂x2": s12 * 0.4,
        "∂a2_1/∂w2_11": s21 * a11,
        "∂a2_1/∂a1_1": s21 * 0.7,
        "∂a2_1/∂w2_12": s21 * a12,
        "∂a2_1/∂a1_2": s21 * -0.6,
        "∂a2_2/∂w2_21": s22 * a11,
        "∂a2_2/∂a1_1": s22 * 0.2,
        "∂a2_2/∂w2_22": s22 * a12,
        "∂a2_2/∂a1_2": s22 * 0.9,
        "∂o/∂v1": a21,
        "∂o/∂a2_1": v1,
        "∂o/∂v2": a22,
        "∂o/∂a2_2": v2,
        "∂l/∂o": error,
        "∂l/∂y": -error,
      },
      gradients: {
        x1: g11 * s11 * 0.3 + g12 * s12 * 0.5,
        x2: g11 * s11 * -0.2 + g12 * s12 * 0.4,
        y: -error,
        w1_11: g11 * s11 * x1,
        w1_12: g11 * s11 * x2,
        w1_21: g12 * s12 * x1,
        w1_22: g12 * s12 * x2,
        w2_11: g21 * s21 * a11,
        w2_12: g21 * s21 * a12,
        w2_21: g22 * s22 * a11,
        w2_22: g22 * s22 * a12,
        v1: error * a21,
        v2: error * a22,
        a1_1: g11,
        a1_2: g12,
        a2_1: g21,
        a2_2: g22,
        o: error,
        l: 1,
      },
    });
  });

  it("sums the gradient of a first weight over its two paths", () => {
    const { paths, pathCount } = detailsOf(model, "w1_11");
    assert.deepEqual(
      [paths.map(({ via }) => via), pathCount, detailsOf(model, "x1").pathCount],
      [["a2_1", "a2_2"], "2", "4"],
    );
    const products = [g21 * s21 * 0.7 * s11 * x1, g22 * s22 * 0.2 * s11 * x1];
    for (const [index, path] of paths.entries()) assert.ok(close(Number(path.product.full), products[index]!));
  });
});

/** What a picture of single steps must show: each edge by the derivative that it carries, each node by its name. */
interface Graph {
  readonly edges: Readonly<Record<string, number>>;
  readonly gradients: Readonly<Record<string, number>>;
}

function assertGraph(model: ViewModel, expected: Graph): void {
  const names = new Map(model.nodes.map((node) => [node.id, node.name]));
  const partials = model.edges.map(({ from, to, partial }) => {
    return [`∂${names.get(to)!}/∂${names.get(from)!}`, Number(partial.full)] as const;
  });
  const gradients = model.nodes.map((node) => [node.name, Number(node.gradient!.full)] as const);
  const wanted = new Map(Object.entries({ ...expected.edges, ...expected.gradients }));
  const sorted = (list: readonly string[]): string[] => [...list].sort();
  assert.deepEqual(sorted(partials.map(([name]) => name)), sorted(Object.keys(expected.edges)));
  assert.deepEqual(sorted(gradients.map(([name]) => name)), sorted(Object.keys(expected.gradients)));
  for (const [name, number] of [...partials, ...gradients])
    assert.ok(close(number, wanted.get(name)!), `${name} = ${number} is not ${wanted.get(name)!}`);
}

function close(one: number, other: number): boolean {
  return Math.abs(one - other) <= 4 * Number.EPSILON * Math.max(1, Math.abs(other));
}

function detailsOf(model: ViewModel, name: string): NodeDetails {
  const { id } = model.nodes.find((node) => node.name === name)!;
  return model.details.find((details) => details.node === id)!;
}

/** `∂a/∂v = 1 · ∂v/∂u = 1 = 1`. */
function productsOf(model: ViewModel, paths: readonly PathView[]): string[] {
  return paths.map((path) => {
    const factors = factorsOf(model, path).map(({ of, by, value }) => `∂${of}/∂${by} = ${value.short}`);
    return `${factors.join(" · ")} = ${path.product.short}`;
  });
}

function numbers(model: ViewModel): { result: string; nodes: string[]; edges: string[]; formulas: string[] } {
  return {
    result: `${model.resultName} = ${model.result?.short ?? ""}`,
    nodes: model.nodes.map((node) => `${node.title} ${node.value.short} ${node.gradientLine.full}`),
    edges: model.edges.map((edge) => edge.label.full),
    formulas: model.edges.map((edge) => edge.formula),
  };
}
