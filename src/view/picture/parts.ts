/** Which steps are drawn as which node: statements first, then folded calls, loops and arrays where there are too many. */
import { eachOperand, type NodeId } from "../../autodiff/tape.ts";
import type { Output, Trace } from "../../language/trace.ts";
import type { FoldChoice } from "../options.ts";
import { withBlocks } from "./blocks.ts";
import { inputBundles } from "./bundles.ts";
import { foldings, inputArrays, UNFOLDED, type Folding } from "./folding.ts";
import type { Size } from "./layout/fit.ts";
import { READABLE } from "./layout/manner.ts";
import { reach, type Reach } from "./reach.ts";
import { withChoice } from "./regions.ts";
import { BESIDE, clarityOf, COMFORTABLE, sketchOf, type Sketched } from "./sketch.ts";
import { unfoldedSteps } from "./steps.ts";

/** More nodes are never drawn. */
export const MOST_PARTS = 200;
/** Each try costs a walk over the tape; of more, those that fold most are tried. */
const MOST_TRIES = 8;
/** Where none is, more is folded only if the picture is so much larger then. */
const GAIN = 1.15;
/** Inputs beside each other are not looked at as one node where that spares less than this part of all nodes. */
const WORTHWHILE = 1 / 8;

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
  /** The run with the blocks of its long bodies among its regions. */
  readonly trace: Trace;
  readonly parts: readonly Part[];
  /** The part of each step; -1 if it is not drawn. */
  readonly owner: Int32Array;
  /** 1 for the steps whose totals are wanted: what stands for a part, and all of a part with several outputs. */
  readonly kept: Uint8Array;
  /** How many parts there is no room for; the totals of what is drawn go through them. */
  readonly hidden: number;
  readonly reach: Reach;
  /** The steps of unfolded statements, with the names under which these are unfolded. */
  readonly unfolded: ReadonlyMap<NodeId, string>;
}

/** What decides over one division. */
interface Plan extends Folding {
  readonly trace: Trace;
  readonly reach: Reach;
  /** 1 for steps that are a node of their own as long as nothing is folded. */
  readonly stands: Uint8Array;
  /** The folded group of each step, counted from 0; -1 if it is in none. */
  readonly group: Int32Array;
}

type Start = Pick<Plan, "trace" | "reach" | "stands">;

/** Divide the steps that lead to `output`, or all of them if the run did not get to one, into the nodes of a picture. */
export function divide(
  run: Trace,
  result: Output | undefined,
  reveal: NodeId | undefined,
  importance: (node: NodeId) => number,
  choice?: FoldChoice,
): Parts {
  const output = result?.node;
  const reached = reach(run.tape, output);
  if (result !== undefined && output === undefined) reached.needed.fill(0);
  const inputs = usedInputs(run, reached);
  const stands = standing(run, reached, inputs, output, reveal);
  const unfolded = unfoldedSteps(run, choice?.open ?? [], () => {
    const plan = planOf({ trace: run, reach: reached, stands }, UNFOLDED);
    const owner = owners(plan);
    return (node) => (reached.needed[node] === 1 && !inputs.has(node) ? owner[node]! - firstSingle(plan) : -1);
  });
  // What is unfolded by hand has nothing else folded for it.
  const byItself = unfolded.size === 0 ? stands : stands.slice();
  for (const node of unfolded.keys()) stands[node] = 1;
  const isFixed = (node: NodeId): boolean => node === output || inputs.has(node);
  // More inputs than that are folded into their arrays.
  const most = MOST_PARTS - Math.min(inputs.size, MOST_PARTS / 2);
  const trace = withBlocks(run, most, stands, isFixed);
  const start = { trace, reach: reached, stands };
  // What is looked for must not be folded; its paths are read, not looked at, and may be longer.
  const isUnfolded = reveal !== undefined && sum(stands) <= MOST_PARTS;
  if (isUnfolded) {
    const plan = planOf(start, UNFOLDED);
    return { ...collect(plan, owners(plan), importance), unfolded };
  }
  const byRule = chooseByRule({ ...start, stands: byItself }, inputs, output, choice?.room ?? BESIDE);
  const chosen = withChoice(trace, byRule.plan, choice);
  const isByRule = chosen === byRule.plan && unfolded.size === 0;
  const plan = isByRule ? byRule.plan : planOf(start, { groups: chosen.groups, arrays: chosen.arrays });
  return { ...collect(plan, isByRule ? byRule.owner : owners(plan), importance), unfolded };
}

