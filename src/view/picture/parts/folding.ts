/** What is folded where a run has too many steps for one picture: calls, loops, and arrays of inputs. */
import type { NodeId } from "../../../autodiff/tape.ts";
import type { Trace } from "../../../language/trace.ts";
import { arrayName } from "../../names.ts";

/** A picture of more nodes is not looked at as a whole, however large the panel is. */
const MOST_SEEN = 24;

/** Up to so many inputs, arrays are folded last, because only single numbers have partials. */
const FEW_INPUTS = 8;

/** Arrays of fewer inputs are never folded. */
export const SMALLEST_ARRAY = 3;

/** Up to so many rounds of a loop that was entered stand beside each other. */
const FEW_ROUNDS = 4;

/** One way to fold. */
export interface Folding {
  /** Regions that are drawn as one node, one or several that follow each other. */
  readonly groups: readonly (readonly number[])[];
  /** The array of each folded input, or what else it is folded with. */
  readonly arrays: ReadonlyMap<NodeId, string>;
}

/** Regions that are drawn as one node each, and how many nodes the steps then need. Of hundreds of thousands of rounds, lists are made only when they are asked for. */
interface Level {
  readonly groups: () => Folding["groups"];
  readonly steps: number;
}

/** Fold nothing. */
export const UNFOLDED: Folding = { groups: [], arrays: new Map() };

/** Return the foldings to try, the one that shows most first: the inputs in each of these ways, and with them the deepest regions first. */
export function foldings(
  trace: Trace,
  stands: Uint8Array,
  inputs: ReadonlySet<NodeId>,
  ways: readonly Folding["arrays"][],
): readonly Folding[] {
  const count = stands.reduce((sum, flag) => sum + flag, 0);
  const levels = levelsOf(trace, stands, count - inputs.size);
  const choices = ways.flatMap((arrays, index) => {
    const isBeforeOthers = inputs.size > FEW_INPUTS && index < ways.length - 1;
    const nodes = inputs.size - arrays.size + new Set(arrays.values()).size;
    const among = isBeforeOthers ? levels.slice(0, 1) : levels;
    return among.map(({ groups, steps }): Choice => ({ groups, arrays, size: steps + nodes }));
  });
  const fitting = choices.filter((choice) => choice.size <= MOST_SEEN);
  const tried = fitting.length > 0 ? fitting : [choices.reduce((one, other) => (other.size < one.size ? other : one))];
  return tried.map(({ groups, arrays }) => ({ groups: groups(), arrays }));
}

/** A folding before its groups are listed, with the number of nodes that it leaves. */
interface Choice {
  readonly groups: Level["groups"];
  readonly arrays: Folding["arrays"];
  readonly size: number;
}

/** What folding nothing, the regions of each depth from the deepest, and joined neighbours at the top would leave. */
function levelsOf(trace: Trace, stands: Uint8Array, steps: number): Level[] {
  const before = new Int32Array(stands.length + 1);
  for (let node = 0; node < stands.length; node++) before[node + 1] = before[node]! + stands[node]!;
  const { regions } = trace;
  const depths = new Int32Array(regions.length);
  const byDepth: number[][] = [];
  const isForeign = foreign(trace);
  for (let index = 0; index < regions.length; index++) {
    const { parent, start, end } = regions[index]!;
    const depth = parent < 0 ? 0 : depths[parent]! + 1;
    depths[index] = depth;
    if (parent >= 0 && isForeign(parent)) continue;
    // A region of one step is drawn as that step.
    while (byDepth.length <= depth) byDepth.push([]);
    if (end - start > 1) byDepth[depth]!.push(index);
  }
  const inside = (index: number): number => before[regions[index]!.end]! - before[regions[index]!.start]!;
  const filled = byDepth.filter((indices) => indices.length > 0);
  const alone = filled.toReversed().map((indices): Level => {
    const spared = indices.reduce((sum, index) => sum + Math.max(0, inside(index) - 1), 0);
    return { groups: () => indices.map((index) => [index]), steps: steps - spared };
  });
  const joined = filled.slice(0, 1).map((indices): Level => {
    const groups = joinNeighbours(trace, indices);
    return { groups: () => groups, steps: steps - sparedTogether(groups, inside) };
  });
  return [{ groups: () => [], steps }, ...alone, ...joined];
}

/** Tells whether a region stands in another file: a call of a function from there is folded as a whole, or not at all. */
function foreign({ regions, function: { place } }: Trace): (index: number) => boolean {
  // To look up a place takes long, and most regions are rounds of a few loops.
  const known = new Map<number, boolean>();
  const isForeign = (index: number): boolean => {
    const region = regions[index]!;
    if (region.kind === "round") return isForeign(region.parent);
    let answer = known.get(index);
    if (answer === undefined) known.set(index, (answer = region.place.file !== place.file));
    return answer;
  };
  return isForeign;
}

/** How many nodes folding these groups takes away. */
function sparedTogether(groups: Folding["groups"], inside: (index: number) => number): number {
  let less = 0;
  for (const group of groups) {
    let nodes = 0;
    for (const region of group) nodes += inside(region);
    less += Math.max(0, nodes - 1);
  }
  return less;
}

/**
 * Calls of the same function that follow each other without a step between them become one group.
 * Rounds are at the top only when their loop was entered; of many, all between the first and the last become one.
 */
function joinNeighbours(trace: Trace, regions: readonly number[]): (readonly number[])[] {
  const isRounds = regions.every((index) => trace.regions[index]!.kind === "round");
  if (isRounds && regions.length > FEW_ROUNDS) return endsAndMiddle(regions);
  const groups: number[][] = [];
  for (const index of regions) {
    const region = trace.regions[index]!;
    const last = groups.at(-1);
    const before = last === undefined ? undefined : trace.regions[last.at(-1)!];
    const isNext = before?.end === region.start && before.kind === region.kind && before.name === region.name;
    if (isNext && region.kind === "call") last!.push(index);
    else groups.push([index]);
  }
  return groups;
}

/** Return the first and the last region, and all between them as one group. */
export function endsAndMiddle(regions: readonly number[]): (readonly number[])[] {
  return [regions.slice(0, 1), regions.slice(1, -1), regions.slice(-1)];
}

/** Return the array of each input that is in a large enough one. */
export function inputArrays(trace: Trace, inputs: ReadonlySet<NodeId>): Map<NodeId, string> {
  const members = new Map<string, NodeId[]>();
  for (const input of trace.inputs) {
    const name = arrayName(input);
    if (input.node === undefined || name === undefined || !inputs.has(input.node)) continue;
    const list = members.get(name) ?? [];
    list.push(input.node);
    members.set(name, list);
  }
  const arrays = new Map<NodeId, string>();
  for (const [name, nodes] of members) {
    if (nodes.length >= SMALLEST_ARRAY) for (const node of nodes) arrays.set(node, name);
  }
  return arrays;
}
