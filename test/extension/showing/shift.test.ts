/** Where places of a text are after edits. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { shiftedSpan, shiftOf } from "../../../src/extension/showing/shift.ts";

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

it("a span keeps what is written in it, and nothing of what is written beside it", () => {
  const span = { start: 10, end: 20 };
  const after = (rangeOffset: number, rangeLength: number, text: string) =>
    shiftedSpan(span, shiftOf([{ rangeOffset, rangeLength, text }]));
  assert.deepEqual(after(0, 0, "abc"), { start: 13, end: 23 });
  assert.deepEqual(after(10, 0, "abc"), { start: 13, end: 23 });
  assert.deepEqual(after(15, 0, "abc"), { start: 10, end: 23 });
  assert.deepEqual(after(15, 2, ""), { start: 10, end: 18 });
  assert.deepEqual(after(20, 0, "abc"), span);
  assert.deepEqual(after(30, 5, ""), span);
});

it("a span is lost with its begin or its end, and an empty one is where its begin is", () => {
  const span = { start: 10, end: 20 };
  assert.equal(shiftedSpan(span, shiftOf([{ rangeOffset: 5, rangeLength: 10, text: "" }])), undefined);
  assert.equal(shiftedSpan(span, shiftOf([{ rangeOffset: 15, rangeLength: 10, text: "" }])), undefined);
  assert.deepEqual(shiftedSpan({ start: 10, end: 10 }, shiftOf([insertedAt10])), { start: 13, end: 13 });
});
