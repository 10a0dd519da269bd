/** What sets are made and asked with other sets for (ECMA-262, 24.2.4): `union`, `isSubsetOf` and the like. */
import { typedText, valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { toBoolean, toInteger, toNumber } from "../../rules/convert.ts";
import { DONE, iterationOf } from "../../rules/iteration.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { methodTable, type WrittenMethod } from "../define.ts";
import { CollectionValue, method } from "./collectionValue.ts";

/** What another set is used by. */
interface Other {
  readonly size: number;
  readonly has: (key: Value) => boolean;
  /** Look at each of its elements until `look` answers false. */
  readonly each: (look: (key: Value) => boolean | undefined) => void;
}

function otherOf(machine: Machine, value: Value, name: string): Other {
  if (!(value instanceof ObjectValue))
    throw machine.error("TypeError", `Set.prototype.${name} argument must be an object`);
  const size = toNumber(machine, value.get(machine, "size"));
  if (Number.isNaN(size)) throw machine.error("TypeError", "The .size property is NaN");
  const whole = toInteger(machine, size);
  if (whole < 0) throw machine.error("RangeError", `'${valueText(machine, whole)}' is an invalid size`);
  const has = methodOf(machine, value, "has");
  const keys = methodOf(machine, value, "keys");
  return {
    size: whole,
    has: (key) => toBoolean(machine, has.call(machine, value, [key])),
    each: (look) => {
      const iterator = keys.call(machine, value, []);
      if (!(iterator instanceof ObjectValue))
        throw machine.error("TypeError", "Result of the keys method is not an object");
      const iteration = iterationOf(machine, iterator);
      for (let key = iteration.next(); key !== DONE; key = iteration.next()) {
        machine.pay(1);
        if (look(key) !== false) continue;
        iteration.close();
        return;
      }
    },
  };
}

function methodOf(machine: Machine, other: ObjectValue, name: string): FunctionValue {
  const found = other.get(machine, name);
  if (found instanceof FunctionValue) return found;
  throw machine.error("TypeError", `${typedText(name)} is not a function`);
}

/** Look at each element of a set, also at those that are added meanwhile, until `look` answers false. */
function eachOf(machine: Machine, set: CollectionValue, look: (key: Value) => boolean | undefined): void {
  for (const { key } of set.entries.values()) {
    machine.pay(1);
    if (look(key) === false) return;
  }
}

function copyOf(machine: Machine, set: CollectionValue): CollectionValue {
  const copy = emptySet(machine);
  eachOf(machine, set, (key) => {
    copy.enter(machine, key, key);
    return undefined;
  });
  return copy;
}

function emptySet(machine: Machine): CollectionValue {
  machine.allocate(260);
  return new CollectionValue(machine.intrinsics.set, "Set");
}

function operation(name: string, work: (machine: Machine, set: CollectionValue, other: Other) => Value): WrittenMethod {
  return [1, method("Set", name, (machine, set, args) => work(machine, set, otherOf(machine, args[0], name)))];
}

const hasKey = (machine: Machine, set: CollectionValue, key: Value): boolean => set.find(machine, key) !== undefined;
const remove = (machine: Machine, set: CollectionValue, key: Value): boolean => set.entries.delete(machine.plain(key));

/** The methods in a table. */
export const setOperations = methodTable({
  union: operation("union", (machine, set, other) => {
    const result = copyOf(machine, set);
    other.each((key) => {
      result.enter(machine, key, key);
      return undefined;
    });
    return result;
  }),
  intersection: operation("intersection", (machine, set, other) => {
    const result = emptySet(machine);
    const keep = (key: Value, isInBoth: boolean): undefined => {
      if (isInBoth) result.enter(machine, key, key);
    };
    if (set.entries.size <= other.size)
      eachOf(machine, set, (key) => {
        keep(key, other.has(key));
      });
    else
      other.each((key) => {
        keep(key, hasKey(machine, set, key));
      });
    return result;
  }),
  difference: operation("difference", (machine, set, other) => {
    const result = copyOf(machine, set);
    const drop = (key: Value, isInBoth: boolean): undefined => {
      if (isInBoth) remove(machine, result, key);
    };
    if (set.entries.size <= other.size)
      eachOf(machine, set, (key) => {
        drop(key, other.has(key));
      });
    else
      other.each((key) => {
        drop(key, true);
      });
    return result;
  }),
  symmetricDifference: operation("symmetricDifference", (machine, set, other) => {
    const result = copyOf(machine, set);
    other.each((key) => {
      if (hasKey(machine, set, key)) remove(machine, result, key);
      else result.enter(machine, key, key);
      return undefined;
    });
    return result;
  }),
  isSubsetOf: operation("isSubsetOf", (machine, set, other) => {
    let isSubset = set.entries.size <= other.size;
    if (isSubset) eachOf(machine, set, (key) => (isSubset = other.has(key)));
    return isSubset;
  }),
  isSupersetOf: operation("isSupersetOf", (machine, set, other) => {
    let isSuperset = set.entries.size >= other.size;
    if (isSuperset) other.each((key) => (isSuperset = hasKey(machine, set, key)));
    return isSuperset;
  }),
  isDisjointFrom: operation("isDisjointFrom", (machine, set, other) => {
    let isDisjoint = true;
    if (set.entries.size <= other.size) eachOf(machine, set, (key) => (isDisjoint = !other.has(key)));
    else other.each((key) => (isDisjoint = !hasKey(machine, set, key)));
    return isDisjoint;
  }),
});
