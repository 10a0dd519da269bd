/** `Object.prototype`. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { setPrototypeOf as setPrototypeOfProxy } from "../../proxy/objectTraps.ts";
import { toKey, toObject } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { methodTable } from "../define.ts";
import { isEnumerable } from "./keys.ts";
import { defineOrThrow } from "./orThrow.ts";

/** `Object.prototype.toString`: `[object Array]` and the like. */
export const objectToString: Native = (machine, thisValue) => {
  if (thisValue === undefined) return "[object Undefined]";
  if (thisValue === null) return "[object Null]";
  const object = toObject(machine, thisValue);
  const tag = object.get(machine, Symbol.toStringTag);
  return `[object ${typeof tag === "string" ? tag : object.className}]`;
};

const toLocaleString: Native = (machine, thisValue) => {
  if (thisValue === undefined || thisValue === null)
    throw machine.error("TypeError", "Object.prototype.toLocaleString called on null or undefined");
  return machine.call(toObject(machine, thisValue).get(machine, "toString", thisValue), thisValue, []);
};

const isPrototypeOf: Native = (machine, thisValue, args) => {
  if (!(args[0] instanceof ObjectValue)) return false;
  const object = toObject(machine, thisValue);
  for (let proto = args[0].getPrototype(); proto !== null; proto = proto.getPrototype()) {
    machine.pay(1);
    if (proto === object) return true;
  }
  return false;
};

function definer(name: string, side: "get" | "set"): Native {
  return (machine, thisValue, args) => {
    const object = toObject(machine, thisValue);
    const accessor = args[1];
    if (!(accessor instanceof FunctionValue))
      throw machine.error("TypeError", `Object.prototype.${name}: Expecting function`);
    defineOrThrow(machine, object, toKey(machine, args[0]), { [side]: accessor, enumerable: true, configurable: true });
    return undefined;
  };
}

function finder(side: "getter" | "setter"): Native {
  return (machine, thisValue, args) => {
    const object = toObject(machine, thisValue);
    const key = toKey(machine, args[0]);
    for (let holder: ObjectValue | null = object; holder !== null; holder = holder.getPrototype()) {
      const property = holder.own(key);
      if (property !== undefined) return property[side];
    }
    return undefined;
  };
}

/** The functions of `Object.prototype`. */
export const objectMethods = methodTable({
  __defineGetter__: [2, definer("__defineGetter__", "get")],
  __defineSetter__: [2, definer("__defineSetter__", "set")],
  hasOwnProperty: [
    1,
    (machine, thisValue, args) => {
      const key = toKey(machine, args[0]);
      return toObject(machine, thisValue).own(key) !== undefined;
    },
  ],
  __lookupGetter__: [1, finder("getter")],
  __lookupSetter__: [1, finder("setter")],
  isPrototypeOf: [1, isPrototypeOf],
  propertyIsEnumerable: [
    1,
    (machine, thisValue, args) => {
      const key = toKey(machine, args[0]);
      return isEnumerable(toObject(machine, thisValue), key);
    },
  ],
  toString: [0, objectToString],
  valueOf: [0, (machine, thisValue) => toObject(machine, thisValue)],
  toLocaleString: [0, toLocaleString],
});

/** The getter of `__proto__`. */
export const protoGetter: Native = (machine, thisValue) => toObject(machine, thisValue).getPrototype();

/** The setter of `__proto__`. */
export const protoSetter: Native = (machine, thisValue, args) => {
  if (thisValue === undefined || thisValue === null)
    throw machine.error("TypeError", "set Object.prototype.__proto__ called on null or undefined");
  const proto = args[0];
  if (thisValue instanceof ObjectValue && (proto === null || proto instanceof ObjectValue))
    setPrototype(machine, thisValue, proto);
  return undefined;
};

/** Why an object's prototype cannot become `proto`; undefined if it can. */
function prototypeRefusal(machine: Machine, object: ObjectValue, proto: ObjectValue | null): string | undefined {
  if (object.proto === proto) return undefined;
  if (object === machine.intrinsics.object)
    return "Immutable prototype object 'Object.prototype' cannot have their prototype set";
  if (!object.extensible) return `${valueText(machine, object)} is not extensible`;
  for (let holder = proto; holder !== null; holder = holder.proto) {
    machine.pay(1);
    if (holder === object) return "Cyclic __proto__ value";
  }
  return undefined;
}

/** `[[SetPrototypeOf]]`: false if the object may not have it. */
export function trySetPrototype(machine: Machine, object: ObjectValue, proto: ObjectValue | null): boolean {
  if (object.proxy !== undefined)
    return setPrototypeOfProxy(object.proxy, proto, (target) => trySetPrototype(machine, target, proto));
  if (prototypeRefusal(machine, object, proto) !== undefined) return false;
  object.proto = proto;
  return true;
}

/** Give an object another prototype; a TypeError of the program's if it may not have it. */
export function setPrototype(machine: Machine, object: ObjectValue, proto: ObjectValue | null): void {
  if (trySetPrototype(machine, object, proto)) return;
  throw machine.error("TypeError", unchangeableText(machine, object, proto));
}

/** Why an object could not be given another prototype. */
function unchangeableText(machine: Machine, object: ObjectValue, proto: ObjectValue | null): string {
  if (object.proxy === undefined) return prototypeRefusal(machine, object, proto) ?? "";
  const { refusing } = object.proxy;
  return refusing === undefined
    ? "'setPrototypeOf' on proxy: trap returned falsish for property 'undefined'"
    : unchangeableText(machine, refusing, proto);
}

/** Insist that an argument is an object, for `Reflect.get` and the like. */
export function requireObject(machine: Machine, value: Value, name: string): ObjectValue {
  if (value instanceof ObjectValue) return value;
  throw machine.error("TypeError", `${name} called on non-object`);
}
