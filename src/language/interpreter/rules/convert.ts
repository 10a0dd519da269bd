/** JavaScript's conversions and equalities, over the program's values (ECMA-262, 7.1 and 7.2). Conversions forget the history of an active number. */
import { EQUAL, FINITE, SIGN, TRUTH } from "../../../autodiff/decisions.ts";
import { CONSTANT } from "../../../autodiff/tape.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { Active, type Key, type Value } from "../values/values.ts";
import { payForWriting } from "./bigint.ts";

/** A value that is no object. */
export type Primitive = Exclude<Value, ObjectValue>;

/** What `typeof` answers. */
export function typeOf(value: Value): string {
  if (value instanceof Active) return "number";
  if (value instanceof FunctionValue) return "function";
  return typeof value;
}

/** ToBoolean. */
export function toBoolean(machine: Machine, value: Value): boolean {
  if (typeof value === "boolean") return value;
  if (value instanceof Active) {
    machine.decisions.add(TRUTH, value.node);
    const number = machine.number(value);
    return number !== 0 && number === number;
  }
  return Boolean(value);
}

/** ToPrimitive. */
export function toPrimitive(machine: Machine, value: Value, hint: "default" | "number" | "string"): Primitive {
  if (!(value instanceof ObjectValue)) return value;
  const exotic = value.get(machine, Symbol.toPrimitive);
  if (exotic !== undefined && exotic !== null) {
    const result = machine.call(exotic, value, [hint]);
    if (!(result instanceof ObjectValue)) return result;
    throw machine.error("TypeError", "Cannot convert object to primitive value");
  }
  for (const name of hint === "string" ? ["toString", "valueOf"] : ["valueOf", "toString"]) {
    const method = value.get(machine, name);
    if (!(method instanceof FunctionValue)) continue;
    const result = method.call(machine, value, []);
    if (!(result instanceof ObjectValue)) return result;
  }
  throw machine.error("TypeError", "Cannot convert object to primitive value");
}

/** ToNumber, as a plain number. */
export function toNumber(machine: Machine, value: Value): number {
  if (typeof value === "number") return value;
  if (value instanceof Active) return machine.settle(value);
  return plainNumber(machine, toPrimitive(machine, value, "number"));
}

/** What a comparison function has answered, of which only the sign counts. */
export function toOrder(machine: Machine, value: Value): number {
  if (!(value instanceof Active)) return toNumber(machine, value);
  machine.decisions.add(SIGN, value.node);
  return machine.number(value);
}

/** ToNumber that keeps an active number active. */
export function toActiveNumber(machine: Machine, value: Value): number | Active {
  if (typeof value === "number" || value instanceof Active) return value;
  const primitive = toPrimitive(machine, value, "number");
  return primitive instanceof Active ? primitive : plainNumber(machine, primitive);
}

/** ToNumeric: a number, active or not, or a bigint. */
export function toNumeric(machine: Machine, value: Value): number | Active | bigint {
  if (typeof value === "number" || value instanceof Active) return value;
  const primitive = toPrimitive(machine, value, "number");
  if (primitive instanceof Active || typeof primitive === "bigint") return primitive;
  return plainNumber(machine, primitive);
}

/** ToNumber for those who only ask whether the number is finite, infinite or NaN. */
export function toClass(machine: Machine, value: Value): number {
  if (!(value instanceof Active)) return toNumber(machine, value);
  machine.decisions.add(FINITE, value.node);
  return machine.number(value);
}

function plainNumber(machine: Machine, value: Primitive): number {
  if (value instanceof Active) return machine.settle(value);
  if (typeof value === "symbol") throw machine.error("TypeError", "Cannot convert a Symbol value to a number");
  if (typeof value === "bigint") throw machine.error("TypeError", "Cannot convert a BigInt value to a number");
  if (typeof value === "string") {
    machine.payForLooking(value);
    return machine.noteReading(value, Number(value));
  }
  return Number(value);
}

/** ToIntegerOrInfinity. */
export function toInteger(machine: Machine, value: Value): number {
  const number = toNumber(machine, value);
  return Number.isNaN(number) ? 0 : Math.trunc(number) + 0;
}

/** ToLength. */
export function toLength(machine: Machine, value: Value): number {
  return Math.min(Math.max(toInteger(machine, value), 0), Number.MAX_SAFE_INTEGER);
}

/** A relative index as `slice` takes it: counted from the end if negative, clamped to 0 … length; `fallback` for undefined. */
export function toRelativeIndex(machine: Machine, value: Value, length: number, fallback: number): number {
  if (value === undefined) return fallback;
  const index = toInteger(machine, value);
  return index < 0 ? Math.max(length + index, 0) : Math.min(index, length);
}

/** ToString. */
export function toText(machine: Machine, value: Value): string {
  if (typeof value === "string") return value;
  if (value instanceof Active) return machine.written.add(String(machine.settle(value)));
  const primitive = toPrimitive(machine, value, "string");
  if (primitive instanceof Active) return machine.written.add(String(machine.settle(primitive)));
  if (typeof primitive === "symbol") throw machine.error("TypeError", "Cannot convert a Symbol value to a string");
  if (typeof primitive === "bigint") payForWriting(machine, primitive);
  return typeof primitive === "string" ? primitive : machine.written.make(String(primitive));
}

/** ToPropertyKey. */
export function toKey(machine: Machine, value: Value): Key {
  if (typeof value === "string" || typeof value === "symbol") return value;
  if (typeof value === "number") return String(value);
  const primitive = toPrimitive(machine, value, "string");
  return typeof primitive === "symbol" ? primitive : toText(machine, primitive);
}

