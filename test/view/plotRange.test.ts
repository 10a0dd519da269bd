/** Which range a plot has while an input moves. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { rangeAfter, rangeOf } from "../../src/view/plotRange.ts";

describe("the range of a plot", () => {
  it("is around the value, as wide as the value is large", () => {
    assert.deepEqual([0, 0.05, 0.5, 3, -120].map(rangeOf), [
      { low: -1, high: 1 },
      { low: -0.05, high: 0.15000000000000002 },
      { low: -0.5, high: 1.5 },
      { low: 0, high: 6 },
      { low: -320, high: 80 },
    ]);
  });

  it("stays while the value is in the middle of it, and while a person moves the value in it", () => {
    const shown = { low: 0, high: 10 };
    for (const value of [2, 5, 8]) assert.equal(rangeAfter(shown, value, false), shown);
    for (const value of [1.9, 8.1, -3, 30, NaN]) assert.deepEqual(rangeAfter(shown, value, false), rangeOf(value));
    for (const value of [0, 1.9, 10]) assert.equal(rangeAfter(shown, value, true), shown);
    for (const value of [-0.1, 10.1]) assert.deepEqual(rangeAfter(shown, value, true), rangeOf(value));
    assert.deepEqual(rangeAfter(undefined, 5, true), rangeOf(5));
  });
});
