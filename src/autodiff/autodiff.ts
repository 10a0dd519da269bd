/**
 * The names that `gradlens/autodiff` publishes: reverse and forward mode automatic differentiation without dependencies.
 *
 * Write a computation with a {@link tape}, and ask it for gradients:
 *
 * ```ts
 * import { tape } from "gradlens/autodiff";
 *
 * const t = tape();
 * const x = t.input(3);
 * const y = t.multiply(x, t.sin(x));
 * t.gradient(y, [x]); // [sin 3 + 3 cos 3]
 * t.hessian(y, [x]); // [[2 cos 3 − 3 sin 3]]
 * ```
 *
 * Below that are the parts: the tape as columns, the table of operations, recording single steps, the sweeps,
 * total derivatives through eliminated steps, dual numbers, and differences of any function. At kinks the derivative is
 * the subgradient of smallest norm; {@link kinksOf} tells where that was needed.
 */
export { derivativeByDifferences, gradientByDifferences } from "./differences.ts";
export type { DifferenceOptions, Estimate } from "./differences.ts";
export { applyDual } from "./dual.ts";
export type { Dual } from "./dual.ts";
export { totalPartials } from "./elimination.ts";
export type { TotalVisitor } from "./elimination.ts";
export { hessian, hessianProduct } from "./hessian.ts";
export { kinkAt, kinksOf, violatedDomain } from "./kinks.ts";
export type { KinkOnTape } from "./kinks.ts";
export type {
  BinaryOperation,
  BinarySecond,
  Domain,
  InputOperation,
  Kink,
  ManyOperation,
  Operation,
  UnaryOperation,
} from "./operations/operation.ts";
export { OPERATIONS, formulaText, opcodeOf, partialText } from "./operations/operations.ts";
export type { BinaryName, ManyName, OperationName, UnaryName } from "./operations/operations.ts";
export {
  recordAdd,
  recordBinary,
  recordDivide,
  recordExtremum,
  recordInput,
  recordMany,
  recordMultiply,
  recordSubtract,
  recordUnary,
} from "./record.ts";
export { tape } from "./recorder.ts";
export type { Operations, Recorder, Term, Variable } from "./recorder.ts";
export { replay } from "./replay.ts";
export { backward, forward } from "./sweep.ts";
export { ABSENT, CONSTANT, MANY, Tape, operandsOf } from "./tape.ts";
export type { NodeId, Operand } from "./tape.ts";
