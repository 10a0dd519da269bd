/** Which steps are drawn as which node: statements first, then folded calls, loops and arrays where there are too many. */
import { eachOperand, type NodeId } from "../../../autodiff/tape.ts";
import type { Output, Trace } from "../../../language/trace.ts";
import type { FoldChoice } from "../../options.ts";
import { BESIDE } from "../sketch.ts";
import { withBlocks } from "./blocks.ts";
import { chooseByRule } from "./choice.ts";
import { UNFOLDED } from "./folding.ts";
import { firstSingle, outputsOf, owners, planOf, standingIn, type Plan } from "./plan.ts";
import { reach, type Reach } from "./reach.ts";
import { withChoice } from "./regions.ts";
import { unfoldedSteps } from "./steps.ts";

/** More nodes are never drawn. */
export const MOST_PARTS = 200;

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
  const isUnfolded = reveal !== undefined && standingIn(start) <= MOST_PARTS;
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
