/** Moves what stands in the ranks of a picture closer together: the layout keeps lines straight, which takes more width than a narrow panel has. */
import type { Box, Point } from "./geometry.ts";

/** A picture from top to bottom, as the layout placed it. */
export interface Placed {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly edges: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly bends: readonly Point[];
  }[];
}

/** Where nodes come to stand, and the bends of edges, of which those between two ranks are left out. */
export interface Squeezed {
  readonly nodes: ReadonlyMap<string, Point>;
  readonly bends: ReadonlyMap<string, readonly Point[]>;
}

/** Space between what stands in a rank, and at the sides of the picture. */
export interface Gaps {
  readonly between: number;
  readonly side: number;
}

/** Something that stands in a rank: a node, or the place where an edge passes. */
interface Item {
  readonly width: number;
  readonly y: number;
  x: number;
  readonly above: Item[];
  readonly below: Item[];
}

/** Ways down and up the picture; more move nothing that could be seen. */
const SWEEPS = 12;
/** A bend that is so near to a rank's middle passes the rank. */
const NEAR = 1;

/** Return the picture in as little width as its widest rank takes, with everything in the order in which it stood. */
export function squeezed({ nodes, edges }: Placed, gaps: Gaps): Squeezed {
  const items = new Map<string, Item>();
  for (const [id, { x, y, width }] of nodes) items.set(id, { x, y, width, above: [], below: [] });
  const heights = new Set([...nodes.values()].map(({ y }) => y));
  const passes = new Map<string, Item[]>();
  for (const { id, from, to, bends } of edges) {
    const [upper, lower] = [items.get(from)!, items.get(to)!];
    const passing = bends
      .filter(({ y }) => y > upper.y + NEAR && y < lower.y - NEAR)
      .flatMap(({ x, y }): Item[] => {
        const height = [...heights].find((each) => Math.abs(each - y) < NEAR);
        return height === undefined ? [] : [{ x, y: height, width: 0, above: [], below: [] }];
      });
    passes.set(id, passing);
    link([upper, ...passing, lower]);
  }
  place(ranksOf([...items.values(), ...[...passes.values()].flat()]), gaps);
  return { nodes: items, bends: passes };
}

function link(chain: readonly Item[]): void {
  for (const [index, item] of chain.slice(1).entries()) {
    item.above.push(chain[index]!);
    chain[index]!.below.push(item);
  }
}

/** Return what stands in each rank, from the top and from the left. */
function ranksOf(items: readonly Item[]): Item[][] {
  const ranks = new Map<number, Item[]>();
  for (const item of items) ranks.set(item.y, [...(ranks.get(item.y) ?? []), item]);
  return [...ranks.keys()]
    .sort((one, other) => one - other)
    .map((y) => ranks.get(y)!.sort((one, other) => one.x - other.x));
}

function place(ranks: readonly (readonly Item[])[], { between, side }: Gaps): void {
  const starts = ranks.map((rank) => startsOf(rank, between));
  const lengths = ranks.map((rank, index) => starts[index]!.at(-1)! + rank.at(-1)!.width / 2);
  const length = Math.max(...lengths);
  const settle = (index: number, neighbours: (item: Item) => readonly Item[]): void => {
    const wanted = ranks[index]!.map((item, at) => middleOf(neighbours(item), item.x - side) - starts[index]![at]!);
    const free = length - lengths[index]!;
    ascending(wanted).forEach((shift, at) => {
      ranks[index]![at]!.x = side + starts[index]![at]! + Math.min(free, Math.max(0, shift));
    });
  };
  function middleOf(neighbours: readonly Item[], otherwise: number): number {
    if (neighbours.length === 0) return otherwise;
    return neighbours.reduce((sum, { x }) => sum + x, 0) / neighbours.length - side;
  }
  ranks.forEach((_rank, index) => {
    settle(index, () => []);
  });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (let index = 1; index < ranks.length; index++) settle(index, ({ above }) => above);
    for (let index = ranks.length - 2; index >= 0; index--) settle(index, ({ below }) => below);
  }
  for (let index = 0; index < ranks.length; index++) settle(index, ({ above, below }) => [...above, ...below]);
}

/** Return where the middle of each thing in a rank lies if they stand as close as they may. */
function startsOf(rank: readonly Item[], between: number): number[] {
  let end = -between;
  return rank.map(({ width }) => {
    const middle = end + between + width / 2;
    end = middle + width / 2;
    return middle;
  });
}

/** Return the ascending numbers that are nearest to the given ones: where those descend, the mean of them. */
function ascending(numbers: readonly number[]): number[] {
  const runs: { sum: number; count: number }[] = [];
  for (const number of numbers) {
    let run = { sum: number, count: 1 };
    for (
      let last = runs.at(-1);
      last !== undefined && last.sum / last.count > run.sum / run.count;
      last = runs.at(-1)
    ) {
      run = { sum: run.sum + last.sum, count: run.count + last.count };
      runs.pop();
    }
    runs.push(run);
  }
  return runs.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
