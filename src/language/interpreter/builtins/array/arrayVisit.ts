/** The methods of `Array.prototype` that call a function for each element. */
import type { Machine } from "../../machine.ts";
import { newArray, toBoolean } from "../../rules/convert.ts";
import type { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import type { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { methodTable } from "../define.ts";
import { flattenInto } from "./arrayFlat.ts";
import { createAt, getAt, hasAt, lengthOf, receiverOf, requireFunction, speciesOf } from "./arrayLike.ts";

/** What a visit of an element says: whether to go on. */
type Visit = (value: Value, index: number, result: Value) => boolean;

/** Call the callback for each element that exists, in order, until `visit` says no. */
function visitAll(machine: Machine, name: string, thisValue: Value, args: readonly Value[], start: Start): void {
  const object = receiverOf(machine, thisValue, `Array.prototype.${name}`);
  const length = lengthOf(machine, object);
  const callback = requireFunction(machine, args[0]);
  const visit = start(object, length);
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    if (!hasAt(object, index)) continue;
    const value = getAt(machine, object, index);
    if (!visit(value, index, callback.call(machine, args[1], [value, index, object]))) return;
  }
}

/** Called with the object when the arguments are known to be right; answers what to do for each element. */
type Start = (object: ObjectValue, length: number) => Visit;

const forEach: Native = (machine, thisValue, args) => {
  visitAll(machine, "forEach", thisValue, args, () => () => true);
  return undefined;
};

const map: Native = (machine, thisValue, args) => {
  let result!: ObjectValue;
  visitAll(machine, "map", thisValue, args, (object, length) => {
    result = speciesOf(machine, object, length);
    return (_value, index, mapped) => {
      createAt(machine, result, index, mapped);
      return true;
    };
  });
  return result;
};

const filter: Native = (machine, thisValue, args) => {
  let result!: ObjectValue;
  let count = 0;
  visitAll(machine, "filter", thisValue, args, (object) => {
    result = speciesOf(machine, object, 0);
    return (value, _index, isWanted) => {
      if (!toBoolean(machine, isWanted)) return true;
      machine.allocate(8);
      createAt(machine, result, count++, value);
      return true;
    };
  });
  return result;
};

const some: Native = (machine, thisValue, args) => {
  let found = false;
  visitAll(machine, "some", thisValue, args, () => (_value, _index, answer) => !(found = toBoolean(machine, answer)));
  return found;
};

const every: Native = (machine, thisValue, args) => {
  let all = true;
  visitAll(machine, "every", thisValue, args, () => (_value, _index, answer) => (all = toBoolean(machine, answer)));
  return all;
};

/** `find` and its relatives, which visit holes too. */
function finder(name: string, step: 1 | -1, answer: (value: Value, index: number) => Value, missing: Value): Native {
  return (machine, thisValue, args) => {
    const object = receiverOf(machine, thisValue, `Array.prototype.${name}`);
    const length = lengthOf(machine, object);
    const callback = requireFunction(machine, args[0]);
    for (let index = step > 0 ? 0 : length - 1; index >= 0 && index < length; index += step) {
      machine.pay(1);
      const value = getAt(machine, object, index);
      if (toBoolean(machine, callback.call(machine, args[1], [value, index, object]))) return answer(value, index);
    }
    return missing;
  };
}

function reducer(name: string, step: 1 | -1): Native {
  return (machine, thisValue, args) => {
    const object = receiverOf(machine, thisValue, `Array.prototype.${name}`);
    const length = lengthOf(machine, object);
    const callback: FunctionValue = requireFunction(machine, args[0]);
    let index = step > 0 ? 0 : length - 1;
    let accumulator = args[1];
    if (args.length < 2) {
      for (; index >= 0 && index < length && !hasAt(object, index); index += step) machine.pay(1);
      if (index < 0 || index >= length) throw machine.error("TypeError", "Reduce of empty array with no initial value");
      accumulator = getAt(machine, object, index);
      index += step;
    }
    for (; index >= 0 && index < length; index += step) {
      machine.pay(1);
      if (!hasAt(object, index)) continue;
      accumulator = callback.call(machine, undefined, [accumulator, getAt(machine, object, index), index, object]);
    }
    return accumulator;
  };
}

const flatMap: Native = (machine, thisValue, args) => {
  const object = receiverOf(machine, thisValue, "Array.prototype.flatMap");
  const length = lengthOf(machine, object);
  const callback = args[0];
  if (typeof callback !== "object" || callback === null || !("call" in callback))
    throw machine.error("TypeError", "flatMap mapper function is not callable");
  const result = speciesOf(machine, object, 0);
  let count = 0;
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    if (!hasAt(object, index)) continue;
    const mapped = machine.call(callback, args[1], [getAt(machine, object, index), index, object]);
    count = flattenInto(machine, result, { source: newArray(machine, [mapped]), length: 1 }, count, 1);
  }
  return result;
};

/** `forEach`, `map`, `reduce` and the like. */
export const visitMethods = methodTable({
  find: [1, finder("find", 1, (value) => value, undefined)],
  findIndex: [1, finder("findIndex", 1, (_value, index) => index, -1)],
  findLast: [1, finder("findLast", -1, (value) => value, undefined)],
  findLastIndex: [1, finder("findLastIndex", -1, (_value, index) => index, -1)],
  forEach: [1, forEach],
  filter: [1, filter],
  flatMap: [1, flatMap],
  map: [1, map],
  every: [1, every],
  some: [1, some],
  reduce: [1, reducer("reduce", 1)],
  reduceRight: [1, reducer("reduceRight", -1)],
});
