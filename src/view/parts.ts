/** Which steps are drawn as which node: statements first, then folded calls, loops and arrays where there are too many. */
import { eachOperand, type NodeId } from "../autodiff/tape.ts";
import type { Output, Region, Trace } from "../language/trace.ts";
import { arrayName } from "./names.ts";
import { reach, type Reach } from "./reach.ts";

/** Over this many nodes calls, loops and arrays are folded. */
export const FOLD_OVER = 60;
/** More nodes are never drawn. */
export const MOST_PARTS = 200;
/** Arrays of fewer inputs are never folded. */
const SMALLEST_ARRAY = 3;

/** One node of the picture as steps: one statement, one input, or several of them folded. */
export interface Part {
  /** The step that stands for it: the last of `outputs`. */
  readonly node: NodeId;
  /** The steps in it that others use, in order; one except in folded parts. */
  readonly outputs: readonly NodeId[];
  /** Folded regions, one or several that follow each other; none for others. */
  readonly regions: readonly number[];
  /** The name of a folded array of inputs: `W1`. */
  readonly array: string | undefined;
}

/** The whole division of a tape. */
export interface Parts {
  readonly parts: readonly Part[];
  /** The part of each step; -1 if it is not drawn. */
  readonly owner: Int32Array;
  /** 1 for the steps whose totals are wanted: what stands for a part, and all of a part with several outputs. */
  readonly kept: Uint8Array;
  readonly reach: Reach;
}

/** What decides over one division. */
interface Plan {
  readonly trace: Trace;
  readonly reach: Reach;
  /** 1 for steps that are a node of their own as long as nothing is folded. */
  readonly stands: Uint8Array;
  /** The folded group of each step, counted from 0; -1 if it is in none. */
  readonly group: Int32Array;
  readonly groups: readonly (readonly number[])[];
  /** The array of each folded input. */
  readonly arrays: ReadonlyMap<NodeId, string>;
}

/** Divide the steps that lead to `output`, or all of them if the run did not get to one, into the nodes of a picture. */
export function divide(
  trace: Trace,
  result: Output | undefined,
  reveal: NodeId | undefined,
  importance: (node: NodeId) => number,
): Parts {
  const output = result?.node;
  const reached = reach(trace.tape, output);
  if (result !== undefined && output === undefined) reached.needed.fill(0);
  const inputs = inputNodes(trace, reached);
  const stands = standing(trace, reached, inputs, output, reveal);
  const plan = folding(trace, reached, stands, inputs);
  const owner = owners(plan);
  return collect(plan, owner, importance);
}

/** The inputs that some step uses, whether or not the step leads to the result. */
function inputNodes(trace: Trace, { needed }: Reach): Set<NodeId> {
  const inputs = new Set<NodeId>();
  for (const input of trace.inputs) if (input.node !== undefined) inputs.add(input.node);
  const used = new Set<NodeId>();
  const use = (operand: NodeId): void => {
    if (inputs.has(operand)) used.add(operand);
  };
  for (let node = 0; node < trace.tape.length && used.size < inputs.size; node++) eachOperand(trace.tape, node, use);
  return new Set([...inputs].filter((node) => needed[node] === 1 || used.has(node)));
}

function standing(
  trace: Trace,
  { needed, users }: Reach,
  inputs: ReadonlySet<NodeId>,
  output: NodeId | undefined,
  reveal: NodeId | undefined,
): Uint8Array {
  const stands = new Uint8Array(trace.tape.length);
  for (let node = 0; node < stands.length; node++) {
    if (needed[node] === 0) continue;
    // Without a result nothing uses the last steps, and they are what the run got to.
    const isShared = users[node] !== 1;
    if (isShared || node === reveal || trace.names.get(node) !== undefined) stands[node] = 1;
  }
  for (const node of inputs) stands[node] = 1;
  if (output !== undefined) stands[output] = 1;
  return stands;
}

/** Regions that are drawn as one node each, and how many nodes the steps then need. */
interface Level {
  readonly groups: readonly (readonly number[])[];
  readonly steps: number;
}

