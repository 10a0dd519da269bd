/** In which rank each node of a picture stands: straight before its first user, or, where ranks must not be too wide, further up until there is room. */
import type { EdgeView, NodeView, ViewNodeId } from "../../model.ts";
import type { Size } from "./fit.ts";
import type { Manner } from "./manner.ts";
import { MARGIN, spacingOf } from "./spacing.ts";

/** The part of a model that says what stands where: nodes in the order of their steps, and edges. */
export interface Outline {
  readonly nodes: readonly Pick<NodeView, "id">[];
  readonly edges: readonly Pick<EdgeView, "id" | "from" | "to">[];
}

/** How wide ranks may be, and what stands in them. */
interface Breadth {
  /** A rank is no wider than so where that can be. */
  readonly most: number;
  /** The size of a node across the graph, with the gap to the next. */
  readonly sizeOf: (node: ViewNodeId) => number;
  /** What an edge takes that passes a rank. */
  readonly edge: number;
}

/** The edges of a picture from both ends, by the places of nodes in the model's list. */
interface Graph {
  readonly ids: readonly ViewNodeId[];
  readonly operands: readonly (readonly number[])[];
  readonly users: readonly (readonly number[])[];
}

/** Ranks of pictures as wide as they come, which are the same in every manner. */
const freeRanks = new WeakMap<Outline, ReadonlyMap<ViewNodeId, number>>();

/** Return the rank of each node, from the first: behind all its operands, and what has none straight before its first user. */
function ranksOf(model: Outline): ReadonlyMap<ViewNodeId, number> {
  const { ids, operands, users } = graphOf(model);
  const ranks = operands.map(() => 0);
  // Nodes stand in the order of their steps, so that operands come first.
  operands.forEach((each, node) => (ranks[node] = Math.max(-1, ...each.map((operand) => ranks[operand]!)) + 1));
  users.forEach((each, node) => {
    if (each.length > 0 && operands[node]!.length === 0)
      ranks[node] = Math.max(0, Math.min(...each.map((user) => ranks[user]!)) - 1);
  });
  return new Map(ids.map((id, node) => [id, ranks[node]!]));
}

/** Return the rank of each node in a picture drawn in a manner, whose nodes have the given sizes. */
export function ranksIn(
  model: Outline,
  manner: Manner,
  sizes: ReadonlyMap<ViewNodeId, Size>,
): ReadonlyMap<ViewNodeId, number> {
  const { within } = manner;
  if (within === undefined) {
    const ranks = freeRanks.get(model) ?? ranksOf(model);
    freeRanks.set(model, ranks);
    return ranks;
  }
  const { nodeGap, edgeGap } = spacingOf(manner);
  const most = within - 2 * MARGIN + nodeGap;
  return narrowRanks(model, { most, edge: edgeGap, sizeOf: (node) => nodeGap + (sizes.get(node)?.width ?? 0) });
}

/** Return the rank of each node where ranks are no wider than they may be. */
function narrowRanks(model: Outline, breadth: Breadth): Map<ViewNodeId, number> {
  const graph = graphOf(model);
  const layers = layersUpwards(graph, breadth);
  const last = Math.max(0, ...layers);
  return new Map(graph.ids.map((id, node) => [id, last - layers[node]!]));
}

/**
 * Fill layers from the last one up with nodes whose users all stand below, as long as there is room: first those to which the longest ways lead, so that
 * the picture becomes no longer than it must.
 */
function layersUpwards(graph: Graph, { most, sizeOf, edge }: Breadth): Int32Array {
  const { ids, users, operands } = graph;
  const layers = new Int32Array(ids.length).fill(-1);
  const depths = depthsOf(graph);
  /** How many users of each node stand in the layers below. */
  const below = new Int32Array(ids.length);
  /** Edges from nodes that still wait to those that stand: they pass here, or end here. */
  let passing = 0;
  let ready = [...ids.keys()].filter((node) => users[node]!.length === 0);
  for (let layer = 0; ready.length > 0; layer++) {
    ready.sort((one, other) => depths[other]! - depths[one]! || other - one);
    // What comes to stand further up has its edges pass here.
    let width = passing * edge;
    const standing = ready.filter((node, index) => {
      const wider = width + sizeOf(ids[node]!) - below[node]! * edge;
      if (index > 0 && wider > most) return false;
      width = wider;
      layers[node] = layer;
      return true;
    });
    ready = ready.filter((node) => layers[node]! < 0);
    for (const node of standing) {
      passing += operands[node]!.length - below[node]!;
      for (const operand of operands[node]!) if ((below[operand]! += 1) === users[operand]!.length) ready.push(operand);
    }
  }
  return layers;
}

/** How many nodes lie on the longest way to each node. */
function depthsOf({ operands }: Graph): number[] {
  const depths: number[] = [];
  operands.forEach((each, node) => (depths[node] = Math.max(-1, ...each.map((operand) => depths[operand]!)) + 1));
  return depths;
}

function graphOf({ nodes, edges }: Outline): Graph {
  const ids = nodes.map(({ id }) => id);
  const places = new Map(ids.map((id, place) => [id, place]));
  const operands: number[][] = ids.map(() => []);
  const users: number[][] = ids.map(() => []);
  for (const edge of edges) {
    const [from, to] = [places.get(edge.from), places.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    operands[to]!.push(from);
    users[from]!.push(to);
  }
  return { ids, operands, users };
}
