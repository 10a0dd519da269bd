/** The order of what stands in the layers of a picture: sweeps by the middles of neighbours, kept where they leave the fewest crossings (Sugiyama and others 1981). */
import type { Item, Layers } from "./items.ts";

/** Sweeps without a better order until the best is taken. */
const MOST_IDLE = 4;

/** Where items stood in a picture that was there before; not all of them were. */
export type Before = ReadonlyMap<Item, number>;

/** So many more crossings are better than a picture in which everything stands elsewhere. */
const LIKENESS = 2;

/** Return the layers with few crossings between them, as like to the picture before as can be without many more of them. */
export function ordered(first: Layers, before: Before): Layers {
  const { layers } = before.size === 0 ? fewestCrossings(byDepth(first)) : likeBefore(byDepth(first), before);
  const upright = isUpsideDown(layers, first, before) ? layers.map((layer) => layer.toReversed()) : layers;
  number(upright);
  return upright;
}

function likeBefore(layers: Layers, before: Before): Found {
  const start = asBefore(layers, before);
  const found = [start, layers].map(fewestCrossings);
  number(start);
  const like = { layers: start, crossings: crossingsIn(start) - LIKENESS };
  return found.reduce((least, each) => (each.crossings < least.crossings ? each : least), like);
}

interface Found {
  readonly layers: Layers;
  readonly crossings: number;
}

function fewestCrossings(start: Layers): Found {
  number(start);
  let layers = start;
  let best: Found = { layers, crossings: crossingsIn(layers) };
  for (let sweeps = 0, idle = 0; idle < MOST_IDLE && best.crossings > 0; sweeps++, idle++) {
    layers = swept(layers, { isDown: sweeps % 2 === 1, isToRight: sweeps % 4 >= 2 });
    const crossings = crossingsIn(layers);
    if (crossings >= best.crossings) continue;
    idle = 0;
    best = { layers, crossings };
  }
  return best;
}

/** Put what was there before into the order that it had, in the places that it has together. */
function asBefore(layers: Layers, before: Before): Layers {
  return layers.map((layer) => {
    const known = layer.filter((item) => before.has(item)).sort((one, other) => before.get(one)! - before.get(other)!);
    let next = 0;
    return layer.map((item) => (before.has(item) ? known[next++]! : item));
  });
}

/**
 * Tell whether most nodes stand the other way round than before, or, where nothing was there, than they are listed: a picture and its mirror image have as
 * many crossings.
 */
function isUpsideDown(layers: Layers, listed: Layers, before: Before): boolean {
  let balance = 0;
  layers.forEach((layer, at) => {
    const places = before.size > 0 ? before : new Map(listed[at]!.map((item, place) => [item, place]));
    const nodes = layer.flatMap((item) => (item.isNode ? (places.get(item) ?? []) : []));
    nodes.forEach((one, index) => {
      for (const other of nodes.slice(index + 1)) balance += Math.sign(other - one);
    });
  });
  return balance < 0;
}

/** How one goes through the layers. */
interface Sweep {
  /** From the first layer on, each by the one before it; otherwise from the last one back. */
  readonly isDown: boolean;
  /** Whether, of two items in one place, the right one comes to stand first. */
  readonly isToRight: boolean;
}

/** Put what belongs together beside each other: items in the order in which a walk from the first layer on meets them. */
function byDepth(layers: Layers): Layers {
  const met = new Set<Item>();
  const found: Item[][] = layers.map(() => []);
  const meet = (start: Item): void => {
    const waiting = [start];
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      if (met.has(item)) continue;
      met.add(item);
      found[item.layer]!.push(item);
      for (const { item: next } of item.after.toReversed()) waiting.push(next);
    }
  };
  for (const layer of layers) layer.forEach(meet);
  return found;
}

function number(layers: Layers): void {
  for (const layer of layers) layer.forEach((item, order) => (item.order = order));
}

function swept(layers: Layers, { isDown, isToRight }: Sweep): Layers {
  const sorted = [...layers];
  const count = layers.length;
  for (let step = 1; step < count; step++) {
    const at = isDown ? step : count - 1 - step;
    sorted[at] = sortedLayer(layers[at]!, isDown ? "before" : "after", isToRight);
    sorted[at].forEach((item, order) => (item.order = order));
  }
  return sorted;
}

/** Sort a layer by the middles of its items' neighbours; an item without any keeps its place as nearly as can be. */
function sortedLayer(layer: readonly Item[], side: "before" | "after", isToRight: boolean): Item[] {
  const middles = new Map(layer.map((item) => [item, middleOf(item, side)]));
  const sign = isToRight ? -1 : 1;
  const placed = layer
    .filter((item) => !Number.isNaN(middles.get(item)!))
    .sort((one, other) => middles.get(one)! - middles.get(other)! || sign * (one.order - other.order));
  const sorted: Item[] = [];
  let next = 0;
  for (const item of layer) if (Number.isNaN(middles.get(item)!)) sorted[item.order] = item;
  for (let at = 0; at < layer.length; at++) sorted[at] ??= placed[next++]!;
  return sorted;
}

/** Not a number for an item without neighbours. */
function middleOf(item: Item, side: "before" | "after"): number {
  return item[side].reduce((sum, link) => sum + link.item.order, 0) / item[side].length;
}

/** Count the crossings between neighbouring layers. */
function crossingsIn(layers: Layers): number {
  let crossings = 0;
  for (let at = 1; at < layers.length; at++) crossings += crossingsBetween(layers[at - 1]!, layers[at]!.length);
  return crossings;
}

/** Walk along a layer and add, for each link, how many before it end behind it: sums in a tree (Fenwick 1994). */
function crossingsBetween(layer: readonly Item[], width: number): number {
  const sums = new Float64Array(width + 1);
  let all = 0;
  let crossings = 0;
  for (const { after } of layer) {
    for (const { item } of after) {
      let upTo = 0;
      for (let place = item.order + 1; place > 0; place -= place & -place) upTo += sums[place]!;
      crossings += all - upTo;
    }
    for (const { item } of after) {
      for (let place = item.order + 1; place <= width; place += place & -place) sums[place]! += 1;
      all += 1;
    }
  }
  return crossings;
}
