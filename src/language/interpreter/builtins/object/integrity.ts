/** Freezing and sealing. */
import type { Machine } from "../../machine.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import { TypedArrayValue } from "../typedArray/typedArray.ts";
import { keysOf } from "./keys.ts";
import { defineOrThrow } from "./orThrow.ts";

/** `Object.preventExtensions`. */
export function preventExtensions(machine: Machine, object: ObjectValue): void {
  if (!object.preventExtensions())
    throw machine.error("TypeError", "'preventExtensions' on proxy: trap returned falsish");
}

/** `Object.seal`. */
export function seal(machine: Machine, object: ObjectValue): void {
  preventExtensions(machine, object);
  if (object instanceof ArrayValue) object.elementsConfigurable = false;
  restrict(machine, object, false);
}

/** `Object.freeze`. */
export function freeze(machine: Machine, object: ObjectValue): void {
  if (object instanceof TypedArrayValue && object.length > 0)
    throw machine.error("TypeError", "Cannot freeze array buffer views with elements");
  preventExtensions(machine, object);
  if (object instanceof ArrayValue) {
    object.elementsConfigurable = false;
    object.elementsWritable = false;
    object.lengthWritable = false;
  }
  restrict(machine, object, true);
}

function restrict(machine: Machine, object: ObjectValue, isFreezing: boolean): void {
  // The elements of an array have been dealt with; those with attributes of their own stand in the slots.
  const keys = object instanceof ArrayValue ? object.storedKeys() : keysOf(machine, object);
  // The layout that the object gets for itself.
  machine.allocate(100);
  for (const key of keys) {
    machine.pay(1);
    if (object.proxy !== undefined && !isFreezing) {
      defineOrThrow(machine, object, key, { configurable: false });
      continue;
    }
    const property = object.own(key);
    if (property === undefined) continue;
    if (object.proxy !== undefined) {
      const isFixed = property.isAccessor ? {} : { writable: false };
      defineOrThrow(machine, object, key, { configurable: false, ...isFixed });
      continue;
    }
    const { value, getter, setter, enumerable, isAccessor } = property;
    object.define(
      key,
      isAccessor
        ? Property.accessor(getter, setter, enumerable, false)
        : Property.data(value, property.writable && !isFreezing, enumerable, false),
    );
  }
}

/** `Object.isSealed`. */
export function isSealed(machine: Machine, object: ObjectValue): boolean {
  return !object.isExtensible() && keysOf(machine, object).every((key) => object.own(key)?.configurable !== true);
}

/** `Object.isFrozen`. */
export function isFrozen(machine: Machine, object: ObjectValue): boolean {
  if (object.isExtensible()) return false;
  return keysOf(machine, object).every((key) => {
    // V8 does not ask whether an array's length can be written.
    if (key === "length" && object instanceof ArrayValue) return true;
    const property = object.own(key);
    return property === undefined || (!property.configurable && (property.isAccessor || !property.writable));
  });
}
