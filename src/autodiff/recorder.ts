/** A tape with one method for each operation: the way to differentiate a computation that is written by hand. */
import { hessian, hessianProduct } from "./hessian.ts";
import type { BinaryName, ManyName, OperationName, UnaryName } from "./operations.ts";
import { OPERATIONS, opcodeOf } from "./operations.ts";
import { recordBinary, recordInput, recordMany, recordUnary } from "./record.ts";
import { backward, forward } from "./sweep.ts";
import type { NodeId } from "./tape.ts";
import { CONSTANT, Tape } from "./tape.ts";

/** A number on a tape. One that was computed from constants alone is not recorded: its node is CONSTANT. */
export interface Variable {
  readonly node: NodeId;
  readonly value: number;
}

/** What an operation takes: a number on the tape, or a constant. */
export type Term = Variable | number;

/** The methods that record, named and computing as in the table of operations. */
export type Operations = Readonly<
  Record<UnaryName, (x: Term) => Variable> &
    Record<BinaryName, (x: Term, y: Term) => Variable> &
    Record<ManyName, (...x: readonly Term[]) => Variable>
>;

/**
 * A tape under construction.
 *
 * ```ts
 * const t = tape();
 * const [w, x, b] = [t.input(2), t.input(3), t.input(1)];
 * const a = t.max(0, t.add(t.multiply(w, x), b));
 * a.value; // 7
 * t.gradient(a, [w, x, b]); // [3, 2, 1]
 * ```
 */
export interface Recorder extends Operations {
  /** The steps so far, for the functions that take a tape. */
  readonly steps: Tape;
  /** Record a number to differentiate by. */
  input(value: number): Variable;
  /** Record a step of an operation whose name is known at run time only. */
  apply(name: OperationName, operands: readonly Term[]): Variable;
  /** Return the derivatives of `output` by each of `inputs`, which may be any numbers on the tape. One sweep for all. */
  gradient(output: Variable, inputs: readonly Variable[]): number[];
  /** Return how fast `output` changes when `inputs` move as `direction` says. One sweep, whatever the number of outputs. */
  tangent(output: Variable, inputs: readonly Variable[], direction: readonly number[]): number;
  /** Return the second derivatives of `output` by each two of `inputs`, which must come from `input`. */
  hessian(output: Variable, inputs: readonly Variable[]): number[][];
  /** Return the product of the Hessian with `direction`, at the cost of one gradient and a half. */
  hessianProduct(output: Variable, inputs: readonly Variable[], direction: readonly number[]): number[];
  /** Forget every step but keep the memory. Variables from before mean nothing afterwards. */
  reset(): void;
}

/** Start a tape. */
export function tape(): Recorder {
  const steps = new Tape();
  const variable = (node: NodeId): Variable => ({ node, value: steps.value[node]! });
  const along = (inputs: readonly Variable[], direction: readonly number[]): Map<NodeId, number> =>
    new Map(inputs.map((input, i) => [input.node, direction[i] ?? 0]));
  const pick = (column: ArrayLike<number>, inputs: readonly Variable[]): number[] =>
    inputs.map((input) => column[input.node] ?? 0);
  const isConstant = (output: Variable): boolean => output.node === CONSTANT;
  return {
    ...operationMethods(steps),
    steps,
    apply: (name, operands) => apply(steps, opcodeOf(name), operands),
    input: (value) => variable(recordInput(steps, value, 0)),
    gradient: (output, inputs) =>
      isConstant(output) ? inputs.map(() => 0) : pick(backward(steps, output.node), inputs),
    tangent: (output, inputs, direction) =>
      isConstant(output) ? 0 : forward(steps, along(inputs, direction))[output.node]!,
    hessian: (output, inputs) =>
      isConstant(output)
        ? inputs.map(() => inputs.map(() => 0))
        : hessian(
            steps,
            output.node,
            inputs.map((input) => input.node),
          ),
    hessianProduct: (output, inputs, direction) =>
      isConstant(output)
        ? inputs.map(() => 0)
        : pick(hessianProduct(steps, output.node, along(inputs, direction)), inputs),
    reset: () => {
      steps.reset();
    },
  };
}

function operationMethods(steps: Tape): Operations {
  const methods: Record<string, (...terms: Term[]) => Variable> = {};
  for (const [opcode, { name, arity }] of OPERATIONS.entries()) {
    if (arity !== 0) methods[name] = (...terms) => apply(steps, opcode, terms);
  }
  // The names are those of the table's rows, from which the type is made as well.
  return methods as unknown as Operations;
}

function apply(steps: Tape, opcode: number, terms: readonly Term[]): Variable {
  const nodes = terms.map((term) => (typeof term === "number" ? CONSTANT : term.node));
  const values = terms.map((term) => (typeof term === "number" ? term : term.value));
  if (nodes.every((node) => node === CONSTANT)) return { node: CONSTANT, value: constantValue(opcode, values) };
  const node = record(steps, opcode, nodes, values);
  return { node, value: steps.value[node]! };
}

function record(steps: Tape, opcode: number, nodes: readonly NodeId[], values: readonly number[]): NodeId {
  switch (OPERATIONS[opcode]!.arity) {
    case 0:
      return recordInput(steps, values[0]!, 0);
    case 1:
      return recordUnary(steps, opcode, nodes[0]!, 0);
    case 2:
      return recordBinary(steps, opcode, nodes[0]!, values[0]!, nodes[1]!, values[1]!, 0);
    case "many":
      return recordMany(steps, opcode, nodes, values, 0);
  }
}

function constantValue(opcode: number, values: readonly number[]): number {
  const operation = OPERATIONS[opcode]!;
  switch (operation.arity) {
    case 0:
      return values[0]!;
    case 1:
      return operation.value(values[0]!);
    case 2:
      return operation.value(values[0]!, values[1]!);
    case "many":
      return operation.value(values);
  }
}
