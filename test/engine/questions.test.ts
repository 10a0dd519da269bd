/** What the worker answers to a panel's questions, with the real language and views. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factorsOf } from "../../src/view/details/factors.ts";
import type { Explanation } from "../../src/view/question.ts";
import { f, shown } from "./shown.ts";

function said({ said: pieces }: Explanation): string {
  return pieces.map(({ text }) => text).join("");
}

describe("an explanation", () => {
  const relu = "  const u = w * x;\n  const v = u + b;\n  return Math.max(0, v);";

  it("names the step that cuts a gradient off, and inverts its edge on the path", async () => {
    const { model, why } = await shown(f("w = -2, x = 3.5, b = 1", "w: number, x: number, b: number", relu));
    const found = await why("w");
    assert.equal(found.reason, "zero");
    assert.equal(found.question, "Why is the gradient of `w` 0?");
    assert.equal(
      said(found),
      "`max(0, v)` on line 5 passes on nothing, because `v = −6` is below 0. Every factor behind it is multiplied by this 0.",
    );
    assert.equal(found.said[1]?.source?.line, 5);
    const cause = model.edges.find(({ id }) => id === found.cause);
    assert.equal(cause?.label.full.endsWith("= 0"), true);
    assert.deepEqual(
      factorsOf(model, found.path!).map(({ value }) => value.short),
      ["0", "1", "3.5"],
    );
    assert.equal(found.path?.edges.split(" ")[0], found.cause);
  });

  it("tells a factor of 0 by its name", async () => {
    const { why } = await shown(f("w = 2, x = 0", "w: number, x: number", "  const u = w * x;\n  return u + 1;"));
    assert.equal(said(await why("w")), "`w · x` on line 3 multiplies by `x = 0`, so it passes on nothing to `w`.");
  });

  it("says what a rounding keeps nothing of", async () => {
    const { why } = await shown(f("w = 2.5", "w: number", "  const u = Math.floor(w);\n  return u * 2;"));
    assert.match(said(await why("w")), /on line 3 keeps only part of `w = 2.5`/);
  });

  it("tells that no step uses an input", async () => {
    const { why } = await shown(f("w = 2, x = 3", "w: number, x: number", "  const u = w * 2;\n  return x * x;"));
    const found = await why("w");
    assert.equal(found.reason, "no-path");
    assert.equal(found.path, undefined);
    assert.equal(said(found), "`w` has no effect on `f`: no step that leads to it uses `w`.");
  });

  it("finds the branch that was not taken, and what its condition was", async () => {
    const chosen = await shown(f("w = 2, x = 3", "w: number, x: number", "  return x > 0 ? x * 2 : w * x;"));
    const found = await chosen.why("w");
    assert.equal(found.reason, "branch");
    assert.equal(
      said(found),
      "`w` is used only in the branch on line 3, which is not taken for these inputs (`x > 0` is true).",
    );
    const left = await shown(
      f("w = 2, x = 3", "w: number, x: number", "  let y = x;\n  if (x > 5) {\n    y = w * x;\n  }\n  return y * 2;"),
    );
    assert.match(
      said(await left.why("w")),
      /the branch on line 4, which is not taken for these inputs \(`x > 5` is false\)/,
    );
  });

  it("finds the jump that leads past every use, and what its condition was", async () => {
    const bodies: readonly [string, string][] = [
      [
        "  if (x > 0) return x;\n  return w * x;",
        "the `return` on line 3, which is taken for these inputs (`x > 0` is true).",
      ],
      [
        "  if (x < 0) return 1;\n  else if (x > 2) {\n    return x;\n  }\n  if (x > 9) return w;\n  return w * x;",
        "the `return` on line 5, which is taken for these inputs (`x > 2` is true).",
      ],
      [
        "  for (const k of [1, 2]) {\n    if (k === 1) continue;\n    if (x) break;\n    x *= w;\n  }\n  return x;",
        "the `break` on line 5, which is taken for these inputs (`x` is 3).",
      ],
      ["  for (;;) {\n    if (x === 3) break;\n    x *= w;\n  }\n  return x;", "the `break` on line 4"],
      [
        "  switch (x) {\n    case 3:\n      return x;\n  }\n  return w;",
        "the `return` on line 5, which is taken for these inputs.",
      ],
    ];
    for (const [body, expected] of bodies) {
      const found = await (await shown(f("w = 2, x = 3", "w: number, x: number", body))).why("w");
      assert.equal(found.reason, "branch");
      const sentence = said(found);
      assert.ok(sentence.startsWith("`w` is used only after ") && sentence.includes(expected), sentence);
    }
  });

  it("finds the member of an object behind a jump, and names no branch that the run never came to", async () => {
    const { why } = await shown(
      f("p = { w: 2, x: 3 }", "p: { w: number; x: number }", "  if (p.x > 0) return p.x;\n  return p.x < 9 ? p.w : 1;"),
    );
    assert.match(said(await why("p.w")), /^`p\.w` is used only after the `return` on line 3/);
    const never = await shown(
      f("w = 2, x = 3", "w: number, x: number", "  const g = () => (x > 0 ? 1 : w);\n  return x * 2;"),
    );
    assert.equal((await never.why("w")).reason, "no-path");
  });

  it("gives the slopes of both sides at a kink", async () => {
    const { why } = await shown(f("x = 0", "x: number", "  const u = Math.abs(x);\n  return u * 2;"));
    const found = await why("x");
    assert.equal(found.reason, "kink");
    assert.match(
      said(found),
      /^`.*x.*` on line 3 has no derivative at `x = 0`; the graph uses 0\. To the left it is −1, to the right \+1\.$/,
    );
  });

  it("names the step whose slope is infinite", async () => {
    const { why } = await shown(f("s = 0", "s: number", "  const r = Math.sqrt(s);\n  return r * 3;"));
    const found = await why("s");
    assert.equal(found.reason, "infinite");
    assert.match(said(found), /on line 3 has an infinite derivative at `s = 0`/);
    assert.notEqual(found.cause, undefined);
  });

  it("names the step whose value is no number", async () => {
    const { why } = await shown(f("s = -1", "s: number", "  const r = Math.log(s);\n  return r * s;"));
    const found = await why("s");
    assert.match(said(found), /on line 3 is NaN at `s = −1`/);
  });

  it("finds where a huge gradient arises", async () => {
    const { why } = await shown(f("d = 2.9e-5", "d: number", "  const q = 1 / d;\n  return q + d;"));
    const found = await why("d");
    assert.equal(found.reason, "huge");
    assert.match(
      said(found),
      /A factor of −1\.19e\+9 in the gradient of `d` arises in `1 \/ d` on line 3, where `d = 2\.9e−5`\./,
    );
  });

  it("writes out uses that cancel", async () => {
    const { why } = await shown(
      f("w = 2", "w: number", "  const a = w * 0.62;\n  const b = w * -0.62;\n  return a + b;"),
    );
    const found = await why("w");
    assert.equal(found.reason, "cancels");
    assert.equal(said(found), "Two uses of `w` contribute +0.62 and −0.62. Together that is 0.");
  });

  it("says what an ordinary gradient means and where its largest factor is", async () => {
    const { why } = await shown(f("w = 2, x = 3, b = 1", "w: number, x: number, b: number", relu));
    assert.equal(
      said(await why("w")),
      "Raising `w` a little raises `f` 3 times as much. The largest factor on the way is 3, from `w · x` on line 3.",
    );
  });

  it("writes out what several uses hand back, the largest first, and of many the others in one", async () => {
    const three = ["  const a = w * 2;", "  const b = w * -5;", "  const c = w * w * w;", "  return a + b + c * c;"];
    const few = await shown(f("w = 0.5", "w: number", three.join("\n")));
    assert.match(said(await few.why("w")), / It is the sum over 3 uses: −5, \+2 and \+0\.188\.$/);
    const lines = [7, 1, -3, 9, 2, 5].map((factor, index) => `  const a${index} = w * ${factor};`);
    const many = await shown(
      f("w = 2", "w: number", [...lines, "  return a0 + a1 * a1 + a2 + a3 + a4 + a5;"].join("\n")),
    );
    assert.match(said(await many.why("w")), / It is the sum over 6 uses: \+9, \+7, \+5 and \+3 from 3 more\.$/);
    const cancelling = [3, -3, 2, -2, 1, -1].map((factor, index) => `  const a${index} = w * ${factor};`);
    const none = await shown(
      f("w = 2", "w: number", [...cancelling, "  return a0 + a1 + a2 + a3 + a4 + a5;"].join("\n")),
    );
    assert.equal(
      said(await none.why("w")),
      "Six uses of `w` contribute +3, −3, +2 and −2 from 3 more. Together that is 0.",
    );
  });

  it("is none for a node that is not there", async () => {
    const { ask } = await shown(f("w = 2", "w: number", "  return w * w;"));
    assert.deepEqual(await ask({ kind: "explain", node: "n999" }), { kind: "none" });
  });
});

describe("a plot", () => {
  it("goes through where the input is, with the gradient as its slope", async () => {
    const { plot } = await shown(f("x = 3", "x: number", "  return x * x;"));
    const { here, slope, low, high, points, kinks } = await plot("x");
    assert.deepEqual([here, slope, low, high, kinks], [{ at: 3, value: 9 }, 6, 0, 6, []]);
    for (const { at, value } of points) assert.equal(value, at * at);
    assert.ok(points.some(({ at }) => at === 3));
  });

  it("finds a kink and a jump where they are, and no other", async () => {
    const bent = await (await shown(f("x = 0.5", "x: number", "  return Math.abs(x - 0.3) + x;"))).plot("x");
    assert.deepEqual(
      bent.kinks.map(({ word, at }) => [word, Number(at.toFixed(5))]),
      [["kink", 0.3]],
    );
    const torn = await (await shown(f("x = 0.5", "x: number", "  return x > 0.25 ? x + 2 : x;"))).plot("x");
    assert.deepEqual(
      torn.kinks.map(({ word, at }) => [word, Number(at.toFixed(5))]),
      [["jump", 0.25]],
    );
    const smooth = await (await shown(f("x = 0.5", "x: number", "  return x > 0.25 ? x * x : x * x;"))).plot("x");
    assert.deepEqual(smooth.kinks, []);
  });

  it("has the range that is asked for, as long as the input is in it", async () => {
    const { ask } = await shown(f("x = 3", "x: number", "  return x * x;"));
    const reply = await ask({ kind: "plot", input: "x", range: { low: -1, high: 3.7 } });
    assert.equal(reply.kind, "plot");
    const { low, high, here, points } = reply.plot;
    assert.deepEqual([low, high, points[0]?.at, points.at(-1)?.at], [-1, 3.7, -1, 3.7]);
    assert.ok(points.some(({ at }) => at === here.at));
    for (const { at, value } of points) assert.equal(value, at * at);
    for (const range of [
      { low: 3.1, high: 9 },
      { low: 3, high: 3 },
      { low: NaN, high: 9 },
      { low: -Infinity, high: 9 },
    ]) {
      const other = await ask({ kind: "plot", input: "x", range });
      assert.deepEqual(other.kind === "plot" && [other.plot.low, other.plot.high], [0, 6]);
    }
  });

  it("is none along what is no number", async () => {
    const { ask } = await shown(f("x = 3, on = true", "x: number, on: boolean", "  return on ? x * x : 0;"));
    assert.deepEqual(await ask({ kind: "plot", input: "on" }), { kind: "none" });
  });
});

describe("the tag for the inputs on show", () => {
  const tagOf = async (
    text: string,
    changed: Readonly<Record<string, string>>,
  ): Promise<{ tag: string; text: string }> => {
    const reply = await (await shown(text, changed)).ask({ kind: "tag" });
    assert.equal(reply.kind, "tag");
    const { tag, edits } = reply;
    const sorted = [...edits].sort((one, other) => other.start - one.start);
    return {
      tag,
      text: sorted.reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text),
    };
  };

  it("takes the place of the tag that is there", async () => {
    const text = f("w = 2, x = 3", "w: number, x: number", "  return w * x;");
    const written = await tagOf(text, { w: "2.5" });
    assert.equal(written.tag, "@at w = 2.5, x = 3");
    assert.equal(written.text, text.replace("w = 2,", "w = 2.5,"));
  });

  it("stands above a function that has none, below its documentation", async () => {
    const plain = "  export function f(w: number) {\n    return w * w;\n  }\n".replace(/^ {2}/gm, "");
    assert.equal((await tagOf(plain, { w: "2.5" })).text, `/** @at w = 2.5 */\n${plain}`);
    const documented = `/** Square. */\n${plain}`;
    assert.equal((await tagOf(documented, { w: "-0" })).text, `/** Square. */\n// @at w = -0\n${plain}`);
  });

  it("writes arrays, objects and texts as literals", async () => {
    const text = f(
      "xs = [1, 2], p = { x: 1, name: 'a' }",
      "xs: number[], p: { x: number; name: string }",
      "  return xs[0] * xs[1] + p.x * p.name.length;",
    );
    assert.equal((await tagOf(text, { "xs[1]": "7" })).tag, "@at xs = [1, 7], p = { x: 1, name: 'a' }");
    assert.equal((await tagOf(text, { p: '{ x: 2, name: "b" }' })).tag, '@at xs = [1, 2], p = { x: 2, name: "b" }');
    const plain =
      "export function f(xs = [1, 2], p = { x: 1, name: 'a' }) {\n  return xs[0]! * p.x * p.name.length;\n}\n";
    assert.equal((await tagOf(plain, { "xs[1]": "7" })).tag, '@at xs = [1, 7], p = { x: 1, name: "a" }');
  });

  it("leaves everything as it is written that was not changed", async () => {
    const text = f(
      "w = 1 / 3, x = Math.PI / 2, xs = [0x10, 2e3]",
      "w: number, x: number, xs: number[]",
      "  return w * x * xs[0]! * xs[1]!;",
    );
    assert.equal((await tagOf(text, { w: "2.5" })).tag, "@at w = 2.5, x = Math.PI / 2, xs = [0x10, 2e3]");
    assert.equal((await tagOf(text, { "xs[1]": "-1" })).tag, "@at w = 1 / 3, x = Math.PI / 2, xs = [0x10, -1]");
    const spread = f("xs = [...[1, 2], 3]", "xs: number[]", "  return xs[0]! * xs[2]!;");
    assert.equal((await tagOf(spread, { "xs[0]": "4" })).tag, "@at xs = [4, 2, 3]");
  });

  it("constructs typed arrays as before", async () => {
    const body = "  return xs[0]! * xs[1]! * p.v[0]!;";
    const text = f(
      "xs = new Float32Array([1, 2.5]), p = { v: new Float64Array([3]) }",
      "xs: Float32Array, p: { v: Float64Array }",
      body,
    );
    assert.equal(
      (await tagOf(text, { "xs[1]": "7", "p.v[0]": "-2" })).tag,
      "@at xs = new Float32Array([1, 7]), p = { v: new Float64Array([-2]) }",
    );
    const filled = f("xs = new Float32Array(2).fill(3)", "xs: Float32Array", "  return xs[0]! * xs[1]!;");
    assert.equal((await tagOf(filled, { "xs[1]": "7" })).tag, "@at xs = [3, 7]");
    const copied = f("xs = new Float32Array(new Array(2).fill(3))", "xs: Float32Array", "  return xs[0]! * xs[1]!;");
    assert.equal((await tagOf(copied, { "xs[1]": "7" })).tag, "@at xs = new Float32Array([3, 7])");
  });

  it("keeps what it cannot write, and adds what was changed", async () => {
    const text = f("g = (x) => x * x, w = 3", "g: (x: number) => number, w: number", "  return g(w);");
    assert.equal((await tagOf(text, { w: "4" })).tag, "@at g = (x) => x * x, w = 4");
  });
});

describe("the numbers of an array", () => {
  it("are listed a row for each inner array, with their gradients", async () => {
    const text = f("W = [[1, 2, 3], [4, 5, 6]]", "W: number[][]", "  return W[0]![0]! * W[1]![2]!;");
    const reply = await (await shown(text)).ask({ kind: "array", input: "W" });
    assert.equal(reply.kind, "array");
    const { array } = reply;
    assert.deepEqual(
      array.rows.map((row) => row.map(({ name, value, gradient }) => `${name} ${value.short} ${gradient?.short}`)),
      [
        ["W[0][0] 1 +6", "W[0][1] 2 0", "W[0][2] 3 0"],
        ["W[1][0] 4 0", "W[1][1] 5 0", "W[1][2] 6 +1"],
      ],
    );
  });
});
