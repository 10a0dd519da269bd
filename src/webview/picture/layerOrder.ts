/**
 * The order of nodes within their ranks: the sweeps by which dagre looks for few crossings, on arrays instead of a graph for every rank and sweep, which
 * was the largest part of a layout. It finds the order that dagre finds, and is put into our bundle of it (mermaidBundle.mjs) for graphs without groups.
 */

/** An edge of dagre's graph. */
interface GraphEdge {
  readonly v: string;
  readonly w: string;
}

/** As much of dagre's graph as is needed. Every edge leads to the next rank. */
export interface RankedGraph<Edge extends GraphEdge = GraphEdge> {
  nodes(): string[];
  node(id: string): { readonly rank?: number; order?: number };
  children(id: string): readonly string[] | undefined;
  outEdges(id: string): Edge[] | undefined;
  inEdges(id: string): Edge[] | undefined;
  edge(edge: Edge): { readonly weight: number };
}

/** Sweeps without a better order until the best is taken. */
const MOST_IDLE = 4;

/** The neighbours of a node in the rank before or behind it, each once, and the weight of the edges between. */
interface Neighbours {
  readonly nodes: readonly number[];
  readonly weights: readonly number[];
}

/** What does not change while one looks for an order. Nodes are named by their place in the graph's list. */
interface Ranked {
  /** The nodes of each rank, as the graph lists them. */
  readonly ranks: readonly (readonly number[])[];
  readonly before: readonly Neighbours[];
  readonly behind: readonly Neighbours[];
}

/** Return whether a graph can be ordered here: it has no groups, and no names that an object would list in an order of its own. */
export function isFlat(graph: RankedGraph): boolean {
  return graph.nodes().every((id) => {
    const isPlain = graph.node(id).rank !== undefined && !/^\d/u.test(id);
    return isPlain && (graph.children(id) ?? []).length === 0;
  });
}

/** Give every node of a flat graph its order, beginning with the one that the lists of `first` have. */
export function orderLayers<Edge extends GraphEdge>(
  graph: RankedGraph<Edge>,
  first: readonly (readonly string[])[],
): void {
  const ids = graph.nodes();
  const places = new Map(ids.map((id, place) => [id, place]));
  const ranked = rankedOf(graph, ids, places);
  const order = new Int32Array(ids.length);
  for (const layer of first) layer.forEach((id, at) => (order[places.get(id)!] = at));
  const best = bestOrder(ranked, order);
  ids.forEach((id, place) => (graph.node(id).order = best[place]!));
}

function bestOrder(ranked: Ranked, order: Int32Array): Int32Array {
  let best = order;
  let fewest = Number.POSITIVE_INFINITY;
  for (let sweeps = 0, idle = 0; idle < MOST_IDLE; sweeps++, idle++) {
    const isDown = sweeps % 2 === 1;
    const isToRight = sweeps % 4 >= 2;
    sweep(ranked, order, isDown, isToRight);
    const crossings = crossingsOf(ranked, order);
    if (crossings >= fewest) continue;
    idle = 0;
    fewest = crossings;
    best = order.slice();
  }
  return best;
}

function rankedOf<Edge extends GraphEdge>(
  graph: RankedGraph<Edge>,
  ids: readonly string[],
  places: ReadonlyMap<string, number>,
): Ranked {
  const ranks: number[][] = [];
  ids.forEach((id, place) => {
    const rank = graph.node(id).rank!;
    while (ranks.length <= rank) ranks.push([]);
    ranks[rank]!.push(place);
  });
  const neighbours = (edges: readonly Edge[] | undefined, end: "v" | "w"): Neighbours => {
    const weights = new Map<number, number>();
    for (const edge of edges ?? []) {
      const place = places.get(edge[end])!;
      weights.set(place, graph.edge(edge).weight + (weights.get(place) ?? 0));
    }
    return { nodes: [...weights.keys()], weights: [...weights.values()] };
  };
  return {
    ranks,
    before: ids.map((id) => neighbours(graph.inEdges(id), "v")),
    behind: ids.map((id) => neighbours(graph.outEdges(id), "w")),
  };
}

/** Put every rank in order by the one before it, down from the second, or by the one behind it, up from the last but one. */
function sweep({ ranks, before, behind }: Ranked, order: Int32Array, isDown: boolean, isToRight: boolean): void {
  if (isDown) for (let rank = 1; rank < ranks.length; rank++) sortRank(ranks[rank]!, before, order, isToRight);
  else for (let rank = ranks.length - 2; rank >= 0; rank--) sortRank(ranks[rank]!, behind, order, isToRight);
}

/** A node, by its place in its rank's list, with the middle of its neighbours. */
interface Placed {
  readonly node: number;
  readonly at: number;
  readonly middle: number;
}

/** Sort a rank by the middles of its nodes' neighbours; a node without any keeps its place as nearly as can be. */
function sortRank(
  rank: readonly number[],
  neighbours: readonly Neighbours[],
  order: Int32Array,
  isToRight: boolean,
): void {
  const placed: Placed[] = [];
  const free: Placed[] = [];
  rank.forEach((node, at) => {
    const middle = middleOf(neighbours[node]!, order);
    (Number.isNaN(middle) ? free : placed).push({ node, at, middle });
  });
  const side = isToRight ? -1 : 1;
  placed.sort((one, other) => one.middle - other.middle || side * (one.at - other.at));
  let count = 0;
  let taken = 0;
  const takeFree = (): void => {
    for (let next = free[taken]; next !== undefined && next.at <= count; next = free[++taken])
      order[next.node] = count++;
  };
  takeFree();
  for (const { node } of placed) {
    order[node] = count++;
    takeFree();
  }
}

/** Not a number for a node without neighbours. */
function middleOf({ nodes, weights }: Neighbours, order: Int32Array): number {
  let sum = 0;
  let weight = 0;
  for (let at = 0; at < nodes.length; at++) {
    sum += weights[at]! * order[nodes[at]!]!;
    weight += weights[at]!;
  }
  return sum / weight;
}

/** Count the crossings between neighbouring ranks, each by the weights of its two edges. */
function crossingsOf({ ranks, behind }: Ranked, order: Int32Array): number {
  let crossings = 0;
  for (let rank = 1; rank < ranks.length; rank++) {
    const north = [...ranks[rank - 1]!].sort((one, other) => order[one]! - order[other]!);
    crossings += crossingsBetween(north, ranks[rank]!.length, behind, order);
  }
  return crossings;
}

/** Walk along the upper rank and add, for each edge, the weights of those that have ended to the right of it: sums in a tree. */
function crossingsBetween(
  north: readonly number[],
  width: number,
  behind: readonly Neighbours[],
  order: Int32Array,
): number {
  const sums = new Float64Array(width + 1);
  let all = 0;
  let crossings = 0;
  for (const node of north) {
    const { nodes, weights } = behind[node]!;
    for (let at = 0; at < nodes.length; at++) {
      let upTo = 0;
      for (let place = order[nodes[at]!]! + 1; place > 0; place -= place & -place) upTo += sums[place]!;
      crossings += weights[at]! * (all - upTo);
    }
    for (let at = 0; at < nodes.length; at++) {
      for (let place = order[nodes[at]!]! + 1; place <= width; place += place & -place) sums[place]! += weights[at]!;
      all += weights[at]!;
    }
  }
  return crossings;
}
