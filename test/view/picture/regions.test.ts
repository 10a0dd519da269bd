/** Folding and unfolding by hand. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewModel } from "../../../src/view/model.ts";
import { regionTitle } from "../../../src/view/picture/parts/regions.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traced, tracedText } from "../../examples.ts";

const trace = traced({ file: "black-scholes.ts", name: "callOption" });
const byRule = viewModel(trace);

/** Every node's gradient is the sum of its users' gradients times the partials, whatever is folded. */
function assertChainRule(model: ViewModel): void {
  for (const node of model.nodes) {
    const uses = model.edges.filter(({ from }) => from === node.id);
    const users = uses.map((edge) => model.nodes.find(({ id }) => id === edge.to)!);
    if (
      uses.length === 0 ||
      uses.some(({ partial }) => partial.full === "") ||
      users.some(({ gradient }) => gradient === undefined)
    )
      continue;
    const sum = uses.reduce(
      (total, { partial }, index) => total + Number(partial.full) * Number(users[index]!.gradient!.full),
      0,
    );
    const gradient = Number(node.gradient?.full);
    assert.ok(
      Math.abs(sum - gradient) <= 1e-9 * Math.max(1, Math.abs(gradient)),
      `${node.name}: ${sum} and ${gradient}`,
    );
  }
}

describe("folding by hand", () => {
  it("opens what the rule has folded, and the chain rule holds on every picture", () => {
    const folded = byRule.nodes.find(({ unfolds }) => unfolds !== undefined);
    assert.ok(folded?.unfolds !== undefined, "the example has nothing folded");
    const opened = viewModel(trace, { folding: { open: [folded.unfolds], closed: [] } });
    assert.ok(opened.nodes.length > byRule.nodes.length);
    assert.ok(!opened.nodes.some(({ unfolds }) => unfolds === folded.unfolds));
    assert.notEqual(opened.topology, byRule.topology);
    assertChainRule(byRule);
    assertChainRule(opened);
    assert.deepEqual(opened.folding, { open: [folded.unfolds], closed: [] });
  });

  it("opens a long loop at its ends first, and the rounds between when they are opened too", () => {
    const run = tracedText(
      "/** @at x = 0.5, k = 1.1 */\nexport function f(x: number, k: number) {\n  let s = x;\n  for (let i = 0; i < 20; i++) {\n    s = s * k + 0.1;\n  }\n  return s;\n}\n",
      "f",
    );
    const open = ["loop for 1"];
    const ends = viewModel(run, { folding: { open, closed: [] } });
    const between = ends.nodes.find(({ title }) => title.includes("rounds 2 … 19"));
    assert.ok(between?.unfolds !== undefined, ends.nodes.map(({ title }) => title).join());
    assertChainRule(ends);
    const all = viewModel(run, { folding: { open: [...open, between.unfolds], closed: [] } });
    assert.equal(all.nodes.length, ends.nodes.length - 1 + 18);
    assertChainRule(all);
  });

  it("folds the call around a step into one node with exact totals", () => {
    const all = byRule.nodes.flatMap(({ unfolds }) => unfolds ?? []);
    const opened = viewModel(trace, { folding: { open: all, closed: [] } });
    const isAround = (name: string | undefined): boolean =>
      name !== undefined && opened.nodes.filter(({ folds }) => folds === name).length > 1;
    const inside = opened.nodes.find(({ folds }) => isAround(folds));
    assert.ok(inside?.folds !== undefined);
    const again = viewModel(trace, {
      folding: { open: all.filter((name) => name !== inside.folds), closed: [inside.folds] },
    });
    assert.ok(again.nodes.length < opened.nodes.length);
    assert.ok(again.nodes.some(({ unfolds }) => unfolds === inside.folds));
    assertChainRule(again);
  });

  it("takes no notice of names that the run does not have", () => {
    const model = viewModel(trace, {
      folding: { open: ["call nothing 1"], closed: ["loop for 99"] },
    });
    assert.deepEqual({ ...model, folding: undefined }, { ...byRule, folding: undefined });
  });

  it("calls parts as a person would", () => {
    assert.equal(regionTitle("call neuron 1"), "neuron(…)");
    assert.equal(regionTitle("call neuron 3"), "neuron(…) 3");
    assert.equal(regionTitle("block statements 12"), "statements, part 12");
    assert.equal(regionTitle("call map callback 2"), "map callback 2");
    assert.equal(regionTitle("call adder(…) 1 and 3 more"), "adder(…)(…) and 3 more");
    assert.equal(regionTitle("loop for 2"), "for loop 2");
    assert.equal(regionTitle("array W1"), "W1");
  });
});
