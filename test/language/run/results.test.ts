/** Results without a number: what is said about them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsOf, traceOf } from "../traced.ts";

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

  it("are those that a generator yields, and the one that it returns", () => {
    const outputs = (body: string): Record<string, number> =>
      Object.fromEntries(
        traceOf(`/** @at x = 2 */\nfunction* f(x) { ${body} }`).outputs.map(({ name, value }) => [name, value]),
      );
    assert.deepEqual(outputs("yield x + 1; yield x * x; return x ** 3;"), { "[0]": 3, "[1]": 4, ".return": 8 });
    assert.deepEqual(outputs("const got = yield x; return got === undefined ? -x : 0;"), { "[0]": 2, ".return": -2 });
    assert.deepEqual(outputs("yield* [x, x + 1];"), { "[0]": 2, "[1]": 3 });
    assert.deepEqual(outputs("return [x, x * x];"), { ".return[0]": 2, ".return[1]": 4 });
  });

  it("are the first ten of a generator that never ends", () => {
    const fib = "function* f(a, b) { while (true) { yield a; [a, b] = [b, a + b]; } }";
    const { outputs, findings } = traceOf(`/** @at a = 1, b = 1 */\n${fib}`);
    assert.deepEqual(
      outputs.map(({ value }) => value),
      [1, 1, 2, 3, 5, 8, 13, 21, 34, 55],
    );
    assert.deepEqual(
      findings.map(({ code, message }) => [code, message]),
      [["result/endless", "The generator never ends; its first 10 values are shown."]],
    );
    const count = (loop: string): number => traceOf(`/** @at x = 1 */\nfunction* f(x) { ${loop} }`).outputs.length;
    for (const loop of ["for (;;) yield x++;", "a: for (let i = 0; true; i++) { for (;;) { yield i * x; break; } }"])
      assert.equal(count(loop), 10, loop);
    for (const loop of [
      "while (true) { if (x > 30) return; yield x++; }",
      "for (;;) { yield x++; if (x > 30) break; }",
      "a: for (;;) for (;;) { yield x++; if (x > 30) break a; }",
      "while (x <= 30) yield x++;",
    ])
      assert.equal(count(loop), 30, loop);
  });

  it("are also those that an array has beside its elements", () => {
    assert.deepEqual(named("return Object.assign([x], { mean: x / 2 });"), { "[0]": 2, ".mean": 1 });
  });

  it("are called by their places in a set", () => {
    assert.deepEqual(named("return new Set([x, 'no', -x]);"), { "[0]": 2, "[2]": -2 });
  });
});
