/** Calls built-in functions of the interpreted program on the host's data, to compare them with the host's own. */
import assert from "node:assert/strict";
import { DateValue } from "../../src/language/interpreter/builtins/date.ts";
import { installIntrinsics } from "../../src/language/interpreter/builtins/install.ts";
import { makeRegExp, RegExpValue } from "../../src/language/interpreter/builtins/regexp/regexpValue.ts";
import { TypedArrayValue } from "../../src/language/interpreter/builtins/typedArray/typedArray.ts";
import { Machine } from "../../src/language/interpreter/machine.ts";
import { Stop, type Budget } from "../../src/language/interpreter/meter.ts";
import { newArray, newObject } from "../../src/language/interpreter/rules/convert.ts";
import { ArrayValue } from "../../src/language/interpreter/values/arrayValue.ts";
import { FunctionValue } from "../../src/language/interpreter/values/functionValue.ts";
import { NativeFunction } from "../../src/language/interpreter/values/nativeFunction.ts";
import { ObjectValue } from "../../src/language/interpreter/values/objects.ts";
import { PrimitiveObject } from "../../src/language/interpreter/values/primitiveObject.ts";
import { Thrown, type Key, type Value } from "../../src/language/interpreter/values/values.ts";

/** A machine with all built-in objects. */
export function newMachine(budget: Partial<Budget> = {}): Machine {
  const machine = new Machine({ steps: 1e7, nodes: 1e6, time: 1e4, memory: 1e8, ...budget });
  installIntrinsics(machine);
  return machine;
}

/** What a piece of work ended with. */
export type Outcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly name: unknown; readonly message: unknown };

/** The program's copy of the host's data. */
export function toGuest(machine: Machine, value: unknown): Value {
  if (typeof value === "function") return guestFunction(machine, value as (...args: unknown[]) => unknown);
  if (typeof value !== "object" || value === null) return value as Value;
  if (Array.isArray(value))
    return newArray(
      machine,
      value.map((item) => toGuest(machine, item)),
    );
  if (value instanceof RegExp) return makeRegExp(machine, value.source, value.flags);
  if (value instanceof Date) return construct(machine, "Date", [value.getTime()]);
  if (ArrayBuffer.isView(value))
    return construct(machine, value.constructor.name, [
      toGuest(machine, Array.from(value as unknown as ArrayLike<number>)),
    ]);
  if (value instanceof Number || value instanceof String || value instanceof Boolean)
    return construct(machine, value.constructor.name, [value.valueOf()]);
  const object = newObject(machine);
  for (const key of Reflect.ownKeys(value)) object.put(key, toGuest(machine, (value as Record<Key, unknown>)[key]));
  return object;
}

function guestFunction(machine: Machine, work: (...args: unknown[]) => unknown): Value {
  const { intrinsics } = machine;
  return new NativeFunction(intrinsics.function, work.name, work.length, (_machine, thisValue, args) =>
    toGuest(
      machine,
      work.apply(
        toHost(machine, thisValue),
        args.map((arg) => toHost(machine, arg)),
      ),
    ),
  );
}

/** The host's copy of the program's data. */
export function toHost(machine: Machine, value: Value): unknown {
  if (!(value instanceof ObjectValue)) return machine.plain(value);
  if (value instanceof FunctionValue) return "a function";
  if (value instanceof RegExpValue) return new RegExp(value.source, value.flags);
  if (value instanceof DateValue) return new Date(value.date);
  if (value instanceof TypedArrayValue) return value.data.slice();
  if (value instanceof PrimitiveObject) return Object(machine.plain(value.primitive));
  const copy: Record<Key, unknown> = value instanceof ArrayValue ? ([] as unknown as Record<Key, unknown>) : {};
  for (const key of value.ownKeys()) {
    const item = toHost(machine, value.get(machine, key));
    if (key === "__proto__") Object.defineProperty(copy, key, { value: item, enumerable: true });
    else copy[key] = item;
  }
  return value.proto === null ? Object.assign(Object.create(null) as object, copy) : copy;
}

/** A value of the program by its path from the global object: `String.prototype.at`. */
export function named(machine: Machine, path: string): Value {
  let value: Value = machine.intrinsics.global;
  for (const name of path.split("."))
    value = (value as ObjectValue).get(machine, name.startsWith("@@") ? symbolOf(name) : name);
  return value;
}

/** `@@replace` is `Symbol.replace`. */
function symbolOf(name: string): symbol {
  return (Symbol as unknown as Record<string, symbol>)[name.slice(2)]!;
}

function hostNamed(path: string): { readonly owner: unknown; readonly value: unknown } {
  let owner: unknown = undefined;
  let value: unknown = globalThis;
  for (const name of path.split(".")) {
    owner = value;
    value = (value as Record<Key, unknown>)[name.startsWith("@@") ? symbolOf(name) : name];
  }
  return { owner, value };
}

/** `new` a class of the program. */
export function construct(machine: Machine, name: string, args: readonly Value[]): ObjectValue {
  const constructor = named(machine, name) as FunctionValue;
  return constructor.construct(machine, args, constructor);
}

/** Call a method of one of the program's values. */
export function invoke(machine: Machine, object: Value, name: Key, ...args: Value[]): Value {
  const method = (object as ObjectValue).get(machine, name);
  return machine.call(method, object, args);
}

/** What work of the host's ends with. */
export function outcomeOf(work: () => unknown): Outcome {
  try {
    return { kind: "value", value: work() };
  } catch (error) {
    return { kind: "error", name: (error as Error).name, message: (error as Error).message };
  }
}

/** What work of the program's ends with. */
export function guestOutcome(machine: Machine, work: () => Value): Outcome {
  try {
    return { kind: "value", value: toHost(machine, work()) };
  } catch (error) {
    if (error instanceof Stop) return { kind: "error", name: "Stop", message: error.finding.code };
    if (!(error instanceof Thrown)) throw error;
    const thrown = error.value as ObjectValue;
    return { kind: "error", name: thrown.get(machine, "name"), message: thrown.get(machine, "message") };
  }
}

/** Call a function of the host's and the program's of the same path with the same data, and insist on the same outcome. */
export function assertSame(path: string, thisValue: unknown, args: readonly unknown[], machine = newMachine()): void {
  const { value } = hostNamed(path);
  // The program's copies are made first, because the host's function may change its own.
  const receiver = toGuest(machine, thisValue);
  const guestArgs = args.map((arg) => toGuest(machine, arg));
  const shown = `${path} on ${String(thisValue)}`;
  const expected = outcomeOf(() => Reflect.apply(value as () => unknown, thisValue, args));
  const actual = guestOutcome(machine, () => machine.call(named(machine, path), receiver, guestArgs));
  assert.deepEqual(actual, expected, shown);
}
