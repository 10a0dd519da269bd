/** Where the items of layers stand across the graph: in their order, with their gaps, and as near as can be to what they belong to. */
import type { Item, Layers, Link } from "./items.ts";

/** Ways through the layers and back; more move nothing that could be seen. */
const SWEEPS = 6;

/** Give every item its place across the graph, from 0; `isTight` has all layers stand within the breadth of the widest. Return that breadth. */
export function placeAcross(layers: Layers, isTight: boolean): number {
  const rows = layers.filter((layer) => layer.length > 0).map(rowOf);
  const widest = Math.max(0, ...rows.map(({ breadth }) => breadth));
  const last = rows.length - 1;
  const settle = (row: Row, linksOf: Aim["linksOf"], middleOf: Aim["middleOf"] = mean): void => {
    place(row, { linksOf, middleOf, most: isTight ? widest - row.breadth : undefined });
  };
  const before = ({ before: links }: Item): readonly Link[] => links;
  const after = ({ after: links }: Item): readonly Link[] => links;
  const both = (item: Item): readonly Link[] => [...item.before, ...item.after];
  for (const { items, starts } of rows) items.forEach((item, at) => (item.place = starts[at]!));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let at = 1; at <= last; at++) settle(rows[at]!, sweep < SWEEPS / 2 ? before : both);
    for (let at = last - 1; at >= 0; at--) settle(rows[at]!, sweep < SWEEPS / 2 ? after : both);
  }
  // What comes from one thing stands straight behind it, if nothing is in its way.
  for (let at = 1; at <= last; at++) settle(rows[at]!, before, median);
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

/** Where items of a row go: near what they are linked to, all by `most` at most from where they stand as close as they may. */
interface Aim {
  readonly linksOf: (item: Item) => readonly Link[];
  /** Where those stand together that would push each other aside. */
  readonly middleOf: (wishes: readonly Wish[]) => number;
  readonly most: number | undefined;
}

/** Move the items of a row to the middles of what they are linked to, in their order. */
function place({ items, starts }: Row, { linksOf, middleOf, most }: Aim): void {
  const wanted = items.map((item, at) => {
    const links = linksOf(item);
    const weight = links.reduce((sum, link) => sum + link.weight, 0);
    const middle = links.reduce((sum, link) => sum + link.weight * link.item.place, 0) / weight;
    // What is linked to nothing there gives way.
    return links.length === 0
      ? { value: item.place - starts[at]!, weight: 0.1 }
      : { value: middle - starts[at]!, weight };
  });
  ascending(wanted, middleOf).forEach((shift, at) => {
    const allowed = most === undefined ? shift : Math.min(most, Math.max(0, shift));
    items[at]!.place = starts[at]! + allowed;
  });
}

interface Wish {
  readonly value: number;
  readonly weight: number;
}

/** Return the ascending numbers that are nearest to the given ones: where those descend, one number for all of them (pool adjacent violators, Ayer and others 1955). */
function ascending(wishes: readonly Wish[], middleOf: (wishes: readonly Wish[]) => number): number[] {
  const runs: { value: number; wishes: readonly Wish[] }[] = [];
  for (const wish of wishes) {
    let run = { value: wish.value, wishes: [wish] as readonly Wish[] };
    for (let last = runs.at(-1); last !== undefined && last.value > run.value; last = runs.at(-1)) {
      const both = [...last.wishes, ...run.wishes];
      run = { value: middleOf(both), wishes: both };
      runs.pop();
    }
    runs.push(run);
  }
  return runs.flatMap(({ value, wishes: { length } }) => Array<number>(length).fill(value));
}

function mean(wishes: readonly Wish[]): number {
  const weight = wishes.reduce((sum, each) => sum + each.weight, 0);
  return wishes.reduce((sum, each) => sum + each.weight * each.value, 0) / weight;
}

/** The middle one: most of what is pushed aside is not bent. */
function median(wishes: readonly Wish[]): number {
  const sorted = [...wishes].sort((one, other) => one.value - other.value);
  const half = sorted.reduce((sum, each) => sum + each.weight, 0) / 2;
  let sum = 0;
  for (const { value, weight } of sorted) if ((sum += weight) >= half) return value;
  return sorted.at(-1)!.value;
}

/** Move all rows so that the foremost item begins at 0; return how far the last one reaches. */
function shifted(rows: readonly Row[]): number {
  const items = rows.flatMap((row) => row.items);
  const first = Math.min(...items.map(({ place: middle, across }) => middle - across / 2));
  for (const item of items) item.place -= first;
  return Math.max(0, ...items.map(({ place: middle, across }) => middle + across / 2));
}
