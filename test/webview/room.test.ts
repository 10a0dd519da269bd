/** The room that the page tells of: in steps, and without going back and forth. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { roomIn, stageIn } from "../../src/webview/room.ts";

describe("the room for the picture", () => {
  it("is told in steps, none larger than what there is", () => {
    assert.deepEqual(roomIn({ width: 559, height: 441 }, undefined), { width: 520, height: 440 });
    assert.deepEqual(roomIn({ width: 10, height: 10 }, undefined), { width: 40, height: 40 });
  });

  it("stays what it was until the panel is smaller, or larger by two steps", () => {
    const told = { width: 520, height: 440 };
    assert.equal(roomIn({ width: 599, height: 519 }, told), told);
    assert.equal(roomIn({ width: 520, height: 440 }, told), told);
    assert.deepEqual(roomIn({ width: 519, height: 519 }, told), { width: 480, height: 440 });
    assert.deepEqual(roomIn({ width: 600, height: 440 }, told), { width: 600, height: 440 });
  });

  it("is what the stylesheet leaves to the picture", () => {
    assert.deepEqual(stageIn({ width: 550, height: 800 }), { width: 550, height: 454 });
    assert.deepEqual(stageIn({ width: 1000, height: 500 }), { width: 620, height: 342 });
  });
});
