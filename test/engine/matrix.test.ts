/** Second derivatives and Jacobians as the panel is answered, against differences of gradients of whole runs. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { derivativeByDifferences } from "../../src/autodiff/differences.ts";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Service } from "../../src/engine/service.ts";
import type { MatrixKind, MatrixView, Reply } from "../../src/view/question.ts";
import { gradientOf, traceOf } from "../language/traced.ts";

const uri = "file:///project/matrix.ts";

async function asked(
  text: string,
  of: MatrixKind,
  { inputs = [], output, digits = 3 }: { inputs?: string[]; output?: string; digits?: number } = {},
): Promise<Reply> {
  const service = new Service((uris) => Promise.resolve(uris.map((each) => ({ uri: each, text: undefined }))));
  const request = {
    source: { uri, text },
    target: { kind: "name", name: "f" },
    choices: [{ name: "f", changed: {}, output }],
    budget: defaultBudget,
    digits,
    question: { kind: "matrix", of, inputs },
  } as const;
  return (await service.answer({ kind: "ask", id: 1, call: "question", request })) as Reply;
}

async function matrix(...request: Parameters<typeof asked>): Promise<MatrixView> {
  const reply = await asked(...request);
  assert.equal(reply.kind, "matrix");
  return reply.matrix;
}

const shorts = ({ rows }: MatrixView): string[][] => rows.map(({ cells }) => cells.map(({ value }) => value.short));
const fulls = ({ rows }: MatrixView): number[][] =>
  rows.map(({ cells }) => cells.map(({ value }) => Number(value.full)));

describe("second derivatives", () => {
  const loss =
    "/** @at w = 1, x = 2, b = 0.5, y = 1 */\nexport function f(w: number, x: number, b: number, y: number) {\n  const e = w * x + b - y;\n  const loss = e ** 2;\n  return loss;\n}\n";

  it("are a symmetric table of signed numbers with a sentence for each", async () => {
    const found = await matrix(loss, "hessian");
    assert.equal(found.title, "Second derivatives of `loss`");
    assert.deepEqual(
      found.columns.map(({ name }) => name),
      ["w", "x", "b", "y"],
    );
    assert.deepEqual(shorts(found), [
      ["+8", "+7", "+4", "−4"],
      ["+7", "+2", "+2", "−2"],
      ["+4", "+2", "+2", "−2"],
      ["−4", "−2", "−2", "+2"],
    ]);
    assert.deepEqual(found.rows[1]!.cells[0], {
      name: "∂²loss/∂x ∂w",
      value: { short: "+7", six: "+7", full: "7" },
      strength: 0.875,
      sentence: "Raising `w` a little raises `∂loss/∂x` by 7 times as much.",
      isKink: false,
    });
    assert.equal(found.rows[0]!.cells[0]!.name, "∂²loss/∂w²");
    assert.equal(found.rows[3]!.cells[0]!.sentence, "Raising `w` a little lowers `∂loss/∂y` by 4 times as much.");
    assert.deepEqual(found.notes, []);
  });

  it("agree with differences of gradients through calls, loops and branches", async () => {
    const text =
      "const g = (a: number, b: number) => Math.exp(a / 3) * Math.sin(b);\n/** @at p = 0.7, q = 1.3, r = -0.4 */\nexport function f(p: number, q: number, r: number) {\n  let s = 0;\n  for (let i = 1; i < 4; i++) s += g(p * i, q) + (r < 0 ? r * r * q : r) / i;\n  return Math.log1p(s * s) * Math.atan2(p, q);\n}\n";
    const at = [0.7, 1.3, -0.4];
    const gradientAt = (point: readonly number[]): number[] =>
      gradientOf(traceOf(text, { uri, given: JSON.stringify(point), isObserved: false }));
    const found = fulls(await matrix(text, "hessian"));
    for (const [row, entries] of found.entries()) {
      for (const [column, entry] of entries.entries()) {
        const along = (x: number): number => gradientAt(at.map((value, i) => (i === column ? x : value)))[row]!;
        const { derivative } = derivativeByDifferences(along, at[column]!, { reach: 1 / 64 });
        assert.ok(
          Math.abs(entry - derivative) < 1e-7 * Math.max(1, Math.abs(entry)),
          `${row} ${column}: ${entry}, not ${derivative}`,
        );
        assert.ok(Math.abs(entry - found[column]![row]!) <= 1e-12 * Math.max(1, Math.abs(entry)), "symmetric");
      }
    }
  });

  const many = (count: number): string => {
    const names = Array.from({ length: count }, (_, i) => `x${i}`);
    return `/** @at ${names.map((name, i) => `${name} = ${i + 1}`).join(", ")} */\nexport function f(${names.map((name) => `${name}: number`).join(", ")}) {\n  return ${names.map((name, i) => `${name} ** 2 * ${i % 2 === 0 ? 1 : 3}`).join(" + ")};\n}\n`;
  };

  it("are those of the eight inputs with the largest gradients, or of those that are wanted", async () => {
    const found = await matrix(many(12), "hessian");
    assert.deepEqual(
      found.columns.map(({ name }) => name),
      ["x3", "x5", "x6", "x7", "x8", "x9", "x10", "x11"],
    );
    assert.deepEqual(found.notes, [
      "8 of 12 inputs: those with the largest gradients. Select another one to bring it in.",
    ]);
    const wanted = await matrix(many(12), "hessian", { inputs: ["x0", "x2", "x11"] });
    assert.deepEqual(
      wanted.columns.map(({ name }) => name),
      ["x0", "x2", "x3", "x5", "x7", "x9", "x10", "x11"],
    );
    const array =
      "/** @at xs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] */\nexport function f(xs: number[]) {\n  let s = 0;\n  for (const x of xs) s += x * x;\n  return s;\n}\n";
    assert.deepEqual((await matrix(array, "hessian", { inputs: ["xs"] })).columns[7]?.name, "xs[9]");
  });

  it("are marked where a kink is in the way of both inputs", async () => {
    const bent =
      "/** @at x = 0, y = 2, z = 3 */\nexport function f(x: number, y: number, z: number) {\n  return Math.abs(x) * y + x * x + z * z;\n}\n";
    const found = await matrix(bent, "hessian");
    assert.deepEqual(
      found.rows.map(({ cells }) => cells.map(({ isKink }) => isKink)),
      [
        [true, false, false],
        [false, false, false],
        [false, false, false],
      ],
    );
    assert.equal(found.notes.length, 1);
    const relu =
      "/** @at x = 1, y = -1, z = 2 */\nexport function f(x: number, y: number, z: number) {\n  return Math.max(0, x + y) * z;\n}\n";
    assert.deepEqual(
      (await matrix(relu, "hessian")).rows.map(({ cells }) => cells.map(({ isKink }) => isKink)),
      [
        [true, true, false],
        [true, true, false],
        [false, false, false],
      ],
    );
  });

  it("that are no numbers stay words without strength", async () => {
    const text =
      "/** @at x = 0, y = 1 */\nexport function f(x: number, y: number) {\n  return Math.sqrt(x) * y + Math.log(-y);\n}\n";
    const found = await matrix(text, "hessian");
    const entries = found.rows.flatMap(({ cells }) => cells);
    assert.ok(entries.some(({ value }) => value.short === "NaN" || value.short.endsWith("∞")));
    for (const { value, strength } of entries) if (value.full === "NaN") assert.equal(strength, 0);
  });

  it("follow the setting of digits", async () => {
    const text = "/** @at x = 3 */\nexport function f(x: number) {\n  return 1 / x;\n}\n";
    assert.deepEqual(shorts(await matrix(text, "hessian", { digits: 5 })), [["+0.074074"]]);
  });

  it("are not there without a gradient", async () => {
    assert.deepEqual(await asked("export function f(name: string) {\n  return name.length;\n}\n", "hessian"), {
      kind: "none",
    });
    assert.deepEqual(await asked(loss, "jacobian"), { kind: "none" });
  });
});

