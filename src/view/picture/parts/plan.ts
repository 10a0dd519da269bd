/** A division of a tape into parts while it is looked for: what is folded, and which step belongs to which part. */
import { eachOperand, type NodeId } from "../../../autodiff/tape.ts";
import type { Trace } from "../../../language/trace.ts";
import type { Folding } from "./folding.ts";
import type { Reach } from "./reach.ts";

/** What decides over one division. */
export interface Plan extends Folding {
  readonly trace: Trace;
  readonly reach: Reach;
  /** 1 for steps that are a node of their own as long as nothing is folded. */
  readonly stands: Uint8Array;
  /** The folded group of each step, counted from 0; -1 if it is in none. */
  readonly group: Int32Array;
}

/** What every division of a tape begins with. */
export type Start = Pick<Plan, "trace" | "reach" | "stands">;

/** Return how many steps are a node of their own as long as nothing is folded. */
export function standingIn({ stands }: Start): number {
  return stands.reduce((before, flag) => before + flag, 0);
}

/** Return the division with these parts folded. */
export function planOf(start: Start, folding: Folding): Plan {
  return { ...start, ...folding, group: groupOf(start.trace, folding) };
}

/** Parts are numbered by the groups, then the arrays; from here on the number says which single step it is. */
export function firstSingle({ groups, arrays }: Plan): number {
  return groups.length + new Set(arrays.values()).size;
}

/** Give each step the number of its part, from the last step to the first: what is used once is part of its user. */
export function owners(plan: Plan): Int32Array {
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
export function outputsOf(plan: Plan, owner: Int32Array): NodeId[][] {
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
