/** A tape with one method for each operation: the way to differentiate a computation that is written by hand. */
import { hessian, hessianProduct } from "./hessian.ts";
import type { BinaryName, ManyName, OperationName, UnaryName } from "./operations/operations.ts";
import { INPUT, OPERATIONS, opcodeOf } from "./operations/operations.ts";
import { recordBinary, recordInput, recordMany, recordUnary } from "./record.ts";
import { backward, forward } from "./sweep.ts";
import type { NodeId } from "./tape.ts";
import { CONSTANT, Tape } from "./tape.ts";

/** A number on a tape. One that was computed from constants alone is not recorded: its node is CONSTANT. */
export interface Variable {
  readonly node: NodeId;
  readonly value: number;
  /** The same object in all variables of one tape, and another one after a reset: what else is given to its tape is refused. */
  readonly recording: object;
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
  /** Return how fast `output` changes when `inputs`, which must come from `input`, move as `direction` says. One sweep, whatever the number of inputs. */
  tangent(output: Variable, inputs: readonly Variable[], direction: readonly number[]): number;
  /** Return the second derivatives of `output` by each two of `inputs`, which must come from `input`. */
  hessian(output: Variable, inputs: readonly Variable[]): number[][];
  /** Return the product of the Hessian with `direction`, at the cost of one gradient and a half; `inputs` must come from `input`. */
  hessianProduct(output: Variable, inputs: readonly Variable[], direction: readonly number[]): number[];
  /** Forget every step but keep the memory. Variables from before are refused afterwards. */
  reset(): void;
}

/**
 * Start a tape. Its methods throw an Error where they would have to give a wrong number: for a variable of another tape or from before
 * a reset, for a computed number in the place of an input, and for a direction of another length than the inputs.
 */
export function tape(): Recorder {
  const state: State = { steps: new Tape(), recording: {} };
  const { steps } = state;
  return {
    ...operationMethods(state),
    steps,
    apply: (name, operands) => apply(state, opcodeOf(name), operands),
    input: (value) => variable(state, recordInput(steps, value, 0)),
    gradient: (output, inputs) => {
      const node = nodeOf(state, output);
      const nodes = inputs.map((input) => nodeOf(state, input));
      return node === CONSTANT ? nodes.map(() => 0) : pick(backward(steps, node), nodes);
    },
    tangent: (output, inputs, direction) => {
      const node = nodeOf(state, output);
      const seeds = along(inputNodes(state, inputs), direction);
      return node === CONSTANT ? 0 : forward(steps, seeds)[node]!;
    },
    hessian: (output, inputs) => {
      const node = nodeOf(state, output);
      const nodes = inputNodes(state, inputs);
      return node === CONSTANT ? nodes.map(() => nodes.map(() => 0)) : hessian(steps, node, nodes);
    },
    hessianProduct: (output, inputs, direction) => {
      const node = nodeOf(state, output);
      const nodes = inputNodes(state, inputs);
      const seeds = along(nodes, direction);
      return node === CONSTANT ? nodes.map(() => 0) : pick(hessianProduct(steps, node, seeds), nodes);
    },
    reset: () => {
      steps.reset();
      state.recording = {};
    },
  };
}

/** What the methods of one tape share. */
interface State {
  readonly steps: Tape;
  recording: object;
}

function variable({ steps, recording }: State, node: NodeId): Variable {
  return { node, value: steps.value[node]!, recording };
}

function nodeOf({ recording }: State, given: Variable): NodeId {
  if (given.recording !== recording)
    throw new Error("A variable of another tape, or from before a reset, cannot be used.");
  return given.node;
}

/** The nodes of variables that can move on their own. */
function inputNodes(state: State, inputs: readonly Variable[]): NodeId[] {
  const nodes = inputs.map((input) => nodeOf(state, input));
  if (nodes.some((node) => state.steps.op[node] !== INPUT))
    throw new Error("Only numbers that come from `input` can move on their own.");
  return nodes;
}

function along(nodes: readonly NodeId[], direction: readonly number[]): Map<NodeId, number> {
  if (nodes.length !== direction.length)
    throw new Error(`A direction of ${direction.length} numbers does not fit ${nodes.length} inputs.`);
  return new Map(nodes.map((node, i) => [node, direction[i]!]));
}

/** The entries of a column; of nodes that are not on the tape, 0. */
function pick(column: ArrayLike<number>, nodes: readonly NodeId[]): number[] {
  return nodes.map((node) => column[node] ?? 0);
}

function operationMethods(state: State): Operations {
  const methods: Record<string, (...terms: Term[]) => Variable> = {};
  for (const [opcode, { name, arity }] of OPERATIONS.entries()) {
    if (arity !== 0) methods[name] = (...terms) => apply(state, opcode, terms);
  }
  // The names are those of the table's rows, from which the type is made as well.
  return methods as unknown as Operations;
}

function apply(state: State, opcode: number, terms: readonly Term[]): Variable {
  const nodes = terms.map((term) => (typeof term === "number" ? CONSTANT : nodeOf(state, term)));
  const values = terms.map((term) => (typeof term === "number" ? term : term.value));
  if (nodes.every((node) => node === CONSTANT))
    return { node: CONSTANT, value: constantValue(opcode, values), recording: state.recording };
  return variable(state, record(state.steps, opcode, nodes, values));
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
