/** Where there is less room, more is folded by rule: loops and calls first, then inputs that one statement alone uses. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewModel } from "../../../src/view/model.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traced } from "../../examples.ts";

const narrow = { open: [], closed: [], room: { width: 240, height: 320 } };
const trace = traced({ file: "lecture.ts", name: "perceptron" });

function names({ nodes }: ViewModel): string[] {
  return nodes.map(({ name }) => name);
}

describe("in a narrow panel", () => {
  it("the weights of a layer are one node, and what several statements use stands alone", () => {
    const model = viewModel(trace, { folding: narrow });
    const inputs = model.nodes.filter(({ kind }) => kind === "input" || kind === "inputs");
    assert.deepEqual(
      inputs.map(({ name, value }) => `${name} = ${value.short}`),
      ["x1 = 1", "x2 = 0.5", "y = 1", "w1_11 … w1_22 = 4 inputs", "w2_11 … w2_22 = 4 inputs", "v1, v2 = 2 inputs"],
    );
    assert.equal(model.folded, "21 steps. Showing 12: inputs are folded.");
    assert.deepEqual(
      model.inputs,
      viewModel(trace).inputs.map((input) => ({ ...input, node: nodeOf(model, input.name) })),
    );
  });

  it("their range is that of their gradients", () => {
    const all = viewModel(trace).inputs;
    const weights = all.filter(({ name }) => name.startsWith("w1_")).map(({ gradient }) => Number(gradient!.full));
    const [low, high] = viewModel(trace, { folding: narrow })
      .nodes.find(({ name }) => name.startsWith("w1_"))!
      .gradient!.full.split(" … ")
      .map((text) => Number(text.replace("−", "-")));
    assert.ok(Math.abs(low! - Math.min(...weights)) < 0.05 && Math.abs(high! - Math.max(...weights)) < 0.05);
  });

  it("they are unfolded by hand, and the others stay together", () => {
    const open = ["array w1_11 … w1_22"];
    const model = viewModel(trace, { folding: { ...narrow, open } });
    assert.ok(["w1_11", "w1_12", "w1_21", "w1_22"].every((name) => names(model).includes(name)));
    assert.ok(names(model).includes("w2_11 … w2_22"));
    assert.deepEqual(model.folding, { open, closed: [] });
  });

  it("nothing else is folded where a picture is small", () => {
    for (const name of ["activation", "sharedWeight", "singlePath"]) {
      const small = traced({ file: "lecture.ts", name });
      assert.deepEqual(names(viewModel(small, { folding: narrow })), names(viewModel(small)));
    }
  });

  it("a loop is folded as a whole before its rounds are too many to stand below each other", () => {
    const loop = traced({ file: "k-means.ts", name: "kMeansLoss" });
    assert.ok(viewModel(loop, { folding: narrow }).nodes.length <= 8);
  });
});

/** The node that an input is in. */
function nodeOf({ nodes, inputs }: ViewModel, name: string): string | undefined {
  const { node } = inputs.find((input) => input.name === name)!;
  assert.ok(nodes.some(({ id }) => id === node));
  return node ?? undefined;
}
