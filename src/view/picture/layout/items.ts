/** What stands in the layers of a picture: nodes, and between the two ends of an edge the places where it passes a layer, or has its label there. */
import type { ViewEdgeId, ViewNodeId } from "../../model.ts";
import type { Outline } from "./layers.ts";

/** Something that stands in a layer. */
export interface Item {
  readonly layer: number;
  /** Its extent along the graph and across it; 0 where an edge only passes. */
  readonly along: number;
  readonly across: number;
  /** Half of the space between it and what stands beside it. */
  readonly gap: number;
  readonly isNode: boolean;
  readonly before: Link[];
  readonly after: Link[];
  /** Its place among the items of its layer. */
  order: number;
  /** Its middle across the graph. */
  place: number;
}

/** A piece of an edge, to or from a neighbouring layer. */
export interface Link {
  readonly item: Item;
  /** How much it matters that the piece is straight. */
  readonly weight: number;
}

/** Items from the first layer to the last. */
export type Layers = readonly (readonly Item[])[];

/** An extent along the graph and across it. */
export interface Extent {
  readonly along: number;
  readonly across: number;
}

/** What items are made of. */
export interface Standing {
  /** In which layer each node stands. */
  readonly layers: ReadonlyMap<ViewNodeId, number>;
  readonly nodes: ReadonlyMap<ViewNodeId, Extent>;
  /** The labels of edges that have one. They stand in layers of odd numbers, which have no nodes then. */
  readonly labels: ReadonlyMap<ViewEdgeId, Extent>;
  readonly nodeGap: number;
  readonly edgeGap: number;
}

/** The items of a picture, and where to find them. */
export interface Items {
  readonly layers: Layers;
  readonly nodes: ReadonlyMap<ViewNodeId, Item>;
  /** What stands between the ends of each edge, along it. */
  readonly edges: ReadonlyMap<ViewEdgeId, readonly Item[]>;
  readonly labels: ReadonlyMap<ViewEdgeId, Item>;
}

/** How much it matters that a piece between two nodes, between a node and a passed layer, and between two of those is straight (Gansner and others 1993). */
const WEIGHTS = [1, 2, 8] as const;

/** Return what stands in the layers of a picture. */
export function itemsOf({ nodes, edges }: Outline, standing: Standing): Items {
  const layers: Item[][] = [];
  const put = (item: Omit<Item, "before" | "after" | "order" | "place">): Item => {
    const { layer } = item;
    while (layers.length <= layer) layers.push([]);
    const whole = { ...item, before: [], after: [], order: layers[layer]!.length, place: 0 };
    layers[layer]!.push(whole);
    return whole;
  };
  const nodeItems = new Map(
    nodes.map(({ id }) => {
      const gap = standing.nodeGap / 2;
      return [id, put({ layer: standing.layers.get(id)!, ...standing.nodes.get(id)!, gap, isNode: true })];
    }),
  );
  const passing = new Map<ViewEdgeId, Item[]>();
  const labels = new Map<ViewEdgeId, Item>();
  for (const { id, from, to } of edges) {
    const [first, last] = [nodeItems.get(from)!, nodeItems.get(to)!];
    const label = standing.labels.get(id);
    const labelLayer = label === undefined ? -1 : oddMiddle(first.layer, last.layer);
    const between: Item[] = [];
    for (let layer = first.layer + 1; layer < last.layer; layer++) {
      const extent = layer === labelLayer ? label! : { along: 0, across: 0 };
      const item = put({ layer, ...extent, gap: standing.edgeGap / 2, isNode: false });
      between.push(item);
      if (layer === labelLayer) labels.set(id, item);
    }
    passing.set(id, between);
    link([first, ...between, last]);
  }
  return { layers, nodes: nodeItems, edges: passing, labels };
}

/** Return the layer of an odd number that is nearest to the middle between two layers of even numbers: that of a label between them. */
export function oddMiddle(first: number, last: number): number {
  const middle = (first + last) / 2;
  return middle % 2 === 0 ? middle - 1 : middle;
}

function link(chain: readonly Item[]): void {
  for (const [index, item] of chain.slice(1).entries()) {
    const before = chain[index]!;
    const weight = WEIGHTS[Number(!item.isNode) + Number(!before.isNode)]!;
    item.before.push({ item: before, weight });
    before.after.push({ item, weight });
  }
}
