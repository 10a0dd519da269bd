/** Functions are reached however a program makes them: with an instance, inside a method, two functions deep, on a prototype. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientOf, traceOf } from "../traced.ts";

/** What a function is run with, its result and its gradient. */
interface Case {
  readonly does: string;
  readonly text: string;
  readonly name: string;
  readonly uri?: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly gradient: readonly number[];
}

const cases: readonly Case[] = [
  {
    does: "the arrow in a field",
    text: "class A { w = 2; constructor(readonly k: number) {} f = (x: number) => this.w * this.k * x; }",
    name: "A.f",
    inputs: { "this.k": 1, "this.w": 2, x: 2 },
    gradient: [4, 2, 2],
  },
  {
    does: "a function of an object in a field",
    text: "class A { k = 3; fns = { deep: { f: (x: number) => x * x * this.k } }; }",
    name: "A.fns.deep.f",
    inputs: { x: 1 },
    gradient: [6],
  },
  {
    does: "a function of an object in a private field",
    text: "class A { #fns = { f(x: number) { return x / 2; } }; m() { return this.#fns.f(1); } }",
    name: "A.#fns.f",
    inputs: { x: 1 },
    gradient: [0.5],
  },
  {
    does: "a function in a method, with what the method passes to its parameters",
    text: "class A { constructor(readonly k: number) {} m(xs: number[]) { const f = (x: number) => x * this.k; return xs.map(f); } }",
    name: "A.m.f",
    inputs: { x: 2 },
    gradient: [1],
  },
  {
    does: "a function in a getter",
    text: "class A { constructor(readonly k: number) {} get g() { const f = (x: number) => x ** 3; return f(this.k + 1); } }",
    name: "A.g.f",
    inputs: { x: 2 },
    gradient: [12],
  },
  {
    does: "a function in a constructor",
    text: "class A { y: number; constructor(k: number) { const f = (x: number) => x ** 2; this.y = f(k + 2); } }",
    name: "f",
    inputs: { x: 3 },
    gradient: [6],
  },
  {
    does: "a function two functions deep",
    text: "function f(a: number) { function g(b: number) { function h(c: number) { return a * b * c; } return h(2); } return g(3); }",
    name: "f.g.h",
    inputs: { c: 2 },
    gradient: [3],
  },
  {
    does: "a method of the object that is exported as default",
    text: "export default { k: 3, m(x: number) { return this.k * x; } };",
    name: "m",
    inputs: { "this.k": 3, x: 1 },
    gradient: [1, 3],
  },
  {
    does: "a function that says what its `this` is",
    text: "interface V { x: number; y: number }\nfunction f(this: V, k: number) { return k * this.x * this.y; }",
    name: "f",
    inputs: { "this.x": 1, "this.y": 2, k: 3 },
    gradient: [6, 3, 2],
  },
  {
    does: "a function whose comment says what its `this` is",
    text: "/** @this {{ x: number }} @param {number} k */\nfunction f(k) { return this.x * k; }",
    name: "f",
    uri: "file:///a.js",
    inputs: { "this.x": 1, k: 2 },
    gradient: [2, 1],
  },
  {
    does: "a field with the keyword `accessor`, by its name",
    text: "class A { accessor x = 3; get twice() { return this.x * 2; } }",
    name: "A.twice",
    inputs: { "this.x": 3 },
    gradient: [2],
  },
  {
    does: "a function that makes objects",
    text: "function Vec(x, y) { this.length = x * y; }",
    name: "Vec",
    uri: "file:///a.js",
    inputs: { x: 1, y: 2 },
    gradient: [2, 1],
  },
  {
    does: "a method on a prototype",
    text: "var Vec = function (x, y) { this.x = x; this.y = y; };\nVec.prototype.dot = function (o) { return this.x * o.x + this.y * o.y; };",
    name: "Vec.dot",
    uri: "file:///a.js",
    inputs: { "this.x": 1, "this.y": 2, "o.x": 3, "o.y": 4 },
    gradient: [3, 4, 1, 2],
  },
  {
    does: "the methods of an object that becomes a prototype",
    text: "function Vec(x) { this.x = x; }\nVec.prototype = { square() { return this.x ** 2; } };",
    name: "Vec.square",
    uri: "file:///a.js",
    inputs: { "this.x": 1 },
    gradient: [2],
  },
  {
    does: "the methods that are copied to a prototype",
    text: "function Vec(x) { this.x = x; }\nObject.assign(Vec.prototype, { times(k) { return this.x * k; } });",
    name: "Vec.times",
    uri: "file:///a.js",
    inputs: { "this.x": 1, k: 2 },
    gradient: [2, 1],
  },
  {
    does: "a function in a method on a prototype",
    text: "function Vec(x) { this.x = x; }\nVec.prototype.m = function () { const f = (k) => k * k; return f(this.x + 2); };",
    name: "Vec.m.f",
    uri: "file:///a.js",
    inputs: { k: 3 },
    gradient: [6],
  },
  {
    does: "a method of the class that a CommonJS module exports",
    text: "module.exports = class Vec { constructor(x) { this.x = x; } square() { return this.x ** 2; } };",
    name: "square",
    uri: "file:///a.cjs",
    inputs: { "this.x": 1 },
    gradient: [2],
  },
  {
    does: "a function that is put on an object and reads its `this`",
    text: "var Lib = { k: 3 };\nLib.scale = function (x) { return this.k * x; };\nLib.square = function (x) { return x * x; };",
    name: "Lib.scale",
    uri: "file:///a.js",
    inputs: { "this.k": 3, x: 1 },
    gradient: [1, 3],
  },
  {
    does: "a function of functions, with what all of them take",
    text: "export const f = (a: number) => (b: number, c = 4) => { const d = a * b; return (e: number) => d * c * e; };",
    name: "f",
    inputs: { a: 1, b: 2, c: 4, e: 3 },
    gradient: [24, 12, 6, 8],
  },
  {
    does: "a function of functions, each with as many as are left",
    text: "export const f = (...a: number[]) => (k: number) => (...b: number[]) => (a[0] + a[1] + a[2]) * k * (b[0] * b[1] * b[2]);",
    name: "f",
    inputs: { "a[0]": 1, "a[1]": 2, "a[2]": 3, k: 4, "b[0]": 5, "b[1]": 6, "b[2]": 7 },
    gradient: [840, 840, 840, 1260, 1008, 840, 720],
  },
  {
    does: "what a list of functions makes",
    text: "const compose = (...fs: ((x: number) => number)[]) => (x: number) => fs.reduceRight((a, f) => 2 * f(a), x);",
    name: "compose",
    inputs: { x: 1 },
    gradient: [8],
  },
  {
    does: "the function that a method returns",
    text: "class A { k = 3; m(a: number) { return (b: number) => this.k * a * b; } }",
    name: "A.m",
    inputs: { "this.k": 3, a: 1, b: 2 },
    gradient: [2, 6, 3],
  },
  {
    does: "what a function that is called at once returns",
    text: "export const twice = (() => { const k = 2; return (x: number) => k * x; })();",
    name: "twice",
    inputs: { x: 1 },
    gradient: [2],
  },
  {
    does: "a function that is called at once, with what it is given",
    text: "const square = (function (x: number) { return x * x; })(3);",
    name: "square",
    inputs: { x: 3 },
    gradient: [6],
  },
  {
    does: "an element of a list",
    text: "export const steps = [(x: number) => x + 1, (x: number) => x ** 3];",
    name: "steps[1]",
    inputs: { x: 1 },
    gradient: [3],
  },
  {
    does: "what a call at the top gets",
    text: "const memoize = <F,>(f: F): F => f;\nexport const cube = memoize((x: number) => x ** 3);",
    name: "memoize callback",
    inputs: { x: 1 },
    gradient: [3],
  },
];

