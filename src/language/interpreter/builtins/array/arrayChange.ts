/** The methods of `Array.prototype` that change the array; the callers' arrays the short way, everything else as the specification says. */
import type { Machine } from "../../machine.ts";
import { newArray, toInteger, toRelativeIndex } from "../../rules/convert.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { type ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { methodTable } from "../define.ts";
import {
  createAt,
  deleteAt,
  getAt,
  hasAt,
  isSimple,
  lengthOf,
  MOVABLE,
  receiverOf,
  setAt,
  setLength,
  speciesConstructor,
  speciesOf,
} from "./arrayLike.ts";
import { sort } from "./arraySort.ts";

const LARGEST = Number.MAX_SAFE_INTEGER;

const push: Native = (machine, thisValue, args) => {
  machine.allocate(16 * args.length);
  if (thisValue instanceof ArrayValue && thisValue.extensible && thisValue.lengthWritable && hasRoom(thisValue, args)) {
    for (const value of args) thisValue.elements.push(value);
    return thisValue.elements.length;
  }
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (length + args.length > LARGEST)
    throw machine.error(
      "TypeError",
      `Pushing ${args.length} elements on an array-like of length ${length} is disallowed, as the total surpasses 2**53-1`,
    );
  args.forEach((value, index) => {
    setAt(machine, object, length + index, value);
  });
  setLength(machine, object, length + args.length);
  return length + args.length;
};

function hasRoom(array: ArrayValue, args: readonly Value[]): boolean {
  return array.elements.length + args.length < 4294967295;
}

const pop: Native = (machine, thisValue) => {
  const object = receiverOf(machine, thisValue);
  if (isSimple(machine, object) && object.elements.length > 0 && object.elements.length - 1 in object.elements)
    return object.elements.pop();
  const length = lengthOf(machine, object);
  if (length === 0) {
    setLength(machine, object, 0);
    return undefined;
  }
  const value = getAt(machine, object, length - 1);
  deleteAt(machine, object, length - 1);
  setLength(machine, object, length - 1);
  return value;
};

const shift: Native = (machine, thisValue) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (isSimple(machine, object, MOVABLE)) {
    // V8 moves the beginning of the array instead of its elements, as long as the array is not very large.
    machine.pay(1 + (length >> 8));
    return object.elements.shift();
  }
  if (length === 0) {
    setLength(machine, object, 0);
    return undefined;
  }
  const first = getAt(machine, object, 0);
  move(machine, object, 1, 0, length - 1);
  deleteAt(machine, object, length - 1);
  setLength(machine, object, length - 1);
  return first;
};

/** Move `count` elements from one place to another, holes as holes; backwards if that keeps what is still to be moved. */
function move(
  machine: Machine,
  object: ObjectValue,
  from: number,
  to: number,
  count: number,
  step: 1 | -1 = from < to ? -1 : 1,
): void {
  for (let i = step > 0 ? 0 : count - 1; i >= 0 && i < count; i += step) {
    machine.pay(1);
    if (hasAt(object, from + i)) setAt(machine, object, to + i, getAt(machine, object, from + i));
    else deleteAt(machine, object, to + i);
  }
}

const unshift: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  machine.allocate(16 * args.length);
  if (isSimple(machine, object, MOVABLE) && hasRoom(object, args)) {
    machine.pay(1 + (length >> 6) + args.length);
    return object.elements.unshift(...args);
  }
  if (args.length > 0) {
    if (length + args.length > LARGEST) throw machine.error("TypeError", "Invalid array length");
    move(machine, object, 0, args.length, length);
    args.forEach((value, index) => {
      setAt(machine, object, index, value);
    });
  }
  setLength(machine, object, length + args.length);
  return length + args.length;
};

const splice: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const start = toRelativeIndex(machine, args[0], length, 0);
  const items = args.slice(2);
  const count =
    args.length === 0
      ? 0
      : args.length === 1
        ? length - start
        : Math.min(Math.max(toInteger(machine, args[1]), 0), length - start);
  machine.allocate(16 * items.length);
  if (
    isSimple(machine, object, MOVABLE) &&
    object.elements.length === length &&
    speciesConstructor(machine, object) === undefined
  ) {
    machine.pay(1 + (length >> 6) + count + items.length);
    return newArray(machine, object.elements.splice(start, count, ...items));
  }
  if (length + items.length - count > LARGEST) throw machine.error("TypeError", "Invalid array length");
  const removed = speciesOf(machine, object, count);
  for (let i = 0; i < count; i++) {
    machine.pay(1);
    if (hasAt(object, start + i)) createAt(machine, removed, i, getAt(machine, object, start + i));
  }
  setLength(machine, removed, count);
  if (items.length !== count) move(machine, object, start + count, start + items.length, length - count - start);
  for (let i = length; i > length - count + items.length; i--) {
    machine.pay(1);
    deleteAt(machine, object, i - 1);
  }
  items.forEach((value, index) => {
    setAt(machine, object, start + index, value);
  });
  setLength(machine, object, length - count + items.length);
  return removed;
};

const reverse: Native = (machine, thisValue) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (isSimple(machine, object)) {
    machine.pay(length);
    object.elements.reverse();
    return object;
  }
  for (let low = 0, high = length - 1; low < high; low++, high--) {
    machine.pay(1);
    const hasLow = hasAt(object, low);
    const first = hasLow ? getAt(machine, object, low) : undefined;
    const hasHigh = hasAt(object, high);
    const last = hasHigh ? getAt(machine, object, high) : undefined;
    if (hasHigh) setAt(machine, object, low, last);
    else if (hasLow) deleteAt(machine, object, low);
    if (hasLow) setAt(machine, object, high, first);
    else if (hasHigh) deleteAt(machine, object, high);
  }
  return object;
};

const fill: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const start = toRelativeIndex(machine, args[1], length, 0);
  const end = toRelativeIndex(machine, args[2], length, length);
  if (isSimple(machine, object) && object.elements.length === length) {
    machine.pay(Math.max(0, end - start));
    if (length > MOVABLE) machine.allocate(8 * Math.max(0, end - start));
    object.elements.fill(args[0], start, end);
    return object;
  }
  for (let index = start; index < end; index++) {
    machine.pay(1);
    setAt(machine, object, index, args[0]);
  }
  return object;
};

const copyWithin: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const to = toRelativeIndex(machine, args[0], length, 0);
  const from = toRelativeIndex(machine, args[1], length, 0);
  const end = toRelativeIndex(machine, args[2], length, length);
  const count = Math.min(end - from, length - to);
  if (count <= 0) return object;
  if (isSimple(machine, object) && object.elements.length === length) {
    machine.pay(count);
    object.elements.copyWithin(to, from, end);
  } else move(machine, object, from, to, count, from < to && to < from + count ? -1 : 1);
  return object;
};

/** `push`, `splice`, `sort` and the like. */
export const changeMethods = methodTable({
  copyWithin: [2, copyWithin],
  fill: [1, fill],
  pop: [0, pop],
  push: [1, push],
  reverse: [0, reverse],
  shift: [0, shift],
  unshift: [1, unshift],
  sort: [1, sort],
  splice: [2, splice],
});
