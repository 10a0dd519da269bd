/** What the worker answers to a panel's questions, with the real language and views. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { f, shown } from "../shown.ts";

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

  it("finds every step of a staircase, and where there are too many those next to the input", async () => {
    const stairs = (by: number) => shown(f("x = 0.5", "x: number", `  return Math.floor(${by} * x) + x;`));
    const { kinks, low, high } = await (await stairs(4.1)).plot("x");
    const steps = Array.from({ length: 9 }, (_, index) => (index - 2) / 4.1).filter((at) => at > low && at < high);
    const place = (at: number): number => Math.round(at * 1e5);
    assert.deepEqual(
      kinks.map(({ at, word }) => [place(at) + 0, word]),
      steps.map((at) => [place(at) + 0, "jump"]),
    );
    const many = (await (await stairs(17)).plot("x")).kinks.map(({ at }) => Math.abs(at - 0.5));
    assert.equal(many.length, 24);
    assert.ok(Math.max(...many) < 24 / 17, `${Math.max(...many)}`);
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
