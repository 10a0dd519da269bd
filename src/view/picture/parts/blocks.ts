/** Blocks: statements that follow each other in a body, as regions of their own, where a picture has no room for all of them. */
import { eachOperand, type NodeId } from "../../../autodiff/tape.ts";
import type { Region, Trace } from "../../../language/trace.ts";
import { siteOf } from "../../names.ts";

/** A block of more statements is divided again. */
const LONGEST = 60;
/** So many blocks that stand behind each other can be read in a panel beside the code. */
const MOST_BLOCKS = 6;
/** About so many statements are at least in a block. */
const SHORT = 12;
/** In longer runs regions are too many to have names; they are folded by their loops. */
const MOST_REGIONS = 20_000;

/** What is directly in a body: a statement, by the step that stands for it, or a call or a loop. */
interface Item {
  /** The first step that is not in it. */
  readonly end: NodeId;
  readonly isStatement: boolean;
}

/** Steps that follow each other in a body. */
interface Block {
  readonly body: number;
  readonly start: NodeId;
  readonly end: NodeId;
  /** Index of the block around it in the list; -1 if it is directly in the body. */
  readonly outer: number;
}

/** Return a run in which bodies of more statements than `most` are divided. `stands` is 1 for the steps that would be a node each; the fixed ones are in no block. */
export function withBlocks(trace: Trace, most: number, stands: Uint8Array, isFixed: (node: NodeId) => boolean): Trace {
  const count = stands.reduce((sum, flag) => sum + flag, 0);
  const isDivided = trace.regions.some(({ kind }) => kind === "block");
  if (count <= most || trace.regions.length > MOST_REGIONS || isDivided) return trace;
  const bodies = longBodies(trace, most, stands, isFixed);
  if (bodies.size === 0) return trace;
  const live = liveSteps(trace, isFixed);
  const blocks: Block[] = [];
  for (const [body, items] of bodies) {
    let start = trace.regions[body]?.start ?? 0;
    while (isFixed(start)) start++;
    divide(items, { body, start, outer: -1 }, live, blocks);
  }
  return { ...trace, regions: withRegions(trace, blocks) };
}

/** The items of each body that has too many statements, by the body's index; -1 is the function's own. */
function longBodies(
  trace: Trace,
  most: number,
  stands: Uint8Array,
  isFixed: (node: NodeId) => boolean,
): Map<number, Item[]> {
  const { regions, tape, function: traced } = trace;
  const innermost = new Int32Array(tape.length).fill(-1);
  const items = new Map<number, Item[]>();
  const add = (body: number, item: Item): void => {
    const list = items.get(body) ?? [];
    list.push(item);
    items.set(body, list);
  };
  for (const [index, { start, end, parent }] of regions.entries()) {
    // A region of one step is drawn as that step.
    if (end - start < 2) continue;
    innermost.fill(index, start, end);
    add(parent, { end, isStatement: false });
  }
  for (let node = 0; node < stands.length; node++)
    if (stands[node] === 1 && !isFixed(node)) add(innermost[node]!, { end: node + 1, isStatement: true });
  const isOwn = (body: number): boolean => {
    const region = regions[body];
    return region === undefined || (region.kind !== "loop" && region.place.file === traced.place.file);
  };
  const long = [...items].filter(
    ([body, all]) => isOwn(body) && all.filter(({ isStatement }) => isStatement).length > most,
  );
  return new Map(long.map(([body, all]) => [body, all.sort((one, other) => one.end - other.end)]));
}

