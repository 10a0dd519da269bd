/** Walks down the gradient and random points, held against loops that know nothing of tapes. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { descentSentence, joinedDescent } from "../../../src/view/derivatives/descent.ts";
import type { Descent } from "../../../src/view/question.ts";
import { f, shown } from "../shown.ts";

interface Walk {
  readonly inputs: readonly string[];
  readonly rate: number;
  readonly steps: number;
}

async function walked(text: string, walk: Walk, changed: Readonly<Record<string, string>> = {}): Promise<Descent> {
  const reply = await (await shown(text, changed)).ask({ kind: "descend", ...walk });
  assert.equal(reply.kind, "descend");
  return reply.descent;
}

function near(actual: readonly number[], expected: readonly number[], tolerance = 1e-9): void {
  assert.equal(actual.length, expected.length);
  for (const [index, value] of actual.entries())
    assert.ok(Math.abs(value - expected[index]!) <= tolerance * Math.max(1, Math.abs(value)), `${index}: ${value}`);
}

/** The same walk with slopes from central differences. */
function byDifferences(
  loss: (x: readonly number[]) => number,
  start: readonly number[],
  rate: number,
  steps: number,
): { readonly losses: number[]; readonly end: readonly number[] } {
  let x = start;
  const losses = [loss(x)];
  const slope = (index: number): number => {
    const at = (by: number): number => loss(x.map((value, each) => (each === index ? value + by : value)));
    // Two distances, extrapolated, so that what is left is far below the test's tolerance.
    const [wide, narrow] = [1e-3, 5e-4].map((h) => (at(h) - at(-h)) / (2 * h)) as [number, number];
    return (4 * narrow - wide) / 3;
  };
  for (let step = 0; step < steps; step++) {
    const slopes = x.map((_, index) => slope(index));
    x = x.map((value, index) => value - rate * slopes[index]!);
    losses.push(loss(x));
  }
  return { losses, end: x };
}

