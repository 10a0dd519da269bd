/** `Array`, its static functions, and its prototype with its iterators. */
import { typedText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { getMethod, getProperty, isArray, isConstructor, newArray, toObject } from "../../rules/convert.ts";
import { closeQuietly, DONE, iterate, type NativeIterator } from "../../rules/iteration.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { defineClass, defineMethods, makeFunction, methodTable, prototypeFor } from "../define.ts";
import type { Draft } from "../install.ts";
import { makeIterator } from "../iterator.ts";
import { toArrayLength } from "../object/descriptor.ts";
import { createOrThrow } from "../object/orThrow.ts";
import { changeMethods } from "./arrayChange.ts";
import { createAt, getAt, lengthOf, newArrayOf, receiverOf, requireFunction, setLength } from "./arrayLike.ts";
import { readMethods } from "./arrayRead.ts";
import { visitMethods } from "./arrayVisit.ts";

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const proto = prototypeFor(machine, newTarget, machine.intrinsics.array);
  const first = machine.plain(args[0]);
  if (args.length !== 1 || typeof first !== "number") {
    machine.allocate(64 + 8 * args.length);
    return new ArrayValue(proto, args.slice());
  }
  const array = newArrayOf(machine, toArrayLength(machine, first));
  array.proto = proto;
  return array;
};

/** What `from` and `of` make: an object of the class that they were called on. */
function makeFor(machine: Machine, thisValue: Value, args: readonly Value[]): ObjectValue {
  if (thisValue === machine.intrinsics.arrayConstructor || !isConstructor(thisValue))
    return newArrayOf(machine, typeof args[0] === "number" ? args[0] : 0);
  return thisValue.construct(machine, args, thisValue);
}

const from: Native = (machine, thisValue, args) => {
  const [items, mapper, thisArgument] = args;
  const map = mapper === undefined ? undefined : requireFunction(machine, mapper);
  const convert = (value: Value, index: number) =>
    map === undefined ? value : map.call(machine, thisArgument, [value, index]);
  if (items === undefined || items === null)
    throw machine.error(
      "TypeError",
      `${typedText(items)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  const method = getProperty(machine, items, Symbol.iterator);
  if (method !== undefined && method !== null && !(method instanceof FunctionValue))
    throw machine.error(
      "TypeError",
      "%Array%.from requires that the property of the first argument, items[Symbol.iterator], when exists, be a function",
    );
  if (getMethod(machine, items, Symbol.iterator) !== undefined) {
    const result = makeFor(machine, thisValue, []);
    setLength(machine, result, appendAll(machine, result, items, convert));
    return result;
  }
  const source = toObject(machine, items);
  const length = lengthOf(machine, source);
  const result = makeFor(machine, thisValue, [length]);
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    createAt(machine, result, index, convert(getAt(machine, source, index), index));
  }
  setLength(machine, result, length);
  return result;
};

function appendAll(
  machine: Machine,
  result: ObjectValue,
  items: Value,
  convert: (value: Value, index: number) => Value,
): number {
  const iteration = iterate(machine, items);
  let count = 0;
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    machine.allocate(8);
    try {
      createAt(machine, result, count, convert(item, count));
    } catch (error) {
      closeQuietly(iteration);
      throw error;
    }
    count++;
  }
  return count;
}

const of: Native = (machine, thisValue, args) => {
  const result = makeFor(machine, thisValue, [args.length]);
  args.forEach((value, index) => {
    createAt(machine, result, index, value);
  });
  setLength(machine, result, args.length);
  return result;
};

/** An iterator over the elements of an array-like object, for as long as there are any. */
export function makeArrayIterator(
  machine: Machine,
  object: ObjectValue,
  kind: "keys" | "values" | "entries",
  length: (machine: Machine, object: ObjectValue) => number = lengthOf,
): NativeIterator {
  let index = 0;
  const step = (): Value | typeof DONE => {
    if (index >= length(machine, object)) return DONE;
    const position = index++;
    if (kind === "keys") return position;
    const value = getAt(machine, object, position);
    return kind === "values" ? value : newArray(machine, [position, value]);
  };
  return makeIterator(machine, "arrayIterator", step, kind === "values" ? object : undefined);
}

function iteratorOf(kind: "keys" | "values" | "entries"): Native {
  return (machine, thisValue) => makeArrayIterator(machine, receiverOf(machine, thisValue), kind);
}

const statics = methodTable({
  isArray: [1, (machine, _thisValue, args) => isArray(machine, args[0])],
  from: [1, from],
  of: [0, of],
});

const iteratorMethods = methodTable({
  keys: [0, iteratorOf("keys")],
  entries: [0, iteratorOf("entries")],
  values: [0, iteratorOf("values")],
});

/** The methods that `with` does not see, so that old programs keep their variables of the same names. */
const unscopables =
  "at copyWithin entries fill find findIndex findLast findLastIndex flat flatMap includes keys values toReversed toSorted toSpliced";

/** The getter of `Symbol.species` of every class that has one. */
export const speciesGetter: Native = (_machine, thisValue) => thisValue;

/** Make `Array` and fill in its prototype. */
export function installArray(machine: Machine, draft: Draft): void {
  const { array } = draft;
  const created = defineClass(machine, array, { name: "Array", length: 1, work: construct, statics });
  draft.arrayConstructor = created;
  draft.arraySpecies = makeFunction(machine, "get [Symbol.species]", 0, speciesGetter);
  created.define(Symbol.species, Property.accessor(draft.arraySpecies, undefined, false, true));
  for (const methods of [readMethods, changeMethods, visitMethods, iteratorMethods])
    defineMethods(machine, array, methods);
  const values = array.lookup("values") as Property;
  draft.arrayValues = values.value as FunctionValue;
  draft.arrayToString = (array.lookup("toString") as Property).value as FunctionValue;
  array.define(Symbol.iterator, values);
  const hidden = new ObjectValue(null);
  for (const name of unscopables.split(" ")) createOrThrow(machine, hidden, name, true);
  array.define(Symbol.unscopables, Property.data(hidden, false, false, true));
}
