/** Gradients at the points where derivatives are a matter of convention, as a program meets them: kinks, ends of domains, overflow. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientOf, traceOf } from "./traced.ts";

const I = Infinity;
const N = NaN;

/** An expression, its inputs, its gradient, and what must be said about it. */
type Point = readonly [
  expression: string,
  inputs: Readonly<Record<string, number>>,
  gradient: readonly number[],
  code?: string,
];

const points: readonly Point[] = [
  ["Math.abs(x)", { x: 0 }, [0], "kink/point"],
  ["Math.abs(x)", { x: -0 }, [0], "kink/point"],
  ["Math.abs(x)", { x: -2 }, [-1]],
  ["Math.max(0, x)", { x: 0 }, [0], "kink/point"],
  ["Math.max(x, 0)", { x: 0 }, [0], "kink/point"],
  ["x > 0 ? x : 0", { x: 0 }, [0], "kink/comparison"],
  ["Math.max(x, y)", { x: 2, y: 2 }, [0.5, 0.5], "kink/point"],
  ["Math.min(x, y, z)", { x: 2, y: 2, z: 2 }, [1 / 3, 1 / 3, 1 / 3], "kink/point"],
  ["Math.max(x, x)", { x: 2 }, [1]],
  ["Math.max(x, y, 1)", { x: 1, y: 0 }, [0, 0], "kink/point"],
  ["Math.max(x, NaN)", { x: 1 }, [N], "domain/value"],
  ["Math.max(x, y)", { x: N, y: 1 }, [N, N], "domain/value"],
  ["x * [1, 2][2]", { x: 1 }, [N], "domain/value"],
  ["x / y", { x: 1, y: 0 }, [I, -I], "domain/value"],
  ["x / y", { x: 0, y: 0 }, [N, N], "domain/value"],
  ["1 / x", { x: 0 }, [-I], "domain/value"],
  ["x % y", { x: 5, y: 3 }, [1, -1]],
  ["x % y", { x: 6, y: 3 }, [1, -2], "kink/point"],
  ["x % y", { x: -5, y: 3 }, [1, 1]],
  ["x % y", { x: 5, y: 0 }, [N, N]],
  ["x % y", { x: 5, y: I }, [1, 0]],
  ["x ** y", { x: 0, y: 0 }, [0, 0]],
  ["x ** y", { x: 0, y: 2 }, [0, 0]],
  ["x ** y", { x: 0, y: 1 }, [1, 0]],
  ["x ** y", { x: 2, y: 0 }, [0, Math.log(2)]],
  ["x ** y", { x: -2, y: 3 }, [12, N]],
  ["x ** 3", { x: -2 }, [12]],
  ["x ** 2", { x: 0 }, [0]],
  ["x ** 1", { x: 0 }, [1]],
  ["x ** 0", { x: 0 }, [0]],
  ["x ** 0.5", { x: 0 }, [I]],
  ["x ** -1", { x: 0 }, [-I]],
  ["x ** 0", { x: N }, [0]],
  ["2 ** x", { x: 3 }, [8 * Math.log(2)]],
  ["0 ** x", { x: 2 }, [0]],
  ["0 ** x", { x: -1 }, [-I]],
  ["(-2) ** x", { x: 2 }, [N]],
  ["x ** 0.5", { x: -1 }, [N], "domain/value"],
  ["Math.hypot(x, y)", { x: 0, y: 0 }, [0, 0], "kink/point"],
  ["Math.hypot(x, y)", { x: I, y: 1 }, [1, 0]],
  ["Math.hypot(x, y)", { x: -I, y: 1 }, [-1, 0]],
  ["Math.hypot(x)", { x: -3 }, [-1]],
  ["Math.hypot(x, y)", { x: 3, y: 4 }, [0.6, 0.8]],
  ["Math.hypot(x, y)", { x: 1e-200, y: 1e-200 }, [Math.SQRT1_2, Math.SQRT1_2]],
  ["Math.hypot(x, y)", { x: 1e200, y: 1e200 }, [Math.SQRT1_2, Math.SQRT1_2]],
  ["Math.sqrt(x)", { x: 0 }, [I], "domain/gradient"],
  ["Math.sqrt(x)", { x: -1 }, [N], "domain/value"],
  ["Math.cbrt(x)", { x: 0 }, [I], "domain/gradient"],
  ["Math.cbrt(x)", { x: -8 }, [1 / 12]],
  ["Math.atan2(y, x)", { y: 0, x: 0 }, [N, N], "domain/gradient"],
  ["Math.atan2(y, x)", { y: 1, x: 1 }, [0.5, -0.5]],
  ["Math.atan2(y, x)", { y: 0, x: -1 }, [-1, 0], "kink/point"],
  ["Math.asin(x)", { x: 1 }, [I]],
  ["Math.acos(x)", { x: 1 }, [-I]],
  ["Math.asin(x)", { x: -1 }, [I]],
  ["Math.acos(x)", { x: -1 }, [-I]],
  ["Math.asin(x)", { x: 2 }, [N], "domain/value"],
  ["Math.acosh(x)", { x: 1 }, [I]],
  ["Math.acosh(x)", { x: -2 }, [N]],
  ["Math.atanh(x)", { x: 1 }, [I], "domain/value"],
  ["Math.atanh(x)", { x: -1 }, [I]],
  ["Math.atanh(x)", { x: 2 }, [N]],
  ["Math.log(x)", { x: 0 }, [I], "domain/value"],
  ["Math.log(x)", { x: -0 }, [I]],
  ["Math.log(x)", { x: -1 }, [N], "domain/value"],
  ["Math.log2(x)", { x: 0 }, [I]],
  ["Math.log10(x)", { x: 10 }, [1 / (10 * Math.LN10)]],
  ["Math.log1p(x)", { x: -1 }, [I]],
  ["Math.log1p(x)", { x: -2 }, [N]],
  ["Math.exp(x)", { x: -800 }, [0]],
  ["Math.exp(x)", { x: 800 }, [I], "domain/value"],
  ["Math.expm1(x)", { x: -40 }, [Math.exp(-40)]],
  ["Math.tanh(x)", { x: 30 }, [4 * Math.exp(-60)]],
  ["Math.tanh(x)", { x: 800 }, [0]],
  ["Math.tan(x)", { x: 1 }, [1 + Math.tan(1) ** 2]],
  ["Math.sign(x)", { x: 0 }, [0], "kink/point"],
  ["Math.floor(x)", { x: 2 }, [0], "kink/point"],
  ["Math.floor(x)", { x: 2.5 }, [0], "gradient/cut"],
  ["Math.round(x)", { x: 2.5 }, [0], "kink/point"],
  ["Math.ceil(x)", { x: -2 }, [0], "kink/point"],
  ["Math.trunc(x)", { x: 0 }, [0]],
  ["Math.fround(x)", { x: 0.1 }, [1]],
  ["new Float32Array([x])[0]", { x: 0.1 }, [1]],
  ["x | 0", { x: 2.5 }, [0], "gradient/cut"],
  ["~~x", { x: 2.5 }, [0], "gradient/cut"],
  ["x >>> 1", { x: 5 }, [0], "gradient/cut"],
  ["Math.imul(x, 3)", { x: 5 }, [0], "gradient/cut"],
  ["Math.clz32(x)", { x: 5 }, [0], "gradient/cut"],
  ["x ^ 3", { x: 5 }, [0], "gradient/cut"],
  ["parseFloat(String(x))", { x: 2.5 }, [0], "gradient/cut"],
  ["Number(BigInt(x) * 2n)", { x: 5 }, [0], "gradient/cut"],
  ["((v) => (v.setInt32(0, x), v.getInt32(0)))(new DataView(new ArrayBuffer(8)))", { x: 5.5 }, [0], "gradient/cut"],
  ["((v) => (v.setFloat64(0, x), v.getUint32(0)))(new DataView(new ArrayBuffer(8)))", { x: 5.5 }, [0], "gradient/cut"],
  ["new Int32Array(new Float32Array([x]).buffer)[0]", { x: 5.5 }, [0], "gradient/cut"],
  [
    "((from, to) => (new Uint8Array(to).set(new Uint8Array(from)), new Float64Array(to)[0] * 3))(new Float64Array([x]).buffer, new ArrayBuffer(8))",
    { x: 5.5 },
    [3],
  ],
  [
    "new Float64Array(new Uint8Array(new Float64Array([x, 2]).buffer).reverse().buffer)[1] + x",
    { x: 1 },
    [1],
    "gradient/cut",
  ],
  ["new Float64Array(new Float64Array([x, 2]).buffer.slice(0, 8))[0] * 3", { x: 5.5 }, [3]],
  ["new Float64Array([1, x, 2]).indexOf(5.5) * x", { x: 5.5 }, [1]],
  ["new Date(x).getTime()", { x: 2500.5 }, [0], "gradient/cut"],
  ["new Date(new Date(x)) - 1", { x: 2500.5 }, [0], "gradient/cut"],
  ["Date.UTC(x, 3)", { x: 2001 }, [0], "gradient/cut"],
  ["Date.parse(new Date(x).toISOString())", { x: 2500.5 }, [0], "gradient/cut"],
  ["+x.toFixed(2)", { x: 2.5 }, [0], "gradient/cut"],
  ["Number(`${x}`)", { x: 2.5 }, [0], "gradient/cut"],
  ["new Int32Array([x])[0]", { x: 2.5 }, [0], "gradient/cut"],
  ["new Uint8ClampedArray([x])[0]", { x: 2.5 }, [0], "gradient/cut"],
  ["JSON.parse(JSON.stringify({ x })).x", { x: 2.5 }, [0], "gradient/cut"],
  ["x || 5", { x: 0 }, [0]],
  ["x && y", { x: 0, y: 3 }, [1, 0]],
  ["x ?? 5", { x: 0 }, [1]],
  ["-x", { x: 0 }, [-1]],
  ["+x", { x: 3 }, [1]],
  ["x * 0", { x: I }, [N], "domain/value"],
  ["Math.sqrt(x * x)", { x: 0 }, [0], "domain/gradient"],
  ["0 * Math.sqrt(x)", { x: 0 }, [0]],
  ["x === 0 ? 1 : Math.sin(x) / x", { x: 0 }, [0], "kink/comparison"],
  ["Math.sqrt(x) - Math.sqrt(x)", { x: 0 }, [N]],
  ["x++ + x", { x: 3 }, [2]],
  ["x--, x * x", { x: 3 }, [4]],
  ["Math.pow(x, y)", { x: -8, y: 1 / 3 }, [N, N], "domain/value"],
  ["Math.sinh(x)", { x: 1 }, [Math.cosh(1)]],
  ["Math.asinh(x)", { x: 1e200 }, [1e-200]],
  ["Math.atan(x)", { x: 1e200 }, [0]],
  ["Math.cosh(x)", { x: 0 }, [0]],
  ["Math.max(...[x, y])", { x: 1, y: 2 }, [0, 1]],
  ["Math.min()", {}, []],
  ["Math.abs(x - y)", { x: 1, y: 1 }, [0, 0], "kink/point"],
  ["1e308 * x * 10", { x: 1 }, [I], "domain/value"],
  ["Math.exp(x) / (1 + Math.exp(x))", { x: 1000 }, [N], "domain/value"],
  ["Math.log(1 + Math.exp(x))", { x: 0 }, [0.5]],
];

