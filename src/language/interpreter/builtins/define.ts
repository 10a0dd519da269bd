/** How built-in objects are written down: tables of functions that are made once, and objects that are made from them for each run. */
import type { Machine } from "../machine.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { NativeFunction, type Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import type { Key, Value } from "../values/values.ts";

/** A built-in function before it is made. */
export interface MethodRow {
  readonly key: Key;
  readonly name: string;
  readonly length: number;
  readonly work: Native;
}

/** A built-in function as it is written down. */
export type WrittenMethod = readonly [length: number, work: Native];

/** Turn methods as they are written down, `{ push: [1, (machine, thisValue, args) => …] }`, into a table. To be called once, for a constant of the module. */
export function methodTable<K extends Key>(methods: Readonly<Record<K, WrittenMethod>>): readonly MethodRow[] {
  return (Reflect.ownKeys(methods) as K[]).map((key) => {
    const [length, work] = methods[key];
    return { key, name: nameOf(key), length, work };
  });
}

/** The same methods, whose answers are followed: what they make of texts that were made from active numbers is made from those, too. */
export function followed(rows: readonly MethodRow[]): readonly MethodRow[] {
  return rows.map((row) => ({
    ...row,
    work: (machine, thisValue, args, newTarget) => {
      const made = row.work(machine, thisValue, args, newTarget);
      if (!machine.written.isEmpty) machine.written.follow(made, [thisValue, ...args]);
      return made;
    },
  }));
}

/** Turn written getters into a table. To be called once, for a constant of the module. */
export function getterTable<K extends Key>(getters: Readonly<Record<K, Native>>): readonly MethodRow[] {
  return (Reflect.ownKeys(getters) as K[]).map((key) => ({
    key,
    name: `get ${nameOf(key)}`,
    length: 0,
    work: getters[key],
  }));
}

/** What a function that stands at a key is called: a symbol's in brackets, if it has any. */
export function nameOf(key: Key): string {
  if (typeof key !== "symbol") return key;
  return key.description === undefined ? "" : `[${key.description}]`;
}

/** Make a built-in function that is no constructor. */
export function makeFunction(machine: Machine, name: string, length: number, work: Native): NativeFunction {
  return new NativeFunction(machine.intrinsics.function, name, length, work);
}

/** Give an object the functions of a table. */
export function defineMethods(machine: Machine, target: ObjectValue, table: readonly MethodRow[]): void {
  for (const { key, name, length, work } of table)
    target.define(key, Property.hidden(makeFunction(machine, name, length, work)));
}

/** Give an object the getters of a table. */
export function defineGetters(machine: Machine, target: ObjectValue, table: readonly MethodRow[]): void {
  for (const { key, name, length, work } of table)
    target.define(key, Property.accessor(makeFunction(machine, name, length, work), undefined, false, true));
}

/** Give an object properties that can be neither written, nor listed, nor removed, such as `Math.PI`. */
export function defineConstants(target: ObjectValue, values: Readonly<Record<Key, Value>>): void {
  for (const key of Reflect.ownKeys(values)) target.define(key, Property.data(values[key], false, false, false));
}

/** Give an object its `Symbol.toStringTag`. */
export function defineTag(target: ObjectValue, tag: string): void {
  target.define(Symbol.toStringTag, Property.data(tag, false, false, true));
}

/** Define a variable of the global object. */
export function defineGlobal(machine: Machine, name: string, value: Value): void {
  machine.intrinsics.global.define(name, Property.hidden(value));
}

/** A built-in class before it is made. */
export interface ClassRow {
  readonly name: string;
  readonly length: number;
  /** What calls and constructions do; a plain call has no `newTarget`. */
  readonly work: Native;
  /** Functions of the class itself. */
  readonly statics?: readonly MethodRow[];
  /** Functions of its prototype. */
  readonly methods?: readonly MethodRow[];
  /** Getters of its prototype. */
  readonly getters?: readonly MethodRow[];
  /** The `Symbol.toStringTag` of its prototype. */
  readonly tag?: string;
}

/** Make a built-in class over an existing prototype, and its global variable. `parent` is what the class itself inherits from, if not `Function.prototype`. */
export function defineClass(
  machine: Machine,
  prototype: ObjectValue,
  row: ClassRow,
  parent?: ObjectValue,
): NativeFunction {
  const created = new NativeFunction(parent ?? machine.intrinsics.function, row.name, row.length, row.work, true);
  created.define("prototype", Property.data(prototype, false, false, false));
  prototype.define("constructor", Property.hidden(created));
  if (row.statics !== undefined) defineMethods(machine, created, row.statics);
  if (row.methods !== undefined) defineMethods(machine, prototype, row.methods);
  if (row.getters !== undefined) defineGetters(machine, prototype, row.getters);
  if (row.tag !== undefined) defineTag(prototype, row.tag);
  defineGlobal(machine, row.name, created);
  return created;
}

/** The prototype of an object that a built-in constructor makes: that of the class that `new` was applied to. */
export function prototypeFor(
  machine: Machine,
  newTarget: FunctionValue | undefined,
  fallback: ObjectValue,
): ObjectValue {
  if (newTarget === undefined) return fallback;
  const prototype = newTarget.get(machine, "prototype");
  return prototype instanceof ObjectValue ? prototype : fallback;
}

/** Insist that a built-in class is used with `new`. */
export function requireNew(machine: Machine, name: string, newTarget: FunctionValue | undefined): FunctionValue {
  if (newTarget === undefined) throw machine.error("TypeError", `Constructor ${name} requires 'new'`);
  return newTarget;
}
