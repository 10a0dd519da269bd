/** `Map` and `Set`. */
import { typedText, valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { newArray } from "../../rules/convert.ts";
import { closeQuietly, DONE } from "../../rules/iteration.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { speciesGetter } from "../array/array.ts";
import { defineClass, getterTable, makeFunction, methodTable, prototypeFor, requireNew } from "../define.ts";
import type { Draft } from "../install.ts";
import { iterateArgument, iteratorEntries, makeIterator } from "../iterator.ts";
import { CollectionValue, method, receiver } from "./collectionValue.ts";
import { groupMap } from "./grouping.ts";
import { setOperations } from "./setOperations.ts";

function has(kind: "Map" | "Set"): Native {
  return method(kind, "has", (machine, collection, args) => collection.find(machine, args[0]) !== undefined);
}

function remove(kind: "Map" | "Set"): Native {
  return method(kind, "delete", (machine, collection, args) => collection.entries.delete(machine.plain(args[0])));
}

function clear(kind: "Map" | "Set"): Native {
  return method(kind, "clear", (_machine, collection) => {
    collection.entries.clear();
    return undefined;
  });
}

function forEach(kind: "Map" | "Set"): Native {
  return method(kind, "forEach", (machine, collection, args) => {
    const callback = args[0];
    if (!(callback instanceof FunctionValue))
      throw machine.error("TypeError", `${typedText(callback)} is not a function`);
    for (const { key, value } of collection.entries.values()) {
      machine.pay(1);
      callback.call(machine, args[1], [value, key, collection]);
    }
    return undefined;
  });
}

function size(kind: "Map" | "Set"): Native {
  return (machine, thisValue) => receiver(machine, thisValue, kind, `get ${kind}.prototype.size`).entries.size;
}

function iterator(kind: "Map" | "Set", name: "keys" | "values" | "entries"): Native {
  return method(kind, name, (machine, collection) => {
    const entries = collection.entries.values();
    return makeIterator(machine, kind === "Map" ? "mapIterator" : "setIterator", () => {
      const step = entries.next();
      if (step.done === true) return DONE;
      const { key, value } = step.value;
      return name === "keys" ? key : name === "values" ? value : newArray(machine, [key, value]);
    });
  });
}

const mapSet = method("Map", "set", (machine, collection, args) => {
  collection.enter(machine, args[0], args[1]);
  return collection;
});

const mapMethods = methodTable({
  get: [1, method("Map", "get", (machine, collection, args) => collection.find(machine, args[0])?.value)],
  set: [2, mapSet],
  has: [1, has("Map")],
  delete: [1, remove("Map")],
  clear: [0, clear("Map")],
  entries: [0, iterator("Map", "entries")],
  forEach: [1, forEach("Map")],
  keys: [0, iterator("Map", "keys")],
  values: [0, iterator("Map", "values")],
});

const setAdd = method("Set", "add", (machine, collection, args) => {
  collection.enter(machine, args[0], args[0]);
  return collection;
});

const setMethods = methodTable({
  has: [1, has("Set")],
  add: [1, setAdd],
  delete: [1, remove("Set")],
  clear: [0, clear("Set")],
  entries: [0, iterator("Set", "entries")],
  forEach: [1, forEach("Set")],
  values: [0, iterator("Set", "values")],
});

const mapStatics = methodTable({ groupBy: [2, groupMap] });
const mapGetters = getterTable({ size: size("Map") });
const setGetters = getterTable({ size: size("Set") });

const constructMap: Native = (machine, _thisValue, args, newTarget) => {
  const target = requireNew(machine, "Map", newTarget);
  machine.allocate(260);
  const map = new CollectionValue(prototypeFor(machine, target, machine.intrinsics.map), "Map");
  fillByPairs(machine, map, args[0]);
  return map;
};

/** Fill a new map from an iterable of pairs, by its own method `set`. */
export function fillByPairs(machine: Machine, target: ObjectValue, source: Value): void {
  if (source === undefined || source === null) return;
  const adder = adderOf(machine, target, "set");
  iteratorEntries(machine, source, (key, value) => {
    adder.call(machine, target, [key, value]);
  });
}

/** Fill a new set from an iterable, by its own method `add`. */
export function fillByValues(machine: Machine, target: ObjectValue, source: Value): void {
  if (source === undefined || source === null) return;
  const adder = adderOf(machine, target, "add");
  const iteration = iterateArgument(machine, source);
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    try {
      adder.call(machine, target, [item]);
    } catch (error) {
      closeQuietly(iteration);
      throw error;
    }
  }
}

function adderOf(machine: Machine, target: ObjectValue, name: "set" | "add"): FunctionValue {
  const adder = target.get(machine, name);
  if (adder instanceof FunctionValue) return adder;
  throw machine.error(
    "TypeError",
    `'${valueText(machine, adder)}' returned for property '${name}' of object '${valueText(machine, target)}' is not a function`,
  );
}

const constructSet: Native = (machine, _thisValue, args, newTarget) => {
  const target = requireNew(machine, "Set", newTarget);
  machine.allocate(260);
  const set = new CollectionValue(prototypeFor(machine, target, machine.intrinsics.set), "Set");
  fillByValues(machine, set, args[0]);
  return set;
};

/** Make `Map` and `Set`. */
export function installCollection(machine: Machine, draft: Draft): void {
  const map = {
    name: "Map",
    length: 0,
    work: constructMap,
    statics: mapStatics,
    methods: mapMethods,
    getters: mapGetters,
  };
  const set = {
    name: "Set",
    length: 0,
    work: constructSet,
    methods: [...setMethods, ...setOperations],
    getters: setGetters,
  };
  for (const created of [
    defineClass(machine, draft.map, { ...map, tag: "Map" }),
    defineClass(machine, draft.set, { ...set, tag: "Set" }),
  ]) {
    const getter = makeFunction(machine, "get [Symbol.species]", 0, speciesGetter);
    created.define(Symbol.species, Property.accessor(getter, undefined, false, true));
  }
  draft.map.define(Symbol.iterator, draft.map.lookup("entries") as Property);
  draft.set.define("keys", draft.set.lookup("values") as Property);
  draft.set.define(Symbol.iterator, draft.set.lookup("values") as Property);
}
