/** Statements that are unfolded into their steps, and folded again. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewModel } from "../../../src/view/model.ts";
import type { FoldChoice } from "../../../src/view/options.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { foldingAfter, foldingOpened } from "../../../src/webview/state/folds.ts";
import { traceOf } from "../../language/traced.ts";

const SHARED = `/** @at w = 0.5, x = 2, y = 1 */
function f(w: number, x: number, y: number): number {
  const a = Math.tanh(w * x);
  return (a - y) ** 2;
}`;

function shown(text: string, folding?: FoldChoice): ViewModel {
  return viewModel(traceOf(text), { folding });
}

/** Return the choice after a key on the node with a name. */
function toggled(model: ViewModel, name: string): FoldChoice {
  return foldingAfter(model, model.nodes.find((node) => node.name === name)!.id, { isAround: false })!;
}

const titles = (model: ViewModel): string[] => model.nodes.map(({ title }) => title);

describe("a statement", () => {
  it("is unfolded into its steps, and each of them folds it again", () => {
    const model = shown(SHARED);
    assert.deepEqual(titles(model), ["w", "x", "y", "a = tanh(w · x)", "f = (a − y)²"]);
    const folding = toggled(model, "a");
    const open = shown(SHARED, folding);
    assert.deepEqual(titles(open), ["w", "x", "y", "w · x", "a = tanh(w · x)", "f = (a − y)²"]);
    assert.deepEqual(
      open.edges.map(({ formula }) => formula),
      ["x", "w", "1 − a²", "2 · (a − y)", "−2 · (a − y)"],
    );
    for (const name of ["w · x", "a"]) assert.deepEqual(toggled(open, name), { open: [], closed: [] });
    assert.deepEqual(model.edges.map(({ partial }) => partial.short).length, 4);
  });

  it("passes on through its steps what it passes on as one", () => {
    const whole = shown(SHARED);
    const open = shown(SHARED, { open: whole.nodes.flatMap(({ unfolds }) => unfolds ?? []), closed: [] });
    assert.equal(open.nodes.length, 7);
    for (const node of whole.nodes) {
      assert.deepEqual(open.nodes.find(({ id }) => id === node.id)?.gradient, node.gradient, node.name);
    }
  });

  it("of one step is not unfolded, and neither are statements where all that is folded is", () => {
    const model = shown("/** @at x = 3 */\nfunction f(x: number) { const u = x * 2; return u * x + 1; }");
    assert.deepEqual(
      model.nodes.map(({ name, unfolds }) => [name, unfolds !== undefined]),
      [
        ["x", false],
        ["u", false],
        ["f", true],
      ],
    );
    assert.deepEqual(foldingOpened(model), { open: [], closed: [] });
  });

  it("that calls functions shows what these do, also where they call themselves", () => {
    const text = `/** @at x = 1.1, n = 3 */
function f(x: number, n: number): number {
  return n === 0 ? 1 : x * f(x, n - 1);
}`;
    const model = shown(text);
    const open = shown(text, toggled(model, "f"));
    assert.equal(open.nodes.filter(({ kind, title }) => kind !== "input" && title.startsWith("x ·")).length, 2);
    assert.equal(open.nodes.find(({ name }) => name === "x")?.gradient?.short, model.nodes[0]?.gradient?.short);
  });

  it("in a loop is unfolded in every round", () => {
    const text = `/** @at x = 2 */
function f(x: number) {
  let s = 1;
  for (let i = 0; i < 3; i++) s = s * x + 1;
  return s;
}`;
    const folding: FoldChoice = { open: ["loop for 1", "round for 1", "round for 2", "round for 3"], closed: [] };
    const rounds = shown(text, folding);
    const open = shown(text, { ...folding, open: [...folding.open, "steps s"] });
    assert.ok(open.nodes.length > rounds.nodes.length, titles(open).join());
  });
});
