/** Which steps of a run lead to its result. */
import { eachOperand, type NodeId, type Tape } from "../../autodiff/tape.ts";
import type { Output } from "../trace.ts";

/** For every step, whether a path leads from it to a number of the result, and whether any step uses it. */
export interface Paths {
  readonly leads: Uint8Array;
  readonly isOperand: Uint8Array;
}

/** Follow the paths back from all numbers of a result. */
export function pathsTo(outputs: readonly Output[], tape: Tape): Paths {
  const leads = new Uint8Array(tape.length);
  const isOperand = new Uint8Array(tape.length);
  for (const { node } of outputs) if (node !== undefined) leads[node] = 1;
  let node = tape.length - 1;
  const look = (operand: NodeId): void => {
    isOperand[operand] = 1;
    if (leads[node] === 1) leads[operand] = 1;
  };
  for (; node >= 0; node--) eachOperand(tape, node, look);
  return { leads, isOperand };
}
