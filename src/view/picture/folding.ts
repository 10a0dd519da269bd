/** What is folded where a run has too many steps for one picture: calls, loops, and arrays of inputs. */
import type { NodeId } from "../../autodiff/tape.ts";
import type { Region, Trace } from "../../language/trace.ts";
import { arrayName } from "../names.ts";

/** Over this many nodes calls, loops and arrays are folded: more can be drawn, but no longer read in a panel beside the code. */
export const FOLD_OVER = 20;
/** Over this many edges likewise. */
export const FOLD_OVER_EDGES = 24;
/** Arrays of fewer inputs are never folded. */
export const SMALLEST_ARRAY = 3;
/** Up to so many inputs stand under each other in a panel; of these, arrays are folded last, because only single numbers have partials. */
const FEW_INPUTS = 8;

/** Up to so many rounds of a loop that was entered stand beside each other. */
const FEW_ROUNDS = 4;

/** One way to fold. */
export interface Folding {
  /** Regions that are drawn as one node, one or several that follow each other. */
  readonly groups: readonly (readonly number[])[];
  /** The array of each folded input. */
  readonly arrays: ReadonlyMap<NodeId, string>;
  /** The last statement of the row of each statement that is drawn with others in a row. */
  readonly chains: ReadonlyMap<NodeId, NodeId>;
}

/** Regions that are drawn as one node each, and how many nodes the steps then need. */
interface Level {
  readonly groups: readonly (readonly number[])[];
  readonly steps: number;
}

/** Fold nothing. */
export const UNFOLDED: Folding = { groups: [], arrays: new Map(), chains: new Map() };

/** Return the foldings to try, the one that shows most first: the deepest regions are folded first. */
export function foldings(trace: Trace, stands: Uint8Array, inputs: ReadonlySet<NodeId>): readonly Folding[] {
  const all = stands.reduce((sum, flag) => sum + flag, 0);
  const levels = levelsOf(trace, stands, all - inputs.size);
  const single = levels.map(({ groups, steps }) => {
    return { ...UNFOLDED, groups, size: steps + inputs.size };
  });
  const arrays = inputArrays(trace, inputs);
  const fewerInputs = inputs.size - arrays.size + new Set(arrays.values()).size;
  const joined = levels.map(({ groups, steps }) => ({ ...UNFOLDED, groups, arrays, size: steps + fewerInputs }));
  const isFew = arrays.size === 0 || inputs.size <= FEW_INPUTS;
  const choices = [...(isFew ? single : single.slice(0, 1)), ...(arrays.size === 0 ? [] : joined)];
  const fitting = choices.filter((choice) => choice.size <= FOLD_OVER);
  return fitting.length > 0 ? fitting : [choices.reduce((one, other) => (other.size < one.size ? other : one))];
}

/** What folding nothing, the regions of each depth from the deepest, and joined neighbours at the top would leave. */
function levelsOf(trace: Trace, stands: Uint8Array, steps: number): Level[] {
  const before = new Int32Array(stands.length + 1);
  for (let node = 0; node < stands.length; node++) before[node + 1] = before[node]! + stands[node]!;
  const inside = (region: Region): number => before[region.end]! - before[region.start]!;
  const depths: number[] = [];
  const byDepth: number[][] = [];
  for (const [index, region] of trace.regions.entries()) {
    const depth = region.parent < 0 ? 0 : depths[region.parent]! + 1;
    depths.push(depth);
    if (isInForeign(trace, region)) continue;
    // A region of one step is drawn as that step.
    while (byDepth.length <= depth) byDepth.push([]);
    if (region.end - region.start > 1) byDepth[depth]!.push(index);
  }
  const alone = byDepth.map((regions) => regions.map((region) => [region])).reverse();
  const top = byDepth.filter((regions) => regions.length > 0).slice(0, 1);
  const joined = top.map((regions) => joinNeighbours(trace, regions));
  const all = [...alone, ...joined].filter((groups) => groups.length > 0);
  return [[], ...all].map((groups) => ({ groups, steps: steps - spared(groups, trace, inside) }));
}

/** Whether a region is inside a call of a function of another file: such a call is folded as a whole, or not at all. */
function isInForeign({ regions, function: { place } }: Trace, { parent }: Region): boolean {
  return parent >= 0 && regions[parent]!.place.file !== place.file;
}

/** How many nodes folding these groups takes away. */
function spared(groups: readonly (readonly number[])[], trace: Trace, inside: (region: Region) => number): number {
  let less = 0;
  for (const group of groups) {
    let nodes = 0;
    for (const region of group) nodes += inside(trace.regions[region]!);
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
  if (isRounds && regions.length > FEW_ROUNDS) return [regions.slice(0, 1), regions.slice(1, -1), regions.slice(-1)];
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

/** The array of each input that is in a large enough one. */
function inputArrays(trace: Trace, inputs: ReadonlySet<NodeId>): Map<NodeId, string> {
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
