/** Property descriptors, and the definitions that they make (ECMA-262, 6.2.6 and 10.1.6). */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { defineOwn as defineOnProxy } from "../../proxy/propertyTraps.ts";
import { sameValue, toBoolean, toNumber } from "../../rules/convert.ts";
import { arrayIndex } from "../../values/arrayIndex.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { ABSENT, Property } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import { TypedArrayValue } from "../typedArray/typedArray.ts";

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
export function mayGrow(object: ObjectValue, key: Key): boolean {
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

/** Read a value as an array's length; a RangeError of the program's if it is none. */
export function toArrayLength(machine: Machine, value: Value): number {
  const number = toNumber(machine, value);
  if (number !== number >>> 0) throw machine.error("RangeError", "Invalid array length");
  return number;
}
