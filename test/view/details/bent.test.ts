/** What is said of a gradient where the result has a kink. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traceOf } from "../../language/traced.ts";

function sentencesOf(text: string): Record<string, string> {
  const { nodes, details } = viewModel(traceOf(text));
  return Object.fromEntries(nodes.map(({ name }, index) => [name, details[index]!.sentence]));
}

describe("a gradient at a kink", () => {
  it("is not said to tell what a small change does", () => {
    const { x } = sentencesOf("/** @at x = 0 */\nfunction f(x: number) { const a = Math.abs(x); return a + x * x; }");
    assert.equal(x, "Where `x` is now, `f` has a kink: the gradient 0 holds at most to one side.");
  });

  it("is told from that of an input beside the kink, and behind a factor 0", () => {
    const said = sentencesOf(
      "/** @at x = 0, y = 2, z = 0 */\nfunction f(x: number, y: number, z: number) { return Math.max(0, x) + 3 * y + z * Math.abs(x); }",
    );
    assert.equal(said["x"], "Where `x` is now, `f` has a kink: the gradient 0 holds at most to one side.");
    assert.equal(said["y"], "Raising `y` a little raises `f` 3 times as much.");
    const cut = sentencesOf("/** @at x = 0, z = 0 */\nfunction f(x: number, z: number) { return z * Math.abs(x); }");
    assert.equal(cut["x"], "Changing `x` a little does not change `f`.");
  });

  it("leaves what is infinite to its own sentence", () => {
    const { x } = sentencesOf("/** @at x = 0 */\nfunction f(x: number) { const r = Math.sqrt(x); return 2 * r; }");
    assert.equal(x, "Raising `x` a little raises `f` without bound.");
  });
});