/** Divide items into blocks where few numbers go from one to the next, and those again that are still too long. */
function divide(
  items: readonly Item[],
  around: Pick<Block, "body" | "start" | "outer">,
  live: Int32Array,
  blocks: Block[],
): void {
  const statements = items.filter(({ isStatement }) => isStatement).length;
  if (statements <= LONGEST) return;
  const count = Math.min(MOST_BLOCKS, Math.ceil(statements / SHORT));
  let { start } = around;
  let first = 0;
  for (let part = 1; part <= count; part++) {
    const last = part === count ? items.length : cutNear(items, (part * items.length) / count, count, live);
    const { end } = items[last - 1]!;
    const index = blocks.push({ ...around, start, end }) - 1;
    divide(items.slice(first, last), { body: around.body, start, outer: index }, live, blocks);
    start = end;
    first = last;
  }
}

/** How many items come before the best place to cut near one: where the fewest numbers are still needed. */
function cutNear(items: readonly Item[], wanted: number, count: number, live: Int32Array): number {
  const reach = items.length / count / 3;
  const cost = (at: number): number => live[items[at - 1]!.end]!;
  let best = Math.round(wanted);
  for (let at = Math.ceil(wanted - reach); at <= wanted + reach; at++) {
    const isNearer = Math.abs(at - wanted) < Math.abs(best - wanted);
    if (cost(at) < cost(best) || (cost(at) === cost(best) && isNearer)) best = at;
  }
  return best;
}

/** How many steps before each step are used by it or by a later one. */
function liveSteps({ tape }: Trace, isFixed: (node: NodeId) => boolean): Int32Array {
  const lastUse = new Int32Array(tape.length).fill(-1);
  let user = 0;
  const use = (operand: NodeId): void => {
    lastUse[operand] = user;
  };
  for (; user < tape.length; user++) eachOperand(tape, user, use);
  const live = new Int32Array(tape.length + 2);
  for (let node = 0; node < tape.length; node++) {
    if (lastUse[node]! < 0 || isFixed(node)) continue;
    live[node + 1] = live[node + 1]! + 1;
    live[lastUse[node]! + 1] = live[lastUse[node]! + 1]! - 1;
  }
  for (let at = 1; at < live.length; at++) live[at] = live[at]! + live[at - 1]!;
  return live;
}

/** The regions with the blocks among them: what is around comes first, and otherwise they keep their order. */
function withRegions(trace: Trace, blocks: readonly Block[]): Region[] {
  const { regions } = trace;
  const blocksAt = new Map<number, number[]>();
  for (const [index, { body, start }] of blocks.entries()) {
    let at = body + 1;
    while (at < regions.length && regions[at]!.start < start) at++;
    blocksAt.set(at, [...(blocksAt.get(at) ?? []), index]);
  }
  const places: number[] = [];
  const placesOfBlocks: number[] = [];
  let length = 0;
  for (let at = 0; at <= regions.length; at++) {
    for (const block of blocksAt.get(at) ?? []) placesOfBlocks[block] = length++;
    if (at < regions.length) places[at] = length++;
  }
  const placeOf = (region: number): number => (region < 0 ? -1 : places[region]!);
  const all: Region[] = [];
  for (const [index, region] of regions.entries()) {
    const block = blocks.findLastIndex(
      ({ body, start, end }) => body === region.parent && start <= region.start && region.end <= end,
    );
    all[places[index]!] = { ...region, parent: block < 0 ? placeOf(region.parent) : placesOfBlocks[block]! };
  }
  for (const [index, { body, start, end, outer }] of blocks.entries()) {
    const parent = outer < 0 ? placeOf(body) : placesOfBlocks[outer]!;
    all[placesOfBlocks[index]!] = {
      kind: "block",
      name: "statements",
      start,
      end,
      parent,
      place: placeOfBlock(trace, start, end),
    };
  }
  return all;
}

/** From the first to the last of the expressions in a block. */
function placeOfBlock(trace: Trace, start: NodeId, end: NodeId): Region["place"] {
  const { file } = trace.function.place;
  const first = siteOf(trace, start);
  const last = siteOf(trace, end - 1);
  if (first?.file !== file || last?.file !== file || last.end < first.start) return trace.function.place;
  return { file, start: first.start, end: last.end };
}
