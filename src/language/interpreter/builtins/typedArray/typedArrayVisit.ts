/** The methods of typed arrays that call a function for each element, or look for a value. */
import type { Machine } from "../../machine.ts";
import { getProperty, toBoolean, toInteger, toText } from "../../rules/convert.ts";
import type { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import type { Value } from "../../values/values.ts";
import { requireFunction } from "../array/arrayLike.ts";
import { methodTable } from "../define.ts";
import { joinTexts } from "../join.ts";
import { type TypedArrayValue, typedArrayOf } from "./typedArray.ts";
import { createLike } from "./typedArrayCreate.ts";

/** What a method does with the callback's answer for one element: DONE ends the visit with a result. */
type Visit = (answer: Value, value: Value, index: number) => { readonly result: Value } | undefined;

/** From the first element on, or from the last. */
type Order = "forward" | "backward";

/**
 * A method with a callback, and what V8 calls it; `start` is called when the arguments are known to be right, and `otherwise` is the
 * result of a visit to the end.
 */
function visiting(
  method: string,
  start: (machine: Machine, array: TypedArrayValue) => { readonly visit: Visit; readonly otherwise: () => Value },
  order: Order = "forward",
): Native {
  return (machine, thisValue, args) => {
    const array = typedArrayOf(machine, thisValue, undefined, method);
    const callback = requireFunction(machine, args[0]);
    // The callback may resize the buffer; how many elements are visited is decided before.
    const { length } = array;
    const { visit, otherwise } = start(machine, array);
    for (let i = 0; i < length; i++) {
      machine.pay(1);
      const index = order === "backward" ? length - 1 - i : i;
      const value = array.getIndex(machine, index);
      const end = visit(callback.call(machine, args[1], [value, index, array]), value, index);
      if (end !== undefined) return end.result;
    }
    return otherwise();
  };
}

/** A method that looks for the first element, from either end, that the callback accepts (or refuses). */
function finding(
  method: string,
  resultOf: (value: Value, index: number) => Value,
  otherwise: Value,
  { order = "forward", wanted = true }: { readonly order?: Order; readonly wanted?: boolean } = {},
): Native {
  const start = (machine: Machine) => ({
    visit: (answer: Value, value: Value, index: number) =>
      toBoolean(machine, answer) === wanted ? { result: resultOf(value, index) } : undefined,
    otherwise: () => otherwise,
  });
  return visiting(method, start, order);
}

const forEach = visiting("forEach", () => ({ visit: () => undefined, otherwise: () => undefined }));

const map = visiting("map", (machine, array) => {
  const result = createLike(machine, array, array.length);
  return {
    visit: (answer, _value, index) => {
      result.setIndex(machine, index, answer);
      return undefined;
    },
    otherwise: () => result,
  };
});

const filter = visiting("filter", (machine, array) => {
  const kept: Value[] = [];
  return {
    visit: (answer, value) => {
      if (toBoolean(machine, answer)) kept.push(value);
      return undefined;
    },
    otherwise: () => {
      const result = createLike(machine, array, kept.length);
      kept.forEach((value, index) => {
        result.setIndex(machine, index, value);
      });
      return result;
    },
  };
});

function reducing(order: Order): Native {
  return (machine, thisValue, args) => {
    const array = typedArrayOf(machine, thisValue, undefined, order === "forward" ? "reduce" : "reduceRight");
    const callback: FunctionValue = requireFunction(machine, args[0]);
    const { length } = array;
    let index = order === "forward" ? 0 : length - 1;
    const step = order === "forward" ? 1 : -1;
    let accumulated = args[1];
    if (args.length < 2) {
      if (length === 0) throw machine.error("TypeError", "Reduce of empty array with no initial value");
      accumulated = array.getIndex(machine, index);
      index += step;
    }
    for (; index >= 0 && index < length; index += step) {
      machine.pay(1);
      accumulated = callback.call(machine, undefined, [accumulated, array.getIndex(machine, index), index, array]);
    }
    return accumulated;
  };
}

const at: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, "at");
  const { length } = array;
  const index = toInteger(machine, args[0]);
  return array.getIndex(machine, index < 0 ? length + index : index);
};

/** A search for a value by the host, which compares numbers just like the program. */
function searching(
  method: string,
  search: (data: Float64Array | number[], wanted: number, from: number | undefined) => number | boolean,
): Native {
  return (machine, thisValue, args) => {
    const array = typedArrayOf(machine, thisValue, undefined, method);
    const { length } = array;
    const from = args.length > 1 && length > 0 ? toInteger(machine, args[1]) : undefined;
    machine.pay(1 + (array.length >> 3));
    const { byteOffset, byteLength, buffer } = array;
    for (const active of buffer.shadow?.overlapping(byteOffset, byteOffset + byteLength) ?? []) machine.settle(active);
    // A value of any other type is simply not found.
    const wanted = machine.plain(args[0]) as number;
    const isAsLong = array.length === length;
    return search(isAsLong ? (array.data as Float64Array) : numbersLeft(machine, array, length), wanted, from);
  };
}

/** The numbers that an array has had, with gaps for those that it has no more: the program has made its buffer shorter or longer. */
function numbersLeft(machine: Machine, array: TypedArrayValue, length: number): number[] {
  const numbers = new Array<number>(length);
  for (let index = 0; index < Math.min(length, array.length); index++)
    numbers[index] = machine.plain(array.getIndex(machine, index)) as number;
  return numbers;
}

const join: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, "join");
  const { length } = array;
  const separator = args[0] === undefined ? "," : toText(machine, args[0]);
  return joinTexts(machine, array, length, separator, (value) => (value === undefined ? "" : toText(machine, value)));
};

const toLocaleString: Native = (machine, thisValue, args) => {
  const array = typedArrayOf(machine, thisValue, "toLocaleString");
  return joinTexts(machine, array, array.length, ",", (value) => {
    if (value === undefined) return "";
    return toText(machine, machine.call(getProperty(machine, value, "toLocaleString"), value, args));
  });
};

/** The methods in a table. */
export const typedArrayVisits = methodTable({
  at: [1, at],
  every: [1, finding("every", () => false, true, { wanted: false })],
  filter: [1, filter],
  find: [1, finding("find", (value) => value, undefined)],
  findIndex: [1, finding("findIndex", (_value, index) => index, -1)],
  findLast: [1, finding("findLast", (value) => value, undefined, { order: "backward" })],
  findLastIndex: [1, finding("findIndexLast", (_value, index) => index, -1, { order: "backward" })],
  forEach: [1, forEach],
  includes: [1, searching("includes", (data, wanted, from) => data.includes(wanted, from))],
  indexOf: [1, searching("indexOf", (data, wanted, from) => data.indexOf(wanted, from))],
  join: [1, join],
  lastIndexOf: [
    1,
    searching("lastIndexOf", (data, wanted, from) =>
      from === undefined ? data.lastIndexOf(wanted) : data.lastIndexOf(wanted, from),
    ),
  ],
  map: [1, map],
  reduce: [1, reducing("forward")],
  reduceRight: [1, reducing("backward")],
  some: [1, finding("some", () => true, false)],
  toLocaleString: [0, toLocaleString],
});
