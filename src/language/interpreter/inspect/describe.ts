/** Values in error messages, in the words that V8 uses; nothing of the program runs for it. */
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { ErrorValue } from "../values/errors.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { ABSENT, Property } from "../values/property.ts";
import { Active, type Key, type Value } from "../values/values.ts";

/** What stands behind a proxy, and behind that; null if that was revoked. What is no proxy stands for itself. */
export function behindProxies(object: ObjectValue | null): ObjectValue | null {
  let behind = object;
  while (behind?.proxy !== undefined) behind = behind.proxy.target ?? null;
  return behind;
}

/** Read a property through the prototypes, but call no getter and no trap: a proxy has nothing to tell. */
export function peek(object: ObjectValue, key: Key): Value {
  for (let holder: ObjectValue | null = object; holder !== null && holder.proxy === undefined; holder = holder.proto) {
    const slot = holder.lookup(key);
    if (slot === ABSENT) continue;
    if (!(slot instanceof Property)) return slot;
    return slot.isAccessor ? undefined : slot.value;
  }
  return undefined;
}

/** Read a property through the prototypes, but call no getter; undefined unless it is a string. */
export function peekText(object: ObjectValue, key: Key): string | undefined {
  const value = peek(object, key);
  return typeof value === "string" ? value : undefined;
}

/** The name of the class that made an object, as far as its `constructor` tells; empty if it does not. */
export function classNameOf(object: ObjectValue): string {
  const constructor = peek(object, "constructor");
  return constructor instanceof FunctionValue ? (peekText(constructor, "name") ?? "") : "";
}

/** A value as V8 puts it into messages: `3`, `abc`, `#<Foo>`, `[object Array]`. */
export function valueText(machine: Machine, value: Value): string {
  if (!(value instanceof ObjectValue)) return primitiveText(machine, value);
  if (value instanceof FunctionValue) return shortSource(value.sourceText);
  if (value instanceof ErrorValue) return errorText(value);
  const usual = peek(machine.intrinsics.object, "toString");
  const name = peek(value, "toString") === usual ? classNameOf(value) : "";
  return name === "" ? `[object ${tagOf(value)}]` : `#<${name}>`;
}

/** V8 leaves out the middle of long functions. */
function shortSource(text: string): string {
  return text.length > 128 ? `${text.slice(0, 111)}...<omitted>...${text.slice(-2)}` : text;
}

function primitiveText(machine: Machine, value: Exclude<Value, ObjectValue>): string {
  if (value instanceof Active) return String(machine.settle(value));
  return String(value);
}

/** A value with its type before it, as V8 puts it where there is no text to point to: `number 5`, `object null`, `object`. */
export function typedText(value: Value): string {
  if (value === null) return "object null";
  if (value instanceof Active) return "number";
  if (value instanceof FunctionValue) return "function";
  if (typeof value === "string") return `string ${JSON.stringify(value)}`;
  if (typeof value === "number" || typeof value === "boolean") return `${typeof value} ${String(value)}`;
  return typeof value === "object" ? "object" : typeof value;
}

/** What `Object.prototype.toString` puts behind `object`, without calling a getter. */
function tagOf(object: ObjectValue): string {
  return peekText(object, Symbol.toStringTag) ?? object.className;
}

/** The object of a failed write, as V8 quotes it. */
export function targetText(machine: Machine, object: ObjectValue): string {
  return object instanceof ArrayValue ? "[object Array]" : valueText(machine, object);
}

function errorText(value: ErrorValue): string {
  const name = peekText(value, "name") ?? "Error";
  const message = peekText(value, "message") ?? "";
  return message === "" ? name : `${name}: ${message}`;
}
