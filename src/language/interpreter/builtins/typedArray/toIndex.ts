/** Whole numbers that may be a length or an offset (ECMA-262, 7.1.22). */
import type { Machine } from "../../machine.ts";
import { toInteger } from "../../rules/convert.ts";
import type { Value } from "../../values/values.ts";

/** ToIndex; a RangeError of the program's with this message for what is none. */
export function toIndex(machine: Machine, value: Value, message: string): number {
  const index = value === undefined ? 0 : toInteger(machine, value);
  if (index < 0 || index > Number.MAX_SAFE_INTEGER) throw machine.error("RangeError", message);
  return index;
}
