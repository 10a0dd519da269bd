/** Level lines: where they are, and that none runs along the edge. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { levelPaths, levelsOf } from "../../../src/webview/plots/levels.ts";

const SIDE = 21;
const grid = (f: (x: number, y: number) => number): number[] =>
  Array.from({ length: SIDE * SIDE }, (_, i) => f((i % SIDE) / (SIDE - 1), Math.floor(i / SIDE) / (SIDE - 1)));
const points = (path: string): number[][] =>
  path
    .split(/[ML]/u)
    .slice(1)
    .map((each) => each.split(" ").map(Number));

describe("level lines", () => {
  it("have round levels, evenly spaced", () => {
    assert.deepEqual(levelsOf(grid((x) => 10 * x)), { at: [1, 2, 3, 4, 5, 6, 7, 8, 9], step: 1 });
    assert.deepEqual(levelsOf(grid((x) => 37 * x + 2)).step, 5);
  });

  it("divide the area evenly where most values are crowded, and are none where nothing changes", () => {
    const { at, step } = levelsOf(grid((x) => Math.exp(20 * x)));
    assert.equal(step, undefined);
    assert.ok(at.length > 5);
    assert.deepEqual(levelsOf(grid(() => 4)), { at: [], step: undefined });
    assert.deepEqual(levelsOf(grid(() => NaN)), { at: [], step: undefined });
  });

  it("run where the function has their level, and not along the edge", () => {
    const values = grid((x, y) => 10 * x + 5 * y);
    const levels = [3, 6, 9];
    for (const [index, path] of levelPaths(values, SIDE, levels, (x, y) => [x * 1000, y * 1000]).entries()) {
      assert.ok(path.length > 0);
      for (const [x = NaN, y = NaN] of points(path))
        assert.ok(Math.abs((10 * x + 5 * y) / 1000 - levels[index]!) < 0.01, path);
      assert.equal(path.match(/M/gu)!.length <= 2, true, path);
    }
  });

  it("leave out what is no number", () => {
    const path = levelPaths(
      grid((x) => (x < 0.5 ? NaN : x)),
      SIDE,
      [0.75],
      (x, y) => [x * 1000, y * 1000],
    )[0]!;
    for (const [x = NaN] of points(path)) assert.ok(Number.isFinite(x), path);
  });
});
