/** Surfaces against values that are computed here. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultBudget } from "../../../src/engine/budget.ts";
import { Service } from "../../../src/engine/service.ts";
import type { Question, Reply } from "../../../src/view/question.ts";

const uri = "file:///project/surface.ts";

type Ranges = Extract<Question, { kind: "surface" }>["ranges"];

async function asked(text: string, inputs: readonly [string, string], ranges?: Ranges): Promise<Reply> {
  const service = new Service((uris) => Promise.resolve(uris.map((each) => ({ uri: each, text: undefined }))));
  const request = {
    source: { uri, text },
    target: { kind: "name", name: "f" },
    choices: [{ name: "f", changed: {}, output: undefined }],
    budget: defaultBudget,
    digits: 3,
    question: { kind: "surface", inputs, ranges },
  } as const;
  return (await service.answer({ kind: "ask", id: 1, call: "question", request })) as Reply;
}

/** Compare every value of a surface with a function of ours. */
async function compare(
  body: string,
  f: (x: number, y: number) => number,
  tag = "x = 1.5, y = -2",
  ranges?: Ranges,
): Promise<Extract<Reply, { kind: "surface" }>["surface"]> {
  const reply = await asked(
    `/** @at ${tag} */\nexport function f(x: number, y: number) {\n${body}\n}\n`,
    ["x", "y"],
    ranges,
  );
  assert.equal(reply.kind, "surface");
  const { low, high, parts, values } = reply.surface;
  assert.equal(values.length, (parts + 1) ** 2);
  for (const [index, value] of values.entries()) {
    const [column, row] = [index % (parts + 1), Math.floor(index / (parts + 1))];
    const x = low[0] + ((high[0] - low[0]) * column) / parts;
    const y = low[1] + ((high[1] - low[1]) * row) / parts;
    assert.ok(Object.is(value, f(x, y)), `at ${x}, ${y}: ${value}, not ${f(x, y)}`);
  }
  return reply.surface;
}

describe("a surface", () => {
  it("has the values of the function on a grid, and the gradient where the inputs are", async () => {
    const surface = await compare("  return Math.sin(x) * y + x * x;", (x, y) => Math.sin(x) * y + x * x);
    assert.equal(surface.parts, 40);
    assert.deepEqual(
      [surface.low, surface.high],
      [
        [-0.5, -4],
        [3.5, 0],
      ],
    );
    assert.deepEqual(
      surface.gradientTexts.map(({ short }) => short),
      ["+2.86", "+0.997"],
    );
  });

  it("has the ranges that are asked for, if both inputs are in them", async () => {
    const inside = { low: -1, high: 2 };
    const outside = { low: 5, high: 7 };
    const kept = await compare("  return x * y;", (x, y) => x * y, "x = 1.5, y = -1", [inside, inside]);
    assert.deepEqual(
      [kept.low, kept.high],
      [
        [-1, -1],
        [2, 2],
      ],
    );
    const own = await compare("  return x * y;", (x, y) => x * y, "x = 1.5, y = -1", [inside, outside]);
    assert.deepEqual(
      [own.low, own.high],
      [
        [-0.5, -2],
        [3.5, 0],
      ],
    );
  });

  it("has the right values where branches turn", async () => {
    await compare("  return x > y * y ? x * y : x + 3 * y;", (x, y) => (x > y * y ? x * y : x + 3 * y));
    await compare(
      "  return [x, y, x * y][Math.floor(Math.abs(x))] ?? 7;",
      (x, y) => [x, y, x * y][Math.floor(Math.abs(x))] ?? 7,
    );
    await compare("  let n = x;\n  while (n > 1) n = n / 2 + y * 0;\n  return n * y;", (x, y) => {
      let n = x;
      while (n > 1) n = n / 2 + y * 0;
      return n * y;
    });
  });

  it("has gaps where there is no value", async () => {
    const { values } = await compare("  return Math.log(x) * y;", (x, y) => Math.log(x) * y, "x = 0.5, y = 1");
    assert.ok(values.some(Number.isNaN));
  });

  it("is coarser for a function of many steps", async () => {
    const loop = "  let s = x;\n  for (let i = 0; i < 60000; i++) s = s * 0.999 + y;\n  return s;";
    const reply = await asked(`/** @at x = 1, y = 2 */\nexport function f(x: number, y: number) {\n${loop}\n}\n`, [
      "x",
      "y",
    ]);
    assert.equal(reply.kind, "surface");
    assert.equal(reply.surface.parts, 10);
  });

  it("is of two different numbers", async () => {
    const text = "/** @at x = 1, on = true */\nexport function f(x: number, on: boolean) {\n  return on ? x : 2;\n}\n";
    assert.deepEqual(await asked(text, ["x", "x"]), { kind: "none" });
    assert.deepEqual(await asked(text, ["x", "on"]), { kind: "none" });
  });
});