describe("At special points", () => {
  for (const [expression, inputs, wanted, code] of points)
    it(`${expression} at ${Object.values(inputs).map(written).join(", ")}`, () => {
      const names = Object.keys(inputs);
      const text = `function f(${names.join(", ")}) { return ${expression}; }`;
      const given = `[${Object.values(inputs).map(written).join(", ")}]`;
      const trace = traceOf(text, { uri: "file:///special.js", given });
      // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- both sides must run the same text
      const inNode = new Function(...names, `return ${expression}`) as (...at: number[]) => number;
      assert.ok(Object.is(trace.outputs[0]?.value, inNode(...Object.values(inputs))), String(trace.outputs[0]?.value));
      const gradient = gradientOf(trace);
      for (const [index, partial] of wanted.entries())
        assert.ok(isNear(gradient[index]!, partial), `${gradient.join(", ")} instead of ${wanted.join(", ")}`);
      const codes: readonly string[] = trace.findings.map((finding) => finding.code);
      if (code !== undefined) assert.ok(codes.includes(code), `${codes.join(", ")} instead of ${code}`);
    });

  it("tells the infinity of a pole, and nothing of slopes that it does not have", () => {
    const codes = traceOf("function f(x: number, y: number) { return x / y; }", { given: "[1, 0]" }).findings.map(
      ({ code }) => code,
    );
    assert.deepEqual(codes, ["domain/value"]);
  });

  it("tells a kink once, however often a loop comes to it", () => {
    const text = "function f(x: number) { let s = 0; for (let i = 0; i < 5; i++) s += Math.abs(x * i); return s; }";
    const codes = traceOf(text, { given: "[0]" }).findings.map(({ code }) => code);
    assert.deepEqual(codes, ["kink/point"]);
  });
});

function written(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

/** Whether two partials are the same but for the last digits; of zero, the sign does not matter. */
function isNear(x: number, y: number): boolean {
  return Object.is(x, y) || x === y || Math.abs(x - y) <= 1e-14 * Math.abs(y);
}
