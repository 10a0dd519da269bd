/** What use adds to types, and types that are made in their own way. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { all, assumed } from "./assumed.ts";

describe("assumed inputs", () => {
  it("fit the use of parameters with types that leave something open", () => {
    const cases: readonly (readonly [string, ...string[]])[] = [
      ["function f(q: number[]) { return q[3]! * q[0]!; }", "[1, 2, 3, 4]"],
      ["function f(q: Float32Array) { return q[4]!; }", "new Float32Array([1, 2, 3, 4, 5])"],
      ["function f(v: readonly number[]) { const [a, b, c, d] = v; return a! * d!; }", "[1, 2, 3, 4]"],
      ["function f(v: number[]) { const [a, b] = v; return a! * b!; }", "[1, 2, 3]"],
      ["function f(p: { q: number[] }) { return p.q[3]!; }", "{ q: [1, 2, 3, 4] }"],
      [
        "function f(ls, start) { return ls.reduce((h, l) => h.map((v, i) => v * l[i]), start)[0]; }",
        "[[0.2, 0.3, 0.5], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]]",
        "[1, 2, 3]",
      ],
      ["function f(hex) { return parseInt(hex.slice(1), 16); }", '"123456"'],
      ["function f(hex) { const c = hex.slice(1); return Number.parseInt(c.slice(0, 2), 16); }", '"123456"'],
      ["function f(kind: string, x: number) { return kind === 'sine' ? Math.sin(x) : x; }", "'sine'", "1"],
      [
        "function f(o: { mode: string }) { switch (o.mode) { case 'a': return 1; default: return 2; } }",
        "{ mode: 'a' }",
      ],
    ];
    assert.deepEqual(
      cases.map(([text]) => [text, ...assumed(text)]),
      cases,
    );
  });

  it("are classes, dates that follow each other, and iterators", () => {
    all(
      [
        ["make: typeof Ball, other: new (size: number) => Ball", "Ball", "Ball"],
        ["p: { new (x: number): Point }", "function (x1) { return { x: 1, y: 2 }; }"],
        ["b: InstanceType<typeof Ball>, c: ConstructorParameters<typeof Ball>", "new Ball(1)", "[2]"],
        ["from: Date, to: Date", 'new Date("2024-05-15")', 'new Date("2024-05-16")'],
        ["i: Iterator<number>, g: Generator<number, void, unknown>", "[1, 2, 3].values()", "[4, 5, 6].values()"],
        ["g: () => IterableIterator<number>", "() => [1, 2, 3].values()"],
      ],
      "class Ball { constructor(readonly size: number) {} } interface Point { x: number; y: number }",
    );
  });

  it("are one of the values of an object with `@enum`", () => {
    const text = `/** @enum {number} */ const Kind = Object.freeze({ Relu: 3, Tanh: 4 });
      /** @param {Kind} kind @param {number} x */ function f(kind, x) { return kind === Kind.Tanh ? Math.tanh(x) : x; }`;
    assert.deepEqual(assumed(text, "file:///a.js"), ["3", "1"]);
  });
});
