/** `flat`, and what `flatMap` shares with it. */
import type { Machine } from "../../machine.ts";
import { isArray, toInteger } from "../../rules/convert.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { createAt, getAt, hasAt, lengthOf, receiverOf, speciesOf } from "./arrayLike.ts";

/** An array-like object, and its length as it has been read. */
interface Source {
  readonly source: ObjectValue;
  readonly length: number;
}

/** Append the elements of an object to `target` from `count` on, arrays in it opened up to `depth` levels; answers the new count. */
export function flattenInto(
  machine: Machine,
  target: ObjectValue,
  { source, length }: Source,
  count: number,
  depth: number,
): number {
  machine.enter();
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    if (!hasAt(source, index)) continue;
    const value = getAt(machine, source, index);
    if (depth > 0 && value instanceof ObjectValue && isArray(machine, value))
      count = flattenInto(machine, target, { source: value, length: lengthOf(machine, value) }, count, depth - 1);
    else {
      machine.allocate(8);
      createAt(machine, target, count++, value);
    }
  }
  machine.depth--;
  return count;
}

/** `Array.prototype.flat`. */
export const flat: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const depth = args[0] === undefined ? 1 : toInteger(machine, args[0]);
  const length = lengthOf(machine, object);
  const result = speciesOf(machine, object, 0);
  const before = machine.depth;
  try {
    flattenInto(machine, result, { source: object, length }, 0, depth);
  } finally {
    machine.depth = before;
  }
  return result;
};
