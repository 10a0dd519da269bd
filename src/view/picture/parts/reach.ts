/** Which steps lead to the output, and how often each of them is used on the way. */
import { eachOperand, type NodeId, type Tape } from "../../../autodiff/tape.ts";

/** The part of a tape that a picture can be about. */
export interface Reach {
  /** 1 for the steps and inputs from which a path leads to the output. */
  readonly needed: Uint8Array;
  /** How many needed steps use the node. */
  readonly users: Int32Array;
}

/** Return what leads to a node; everything counts as needed if there is none. */
export function reach(tape: Tape, output: NodeId | undefined): Reach {
  const needed = new Uint8Array(tape.length);
  const users = new Int32Array(tape.length);
  if (output === undefined) needed.fill(1);
  else needed[output] = 1;
  const lastUser = new Int32Array(tape.length).fill(-1);
  let user = output ?? tape.length - 1;
  const use = (operand: NodeId): void => {
    needed[operand] = 1;
    if (lastUser[operand] === user) return;
    lastUser[operand] = user;
    users[operand] = users[operand]! + 1;
  };
  for (; user >= 0; user--) if (needed[user] === 1) eachOperand(tape, user, use);
  return { needed, users };
}
