/** `sort` and `toSorted`: what is compared, and how. */
import type { Machine } from "../../machine.ts";
import { toOrder, toText } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";
import { deleteAt, getAt, hasAt, isSimple, lengthOf, newArrayOf, receiverOf, setAt } from "./arrayLike.ts";
import { sortList, type Order } from "./sort.ts";

function comparatorOf(machine: Machine, value: Value): FunctionValue | undefined {
  if (value === undefined || value instanceof FunctionValue) return value;
  throw machine.error("TypeError", "The comparison function must be either a function or undefined");
}

/** Sort values as `sort` does, undefined last. */
function sortValues(machine: Machine, values: readonly Value[], comparator: FunctionValue | undefined): Value[] {
  const defined: Value[] = values.filter((value) => value !== undefined);
  const count = values.length - defined.length;
  if (comparator === undefined) sortByText(machine, defined);
  else {
    sortList(defined, (first, second) => {
      machine.pay(1);
      return toOrder(machine, comparator.call(machine, undefined, [first, second]));
    });
  }
  for (let i = 0; i < count; i++) defined.push(undefined);
  return defined;
}

/** Without a comparison function, values are in the order of their texts. */
function sortByText(machine: Machine, values: Value[]): void {
  const isPrimitive = values.every((value) => typeof value !== "object" || value === null || value instanceof Active);
  if (!isPrimitive) {
    sortList(
      values,
      byText(machine, (value: Value) => toText(machine, value)),
    );
    return;
  }
  const texts = values.map((value) => {
    const text = toText(machine, value);
    machine.pay(1 + (text.length >> 4));
    return { value, text };
  });
  sortList(
    texts,
    byText(machine, ({ text }) => text),
  );
  texts.forEach(({ value }, index) => (values[index] = value));
}

function byText<T>(machine: Machine, textOf: (item: T) => string): Order<T> {
  return (first, second) => {
    machine.pay(1);
    const a = textOf(first);
    const b = textOf(second);
    return a < b ? -1 : a > b ? 1 : 0;
  };
}

/** `Array.prototype.sort`. */
export const sort: Native = (machine, thisValue, args) => {
  const comparator = comparatorOf(machine, args[0]);
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  if (length < 2) return object;
  const values: Value[] = [];
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    if (hasAt(object, index)) values.push(getAt(machine, object, index));
  }
  const sorted = sortValues(machine, values, comparator);
  write(machine, object, sorted, length);
  return object;
};

function write(machine: Machine, object: ObjectValue, sorted: readonly Value[], length: number): void {
  machine.pay(sorted.length);
  if (isSimple(machine, object) && object.elements.length === length && sorted.length === length) {
    object.elements = sorted.slice();
    return;
  }
  sorted.forEach((value, index) => {
    setAt(machine, object, index, value);
  });
  for (let index = sorted.length; index < length; index++) if (hasAt(object, index)) deleteAt(machine, object, index);
}

/** `Array.prototype.toSorted`. */
export const toSorted: Native = (machine, thisValue, args) => {
  const comparator = comparatorOf(machine, args[0]);
  const object = receiverOf(machine, thisValue);
  const length = lengthOf(machine, object);
  const result = newArrayOf(machine, length);
  const values: Value[] = [];
  for (let index = 0; index < length; index++) {
    machine.pay(1);
    values.push(getAt(machine, object, index));
  }
  result.elements = sortValues(machine, values, comparator);
  return result;
};
