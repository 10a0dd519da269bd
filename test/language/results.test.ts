/** Results without a number: what is said about them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsOf, traceOf } from "./traced.ts";

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
    assert.deepEqual(said("return new Map([['twice', 2 * x]]);"), []);
    assert.deepEqual(said("return new Set([x]);"), []);
    assert.deepEqual(said("return 1;"), []);
    assert.deepEqual(said("throw new Error('no');"), []);
  });
});

describe("The numbers of a result", () => {
  const named = (body: string): Record<string, number> =>
    Object.fromEntries(
      traceOf(`/** @at x = 2 */\nfunction f(x) { ${body} }`).outputs.map(({ name, value }) => [name, value]),
    );

  it("are called by the keys of a map, and by their places where a key does not read as one", () => {
    const map = "new Map([['sum', x + 1], [7, x * x], ['deep', { part: [x] }], [{}, 5]])";
    assert.deepEqual(named(`return ${map};`), { ".sum": 3, "[7]": 4, ".deep.part[0]": 2, "[3]": 5 });
  });

  it("are called by their places in a set", () => {
    assert.deepEqual(named("return new Set([x, 'no', -x]);"), { "[0]": 2, "[2]": -2 });
  });
});
