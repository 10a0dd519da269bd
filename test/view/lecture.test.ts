import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Trace } from "../../src/language/trace.ts";
import { traceJson } from "../../src/view/json.ts";
import { mermaidText } from "../../src/view/mermaid.ts";
import type { ViewModel } from "../../src/view/model.ts";
import { traceTable } from "../../src/view/table.ts";
import { viewModel } from "../../src/view/viewModel.ts";
import { golden } from "./golden.ts";
import { activation, perceptron, shared, single } from "./lecture.ts";

const graphs: Readonly<Record<string, () => Trace>> = { activation, single, shared, perceptron };

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
      golden(`${name}.txt`, traceTable(trace, model));
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
    const details = model.details[0]!;
    assert.equal(details.sentence, "Raising `w` a little raises `a` 3 times as much.");
    assert.deepEqual(
      details.paths.map((path) => ({
        ...path,
        factors: path.factors.map((factor) => `∂${factor.of}/∂${factor.by} = ${factor.value.short}`),
      })),
      [
        {
          via: "v",
          factors: ["∂a/∂v = 1", "∂v/∂u = 1", "∂u/∂w = 3"],
          product: { short: "3", six: "3", full: "3" },
          percent: 100,
        },
      ].map((path) => ({ ...path, via: details.paths[0]!.via })),
    );
  });

  it("passes on nothing below the kink, and marks what is cut off", () => {
    const below = viewModel(activation({ w: 2, x: 3, b: -8 }));
    assert.deepEqual(
      below.inputs.map((input) => input.gradient?.short),
      ["0", "0", "0"],
    );
    assert.deepEqual(
      below.edges.map((edge) => edge.weight),
      [0, 0, 0, 0, 0],
    );
    assert.deepEqual(
      below.nodes.map((node) => node.marks.includes("zero")),
      [true, true, true, true, true, false],
    );
    assert.equal(below.details[0]!.sentence, "Changing `w` a little does not change `a`.");
    assert.equal(below.topology, model.topology);
  });

  it("flags the kink at v = 0 and says both slopes", () => {
    const at = viewModel(activation({ w: 2, x: 3, b: -6 }));
    assert.deepEqual(at.nodes[5]!.marks, ["kink"]);
    assert.deepEqual(
      at.inputs.map((input) => input.gradient?.short),
      ["0", "0", "0"],
    );
  });
});

describe("weight sharing", () => {
  const model = viewModel(shared());

  it("adds one product per path", () => {
    const { paths, pathCount, gradient } = model.details[0]!;
    assert.deepEqual(
      paths.map(({ via, product, percent }) => `via ${via}: ${product.short}, ${percent} %`),
      ["via a1: 1.28, 30 %", "via a2: 3.05, 70 %"],
    );
    assert.equal(pathCount, "2");
    assert.equal(gradient?.six, "+4.32578");
  });

  it("folds the parts of a statement into it with exact totals on the edges", () => {
    assert.deepEqual(
      numbers(model).nodes.map((node) => node.split(" ∂")[0]),
      [
        "w 0.5",
        "x 2",
        "y 1",
        "a1 = tanh(w · x) 0.762",
        "a2 = max(0, w · x) 1",
        "o = a1 + a2 1.76",
        "loss = (o − y)² 0.580",
      ],
    );
    assert.deepEqual(
      model.edges.map((edge) => edge.label.short),
      ["× 0.840", "× 0.210", "× 2", "× 0.5", "× 1", "× 1", "× 1.52", "× −1.52"],
    );
    assert.equal(model.size, "7 steps, shown as 4 statements");
  });

  it("lists every step in the table", () => {
    assert.deepEqual(
      model.rows.map((row) => [row.step ?? "", row.name, row.formula, row.usedBy].join("|")),
      [
        "|w||step 1, step 3",
        "|x||step 1, step 3",
        "|y||step 6",
        "1||w · x|a1",
        "2|a1|tanh(w · x)|o",
        "3||w · x|a2",
        "4|a2|max(0, w · x)|o",
        "5|o|a1 + a2|step 6",
        "6||o − y|loss",
        "7|loss|(o − y)²|result",
      ],
    );
  });
});

describe("the perceptron", () => {
  it("sums the gradient of a first weight over its two paths", () => {
    const { details, inputs } = viewModel(perceptron());
    const index = inputs.findIndex((input) => input.name === "w11");
    assert.deepEqual(
      details[index]!.paths.map((path) => path.via),
      ["k1", "k2"],
    );
    assert.equal(details[0]!.pathCount, "4");
  });
});

function numbers(model: ViewModel): { result: string; nodes: string[]; edges: string[]; formulas: string[] } {
  return {
    result: `${model.resultName} = ${model.result?.short ?? ""}`,
    nodes: model.nodes.map((node) => `${node.title} ${node.value.short} ${node.gradientLine.full}`),
    edges: model.edges.map((edge) => edge.label.full),
    formulas: model.edges.map((edge) => edge.formula),
  };
}
