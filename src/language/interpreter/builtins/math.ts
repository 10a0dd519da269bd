/** `Math`: the host's own functions, recorded on the tape where an operand is active. */
import type { BinaryOperation, ManyOperation, UnaryOperation } from "../../../autodiff/operations/operation.ts";
import { mathOperations, MAX, MIN, OPERATIONS } from "../../../autodiff/operations/operations.ts";
import { recordBinary, recordExtremum, recordMany, unaryRecord } from "../../../autodiff/record.ts";
import { CONSTANT, type NodeId, type Tape } from "../../../autodiff/tape.ts";
import type { Machine } from "../machine.ts";
import { toActiveNumber } from "../rules/convert.ts";
import { NativeFunction, type Native } from "../values/nativeFunction.ts";
import { Active, activeAt, type Value } from "../values/values.ts";
import { WatchedObject } from "../values/watchedObject.ts";
import { defineConstants, defineGlobal, defineMethods, defineTag, methodTable } from "./define.ts";

/** More arguments than a call can have. */
const ARGUMENT_LIMIT = 120_000;

/** What a function of `Math` does to one number or to two, for calls that need no list of arguments. */
export interface ShortWay {
  readonly one: One | undefined;
  readonly two: Two | undefined;
}

/** A function of one number, and how a step of it is recorded. */
interface One {
  readonly value: (x: number) => number;
  readonly record: (tape: Tape, node: NodeId, tag: number) => NodeId;
}

/** A function of two numbers, and how a step of it is recorded. */
interface Two {
  readonly value: (x: number, y: number) => number;
  readonly record: (tape: Tape, a: NodeId, x: number, b: NodeId, y: number, tag: number) => NodeId;
}

const shortWays = new WeakMap<Native, ShortWay>();

/** The short way of a function, if it is one of those that `Math` starts with and has one. */
export function shortWayOf(target: Value): ShortWay | undefined {
  return target instanceof NativeFunction ? shortWays.get(target.work) : undefined;
}

function unary(opcode: number): Native {
  const one: One = { value: (OPERATIONS[opcode] as UnaryOperation).value, record: unaryRecord(opcode) };
  const work: Native = (machine, _thisValue, args) =>
    onOne(machine, one, toActiveNumber(machine, args[0]), machine.site);
  shortWays.set(work, { one, two: undefined });
  return work;
}

/** Do something to a number: without recording it if it is not active. */
export function onOne(machine: Machine, { value, record }: One, x: number | Active, site: number): Value {
  return typeof x === "number" ? value(x) : activeAt(record(machine.tape, x.node, site));
}

/** Do something to two numbers: without recording it if none of them is active. */
export function onTwo(
  machine: Machine,
  { value, record }: Two,
  x: number | Active,
  y: number | Active,
  site: number,
): Value {
  if (typeof x === "number" && typeof y === "number") return value(x, y);
  const a = typeof x === "number" ? CONSTANT : x.node;
  const b = typeof y === "number" ? CONSTANT : y.node;
  return activeAt(record(machine.tape, a, machine.number(x), b, machine.number(y), site));
}

function binary(opcode: number): Native {
  const two: Two = {
    value: (OPERATIONS[opcode] as BinaryOperation).value,
    record: (tape, a, x, b, y, tag) => recordBinary(tape, opcode, a, x, b, y, tag),
  };
  const work: Native = (machine, _thisValue, args) => {
    const x = toActiveNumber(machine, args[0]);
    return onTwo(machine, two, x, toActiveNumber(machine, args[1]), machine.site);
  };
  shortWays.set(work, { one: undefined, two });
  return work;
}

function extremum(opcode: typeof MAX | typeof MIN): Native {
  const work = many(opcode);
  const two: Two = {
    value: opcode === MAX ? Math.max : Math.min,
    record: (tape, a, x, b, y, tag) => recordExtremum(tape, opcode, a, x, b, y, tag),
  };
  shortWays.set(work, { one: undefined, two });
  return work;
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
  if (opcode === MAX || opcode === MIN) return extremum(opcode);
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
  ...[
    "exp",
    "floor",
    "fround",
    "f16round",
    "hypot",
    "imul",
    "log",
    "log1p",
    "log2",
    "log10",
    "max",
    "min",
    "pow",
    "round",
    "sign",
  ],
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
