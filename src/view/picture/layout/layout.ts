/** Where everything in a picture stands: layers along the graph, few crossings between them, and straight lines (Sugiyama and others 1981). */
import type { ViewEdgeId, ViewNodeId } from "../../model.ts";
import { placeAcross } from "./across.ts";
import type { Size } from "./fit.ts";
import { pointAt, sizeAlong, type Point } from "./geometry.ts";
import { itemsOf, type Item, type Layers, type Standing } from "./items.ts";
import { ranksIn, type Outline } from "./layers.ts";
import type { Direction, Manner } from "./manner.ts";
import { ordered } from "./order.ts";
import { MARGIN, spacingOf } from "./spacing.ts";

/** How large the parts of a picture are. */
export interface Sizes {
  readonly nodes: ReadonlyMap<ViewNodeId, Size>;
  /** Those of edges that have a label. */
  readonly labels: ReadonlyMap<ViewEdgeId, Size>;
}

/** A picture that is laid out: its size, and the middles of what is in it. */
export interface Layout extends Size {
  readonly nodes: ReadonlyMap<ViewNodeId, Point>;
  /** The places where an edge passes between others, from its begin to its end. */
  readonly bends: ReadonlyMap<ViewEdgeId, readonly Point[]>;
  readonly labels: ReadonlyMap<ViewEdgeId, Point>;
}

/** Places across the graph in a picture of the same function that was there before, of nodes that are there again. */
export type PlacesBefore = ReadonlyMap<ViewNodeId, number>;

/** Lay a picture out. What was there before stays in its order if that costs no crossing. */
export function layOut(outline: Outline, sizes: Sizes, manner: Manner, before: PlacesBefore = new Map()): Layout {
  const { direction } = manner;
  const standing = standingOf(outline, sizes, manner);
  const { layers: first, nodes, edges, labels } = itemsOf(outline, standing);
  const known = [...before].flatMap(([id, place]): [Item, number][] => {
    const item = nodes.get(id);
    return item === undefined ? [] : [[item, place]];
  });
  const layers = ordered(first, new Map(known));
  const across = placeAcross(layers, manner.within !== undefined);
  const { middles, length } = placeAlong(layers, standing, manner);
  const pointOf = (item: Item): Point => pointAt({ main: middles[item.layer]!, cross: item.place + MARGIN }, direction);
  const { width, height } = sizeOf(length, across + 2 * MARGIN, direction);
  return {
    width,
    height,
    nodes: mapped(nodes, pointOf),
    bends: mapped(edges, (items) => items.filter((item) => item.across === 0).map(pointOf)),
    labels: mapped(labels, pointOf),
  };
}

function standingOf(outline: Outline, { nodes, labels }: Sizes, manner: Manner): Standing {
  const { nodeGap, edgeGap } = spacingOf(manner);
  const extent = (size: Size): { along: number; across: number } => {
    const { main, cross } = sizeAlong(size, manner.direction);
    return { along: main, across: cross };
  };
  // Labels have layers of their own between those of the nodes.
  const step = labels.size > 0 ? 2 : 1;
  return {
    layers: mapped(ranksIn(outline, manner, nodes), (rank) => rank * step),
    nodes: mapped(nodes, extent),
    labels: mapped(labels, extent),
    nodeGap,
    edgeGap,
  };
}

/** Return the middle of each layer along the graph, and the picture's length with its margins. */
function placeAlong(layers: Layers, { labels }: Standing, manner: Manner): { middles: number[]; length: number } {
  const gap = spacingOf(manner).rankGap / (labels.size > 0 ? 2 : 1);
  let end = MARGIN - gap;
  const middles = layers.map((layer) => {
    const extent = Math.max(0, ...layer.map(({ along }) => along));
    const middle = end + gap + extent / 2;
    end = middle + extent / 2;
    return middle;
  });
  return { middles, length: Math.max(MARGIN, end) + MARGIN };
}

function sizeOf(main: number, cross: number, direction: Direction): Size {
  return direction === "LR" ? { width: main, height: cross } : { width: cross, height: main };
}

function mapped<K, V, W>(map: ReadonlyMap<K, V>, to: (value: V) => W): Map<K, W> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}
