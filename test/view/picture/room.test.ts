/** What is folded by rule is what could not be read in the room that there is, and numbers have no say in it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewModel } from "../../../src/view/model.ts";
import { estimatedSize } from "../../../src/view/picture/layout/estimate.ts";
import { fitScale, readableWidth, type Size } from "../../../src/view/picture/layout/fit.ts";
import type { Manner } from "../../../src/view/picture/layout/manner.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { examples, traced, tracedText } from "../../examples.ts";

/** A loop of few rounds with two calls in each. */
const CALLS = `function g(x: number, k: number) { const a = x * k; const b = Math.sin(a); return a + b; }
function h(x: number) { const u = x * x; const v = Math.exp(-u); return u * v; }
/** @at x = 0.5, k = 1.1 */
export function f(x: number, k: number) {
  let s = x;
  for (let i = 0; i < 3; i++) { s = g(s, k); s = h(s) + s; }
  return s;
}
`;
const calls = tracedText(CALLS, "f");

const rooms: readonly Size[] = [320, 400, 520, 680, 1000].map((width) => ({ width, height: 440 }));

function drawnIn(trace: typeof calls, room: Size): ViewModel {
  return viewModel(trace, { folding: { open: [], closed: [], room } });
}

/** How large a picture is seen that says least. */
function scaleOf(model: ViewModel, room: Size): number {
  const within = readableWidth(room);
  const manners: readonly Manner[] = [
    { notation: "bare", direction: "LR", within: undefined },
    { notation: "bare", direction: "TB", within },
    { notation: "slim", direction: "TB", within },
  ];
  return Math.max(...manners.map((manner) => fitScale(estimatedSize(model, manner), room)));
}

describe("the room for a picture", () => {
  it("a loop with two calls in each round is folded until it can be read, and unfolds where there is room", () => {
    for (const room of rooms) {
      const model = drawnIn(calls, room);
      assert.ok(scaleOf(model, room) >= 0.75, `${scaleOf(model, room)} at ${room.width}`);
    }
    const counts = [...rooms, { width: 1600, height: 1000 }].map((room) => drawnIn(calls, room).nodes.length);
    assert.deepEqual(
      counts,
      counts.toSorted((one, other) => one - other),
    );
    assert.ok(counts[0]! <= 5 && counts.at(-1)! >= 11, counts.join());
  });

  it("every example can be read in every panel", () => {
    for (const example of examples) {
      const trace = traced(example);
      for (const room of rooms) {
        const scale = scaleOf(drawnIn(trace, room), room);
        assert.ok(scale >= 0.6, `${example.name} is seen at ${scale} at ${room.width}`);
      }
    }
  });

  it("other numbers fold nothing and unfold nothing", () => {
    const topologies = ["0.5", "-123456.789", "1e-9", "0.123456789"].map((x) =>
      rooms.map((room) => drawnIn(tracedText(CALLS, "f", { changed: { x } }), room).topology),
    );
    for (const topology of topologies) assert.deepEqual(topology, topologies[0]);
  });

  it("what was unfolded by hand stays so, however little room there is", () => {
    const [room] = rooms;
    const folded = drawnIn(calls, room!);
    const { unfolds } = folded.nodes.find((node) => node.kind === "group")!;
    const open = [unfolds!];
    const unfolded = viewModel(calls, { folding: { open, closed: [], room: room! } });
    assert.ok(unfolded.nodes.length > folded.nodes.length);
    assert.deepEqual(unfolded.folding, { open, closed: [] });
  });
});
