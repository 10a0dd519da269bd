/** `Symbol`. The program's symbols are the host's, which carry nothing but their description. */
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { toText } from "../rules/convert.ts";
import type { Native } from "../values/nativeFunction.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { Property } from "../values/property.ts";
import type { Value } from "../values/values.ts";
import { defineClass, defineConstants, getterTable, makeFunction, methodTable } from "./define.ts";
import type { Draft } from "./install.ts";

/** What `Symbol.for` has made, by run. */
const registries = new WeakMap<Machine, Map<string, symbol>>();

/** Whether a symbol is one of `Symbol.for`. */
export function isRegistered(machine: Machine, value: symbol): boolean {
  const { description } = value;
  return description !== undefined && registries.get(machine)?.get(description) === value;
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  if (newTarget !== undefined) throw machine.error("TypeError", "Symbol is not a constructor");
  machine.allocate(32);
  return args[0] === undefined ? Symbol() : Symbol(toText(machine, args[0]));
};

const forKey: Native = (machine, _thisValue, args) => {
  const key = toText(machine, args[0]);
  const registry = registries.get(machine) ?? new Map<string, symbol>();
  registries.set(machine, registry);
  const existing = registry.get(key);
  if (existing !== undefined) return existing;
  machine.allocate(64);
  const created = Symbol(key);
  registry.set(key, created);
  return created;
};

const keyFor: Native = (machine, _thisValue, args) => {
  const value = args[0];
  if (typeof value !== "symbol") throw machine.error("TypeError", `${valueText(machine, value)} is not a symbol`);
  return isRegistered(machine, value) ? value.description : undefined;
};

function symbolOf(machine: Machine, thisValue: Value, name: string): symbol {
  if (typeof thisValue === "symbol") return thisValue;
  if (thisValue instanceof PrimitiveObject && typeof thisValue.primitive === "symbol") return thisValue.primitive;
  throw machine.error("TypeError", `${name} requires that 'this' be a Symbol`);
}

const statics = methodTable({ for: [1, forKey], keyFor: [1, keyFor] });

const methods = methodTable({
  toString: [0, (machine, thisValue) => symbolOf(machine, thisValue, "Symbol.prototype.toString").toString()],
  valueOf: [0, (machine, thisValue) => symbolOf(machine, thisValue, "Symbol.prototype.valueOf")],
});

const getters = getterTable({
  description: (machine, thisValue) => symbolOf(machine, thisValue, "Symbol.prototype.description").description,
});

const toPrimitive: Native = (machine, thisValue) => symbolOf(machine, thisValue, "Symbol.prototype [ @@toPrimitive ]");

/** `Symbol.dispose`, which not every host has. */
export const DISPOSE: symbol = (Symbol as { readonly dispose?: symbol }).dispose ?? Symbol("Symbol.dispose");

/** The symbols that the language itself knows. */
const wellKnown = {
  asyncIterator: Symbol.asyncIterator,
  dispose: DISPOSE,
  hasInstance: Symbol.hasInstance,
  isConcatSpreadable: Symbol.isConcatSpreadable,
  iterator: Symbol.iterator,
  match: Symbol.match,
  matchAll: Symbol.matchAll,
  replace: Symbol.replace,
  search: Symbol.search,
  species: Symbol.species,
  split: Symbol.split,
  toPrimitive: Symbol.toPrimitive,
  toStringTag: Symbol.toStringTag,
  unscopables: Symbol.unscopables,
} as const;

/** Make `Symbol` and fill in its prototype. */
export function installSymbol(machine: Machine, draft: Draft): void {
  const row = { name: "Symbol", length: 0, work: construct, statics, methods, getters, tag: "Symbol" };
  defineConstants(defineClass(machine, draft.symbol, row), wellKnown);
  const converter = makeFunction(machine, "[Symbol.toPrimitive]", 1, toPrimitive);
  draft.symbol.define(Symbol.toPrimitive, Property.data(converter, false, false, true));
}