function planOf(start: Start, folding: Folding): Plan {
  return { ...start, ...folding, group: groupOf(start.trace, folding) };
}

/** A division while it is looked for. */
interface Division {
  readonly plan: Plan;
  readonly owner: Int32Array;
  /** How well its picture can be seen. Found out when it is asked for: a function with nothing to fold has no choice. */
  readonly clarity: () => number;
}

/** Take the first folding that can be read with ease in the room that there is; where none can be read at all, inputs that stand beside each other for one statement become one node, too. */
function chooseByRule(start: Start, inputs: ReadonlySet<NodeId>, output: NodeId | undefined, room: Size): Division {
  const { trace, stands } = start;
  const arrays = inputArrays(trace, inputs);
  const clarity = (plan: Plan, owner: Int32Array): number =>
    clarityOf(sketchOf(trace, owner, plan.reach.needed, kindsIn(plan, owner, inputs, output)), room);
  const among = (ways: readonly Folding["arrays"][], best?: Division): Division =>
    choose(start, foldings(trace, stands, inputs, ways), clarity, best);
  const simple = among(arrays.size === 0 ? [arrays] : [UNFOLDED.arrays, arrays]);
  const isWhole = firstSingle(simple.plan) === 0;
  if (!isWhole && simple.clarity() >= READABLE) return simple;
  const single = isWhole ? simple.owner : owners(planOf(start, UNFOLDED));
  const bundles = inputBundles(trace, single, (node) => stands[node] === 1 && !arrays.has(node));
  const spared = bundles.size - new Set(bundles.values()).size;
  const isWorthwhile = spared > 0 && spared >= WORTHWHILE * sum(stands);
  if (!isWorthwhile || simple.clarity() >= READABLE) return simple;
  return among([new Map([...bundles, ...arrays])], simple);
}

/** Return the first folding that can be read with ease, or else one that is clearly better than those before it. */
function choose(
  start: Start,
  candidates: readonly Folding[],
  clarityIn: (plan: Plan, owner: Int32Array) => number,
  before: Division | undefined,
): Division {
  let best = before;
  for (const folding of candidates.slice(-MOST_TRIES)) {
    if (best !== undefined && best.clarity() >= COMFORTABLE) break;
    const plan = planOf(start, folding);
    const owner = owners(plan);
    const next = { plan, owner, clarity: once(() => clarityIn(plan, owner)) };
    if (best === undefined || next.clarity() >= COMFORTABLE || next.clarity() > best.clarity() * GAIN) best = next;
  }
  return best!;
}

function sum(flags: Uint8Array): number {
  return flags.reduce((before, flag) => before + flag, 0);
}

/** Compute a number at most once. */
function once(compute: () => number): () => number {
  let known: number | undefined;
  return () => (known ??= compute());
}

/** Say what the parts of a plan will be drawn as. */
function kindsIn(
  plan: Plan,
  owner: Int32Array,
  inputs: ReadonlySet<NodeId>,
  output: NodeId | undefined,
): (part: number, last: NodeId) => Sketched {
  const result = output === undefined ? -1 : owner[output]!;
  const isRange = outputsOf(plan, owner).map(({ length }) => length > 1);
  return (part, last) => {
    const isFolded = part < firstSingle(plan);
    const isArray = isFolded && part >= plan.groups.length;
    const single = inputs.has(last) ? "input" : "step";
    const kind = part === result ? "result" : isArray ? "inputs" : isFolded ? "group" : single;
    return { kind, isRange: isRange[part] ?? false };
  };
}

/** The folded group of each step; empty if nothing is folded. */
function groupOf(trace: Trace, { groups }: Folding): Int32Array {
  if (groups.length === 0) return new Int32Array(0);
  const group = new Int32Array(trace.tape.length).fill(-1);
  for (const [index, regions] of groups.entries()) {
    for (const region of regions) group.fill(index, trace.regions[region]!.start, trace.regions[region]!.end);
  }
  for (const input of trace.inputs) if (input.node !== undefined) group[input.node] = -1;
  return group;
}

