/**
 * The operators that numeric loops consist of, each a closure of its own: it reads its operands in place, does plain numbers itself,
 * and leaves everything else to the operators' rules.
 */
import { ts } from "../../parse.ts";
import { compare } from "../compare.ts";
import type { Machine } from "../machine.ts";
import * as operators from "../operators.ts";
import type { Code } from "./context.ts";
import { operandOf, read, type Operand } from "./operand.ts";

const { SyntaxKind } = ts;

/** Makes the closure of one operator. The left operand is read first: evaluating the right one may change it. */
type Quick = (machine: Machine, left: Operand, right: Operand, site: number) => Code;

const add: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x + y : operators.add(machine, x, y, site);
};
const subtract: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x - y : operators.subtract(machine, x, y, site);
};
const multiply: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x * y : operators.multiply(machine, x, y, site);
};
const divide: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x / y : operators.divide(machine, x, y, site);
};
const less: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x < y : compare(machine, x, y, site, "<");
};
const greater: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x > y : compare(machine, x, y, site, ">");
};
const lessOrEqual: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x <= y : compare(machine, x, y, site, "<=");
};
const greaterOrEqual: Quick = (machine, left, right, site) => (frame) => {
  const x = read(frame, left);
  const y = read(frame, right);
  return typeof x === "number" && typeof y === "number" ? x >= y : compare(machine, x, y, site, ">=");
};

const quick: ReadonlyMap<ts.SyntaxKind, Quick> = new Map<ts.SyntaxKind, Quick>([
  [SyntaxKind.PlusToken, add],
  [SyntaxKind.PlusEqualsToken, add],
  [SyntaxKind.MinusToken, subtract],
  [SyntaxKind.MinusEqualsToken, subtract],
  [SyntaxKind.AsteriskToken, multiply],
  [SyntaxKind.AsteriskEqualsToken, multiply],
  [SyntaxKind.SlashToken, divide],
  [SyntaxKind.SlashEqualsToken, divide],
  [SyntaxKind.LessThanToken, less],
  [SyntaxKind.GreaterThanToken, greater],
  [SyntaxKind.LessThanEqualsToken, lessOrEqual],
  [SyntaxKind.GreaterThanEqualsToken, greaterOrEqual],
]);

/** Compile an operator with two operands in the quick way; undefined for an operator that has none. */
export function quickBinary(
  machine: Machine,
  kind: ts.SyntaxKind,
  left: Code,
  right: Code,
  site: number,
): Code | undefined {
  return quick.get(kind)?.(machine, operandOf(left), operandOf(right), site);
}
