/** JavaScript's comparisons over the program's values: inactive, but what they decide about active numbers is noted. */
import { LESS, LESS_EQUAL } from "../../../autodiff/decisions.ts";
import { CONSTANT } from "../../../autodiff/tape.ts";
import type { Machine } from "../machine.ts";
import { Active, type Value } from "../values/values.ts";
import { isNumber, toPrimitive } from "./convert.ts";

/** `<`, `>`, `<=`, `>=`: inactive, but exact equality of active numbers is noted. */
export function compare(machine: Machine, x: Value, y: Value, site: number, sign: "<" | ">" | "<=" | ">="): boolean {
  machine.site = site;
  let left = toPrimitive(machine, x, "number");
  let right = toPrimitive(machine, y, "number");
  if (left instanceof Active || right instanceof Active) {
    noteTie(machine, left, right, site);
    if (isNumber(left) && isNumber(right)) return compareNumbers(machine, left, right, sign);
  }
  left = machine.plain(left) as Exclude<typeof left, Active>;
  right = machine.plain(right) as Exclude<typeof right, Active>;
  if (typeof left === "symbol" || typeof right === "symbol")
    throw machine.error("TypeError", "Cannot convert a Symbol value to a number");
  // The host compares two primitives as the language says, bigints and strings included.
  machine.payForLooking(left);
  machine.payForLooking(right);
  const a = left as number;
  const b = right as number;
  return sign === "<" ? a < b : sign === ">" ? a > b : sign === "<=" ? a <= b : a >= b;
}

function compareNumbers(
  machine: Machine,
  x: number | Active,
  y: number | Active,
  sign: "<" | ">" | "<=" | ">=",
): boolean {
  if (sign === ">") return compareNumbers(machine, y, x, "<");
  if (sign === ">=") return compareNumbers(machine, y, x, "<=");
  const a = machine.number(x);
  const b = machine.number(y);
  machine.decisions.add(
    sign === "<" ? LESS : LESS_EQUAL,
    x instanceof Active ? x.node : CONSTANT,
    y instanceof Active ? y.node : CONSTANT,
    x instanceof Active ? b : a,
    machine.site,
  );
  return sign === "<" ? a < b : a <= b;
}

/** Note that a branch may hang on the exact equality of two numbers of which one is active. */
export function noteTie(machine: Machine, x: Value, y: Value, site: number): void {
  if (x === y || (x instanceof Active && y instanceof Active && x.node === y.node)) return;
  // From an infinite number no input moves away.
  if (!isNumber(x) || !isNumber(y) || machine.number(x) !== machine.number(y) || !isFinite(machine.number(x))) return;
  for (const side of [x, y]) if (side instanceof Active) machine.tie(site, side.node);
}
