/** Inputs that a run only looks at are told apart from inputs that nothing uses, and no edge is warned of that no gradient hangs on. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findingsOf } from "../traced.ts";

function saidOf(text: string): string[] {
  return findingsOf(text).map(({ code, message }) => `${code}: ${message}`);
}

describe("inputs without a path", () => {
  it("decide, as counts, indices and thresholds do, also by way of other steps", () => {
    for (const body of [
      "let s = x; for (let i = 0; i < n; i++) s *= x; return s;",
      "return [x, x * x, x ** 3][n];",
      "return x > n ? x : -x;",
      "let s = x; for (let i = 0; i !== Math.floor(n * 2); i++) s *= x; return s;",
      "switch (n) { case 2: return x; default: return x * x; }",
      "return { 2: x }[n] ?? 0;",
      "return x * new Date(n).getTime();",
    ]) {
      const said = saidOf(`/** @at x = 3, n = 2 */\nfunction f(x: number, n: number) { ${body} }`);
      const about = said.filter((each) => each.startsWith("input/"));
      assert.deepEqual(
        about,
        [
          "input/deciding: `n` has no gradient: it decides what is computed, but no step of the result computes with it.",
        ],
        body,
      );
    }
  });

  it("have no effect where nothing looks at them", () => {
    assert.deepEqual(
      saidOf("/** @at x = 3, n = 2 */\nfunction f(x: number, n: number) { const twice = n * 2; return x; }"),
      ["input/unused: `n` has no effect on the result: no path leads from it to there."],
    );
  });
});

describe("comparisons of equal numbers", () => {
  it("are warned of where a gradient on show hangs on them", () => {
    const warned = (text: string): boolean => saidOf(text).some((each) => each.startsWith("kink/comparison"));
    assert.ok(warned("/** @at x = 0 */\nfunction f(x: number) { return x > 0 ? x : 0; }"));
    assert.ok(warned("/** @at x = 0 */\nfunction f(x: number) { return x >= 0 ? x : 0; }"));
    assert.ok(warned("/** @at x = 1, y = 1 */\nfunction f(x: number, y: number) { return x < y ? x : y * y; }"));
    assert.ok(
      !warned(
        "/** @at x = 3, n = 5 */\nfunction f(x: number, n: number) { let s = 1; for (let i = 0; i < n; i++) s *= x; return s; }",
      ),
    );
    assert.ok(
      warned(
        "/** @at x = 3, t = 0.5 */\nfunction f(x: number, t: number) { let s = t; for (let i = 0; i < t; i += 0.25) s *= x; return s; }",
      ),
    );
  });

  it("are no warning where numbers stand still: what rounding has made, and what is infinite", () => {
    for (const body of [
      "return Math.floor(x) === 1 ? x * n : n;",
      "let best = -Infinity; if (best === -Infinity || x > best) best = x; return best * n;",
      "const log = (v: number) => (v === -Infinity ? 0 : Math.exp(v)); return x * n + log(x * 0 - Infinity);",
    ])
      assert.deepEqual(saidOf(`/** @at x = 1.5, n = 3 */\nfunction f(x: number, n: number) { ${body} }`), [
        ...(body.includes("floor")
          ? ["gradient/cut: `floor(x)` keeps only a part of the number, so no gradient passes through it."]
          : []),
      ]);
    assert.deepEqual(
      saidOf("/** @at x = 1 */\nfunction f(x: number) { return Math.floor(x) === 1 ? x : 0; }").map(
        (each) => each.split(":")[0],
      ),
      ["kink/point", "gradient/cut", "kink/comparison"],
    );
  });

  it("are warned of as jumps where a number on the way to the result is rounded to an index", () => {
    const quantile = (at: string): string[] =>
      saidOf(`/** @at s = [1, 2, 4], q = ${at} */
        function f(s: number[], q: number) { const i = Math.floor(q * 2); return s[i]! + (q * 2 - i) * ((s[i + 1] ?? s[i]!) - s[i]!); }`);
    assert.ok(quantile("1").some((each) => each.startsWith("kink/point: `floor(q · 2)` has no derivative")));
    assert.ok(!quantile("0.7").some((each) => each.startsWith("kink/")));
    assert.ok(
      !saidOf(
        "/** @at s = [1, 2, 4], i = 1 */\nfunction f(s: number[], i: number) { return s[Math.floor(i)]! ** 2; }",
      ).some((each) => each.startsWith("kink/")),
    );
  });

  it("are told as a count where a whole number ends a loop that is computed with, too", () => {
    for (const body of [
      "let s = n; for (let i = 0; i < n; i++) s *= x; return s;",
      "const h = x / n; let s = 0; for (let k = n - 1; k >= 0; k--) s += h * k; return s;",
      "let s = x; let k = n; while (k > 0) { s += k * x; k--; } return s;",
    ])
      assert.deepEqual(
        saidOf(`/** @at x = 3, n = 5 */\nfunction f(x: number, n: number) { ${body} }`),
        [
          "input/deciding: `n` also decides how often a loop is run; its gradient is that of the computation with as many rounds as now.",
        ],
        body,
      );
  });

  it("are no warning where they end a recursion or a round, and nothing else hangs on them", () => {
    const count = (body: string): string[] =>
      saidOf(`/** @at x = 1.5, n = 3 */\nfunction f(x: number, n: number): number { ${body} }`);
    for (const body of [
      "if (n === 0) return 1; return x * f(x, n - 1);",
      "return n <= 0 ? x : x * f(x, n - 1);",
      "const g = (k: number): number => (k !== 0 ? Math.sin(g(k - 1)) : x); return g(n);",
      "let s = 1; for (let i = 0; ; i++) { if (i === n) break; s *= x; } return s;",
    ])
      assert.deepEqual(
        count(body).map((each) => each.split(":")[0]),
        ["input/deciding"],
        body,
      );
    const warned = (body: string): boolean => count(body).some((each) => each.startsWith("kink/comparison"));
    assert.ok(warned("if (n === 0) return x; return n * f(x, n - 1);"));
    assert.ok(warned("const r = (v: number) => (v > 0 ? v : 0); return [x, n - 3].reduce((s, v) => s + r(v), 0);"));
    assert.ok(warned("return n === 3 ? 1 : x * n;"));
  });
});

describe("decisions of very long runs", () => {
  it("tell of every input, also of those that are looked at last", () => {
    const body = "let s = 0; for (let i = 0; i < 300000; i++) if (x > i) s += 1; return s * x + (n > 7 ? 1 : 2);";
    assert.deepEqual(
      saidOf(`/** @at x = 0.5, n = 3 */\nfunction f(x: number, n: number) { ${body} }`).filter((each) =>
        each.startsWith("input/"),
      ),
      ["input/deciding: `n` has no gradient: it decides what is computed, but no step of the result computes with it."],
    );
  });
});
