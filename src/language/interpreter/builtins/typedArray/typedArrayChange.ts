/** The methods of typed arrays that change elements or copy them. */
import type { Machine } from "../../machine.ts";
import { toInteger, toLength, toObject, toOrder, toRelativeIndex } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { Active, type Value } from "../../values/values.ts";
import { methodTable } from "../define.ts";
import { resultClassOf } from "../species.ts";
import { mergeSort } from "./mergeSort.ts";
import { makeTypedArray, outside, requireSameContent, typedArrayOf, TypedArrayValue } from "./typedArray.ts";
import { createLike, createWith } from "./typedArrayCreate.ts";

const copyWithin: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, undefined, "copyWithin");
  const { length } = array;
  const to = toRelativeIndex(machine, args[0], length, 0);
  const from = toRelativeIndex(machine, args[1], length, 0);
  const end = toRelativeIndex(machine, args[2], length, length);
  requireInside(machine, array, "copyWithin");
  const count = Math.min(end - from, length - to, array.length - from, array.length - to);
  if (count > 0) array.copyFrom(array, from, to, count);
  return array;
};

const fill: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, undefined, "fill");
  const converted = array.convert(machine, args[0]);
  const { length } = array;
  const start = toRelativeIndex(machine, args[1], length, 0);
  const wanted = toRelativeIndex(machine, args[2], length, length);
  requireInside(machine, array, "fill");
  const end = Math.min(wanted, array.length);
  if (start >= end) return array;
  const value = array.rounded(machine, converted);
  machine.pay(end - start);
  for (let i = start; i < end; i++) array.place(i, value);
  return array;
};

/** A TypeError of the program's if a conversion has made the buffer too short for a view. */
function requireInside(machine: Machine, array: TypedArrayValue, method: string): void {
  if (array.isOutside) throw outside(machine, `%TypedArray%.prototype.${method}`);
}

/** The elements of an array as they are now, bit by bit, activity included; the answer puts them where they are wanted. */
function elementsToPermute(machine: Machine, array: TypedArrayValue): (sources: readonly number[]) => void {
  const copy = array.data.slice();
  const { length } = array;
  const values =
    array.buffer.shadow === undefined ? [] : Array.from({ length }, (_, at) => array.getIndex(machine, at));
  return (sources) => {
    // Comparing may have made the buffer shorter.
    const left = sources.slice(0, array.length);
    left.forEach((source, index) => {
      // Both are of one kind, so the host's types fit each other.
      (array.data as Float64Array).set(copy.subarray(source, source + 1) as Float64Array, index);
    });
    array.buffer.shadow?.forget(array.byteOffset, array.byteOffset + array.byteLength);
    left.forEach((source, index) => {
      const value = values[source];
      if (value instanceof Active) array.place(index, value);
    });
  };
}

function reverseInPlace(machine: Machine, array: TypedArrayValue): TypedArrayValue {
  const { length } = array;
  machine.pay(1 + length);
  if (array.buffer.shadow === undefined) array.data.reverse();
  else elementsToPermute(machine, array)(Array.from({ length }, (_, index) => length - 1 - index));
  return array;
}

const reverse: Native = (machine, thisValue) =>
  reverseInPlace(machine, typedArrayOf(machine, thisValue, undefined, "reverse"));

/** Arrays of numbers and of big integers have no method in common; what is set was found to be of the same content. */
type Settable = Float64Array;

const set: Native = (machine, thisValue, args) => {
  if (!(thisValue instanceof TypedArrayValue)) throw machine.error("TypeError", "this is not a typed array.");
  const target = thisValue;
  const offset = toInteger(machine, args[1]);
  requireInside(machine, target, "set");
  if (offset < 0) throw machine.error("RangeError", "offset is out of bounds");
  const [source] = args;
  const object = source instanceof TypedArrayValue ? source : toObject(machine, source);
  if (object instanceof TypedArrayValue) {
    requireInside(machine, object, "set");
    requireSameContent(machine, target, object);
  }
  const count = object instanceof TypedArrayValue ? object.length : toLength(machine, object.get(machine, "length"));
  if (count + offset > target.length) throw machine.error("RangeError", "offset is out of bounds");
  if (object instanceof TypedArrayValue && object.kind === target.kind) {
    target.copyFrom(object, 0, offset, count);
    return undefined;
  }
  if (object instanceof TypedArrayValue && object.buffer.shadow === undefined && target.buffer.shadow === undefined) {
    // The host's own way also keeps the bits of NaNs as it does.
    machine.pay(count);
    (target.data as Settable).set(object.data as Settable, offset);
    return undefined;
  }
  // A view of the same buffer is read before it is written.
  const values = object instanceof TypedArrayValue ? elementsOf(machine, object) : undefined;
  for (let i = 0; i < count; i++) {
    machine.pay(1);
    target.setIndex(machine, offset + i, values === undefined ? object.get(machine, String(i)) : values[i]);
  }
  return undefined;
};