/** Choose the deepest level of regions, and if need be the arrays, whose folding makes the picture small enough. */
function folding(trace: Trace, reached: Reach, stands: Uint8Array, inputs: ReadonlySet<NodeId>): Plan {
  const none = {
    trace,
    reach: reached,
    stands,
    group: new Int32Array(0),
    groups: [],
    arrays: new Map<NodeId, string>(),
  };
  const all = stands.reduce((sum, flag) => sum + flag, 0);
  if (all <= FOLD_OVER) return none;
  const arrays = inputArrays(trace, inputs);
  const fewerInputs = inputs.size - arrays.size + new Set(arrays.values()).size;
  const levels = levelsOf(trace, stands, all - inputs.size);
  const choices = levels.flatMap((level) => [
    { level, arrays: none.arrays, size: level.steps + inputs.size },
    { level, arrays, size: level.steps + fewerInputs },
  ]);
  const fitting = choices.find((choice) => choice.size <= FOLD_OVER);
  const best = fitting ?? choices.reduce((one, other) => (other.size < one.size ? other : one));
  const group = new Int32Array(trace.tape.length).fill(-1);
  for (const [index, regions] of best.level.groups.entries()) {
    for (const region of regions) group.fill(index, trace.regions[region]!.start, trace.regions[region]!.end);
  }
  return { ...none, group, groups: best.level.groups, arrays: best.arrays };
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
    // A region of one step is drawn as that step.
    while (byDepth.length <= depth) byDepth.push([]);
    if (region.end - region.start > 1) byDepth[depth]!.push(index);
  }
  const alone = byDepth.map((regions) => regions.map((region) => [region])).reverse();
  const joined = byDepth.slice(0, 1).map((regions) => joinNeighbours(trace, regions));
  return [[], ...alone, ...joined].map((groups) => ({ groups, steps: steps - spared(groups, trace, inside) }));
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

/** Regions of the same kind and name that follow each other without a step between them become one group. */
function joinNeighbours(trace: Trace, regions: readonly number[]): (readonly number[])[] {
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

/** Give each step the number of its part, from the last step to the first: what is used once is part of its user. */
function owners(plan: Plan): Int32Array {
  const { trace, reach: reached, stands, group, groups, arrays } = plan;
  const owner = new Int32Array(trace.tape.length).fill(-1);
  const arrayIds = new Map([...new Set(arrays.values())].map((name, index) => [name, groups.length + index]));
  const first = groups.length + arrayIds.size;
  let own = -1;
  const inherit = (operand: NodeId): void => {
    owner[operand] = own;
  };
  for (let node = owner.length - 1; node >= 0; node--) {
    if (reached.needed[node] === 0 && stands[node] === 0) continue;
    const array = arrays.get(node);
    if (array !== undefined) owner[node] = arrayIds.get(array)!;
    else if ((group[node] ?? -1) >= 0) owner[node] = group[node]!;
    else if (stands[node] === 1) owner[node] = first + node;
    own = owner[node]!;
    if (reached.needed[node] === 1) eachOperand(trace.tape, node, inherit);
  }
  return owner;
}

/** The steps of each part that are used outside of it, or by nothing. */
function outputsOf({ trace, reach: { needed, users } }: Plan, owner: Int32Array): Map<number, NodeId[]> {
  const isOutput = new Uint8Array(owner.length);
  let own = -1;
  const look = (operand: NodeId): void => {
    if (owner[operand] !== own) isOutput[operand] = 1;
  };
  for (let node = 0; node < owner.length; node++) {
    own = owner[node]!;
    if (own < 0) continue;
    if (users[node] === 0) isOutput[node] = 1;
    if (needed[node] === 1) eachOperand(trace.tape, node, look);
  }
  const outputs = new Map<number, NodeId[]>();
  for (let node = 0; node < owner.length; node++) {
    if (isOutput[node] === 0) continue;
    const list = outputs.get(owner[node]!);
    if (list === undefined) outputs.set(owner[node]!, [node]);
    else list.push(node);
  }
  return outputs;
}

/** Put the parts in the order of their last steps, leave out the least important of too many, and number them anew. */
function collect(plan: Plan, owner: Int32Array, importance: (node: NodeId) => number): Parts {
  const all = [...outputsOf(plan, owner)].map(([id, outputs]) => ({ id, outputs, node: outputs.at(-1)! }));
  all.sort((one, other) => one.node - other.node);
  const chosen = mostImportant(all, importance);
  const parts = chosen.map(({ id, outputs, node }) => {
    return { node, outputs, regions: plan.groups[id] ?? [], array: plan.arrays.get(node) };
  });
  const position = new Map(chosen.map(({ id }, index) => [id, index]));
  const kept = new Uint8Array(owner.length);
  for (let node = 0; node < owner.length; node++) {
    if (owner[node]! < 0) continue;
    const index = position.get(owner[node]!) ?? -1;
    owner[node] = index;
    const part = parts[index];
    if (part !== undefined && (part.outputs.length > 1 || part.node === node)) kept[node] = 1;
  }
  return { parts, owner, kept, reach: plan.reach };
}

/** Return the parts with the largest gradients, the last one always among them, in the order in which they were. */
function mostImportant<P extends { readonly node: NodeId; readonly outputs: readonly NodeId[] }>(
  all: readonly P[],
  importance: (node: NodeId) => number,
): readonly P[] {
  if (all.length <= MOST_PARTS) return all;
  const rank = new Map(all.map((part) => [part, Math.max(...part.outputs.slice(0, 1000).map(importance))]));
  rank.set(all.at(-1)!, Infinity);
  const chosen = all.toSorted((one, other) => rank.get(other)! - rank.get(one)!).slice(0, MOST_PARTS);
  return chosen.sort((one, other) => one.node - other.node);
}
