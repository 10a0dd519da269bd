/** Formulas of partials, computed with the values that their names have: each must be the number that it stands for. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traceOf } from "../../language/traced.ts";

/** Return the formulas of a function's edges with the numbers of the edges: `a by w`. */
function formulasOf(text: string): Record<string, { readonly formula: string; readonly partial: number }> {
  const { nodes, edges } = viewModel(traceOf(text));
  const nameOf = (id: string): string => nodes.find((node) => node.id === id)!.name;
  return Object.fromEntries(
    edges.map((edge) => [
      `${nameOf(edge.to)} by ${nameOf(edge.from)}`,
      { formula: edge.formula, partial: Number(edge.partial.full) },
    ]),
  );
}

/** Return what a formula is for the values of a function's nodes. */
function computed(text: string, formula: string): number {
  const { nodes } = viewModel(traceOf(text));
  const values = new Map(nodes.map((node) => [node.name, Number(node.value.full)]));
  const code = formula
    .replaceAll("·", "*")
    .replaceAll("−", "-")
    .replaceAll("²", "**2")
    .replaceAll("³", "**3")
    .replaceAll("^", "**");
  const names = [...values.keys()].filter((name) => /^\w+$/u.test(name));
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- Node computes the formula, independently of the tape
  const run = new Function("Math", ...names, `with (Math) return ${code};`) as (...values: unknown[]) => number;
  return run(Math, ...names.map((name) => values.get(name)));
}

const FUNCTIONS = [
  "/** @at w = 0.5, x = 2 */\nfunction f(w: number, x: number) { const a = Math.tanh(w * x); return a; }",
  "/** @at o = 1.76, y = 1 */\nfunction f(o: number, y: number) { return (o - y) ** 2; }",
  "/** @at x = 3 */\nfunction f(x: number) { return x * x; }",
  "/** @at x = 3, y = 0.3 */\nfunction f(x: number, y: number) { return x * Math.cos(y) - x / y; }",
  "/** @at s = 2, x = 0.5 */\nfunction f(s: number, x: number) { return s * 1.1 + 0.1 * x; }",
  "/** @at x = -0.7, k = 2 */\nfunction f(x: number, k: number) { return Math.exp(-k * x) + k; }",
  "/** @at x = 0.7, y = 2 */\nfunction f(x: number, y: number) { return Math.sqrt(x * x + y * y); }",
  "/** @at x = 0.7, y = 2 */\nfunction f(x: number, y: number) { return 1 / (1 + Math.exp(-(x - y))); }",
  "/** @at x = 0.7, y = 2 */\nfunction f(x: number, y: number) { return Math.max(x * y, y) - Math.min(3 * x, y ** 3); }",
  "/** @at x = 1.5, y = -2 */\nfunction f(x: number, y: number) { return -(x * -y) * 3; }",
];

describe("the formula of a partial", () => {
  it("is the number that the edge has", () => {
    for (const text of FUNCTIONS) {
      for (const [edge, { formula, partial }] of Object.entries(formulasOf(text))) {
        assert.notEqual(formula, "", `${text}: ${edge}`);
        const value = computed(text, formula);
        assert.ok(Math.abs(value - partial) <= 1e-12 * Math.max(1, Math.abs(partial)), `${text}: ${edge} = ${formula}`);
      }
    }
  });

  it("goes through all the steps of a statement", () => {
    const texts = FUNCTIONS.slice(0, 5).map((text) =>
      Object.entries(formulasOf(text)).map(([edge, { formula }]) => `${edge}: ${formula}`),
    );
    assert.deepEqual(texts, [
      ["a by w: (1 − a²) · x", "a by x: (1 − a²) · w"],
      ["f by o: 2 · (o − y)", "f by y: −2 · (o − y)"],
      ["f by x: 2 · x"],
      ["f by x: cos(y) − 1 / y", "f by y: −x · sin(y) + (x / y) / y"],
      ["f by s: 1.1", "f by x: 0.1"],
    ]);
  });

  it("is left out where a call in the statement has names of its own, and where it is too long", () => {
    const called = "function f(x: number) { const g = (z: number) => z * z * z; return 2 * g(x); }";
    const long =
      "function f(x: number, y: number) { return Math.sin(x * y) / (1 + x / y) + Math.cos(x - y) ** 2 / (x + y); }";
    for (const text of [called, long]) {
      assert.deepEqual(
        Object.values(formulasOf(text)).map(({ formula }) => formula),
        Object.values(formulasOf(text)).map(() => ""),
      );
    }
  });
});
