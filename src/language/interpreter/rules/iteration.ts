/** Iteration over the program's values (ECMA-262, 7.4), with a short way for plain arrays. */
import { typedText, valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { ABSENT } from "../values/property.ts";
import type { Value } from "../values/values.ts";
import { getMethod, getProperty, toBoolean } from "./convert.ts";

/** The end of an iteration. */
export const DONE: unique symbol = Symbol("done");

/** A running iteration. */
export interface Iteration {
  /** The next value, or DONE. */
  next(): Value | typeof DONE;
  /** Say that no more values are wanted (the iterator's `return`). Not to be called after DONE or after `next` threw. */
  close(): void;
}

/** The kinds of built-in iterators, by the names of their prototypes among the intrinsics. */
export type IteratorKind =
  "arrayIterator" | "stringIterator" | "mapIterator" | "setIterator" | "regExpStringIterator" | "iteratorHelper";

/** A built-in iterator; `step` answers the next value, or DONE, after which it is not asked again. */
export class NativeIterator extends ObjectValue {
  readonly kind: IteratorKind;
  /** The array whose elements it answers, if it does nothing else. */
  readonly array: ObjectValue | undefined;
  private step: ((machine: Machine) => Value | typeof DONE) | undefined;

  constructor(
    proto: ObjectValue | null,
    kind: IteratorKind,
    step: (machine: Machine) => Value | typeof DONE,
    array?: ObjectValue,
  ) {
    super(proto);
    this.kind = kind;
    this.step = step;
    this.array = array;
  }

  /** Whether it has no more values. */
  get isOver(): boolean {
    return this.step === undefined;
  }

  /** Have no more values. */
  end(): void {
    this.step = undefined;
  }

  /** The next value, or DONE. */
  next(machine: Machine): Value | typeof DONE {
    if (this.step === undefined) return DONE;
    const value = this.step(machine);
    if (value === DONE) this.step = undefined;
    return value;
  }
}

/** Start to iterate over a value; a TypeError of the program's if it is not iterable, about what `textOf` tells if the value stands in the text. */
export function iterate(machine: Machine, value: Value, textOf?: () => string): Iteration {
  if (value instanceof ArrayValue && iteratesAsUsual(machine, value)) return new ArrayIteration(machine, value);
  const method = value === undefined || value === null ? undefined : getProperty(machine, value, Symbol.iterator);
  if (!(method instanceof FunctionValue)) throw machine.error("TypeError", notIterable(machine.plain(value), textOf));
  const iterator = method.call(machine, value, []);
  if (!(iterator instanceof ObjectValue))
    throw machine.error("TypeError", "Result of the Symbol.iterator method is not an object");
  return iterationOf(machine, iterator);
}

function notIterable(value: Value, textOf: (() => string) | undefined): string {
  if (textOf !== undefined) return `${textOf()} is not iterable`;
  return `${typedText(value)} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}

/** All values of an iterable, as spread and `Array.from` take them. */
export function listOf(machine: Machine, value: Value, textOf?: () => string): Value[] {
  const list: Value[] = [];
  const iteration = iterate(machine, value, textOf);
  for (let item = iteration.next(); item !== DONE; item = iteration.next()) {
    machine.pay(1);
    machine.allocate(8);
    list.push(item);
  }
  return list;
}

/** Close an iteration because of an exception, which wins over whatever closing throws. */
export function closeQuietly(iteration: Iteration): void {
  try {
    iteration.close();
  } catch {
    // The first exception is the one that the program sees.
  }
}

/** An iteration over an object that is an iterator already. */
export function iterationOf(machine: Machine, iterator: ObjectValue): Iteration {
  const step = iterator.get(machine, "next");
  return iterator instanceof NativeIterator && machine.intrinsics.iteratorNexts.has(step)
    ? new NativeIteration(machine, iterator)
    : new ProtocolIteration(machine, iterator, step);
}

function iteratesAsUsual(machine: Machine, array: ArrayValue): boolean {
  const { intrinsics } = machine;
  return (
    array.proto === intrinsics.array &&
    array.stored(Symbol.iterator) === ABSENT &&
    array.proto.get(machine, Symbol.iterator) === intrinsics.arrayValues &&
    intrinsics.arrayIterator.get(machine, "next") === intrinsics.arrayIteratorNext
  );
}

class ArrayIteration implements Iteration {
  private index = 0;
  private readonly machine: Machine;
  private readonly array: ArrayValue;

  constructor(machine: Machine, array: ArrayValue) {
    this.machine = machine;
    this.array = array;
  }

  next(): Value | typeof DONE {
    const { elements } = this.array;
    if (this.index >= elements.length) {
      this.index = Infinity;
      return DONE;
    }
    const index = this.index++;
    const value = elements[index];
    return value !== undefined || index in elements ? value : this.array.get(this.machine, String(index));
  }

  close(): void {
    // A plain array's iterator has no `return`.
  }
}

/** The short way for a built-in iterator: without result objects. */
class NativeIteration implements Iteration {
  private readonly machine: Machine;
  private readonly iterator: NativeIterator;

  constructor(machine: Machine, iterator: NativeIterator) {
    this.machine = machine;
    this.iterator = iterator;
  }

  next(): Value | typeof DONE {
    this.machine.pay(1);
    return this.iterator.next(this.machine);
  }

  close(): void {
    const method = getMethod(this.machine, this.iterator, "return");
    if (method !== undefined) method.call(this.machine, this.iterator, []);
  }
}

class ProtocolIteration implements Iteration {
  private readonly machine: Machine;
  private readonly iterator: ObjectValue;
  private readonly step: Value;

  constructor(machine: Machine, iterator: ObjectValue, step: Value) {
    this.machine = machine;
    this.iterator = iterator;
    this.step = step;
  }

  next(): Value | typeof DONE {
    const result = this.machine.call(this.step, this.iterator, []);
    if (!(result instanceof ObjectValue))
      throw this.machine.error("TypeError", `Iterator result ${valueText(this.machine, result)} is not an object`);
    return toBoolean(this.machine, result.get(this.machine, "done")) ? DONE : result.get(this.machine, "value");
  }

  close(): void {
    const method = getMethod(this.machine, this.iterator, "return");
    if (!(method instanceof FunctionValue)) return;
    const result = method.call(this.machine, this.iterator, []);
    if (!(result instanceof ObjectValue))
      throw this.machine.error("TypeError", `Iterator result ${valueText(this.machine, result)} is not an object`);
  }
}
