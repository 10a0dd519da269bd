/** Writes values of the program as JSON (ECMA-262, 25.5.2). */
import { classNameOf } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { getProperty, isArray, newObject, toLength, toNumber, toText } from "../../rules/convert.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { PrimitiveObject } from "../../values/primitiveObject.ts";
import { Active, type Value } from "../../values/values.ts";
import { keysOf } from "../object/keys.ts";
import { payForText } from "./stringMethods.ts";

/** `JSON.stringify`. */
export function stringify(machine: Machine, value: Value, replacer: Value, space: Value): Value {
  const writer = new Writer(machine, replacer, gapOf(machine, space));
  const holder = newObject(machine);
  holder.put("", value);
  const text = writer.property(holder, "");
  if (text === undefined) return undefined;
  return writer.hasActive ? machine.written.add(text) : machine.written.make(text);
}

function gapOf(machine: Machine, space: Value): string {
  const given = space instanceof PrimitiveObject ? unwrapped(machine, space) : machine.plain(space);
  if (typeof given === "number") return " ".repeat(Math.min(10, Math.max(0, Math.trunc(given) || 0)));
  return typeof given === "string" ? given.slice(0, 10) : "";
}

/** A wrapper's number or text through its own methods, its boolean or bigint as it is. */
function unwrapped(machine: Machine, object: PrimitiveObject): Value {
  const { primitive } = object;
  if (typeof primitive === "number" || primitive instanceof Active) return toNumber(machine, object);
  if (typeof primitive === "string") return toText(machine, object);
  return typeof primitive === "symbol" ? object : primitive;
}

class Writer {
  private readonly machine: Machine;
  private readonly replacer: FunctionValue | undefined;
  private readonly names: readonly string[] | undefined;
  private readonly gap: string;
  /** Whether one of the numbers is active, or one of the texts was made from such a number. */
  hasActive = false;
  private indent = "";
  /** The objects that are being written, with the keys that led to them. */
  private readonly open: { readonly object: ObjectValue; readonly key: string }[] = [];

  constructor(machine: Machine, replacer: Value, gap: string) {
    this.machine = machine;
    this.gap = gap;
    this.replacer = replacer instanceof FunctionValue ? replacer : undefined;
    this.names = replacer instanceof ObjectValue && isArray(machine, replacer) ? namesOf(machine, replacer) : undefined;
  }

  /** The text of one property; undefined if it is left out. */
  property(holder: ObjectValue, key: string): string | undefined {
    const { machine } = this;
    let value = holder.get(machine, key);
    if (value instanceof ObjectValue || typeof value === "bigint") {
      const method = getProperty(machine, value, "toJSON");
      if (method instanceof FunctionValue) value = method.call(machine, value, [key]);
    }
    if (this.replacer !== undefined) value = this.replacer.call(machine, holder, [key, value]);
    machine.pay(1);
    if (value instanceof Active) this.hasActive = true;
    return this.value(value instanceof PrimitiveObject ? unwrapped(machine, value) : machine.plain(value), key);
  }

  private value(value: Value, key: string): string | undefined {
    switch (typeof value) {
      case "string":
        payForText(this.machine, value.length);
        if (this.machine.written.has(value)) this.hasActive = true;
        return JSON.stringify(value);
      case "number":
        return Number.isFinite(value) ? String(value) : "null";
      case "boolean":
        return String(value);
      case "bigint":
        throw this.machine.error("TypeError", "Do not know how to serialize a BigInt");
      case "object":
        if (value === null) return "null";
        if (value instanceof FunctionValue || value instanceof Active) return undefined;
        return this.object(value, key);
      case "function":
      case "symbol":
      case "undefined":
        return undefined;
    }
  }

  private object(object: ObjectValue, key: string): string {
    const { machine, open } = this;
    const index = open.findIndex((entry) => entry.object === object);
    if (index >= 0) throw machine.error("TypeError", this.circle(index, key));
    machine.pay(open.length >> 3);
    machine.enter();
    open.push({ object, key });
    const outer = this.indent;
    this.indent += this.gap;
    const isList = isArray(machine, object);
    const parts = isList ? this.elements(object) : this.members(object);
    const [before, between, after] =
      this.gap === "" ? ["", ",", ""] : [`\n${this.indent}`, `,\n${this.indent}`, `\n${outer}`];
    const length = parts.reduce((sum, part) => sum + part.length + between.length, 2 * outer.length + 4);
    payForText(machine, length);
    const inside = parts.length === 0 ? "" : before + parts.join(between) + after;
    this.indent = outer;
    open.pop();
    machine.depth--;
    return isList ? `[${inside}]` : `{${inside}}`;
  }

  private elements(array: ObjectValue): string[] {
    const length = toLength(this.machine, array.get(this.machine, "length"));
    const parts: string[] = [];
    for (let i = 0; i < length; i++) {
      this.machine.pay(1);
      parts.push(this.property(array, String(i)) ?? "null");
    }
    return parts;
  }

  private members(object: ObjectValue): string[] {
    const names =
      this.names ??
      keysOf(this.machine, object).filter((key) => typeof key === "string" && object.own(key)?.enumerable === true);
    const parts: string[] = [];
    for (const name of names as string[]) {
      const text = this.property(object, name);
      if (text !== undefined) parts.push(`${JSON.stringify(name)}:${this.gap === "" ? "" : " "}${text}`);
    }
    return parts;
  }

  /** V8's message about an object that contains itself. */
  private circle(index: number, lastKey: string): string {
    const [first, ...rest] = this.open.slice(index);
    const line = ({ object, key }: { object: ObjectValue; key: string }, previous: ObjectValue) =>
      `\n    |     ${keyText(previous, key)} -> object with constructor '${classNameOf(object) || "Object"}'`;
    const lines = rest.map((entry, i) => line(entry, i === 0 ? first!.object : rest[i - 1]!.object));
    const shown = lines.length > 3 ? [...lines.slice(0, 2), "\n    |     ...", lines.at(-1)!] : lines;
    const closing = `\n    --- ${keyText(this.open.at(-1)!.object, lastKey)} closes the circle`;
    const start = `\n    --> starting at object with constructor '${classNameOf(first!.object) || "Object"}'`;
    return `Converting circular structure to JSON${start}${shown.join("")}${closing}`;
  }
}

function keyText(holder: ObjectValue, key: string): string {
  return holder instanceof ArrayValue ? `index ${key}` : `property '${key}'`;
}

/** The names that an array of names and numbers lists, each once. */
function namesOf(machine: Machine, list: ObjectValue): string[] {
  const names = new Set<string>();
  const length = toLength(machine, list.get(machine, "length"));
  for (let i = 0; i < length; i++) {
    machine.pay(1);
    const item = list.get(machine, String(i));
    const primitive = item instanceof PrimitiveObject ? item.primitive : item;
    const isName = typeof primitive === "string" || typeof primitive === "number" || primitive instanceof Active;
    if (isName) names.add(toText(machine, item));
  }
  return [...names];
}
