/** A path's edges as factors: what they are is said once in the model, and read there. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factorsOf } from "../../../src/view/details/factors.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { activation, sharedWeight } from "../lecture.ts";

describe("the factors of a path", () => {
  it("are its edges from the result down, with the names of their ends and their partials", () => {
    const model = viewModel(activation());
    const [path] = model.details.find(({ node }) => node === model.inputs[0]?.node)!.paths;
    const factors = factorsOf(model, path!);
    assert.deepEqual(
      factors.map(({ of, by, value }) => [of, by, value.full]),
      [
        ["a", "v", "1"],
        ["v", "u", "1"],
        ["u", "w", "3"],
      ],
    );
  });

  it("multiply to the product of their path", () => {
    const model = viewModel(sharedWeight());
    for (const { paths } of model.details)
      for (const path of paths) {
        const product = factorsOf(model, path).reduce((all, { value }) => all * Number(value.full), 1);
        assert.ok(Math.abs(product - Number(path.product.full)) <= 1e-12 * Math.abs(product));
      }
  });

  it("leave out edges that are not in the model", () => {
    assert.deepEqual(factorsOf(viewModel(activation()), { edges: "e99" }), []);
  });
});
