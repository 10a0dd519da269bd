/** The traps that concern one property of a proxy, with what the language insists on in their answers (ECMA-262, 10.5). */
import {
  defineOwn as defineOnTarget,
  fromDescriptor,
  fullDescriptor,
  isCompatible,
  plainDescriptor,
  toDescriptor,
  toProperty,
  type Descriptor,
} from "../builtins/object/descriptor.ts";
import { valueText } from "../inspect/describe.ts";
import { sameValue, toBoolean } from "../rules/convert.ts";
import { ObjectValue } from "../values/objects.ts";
import { type Property } from "../values/property.ts";
import type { Key, Value } from "../values/values.ts";
import type { ProxyState } from "./proxyState.ts";

/** `getOwnPropertyDescriptor`. */
export function getOwn(proxy: ProxyState, key: Key): Property | undefined {
  const name = "getOwnPropertyDescriptor";
  return proxy.ask(
    name,
    () => [key],
    (target) => target.own(key),
    (answer, target) => {
      const current = target.own(key);
      const shown = String(key);
      if (answer === undefined) {
        if (current === undefined) return undefined;
        if (!current.configurable)
          proxy.refuse(
            name,
            `trap returned undefined for property '${shown}' which is non-configurable in the proxy target`,
          );
        if (!target.isExtensible())
          proxy.refuse(
            name,
            `trap returned undefined for property '${shown}' which exists in the non-extensible proxy target`,
          );
        return undefined;
      }
      if (!(answer instanceof ObjectValue))
        proxy.refuse(name, `trap returned neither object nor undefined for property '${shown}'`);
      const isExtensible = target.isExtensible();
      const property = toProperty(toDescriptor(proxy.machine, answer));
      checkDescribed(proxy, key, property, current, isExtensible);
      return property;
    },
  );
}

function checkDescribed(
  proxy: ProxyState,
  key: Key,
  property: Property,
  current: Property | undefined,
  isExtensible: boolean,
): void {
  const name = "getOwnPropertyDescriptor";
  const shown = String(key);
  const fits = current === undefined ? isExtensible : isCompatible(proxy.machine, current, fullDescriptor(property));
  if (!fits)
    proxy.refuse(
      name,
      `trap returned descriptor for property '${shown}' that is incompatible with the existing property in the proxy target`,
    );
  if (property.configurable) return;
  if (current === undefined || current.configurable)
    proxy.refuse(
      name,
      `trap reported non-configurability for property '${shown}' which is either non-existent or configurable in the proxy target`,
    );
  if (!property.isAccessor && !property.writable && current.writable)
    proxy.refuse(
      name,
      `trap reported non-configurable and writable for property '${shown}' which is non-configurable, non-writable in the proxy target`,
    );
}

/** `defineProperty`. */
export function defineOwn(proxy: ProxyState, key: Key, descriptor: Descriptor): boolean {
  const { machine } = proxy;
  const name = "defineProperty";
  const shown = String(key);
  return proxy.ask(
    name,
    () => [key, fromDescriptor(machine, descriptor)],
    (target) => defineOnTarget(machine, target, key, descriptor),
    (answer, target) => {
      if (!toBoolean(machine, answer)) return false;
      const current = target.own(key);
      const isFixed = descriptor.configurable === false;
      if (current === undefined) {
        if (!target.isExtensible())
          proxy.refuse(name, `trap returned truish for adding property '${shown}'  to the non-extensible proxy target`);
      } else if (!isCompatible(machine, current, descriptor))
        proxy.refuse(
          name,
          `trap returned truish for adding property '${shown}'  that is incompatible with the existing property in the proxy target`,
        );
      if (isFixed && (current === undefined || current.configurable))
        proxy.refuse(
          name,
          `trap returned truish for defining non-configurable property '${shown}' which is either non-existent or configurable in the proxy target`,
        );
      if (
        current !== undefined &&
        !current.isAccessor &&
        !current.configurable &&
        current.writable &&
        descriptor.writable === false
      )
        proxy.refuse(
          name,
          `trap returned truish for defining non-configurable property '${shown}' which cannot be non-writable`,
        );
      return true;
    },
  );
}

/** `has`. */
export function has(proxy: ProxyState, key: Key): boolean {
  const shown = String(key);
  return proxy.ask(
    "has",
    () => [key],
    (target) => target.has(key),
    (answer, target) => {
      if (toBoolean(proxy.machine, answer)) return true;
      const current = target.own(key);
      if (current !== undefined && !current.configurable)
        proxy.refuse(
          "has",
          `trap returned falsish for property '${shown}' which exists in the proxy target as non-configurable`,
        );
      if (current !== undefined && !target.isExtensible())
        proxy.refuse("has", `trap returned falsish for property '${shown}' but the proxy target is not extensible`);
      return false;
    },
  );
}

/** `get`. */
export function get(proxy: ProxyState, key: Key, receiver: Value): Value {
  const { machine } = proxy;
  return proxy.ask(
    "get",
    () => [key, receiver],
    (target) => target.get(machine, key, receiver),
    (answer, target) => {
      const current = target.own(key);
      if (current === undefined || current.configurable) return answer;
      const shown = String(key);
      if (!current.isAccessor && !current.writable && !sameValue(machine, answer, current.value))
        proxy.refuse(
          "get",
          `property '${shown}' is a read-only and non-configurable data property on the proxy target but the proxy did not return its actual value (expected '${valueText(machine, current.value)}' but got '${valueText(machine, answer)}')`,
        );
      if (current.isAccessor && current.getter === undefined && answer !== undefined)
        proxy.refuse(
          "get",
          `property '${shown}' is a non-configurable accessor property on the proxy target and does not have a getter function, but the trap did not return 'undefined' (got '${valueText(machine, answer)}')`,
        );
      return answer;
    },
  );
}

/** `set`. */
export function set(proxy: ProxyState, key: Key, value: Value, receiver: Value): boolean {
  const { machine } = proxy;
  return proxy.ask(
    "set",
    () => [key, value, receiver],
    (target) => target.set(machine, key, value, receiver),
    (answer, target) => {
      if (!toBoolean(machine, answer)) return false;
      const current = target.own(key);
      if (current === undefined || current.configurable) return true;
      const start = `trap returned truish for property '${String(key)}' which exists in the proxy target as a non-configurable and non-writable`;
      if (!current.isAccessor && !current.writable && !sameValue(machine, value, current.value))
        proxy.refuse("set", `${start} data property with a different value`);
      if (current.isAccessor && current.setter === undefined)
        proxy.refuse("set", `${start} accessor property without a setter`);
      return true;
    },
  );
}

/** `deleteProperty`. */
export function deleteOwn(proxy: ProxyState, key: Key): boolean {
  const name = "deleteProperty";
  return proxy.ask(
    name,
    () => [key],
    (target) => target.delete(key),
    (answer, target) => {
      if (!toBoolean(proxy.machine, answer)) return false;
      const current = target.own(key);
      if (current === undefined) return true;
      if (!current.configurable)
        proxy.refuse(
          name,
          `trap returned truish for property '${String(key)}' which is non-configurable in the proxy target`,
        );
      if (!target.isExtensible())
        proxy.refuse(name, `trap returned truish for property '${String(key)}' but the proxy target is non-extensible`);
      return true;
    },
  );
}

/** Give a proxy's own data property a value, or make one: what an assignment ends with. */
export function write(proxy: ProxyState, key: Key, value: Value): boolean {
  const current = getOwn(proxy, key);
  if (current === undefined) return defineOwn(proxy, key, plainDescriptor(value));
  return !current.isAccessor && current.writable && defineOwn(proxy, key, { value });
}
