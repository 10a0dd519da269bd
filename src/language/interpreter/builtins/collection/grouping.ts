/** `Object.groupBy` and `Map.groupBy` (ECMA-262, 7.3.35): the values of an iterable by what a function answers for each. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { newArray, toKey } from "../../rules/convert.ts";
import { closeQuietly, DONE } from "../../rules/iteration.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { iterateArgument } from "../iterator.ts";
import { createOrThrow } from "../object/orThrow.ts";
import { CollectionValue } from "./collectionValue.ts";

/** Put each value where its key is; `add` says where that is. */
function group(machine: Machine, name: string, args: readonly Value[], add: (key: Value, item: Value) => void): void {
  const [items, callback] = args;
  if (items === undefined || items === null) throw machine.error("TypeError", `${name} called on null or undefined`);
  if (!(callback instanceof FunctionValue))
    throw machine.error("TypeError", `${valueText(machine, callback)} is not a function`);
  const iteration = iterateArgument(machine, items);
  let index = 0;
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    machine.allocate(8);
    try {
      add(callback.call(machine, undefined, [item, index++]), item);
    } catch (error) {
      closeQuietly(iteration);
      throw error;
    }
  }
}

/** `Object.groupBy`. */
export const groupObject: Native = (machine, _thisValue, args) => {
  const result = new ObjectValue(null);
  machine.allocate(100);
  group(machine, "Object.groupBy", args, (key, item) => {
    const name = toKey(machine, key);
    const known = result.own(name) === undefined ? undefined : result.get(machine, name);
    if (known instanceof ArrayValue) known.elements.push(item);
    else createOrThrow(machine, result, name, newArray(machine, [item]));
  });
  return result;
};

/** `Map.groupBy`. */
export const groupMap: Native = (machine, _thisValue, args) => {
  const result = new CollectionValue(machine.intrinsics.map, "Map");
  machine.allocate(260);
  group(machine, "Map.groupBy", args, (key, item) => {
    const known = result.find(machine, key)?.value;
    if (known instanceof ArrayValue) known.elements.push(item);
    else result.enter(machine, key, newArray(machine, [item]));
  });
  return result;
};
