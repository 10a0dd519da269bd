/** A picture before its texts are there: how large it would be seen in a panel. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Trace } from "../../language/trace.ts";
import type { NodeView } from "../model.ts";
import { boxOf, sizeOfContents } from "./layout/estimate.ts";
import { fitScale, readableWidth, type Size } from "./layout/fit.ts";
import type { Outline } from "./layout/layers.ts";
import { READABLE, type Manner } from "./layout/manner.ts";

/** Where there is no panel, as in one beside the code. */
export const BESIDE: Size = { width: 760, height: 600 };

/** A picture that is seen as large as this is not folded. */
export const COMFORTABLE = 0.8;

/** What is lower is scrolled, not folded until it fits. */
const LOWEST = 320;
/** Up to so many edges can be told apart, however few nodes they are between. */
const FEW_EDGES = 24;
/** More edges to a node are a tangle. */
const MOST_TO_A_NODE = 1.3;

/** A kind of node, and whether it has several values, which stand for a range. */
export interface Sketched {
  readonly kind: NodeView["kind"];
  readonly isRange: boolean;
}

/** Nodes and edges without texts. */
export interface Sketch {
  readonly outline: Outline;
  readonly kinds: ReadonlyMap<string, Sketched>;
}

/** What nodes say on average, in characters of their longest row: what one says by chance must not fold anything. */
const LETTERS = {
  bare: { input: 12, inputs: 15, step: 15, group: 16, result: 14 },
  slim: { input: 8, inputs: 15, step: 14, group: 13, result: 13 },
} as const;

/** Return the picture of a division; `owner` has the part of each step, `kindOf` tells what a part is. */
export function sketchOf(
  { tape }: Trace,
  owner: Int32Array,
  needed: Uint8Array,
  kindOf: (part: number, last: NodeId) => Sketched,
): Sketch {
  const last = new Map<number, NodeId>();
  const pairs = new Map<number, readonly [number, number]>();
  let own = -1;
  const look = (operand: NodeId): void => {
    const from = owner[operand]!;
    if (from !== own && from >= 0) pairs.set(own * (2 * owner.length) + from, [from, own]);
  };
  for (let node = 0; node < owner.length; node++) {
    own = owner[node]!;
    if (own < 0) continue;
    // The steps of what is folded follow each other.
    if (owner[node + 1] !== own) last.set(own, node);
    if (needed[node] === 1) eachOperand(tape, node, look);
  }
  const parts = [...last].sort(([, one], [, other]) => one - other);
  const edges = [...pairs.values()].filter(([from, to]) => last.get(from)! < last.get(to)!);
  return {
    outline: {
      nodes: parts.map(([part]) => ({ id: String(part) })),
      edges: edges.map(([from, to], index) => ({ id: `e${index}`, from: String(from), to: String(to) })),
    },
    kinds: new Map(parts.map(([part, node]) => [String(part), kindOf(part, node)])),
  };
}

/** Return how large a picture can be seen as a whole in a panel, 1 at most, or one way to see it with ease; a tangle of edges cannot be read however large it is. */
export function clarityOf(sketch: Sketch, room: Size): number {
  const viewport = { width: room.width, height: Math.max(LOWEST, room.height) };
  const within = readableWidth(viewport);
  const manners: readonly Manner[] = [
    { notation: "bare", direction: "LR", within: undefined },
    { notation: "bare", direction: "TB", within },
    { notation: "slim", direction: "TB", within },
  ];
  let scale = 0;
  for (const manner of manners) {
    scale = Math.max(scale, fitScale(sizeIn(sketch, manner), viewport));
    if (scale >= COMFORTABLE) break;
  }
  const { nodes, edges } = sketch.outline;
  const most = Math.max(FEW_EDGES, MOST_TO_A_NODE * nodes.length);
  return edges.length <= most ? scale : (Math.min(scale, READABLE) * most) / edges.length;
}

function sizeIn({ outline, kinds }: Sketch, manner: Manner): Size {
  const letters = LETTERS[manner.notation === "slim" ? "slim" : "bare"];
  const boxes = new Map(
    [...kinds].map(([id, { kind, isRange }]) => {
      const rows = isRange || manner.notation === "slim" ? 3 : 2;
      return [id, boxOf(kind, letters[kind], rows, manner)];
    }),
  );
  return sizeOfContents({ outline, boxes, lettersOn: () => 0 }, manner);
}
