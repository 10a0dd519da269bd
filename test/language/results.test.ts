/** Results without a number: what is said about them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsOf } from "./traced.ts";

function said(body: string): string[] {
  return findingsOf(`/** @at x = 2 */\nfunction f(x) { ${body} }`)
    .filter(({ code }) => code === "result/none")
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe("A result without a number", () => {
  it("is named, so that nobody looks for its gradient", () => {
    assert.deepEqual(said("x * x;"), ["info: The function returns nothing, so there is no gradient."]);
    assert.deepEqual(said("return 'x is ' + x;"), [
      "info: The result, `'x is 2'`, has no number in it, so there is no gradient.",
    ]);
    assert.deepEqual(said("return { wide: x > 1, list: [] };"), [
      "info: The result, `{ wide: true, list: [] }`, has no number in it, so there is no gradient.",
    ]);
  });

  it("is not said where there is one, or no result at all", () => {
    assert.deepEqual(said("return { deep: [[x]] };"), []);
    assert.deepEqual(said("return 1;"), []);
    assert.deepEqual(said("throw new Error('no');"), []);
  });
});
