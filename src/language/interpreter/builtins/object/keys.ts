/** The keys of objects, paid for, and which of them are listed. */
import type { Machine } from "../../machine.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { PrimitiveObject } from "../../values/primitiveObject.ts";
import { ABSENT, Forward, Property } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";

/** The own keys of an object, paid for. */
export function keysOf(machine: Machine, object: ObjectValue): Key[] {
  const size = sizeOf(object);
  machine.pay(Math.min(size, 10_000_000));
  if (size > 100_000) machine.allocate(24 * Math.min(size, 10_000_000));
  const keys = object.ownKeys();
  machine.pay(keys.length);
  machine.allocate(16 * keys.length);
  return keys;
}

function sizeOf(object: ObjectValue): number {
  if (object instanceof ArrayValue) return object.elements.length;
  return object instanceof PrimitiveObject && typeof object.primitive === "string" ? object.primitive.length : 0;
}

/** The keys that `for…in` visits: enumerable strings of the object and its prototypes, each once, unless it is gone when its turn comes. */
export function* enumerableKeys(machine: Machine, value: Value): Iterable<string> {
  if (typeof value === "string") {
    machine.pay(value.length);
    machine.allocate(16 * value.length);
    yield* Object.keys(value);
  } else if (value instanceof ObjectValue)
    for (const key of listedKeys(machine, value)) if (isStillEnumerable(value, key)) yield key;
}

function listedKeys(machine: Machine, object: ObjectValue): string[] {
  const keys: string[] = [];
  const seen = new Set<Key>();
  for (let holder: ObjectValue | null = object; holder !== null; holder = holder.getPrototype()) {
    for (const key of keysOf(machine, holder)) {
      if (typeof key === "symbol" || seen.has(key)) continue;
      seen.add(key);
      // Proxies are asked for each property when its turn comes.
      if (holder.proxy !== undefined || holder.own(key)?.enumerable === true) keys.push(key);
    }
  }
  return keys;
}

function isStillEnumerable(object: ObjectValue, key: string): boolean {
  for (let holder: ObjectValue | null = object; holder !== null; holder = holder.getPrototype()) {
    if (holder.proxy === undefined && holder.lookup(key) !== ABSENT) return true;
    const property = holder.proxy === undefined ? undefined : holder.own(key);
    if (property !== undefined) return property.enumerable;
  }
  return false;
}

/** Whether an object has an own enumerable property of this key. */
export function isEnumerable(object: ObjectValue, key: Key): boolean {
  const slot = object.lookup(key);
  if (slot instanceof Forward) return object.own(key)?.enumerable === true;
  return slot instanceof Property ? slot.enumerable : slot !== ABSENT;
}
