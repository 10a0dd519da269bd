/** Property descriptors, and the definitions and assignments that fail loudly (ECMA-262, 6.2.6 and 10.1). */
import { arrayIndex } from "../arrayIndex.ts";
import { sameValue, toBoolean, toNumber } from "../convert.ts";
import type { Machine } from "../machine.ts";
import { NamespaceValue } from "../namespace.ts";
import { ABSENT, ArrayValue, Forward, FunctionValue, ObjectValue, Property } from "../objects.ts";
import { PrimitiveObject } from "../primitiveObject.ts";
import { defineOwn as defineOnProxy } from "../proxy/propertyTraps.ts";
import type { Key, Value } from "../values.ts";
import { targetText, valueText } from "./describe.ts";
import { TypedArrayValue } from "./typedArray.ts";

/** A property descriptor: what it does not say stays as it is, or becomes false or undefined in a new property. */
export interface Descriptor {
  readonly value?: Value;
  readonly writable?: boolean;
  readonly get?: FunctionValue | undefined;
  readonly set?: FunctionValue | undefined;
  readonly enumerable?: boolean;
  readonly configurable?: boolean;
}

/** Read a descriptor from an object of the program's. */
export function toDescriptor(machine: Machine, source: Value): Descriptor {
  if (!(source instanceof ObjectValue))
    throw machine.error("TypeError", `Property description must be an object: ${valueText(machine, source)}`);
  const flag = (key: string) => (source.has(key) ? { [key]: toBoolean(machine, source.get(machine, key)) } : {});
  const descriptor: Descriptor = {
    ...flag("enumerable"),
    ...flag("configurable"),
    ...(source.has("value") ? { value: source.get(machine, "value") } : {}),
    ...flag("writable"),
    ...(source.has("get") ? { get: accessor(machine, source.get(machine, "get"), "Getter") } : {}),
    ...(source.has("set") ? { set: accessor(machine, source.get(machine, "set"), "Setter") } : {}),
  };
  if (isAccessor(descriptor) && isData(descriptor))
    throw machine.error(
      "TypeError",
      `Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, ${valueText(machine, source)}`,
    );
  return descriptor;
}

function accessor(machine: Machine, value: Value, what: string): FunctionValue | undefined {
  if (value === undefined || value instanceof FunctionValue) return value;
  throw machine.error("TypeError", `${what} must be a function: ${valueText(machine, value)}`);
}

/** Make the object that describes a property to the program. */
export function fromProperty(machine: Machine, property: Property | undefined): Value {
  return property === undefined ? undefined : fromDescriptor(machine, fullDescriptor(property));
}

/** Make the object that a descriptor is to the program. */
export function fromDescriptor(machine: Machine, descriptor: Descriptor): ObjectValue {
  const result = new ObjectValue(machine.intrinsics.object);
  for (const key of ["value", "writable", "get", "set", "enumerable", "configurable"] as const)
    if (key in descriptor) result.put(key, descriptor[key]);
  return result;
}

/** `[[DefineOwnProperty]]`: false if the object does not allow it. */
export function defineOwn(machine: Machine, object: ObjectValue, key: Key, descriptor: Descriptor): boolean {
  if (object.proxy !== undefined) return defineOnProxy(object.proxy, key, descriptor);
  if (object instanceof ArrayValue && key === "length" && "value" in descriptor) {
    const length = toArrayLength(machine, descriptor.value);
    return defineExisting(machine, object, key, { ...descriptor, value: length }) && object.elements.length === length;
  }
  if (object instanceof TypedArrayValue && object.isElement(key)) return defineElement(object, key, descriptor);
  return defineExisting(machine, object, key, descriptor);
}

/** Elements of typed arrays are what they are: writable, enumerable and configurable values. */
function defineElement(object: TypedArrayValue, key: Key, descriptor: Descriptor): boolean {
  const { configurable, enumerable, writable } = descriptor;
  const isRefused = configurable === false || enumerable === false || writable === false || isAccessor(descriptor);
  if (isRefused || object.lookup(key) === ABSENT) return false;
  if ("value" in descriptor) object.put(key, descriptor.value);
  return true;
}

function defineExisting(machine: Machine, object: ObjectValue, key: Key, descriptor: Descriptor): boolean {
  const current = object.own(key);
  if (current === undefined) {
    if (!object.extensible || !mayGrow(object, key)) return false;
    object.define(key, merged(descriptor, undefined));
    return true;
  }
  if (!isCompatible(machine, current, descriptor)) return false;
  object.define(key, merged(descriptor, current));
  return true;
}

/** Whether the length of an array stands in the way of a new element. */
function mayGrow(object: ObjectValue, key: Key): boolean {
  if (!(object instanceof ArrayValue) || object.lengthWritable || typeof key === "symbol") return true;
  return arrayIndex(key) < object.elements.length;
}

/** Whether a descriptor may change a property (ValidateAndApplyPropertyDescriptor, without applying it). */
export function isCompatible(machine: Machine, current: Property, descriptor: Descriptor): boolean {
  if (current.configurable) return true;
  if (descriptor.configurable === true) return false;
  if (descriptor.enumerable !== undefined && descriptor.enumerable !== current.enumerable) return false;
  if (!isAccessor(descriptor) && !isData(descriptor)) return true;
  if (isAccessor(descriptor) !== current.isAccessor) return false;
  if (current.isAccessor)
    return (
      (!("get" in descriptor) || descriptor.get === current.getter) &&
      (!("set" in descriptor) || descriptor.set === current.setter)
    );
  if (current.writable) return true;
  return (
    descriptor.writable !== true && (!("value" in descriptor) || sameValue(machine, descriptor.value, current.value))
  );
}

/** The property that a descriptor alone makes. */
export function toProperty(descriptor: Descriptor): Property {
  return merged(descriptor, undefined);
}

/** Everything that a property says, as a descriptor. */
export function fullDescriptor({ isAccessor, getter, setter, value, writable, ...rest }: Property): Descriptor {
  const { enumerable, configurable } = rest;
  return isAccessor
    ? { get: getter, set: setter, enumerable, configurable }
    : { value, writable, enumerable, configurable };
}

/** What a new property says that an assignment makes. */
export function plainDescriptor(value: Value): Descriptor {
  return { value, writable: true, enumerable: true, configurable: true };
}

function merged(descriptor: Descriptor, current: Property | undefined): Property {
  const enumerable = descriptor.enumerable ?? current?.enumerable ?? false;
  const configurable = descriptor.configurable ?? current?.configurable ?? false;
  if (isAccessor(descriptor) || (current?.isAccessor === true && !isData(descriptor))) {
    const getter = "get" in descriptor ? descriptor.get : current?.getter;
    const setter = "set" in descriptor ? descriptor.set : current?.setter;
    return Property.accessor(getter, setter, enumerable, configurable);
  }
  const value = "value" in descriptor ? descriptor.value : current?.value;
  return Property.data(value, descriptor.writable ?? current?.writable ?? false, enumerable, configurable);
}

function isAccessor(descriptor: Descriptor): boolean {
  return "get" in descriptor || "set" in descriptor;
}

function isData(descriptor: Descriptor): boolean {
  return "value" in descriptor || "writable" in descriptor;
}

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

/** Read a value as an array's length; a RangeError of the program's if it is none. */
export function toArrayLength(machine: Machine, value: Value): number {
  const number = toNumber(machine, value);
  if (number !== number >>> 0) throw machine.error("RangeError", "Invalid array length");
  return number;
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
