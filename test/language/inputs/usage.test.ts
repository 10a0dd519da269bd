/** What is made up for parameters without types fits what becomes of them on the way. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { assumed } from "./assumed.ts";

function compare(cases: readonly (readonly [string, ...string[]])[]): void {
  assert.deepEqual(
    cases.map(([text]) => [text, ...assumed(text, "file:///a.js")]),
    cases,
  );
}

const POINTS = "[{ x: 1 }, { x: 2 }, { x: 3 }]";

describe("the use of parameters", () => {
  it("is followed through copies of elements", () => {
    compare([
      ["function f(ps) { const qs = ps.map((p) => ({ ...p })); return qs[0].x; }", POINTS],
      [
        "function f(ps) { let qs = ps.map(function (p) { return p; }); return qs.reduce((s, q) => s + q.x, 0); }",
        POINTS,
      ],
      [
        "function f(m) { const a = m.map((row) => [...row]); return a[0][0]; }",
        "[[0.2, 0.3, 0.5], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]]",
      ],
      ["function f(p) { const q = { ...p, y: 2 }; return q.x; }", "{ x: 1 }"],
    ]);
  });

  it("ends where copies are copied in a circle", () => {
    const text =
      "function f(x) { const p = x.map((a) => q); const q = p.map((b) => p); const r = r.map((c) => r); return p.map((d) => r)[0]; }";
    assert.equal(assumed(text, "file:///a.js").length, 1);
  });

  it("tells which keys of an object are meant", () => {
    compare([
      ["function f(by, t) { const e = { one: (x) => x, 'to two': (x) => x * x }; return e[by](t); }", '"one"', "1"],
      ["const rates = { eur: 1, usd: 2 }; function f(from, x) { return x * rates[from]; }", '"eur"', "1"],
      ["function f(by, x) { return { a: 1, [x]: 2 }[by]; }", "1", "2"],
    ]);
  });

  it("tells what a text is split by", () => {
    compare([
      ["function f(s) { return s.trim().length + s.split(', ').map(Number)[0]; }", '"1, 2, 3"'],
      ["function f(s) { return s.split(/x/).length; }", '"a"'],
    ]);
  });

  it("finds the class whose methods are called, and what its constructor keeps", () => {
    const vector = `class V { constructor(x, y) { this.x = x; this.y = y; } plus(v) { return new V(this.x + v.x, this.y + v.y); }
      times(k) { return new V(this.x * k, this.y * k); } static between(a, b) { return a.plus(b).times(0.5); } }`;
    const net = `class Unit { constructor(w, { b }) { this.w = w; this.b = b; } out(x) { return this.w.map((w, i) => w * x[i])[0] + this.b; } }
      class Net { constructor(units) { this.units = units; } run(x) { return this.units.map((u) => u.out(x)); } }`;
    compare([
      [`${vector} function f(a, b) { return a.plus(b).times(2).x; }`, "new V(1, 2)", "{ x: 3, y: 4 }"],
      [`${vector} function f(a, b) { return V.between(a, b).x; }`, "new V(1, 2)", "{ x: 3, y: 4 }"],
      [`${vector} function f(a) { return a.plus(1) - a.minus(2); }`, "{ plus: (x) => x, minus: (x) => x }"],
      [
        `${net} function f(net) { return net.run([1]); }`,
        "new Net([new Unit([0.2, 0.3, 0.5], { b: 1 }), new Unit([0.7, 1.1, 1.3], { b: 2 }), new Unit([1.7, 1.9, 2.3], { b: 3 })])",
      ],
      [
        "class T { constructor(ts) { this.ts = ts; } sum() { return this.ts.map((t) => t.sum()); } } function f(t) { return t.sum(); }",
        "new T([new T([{ sum: () => 0.2 }, { sum: () => 0.3 }, { sum: () => 0.5 }]), new T([{ sum: () => 0.7 }, { sum: () => 1.1 }, { sum: () => 1.3 }]), new T([{ sum: () => 1.7 }, { sum: () => 1.9 }, { sum: () => 2.3 }])])",
      ],
    ]);
  });

  it("leads to values of the same kind, once", () => {
    const tree = "{ w: 1, l: { w: 2, l: null, r: null }, r: { w: 3, l: null, r: null } }";
    compare([
      ["function f(t) { return t ? t.w + f(t.l) + f(t.r) : 0; }", tree],
      [
        "function f(l) { let s = 0; while (l) { s += l.v; l = l.next; } return s; }",
        "{ v: 1, next: { v: 2, next: null } }",
      ],
      [
        "function f(l) { let s = 0; for (let c = l; c; c = c.n) s += c.v; return s; }",
        "{ n: { n: null, v: 1 }, v: 2 }",
      ],
      ["function f(a, b) { return b ? f(b, a % b) : a; }", "1", "2"],
    ]);
  });
});
