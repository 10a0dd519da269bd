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
});
