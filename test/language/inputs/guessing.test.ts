/** Numbers that nobody has said are such that a function shows what it does. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AMPLE } from "../program.ts";
import { gradientOf, traceOf } from "../traced.ts";

function valuesOf(text: string, options: Parameters<typeof traceOf>[1] = {}): unknown[] {
  return traceOf(text, options).inputs.map(({ value }) => value);
}

describe("made-up numbers", () => {
  it("are 1, 2, 3, … where nothing speaks against them", () => {
    assert.deepEqual(
      valuesOf("function f(w: number, xs: number[]) { return w * xs[0] * xs[1] * xs[2]; }"),
      [1, 2, 3, 4],
    );
  });

  it("are places in arrays where the result is no number otherwise", () => {
    const text = "function f(xs: Float64Array, at: number) { return Math.exp(xs[at]); }";
    assert.deepEqual(valuesOf(text), [1, 2, 3, 1]);
    assert.deepEqual(gradientOf(traceOf(text)), [0, Math.exp(2), 0, 0]);
  });

  it("are fractions where 1, 2, 3, … are refused, outside of a domain, at a kink, without effect or too steep", () => {
    for (const body of [
      "if (p > 1 || q > 1) throw new RangeError('No probability.'); return p * q;",
      "return Math.acos(p) + Math.log(1 - q);",
      "return Math.abs(p - 1) * q;",
      "return Math.max(0, 1 - p) * Math.max(0, 1 - q);",
      "return p * Math.exp(25 * q);",
    ])
      assert.deepEqual(valuesOf(`function f(p: number, q: number) { ${body} }`), [0.3, 0.7], body);
  });

  it("mix both where an element is a fraction and another number a place", () => {
    const text =
      "function f(ps: number[], at: number) { if (ps.some((p) => p > 1)) throw new Error('No.'); return ps[at]; }";
    assert.deepEqual(valuesOf(text), [0.3, 0.7, 0.2, 1]);
  });

  it("are places where they stand in brackets or end a loop, and fractions beside them", () => {
    const text = `function f(m: number[][], row: number, p: number, n: number) {
      if (!(p > 0 && p < 1)) throw new RangeError("No probability.");
      let s = 0;
      for (let i = 0; i < n; i++) s += m[row - 1][i] * p;
      return s;
    }`;
    assert.deepEqual(valuesOf(text).slice(9), [1, 0.562, 2]);
  });

  it("add up to 1 where shares are wanted", () => {
    const text =
      "function f(ps: number[]) { if (Math.abs(ps.reduce((a, b) => a + b) - 1) > 1e-9) throw new Error('No.'); return ps.map(Math.log)[0]; }";
    assert.deepEqual(valuesOf(text), [0.2, 0.3, 0.5]);
  });

  it("fall where the first must be the largest", () => {
    const text =
      "function f(high: number, low: number) { if (high < low + 0.6) throw new Error('Empty.'); return Math.sqrt(high - low); }";
    assert.deepEqual(valuesOf(text), [9, 8]);
  });

  it("differ from what others have by default", () => {
    assert.deepEqual(valuesOf("function f(a: number, x = 1) { return a * x * (x - a); }"), [2, 1]);
  });

  it("are all different, also when there are many", () => {
    const values = valuesOf(
      "function f(...a: [" +
        "number, ".repeat(60) +
        "]) { return Math.acos(Math.max(...a)) * a.reduce((s, x) => s + x); }",
    );
    assert.equal(values.length, 60);
    assert.equal(new Set(values).size, 60);
    assert.ok(values.every((value) => Number(value) > 0 && Number(value) < 1));
  });

  it("are fractions where 1, 2, 3, … leave next to nothing of a gradient", () => {
    assert.deepEqual(valuesOf("function f(w: number, x: number) { return Math.tanh(30 * w * x); }"), [0.3, 0.7]);
  });

  it("stay as usual where nothing is better, and where others were said", () => {
    assert.deepEqual(valuesOf("function f(x: number) { return Math.sqrt(-x - 5); }"), [1]);
    assert.deepEqual(valuesOf("/** @at x = 2 */\nfunction f(x: number) { return Math.acos(x); }"), [2]);
  });

  it("do not follow what is changed beside them", () => {
    const text = "function f(x: number, y: number) { return Math.acos(x) * y; }";
    assert.deepEqual(valuesOf(text, { changed: { x: "5" } }), [5, 0.7]);
    assert.deepEqual(valuesOf(text), [0.3, 0.7]);
    assert.deepEqual(valuesOf(`${text} `, { changed: { y: "5" } }), [0.3, 5]);
  });

  it("are tried within a budget: a loop that never ends is not run to its end four times", () => {
    const trace = traceOf("function f(x: number) { while (x > 0) x += 1; return x; }", {
      budget: { ...AMPLE, steps: 1_000_000 },
    });
    assert.deepEqual(
      trace.findings.map(({ code }) => code),
      ["budget/steps"],
    );
    assert.equal(trace.inputs[0]!.value, 1);
  });
});
