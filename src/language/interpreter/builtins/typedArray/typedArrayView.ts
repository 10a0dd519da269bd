/** What typed arrays tell about themselves, and their iterators. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { makeArrayIterator } from "../array/array.ts";
import { defineMethods, getterTable, makeFunction, methodTable } from "../define.ts";
import { TypedArrayValue, typedArrayOf } from "./typedArray.ts";

function getter(name: string, read: (array: TypedArrayValue) => Value): Native {
  return (machine, thisValue) => {
    if (thisValue instanceof TypedArrayValue) return read(thisValue);
    const shown = valueText(machine, thisValue);
    throw machine.error("TypeError", `Method get ${name} called on incompatible receiver ${shown}`);
  };
}

/** The getters of `%TypedArray%.prototype`; their names in messages are V8's. */
export const typedArrayGetters = getterTable({
  buffer: getter("%TypedArray%.prototype.buffer", (array) => array.buffer),
  byteLength: getter("TypedArray.prototype.byteLength", (array) => array.byteLength),
  byteOffset: getter("TypedArray.prototype.byteOffset", (array) => array.data.byteOffset),
  length: getter("TypedArray.prototype.length", (array) => array.length),
  [Symbol.toStringTag]: (_machine, thisValue) =>
    thisValue instanceof TypedArrayValue ? thisValue.kind.name : undefined,
});

const lengthOf = (_machine: Machine, object: ObjectValue): number =>
  object instanceof TypedArrayValue ? object.length : 0;

function iteratorOf(kind: "keys" | "values" | "entries"): Native {
  return (machine, thisValue) =>
    makeArrayIterator(machine, typedArrayOf(machine, thisValue, undefined, kind), kind, lengthOf);
}

const iterators = methodTable({ entries: [0, iteratorOf("entries")], keys: [0, iteratorOf("keys")] });
const values = iteratorOf("values");

/** Give `%TypedArray%.prototype` its iterators, and the `toString` of arrays. */
export function installTypedArrayIterators(machine: Machine): void {
  const { typedArray, arrayToString } = machine.intrinsics;
  defineMethods(machine, typedArray, iterators);
  const made = Property.hidden(makeFunction(machine, "values", 0, values));
  typedArray.define("values", made);
  typedArray.define(Symbol.iterator, Property.hidden(made.value));
  typedArray.define("toString", Property.hidden(arrayToString));
}
