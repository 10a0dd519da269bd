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

  it("are places in arrays of arrays where elements stand in brackets, by way of variables, callbacks and functions", () => {
    for (const body of [
      "let s = 0; for (let t = 0; t < ys.length; t++) s += m[t][ys[t]]; return s;",
      "let s = 0; for (const y of ys) s += m[0][y]; return s;",
      "return ys.map((y, t) => m[t][y]).reduce((a, b) => a + b);",
      "return ys.slice(1).reduce((s, y) => s + m[y - 1 + 1][0], 0);",
      "const at = (y: number) => { const k = y; return m[k][k]; }; return ys.reduce((s, y) => s + at(y), 0);",
      "return ys.reduce((s, y) => s + pick(m, y), 0);",
    ]) {
      const pick = "function pick(m: number[][], k: number) { return m[k][0]; }";
      for (const type of ["number[]", "Uint8Array"]) {
        const text = `function f(m: number[][], ys: ${type}) { ${body} } ${pick}`;
        assert.ok(Number.isFinite(traceOf(text).outputs[0]?.value), text);
        assert.deepEqual(valuesOf(text).slice(9), [0, 1, 2], text);
      }
    }
    const edges = `function f(xs: number[], edges: [number, number][]) {
      let s = 0;
      for (const [a, b] of edges) s += (xs[a] - xs[b]) ** 2;
      return s;
    }`;
    assert.deepEqual(valuesOf(edges).slice(3), [0, 1, 2, 0, 1, 2]);
    const faces = `function f(v: number[], faces: number[][]) {
      return faces.reduce((s, [a, b, c]) => s + v[a] * v[b] * v[c], 0);
    }`;
    assert.deepEqual(valuesOf(faces).slice(3), [0, 1, 2, 0, 1, 2, 0, 1, 2]);
    const members = `function f(xs: number[], springs: { from: number; to: number; k: number }[]) {
      return springs.reduce((s, { from, to, k }) => s + k * (xs[from] - xs[to]) ** 2, 0);
    }`;
    assert.deepEqual(valuesOf(members).slice(3), [0, 1, 4, 2, 0, 5, 1, 2, 6]);
  });

  it("are places in flat arrays where only a run can tell that they are", () => {
    const text = `function f(rows: number[][], labels: number[], blank = 0) {
      const extended = [blank];
      for (const label of labels) extended.push(label, blank);
      return extended.reduce((s, k, t) => s + Math.log(rows[t % rows.length][k]), 0);
    }`;
    assert.deepEqual(valuesOf(text).slice(9), [1, 2, 1, 0]);
  });

  it("make matrices positive definite where others are refused", () => {
    const text = `function f(a: number[][]) {
      const l = a.map((row) => row.map(() => 0));
      for (let i = 0; i < a.length; i++)
        for (let j = 0; j <= i; j++) {
          let s = a[i][j];
          for (let k = 0; k < j; k++) s -= l[i][k] * l[j][k];
          if (i === j && s <= 0) throw new Error("Not positive definite.");
          l[i][j] = i === j ? Math.sqrt(s) : s / l[j][j];
        }
      return l.reduce((s, row, i) => s + Math.log(row[i]), 0);
    }`;
    assert.deepEqual(valuesOf(text), [3, 0.3, 0.7, 0.3, 4, 0.2, 0.7, 0.2, 5]);
  });

  it("leave no step without a number, and no comparison of equal ones, where others do", () => {
    const mean = `function f(a: number, b: number) {
      while (Math.abs(a - b) > 1e-15 * a) [a, b] = [(a + b) / 2, Math.sqrt(a * b)];
      return a;
    }`;
    assert.deepEqual(valuesOf(mean), [1, 2]);
    assert.deepEqual(valuesOf("function f(x: number, y: number) { return x === 1 ? x * y : x + y; }"), [0.3, 0.7]);
  });

  it("lead most inputs to the result where they can", () => {
    const table = `function f(xs: number[], ys: number[], x: number) {
      if (x <= xs[0]) return ys[0];
      for (let i = 1; i < xs.length; i++)
        if (x <= xs[i]) return ys[i - 1] + ((ys[i] - ys[i - 1]) * (x - xs[i - 1])) / (xs[i] - xs[i - 1]);
      return ys[xs.length - 1];
    }`;
    assert.ok(gradientOf(traceOf(table)).filter((slope) => slope !== 0).length >= 5);
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

  it("are 2 where they tell how many rows and columns there are, with arrays as long as that", () => {
    const text = `function f(m: number[], rows: number, columns: number, v: Float64Array) {
      let s = 0;
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) s += m[i * columns + j] * v[j];
      return s;
    }`;
    assert.deepEqual(valuesOf(text), [1, 2, 3, 4, 2, 2, 5, 6, 7, 8]);
    assert.deepEqual(gradientOf(traceOf(text)), [5, 6, 5, 6, 0, 0, 4, 6, 0, 0]);
  });

  it("lie between others, are negative or many, and functions bend, where only that shows something", () => {
    const smooth =
      "function f(a: number, b: number, x: number) { const t = Math.min(Math.max((x - a) / (b - a), 0), 1); return t * t * (3 - 2 * t); }";
    assert.deepEqual(valuesOf(smooth), [0.2, 0.9, 0.5]);
    const rate = `function f(flows: number[]) {
      let r = 0.1;
      for (let i = 0; i < 40; i++) {
        let value = 0, slope = 0;
        flows.forEach((flow, t) => { value += flow / (1 + r) ** t; slope -= (t * flow) / (1 + r) ** (t + 1); });
        r -= value / slope;
      }
      return r;
    }`;
    const trace = traceOf(rate);
    assert.deepEqual(
      trace.inputs.map(({ value }) => value),
      [-2, 1, 3],
    );
    assert.ok(Math.abs(trace.outputs[0]!.value - 0.5) < 1e-12);
    const strength = `function f(prices: number[], days = 14) {
      let up = 0, down = 0;
      for (let i = 1; i <= days; i++) { const d = prices[i] - prices[i - 1]; if (d > 0) up += d; else down -= d; }
      return up / down;
    }`;
    assert.equal(valuesOf(strength).length, 17);
    const slope = "function f(g: (x: number) => number, x: number) { return (g(x + 0.5) - g(x - 0.5)) * x - g(x); }";
    assert.deepEqual(gradientOf(traceOf(slope)), [2]);
  });

  it("are drawn where no pattern leads to a number", () => {
    const text = `function f(price: number, spot: number, strike: number, time: number) {
      if (price >= spot || price < spot - strike * Math.exp(-time) + 0.02) throw new RangeError("No volatility.");
      return Math.sqrt(price - spot + strike) * time;
    }`;
    const { outputs, inputs } = traceOf(text);
    assert.ok(Number.isFinite(outputs[0]?.value), JSON.stringify(inputs));
    assert.deepEqual(valuesOf(text), valuesOf(`${text}\n`));
  });

  it("do not saturate where others do not", () => {
    const text = `function f(s: number, k: number, t: number) {
      const d = Math.log(s / k) / t + 4 * t;
      return s / (1 + Math.exp(-5 * d)) - k / (1 + Math.exp(5 * t));
    }`;
    assert.deepEqual(valuesOf(text), [0.3, 0.7, 0.2]);
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

  it("saturate no chain of steps where others do not", () => {
    const text =
      "function f(xs: number[], w: number, u: number, b: number) { return xs.reduce((h, x) => Math.tanh(w * x + u * h + b), 0); }";
    assert.ok(gradientOf(traceOf(text)).some((slope) => Math.abs(slope) > 0.01));
  });

  it("are three where one number tells how many elements there are", () => {
    const text = "function f(xs: number[], n: number) { let s = 0; for (let i = 0; i < n; i++) s += xs[i]; return s; }";
    assert.deepEqual(valuesOf(text), [1, 2, 3, 3]);
  });

  it("are tens where smaller ones are refused", () => {
    const text =
      "function f(age: number, pay: number) { if (age < 18) throw new RangeError('No.'); return age * pay; }";
    assert.deepEqual(valuesOf(text), [40, 50]);
  });

  it("are there for every parameter, however many there are", () => {
    const names = Array.from({ length: 4_500 }, (_, index) => `p${index}`);
    const text = `function f(${names.map((name) => `${name}: number`).join(", ")}) { return p0 * p4499; }`;
    assert.equal(traceOf(text).outputs[0]?.value, 4_500);
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
