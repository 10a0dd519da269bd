/** Nodes get the order within their ranks that dagre gives them. */
import { order } from "dagre-d3-es/src/dagre/order/index.js";
import { initOrder } from "dagre-d3-es/src/dagre/order/init-order.js";
import { Graph } from "dagre-d3-es/src/graphlib/index.js";
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isFlat, orderLayers, type RankedGraph } from "../../src/webview/picture/layerOrder.ts";

/** How many nodes each rank has, and edges from a rank to the next one: which rank, which of its nodes, which of the next one's, the weight. */
type Shape = readonly [readonly number[], readonly (readonly [number, number, number, number])[]];

const shapes: fc.Arbitrary<Shape> = fc.tuple(
  fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 8 }),
  fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 })), { maxLength: 60 }),
);

function graphOf([ranks, edges]: Shape): Graph {
  const graph = new Graph({ multigraph: true, compound: true });
  // Ranks take turns, as they do where dagre has put nodes into long edges.
  for (let at = 0; at < Math.max(...ranks); at++)
    ranks.forEach((count, rank) => {
      if (at < count) graph.setNode(`n${rank}_${at}`, { rank });
    });
  if (ranks.length > 1)
    edges.forEach(([which, from, to, weight], index) => {
      const rank = which % (ranks.length - 1);
      const [v, w] = [`n${rank}_${from % ranks[rank]!}`, `n${rank + 1}_${to % ranks[rank + 1]!}`];
      graph.setEdge(v, w, { weight }, `e${index}`);
    });
  return graph;
}

function ordersOf(graph: Graph): readonly (readonly [string, number])[] {
  return graph.nodes().map((id) => [id, (graph.node(id) as { order: number }).order]);
}

describe("the order within ranks", () => {
  it("is dagre's", () => {
    fc.assert(
      fc.property(shapes, (shape) => {
        const theirs = graphOf(shape);
        order(theirs);
        const ours = graphOf(shape);
        const ranked = ours as unknown as RankedGraph;
        assert.ok(isFlat(ranked));
        orderLayers(ranked, initOrder(ours) as string[][]);
        assert.deepEqual(ordersOf(ours), ordersOf(theirs));
      }),
      { numRuns: 500 },
    );
  });

  it("is left to dagre where there are groups, or names that objects list first", () => {
    const grouped = graphOf([[2, 1], []]);
    grouped.setNode("group", {}).setParent("n0_0", "group");
    assert.ok(!isFlat(grouped));
    const numbered = new Graph().setNode("7", { rank: 0 });
    assert.ok(!isFlat(numbered));
  });
});
