/** What was chosen stays with its function. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Choice } from "../../../src/engine/request.ts";
import {
  choose,
  chosenIn,
  located,
  moved,
  withFolding,
  withInputs,
  withMoreEffort,
  withOutput,
  type Choosing,
} from "../../../src/extension/showing/choices.ts";
import { functionInfo } from "../model.ts";

const file = "file:///a.ts";
const loss = functionInfo("loss");
/** Another function of its name, further down. */
const second = functionInfo("loss (2)", 50);
const one = choose([], loss, withInputs({ w: "5" }));

function chosen(all: readonly Choosing[]): unknown[] {
  return chosenIn(all, file).map(({ name, start, changed }) => ({ name, start, changed }));
}

describe("what a person chooses", () => {
  it("comes to what was chosen for the function before", () => {
    const both = choose(one, loss, withOutput("delta"));
    assert.deepEqual(chosenIn(both, file), [{ name: "loss", start: 9, changed: { w: "5" }, output: "delta" }]);
    const folded = choose(both, loss, withFolding({ closed: ["f"], open: [] }));
    assert.deepEqual(chosenIn(folded, file)[0]!.folding, { closed: ["f"], open: [] });
  });

  it("takes the other changes of the inputs back", () => {
    assert.deepEqual(chosenIn(choose(one, loss, withInputs({ x: "1" })), file)[0]!.changed, { x: "1" });
  });

  it("lets a function run four times as long, twice", () => {
    const once: Choice = { changed: {}, output: undefined };
    const more = [1, 2, 3].map((times) => Array.from({ length: times }).reduce<Choice>(withMoreEffort, once));
    assert.deepEqual(
      more.map(({ effort }) => effort),
      [4, 16, 16],
    );
  });
});

describe("a choice", () => {
  it("is for one function of one file, even if another has its name", () => {
    const two = choose(one, second, withInputs({ w: "7" }));
    assert.deepEqual(chosen(two), [
      { name: "loss", start: 9, changed: { w: "5" } },
      { name: "loss (2)", start: 59, changed: { w: "7" } },
    ]);
    assert.deepEqual(chosenIn(two, "file:///b.ts"), []);
  });

  it("goes with its function when the text above it grows", () => {
    const lower = moved(one, file, (start) => start! + 50);
    assert.deepEqual(chosen(located(lower, second)), [{ name: "loss (2)", start: 59, changed: { w: "5" } }]);
    assert.equal(moved(one, "file:///b.ts", () => undefined)[0]!.chosen.start, 9);
  });

  it("whose place is lost is found again by its name alone", () => {
    const lost = moved(one, file, () => undefined);
    assert.deepEqual(chosen(located(lost, second)), [{ name: "loss", start: undefined, changed: { w: "5" } }]);
    assert.deepEqual(chosen(located(lost, functionInfo("loss", 70))), [
      { name: "loss", start: 79, changed: { w: "5" } },
    ]);
  });
});
