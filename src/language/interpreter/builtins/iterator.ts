/** The built-in iterators: those of arrays, strings, maps, sets and matches, and generators' `next`, `return` and `throw`. */
import { typedText, valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { getMethod } from "../rules/convert.ts";
import { closeQuietly, DONE, iterate, type Iteration, type IteratorKind, NativeIterator } from "../rules/iteration.ts";
import { type FunctionValue } from "../values/functionValue.ts";
import { GeneratorValue, iteratorResult, type Resumption } from "../values/generator.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import type { Value } from "../values/values.ts";
import { defineMethods, defineTag, makeFunction, methodTable } from "./define.ts";
import type { Draft } from "./install.ts";

/** Make a built-in iterator. */
export function makeIterator(
  machine: Machine,
  kind: IteratorKind,
  step: (machine: Machine) => Value | typeof DONE,
  array?: ObjectValue,
): NativeIterator {
  machine.allocate(260);
  return new NativeIterator(machine.intrinsics[kind], kind, step, array);
}

/** Start to iterate over an argument of a built-in function, with the words that V8 has if it cannot be iterated over. */
export function iterateArgument(machine: Machine, value: Value): Iteration {
  if (value === undefined || value === null || getMethod(machine, value, Symbol.iterator) === undefined)
    throw machine.error(
      "TypeError",
      `${typedText(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  return iterate(machine, value);
}

/** Do something for each key and value of an iterable of pairs, as `new Map` and `Object.fromEntries` read them. */
export function iteratorEntries(machine: Machine, value: Value, work: (key: Value, item: Value) => void): void {
  const iteration = iterateArgument(machine, value);
  for (let pair = iteration.next(); pair !== DONE; pair = iteration.next()) {
    machine.pay(1);
    try {
      if (!(pair instanceof ObjectValue))
        throw machine.error("TypeError", `Iterator value ${valueText(machine, pair)} is not an entry object`);
      work(pair.get(machine, "0"), pair.get(machine, "1"));
    } catch (error) {
      closeQuietly(iteration);
      throw error;
    }
  }
}

const tags: Readonly<Record<IteratorKind, string>> = {
  arrayIterator: "Array Iterator",
  stringIterator: "String Iterator",
  mapIterator: "Map Iterator",
  setIterator: "Set Iterator",
  regExpStringIterator: "RegExp String Iterator",
  iteratorHelper: "Iterator Helper",
};

const kinds = Object.keys(tags) as readonly IteratorKind[];

const nexts = Object.fromEntries(kinds.map((kind) => [kind, next(kind)])) as Readonly<Record<IteratorKind, Native>>;

function next(kind: IteratorKind): Native {
  return (machine, thisValue) => {
    if (!(thisValue instanceof NativeIterator) || thisValue.kind !== kind)
      throw machine.error(
        "TypeError",
        `Method ${tags[kind]}.prototype.next called on incompatible receiver ${valueText(machine, thisValue)}`,
      );
    machine.pay(1);
    const value = thisValue.next(machine);
    return value === DONE ? iteratorResult(machine, undefined, true) : iteratorResult(machine, value, false);
  };
}

const iteratorMethods = methodTable({ [Symbol.iterator]: [0, (_machine, thisValue) => thisValue] });

const generatorMethods = methodTable({
  next: [1, resume("next")],
  return: [1, resume("return")],
  throw: [1, resume("throw")],
});

function resume(how: Resumption): Native {
  return (machine, thisValue, args) => {
    if (!(thisValue instanceof GeneratorValue))
      throw machine.error(
        "TypeError",
        `Method [Generator].prototype.${how} called on incompatible receiver ${valueText(machine, thisValue)}`,
      );
    return thisValue.resume(machine, how, args[0]);
  };
}

/** Fill in the prototypes of iterators and generators. */
export function installIterator(machine: Machine, draft: Draft): void {
  defineMethods(machine, draft.iterator, iteratorMethods);
  const nextFunctions = new Set<FunctionValue>();
  for (const kind of kinds) {
    const created = makeFunction(machine, "next", 0, nexts[kind]);
    draft[kind].define("next", Property.hidden(created));
    nextFunctions.add(created);
    defineTag(draft[kind], tags[kind]);
    if (kind === "arrayIterator") draft.arrayIteratorNext = created;
  }
  draft.iteratorNexts = nextFunctions;
  const { generator, generatorFunction } = draft;
  generator.define("constructor", Property.data(generatorFunction, false, false, true));
  generatorFunction.define("prototype", Property.data(generator, false, false, true));
  defineMethods(machine, generator, generatorMethods);
  defineTag(generator, "Generator");
}