function inputNodes(trace: Trace): Set<NodeId> {
  return new Set(trace.inputs.flatMap(({ node }) => (node === undefined ? [] : [node])));
}

/** The inputs that some step uses, whether or not the step leads to the result. */
function usedInputs(trace: Trace, { needed }: Reach): Set<NodeId> {
  const inputs = inputNodes(trace);
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

/** Parts are numbered by the groups, then the arrays; from here on the number says which single step it is. */
function firstSingle({ groups, arrays }: Plan): number {
  return groups.length + new Set(arrays.values()).size;
}

/** Give each step the number of its part, from the last step to the first: what is used once is part of its user. */
function owners(plan: Plan): Int32Array {
  const { trace, reach: reached, stands, group, groups, arrays } = plan;
  const owner = new Int32Array(trace.tape.length).fill(-1);
  const arrayIds = new Map([...new Set(arrays.values())].map((name, index) => [name, groups.length + index]));
  const first = firstSingle(plan);
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

/** The steps of each folded part that are used outside of it, or by nothing. */
function outputsOf(plan: Plan, owner: Int32Array): NodeId[][] {
  const { trace, reach: reached } = plan;
  const first = firstSingle(plan);
  const isOutput = new Uint8Array(owner.length);
  let own = -1;
  const look = (operand: NodeId): void => {
    if (owner[operand] !== own) isOutput[operand] = 1;
  };
  for (let node = 0; node < owner.length; node++) {
    own = owner[node]!;
    if (own < 0) continue;
    if (reached.users[node] === 0) isOutput[node] = 1;
    if (reached.needed[node] === 1) eachOperand(trace.tape, node, look);
  }
  const outputs = Array.from({ length: first }, (): NodeId[] => []);
  for (let node = 0; node < owner.length; node++) {
    if (isOutput[node] === 1) outputs[owner[node]!]?.push(node);
  }
  return outputs;
}

/** A part before it is known whether there is room for it. */
interface Candidate {
  readonly id: number;
  readonly outputs: readonly NodeId[];
  readonly node: NodeId;
  /** How much it matters; infinite for what is always drawn. */
  readonly weight: number;
}

/** Put the parts in the order of their last steps, leave out the least important of too many, and number them anew. */
function collect(plan: Plan, owner: Int32Array, importance: (node: NodeId) => number): Omit<Parts, "unfolded"> {
  const all = candidates(plan, owner, importance);
  const chosen = largest(all);
  const parts = chosen.map(({ id, outputs, node }): Part => {
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
  return { trace: plan.trace, parts, owner, kept, hidden: all.length - chosen.length, reach: plan.reach };
}

/** Return the folded parts and single statements, weighed: the result and the inputs first, then by their gradients. */
function candidates(plan: Plan, owner: Int32Array, importance: (node: NodeId) => number): readonly Candidate[] {
  const first = firstSingle(plan);
  const outputs = outputsOf(plan, owner);
  const all: NodeId[] = [];
  for (let node = 0; node < owner.length; node++) {
    if (owner[node] === first + node || outputs[owner[node]!]?.at(-1) === node) all.push(node);
  }
  const last = all.at(-1);
  const inputs = plan.trace.inputs.length <= MOST_PARTS / 2 ? inputNodes(plan.trace) : plan.arrays;
  const outputsAt = (node: NodeId): readonly NodeId[] => outputs[owner[node]!] ?? [node];
  const weightOf = (node: NodeId): number => {
    if (node === last || inputs.has(node)) return Infinity;
    const weight = outputsAt(node).reduce((most, one) => Math.max(most, importance(one)), 0);
    return Number.isNaN(weight) ? Infinity : weight;
  };
  return all.map((node) => ({ id: owner[node]!, outputs: outputsAt(node), node, weight: weightOf(node) }));
}

/** Return those with the largest weights in their order; among equals those near the end. */
function largest(all: readonly Candidate[]): readonly Candidate[] {
  if (all.length <= MOST_PARTS) return all;
  const least = Float64Array.from(all, ({ weight }) => weight).sort()[all.length - MOST_PARTS]!;
  let room = MOST_PARTS - all.reduce((count, { weight }) => count + (weight > least ? 1 : 0), 0);
  const isChosen = ({ weight }: Candidate): boolean => weight > least || (weight === least && room-- > 0);
  return all.toReversed().filter(isChosen).reverse();
}
