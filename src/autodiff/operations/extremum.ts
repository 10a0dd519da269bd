/** The derivatives of max and min, and what ties mean. */
import { CONSTANT } from "../tape.ts";
import type { Kink } from "./operation.ts";

/** 1 for the one operand that is chosen; k active ties get 1/k each, and a tie with a constant 0. */
export function extremumPartials(operands: readonly number[], nodes: readonly number[], value: number): number[] {
  if (Number.isNaN(value)) return operands.map(() => NaN);
  let ties = 0;
  let constantTies = false;
  for (let i = 0; i < operands.length; i++) {
    if (operands[i] !== value) continue;
    if (nodes[i] === CONSTANT) constantTies = true;
    else ties++;
  }
  return operands.map((x) => (x === value && !constantTies ? 1 / ties : 0));
}

/** A kink where two different numbers tie, one of them active. `sign` is 1 for max, −1 for min. */
export function extremumKink(operands: readonly number[], nodes: readonly number[], sign: 1 | -1): Kink | undefined {
  const value = operands.reduce((a, b) => (sign === 1 ? Math.max(a, b) : Math.min(a, b)));
  const tied = new Set(nodes.filter((_, i) => operands[i] === value));
  // Constants that tie with each other move nothing, and a number that ties with itself moves as one.
  if (tied.size < 2) return undefined;
  return sign === 1 ? { kind: "corner", left: 0, right: 1 } : { kind: "corner", left: 1, right: 0 };
}
