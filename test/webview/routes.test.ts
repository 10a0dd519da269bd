/** Edges leave and arrive at the middle of sides, and run straight through their labels. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { NodeBox } from "../../src/view/picture/layout/geometry.ts";
import { freePlace } from "../../src/webview/picture/drawing/freePlace.ts";
import { ARROW, routeEdges, type LaidEdge } from "../../src/webview/picture/drawing/routes.ts";

const box = (x: number, y: number, isStadium = false): NodeBox => ({
  x,
  y,
  width: 80,
  height: 60,
  isStadium,
  above: 0,
});

function numbers(path: string): number[] {
  return [...path.matchAll(/-?[\d.]+/g)].map(Number);
}

describe("the way of an edge", () => {
  it("is a straight line between nodes at the same height", () => {
    const from = box(0, 0);
    const to = box(200, 0);
    const label = { x: 100, y: 0, width: 40, height: 16 };
    const route = routeEdges([{ id: "e1", from, to, bends: [{ x: 100, y: 0 }], label }], "LR").get("e1")!;
    assert.ok(!route.path.includes("C"), route.path);
    assert.ok(route.path.startsWith("M40,0"), route.path);
    assert.equal(numbers(route.path).at(-2), 160 - ARROW + 0.5);
  });

  it("crosses its label in the label's middle, from edge to edge", () => {
    const label = { x: 100, y: -10, width: 40, height: 16 };
    const edge: LaidEdge = { id: "e1", from: box(0, 0), to: box(200, 50), bends: [{ x: 100, y: -10 }], label };
    const route = routeEdges([edge], "LR").get("e1")!;
    const x = Math.round(route.label!.x * 100) / 100;
    assert.equal(route.label?.y, -10);
    assert.ok(route.path.includes(`L${Math.round((x + 20) * 100) / 100},-10`), route.path);
    assert.ok(x - 20 >= 40 && x + 20 <= 160 - ARROW, "the label stays between the nodes");
  });

  it("keeps several ends at one side apart, in the order of where they come from", () => {
    const to = box(200, 0);
    const label = (y: number) => ({ x: 100, y, width: 20, height: 16 });
    const edge = (id: string, y: number): LaidEdge => ({
      id,
      from: box(0, y),
      to,
      bends: [{ x: 100, y }],
      label: label(y),
    });
    const routes = routeEdges([edge("low", 80), edge("high", -80)], "LR");
    const end = (id: string): number => numbers(routes.get(id)!.path).at(-1)!;
    assert.deepEqual([end("high"), end("low")], [-12, 12]);
  });

  it("starts on the round end of a stadium, not on the corner of its box", () => {
    const from = box(0, 0, true);
    const one: LaidEdge = { id: "a", from, to: box(200, -50), bends: [{ x: 100, y: -50 }], label: undefined };
    const other: LaidEdge = { id: "b", from, to: box(200, 50), bends: [{ x: 100, y: 50 }], label: undefined };
    const [x = 0, y = 0] = numbers(routeEdges([one, other], "LR").get("a")!.path);
    assert.ok(Math.abs(Math.hypot(x - 10, y) - 30) < 0.01, `${x}, ${y} is on the circle around 10, 0`);
  });

  it("ends above the sheets behind a node, which would hide its arrowhead", () => {
    const edge: LaidEdge = { id: "e", from: box(0, 0), to: { ...box(0, 200), above: 6 }, bends: [], label: undefined };
    assert.equal(numbers(routeEdges([edge], "TB").get("e")!.path).at(-1), 170 - 6 - ARROW + 0.5);
  });

  it("turns with the picture", () => {
    const edge: LaidEdge = { id: "e", from: box(0, 0), to: box(0, 200), bends: [], label: undefined };
    assert.ok(routeEdges([edge], "TB").get("e")!.path.startsWith("M0,30"));
  });
});

describe("the label of an edge for which no room was kept", () => {
  const around = (...nodes: NodeBox[]) => ({ nodes, direction: "LR", width: 440, height: 500 }) as const;

  it("lies on its line where no node is in the way, on the longest piece if it can", () => {
    const nodes = around(box(0, 100), box(400, 100));
    const [near, far] = [
      { x: 30, y: 100 },
      { x: 200, y: 100 },
    ];
    assert.deepEqual(freePlace([far, near], nodes), far);
    assert.deepEqual(freePlace([near, far], nodes), far);
  });

  it("lies beside its line, as near as may be, where the nodes leave too little", () => {
    const { x, y } = freePlace([{ x: 50, y: 100 }], around(box(0, 100), box(100, 100)));
    assert.equal(x, 50);
    // The nodes reach to 30, and half a label is 7 high.
    assert.ok(Math.abs(y - 100) >= 37 && Math.abs(y - 100) < 41, String(y));
  });

  it("lies on its line where there is no room at all", () => {
    const nodes = Array.from({ length: 9 }, (_, index) => box(100, 250 + (index - 4) * 50));
    assert.deepEqual(freePlace([{ x: 100, y: 250 }], around(...nodes)), { x: 100, y: 250 });
  });

  it("does not reach out of the picture", () => {
    assert.deepEqual(freePlace([{ x: 5, y: 498 }], around(box(200, 100))), { x: 28, y: 493 });
  });
});
