/** Where the words of kinks stand in a plot. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { wordPlaces, type Mark } from "../../../src/webview/plots/kinkWords.ts";

const room = { width: 300, top: 3, bottom: 96 };
const here = { x: 150, y: 90 };

function places(...marks: readonly (readonly [x: number, y: number])[]) {
  const all = marks.map(([x, y]): Mark => ({ x, y, word: "jump" }));
  return wordPlaces(all, here, room).map((place) => place && [place.x, place.y, place.anchor]);
}

describe("the words of a plot", () => {
  it("stand to the left of their point, or to its right at the left end", () => {
    assert.deepEqual(places([200, 50], [4, 50]), [
      [192, 54, "end"],
      [12, 54, "start"],
    ]);
  });

  it("stay in the room", () => {
    assert.deepEqual(places([200, 4], [250, 94]), [
      [192, 12, "end"],
      [242, 93, "end"],
    ]);
  });

  it("give way to points and to each other, those that are farther from the input first", () => {
    assert.deepEqual(places([100, 50], [110, 50]), [
      [92, 54, "end"],
      [118, 54, "start"],
    ]);
    const crowd = places(...Array.from({ length: 12 }, (_, index) => [100 + 4 * index, 50] as const));
    assert.ok(crowd.at(-1) !== undefined);
    assert.ok(crowd.filter((place) => place === undefined).length >= 6);
  });
});
