/** Holds the sort against the host's: the order, and every question that the comparison function is asked. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { sortList } from "../../../src/language/interpreter/builtins/array/sort.ts";

interface Item {
  readonly value: number;
  readonly index: number;
}

const orders: Readonly<Record<string, (a: Item, b: Item) => number>> = {
  ascending: (a, b) => a.value - b.value,
  "only a boolean": (a, b) => (a.value > b.value ? 1 : 0),
  contradictory: (a, b) => ((a.value * 7 + b.index * 13) % 5) - 2,
};

/** Lists with runs, with many equal values, and of more than 64 values, from where on runs are merged. */
const values = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 200 }),
  fc.array(fc.double({ noNaN: true }), { maxLength: 100 }),
  fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: -3, max: 3 }), fc.integer({ min: 0, max: 50 })),
      { maxLength: 20 },
    )
    .map((runs) => runs.flatMap(([length, step, first]) => Array.from({ length }, (_, i) => first + step * i))),
);

function trace(list: readonly number[], order: (a: Item, b: Item) => number, sort: "host" | "ours"): unknown {
  const items = list.map((value, index) => ({ value, index }));
  const questions: number[] = [];
  const ask = (a: Item, b: Item) => {
    questions.push(a.index, b.index);
    return order(a, b);
  };
  if (sort === "host") items.sort(ask);
  else sortList(items, ask);
  return { order: items.map(({ index }) => index), questions };
}

describe("The sort asks and answers as the host's does", () => {
  for (const [name, order] of Object.entries(orders))
    it(`with a comparison that is ${name}`, () => {
      fc.assert(
        fc.property(values, (list) => {
          assert.deepEqual(trace(list, order, "ours"), trace(list, order, "host"));
        }),
        { numRuns: 500 },
      );
    });
});
