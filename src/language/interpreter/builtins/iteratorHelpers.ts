/** `Iterator` with its helpers (ECMA-262, 27.1): iterators made from others, and what ends an iteration. */
import { typedText, valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { getMethod, getProperty, newArray, toBoolean, toInteger, toNumber } from "../rules/convert.ts";
import { closeQuietly, DONE, iterationOf, NativeIterator, type Iteration } from "../rules/iteration.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { iteratorResult } from "../values/generator.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";
import { defineClass, defineMethods, methodTable, prototypeFor } from "./define.ts";
import type { Draft } from "./install.ts";

/** An iterator that takes its values from another one. */
class HelperValue extends NativeIterator {
  private readonly source: Iteration;
  private isRunning = false;

  constructor(machine: Machine, source: Iteration, step: (machine: Machine) => Value | typeof DONE) {
    super(machine.intrinsics.iteratorHelper, "iteratorHelper", step);
    this.source = source;
  }

  override next(machine: Machine): Value | typeof DONE {
    if (this.isRunning) throw machine.error("TypeError", "Generator is already running");
    this.isRunning = true;
    try {
      return super.next(machine);
    } catch (error) {
      this.end();
      throw error;
    } finally {
      this.isRunning = false;
    }
  }

  /** Want no more values. */
  close(machine: Machine): void {
    if (this.isRunning) throw machine.error("TypeError", "Generator is already running");
    if (this.isOver) return;
    this.end();
    this.source.close();
  }
}

/** Makes what a helper does for each value; `answer` says what a callback answers, and closes the source if it throws. */
type Stepping = (source: Iteration, answer: (item: Value) => Value) => (machine: Machine) => Value | typeof DONE;

/** What a helper is called on, as an iteration. */
function sourceOf(machine: Machine, thisValue: Value, name: string): ObjectValue {
  if (thisValue instanceof ObjectValue) return thisValue;
  throw machine.error("TypeError", `Iterator.prototype.${name} called on non-object`);
}

/** Insist on a function; the iterator is closed if there is none. */
function callbackOf(machine: Machine, source: ObjectValue, callback: Value): FunctionValue {
  if (callback instanceof FunctionValue) return callback;
  closeQuietly(iterationOf(machine, source));
  throw machine.error("TypeError", `${typedText(callback)} is not a function`);
}

/** Do something that closes the iteration if it throws. */
function guarded<Result>(source: Iteration, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    closeQuietly(source);
    throw error;
  }
}

/** A helper that has a callback for each value, which is given how many came before, too. */
function withCallback(name: string, stepping: Stepping): Native {
  return (machine, thisValue, args) => {
    const object = sourceOf(machine, thisValue, name);
    const callback = callbackOf(machine, object, args[0]);
    const source = iterationOf(machine, object);
    let index = 0;
    const answer = (item: Value): Value => guarded(source, () => callback.call(machine, undefined, [item, index++]));
    machine.allocate(300);
    return new HelperValue(machine, source, stepping(source, answer));
  };
}

const map = withCallback("map", (source, answer) => () => {
  const item = source.next();
  return item === DONE ? DONE : answer(item);
});

const filter = withCallback("filter", (source, answer) => (machine) => {
  for (let item = source.next(); item !== DONE; item = source.next()) {
    machine.pay(1);
    if (toBoolean(machine, answer(item))) return item;
  }
  return DONE;
});

const flatMap = withCallback("flatMap", (source, answer) => {
  let inner: Iteration | undefined;
  return (machine) => {
    for (;;) {
      machine.pay(1);
      const item = inner === undefined ? DONE : guarded(source, () => inner!.next());
      if (item !== DONE) return item;
      const next = source.next();
      if (next === DONE) return DONE;
      const mapped = answer(next);
      inner = guarded(source, () => flattened(machine, mapped, "Iterator.prototype.flatMap", false));
    }
  };
});

/** An iteration over what is iterable, or an iterator itself. */
function flattened(machine: Machine, value: Value, name: string, takesTexts: boolean): Iteration {
  const isText = takesTexts && typeof value === "string";
  if (!(value instanceof ObjectValue) && !isText) throw machine.error("TypeError", `${name} called on non-object`);
  return iterationOf(machine, iteratorOf(machine, value));
}

function iteratorOf(machine: Machine, value: Value): ObjectValue {
  const method = getMethod(machine, value, Symbol.iterator);
  const iterator = method === undefined ? value : method.call(machine, value, []);
  if (iterator instanceof ObjectValue) return iterator;
  throw machine.error("TypeError", "Result of the Symbol.iterator method is not an object");
}

/** How many values are meant; the iterator is closed if that is no number from 0 on. */
function limitOf(machine: Machine, object: ObjectValue, value: Value): number {
  return guarded(iterationOf(machine, object), () => {
    const limit = toNumber(machine, value);
    if (!(Number.isNaN(limit) || Math.trunc(limit) < 0)) return toInteger(machine, limit);
    throw machine.error("RangeError", `${valueText(machine, value)} must be positive`);
  });
}

