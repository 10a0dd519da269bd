/** What all operators of JavaScript's arithmetic do alike with their operands: numbers, active ones, bigints, and what becomes one of these. */
import { recordBinary } from "../../../autodiff/record.ts";
import { CONSTANT, type Tape } from "../../../autodiff/tape.ts";
import type { Machine } from "../machine.ts";
import { Active, activeAt, type Value } from "../values/values.ts";
import { payForArithmetic, payForResult } from "./bigint.ts";
import { toNumeric } from "./convert.ts";

/** An operator with two operands, evaluated at a site. */
export type BinaryOperator = (machine: Machine, x: Value, y: Value, site: number) => Value;

/** Takes a step on the tape: an operation with its operands and their values. */
export type Record = (tape: Tape, a: number, x: number, b: number, y: number, tag: number) => number;

/** Record an operation of which one operand is active and the other one active or a number; undefined for all others. */
function record(machine: Machine, work: Record, x: Value, y: Value, site: number): Active | undefined {
  const { tape } = machine;
  if (x instanceof Active) {
    const a = x.node;
    if (y instanceof Active) return activeAt(work(tape, a, tape.value[a]!, y.node, tape.value[y.node]!, site));
    if (typeof y === "number") return activeAt(work(tape, a, tape.value[a]!, CONSTANT, y - 0, site));
  } else if (y instanceof Active && typeof x === "number")
    return activeAt(work(tape, CONSTANT, x - 0, y.node, tape.value[y.node]!, site));
  return undefined;
}

/** Apply an arithmetic operator after both operands are primitives. */
export function numeric(
  machine: Machine,
  x: Value,
  y: Value,
  site: number,
  plain: (x: number, y: number) => number,
  big: (x: bigint, y: bigint) => bigint,
  work: Record,
): Value {
  machine.site = site;
  const left = toNumeric(machine, x);
  const right = toNumeric(machine, y);
  if (typeof left === "bigint" || typeof right === "bigint") {
    if (typeof left !== "bigint" || typeof right !== "bigint")
      throw machine.error("TypeError", "Cannot mix BigInt and other types, use explicit conversions");
    return bigArithmetic(machine, left, right, big);
  }
  if (typeof left === "number" && typeof right === "number") return plain(left, right);
  return record(machine, work, left, right, site);
}

function bigArithmetic(machine: Machine, x: bigint, y: bigint, work: (x: bigint, y: bigint) => bigint): bigint {
  try {
    payForArithmetic(machine, x, y);
    const result = work(x, y);
    payForResult(machine, result);
    return result;
  } catch (error) {
    // What the work itself throws, a budget that is used up included, is not the host's arithmetic.
    if (!(error instanceof RangeError)) throw error;
    throw machine.error("RangeError", error.message);
  }
}

/** Return an operator by what it does with plain numbers, with bigints, and on the tape. */
export function arithmetic(
  plain: (x: number, y: number) => number,
  big: (x: bigint, y: bigint, machine: Machine) => bigint,
  work: Record,
): BinaryOperator {
  return (machine, x, y, site) => {
    if (typeof x === "number" && typeof y === "number") return plain(x, y);
    return record(machine, work, x, y, site) ?? numeric(machine, x, y, site, plain, (a, b) => big(a, b, machine), work);
  };
}

/** Return what records an operation of the table. */
export function recorded(operation: number): Record {
  return (tape, a, x, b, y, tag) => recordBinary(tape, operation, a, x, b, y, tag);
}
