/** What is said of a gradient for each reason that it can have, with the real language and views. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { factorsOf } from "../../src/view/details/factors.ts";
import { CONSTANT_RESULT, type Explanation } from "../../src/view/question.ts";
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

  it("names further factors of 0 on the way, each place of the text once", async () => {
    const body = "  const h = w * x;\n  const a = Math.max(0, h);\n  return a * a + w * 0;";
    const { why } = await shown(f("w = 2, x = -3", "w: number, x: number", body));
    assert.equal(
      said(await why("w")),
      "`w · 0` on line 5 multiplies by the constant 0, so it passes on nothing to `w`." +
        " More factors are 0: `max(0, h)` on line 4 and `a · a` on line 5.",
    );
    assert.match(said(await why("x")), /multiplied by this 0\. One more factor is 0: `max\(0, h\)` on line 4\.$/);
    const rounds =
      "  let s = 0;\n  for (const k of [1, 2, 3]) s += Math.max(0, k * w) * Math.max(0, w - k);\n  return s;";
    const looped = await shown(f("w = -1", "w: number", rounds));
    assert.equal(said(await looped.why("w")).split(" on line ").length, 3);
  });

  it("tells a value that is infinite from a slope that is", async () => {
    const { why } = await shown(f("x = 1000", "x: number", "  const e = Math.exp(x);\n  return e / (1 + e);"));
    const found = await why("x");
    assert.equal(found.reason, "not-a-number");
    assert.equal(
      said(found),
      "`exp(x)` on line 3 is infinite at `x = 1000`, and so is its derivative; multiplied by and added to what follows, it becomes NaN.",
    );
  });

  it("finds where a gradient vanishes", async () => {
    const { why } = await shown(f("x = 40", "x: number", "  return 1 / (1 + Math.exp(-x));"));
    const found = await why("x");
    assert.equal(found.reason, "tiny");
    assert.equal(
      said(found),
      "A factor of 4.25e−18 in the gradient of `x` arises in `exp(−x)` on line 3, where `−x = −40`.",
    );
  });

  it("counts the factors that make a gradient vanish or explode together", async () => {
    const body = (factor: number): string =>
      `  let h = x;\n  for (let i = 0; i < 12; i++) h = h * ${factor};\n  return h;`;
    const small = await (await shown(f("x = 1", "x: number", body(0.25)))).why("x");
    assert.equal(small.reason, "tiny");
    assert.match(
      said(small),
      /^12 factors below 1 are multiplied on the way to `x`\. The smallest is 0\.25, from `.*` on line 4\.$/,
    );
    const large = await (await shown(f("x = 1", "x: number", body(4)))).why("x");
    assert.equal(large.reason, "huge");
    assert.match(said(large), /^12 factors above 1 are multiplied .* The largest is 4, from /);
  });

  it("takes a step that uses another one twice as one factor", async () => {
    const { why } = await shown(f("x = 3", "x: number", "  const s = x * x;\n  return s + 1;"));
    assert.match(said(await why("x")), / The largest factor on the way is 6, from `x · x` on line 3\./);
  });

  it("tells a result that only branches depend on from one that nothing has an effect on", async () => {
    const sentence = async (body: string): Promise<string> => {
      const { ask } = await shown(f("x = 2", "x: number", body));
      const reply = await ask({ kind: "explain", node: CONSTANT_RESULT });
      assert.equal(reply.kind, "explain");
      assert.match(reply.explanation.question, /^Why does `.*` have no gradient\?$/);
      return said(reply.explanation);
    };
    assert.equal(
      await sentence("  return x > 1 ? 5 : 6;"),
      "`f` has no gradient: inputs decide which number it is, but no step computes it from them.",
    );
    assert.equal(await sentence("  return 7;"), "No input has an effect on `f`.");
  });

  it("is none for a node that is not there", async () => {
    const { ask } = await shown(f("w = 2", "w: number", "  return w * w;"));
    assert.deepEqual(await ask({ kind: "explain", node: "n999" }), { kind: "none" });
  });
});
