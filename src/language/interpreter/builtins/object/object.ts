/** `Object` and its static functions. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { newArray, newObject, sameValue, toKey, toObject } from "../../rules/convert.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import { groupObject } from "../collection/grouping.ts";
import { defineClass, makeFunction, methodTable, prototypeFor } from "../define.ts";
import { iteratorEntries } from "../iterator.ts";
import { fromProperty, toDescriptor } from "./descriptor.ts";
import { freeze, isFrozen, isSealed, preventExtensions, seal } from "./integrity.ts";
import { isEnumerable, keysOf } from "./keys.ts";
import { objectMethods, protoGetter, protoSetter, requireObject, setPrototype } from "./objectPrototype.ts";
import { assign, createOrThrow, defineOrThrow } from "./orThrow.ts";

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const value = args[0];
  const proto = prototypeFor(machine, newTarget, machine.intrinsics.object);
  // A class that extends Object gets an object of its own, whatever the argument is.
  if (proto !== machine.intrinsics.object) {
    machine.allocate(64);
    return new ObjectValue(proto);
  }
  return value === undefined || value === null ? newObject(machine) : toObject(machine, value);
};

/** What an own enumerable string property becomes in `Object.keys`, `values` and `entries`. */
function listing(pick: (machine: Machine, object: ObjectValue, key: string) => Value): Native {
  return (machine, _thisValue, args) => {
    const object = toObject(machine, args[0]);
    const result: Value[] = [];
    for (const key of keysOf(machine, object))
      if (typeof key === "string" && isEnumerable(object, key)) result.push(pick(machine, object, key));
    return newArray(machine, result);
  };
}

const assignAll: Native = (machine, _thisValue, args) => {
  const target = toObject(machine, args[0]);
  for (const source of args.slice(1)) {
    if (source === undefined || source === null) continue;
    const object = toObject(machine, source);
    for (const key of keysOf(machine, object))
      if (isEnumerable(object, key)) {
        machine.allocate(16);
        assign(machine, target, key, object.get(machine, key));
      }
  }
  return target;
};

const create: Native = (machine, _thisValue, args) => {
  const proto = args[0];
  if (proto !== null && !(proto instanceof ObjectValue))
    throw machine.error("TypeError", `Object prototype may only be an Object or null: ${valueText(machine, proto)}`);
  machine.allocate(64);
  const object = new ObjectValue(proto);
  if (args[1] !== undefined) defineAll(machine, object, args[1]);
  return object;
};

function defineAll(machine: Machine, object: ObjectValue, properties: Value): void {
  const source = toObject(machine, properties);
  const keys = keysOf(machine, source).filter((key) => isEnumerable(source, key));
  const descriptors = keys.map((key) => [key, toDescriptor(machine, source.get(machine, key))] as const);
  for (const [key, descriptor] of descriptors) defineOrThrow(machine, object, key, descriptor);
}

const defineProperties: Native = (machine, _thisValue, args) => {
  const object = requireObject(machine, args[0], "Object.defineProperties");
  defineAll(machine, object, args[1]);
  return object;
};

const defineProperty: Native = (machine, _thisValue, args) => {
  const object = requireObject(machine, args[0], "Object.defineProperty");
  const key = toKey(machine, args[1]);
  machine.allocate(64);
  defineOrThrow(machine, object, key, toDescriptor(machine, args[2]));
  return object;
};

const fromEntries: Native = (machine, _thisValue, args) => {
  if (args[0] === undefined || args[0] === null) throw machine.error("TypeError", "undefined is not iterable");
  const result = newObject(machine);
  iteratorEntries(machine, args[0], (key, value) => {
    machine.allocate(16);
    createOrThrow(machine, result, toKey(machine, key), value);
  });
  return result;
};

const describeOne: Native = (machine, _thisValue, args) => {
  const object = toObject(machine, args[0]);
  return fromProperty(machine, object.own(toKey(machine, args[1])));
};

const describeAll: Native = (machine, _thisValue, args) => {
  const object = toObject(machine, args[0]);
  const result = newObject(machine);
  for (const key of keysOf(machine, object)) {
    machine.pay(8);
    machine.allocate(256);
    const description = fromProperty(machine, object.own(key));
    if (description !== undefined) createOrThrow(machine, result, key, description);
  }
  return result;
};

function keyLister(isWanted: (key: Key) => boolean): Native {
  return (machine, _thisValue, args) => newArray(machine, keysOf(machine, toObject(machine, args[0])).filter(isWanted));
}

const setPrototypeOf: Native = (machine, _thisValue, args) => {
  const [object, proto] = args;
  if (object === undefined || object === null)
    throw machine.error("TypeError", "Object.setPrototypeOf called on null or undefined");
  if (proto !== null && !(proto instanceof ObjectValue))
    throw machine.error("TypeError", `Object prototype may only be an Object or null: ${valueText(machine, proto)}`);
  if (object instanceof ObjectValue) setPrototype(machine, object, proto);
  return object;
};

/** A function that does something to an object and answers what it got; primitives pass. */
function onObject(work: (machine: Machine, object: ObjectValue) => void): Native {
  return (machine, _thisValue, args) => {
    const value = args[0];
    if (value instanceof ObjectValue) work(machine, value);
    return value;
  };
}

const statics = methodTable({
  assign: [2, assignAll],
  getOwnPropertyDescriptor: [2, describeOne],
  getOwnPropertyDescriptors: [1, describeAll],
  getOwnPropertyNames: [1, keyLister((key) => typeof key === "string")],
  getOwnPropertySymbols: [1, keyLister((key) => typeof key === "symbol")],
  hasOwn: [2, (machine, _thisValue, args) => toObject(machine, args[0]).own(toKey(machine, args[1])) !== undefined],
  is: [2, (machine, _thisValue, args) => sameValue(machine, args[0], args[1])],
  preventExtensions: [1, onObject(preventExtensions)],
  seal: [1, onObject(seal)],
  create: [2, create],
  defineProperties: [2, defineProperties],
  defineProperty: [3, defineProperty],
  freeze: [1, onObject(freeze)],
  getPrototypeOf: [1, (machine, _thisValue, args) => toObject(machine, args[0]).getPrototype()],
  setPrototypeOf: [2, setPrototypeOf],
  isExtensible: [1, (_machine, _thisValue, args) => args[0] instanceof ObjectValue && args[0].isExtensible()],
  isFrozen: [1, (machine, _thisValue, args) => !(args[0] instanceof ObjectValue) || isFrozen(machine, args[0])],
  isSealed: [1, (machine, _thisValue, args) => !(args[0] instanceof ObjectValue) || isSealed(machine, args[0])],
  keys: [1, listing((_machine, _object, key) => key)],
  entries: [1, listing((machine, object, key) => newArray(machine, [key, object.get(machine, key)]))],
  fromEntries: [1, fromEntries],
  groupBy: [2, groupObject],
  values: [1, listing((machine, object, key) => object.get(machine, key))],
});

/** Make `Object` and fill in its prototype. */
export function installObject(machine: Machine): void {
  const { object } = machine.intrinsics;
  defineClass(machine, object, { name: "Object", length: 1, work: construct, statics, methods: objectMethods });
  const getter = makeFunction(machine, "get __proto__", 0, protoGetter);
  const setter = makeFunction(machine, "set __proto__", 1, protoSetter);
  object.define("__proto__", Property.accessor(getter, setter, false, true));
}