describe("a walk down the gradient", () => {
  const loss = f(
    "w = 0.5, x = 2, y = 1",
    "w: number, x: number, y: number",
    "  return (Math.tanh(w * x) + w - y) ** 2;",
  );

  it("goes where a loop with differences goes, with every input or some", async () => {
    const all = await walked(loss, { inputs: ["w", "x", "y"], rate: 0.05, steps: 30 });
    const expected = byDifferences(([w, x, y]) => (Math.tanh(w! * x!) + w! - y!) ** 2, [0.5, 2, 1], 0.05, 30);
    near(all.losses, expected.losses);
    near(
      ["w", "x", "y"].map((name) => Number(all.changed[name])),
      expected.end,
    );
    assert.equal(all.end, "done");
    const one = await walked(loss, { inputs: ["w"], rate: 0.05, steps: 7 });
    assert.deepEqual(Object.keys(one.changed), ["w"]);
    near(one.losses, byDifferences(([w]) => (Math.tanh(w! * 2) + w! - 1) ** 2, [0.5], 0.05, 7).losses);
  });

  it("begins at the inputs on show, and says the values that the function is run with at its end", async () => {
    const walk = await walked(loss, { inputs: ["w"], rate: 0.1, steps: 3 }, { w: "3", x: "1" });
    assert.ok(Math.abs(walk.losses[0]! - (Math.tanh(3) + 2) ** 2) < 1e-12);
    const end = await shown(loss, { x: "1", ...walk.changed });
    assert.equal(Number(end.model.result?.full), walk.losses.at(-1));
  });

  it("moves arrays as a whole, matrices and elements of objects too", async () => {
    const values = Array.from({ length: 24 }, (_, index) => index / 10);
    const text = f(
      `xs = [${values.join(", ")}]`,
      "xs: number[]",
      "  let s = 0;\n  for (const x of xs) s += (x - 1) ** 2;\n  return s;",
    );
    const walk = await walked(text, { inputs: ["xs"], rate: 0.1, steps: 5 });
    assert.deepEqual(Object.keys(walk.changed), ["xs"]);
    const expected = byDifferences((xs) => xs.reduce((sum, x) => sum + (x - 1) ** 2, 0), values, 0.1, 5);
    near(JSON.parse(walk.changed["xs"]!) as number[], expected.end);
    near(walk.losses, expected.losses);
    const matrix = f(
      "W = [[1, 2], [3, 4]], p = { x: 1 }",
      "W: number[][], p: { x: number }",
      "  return W[0]![0]! ** 2 + W[1]![1]! ** 2 + p.x ** 2;",
    );
    const other = await walked(matrix, { inputs: ["W[1][1]", "p.x"], rate: 0.25, steps: 1 });
    assert.deepEqual(other.changed, { "W[1][1]": "2", "p.x": "0.5" });
  });

  it("moves typed arrays number by number, with their rounding", async () => {
    const values = Array.from({ length: 22 }, (_, index) => index + 0.1);
    const text = f(
      `xs = new Float32Array([${values.join(", ")}])`,
      "xs: Float32Array",
      "  let s = 0;\n  for (const x of xs) s += x * x;\n  return s;",
    );
    const walk = await walked(text, { inputs: ["xs"], rate: 0.3, steps: 2 });
    let xs = Float32Array.from(values);
    for (let step = 0; step < 2; step++) xs = xs.map((x) => x - 0.3 * 2 * x);
    assert.equal(Object.keys(walk.changed).length, values.length);
    assert.equal(walk.changed["xs[21]"], String(xs[21]));
    assert.equal(
      walk.losses.at(-1),
      xs.reduce((sum, x) => sum + x * x, 0),
    );
  });

  it("leaves alone what is not differentiated by", async () => {
    const text = loss.replace("*/", "@wrt w */");
    assert.deepEqual(Object.keys((await walked(text, { inputs: ["w", "x"], rate: 0.1, steps: 1 })).changed), ["w"]);
    const none = await (await shown(text)).ask({ kind: "descend", inputs: ["x"], rate: 0.1, steps: 1 });
    assert.deepEqual(none, { kind: "none" });
  });

  it("stops where the gradient is 0", async () => {
    const walk = await walked(f("x = 1", "x: number", "  return x * x;"), { inputs: ["x"], rate: 0.5, steps: 30 });
    assert.deepEqual([walk.losses, walk.end], [[1, 0], "flat"]);
    assert.equal(descentSentence(walk), "`f` went from 1 to 0 in 1 step, where the gradient is 0.");
    const dead = await walked(f("x = -1", "x: number", "  return Math.max(0, x);"), {
      inputs: ["x"],
      rate: 1,
      steps: 3,
    });
    assert.deepEqual(dead.changed, {});
    assert.equal(descentSentence(dead), "The gradient is 0 here, so no step changes anything.");
  });

  it("says when it has gone to infinity, and leaves the inputs where they were", async () => {
    const walk = await walked(f("x = 2", "x: number", "  return x ** 4;"), { inputs: ["x"], rate: 1, steps: 30 });
    let x = 2;
    let steps = 0;
    for (; Number.isFinite(x ** 4); steps++) x -= 4 * x ** 3;
    assert.equal(walk.end, "infinite");
    assert.deepEqual([walk.losses.length, walk.changed], [steps, {}]);
    assert.equal(
      descentSentence(walk),
      `\`f\` grew to infinity at step ${steps}; try a smaller rate. The inputs are as they were.`,
    );
    const lost = await walked(f("x = 0.1", "x: number", "  return x - Math.log(x) * -1;"), {
      inputs: ["x"],
      rate: 1,
      steps: 9,
    });
    assert.equal(lost.end, "not-a-number");
    assert.match(descentSentence(lost), /is no number at step 1;/);
    const steep = await walked(f("x = 0", "x: number", "  return Math.sqrt(x);"), { inputs: ["x"], rate: 1, steps: 9 });
    assert.equal(descentSentence(steep), "The gradient is not finite here, so it shows no way.");
  });

  it("is told in one sentence, several walks after each other too", async () => {
    const text = f("x = 4", "x: number", "  return x * x;");
    const first = await walked(text, { inputs: ["x"], rate: 0.25, steps: 2 });
    assert.equal(descentSentence(first), "`f` went from 16 to 1 in 2 steps.");
    const second = await walked(text, { inputs: ["x"], rate: 0.25, steps: 1 }, first.changed);
    assert.equal(descentSentence(joinedDescent(first, second)), "`f` went from 16 to 0.25 in 3 steps.");
    const wild = await walked(text, { inputs: ["x"], rate: 1.5, steps: 2 });
    assert.equal(descentSentence(wild), "`f` rose from 16 to 256 in 2 steps; try a smaller rate.");
    const up = await walked(text, { inputs: ["x"], rate: -0.25, steps: 1 });
    assert.equal(descentSentence(up), "`f` went from 16 to 36 in 1 step.");
  });

  it("ends in time", async () => {
    const text = f(
      "x = 4",
      "x: number",
      "  let s = 0;\n  for (let i = 0; i < 100000; i++) s += x * 1e-5;\n  return s * s;",
    );
    const walk = await walked(text, { inputs: ["x"], rate: 1e-3, steps: 10_000 });
    assert.equal(walk.end, "late");
    assert.match(descentSentence(walk), /more steps would take too long\.$/);
  });
});

describe("a random point", () => {
  const text = f(
    "w = 2, x = -300, b = 0, on = true",
    "w: number, x: number, b: number, on: boolean",
    "  return on ? w * x + b : 0;",
  );
  const drawn = async (
    source: string,
    inputs: readonly string[],
    seed: number,
  ): Promise<Readonly<Record<string, string>>> => {
    const reply = await (await shown(source)).ask({ kind: "random", inputs, seed });
    assert.equal(reply.kind, "random");
    return reply.changed;
  };

  it("is near the size of each input, and another one for another seed", async () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 40; seed++) {
      const { w, x, b, ...others } = await drawn(text, ["w", "x", "b", "on"], seed);
      assert.deepEqual(others, {});
      assert.ok(Number(w) >= 1 && Number(w) <= 4, w);
      assert.ok(Number(x) <= -150 && Number(x) >= -600, x);
      assert.ok(Math.abs(Number(b)) <= 1, b);
      seen.add(`${w} ${x} ${b}`);
    }
    assert.ok(seen.size > 38, String(seen.size));
    assert.deepEqual(await drawn(text, ["w", "x", "b"], 3), await drawn(text, ["w", "x", "b"], 3));
  });

  it("has no two equal numbers, and is at no kink where that is cheap", async () => {
    const same = f(
      `xs = [${Array.from({ length: 60 }, () => 1).join(", ")}]`,
      "xs: number[]",
      "  let s = 0;\n  for (const x of xs) s += x * x;\n  return s;",
    );
    const { xs } = await drawn(same, ["xs"], 1);
    const values = JSON.parse(xs!) as number[];
    assert.equal(new Set(values).size, 60);
    const halves = f("x = 0.7", "x: number", "  return Math.sqrt(x - 0.7);");
    for (let seed = 0; seed < 10; seed++) assert.ok(Number((await drawn(halves, ["x"], seed))["x"]) > 0.7);
  });
});
