/** Reading and writing `object[index]`, with short ways for the arrays that numeric programs consist of; and writing properties as assignments do. */
import { assign, trySet } from "../builtins/object/orThrow.ts";
import { TypedArrayValue } from "../builtins/typedArray/typedArray.ts";
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { ABSENT } from "../values/property.ts";
import { Active, type Key, type Value } from "../values/values.ts";
import { getProperty, toKey, toObject, typeOf } from "./convert.ts";

/** Read `object[index]`. */
export function readAt(machine: Machine, object: Value, index: Value): Value {
  const key = index instanceof Active ? machine.settle(index) : index;
  if (typeof key === "number") {
    if (object instanceof TypedArrayValue) return object.getIndex(machine, key);
    if (object instanceof ArrayValue && key >= 0 && Number.isInteger(key) && key in object.elements)
      return object.elements[key];
    if (typeof object === "string" && Number.isInteger(key) && key >= 0 && key < object.length) {
      machine.payForFlattening(object);
      return machine.written.make(object[key]!, object);
    }
  }
  if (object === undefined || object === null) throw nothingThere(machine, object, key, "read");
  return getProperty(machine, object, toKey(machine, key));
}

/** What V8 says of a member of undefined or null; the key has not become a string yet. */
function nothingThere(machine: Machine, object: undefined | null, key: Value, doing: "read" | "set"): unknown {
  if (key === Symbol.iterator && doing === "read")
    return machine.error(
      "TypeError",
      `${String(object)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  const shown = valueText(machine, key);
  const which =
    key instanceof ObjectValue && shown.startsWith("[object ")
      ? ""
      : ` (${doing === "set" ? "setting" : "reading"} '${shown}')`;
  return machine.error("TypeError", `Cannot ${doing} properties of ${String(object)}${which}`);
}

/** Write `object[index] = value`. */
export function writeAt(machine: Machine, object: Value, index: Value, value: Value, isStrict: boolean): void {
  const key = index instanceof Active ? machine.settle(index) : index;
  if (typeof key === "number") {
    if (object instanceof TypedArrayValue) {
      object.setIndex(machine, key, value);
      return;
    }
    if (
      object instanceof ArrayValue &&
      object.elementsWritable &&
      object.extensible &&
      key >= 0 &&
      key <= object.elements.length &&
      Number.isInteger(key)
    ) {
      const { elements } = object;
      // An element that exists, or the next one: nothing in the prototypes or the attributes can interfere.
      if (elements[key] !== undefined || key in elements) {
        elements[key] = value;
        return;
      }
      if (key === elements.length && object.lengthWritable && !object.layout.hasIndices) {
        machine.allocate(8);
        elements.push(value);
        return;
      }
    }
  }
  if (object === undefined || object === null) throw nothingThere(machine, object, key, "set");
  // Objects with many computed keys have layouts of their own.
  machine.allocate(40);
  const name = toKey(machine, key);
  machine.payForKey(name);
  assignProperty(machine, object, name, value, isStrict);
}

/** Write a property as an assignment does; where it may not be written, only strict code hears of it. */
export function assignProperty(machine: Machine, object: Value, key: Key, value: Value, isStrict: boolean): void {
  if (object === undefined || object === null)
    throw machine.error("TypeError", `Cannot set properties of ${String(object)} (setting '${String(key)}')`);
  if (!(object instanceof ObjectValue)) {
    assignToPrimitive(machine, object, key, value, isStrict);
    return;
  }
  if (object instanceof ArrayValue) machine.allocate(8);
  else if (object.stored(key) === ABSENT) machine.allocate(24);
  if (isStrict) assign(machine, object, key, value);
  else trySet(machine, object, key, value, object);
}

/** A primitive has no properties to write, but its prototype may have a setter. */
function assignToPrimitive(machine: Machine, primitive: Value, key: Key, value: Value, isStrict: boolean): void {
  const wrapper = toObject(machine, primitive);
  for (let holder: ObjectValue | null = wrapper; holder !== null; holder = holder.proto) {
    const property = holder.own(key);
    if (property?.setter !== undefined) {
      property.setter.call(machine, primitive, [value]);
      return;
    }
    if (property === undefined || property.isAccessor || property.writable) continue;
    if (!isStrict) return;
    throw machine.error(
      "TypeError",
      `Cannot assign to read only property '${String(key)}' of ${typeOf(primitive)} '${valueText(machine, primitive)}'`,
    );
  }
  if (!isStrict) return;
  throw machine.error(
    "TypeError",
    `Cannot create property '${String(key)}' on ${typeOf(primitive)} '${valueText(machine, primitive)}'`,
  );
}

/** Arrays up to this length are walked through one by one. */
const WALKED = 100_000;

/** The indices of an array's elements; a huge array of holes is not walked through. */
export function presentIndices(elements: readonly unknown[]): number[] {
  const { length } = elements;
  if (length > WALKED) return Object.keys(elements).map(Number);
  const indices: number[] = [];
  for (let index = 0; index < length; index++) if (index in elements) indices.push(index);
  return indices;
}
