/** A picture in a narrow panel: ranks are filled only as far as there is room, and what stands in them stands close together. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { edgeLengths, ranksIn } from "../../src/view/picture/layout/layers.ts";
import type { Manner } from "../../src/view/picture/layout/manner.ts";
import { squeezed } from "../../src/webview/picture/squeeze.ts";
import { perceptron } from "./fixtures.ts";

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
    for (const within of [0, 300, 460, 5000]) {
      const lengths = edgeLengths(model, manner(within), boxes)!;
      assert.ok(model.edges.every(({ id }) => lengths.get(id)! >= 1));
    }
    assert.equal(edgeLengths(model, manner(undefined), boxes), undefined);
  });

  it("are no more than the longest way takes where there is room", () => {
    const count = (within: number | undefined): number => new Set(ranksIn(model, manner(within), boxes).values()).size;
    assert.equal(count(5000), count(undefined));
  });
});

describe("what stands in the ranks of a narrow picture", () => {
  const node = (x: number, y: number) => ({ x, y, width: 100, height: 40 });
  const nodes = new Map([
    ["a", node(50, 0)],
    ["b", node(400, 0)],
    ["c", node(900, 0)],
    ["d", node(480, 80)],
    ["e", node(700, 160)],
  ]);
  const edges = [
    { id: "ad", from: "a", to: "d", bends: [{ x: 200, y: 40 }] },
    { id: "bd", from: "b", to: "d", bends: [] },
    { id: "de", from: "d", to: "e", bends: [] },
    {
      id: "ce",
      from: "c",
      to: "e",
      bends: [
        { x: 900, y: 40 },
        { x: 900, y: 80 },
        { x: 800, y: 120 },
      ],
    },
  ];
  const { nodes: places, bends } = squeezed({ nodes, edges }, { between: 10, side: 8 });

  it("takes the width of the widest rank, in the order in which it stood", () => {
    assert.deepEqual(
      ["a", "b", "c"].map((id) => places.get(id)!.x),
      [58, 168, 278],
    );
  });

  it("keeps its heights and its distances, and stands near what it belongs to", () => {
    for (const [id, { y }] of nodes) assert.equal(places.get(id)!.y, y);
    const { x } = places.get("d")!;
    assert.ok(x >= 58 && x < 168, `d stands below a and b, at ${x}`);
    assert.ok(places.get("e")!.x > x, "e stands between d and what comes from c");
  });

  it("lets edges bend only where they pass a rank, beside what is in it", () => {
    assert.deepEqual(bends.get("ad"), []);
    const [pass, ...others] = bends.get("ce")!;
    assert.equal(others.length, 0);
    assert.equal(pass!.y, 80);
    assert.ok(pass!.x >= places.get("d")!.x + 50 + 10, `${pass!.x}`);
  });
});
