/** What fails loudly where an object refuses it: definitions, assignments and deletions, with V8's words for why. */
import { targetText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { NamespaceValue } from "../../modules/namespace.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { type ObjectValue } from "../../values/objects.ts";
import type { Key, Value } from "../../values/values.ts";
import { TypedArrayValue } from "../typedArray/typedArray.ts";
import { defineOwn, mayGrow, plainDescriptor, toArrayLength, type Descriptor } from "./descriptor.ts";

/** DefinePropertyOrThrow. */
export function defineOrThrow(machine: Machine, object: ObjectValue, key: Key, descriptor: Descriptor): void {
  if (defineOwn(machine, object, key, descriptor)) return;
  throw machine.error("TypeError", undefinableText(object, key, "value" in descriptor));
}

/** Why a property could not be defined. */
function undefinableText(object: ObjectValue, key: Key, hasValue: boolean): string {
  if (object.proxy !== undefined) {
    const { refusing } = object.proxy;
    return refusing === undefined ? falsish("defineProperty", key) : undefinableText(refusing, key, hasValue);
  }
  if (object instanceof ArrayValue && key === "length" && object.lengthWritable && hasValue)
    return `Cannot delete property '${object.elements.length - 1}' of [object Array]`;
  if (object.own(key) !== undefined) return `Cannot redefine property: ${String(key)}`;
  if (object instanceof TypedArrayValue && object.isElement(key)) return "Invalid typed array index";
  return `Cannot define property ${String(key)}, object is not extensible`;
}

/** CreateDataPropertyOrThrow. */
export function createOrThrow(machine: Machine, object: ObjectValue, key: Key, value: Value): void {
  defineOrThrow(machine, object, key, plainDescriptor(value));
}

/** Assign to a property as strict code does: a TypeError of the program's if it may not be written. */
export function assign(machine: Machine, object: ObjectValue, key: Key, value: Value, receiver: Value = object): void {
  if (!trySet(machine, object, key, value, receiver)) throw machine.error("TypeError", refusalOf(machine, object, key));
}

/** `[[Set]]`, with the length of an array checked and paid for; false if the property may not be written. */
export function trySet(machine: Machine, object: ObjectValue, key: Key, value: Value, receiver: Value): boolean {
  if (key !== "length" || !(receiver instanceof ArrayValue)) return object.set(machine, key, value, receiver);
  const length = toArrayLength(machine, value);
  const growth = length - receiver.elements.length;
  if (growth > 0 && receiver.lengthWritable) machine.allocate(8 * growth);
  else machine.pay(-growth >> 6);
  return object.set(machine, key, length, receiver);
}

/** Why a property could not be assigned to. */
function refusalOf(machine: Machine, object: ObjectValue, key: Key): string {
  if (object.proxy !== undefined) {
    const { refusing, last } = object.proxy;
    if (refusing === undefined) return falsish("set", key);
    return last.name === "defineProperty" ? undefinableText(refusing, key, true) : refusalOf(machine, refusing, key);
  }
  if (key === "length" && object instanceof ArrayValue && object.lengthWritable)
    return `Cannot delete property '${object.elements.length - 1}' of [object Array]`;
  for (let holder: ObjectValue | null = object; holder !== null; holder = holder.proto) {
    const property = holder.own(key);
    if (property === undefined) continue;
    if (property.isAccessor)
      return property.setter === undefined
        ? `Cannot set property ${String(key)} of ${targetText(machine, object)} which has only a getter`
        : `Cannot assign to property ${String(key)}`;
    // What a module exports looks writable, but only the module can write it.
    if (!property.writable || (holder === object && object instanceof NamespaceValue))
      return `Cannot assign to read only property '${String(key)}' of object '${targetText(machine, object)}'`;
    break;
  }
  if (!mayGrow(object, key) && object.extensible)
    return `Cannot assign to read only property 'length' of object '${targetText(machine, object)}'`;
  return `Cannot add property ${String(key)}, object is not extensible`;
}

/** Why a property could not be removed. */
export function keptText(machine: Machine, object: ObjectValue, key: Key): string {
  if (object.proxy !== undefined) {
    const { refusing } = object.proxy;
    return refusing === undefined ? falsish("deleteProperty", key) : keptText(machine, refusing, key);
  }
  return `Cannot delete property '${String(key)}' of ${targetText(machine, object)}`;
}

function falsish(trap: string, key: Key): string {
  return `'${trap}' on proxy: trap returned falsish for property '${String(key)}'`;
}

/** Delete as strict code does: a TypeError of the program's if the property may not be removed. */
export function deleteOrThrow(machine: Machine, object: ObjectValue, key: Key): void {
  if (!object.delete(key)) throw machine.error("TypeError", keptText(machine, object, key));
}
