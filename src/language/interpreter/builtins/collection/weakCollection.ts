/** `WeakMap`, `WeakSet`, `WeakRef` and `FinalizationRegistry`. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { defineClass, methodTable, prototypeFor, requireNew } from "../define.ts";
import type { Draft } from "../install.ts";
import { isRegistered } from "../symbol.ts";
import { fillByPairs, fillByValues } from "./collection.ts";

/** A `WeakMap`, a `WeakSet`, a `WeakRef` or a `FinalizationRegistry`. */
export class WeakValue extends ObjectValue {
  readonly kind: "WeakMap" | "WeakSet" | "WeakRef" | "FinalizationRegistry";
  /** What a `WeakRef` refers to. */
  readonly target: Value;
  private readonly byObject = new WeakMap<ObjectValue, { readonly value: Value }>();
  private readonly bySymbol = new Map<symbol, { readonly value: Value }>();

  constructor(proto: ObjectValue | null, kind: WeakValue["kind"], target: Value) {
    super(proto);
    this.kind = kind;
    this.target = target;
  }

  /** Find what belongs to a key. */
  find(key: Value): { readonly value: Value } | undefined {
    if (key instanceof ObjectValue) return this.byObject.get(key);
    return typeof key === "symbol" ? this.bySymbol.get(key) : undefined;
  }

  /** Add or replace what belongs to a key. */
  enter(key: ObjectValue | symbol, value: Value): void {
    if (key instanceof ObjectValue) this.byObject.set(key, { value });
    else this.bySymbol.set(key, { value });
  }

  /** Remove a key; false if it was not there. */
  remove(key: Value): boolean {
    if (key instanceof ObjectValue) return this.byObject.delete(key);
    return typeof key === "symbol" && this.bySymbol.delete(key);
  }
}

function requireKey(machine: Machine, key: Value, message: string): ObjectValue | symbol {
  if (key instanceof ObjectValue || (typeof key === "symbol" && !isRegistered(machine, key))) return key;
  throw machine.error("TypeError", message);
}

/** A method of one of the classes. */
function method(
  kind: WeakValue["kind"],
  name: string,
  work: (machine: Machine, collection: WeakValue, args: readonly Value[]) => Value,
): Native {
  return (machine, thisValue, args) => {
    machine.pay(1);
    if (thisValue instanceof WeakValue && thisValue.kind === kind) return work(machine, thisValue, args);
    throw machine.error(
      "TypeError",
      `Method ${kind}.prototype.${name} called on incompatible receiver ${valueText(machine, thisValue)}`,
    );
  };
}

function has(kind: WeakValue["kind"]): Native {
  return method(kind, "has", (_machine, collection, args) => collection.find(args[0]) !== undefined);
}

function remove(kind: WeakValue["kind"]): Native {
  return method(kind, "delete", (_machine, collection, args) => collection.remove(args[0]));
}

const mapMethods = methodTable({
  delete: [1, remove("WeakMap")],
  get: [1, method("WeakMap", "get", (_machine, collection, args) => collection.find(args[0])?.value)],
  set: [
    2,
    method("WeakMap", "set", (machine, collection, args) => {
      const key = requireKey(machine, args[0], "Invalid value used as weak map key");
      machine.allocate(64);
      collection.enter(key, args[1]);
      return collection;
    }),
  ],
  has: [1, has("WeakMap")],
});

const setMethods = methodTable({
  delete: [1, remove("WeakSet")],
  has: [1, has("WeakSet")],
  add: [
    1,
    method("WeakSet", "add", (machine, collection, args) => {
      const key = requireKey(machine, args[0], "Invalid value used in weak set");
      machine.allocate(64);
      collection.enter(key, true);
      return collection;
    }),
  ],
});

const refMethods = methodTable({ deref: [0, method("WeakRef", "deref", (_machine, reference) => reference.target)] });

// Nothing is finalized during a run, so a registry has only to accept what it is told.
const registryMethods = methodTable({
  register: [2, method("FinalizationRegistry", "register", () => undefined)],
  unregister: [1, method("FinalizationRegistry", "unregister", () => false)],
});

const constructMap: Native = (machine, _thisValue, args, newTarget) => {
  const target = requireNew(machine, "WeakMap", newTarget);
  machine.allocate(64);
  const map = new WeakValue(prototypeFor(machine, target, machine.intrinsics.weakMap), "WeakMap", undefined);
  fillByPairs(machine, map, args[0]);
  return map;
};

const constructSet: Native = (machine, _thisValue, args, newTarget) => {
  const target = requireNew(machine, "WeakSet", newTarget);
  machine.allocate(64);
  const set = new WeakValue(prototypeFor(machine, target, machine.intrinsics.weakSet), "WeakSet", undefined);
  fillByValues(machine, set, args[0]);
  return set;
};

function constructRef(fallback: ObjectValue): Native {
  return (machine, _thisValue, args, newTarget) => {
    const target = requireNew(machine, "WeakRef", newTarget);
    const key = requireKey(machine, args[0], "WeakRef: invalid target");
    machine.allocate(64);
    return new WeakValue(prototypeFor(machine, target, fallback), "WeakRef", key);
  };
}

function constructRegistry(fallback: ObjectValue): Native {
  return (machine, _thisValue, args, newTarget) => {
    const target = requireNew(machine, "FinalizationRegistry", newTarget);
    if (!(args[0] instanceof FunctionValue))
      throw machine.error("TypeError", "FinalizationRegistry: cleanup must be callable");
    machine.allocate(64);
    return new WeakValue(prototypeFor(machine, target, fallback), "FinalizationRegistry", undefined);
  };
}

/** Make `WeakMap`, `WeakSet`, `WeakRef` and `FinalizationRegistry`. */
export function installWeakCollection(machine: Machine, draft: Draft): void {
  const ref = new ObjectValue(draft.object);
  const registry = new ObjectValue(draft.object);
  const rows = [
    [draft.weakMap, "WeakMap", 0, constructMap, mapMethods],
    [draft.weakSet, "WeakSet", 0, constructSet, setMethods],
    [ref, "WeakRef", 1, constructRef(ref), refMethods],
    [registry, "FinalizationRegistry", 1, constructRegistry(registry), registryMethods],
  ] as const;
  for (const [prototype, name, length, work, methods] of rows)
    defineClass(machine, prototype, { name, length, work, methods, tag: name });
}
