/** The two passes, step by step, on the lecture's graphs. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { passState, passSteps, placeInPass } from "../../../src/view/details/passes.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { activation, sharedWeight } from "../lecture.ts";

describe("the passes", () => {
  it("go forward from the inputs to the result, and back from the result to each input", () => {
    const model = viewModel(activation());
    const nameOf = (id: string | undefined): string => model.nodes.find((node) => node.id === id)?.name ?? "";
    const steps = passSteps(model);
    assert.deepEqual(
      steps.map(({ pass, nodes }) => `${pass} ${nodes.map(nameOf).join(" ")}`),
      [
        "forward w x b",
        "forward u",
        "forward v",
        "forward a",
        "backward a",
        "backward v",
        "backward u",
        "backward b",
        "backward x",
        "backward w",
      ],
    );
    assert.equal(
      steps[1]!.sentence,
      "`u = w · x` gives `6`. Its local derivatives are `∂u/∂w = x = 3` and `∂u/∂x = w = 2`.",
    );
    assert.equal(
      steps[4]!.sentence,
      "The backward pass begins at `a`: it changes just as much as itself, so its gradient is 1.",
    );
    const last = steps.at(-1)!;
    assert.deepEqual(
      [last.terms[0]?.gradient?.short, last.terms[0]?.partial.short, last.total?.short],
      ["+1", "3", "+3"],
    );
    assert.deepEqual(placeInPass(steps, 5), { number: 2, count: 6 });
  });

  it("let the sum grow term by term where paths meet, and end with the gradient", () => {
    const model = viewModel(sharedWeight());
    const w = model.nodes.find(({ name }) => name === "w")!;
    const ofW = passSteps(model).filter(({ pass, nodes }) => pass === "backward" && nodes[0] === w.id);
    assert.deepEqual(
      ofW.map(({ terms, isWhole }) => [terms.length, isWhole]),
      [
        [1, false],
        [2, true],
      ],
    );
    const [first, second] = ofW;
    assert.equal(first!.total?.short, first!.terms[0]!.product?.short);
    assert.equal(second!.total, w.gradient);
    const sum = second!.terms.reduce((total, { product }) => total + Number(product!.full), 0);
    assert.ok(Math.abs(sum - Number(w.gradient!.full)) < 1e-12);
    assert.match(second!.sentence, /the two products are added\.$/);
  });

  it("show no number before it is computed", () => {
    const model = viewModel(activation());
    const steps = passSteps(model);
    const id = (name: string): string => model.nodes.find((node) => node.name === name)!.id;
    const forward = passState(steps, 1)!;
    assert.deepEqual([...forward.values].sort(), [id("w"), id("x"), id("b"), id("u")].sort());
    assert.equal(forward.gradients.size, 0);
    assert.equal(forward.partials.size, 2);
    const back = passState(steps, 5)!;
    assert.deepEqual([...back.gradients].sort(), [id("a"), id("v")].sort());
    assert.equal(back.values.size, model.nodes.length);
    assert.equal(back.passed.size, 1);
    assert.deepEqual(passState(steps, steps.length - 1)!.passed.size, model.edges.length);
  });
});
