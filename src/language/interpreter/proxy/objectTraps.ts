/** The traps that concern a proxy as a whole, with what the language insists on in their answers (ECMA-262, 10.5). */
import { lengthOf } from "../builtins/array/arrayLike.ts";
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { newArray, toBoolean } from "../rules/convert.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Key, Value } from "../values/values.ts";
import type { ProxyState } from "./proxyState.ts";

/** `getPrototypeOf`. */
export function getPrototypeOf(proxy: ProxyState): ObjectValue | null {
  return proxy.ask(
    "getPrototypeOf",
    () => [],
    (target) => target.getPrototype(),
    (answer, target) => {
      if (answer !== null && !(answer instanceof ObjectValue))
        proxy.refuse("getPrototypeOf", "trap returned neither object nor null");
      if (!target.isExtensible() && answer !== target.getPrototype())
        proxy.refuse(
          "getPrototypeOf",
          "proxy target is non-extensible but the trap did not return its actual prototype",
        );
      return answer;
    },
  );
}

/** `setPrototypeOf`; `direct` does it to the target. */
export function setPrototypeOf(
  proxy: ProxyState,
  proto: ObjectValue | null,
  direct: (target: ObjectValue) => boolean,
): boolean {
  return proxy.ask(
    "setPrototypeOf",
    () => [proto],
    direct,
    (answer, target) => {
      if (!toBoolean(proxy.machine, answer)) return false;
      if (!target.isExtensible() && proto !== target.getPrototype())
        proxy.refuse(
          "setPrototypeOf",
          "trap returned truish for setting a new prototype on the non-extensible proxy target",
        );
      return true;
    },
  );
}

/** `isExtensible`. */
export function isExtensible(proxy: ProxyState): boolean {
  return proxy.ask(
    "isExtensible",
    () => [],
    (target) => target.isExtensible(),
    (answer, target) => {
      const isExtensible = target.isExtensible();
      if (toBoolean(proxy.machine, answer) !== isExtensible)
        proxy.refuse(
          "isExtensible",
          `trap result does not reflect extensibility of proxy target (which is '${isExtensible}')`,
        );
      return isExtensible;
    },
  );
}

/** `preventExtensions`. */
export function preventExtensions(proxy: ProxyState): boolean {
  return proxy.ask(
    "preventExtensions",
    () => [],
    (target) => target.preventExtensions(),
    (answer, target) => {
      if (!toBoolean(proxy.machine, answer)) return false;
      if (target.isExtensible())
        proxy.refuse("preventExtensions", "trap returned truish but the proxy target is extensible");
      return true;
    },
  );
}

/** `ownKeys`. */
export function ownKeys(proxy: ProxyState): Key[] {
  const { machine } = proxy;
  return proxy.ask(
    "ownKeys",
    () => [],
    (target) => target.ownKeys(),
    (answer, target) => {
      const keys = arrayLikeKeys(machine, answer);
      if (new Set(keys).size < keys.length) proxy.refuse("ownKeys", "trap returned duplicate entries");
      const isExtensible = target.isExtensible();
      const own = target.ownKeys();
      const given = new Set(keys);
      const missing = own.filter((key) => !given.has(key));
      // What can never go is missed first.
      const missed =
        missing.find((key) => target.own(key)?.configurable === false) ?? (isExtensible ? undefined : missing[0]);
      if (missed !== undefined) proxy.refuse("ownKeys", `trap result did not include '${String(missed)}'`);
      if (!isExtensible && keys.length !== own.length)
        proxy.refuse("ownKeys", "trap returned extra keys but proxy target is non-extensible");
      return keys;
    },
  );
}

function arrayLikeKeys(machine: Machine, answer: Value): Key[] {
  if (!(answer instanceof ObjectValue))
    throw machine.error("TypeError", "CreateListFromArrayLike called on non-object");
  const length = lengthOf(machine, answer);
  machine.pay(length);
  // They are looked up in sets, too.
  machine.allocate(128 * length);
  return Array.from({ length }, (_, index) => {
    const key = answer.get(machine, String(index));
    if (typeof key === "string" || typeof key === "symbol") return key;
    throw machine.error("TypeError", `${valueText(machine, key)} is not a valid property name`);
  });
}

/** The target of a proxy that can be called. */
function callable(target: ObjectValue): FunctionValue {
  if (target instanceof FunctionValue) return target;
  throw new Error("A proxy of an object that is no function was called.");
}

/** `apply`: a call of a proxy of a function. */
export function apply(proxy: ProxyState, thisValue: Value, args: readonly Value[]): Value {
  const { machine } = proxy;
  return proxy.ask(
    "apply",
    () => [thisValue, newArray(machine, [...args])],
    (target) => callable(target).call(machine, thisValue, args),
    (answer) => answer,
  );
}

/** `construct`: `new` on a proxy of a class. */
export function construct(proxy: ProxyState, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
  const { machine } = proxy;
  return proxy.ask(
    "construct",
    () => [newArray(machine, [...args]), newTarget],
    (target) => callable(target).construct(machine, args, newTarget),
    (answer) => {
      if (answer instanceof ObjectValue) return answer;
      return proxy.refuse("construct", `trap returned non-object ('${valueText(machine, answer)}')`);
    },
  );
}
