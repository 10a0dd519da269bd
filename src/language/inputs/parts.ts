/** Puts values at places inside of others, by the steps that lead to the numbers, booleans and strings in them. */
import { CollectionValue } from "../interpreter/builtins/collection/collectionValue.ts";
import { TypedArrayValue } from "../interpreter/builtins/typedArray/typedArray.ts";
import type { Machine } from "../interpreter/machine.ts";
import { getProperty } from "../interpreter/rules/convert.ts";
import { NativeIterator } from "../interpreter/rules/iteration.ts";
import { ArrayValue } from "../interpreter/values/arrayValue.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { type Property } from "../interpreter/values/property.ts";
import type { Value } from "../interpreter/values/values.ts";
import type { Path } from "../trace.ts";
import { stepsOf } from "./leaves.ts";

type Step = Path[number];

/** Put a value at its place; false if the way there does not exist. */
export function putPart(machine: Machine, whole: Value, path: Path, value: Value): boolean {
  let holder = whole;
  for (const step of path.slice(0, -1)) {
    if (holder === undefined || holder === null) return false;
    holder = read(machine, holder, step);
  }
  return write(machine, holder, path.at(-1)!, value);
}

function read(machine: Machine, holder: Value, step: Step): Value {
  if (holder instanceof NativeIterator) return read(machine, holder.array, step);
  if (holder instanceof CollectionValue) return entryAt(holder, step)?.value;
  return privateOf(holder, step)?.value ?? getProperty(machine, holder, String(step));
}

function write(machine: Machine, holder: Value, step: Step, value: Value): boolean {
  if (!(holder instanceof ObjectValue)) return false;
  if (holder instanceof NativeIterator) return write(machine, holder.array, step, value);
  if (holder instanceof CollectionValue) {
    const entry = entryAt(holder, step);
    if (entry !== undefined) holder.replace(machine, entry.key, value);
    return entry !== undefined;
  }
  const hidden = privateOf(holder, step);
  if (hidden !== undefined) {
    hidden.value = value;
    return true;
  }
  const key = String(step);
  // A list has its length; a gap in it would be read as a number.
  const length =
    holder instanceof ArrayValue ? holder.elements.length : holder instanceof TypedArrayValue && holder.length;
  if (length !== false && !(Number.isInteger(Number(key)) && Number(key) < length)) return false;
  return holder.set(machine, key, value);
}

function entryAt(collection: CollectionValue, step: Step): ReturnType<typeof stepsOf>[number] | undefined {
  return stepsOf(collection).find((entry) => String(entry.step) === String(step));
}

/** A private field, whose class nobody names who writes `this.#x` from outside. */
function privateOf(holder: Value, step: Step): Property | undefined {
  if (!(holder instanceof ObjectValue) || typeof step !== "string" || holder.privates === undefined) return undefined;
  for (const [name, property] of holder.privates) if (name.written === step && !property.isAccessor) return property;
  return undefined;
}
