/** The methods of `Array.prototype` that read the array, or make another one of it. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import {
  getProperty,
  isArray,
  newArray,
  sameValueZero,
  strictlyEqual,
  toBoolean,
  toInteger,
  toRelativeIndex,
  toText,
} from "../../rules/convert.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { methodTable } from "../define.ts";
import { joinTexts } from "../join.ts";
import { objectToString } from "../object/objectPrototype.ts";
import { flat } from "./arrayFlat.ts";
import {
  createAt,
  getAt,
  hasAt,
  isSimple,
  lengthOf,
  newArrayOf,
  receiverOf,
  setLength,
  speciesConstructor,
  speciesOf,
} from "./arrayLike.ts";
import { toSorted } from "./arraySort.ts";

const at: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const relative = toInteger(machine, args[0]);
  const index = relative < 0 ? length + relative : relative;
  return index < 0 || index >= length ? undefined : getAt(machine, object, index);
};

const concat: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const result = speciesOf(machine, object, 0);
  let count = 0;
  for (const item of [object, ...args]) {
    machine.pay(1);
    if (!(item instanceof ObjectValue) || !isSpreadable(machine, item)) {
      machine.allocate(8);
      createAt(machine, result, count++, item);
      continue;
    }
    const length = lengthOf(machine, item);
    if (count + length > Number.MAX_SAFE_INTEGER) throw machine.error("TypeError", "Invalid array length");
    for (let index = 0; index < length; index++) {
      machine.pay(1);
      if (!hasAt(item, index)) continue;
      machine.allocate(8);
      createAt(machine, result, count + index, getAt(machine, item, index));
    }
    count += length;
  }
  setLength(machine, result, count);
  return result;
};

function isSpreadable(machine: Machine, item: ObjectValue): boolean {
  const says = item.get(machine, Symbol.isConcatSpreadable);
  return says === undefined ? isArray(machine, item) : toBoolean(machine, says);
}

const slice: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const start = toRelativeIndex(machine, args[0], length, 0);
  const end = toRelativeIndex(machine, args[1], length, length);
  const count = Math.max(0, end - start);
  machine.pay(count);
  if (isSimple(machine, object) && speciesConstructor(machine, object) === undefined) {
    machine.allocate(8 * count);
    return newArray(machine, object.elements.slice(start, end));
  }
  const result = speciesOf(machine, object, count);
  for (let index = start; index < end; index++)
    if (hasAt(object, index)) createAt(machine, result, index - start, getAt(machine, object, index));
  setLength(machine, result, count);
  return result;
};

const includes: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (length === 0) return false;
  for (let index = toRelativeIndex(machine, args[1], length, 0); index < length; index++) {
    machine.pay(1);
    if (sameValueZero(machine, getAt(machine, object, index), args[0])) return true;
  }
  return false;
};

const indexOf: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (length === 0) return -1;
  for (let index = toRelativeIndex(machine, args[1], length, 0); index < length; index++) {
    machine.pay(1);
    if (hasAt(object, index) && strictlyEqual(machine, getAt(machine, object, index), args[0])) return index;
  }
  return -1;
};

const lastIndexOf: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (length === 0) return -1;
  const from = args.length > 1 ? toInteger(machine, args[1]) : length - 1;
  for (let index = from < 0 ? length + from : Math.min(from, length - 1); index >= 0; index--) {
    machine.pay(1);
    if (hasAt(object, index) && strictlyEqual(machine, getAt(machine, object, index), args[0])) return index;
  }
  return -1;
};

const join: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const separator = args[0] === undefined ? "," : toText(machine, args[0]);
  return joinTexts(machine, object, length, separator, (value) =>
    value === undefined || value === null ? "" : toText(machine, value),
  );
};

const toString: Native = (machine, thisValue) => {
  const object = receiverOf(machine, thisValue);
  const method = object.get(machine, "join");
  return method instanceof FunctionValue
    ? method.call(machine, object, [])
    : objectToString(machine, object, [], undefined);
};

const toLocaleString: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  return joinTexts(machine, object, length, ",", (value) => {
    if (value === undefined || value === null) return "";
    return toText(machine, machine.call(getProperty(machine, value, "toLocaleString"), value, args.slice(0, 2)));
  });
};

/** An ordinary array of the elements of an array-like object, its holes as undefined. */
function copyOf(machine: Machine, object: ObjectValue, length: number): ArrayValue {
  const result = newArrayOf(machine, length);
  machine.pay(length);
  result.elements = Array.from({ length }, (_, index) => getAt(machine, object, index));
  return result;
}

const toReversed: Native = (machine, thisValue) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const result = newArrayOf(machine, length);
  machine.pay(length);
  result.elements = Array.from({ length }, (_, index) => getAt(machine, object, length - 1 - index));
  return result;
};

const toSpliced: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const start = toRelativeIndex(machine, args[0], length, 0);
  const rest = length - start;
  const count =
    args.length === 0 ? 0 : args.length === 1 ? rest : Math.min(Math.max(toInteger(machine, args[1]), 0), rest);
  const items = args.slice(2);
  const newLength = length + items.length - count;
  if (newLength > Number.MAX_SAFE_INTEGER) throw machine.error("TypeError", "Invalid array length");
  const result = newArrayOf(machine, newLength);
  machine.pay(newLength);
  result.elements = Array.from({ length: newLength }, (_, index) => {
    if (index < start) return getAt(machine, object, index);
    if (index < start + items.length) return items[index - start];
    return getAt(machine, object, index - items.length + count);
  });
  return result;
};

const withElement: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const relative = toInteger(machine, args[0]);
  const index = relative < 0 ? length + relative : relative;
  if (index < 0 || index >= length) throw machine.error("RangeError", `Invalid index : ${valueText(machine, args[0])}`);
  const result = copyOf(machine, object, length);
  result.elements[index] = args[1];
  return result;
};

/** `at`, `slice`, `indexOf` and the like. */
export const readMethods = methodTable({
  at: [1, at],
  concat: [1, concat],
  lastIndexOf: [1, lastIndexOf],
  slice: [2, slice],
  includes: [1, includes],
  indexOf: [1, indexOf],
  join: [1, join],
  flat: [0, flat],
  toLocaleString: [0, toLocaleString],
  toString: [0, toString],
  toReversed: [0, toReversed],
  toSorted: [1, toSorted],
  toSpliced: [2, toSpliced],
  with: [2, withElement],
});