describe("The function that is wanted is", () => {
  for (const { does, text, name, uri = "file:///a.ts", inputs, gradient } of cases)
    it(does, () => {
      const trace = traceOf(text, { name, uri });
      assert.deepEqual(trace.findings, []);
      assert.deepEqual(Object.fromEntries(trace.inputs.map((input) => [input.name, input.value])), inputs);
      assert.deepEqual(gradientOf(trace), gradient);
    });

  it("with what it is called with, but for what is changed beside it", () => {
    const text = `function outer(a: number[]) {
      const inner = (x: number, ys: number[], ...rest: number[]) => x * ys[0]! + ys[1]! * rest[1]!;
      return inner(a[0]! + 10, [a[1]!, 30], 40, 50);
    }`;
    const valuesWith = (changed: Readonly<Record<string, string>>): unknown[] =>
      traceOf(text, { name: "outer.inner", changed }).inputs.map(({ value, source }) => `${String(value)} ${source}`);
    assert.deepEqual(valuesWith({}), ["11 call", "2 call", "30 call", "40 call", "50 call"]);
    assert.deepEqual(valuesWith({ x: "7" }), ["7 panel", "2 call", "30 call", "40 call", "50 call"]);
    const two = { "ys[1]": "8", "rest[0]": "9" };
    assert.deepEqual(valuesWith(two), ["11 call", "2 call", "8 panel", "9 panel", "50 call"]);
  });

  it("not found where nothing makes it, which is said at its name", () => {
    const text = "function f(a: number) { if (a > 100) { const g = (x: number) => x; return g(a); } return a; }";
    const { findings } = traceOf(text, { name: "f.g", uri: "file:///a.ts" });
    assert.deepEqual(
      findings.map(({ code, place }) => [code, text.slice(place.start, place.end)]),
      [["input/not-reached", "g"]],
    );
  });
});