describe("a Jacobian", () => {
  const greeks =
    "/** @at s = 2, t = 3 */\nexport function f(s: number, t: number) {\n  return { product: s * t, sum: s + t, ratio: s / t };\n}\n";

  it("is called that of both where there are two", async () => {
    const two = "function f(r: number, t: number) {\n  return [r * Math.cos(t), r * Math.sin(t)];\n}\n";
    assert.equal((await matrix(two, "jacobian")).title, "Derivatives of both results");
  });

  it("has a row for each number of the result, with the chosen one marked", async () => {
    const found = await matrix(greeks, "jacobian", { output: "sum" });
    assert.equal(found.title, "Derivatives of all 3 results");
    assert.deepEqual(
      found.rows.map(({ output, isChosen }) => [output, isChosen]),
      [
        ["product", false],
        ["sum", true],
        ["ratio", false],
      ],
    );
    assert.deepEqual(shorts(found), [
      ["+3", "+2"],
      ["+1", "+1"],
      ["+0.333", "−0.222"],
    ]);
    assert.match(found.rows[0]!.cells[0]!.sentence, /^Raising `s` a little raises `.*product` 3 times as much\.$/);
  });

  it("shows a readable part of many results, around the chosen one", async () => {
    const text =
      "/** @at s = 2 */\nexport function f(s: number) {\n  return Array.from({ length: 100 }, (_, i) => s * i);\n}\n";
    const found = await matrix(text, "jacobian", { output: "60" });
    assert.equal(found.rows.length, 24);
    assert.equal(found.rows.find(({ isChosen }) => isChosen)?.output, "60");
    assert.deepEqual(found.notes, ["24 of 100 results, around the one that is chosen above."]);
  });
});
