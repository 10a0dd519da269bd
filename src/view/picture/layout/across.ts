/** Where the items of layers stand across the graph: in their order, with their gaps, and as near as can be to what they belong to. */
import type { Item, Layers, Link } from "./items.ts";

/** Ways through the layers and back; more move nothing that could be seen. */
const SWEEPS = 8;

/** Give every item its place across the graph, from 0; `isTight` has all layers stand within the breadth of the widest. Return that breadth. */
export function placeAcross(layers: Layers, isTight: boolean): number {
  const rows = layers.filter((layer) => layer.length > 0).map(rowOf);
  const widest = Math.max(0, ...rows.map(({ breadth }) => breadth));
  const last = rows.length - 1;
  const settle = (row: Row, linksOf: (item: Item) => readonly Link[]): void => {
    place(row, linksOf, isTight ? widest - row.breadth : undefined);
  };
  const before = ({ before: links }: Item): readonly Link[] => links;
  const after = ({ after: links }: Item): readonly Link[] => links;
  const both = (item: Item): readonly Link[] => [...item.before, ...item.after];
  for (const { items, starts } of rows) items.forEach((item, at) => (item.place = starts[at]!));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let at = 1; at <= last; at++) settle(rows[at]!, sweep < SWEEPS / 2 ? before : both);
    for (let at = last - 1; at >= 0; at--) settle(rows[at]!, sweep < SWEEPS / 2 ? after : both);
  }
  // What comes from one thing stands straight behind it.
  for (let at = 1; at <= last; at++) settle(rows[at]!, before);
  return shifted(rows);
}

/** A layer, and where the middles of its items lie if they stand as close as they may. */
interface Row {
  readonly items: readonly Item[];
  readonly starts: readonly number[];
  readonly breadth: number;
}

function rowOf(items: readonly Item[]): Row {
  const starts: number[] = [];
  let end = 0;
  items.forEach((item, at) => {
    const gap = at === 0 ? 0 : items[at - 1]!.gap + item.gap;
    starts.push(end + gap + item.across / 2);
    end += gap + item.across;
  });
  return { items, starts, breadth: end };
}

/** Move the items of a row to the middles of what they are linked to, in their order; the first is moved by `most` at most. */
function place({ items, starts }: Row, linksOf: (item: Item) => readonly Link[], most: number | undefined): void {
  const wanted = items.map((item, at) => {
    const links = linksOf(item);
    const weight = links.reduce((sum, link) => sum + link.weight, 0);
    const middle = links.reduce((sum, link) => sum + link.weight * link.item.place, 0) / weight;
    // What is linked to nothing there gives way.
    return links.length === 0
      ? { value: item.place - starts[at]!, weight: 0.1 }
      : { value: middle - starts[at]!, weight };
  });
  ascending(wanted).forEach((shift, at) => {
    const allowed = most === undefined ? shift : Math.min(most, Math.max(0, shift));
    items[at]!.place = starts[at]! + allowed;
  });
}

interface Wish {
  readonly value: number;
  readonly weight: number;
}

/** Return the ascending numbers that are nearest to the given ones: where those descend, their mean (pool adjacent violators, Ayer and others 1955). */
function ascending(wishes: readonly Wish[]): number[] {
  const runs: { value: number; weight: number; count: number }[] = [];
  for (const { value, weight } of wishes) {
    let run = { value, weight, count: 1 };
    for (let last = runs.at(-1); last !== undefined && last.value > run.value; last = runs.at(-1)) {
      const sum = last.weight + run.weight;
      const mean = (last.value * last.weight + run.value * run.weight) / sum;
      run = { value: mean, weight: sum, count: last.count + run.count };
      runs.pop();
    }
    runs.push(run);
  }
  return runs.flatMap(({ value, count }) => Array<number>(count).fill(value));
}

/** Move all rows so that the foremost item begins at 0; return how far the last one reaches. */
function shifted(rows: readonly Row[]): number {
  const items = rows.flatMap((row) => row.items);
  const first = Math.min(...items.map(({ place: middle, across }) => middle - across / 2));
  for (const item of items) item.place -= first;
  return Math.max(0, ...items.map(({ place: middle, across }) => middle + across / 2));
}
