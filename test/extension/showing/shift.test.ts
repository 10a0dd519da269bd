/** Where places of a text are after edits. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { shiftOf } from "../../../src/extension/showing/shift.ts";

const insertedAt10 = { rangeOffset: 10, rangeLength: 0, text: "abc" };

it("a place moves with what is written before it, and with nothing that is written behind it", () => {
  const shift = shiftOf([insertedAt10]);
  assert.deepEqual([9, 10, 11].map(shift), [9, 13, 14]);
});

it("a place inside of what is replaced is lost; at its end it moves", () => {
  const shift = shiftOf([{ rangeOffset: 10, rangeLength: 4, text: "x" }]);
  assert.deepEqual([10, 11, 13, 14].map(shift), [10, undefined, undefined, 11]);
});

it("several changes follow each other, and what is lost stays lost", () => {
  const shift = shiftOf([insertedAt10, { rangeOffset: 0, rangeLength: 12, text: "" }]);
  assert.deepEqual([9, 10, undefined].map(shift), [undefined, 1, undefined]);
});