const take: Native = (machine, thisValue, args) => {
  const object = sourceOf(machine, thisValue, "take");
  let left = limitOf(machine, object, args[0]);
  const source = iterationOf(machine, object);
  machine.allocate(300);
  return new HelperValue(machine, source, () => {
    if (left-- > 0) return source.next();
    source.close();
    return DONE;
  });
};

const drop: Native = (machine, thisValue, args) => {
  const object = sourceOf(machine, thisValue, "drop");
  let left = limitOf(machine, object, args[0]);
  const source = iterationOf(machine, object);
  machine.allocate(300);
  return new HelperValue(machine, source, () => {
    for (; left > 0; left--) {
      machine.pay(1);
      if (source.next() === DONE) return DONE;
    }
    return source.next();
  });
};

/** Something that looks at each value until `look` answers; `otherwise` if it never does. */
function looking(
  name: string,
  look: (machine: Machine, item: Value, answer: Value) => Value | typeof GO_ON,
  otherwise: Value,
): Native {
  return (machine, thisValue, args) => {
    const object = sourceOf(machine, thisValue, name);
    const callback = callbackOf(machine, object, args[0]);
    const source = iterationOf(machine, object);
    let index = 0;
    for (let item = source.next(); item !== DONE; item = source.next()) {
      machine.pay(1);
      const value = item;
      const found = guarded(source, () => look(machine, value, callback.call(machine, undefined, [value, index++])));
      if (found === GO_ON) continue;
      source.close();
      return found;
    }
    return otherwise;
  };
}

const GO_ON: unique symbol = Symbol("go on");

const reduce: Native = (machine, thisValue, args) => {
  const object = sourceOf(machine, thisValue, "reduce");
  const callback = callbackOf(machine, object, args[0]);
  const source = iterationOf(machine, object);
  const first = args.length > 1 ? args[1] : source.next();
  if (first === DONE) throw machine.error("TypeError", "Reduce of a done iterator with no initial value");
  let sum: Value = first;
  let index = args.length > 1 ? 0 : 1;
  for (let item = source.next(); item !== DONE; item = source.next()) {
    machine.pay(1);
    const value = item;
    sum = guarded(source, () => callback.call(machine, undefined, [sum, value, index++]));
  }
  return sum;
};

const toArray: Native = (machine, thisValue) => {
  const source = iterationOf(machine, sourceOf(machine, thisValue, "toArray"));
  const items: Value[] = [];
  for (let item = source.next(); item !== DONE; item = source.next()) {
    machine.pay(1);
    machine.allocate(8);
    items.push(item);
  }
  return newArray(machine, items);
};

const methods = methodTable({
  map: [1, map],
  filter: [1, filter],
  take: [1, take],
  drop: [1, drop],
  flatMap: [1, flatMap],
  reduce: [1, reduce],
  toArray: [0, toArray],
  forEach: [1, looking("forEach", () => GO_ON, undefined)],
  some: [1, looking("some", (machine, _item, answer) => (toBoolean(machine, answer) ? true : GO_ON), false)],
  every: [1, looking("every", (machine, _item, answer) => (toBoolean(machine, answer) ? GO_ON : false), true)],
  find: [1, looking("find", (machine, item, answer) => (toBoolean(machine, answer) ? item : GO_ON), undefined)],
});

/** `return` of a helper. */
const finish: Native = (machine, thisValue) => {
  if (!(thisValue instanceof HelperValue))
    throw machine.error(
      "TypeError",
      `Method Iterator Helper.prototype.return called on incompatible receiver ${valueText(machine, thisValue)}`,
    );
  thisValue.close(machine);
  return iteratorResult(machine, undefined, true);
};

const helperMethods = methodTable({ return: [0, finish] });

const from: Native = (machine, _thisValue, args) => {
  const [value] = args;
  if (!(value instanceof ObjectValue) && typeof value !== "string")
    throw machine.error("TypeError", "Iterator.from called on non-object");
  const iterator = iteratorOf(machine, value);
  for (let proto: ObjectValue | null = iterator; proto !== null; proto = proto.getPrototype())
    if (proto === machine.intrinsics.iterator) return iterator;
  const source = iterationOf(machine, iterator);
  machine.allocate(300);
  return new HelperValue(machine, source, () => source.next());
};

const construct: Native = (machine, _thisValue, _args, newTarget) => {
  if (newTarget === undefined) throw machine.error("TypeError", "Constructor Iterator requires 'new'");
  if (newTarget === getProperty(machine, machine.intrinsics.global, "Iterator"))
    throw machine.error("TypeError", "Abstract class Iterator not directly constructable");
  machine.allocate(100);
  return new ObjectValue(prototypeFor(machine, newTarget, machine.intrinsics.iterator));
};

const statics = methodTable({ from: [1, from] });

/** Make `Iterator`, and give its helpers to all iterators. */
export function installIteratorHelpers(machine: Machine, draft: Draft): void {
  const { iterator, iteratorHelper } = draft;
  defineClass(machine, iterator, { name: "Iterator", length: 0, work: construct, statics, methods });
  // Programs were written for iterators that are called after nothing but what they come from.
  iterator.delete("constructor");
  defineMethods(machine, iteratorHelper, helperMethods);
}
