/** Changes of inputs: what one step back takes back, and what the host's pictures say about it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { changedBy, changedWith } from "../../../src/view/changed.ts";
import {
  afterChange,
  afterGesture,
  afterModel,
  firstChanges,
  redone,
  undone,
  type Changes,
} from "../../../src/webview/inputs/changes.ts";
import { activation } from "../fixtures.ts";

const start = firstChanges(activation());

/** Several changes, one after the other: what is changed, and the gesture. */
function after(...steps: readonly (readonly [changed: Record<string, string>, gesture?: string])[]): Changes {
  return steps.reduce((changes, [changed, gesture]) => afterChange(changes, changed, gesture), start);
}

describe("changes of inputs", () => {
  it("forget what was changed inside of an input that is changed as a whole", () => {
    const changed = { xs: "[1, 2]", "xs[1]": "3", "xs2[0]": "4", w: "5" };
    assert.deepEqual(Object.entries(changedWith(changed, "xs", "[7]")), [
      ["xs2[0]", "4"],
      ["w", "5"],
      ["xs", "[7]"],
    ]);
    assert.deepEqual(changedWith(changed, "xs", undefined), { "xs2[0]": "4", w: "5" });
    assert.deepEqual(Object.keys(changedBy(changed, { w: "1", xs: "[8]" })), ["xs2[0]", "w", "xs"]);
  });

  it("are taken back a gesture at a time", () => {
    const moved = after([{ w: "3" }, "w"], [{ w: "4" }, "w"], [{ w: "4", x: "1" }, "x"], [{ w: "5", x: "1" }, "w"]);
    assert.deepEqual(moved.history.past, [{}, { w: "4" }, { w: "4", x: "1" }]);
    const again = afterChange(afterGesture(moved), { w: "6", x: "1" }, "w");
    assert.deepEqual(undone(again)?.changed, { w: "5", x: "1" });
    const all = undone(undone(undone(moved)!)!)!;
    assert.deepEqual([all.changed, undone(all)], [{}, undefined]);
    assert.deepEqual(redone(all)?.changed, { w: "4" });
    assert.deepEqual(redone(redone(redone(all)!)!)?.changed, moved.changed);
  });

  it("cannot be brought again once something else was changed", () => {
    const back = undone(after([{ w: "3" }]))!;
    assert.equal(redone(afterChange(back, { x: "1" }, undefined)), undefined);
  });

  it("are no step if they change nothing", () => {
    const changes = after([{ w: "3" }]);
    assert.equal(afterChange(changes, { w: "3" }, undefined), changes);
  });

  it("stay while pictures of earlier ones arrive, and give way to what the host has done itself", () => {
    const changes = after([{ w: "3" }]);
    const late = afterModel(changes, activation());
    assert.deepEqual([late.changed, late.isUnseen], [{ w: "3" }, true]);
    const seen = afterModel(late, activation(3, 3, 1, { changed: ["w"] }));
    assert.deepEqual([seen.changed, seen.isUnseen, seen.history.past.length], [{ w: "3" }, false, 1]);
    const written = afterModel(seen, activation(3));
    assert.deepEqual([written.changed, written.history.past], [{}, []]);
    assert.deepEqual(written.originals["w"], { value: "3", source: "at" });
  });
});
