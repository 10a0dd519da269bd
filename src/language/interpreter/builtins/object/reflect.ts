/** `Reflect`. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { isConstructor, newArray, toKey, typeOf } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { defineGlobal, defineMethods, defineTag, methodTable } from "../define.ts";
import { argumentsFrom } from "../function.ts";
import { defineOwn, fromProperty, toDescriptor } from "./descriptor.ts";
import { keysOf } from "./keys.ts";
import { requireObject, trySetPrototype } from "./objectPrototype.ts";
import { trySet } from "./orThrow.ts";

/** A function of `Reflect` that insists on an object as its first argument. */
function on(name: string, work: (machine: Machine, object: ObjectValue, args: readonly Value[]) => Value): Native {
  return (machine, _thisValue, args) => work(machine, requireObject(machine, args[0], `Reflect.${name}`), args);
}

const apply: Native = (machine, _thisValue, args) => {
  const [target, thisArgument, list] = args;
  if (!(target instanceof FunctionValue))
    throw machine.error(
      "TypeError",
      `Function.prototype.apply was called on ${valueText(machine, target)}, which is ${withArticle(typeOf(target))} and not a function`,
    );
  return target.call(machine, thisArgument, argumentsFrom(machine, list));
};

function withArticle(type: string): string {
  return `${type === "object" || type === "undefined" ? "an" : "a"} ${type}`;
}

const construct: Native = (machine, _thisValue, args) => {
  const target = args[0];
  const newTarget = args.length > 2 ? args[2] : target;
  for (const value of [target, newTarget])
    if (!isConstructor(value)) throw machine.error("TypeError", `${valueText(machine, value)} is not a constructor`);
  return (target as FunctionValue).construct(machine, argumentsFrom(machine, args[1]), newTarget as FunctionValue);
};

const setPrototypeOf: Native = (machine, _thisValue, args) => {
  const object = requireObject(machine, args[0], "Reflect.setPrototypeOf");
  const proto = args[1];
  if (proto !== null && !(proto instanceof ObjectValue))
    throw machine.error("TypeError", `Object prototype may only be an Object or null: ${valueText(machine, proto)}`);
  return trySetPrototype(machine, object, proto);
};

const set: Native = (machine, _thisValue, args) => {
  const object = requireObject(machine, args[0], "Reflect.set");
  const key = toKey(machine, args[1]);
  const receiver = args.length > 3 ? args[3] : object;
  machine.allocate(16);
  return trySet(machine, object, key, args[2], receiver);
};

const methods = methodTable({
  defineProperty: [
    3,
    on("defineProperty", (machine, object, args) => {
      const key = toKey(machine, args[1]);
      machine.allocate(64);
      return defineOwn(machine, object, key, toDescriptor(machine, args[2]));
    }),
  ],
  deleteProperty: [2, on("deleteProperty", (machine, object, args) => object.delete(toKey(machine, args[1])))],
  apply: [3, apply],
  construct: [2, construct],
  get: [
    2,
    on("get", (machine, object, args) =>
      object.get(machine, toKey(machine, args[1]), args.length > 2 ? args[2] : object),
    ),
  ],
  getOwnPropertyDescriptor: [
    2,
    on("getOwnPropertyDescriptor", (machine, object, args) =>
      fromProperty(machine, object.own(toKey(machine, args[1]))),
    ),
  ],
  getPrototypeOf: [1, on("getPrototypeOf", (_machine, object) => object.getPrototype())],
  has: [2, on("has", (machine, object, args) => object.has(toKey(machine, args[1])))],
  isExtensible: [1, on("isExtensible", (_machine, object) => object.isExtensible())],
  ownKeys: [1, on("ownKeys", (machine, object) => newArray(machine, keysOf(machine, object)))],
  preventExtensions: [1, on("preventExtensions", (_machine, object) => object.preventExtensions())],
  set: [3, set],
  setPrototypeOf: [2, setPrototypeOf],
});

/** Make `Reflect`. */
export function installReflect(machine: Machine): void {
  const reflect = new ObjectValue(machine.intrinsics.object);
  defineMethods(machine, reflect, methods);
  defineTag(reflect, "Reflect");
  defineGlobal(machine, "Reflect", reflect);
}
