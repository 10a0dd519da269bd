/** `Proxy`. */
import type { Machine } from "../../machine.ts";
import { ProxyState } from "../../proxy/proxyState.ts";
import { ProxyFunction, ProxyObject } from "../../proxy/proxyValues.ts";
import { newObject } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { NativeFunction, type Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { defineGlobal, defineMethods, makeFunction, methodTable, requireNew } from "../define.ts";

function makeProxy(machine: Machine, [target, handler]: readonly Value[]): { state: ProxyState; value: ObjectValue } {
  if (!(target instanceof ObjectValue) || !(handler instanceof ObjectValue))
    throw machine.error("TypeError", "Cannot create proxy with a non-object as target or handler");
  machine.allocate(200);
  const state = new ProxyState(machine, target, handler);
  const value = target instanceof FunctionValue ? new ProxyFunction(state, target) : new ProxyObject(state);
  return { state, value };
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  requireNew(machine, "Proxy", newTarget);
  return makeProxy(machine, args).value;
};

const revocable: Native = (machine, _thisValue, args) => {
  const { state, value } = makeProxy(machine, args);
  const result = newObject(machine);
  result.put("proxy", value);
  const revoke: Native = () => {
    state.revoke();
    return undefined;
  };
  result.put("revoke", makeFunction(machine, "", 0, revoke));
  return result;
};

const statics = methodTable({ revocable: [2, revocable] });

/** Make `Proxy`, a class without a prototype. */
export function installProxy(machine: Machine): void {
  const created = new NativeFunction(machine.intrinsics.function, "Proxy", 2, construct, true);
  defineMethods(machine, created, statics);
  defineGlobal(machine, "Proxy", created);
}
