import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { all, assumed } from "./assumed.ts";

describe("assumed inputs", () => {
  it("fit primitive types, and numbers count up", () => {
    all([
      ["a: number, b: number, c?: number", "1", "2", "3"],
      ["a: boolean, b: string, c: bigint, d: string", "true", '"a"', "1n", '"b"'],
      ['a: "x" | "y", b: 2 | 4, c: true, d: -1', '"x"', "2", "true", "-1"],
      ["a: null, b: undefined, c: any, d: unknown", "null", "undefined", "1", "2"],
      ["a: number | undefined, b: string | number, c: null | [number], d: 'auto' | number", "1", "2", "[3]", "4"],
      ["a: `${number}px`, b: (number)", '"1px"', "1"],
      ['a: `${"a" | "b"}-${string}-${boolean}`, b: number', '"a-a-true"', "1"],
      ["a: Date, b: ArrayBuffer, c: RegExp", 'new Date("2024-05-15")', "new ArrayBuffer(64)", "/a/"],
    ]);
  });

  it("fit arrays, tuples and typed arrays, with decimals in nested arrays", () => {
    all([
      ["a: number[], b: readonly number[], c: Array<number>", "[1, 2, 3]", "[4, 5, 6]", "[7, 8, 9]"],
      [
        "a: [number, number], b: readonly [x: number, y?: string], c: [number, ...number[]]",
        "[1, 2]",
        '[3, "a"]',
        "[4, 5, 6]",
      ],
      [
        "m: number[][], n: [number, number][]",
        "[[0.2, 0.3, 0.5], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]]",
        "[[2.9, 3.1], [3.7, 4.1], [4.3, 4.7]]",
      ],
      [
        "a: Float64Array, b: Uint8Array, c: BigInt64Array",
        "new Float64Array([1, 2, 3])",
        "new Uint8Array([4, 5, 6])",
        "new BigInt64Array([7n, 8n, 9n])",
      ],
      ["a: Float32Array[]", "[new Float32Array([1, 2, 3]), new Float32Array([4, 5, 6]), new Float32Array([7, 8, 9])]"],
      ["...rest: number[]", "[1, 2, 3]"],
      ["s: string[], o: { x: number }[]", '["a", "b", "c"]', "[{ x: 1 }, { x: 2 }, { x: 3 }]"],
    ]);
  });

  it("fit object types, interfaces with bases and generics, aliases and mapped types", () => {
    const declarations = `
      interface Named { name: string } interface Point extends Named { x: number; readonly y?: number }
      interface Point { z: number } interface Box<T, U = boolean> { content: T; flag: U; list: T[] }
      type Pair<A> = { left: A; right: A }; type Weights = Record<"w" | "b", number>; type Flags = { [K in "p" | "q"]: K };
      interface Tree { value: number; left?: Tree; children: Tree[] }
      interface List { head: number; tail: List | null }
      type Keys = keyof Point; type Value = Point["x"]; type Shape = { kind: "a"; r: string } | { kind: "b"; s: number };
      const ORIGIN = { u: 0, v: [0, 1] };`;
    all(
      [
        ["p: Point", '{ name: "a", x: 1, y: 2, z: 3 }'],
        ["b: Box<number>", "{ content: 1, flag: true, list: [2, 3, 4] }"],
        ["p: Pair<Pair<number>>", "{ left: { left: 1, right: 2 }, right: { left: 3, right: 4 } }"],
        ["w: Weights, g: Flags", "{ w: 1, b: 2 }", '{ p: "p", q: "q" }'],
        ["l: List", "{ head: 1, tail: { head: 2, tail: null } }"],
        [
          "t: Tree",
          "{ value: 1, left: { value: 2, children: [] }, children: [{ value: 3, children: [] }, { value: 4, children: [] }, { value: 5, children: [] }] }",
        ],
        ["k: Keys, v: Value", '"name"', "1"],
        ["s: Shape", '{ kind: "b", s: 1 }'],
        [
          "a: Partial<Point>, b: Pick<Point, 'x' | 'z'>, c: Omit<Point, 'name'>",
          '{ name: "a", x: 1, y: 2, z: 3 }',
          "{ x: 4, z: 5 }",
          "{ x: 6, y: 7, z: 8 }",
        ],
        ["r: Record<string, number>, i: { [key: string]: number }", "{ a: 1, b: 2, c: 3 }", "{ a: 4, b: 5, c: 6 }"],
        ["o: typeof ORIGIN", "{ u: 1, v: [2, 3] }"],
        ["x: { a: number } & { b: number }, y: number & { __brand: 'm' }", "{ a: 1, b: 2 }", "3"],
        ["m: Map<string, number>, s: Set<number>", 'new Map([["a", 1], ["b", 2], ["c", 3]])', "new Set([4, 5, 6])"],
        [
          "p: { [K in 'x' | 'y' as `d${Uppercase<K>}`]: number }, q: { [K in 'x' | 'y' as Exclude<K, 'x'>]: number }",
          "{ dX: 1, dY: 2 }",
          "{ y: 3 }",
        ],
        ["x: { 'a b': number; m(): void }", '{ "a b": 1, m: () => {} }'],
      ],
      declarations,
    );
  });

  it("fit enums, functions, classes and type parameters", () => {
    const declarations = `
      enum Mode { A, B = 5, C } enum Word { X = "x" } enum Flag { None, Low = 1 << 2, High = 1 << 3, Both = Low | Flag.High, Not = ~1, Odd = -3, 'of text' = 0x10 } namespace N { export interface P { q: number } export class K { constructor(k: number) {} } }
      class Vec { constructor(readonly x: number, public y: number, z = 0) {} } class Sub extends Vec {} class Empty {} class Own extends Vec { constructor(v: Vec) { super(1, 2); } }`;
    all(
      [
        ["m: Mode, w: Word, c: Mode.C", "0", '"x"', "6"],
        ["a: Flag.Low, b: Flag.Both, c: Flag.Not, d: Flag.Odd", "4", "12", "-2", "-3"],
        [
          "g: (x: number) => number, h: () => number, i: (a: number, b: number) => boolean",
          "(x) => x",
          "() => 1",
          "(x1, x2) => true",
        ],
        [
          "g: (x: number) => void, h: (v: number[]) => number[], i: (v: string) => { x: number }",
          "(x) => {}",
          "(x) => x",
          "(x) => ({ x: 1 })",
        ],
        [
          "g: (w: number[], k: number) => number, h: (p: { x: number; y: number[][] }) => number, i: (t: [number, number]) => number",
          "(x1, x2) => x2",
          "(x) => x.x + x.y.reduce((s, v1) => s + v1.reduce((s, v2) => s + v2, 0), 0)",
          "(x) => x[0] + x[1]",
        ],
        [
          "g: (t: number) => [number, number], h: (t: number) => { x: number }, i: (v: Float64Array, w: number[]) => { y: number }",
          "(x) => [1 * x, 2 * x]",
          "(x) => ({ x: 3 * x })",
          "(x1, x2) => ({ y: 4 * (x1.reduce((s, v) => s + v, 0) + x2.reduce((s, v) => s + v, 0)) })",
        ],
        ["v: InstanceType<typeof Vec>, p: Parameters<(a: number, b: string) => void>", "new Vec(1, 2)", '[3, "a"]'],
        ["v: Vec, s: Sub, e: Empty, o: Own", "new Vec(1, 2)", "new Sub(3, 4)", "new Empty()", "new Own(new Vec(5, 6))"],
        ["p: N.P, k: N.K", "{ q: 1 }", "new N.K(2)"],
      ],
      declarations,
    );
    assert.deepEqual(assumed("function f<T extends number[], U>(a: T, b: U) {}"), ["[1, 2, 3]", "4"]);
    assert.deepEqual(assumed("type Fn = (x: number[], y: string) => number; const f: Fn = (x, y) => 0;"), [
      "[1, 2, 3]",
      '"a"',
    ]);
  });

  it("fit types of imported files, and borrow classes that are imported as types only", () => {
    const others = {
      "vec.ts":
        "export class Vec { constructor(readonly x: number) {} } export interface P { at: Vec; size: Size } export type Size = [number];",
      "index.ts": 'export * from "../vec"; export { Vec as V } from "../vec";',
      "node_modules/lib/package.json": '{"types": "t.d.ts"}',
      "node_modules/lib/t.d.ts": "export interface L { l: number } export declare class C { constructor(x: number) }",
    };
    const text = `import { Vec, type P } from "../index"; import type { V } from "../index"; import type * as I from "../vec"; import { L, C } from "lib";
      import { Gone } from "../gone";
      function f(a: Vec, b: P, c: V, d: I.Size, e: L, g: C, h: import("../vec").Size, i: Gone) { return i.x + i.list[0]; }`;
    assert.deepEqual(assumed(text, "file:///a.ts", others), [
      "new Vec(1)",
      "{ at: new Vec_1(2), size: [3] }",
      "new Vec_1(4)",
      "[5]",
      "{ l: 6 }",
      "new C(7)",
      "[8]",
      "{ x: 9, list: [10, 11, 12] }",
      "Vec_1 is Vec of file:///vec.ts",
    ]);
  });

  it("fit JSDoc types in JavaScript", () => {
    const text = `
      /** @typedef {Object} Point
       * @property {number} x
       * @property {number[]} ys */
      /** @typedef {{ u: number, v?: string }} Pair */
      /** @callback Fn
       * @param {number} x
       * @returns {number} */
      /**
       * @param {number} a
       * @param {Array<number>} b
       * @param {Point} c
       * @param {?number} d
       * @param {Pair} e
       * @param {Fn} g
       * @param {"x"|"y"} h
       * @param {number[][]} [i]
       */
      function f(a, b, c, d, e, g, h, i) {}`;
    assert.deepEqual(assumed(text, "file:///a.js"), [
      "1",
      "[2, 3, 4]",
      "{ x: 5, ys: [6, 7, 8] }",
      "9",
      '{ u: 10, v: "a" }',
      "(x) => x",
      '"x"',
      "[[0.2, 0.3, 0.5], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]]",
    ]);
  });

  it("fit the use of parameters without types", () => {
    const cases: readonly (readonly [string, ...string[]])[] = [
      ["function f(a, b) { return a * b; }", "1", "2"],
      ["function f(xs, i) { return xs[i]; }", "[1, 2, 3]", "4"],
      ["function f(xs) { let s = 0; for (const x of xs) s += x.w; return s; }", "[{ w: 1 }, { w: 2 }, { w: 3 }]"],
      ["function f(m) { return m[0][1] + m.length; }", "[[0.2, 0.3, 0.5], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]]"],
      [
        "function f(p) { return p.x * p.inner.y + p.list[0] + p['k']; }",
        "{ x: 1, inner: { y: 2 }, list: [3, 4, 5], k: 6 }",
      ],
      ["function f(p) { const { x, y: [u, v] } = p; const q = p; return x + u + q.z; }", "{ x: 1, y: [2, 3], z: 4 }"],
      ["function f(xs, g) { return xs.map((x) => g(x)).reduce((a, b) => a + b, 0); }", "[1, 2, 3]", "(x) => x"],
      ["function f(xs, g) { return xs.map(g).reduce((a, b) => a + b); }", "[1, 2, 3]", "(x) => x"],
      ["function f(xs, g) { return xs.reduce(g); }", "[1, 2, 3]", "(x1, x2) => x1"],
      ["function f(xs) { return xs.reduce((s, p) => s + p.x, 0); }", "[{ x: 1 }, { x: 2 }, { x: 3 }]"],
      ["function f(xs) { return Math.max(...xs); }", "[1, 2, 3]"],
      ["function f(s, n) { return s.toUpperCase().length + n; }", '"a"', "1"],
      ["function f(kind, x) { switch (kind) { case 'a': return x; case 'b': return -x; } }", "'a'", "1"],
      ["function f(w, xs) { return g(w, xs); } function g(w, [a, b]) { return w * a + b; }", "1", "[2, 3]"],
      [
        "function f({ x, y = 2, z: { w } }, [a] = [1]) { return x + w[0]; }",
        "{ x: 1, y: 2, z: { w: [3, 4, 5] } }",
        "[6]",
      ],
      [
        "function f(ps) { return ps.map(({ x, y: [u] }) => x * u).length; }",
        "[{ x: 1, y: [0.2] }, { x: 2, y: [0.3] }, { x: 3, y: [0.5] }]",
      ],
      ["function f(ps) { for (const { x } of ps.slice(1)) return x; }", "[{ x: 1 }, { x: 2 }, { x: 3 }]"],
      [
        "function f(ps) { return [...ps].sort(function (a, b) { return a.k - b.k; }).at(-1).v; }",
        "[{ k: 1, v: 2 }, { k: 3, v: 4 }, { k: 5, v: 6 }]",
      ],
      ["function f(o) { return Object.values(o).length; }", "{ a: 1, b: 2, c: 3 }"],
      [
        "function f(p, q) { return p.x * g(p, q); } function g(a, b) { return a.y * b.y; }",
        "{ y: 1, x: 2 }",
        "{ y: 3 }",
      ],
      ["function f([h, ...t], { a, ...r }) { return h + t.length + a + r.b; }", "[1, 2, 3]", "{ a: 4, b: 5 }"],
      ["function f(...xs) { return xs[0].y; }", "[{ y: 1 }, { y: 2 }, { y: 3 }]"],
      ["const f = (x) => x.model.predict(x.v, 2);", "{ model: { predict: (x1, x2) => x1 }, v: 1 }"],
      ["function f(a = 1, b = [1, 2], c = { d: 1 }) {}", "1", "[2, 3]", "{ d: 4 }"],
      ["function f(q) { return q[3] - q[0]; }", "[1, 2, 3, 4]"],
      [
        "function f(ps) { let s = 0; for (const [x, y] of ps) s += x * y; return s; }",
        "[[0.2, 0.3], [0.5, 0.7], [1.1, 1.3]]",
      ],
      [
        "function f(m) { return m[1][4]; }",
        "[[0.2, 0.3, 0.5, 0.7, 1.1], [1.3, 1.7, 1.9, 2.3, 2.9], [3.1, 3.7, 4.1, 4.3, 4.7]]",
      ],
    ];
    assert.deepEqual(
      cases.map(([text]) => [text, ...assumed(text, "file:///a.js")]),
      cases,
    );
  });

  it("fit what is told by constants, alternatives, call signatures and heirs", () => {
    all(
      [
        ["m: Mode, k: keyof typeof SIZES, c: typeof SIZES", '"fast"', '"small"', '{ small: 1, name: "sizes" }'],
        [
          'r: Extract<Fig, { kind: "rect" }>, e: Exclude<Fig, { kind: "circle" }>',
          '{ kind: "rect", w: 1 }',
          '{ kind: "rect", w: 2 }',
        ],
        ["g: Fn, s: Shape", 'Object.assign((x) => x, { slope: (x) => x, label: "a" })', "new Square(1)"],
        ["m: Map<string, number>, k: string", 'new Map([["a", 1], ["b", 2], ["c", 3]])', '"a"'],
        ["s: TemplateStringsArray, ...values: number[]", '["a", "b", "c", "d"]', "[1, 2, 3]"],
      ],
      `const MODES = ["fast", "slow"] as const;
      type Mode = (typeof MODES)[number];
      const SIZES = { small: 1, name: "sizes" };
      type Fig = { kind: "circle"; r: number } | { kind: "rect"; w: number };
      interface Fn { (x: number): number; slope(x: number): number; label: string }
      abstract class Shape { abstract area(): number; }
      abstract class Round extends Shape {}
      class Square extends Shape { constructor(readonly side: number) { super(); } area() { return this.side ** 2; } }`,
    );
  });

  it("end for types that grow without end", () => {
    const text =
      "type Grow<T> = { next: Grow<T[]>; x: number }; type Loop = Loop[]; function f(a: Grow<number>, b: Loop, c: number[][][][][][][][][][]) {}";
    assert.deepEqual(assumed(text).slice(0, 2), ["{ next: { x: 1 }, x: 2 }", "[[], [], []]"]);
  });
});
