/** What a run has looked at in deciding which steps to take: such numbers have an effect that no gradient tells of. */
import type { Decisions } from "../../autodiff/decisions.ts";
import { kinkAt } from "../../autodiff/kinks.ts";
import { OPERATIONS } from "../../autodiff/operations/operations.ts";
import { eachOperand, type Tape } from "../../autodiff/tape.ts";
import type { Input } from "../trace.ts";

/** Return 1 for every step on which a decision of the run hangs, by way of any steps; nothing if nothing was decided. */
export function decidingSteps(tape: Tape, decisions: Decisions): Uint8Array {
  const isLooked = new Uint8Array(decisions.length === 0 ? 0 : tape.length);
  decisions.eachNode((node) => {
    if (node < isLooked.length) isLooked[node] = 1;
  });
  for (let node = isLooked.length - 1; node >= 0; node--) {
    if (isLooked[node] === 1)
      eachOperand(tape, node, (operand) => {
        isLooked[operand] = 1;
      });
  }
  return isLooked;
}

/** The step hangs on no input. */
const NONE = -1;
/** The step hangs on more than one input. */
const SEVERAL = -2;

/** For each step, the number of the only input that it hangs on; negative if there is none, or more than one. */
export function sourcesOf(tape: Tape, inputs: readonly Input[]): Int32Array {
  const sources = new Int32Array(tape.length).fill(NONE);
  inputs.forEach(({ node }, index) => {
    if (node !== undefined) sources[node] = index;
  });
  for (let node = 0; node < tape.length; node++) {
    eachOperand(tape, node, (operand) => {
      const source = sources[operand]!;
      if (source !== NONE && sources[node] !== source) sources[node] = sources[node] === NONE ? source : SEVERAL;
    });
  }
  return sources;
}

/** Return which steps move when some inputs move: what an operation has made that cuts, such as `floor`, stands still but where it jumps. */
export function movedSteps(tape: Tape, inputs: readonly Input[]): Uint8Array {
  const isMoved = new Uint8Array(tape.length);
  for (const { node } of inputs) if (node !== undefined) isMoved[node] = 1;
  for (let node = 0; node < tape.length; node++) {
    if (OPERATIONS[tape.op[node]!]!.cuts && kinkAt(tape, node) === undefined) continue;
    eachOperand(tape, node, (operand) => {
      if (isMoved[operand] === 1) isMoved[node] = 1;
    });
  }
  return isMoved;
}
