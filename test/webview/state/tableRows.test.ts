/** Which rows of a long table are in the page. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ROWS_SHOWN, rowsAfter, rowsAround } from "../../../src/webview/state/tableRows.ts";

describe("the rows in the page", () => {
  it("are around what is looked at, and reach both ends", () => {
    assert.equal(rowsAround(0, 5000), 0);
    assert.equal(rowsAround(2500, 5000), 2400);
    assert.equal(rowsAround(4999, 5000), 4800);
    assert.equal(rowsAround(5048, 5049), 4850);
    assert.equal(rowsAround(10, 20), 0);
  });

  it("hold the row that is seen with what is below it, wherever somebody scrolls to", () => {
    const count = fc.integer({ min: 1, max: 2_000_000 });
    fc.assert(
      fc.property(count, fc.nat(), fc.nat(), (all, at, to) => {
        const from = rowsAfter(rowsAround(at % all, all), to % all, all);
        const seen = to % all;
        assert.ok(from <= seen && seen < from + ROWS_SHOWN);
        assert.ok(from + ROWS_SHOWN >= Math.min(all, seen + 60), `${from} for ${seen} of ${all}`);
        assert.ok(from === 0 || from + ROWS_SHOWN <= all + 50);
      }),
    );
  });
});
