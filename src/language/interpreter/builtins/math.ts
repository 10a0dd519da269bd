/** `Math`: the host's own functions, recorded on the tape where an operand is active. */
import type { BinaryOperation, ManyOperation, UnaryOperation } from "../../../autodiff/operation.ts";
import { mathOperations, OPERATIONS } from "../../../autodiff/operations.ts";
import { recordBinary, recordMany, recordUnary } from "../../../autodiff/record.ts";
import { CONSTANT } from "../../../autodiff/tape.ts";
import { toActiveNumber } from "../convert.ts";
import type { Machine } from "../machine.ts";
import type { Native } from "../objects.ts";
import { Active, activeAt, type Value } from "../values.ts";
import { WatchedObject } from "../watchedObject.ts";
import { defineConstants, defineGlobal, defineMethods, defineTag, methodTable } from "./define.ts";

/** More arguments than a call can have. */
const ARGUMENT_LIMIT = 120_000;

function unary(opcode: number): Native {
  const { value } = OPERATIONS[opcode] as UnaryOperation;
  return (machine, _thisValue, args) => {
    const x = toActiveNumber(machine, args[0]);
    if (typeof x === "number") return value(x);
    return activeAt(recordUnary(machine.tape, opcode, x.node, machine.site));
  };
}

function binary(opcode: number): Native {
  const { value } = OPERATIONS[opcode] as BinaryOperation;
  return (machine, _thisValue, args) => {
    const x = toActiveNumber(machine, args[0]);
    const y = toActiveNumber(machine, args[1]);
    if (typeof x === "number" && typeof y === "number") return value(x, y);
    const a = x instanceof Active ? x.node : CONSTANT;
    const b = y instanceof Active ? y.node : CONSTANT;
    return activeAt(recordBinary(machine.tape, opcode, a, machine.number(x), b, machine.number(y), machine.site));
  };
}

function many(opcode: number): Native {
  const { value } = OPERATIONS[opcode] as ManyOperation;
  return (machine, _thisValue, args) => {
    if (args.length > ARGUMENT_LIMIT) throw machine.error("RangeError", "Maximum call stack size exceeded");
    machine.pay(args.length);
    let isActive = false;
    const nodes: number[] = [];
    const operands: number[] = [];
    for (const arg of args) {
      const operand = toActiveNumber(machine, arg);
      isActive ||= operand instanceof Active;
      nodes.push(operand instanceof Active ? operand.node : CONSTANT);
      operands.push(machine.number(operand));
    }
    if (!isActive) return value(operands);
    return activeAt(recordMany(machine.tape, opcode, nodes, operands, machine.site));
  };
}

function recording(opcode: number): Native {
  const { arity } = OPERATIONS[opcode]!;
  return arity === 1 ? unary(opcode) : arity === 2 ? binary(opcode) : many(opcode);
}

/** The functions of `Math` in Node 20. */
const names = [
  ...[
    "abs",
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atanh",
    "atan2",
    "ceil",
    "cbrt",
    "expm1",
    "clz32",
    "cos",
    "cosh",
  ],
  ...["exp", "floor", "fround", "hypot", "imul", "log", "log1p", "log2", "log10", "max", "min", "pow", "round", "sign"],
  ...["sin", "sinh", "sqrt", "tan", "tanh", "trunc"],
];

const methods = methodTable(
  Object.fromEntries(
    names.map((name) => {
      const opcode = mathOperations.get(name)!;
      return [name, [OPERATIONS[opcode]!.arity === 1 ? 1 : 2, recording(opcode)]] as const;
    }),
  ),
);

/** Numbers from 0 to before 1, the same in each run (xorshift128+, in halves of 32 bits). */
function randomNumbers(): () => number {
  let state = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x8aed2a6b];
  const next = (): number => {
    const [x, y, z, w] = state as [number, number, number, number];
    const t = x ^ (x << 11);
    const drawn = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    state = [y, z, w, drawn];
    return drawn >>> 0;
  };
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

const { E, LN10, LN2, LOG10E, LOG2E, PI, SQRT1_2, SQRT2 } = Math;
const constants: Readonly<Record<string, Value>> = { E, LN10, LN2, LOG10E, LOG2E, PI, SQRT1_2, SQRT2 };

/** Make `Math`. */
export function installMath(machine: Machine): void {
  const math = new WatchedObject(machine.intrinsics.object, () => machine.epoch++);
  const random = randomNumbers();
  defineMethods(machine, math, methods);
  defineMethods(machine, math, methodTable({ random: [0, () => random()] }));
  defineConstants(math, constants);
  defineTag(math, "Math");
  defineGlobal(machine, "Math", math);
}
