/** Replaying: the steps of a tape are taken again at other inputs, without the program that recorded them. */
import { ADD, DIVIDE, INPUT, MAX, MIN, MULTIPLY, OPERATIONS, SUBTRACT } from "./operations/operations.ts";
import {
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
import type { NodeId } from "./tape.ts";
import { ABSENT, CONSTANT, MANY, Tape } from "./tape.ts";

const isBinary = OPERATIONS.map(({ arity }) => arity === 2);
const isUnary = OPERATIONS.map(({ arity }) => arity === 1);

/**
 * Record the steps of a tape once more on `into`, which is emptied first, with other values for some of its inputs.
 * Values and partials are to the last bit those that the program would have recorded, if it had taken the same steps.
 */
export function replay(tape: Tape, inputs: ReadonlyMap<NodeId, number>, into = new Tape(tape.length)): Tape {
  into.reset();
  const { op, a, length } = tape;
  for (let node = 0; node < length; node++) {
    if (op[node] === INPUT) recordInput(into, inputs.get(node) ?? tape.value[node]!, tape.tag[node]!);
    else if (tape.b[node] === MANY) replayMany(tape, node, into);
    else if (tape.b[node] === ABSENT) replayOne(into, op[node]!, a[node]!, tape.tag[node]!);
    else replayTwo(tape, node, into);
  }
  return into;
}

function replayOne(into: Tape, opcode: number, a: NodeId, tag: number): void {
  if (isUnary[opcode]) recordUnary(into, opcode, a, tag);
  else recordMany(into, opcode, [a], [into.value[a]!], tag);
}

function replayTwo(tape: Tape, node: NodeId, into: Tape): void {
  const opcode = tape.op[node]!;
  const tag = tape.tag[node]!;
  const a = tape.a[node]!;
  const b = tape.b[node]!;
  const x = a === CONSTANT ? tape.da[node]! : into.value[a]!;
  const y = b === CONSTANT ? tape.db[node]! : into.value[b]!;
  switch (opcode) {
    case ADD:
      recordAdd(into, a, x, b, y, tag);
      return;
    case SUBTRACT:
      recordSubtract(into, a, x, b, y, tag);
      return;
    case MULTIPLY:
      recordMultiply(into, a, x, b, y, tag);
      return;
    case DIVIDE:
      recordDivide(into, a, x, b, y, tag);
      return;
    case MAX:
    case MIN:
      recordExtremum(into, opcode, a, x, b, y, tag);
      return;
    default:
      if (isBinary[opcode]) recordBinary(into, opcode, a, x, b, y, tag);
      else recordMany(into, opcode, [a, b], [x, y], tag);
  }
}

function replayMany(tape: Tape, node: NodeId, into: Tape): void {
  const start = tape.a[node]!;
  const nodes = Array.from(tape.extraNode.subarray(start, start + tape.da[node]!));
  const operands = nodes.map((operand, i) =>
    operand === CONSTANT ? tape.extraPartial[start + i]! : into.value[operand]!,
  );
  recordMany(into, tape.op[node]!, nodes, operands, tape.tag[node]!);
}