/** ToObject: wrappers for primitives, a TypeError for null and undefined. */
export function toObject(machine: Machine, value: Value): ObjectValue {
  if (value instanceof ObjectValue) return value;
  if (value === undefined || value === null)
    throw machine.error("TypeError", "Cannot convert undefined or null to object");
  return new PrimitiveObject(prototypeOf(machine, value), value);
}

/** The prototype that a primitive's methods come from. */
export function prototypeOf(machine: Machine, value: Exclude<Value, undefined | null>): ObjectValue {
  const { intrinsics } = machine;
  if (value instanceof ObjectValue) return value.proto ?? intrinsics.object;
  if (value instanceof Active) return intrinsics.number;
  switch (typeof value) {
    case "number":
      return intrinsics.number;
    case "string":
      return intrinsics.string;
    case "boolean":
      return intrinsics.boolean;
    case "bigint":
      return intrinsics.bigint;
    default:
      return intrinsics.symbol;
  }
}

/** GetV: read a property of any value. */
export function getProperty(machine: Machine, value: Value, key: Key): Value {
  if (value instanceof ObjectValue) return value.get(machine, key);
  if (value === undefined || value === null)
    throw machine.error("TypeError", `Cannot read properties of ${String(value)} (reading '${String(key)}')`);
  if (typeof value === "string") {
    if (key === "length") return value.length;
    if (typeof key === "string" && key.length > 0 && key.length < 10) {
      const index = Number(key);
      if (index < value.length && String(index) === key) return machine.written.make(value[index]!, value);
    }
  }
  return prototypeOf(machine, value).get(machine, key, value);
}

/** Read a method that may be missing: undefined for undefined and null, a TypeError if it cannot be called. */
export function getMethod(machine: Machine, value: Value, key: Key): FunctionValue | undefined {
  const method = getProperty(machine, value, key);
  if (method === undefined || method === null) return undefined;
  if (method instanceof FunctionValue) return method;
  throw machine.error("TypeError", `${String(key)} is not a function`);
}

/** `===`. */
export function strictlyEqual(machine: Machine, x: Value, y: Value): boolean {
  if (x instanceof Active) return isNumber(y) && numbersEqual(machine, x, y);
  if (y instanceof Active) return isNumber(x) && numbersEqual(machine, y, x);
  payForEquality(machine, x, y);
  return x === y;
}

/** Pay for a comparison that looks at all characters of two texts. */
function payForEquality(machine: Machine, x: Value, y: Value): void {
  if (typeof x === "string" && typeof y === "string" && x.length === y.length) machine.payForLooking(x);
}

/** Whether a value is a number, active or not. */
export function isNumber(value: Value): value is number | Active {
  return typeof value === "number" || value instanceof Active;
}

function numbersEqual(machine: Machine, x: Active, y: number | Active): boolean {
  if (y instanceof Active) machine.decisions.add(EQUAL, x.node, y.node, 0, machine.site);
  else machine.decisions.add(EQUAL, x.node, CONSTANT, y, machine.site);
  return machine.number(x) === machine.number(y);
}

/** SameValue, as `Object.is`. */
export function sameValue(machine: Machine, x: Value, y: Value): boolean {
  return Object.is(machine.plain(x), machine.plain(y));
}

/** SameValueZero, as Map keys and `includes` compare. */
export function sameValueZero(machine: Machine, x: Value, y: Value): boolean {
  const a = machine.plain(x);
  const b = machine.plain(y);
  payForEquality(machine, a, b);
  return a === b || (a !== a && b !== b);
}

/** `==`. */
export function looselyEqual(machine: Machine, x: Value, y: Value): boolean {
  if (x === undefined || x === null || y === undefined || y === null) return x == y;
  if (isNumber(x) && isNumber(y)) return strictlyEqual(machine, x, y);
  const a = machine.plain(x);
  const b = machine.plain(y);
  const isObjectA = a instanceof ObjectValue;
  const isObjectB = b instanceof ObjectValue;
  machine.payForLooking(a);
  machine.payForLooking(b);
  if (isObjectA === isObjectB) {
    return isObjectA ? a === b : a == b;
  }
  return isObjectA
    ? looselyEqual(machine, toPrimitive(machine, a, "default"), b)
    : looselyEqual(machine, a, toPrimitive(machine, b, "default"));
}

/** Whether `Array.isArray` says so: of arrays, and of proxies of arrays. */
export function isArray(machine: Machine, value: Value): boolean {
  let object = value;
  while (object instanceof ObjectValue && object.proxy !== undefined) {
    machine.pay(1);
    object = object.proxy.target;
    if (object === undefined)
      throw machine.error("TypeError", "Cannot perform 'IsArray' on a proxy that has been revoked");
  }
  return object instanceof ArrayValue;
}

/** Whether `new` works on the value. */
export function isConstructor(value: Value): value is FunctionValue {
  return value instanceof FunctionValue && value.isConstructor;
}

/** Make an array of the program's. */
export function newArray(machine: Machine, elements: Value[]): ArrayValue {
  machine.allocate(180 + 8 * elements.length);
  return new ArrayValue(machine.intrinsics.array, elements);
}

/** Make a plain object of the program's. */
export function newObject(machine: Machine): ObjectValue {
  machine.allocate(96);
  return new ObjectValue(machine.intrinsics.object);
}
