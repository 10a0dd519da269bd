/** In which rank each node stands. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ranksIn } from "../../../../src/view/picture/layout/layers.ts";
import type { Manner } from "../../../../src/view/picture/layout/manner.ts";
import { perceptron } from "../../../webview/fixtures.ts";

const manner = (within: number | undefined): Manner => ({ notation: "bare", direction: "TB", within });
const sizes = (ids: readonly string[]) => new Map(ids.map((id) => [id, { width: 100, height: 40 }]));

describe("ranks of a narrow picture", () => {
  const model = perceptron();
  const boxes = sizes(model.nodes.map(({ id }) => id));

  it("hold no more than there is room for", () => {
    const perRank = (within: number | undefined): number => {
      const counts = new Map<number, number>();
      for (const rank of ranksIn(model, manner(within), boxes).values()) counts.set(rank, (counts.get(rank) ?? 0) + 1);
      return Math.max(...counts.values());
    };
    const [free, narrow, narrowest] = [perRank(undefined), perRank(460), perRank(0)];
    assert.ok(free > 4 && narrow <= 4 && narrowest === 1, `${free}, ${narrow}, ${narrowest}`);
  });

  it("stand above all that uses what is in them", () => {
    for (const within of [undefined, 0, 300, 460, 5000]) {
      const ranks = ranksIn(model, manner(within), boxes);
      assert.ok(model.edges.every(({ from, to }) => ranks.get(from)! < ranks.get(to)!));
    }
  });

  it("are no more than the longest way takes where there is room", () => {
    const count = (within: number | undefined): number => new Set(ranksIn(model, manner(within), boxes).values()).size;
    assert.equal(count(5000), count(undefined));
  });
});
