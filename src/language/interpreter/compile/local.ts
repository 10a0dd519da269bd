/**
 * Short ways for what numeric loops consist of: arithmetic and comparisons on variables of the current frame and on constants.
 * A call of a closure costs as much as the arithmetic in it, so these read their operands themselves.
 */
import { ts } from "../../parse.ts";
import type { Machine } from "../machine.ts";
import * as operators from "../operators.ts";
import type { Value } from "../values.ts";
import type { Code } from "./context.ts";

const { SyntaxKind } = ts;

const slots = new WeakMap<Code, number>();
const constants = new WeakMap<Code, Value>();

/** Say that code only reads a slot of the current frame. */
export function markLocal(code: Code, slot: number): Code {
  slots.set(code, slot);
  return code;
}

/** Say that code is a constant. */
export function markConstant(code: Code, value: Value): Code {
  constants.set(code, value);
  return code;
}

/** The slot that code reads; undefined if it does more than that. */
export function localSlot(code: Code): number | undefined {
  return slots.get(code);
}

const ADD = 0;
const SUBTRACT = 1;
const MULTIPLY = 2;
const DIVIDE = 3;
const LESS = 4;
const GREATER = 5;
const LESS_EQUAL = 6;
const GREATER_EQUAL = 7;

const quick: ReadonlyMap<ts.SyntaxKind, number> = new Map<ts.SyntaxKind, number>([
  [SyntaxKind.PlusToken, ADD],
  [SyntaxKind.PlusEqualsToken, ADD],
  [SyntaxKind.MinusToken, SUBTRACT],
  [SyntaxKind.MinusEqualsToken, SUBTRACT],
  [SyntaxKind.AsteriskToken, MULTIPLY],
  [SyntaxKind.AsteriskEqualsToken, MULTIPLY],
  [SyntaxKind.SlashToken, DIVIDE],
  [SyntaxKind.SlashEqualsToken, DIVIDE],
  [SyntaxKind.LessThanToken, LESS],
  [SyntaxKind.GreaterThanToken, GREATER],
  [SyntaxKind.LessThanEqualsToken, LESS_EQUAL],
  [SyntaxKind.GreaterThanEqualsToken, GREATER_EQUAL],
]);

/** The number by which `apply` knows an operator; undefined for an operator that it does not know. */
export function quickOperator(kind: ts.SyntaxKind): number | undefined {
  return quick.get(kind);
}

/** Apply an operator; plain numbers need no more than this function. */
export function apply(machine: Machine, operator: number, x: Value, y: Value, site: number): Value {
  if (typeof x === "number" && typeof y === "number") {
    switch (operator) {
      case ADD:
        return x + y;
      case SUBTRACT:
        return x - y;
      case MULTIPLY:
        return x * y;
      case DIVIDE:
        return x / y;
      case LESS:
        return x < y;
      case GREATER:
        return x > y;
      case LESS_EQUAL:
        return x <= y;
      default:
        return x >= y;
    }
  }
  switch (operator) {
    case ADD:
      return operators.add(machine, x, y, site);
    case SUBTRACT:
      return operators.subtract(machine, x, y, site);
    case MULTIPLY:
      return operators.multiply(machine, x, y, site);
    case DIVIDE:
      return operators.divide(machine, x, y, site);
    case LESS:
      return operators.compare(machine, x, y, site, "<");
    case GREATER:
      return operators.compare(machine, x, y, site, ">");
    case LESS_EQUAL:
      return operators.compare(machine, x, y, site, "<=");
    default:
      return operators.compare(machine, x, y, site, ">=");
  }
}

/** Compile a quick operator, with the operands that are locals or constants read in place. */
export function quickBinary(machine: Machine, operator: number, left: Code, right: Code, site: number): Code {
  const x = slots.get(left);
  const y = slots.get(right);
  if (x !== undefined && y !== undefined)
    return (frame) => apply(machine, operator, frame.slots[x], frame.slots[y], site);
  if (constants.has(right)) {
    const constant = constants.get(right);
    if (x !== undefined) return (frame) => apply(machine, operator, frame.slots[x], constant, site);
    return (frame) => apply(machine, operator, left(frame), constant, site);
  }
  if (x !== undefined) {
    return (frame) => {
      // The left operand is read first: evaluating the right one may change it.
      const value = frame.slots[x];
      return apply(machine, operator, value, right(frame), site);
    };
  }
  if (y !== undefined) return (frame) => apply(machine, operator, left(frame), frame.slots[y], site);
  if (constants.has(left)) {
    const constant = constants.get(left);
    return (frame) => apply(machine, operator, constant, right(frame), site);
  }
  return (frame) => apply(machine, operator, left(frame), right(frame), site);
}
