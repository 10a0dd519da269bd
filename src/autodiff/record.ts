/** Recording: take one step on a tape, with its value and its partials at this point. */
import type { BinaryOperation, ManyOperation, UnaryOperation } from "./operations/operation.ts";
import { ADD, DIVIDE, INPUT, MAX, MIN, MULTIPLY, OPERATIONS, SUBTRACT } from "./operations/operations.ts";
import { divisorSlope } from "./operations/slopes.ts";
import type { NodeId, Tape } from "./tape.ts";
import { ABSENT, CONSTANT } from "./tape.ts";

/** From here on down a quotient has lost digits, and its slope is computed another way. */
const SMALLEST_NORMAL = 2 ** -1022;

/** Record a number that is given from outside. */
export function recordInput(tape: Tape, value: number, tag: number): NodeId {
  return tape.push(INPUT, ABSENT, ABSENT, value, 0, 0, tag);
}

/** Record x + y. In this and the following, `a` and `b` are the operands' nodes, or CONSTANT for inactive ones. */
export function recordAdd(tape: Tape, a: NodeId, x: number, b: NodeId, y: number, tag: number): NodeId {
  const value = x + y;
  const partial = value === value ? 1 : value;
  return tape.push(ADD, a, b, value, a === CONSTANT ? x : partial, b === CONSTANT ? y : partial, tag);
}

/** Record x − y. */
export function recordSubtract(tape: Tape, a: NodeId, x: number, b: NodeId, y: number, tag: number): NodeId {
  const value = x - y;
  const partial = value === value ? 1 : value;
  return tape.push(SUBTRACT, a, b, value, a === CONSTANT ? x : partial, b === CONSTANT ? y : -partial, tag);
}

/** Record x · y. */
export function recordMultiply(tape: Tape, a: NodeId, x: number, b: NodeId, y: number, tag: number): NodeId {
  const value = x * y;
  const da = value === value ? y : value;
  const db = value === value ? x : value;
  return tape.push(MULTIPLY, a, b, value, a === CONSTANT ? x : da, b === CONSTANT ? y : db, tag);
}

/** Record x / y. */
export function recordDivide(tape: Tape, a: NodeId, x: number, b: NodeId, y: number, tag: number): NodeId {
  const value = x / y;
  const da = value === value ? 1 / y : value;
  const db = Math.abs(value) < SMALLEST_NORMAL ? divisorSlope(x, y, value) : -value / y;
  return tape.push(DIVIDE, a, b, value, a === CONSTANT ? x : da, b === CONSTANT ? y : db, tag);
}

/** Record max(x, y) or min(x, y), which networks are full of, without making arrays. */
export function recordExtremum(
  tape: Tape,
  opcode: typeof MAX | typeof MIN,
  a: NodeId,
  x: number,
  b: NodeId,
  y: number,
  tag: number,
): NodeId {
  const value = opcode === MAX ? Math.max(x, y) : Math.min(x, y);
  let da = 0;
  let db = 0;
  if (value !== value) da = db = value;
  else if (x !== y) {
    if (x === value) da = 1;
    else db = 1;
  } else if (a !== CONSTANT && b !== CONSTANT) da = db = 0.5;
  return tape.push(opcode, a, b, value, a === CONSTANT ? x : da, b === CONSTANT ? y : db, tag);
}

/** Record a step of an operation with one operand. */
export function recordUnary(tape: Tape, opcode: number, a: NodeId, tag: number): NodeId {
  const operation = OPERATIONS[opcode] as UnaryOperation;
  const x = tape.value[a]!;
  const value = operation.value(x);
  return tape.push(opcode, a, ABSENT, value, operation.partial(x, value), 0, tag);
}

/** What `recordUnary` does for one operation, for who records it often. */
export function unaryRecord(opcode: number): (tape: Tape, a: NodeId, tag: number) => NodeId {
  const { value, partial } = OPERATIONS[opcode] as UnaryOperation;
  return (tape, a, tag) => {
    const x = tape.value[a]!;
    const result = value(x);
    return tape.push(opcode, a, ABSENT, result, partial(x, result), 0, tag);
  };
}

/** Record a step of an operation with two operands. A constant's partial is never computed. */
export function recordBinary(
  tape: Tape,
  opcode: number,
  a: NodeId,
  x: number,
  b: NodeId,
  y: number,
  tag: number,
): NodeId {
  const operation = OPERATIONS[opcode] as BinaryOperation;
  const value = operation.value(x, y);
  const da = a === CONSTANT ? x : operation.partialX(x, y, value);
  const db = b === CONSTANT ? y : operation.partialY(x, y, value);
  return tape.push(opcode, a, b, value, da, db, tag);
}

/** Record a step of an operation with any number of operands; `nodes[i]` is CONSTANT for an inactive one. */
export function recordMany(
  tape: Tape,
  opcode: number,
  nodes: readonly NodeId[],
  operands: readonly number[],
  tag: number,
): NodeId {
  if (nodes.length === 2 && (opcode === MAX || opcode === MIN)) {
    return recordExtremum(tape, opcode, nodes[0]!, operands[0]!, nodes[1]!, operands[1]!, tag);
  }
  const operation = OPERATIONS[opcode] as ManyOperation;
  const value = operation.value(operands);
  const slots = operation.partials(operands, nodes, value);
  for (let i = 0; i < slots.length; i++) if (nodes[i] === CONSTANT) slots[i] = operands[i]!;
  if (slots.length === 1) return tape.push(opcode, nodes[0]!, ABSENT, value, slots[0]!, 0, tag);
  if (slots.length === 2) return tape.push(opcode, nodes[0]!, nodes[1]!, value, slots[0]!, slots[1]!, tag);
  return tape.pushMany(opcode, nodes, slots, value, tag);
}
