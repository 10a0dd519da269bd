/** What a panel or a tag sets gets to where the number is. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientOf, traceOf } from "../traced.ts";

/** The first number of the result of `f` after changes, and the inputs by name. */
function ranWith(text: string, changed: Readonly<Record<string, string>>): readonly [unknown, string] {
  const { inputs, outputs, findings } = traceOf(text, { changed });
  assert.deepEqual(findings, []);
  return [outputs[0]?.value, inputs.map(({ name, value }) => `${name} = ${value}`).join(", ")];
}

describe("a number is changed", () => {
  it("in a map, by its key, and further in", () => {
    const text =
      "function f(m: Map<string, { w: number }>) { let s = 0; for (const [, { w }] of m) s += w * w; return s; }";
    assert.deepEqual(ranWith(text, { "m.b.w": "5" }), [1 + 25 + 9, "m.a.w = 1, m.b.w = 5, m.c.w = 3"]);
    const byNumber = "function f(m: Map<number, number>) { return m.get(0)! * m.get(2)!; }";
    const { outputs } = traceOf(byNumber, { changed: { "m[2]": "7" } });
    assert.equal(outputs[0]?.value, 7);
  });

  it("in a set, whose elements have gradients too", () => {
    const text = "function f(s: Set<number>) { let sum = 0; for (const x of s) sum += x * x; return sum; }";
    assert.deepEqual(ranWith(text, { "s[1]": "5" }), [1 + 25 + 9, "s[0] = 1, s[1] = 5, s[2] = 3"]);
    assert.deepEqual(gradientOf(traceOf(text)), [2, 4, 6]);
  });

  it("in a private field", () => {
    const text = `class Body { #mass = 2; constructor(public speed: number) {} energy() { return (this.#mass * this.speed ** 2) / 2; } }
      function f(body: Body) { return body.energy(); }`;
    assert.deepEqual(ranWith(text, { "body.#mass": "6" }), [3, "body.speed = 1, body.#mass = 6"]);
    assert.deepEqual(gradientOf(traceOf(text)), [2, 0.5]);
  });

  it("in the array that an iterator walks through", () => {
    const text =
      "/** @at it = [1, 2, 3].values() */ function f(it: any) { let p = 1; for (const x of it) p *= x; return p; }";
    assert.deepEqual(ranWith(text, { "it[2]": "5" }), [10, "it[0] = 1, it[1] = 2, it[2] = 5"]);
    assert.deepEqual(gradientOf(traceOf(text)), [6, 3, 2]);
  });

  it("and not where there is none", () => {
    const text = "function f(m: Map<string, number>) { return m.get('a')!; }";
    const { findings } = traceOf(text, { changed: { "m.z": "5" } });
    assert.deepEqual(
      findings.map(({ code }) => code),
      ["input/unknown-name", "input/unused", "input/unused"],
    );
  });
});