function elementsOf(machine: Machine, array: TypedArrayValue): Value[] {
  machine.pay(array.length);
  return Array.from({ length: array.length }, (_, index) => array.getIndex(machine, index));
}

const slice: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, "slice");
  const { length } = array;
  const start = toRelativeIndex(machine, args[0], length, 0);
  const end = toRelativeIndex(machine, args[1], length, length);
  const result = createLike(machine, array, Math.max(end - start, 0));
  if (end > start) requireInside(machine, array, "slice");
  const count = Math.max(Math.min(end, array.length) - start, 0);
  if (result.kind === array.kind) result.copyFrom(array, start, 0, count);
  else
    for (let i = 0; i < count; i++) {
      machine.pay(1);
      result.setIndex(machine, i, array.getIndex(machine, start + i));
    }
  return result;
};

const subarray: Native = (machine, thisValue, args) => {
  // V8 does not say which receiver it was.
  if (!(thisValue instanceof TypedArrayValue))
    throw machine.error(
      "TypeError",
      "Method %TypedArray%.prototype.subarray called on incompatible receiver undefined",
    );
  const { buffer, byteOffset, kind, length } = thisValue;
  const start = toRelativeIndex(machine, args[0], length, 0);
  const end = toRelativeIndex(machine, args[1], length, length);
  const count = Math.max(end - start, 0);
  const offset = byteOffset + start * kind.size;
  const isTracking = thisValue.isTracking && args[1] === undefined;
  const species = resultClassOf(machine, thisValue);
  if (species !== undefined) {
    const created = createWith(machine, species, isTracking ? [buffer, offset] : [buffer, offset, count]);
    requireSameContent(machine, created, thisValue);
    return created;
  }
  machine.allocate(220);
  const extent = { offset, length: count, isTracking };
  return new TypedArrayValue(machine.intrinsics.typedArrays[kind.name], kind, buffer, extent);
};

function comparatorOf(machine: Machine, value: Value): FunctionValue | undefined {
  if (value === undefined || value instanceof FunctionValue) return value;
  throw machine.error("TypeError", "The comparison function must be either a function or undefined");
}

function sortInPlace(machine: Machine, array: TypedArrayValue, comparator: FunctionValue | undefined): TypedArrayValue {
  const { length } = array;
  machine.pay(1 + length * Math.ceil(Math.log2(length + 1)));
  if (comparator === undefined && array.buffer.shadow === undefined) {
    array.data.sort();
    return array;
  }
  const values = elementsOf(machine, array);
  const permute = elementsToPermute(machine, array);
  const compare = (x: Value, y: Value): number => {
    if (comparator === undefined) return compareNumbers(machine.plain(x) as number, machine.plain(y) as number);
    const result = toOrder(machine, comparator.call(machine, undefined, [x, y]));
    return Number.isNaN(result) ? 0 : result;
  };
  const order = values.map((_, index) => index);
  mergeSort(order, (x, y) => compare(values[x], values[y]));
  permute(order);
  return array;
}

/** By size, −0 before 0, NaN last. */
function compareNumbers(x: number, y: number): number {
  if (x < y) return -1;
  if (x > y) return 1;
  if (x === 0 && y === 0) return Number(Object.is(y, -0)) - Number(Object.is(x, -0));
  return Number(x !== x) - Number(y !== y);
}

const sort: Native = (machine, thisValue, args) => {
  const comparator = comparatorOf(machine, args[0]);
  return sortInPlace(machine, typedArrayOf(machine, thisValue, "sort"), comparator);
};

/** A copy of the same kind, whatever class the array is of. */
function copyOf(machine: Machine, array: TypedArrayValue, length = array.length): TypedArrayValue {
  const copy = makeTypedArray(machine, array.kind, length);
  copy.copyFrom(array, 0, 0, Math.min(length, array.length));
  return copy;
}

const toSorted: Native = (machine, thisValue, args) => {
  const comparator = comparatorOf(machine, args[0]);
  return sortInPlace(machine, copyOf(machine, typedArrayOf(machine, thisValue, "toSorted")), comparator);
};

const toReversed: Native = (machine, thisValue) =>
  reverseInPlace(machine, copyOf(machine, typedArrayOf(machine, thisValue, "toReversed")));

const withElement: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, undefined, "with");
  const { length } = array;
  const relative = toInteger(machine, args[0]);
  const index = relative < 0 ? length + relative : relative;
  const value = array.convert(machine, args[1]);
  if (!array.hasIndex(index)) throw machine.error("RangeError", "Invalid typed array index");
  const copy = copyOf(machine, array, length);
  copy.setIndex(machine, index, value);
  return copy;
};

/** The methods in a table. */
export const typedArrayChanges = methodTable({
  copyWithin: [2, copyWithin],
  fill: [1, fill],
  reverse: [0, reverse],
  set: [1, set],
  slice: [2, slice],
  sort: [1, sort],
  subarray: [2, subarray],
  toReversed: [0, toReversed],
  toSorted: [1, toSorted],
  with: [2, withElement],
});
