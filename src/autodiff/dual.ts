/** Dual numbers: forward mode without a tape, straight from the table, to check the sweeps against. */
import type { OperationName } from "./operations/operations.ts";
import { OPERATIONS, opcodeOf } from "./operations/operations.ts";
import { share } from "./sweep.ts";
import { CONSTANT } from "./tape.ts";

/** A number and how fast it changes. A plain number beside it is a constant. */
export interface Dual {
  readonly value: number;
  readonly tangent: number;
}

/** Apply an operation to dual numbers and constants; the result is a constant if all operands are. */
export function applyDual(name: OperationName, operands: readonly (Dual | number)[]): Dual | number {
  const values = operands.map(valueOf);
  const nodes = operands.map((operand, index) => (typeof operand === "number" ? CONSTANT : index));
  const { value, partials } = evaluate(name, values, nodes);
  if (nodes.every((node) => node === CONSTANT)) return value;
  let tangent = 0;
  for (const [i, operand] of operands.entries()) {
    if (typeof operand !== "number" && operand.tangent !== 0) tangent += share(operand.tangent, partials(i));
  }
  return { value, tangent };
}

/** The value of a dual number or of a constant. */
export function valueOf(operand: Dual | number): number {
  return typeof operand === "number" ? operand : operand.value;
}

/** The tangent of a dual number; 0 for a constant. */
export function tangentOf(operand: Dual | number): number {
  return typeof operand === "number" ? 0 : operand.tangent;
}

function evaluate(
  name: OperationName,
  x: readonly number[],
  nodes: readonly number[],
): { readonly value: number; readonly partials: (index: number) => number } {
  const operation = OPERATIONS[opcodeOf(name)]!;
  switch (operation.arity) {
    case 0:
      throw new Error("An input is no operation");
    case 1: {
      const value = operation.value(x[0]!);
      return { value, partials: () => operation.partial(x[0]!, value) };
    }
    case 2: {
      const value = operation.value(x[0]!, x[1]!);
      return { value, partials: (i) => (i === 0 ? operation.partialX : operation.partialY)(x[0]!, x[1]!, value) };
    }
    case "many": {
      const value = operation.value(x);
      const partials = operation.partials(x, nodes, value);
      return { value, partials: (i) => partials[i]! };
    }
  }
}
