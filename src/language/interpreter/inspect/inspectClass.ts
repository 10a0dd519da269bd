/** What the one-line text of an object says about its class. */
import { TypedArrayValue } from "../builtins/typedArray/typedArray.ts";
import type { Machine } from "../machine.ts";
import { arrayIndex } from "../values/arrayIndex.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import type { ErrorValue } from "../values/errors.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { type ObjectValue } from "../values/objects.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { ABSENT, Property } from "../values/property.ts";
import type { Key } from "../values/values.ts";
import { behindProxies, peek, peekText } from "./describe.ts";

/** The class of an object: the nearest `constructor` that the object is an instance of. Undefined if there is none. */
export function nameOf(machine: Machine, object: ObjectValue): string | undefined {
  for (let holder = behindProxies(object); holder !== null; holder = behindProxies(holder.proto)) {
    const property = holder.own("constructor");
    const constructor = property?.value;
    if (!(constructor instanceof FunctionValue)) continue;
    const name = peek(constructor, "name");
    if (typeof name !== "string" || name === "") continue;
    const prototype = peek(constructor, "prototype");
    for (let proto = behindProxies(object.proto); proto !== null; proto = behindProxies(proto.proto))
      if (proto === prototype) return name;
  }
  // The prototypes of built-in classes are what they stand for.
  return object === machine.intrinsics.object || object.proto === null ? undefined : "Object";
}

/** The `Symbol.toStringTag` of an object, unless it is printed as a property of its own. */
export function tagBeside(object: ObjectValue): string {
  if (object.own(Symbol.toStringTag)?.enumerable === true) return "";
  const tag = peek(object, Symbol.toStringTag);
  return typeof tag === "string" ? tag : "";
}

/** Class, size and tag, as they stand before the brace. */
export function prefixOf(name: string | undefined, tag: string, fallback: string, size = ""): string {
  const suffix = (known: string) => (tag !== "" && tag !== known ? ` [${tag}]` : "");
  if (name === undefined) return `[${fallback}${size}: null prototype]${suffix(fallback)}`;
  return `${name}${size}${suffix(name)}`;
}

/** The enumerable own keys without the elements. */
export function visibleKeys(object: ObjectValue): Key[] {
  const hasElements =
    object instanceof ArrayValue || object instanceof PrimitiveObject || object instanceof TypedArrayValue;
  const own = hasElements ? object.storedKeys() : object.ownKeys();
  return own.filter((key) => {
    if (object instanceof ArrayValue && typeof key === "string" && arrayIndex(key) >= 0) return false;
    const slot = object.lookup(key);
    return slot !== ABSENT && (!(slot instanceof Property) || slot.enumerable);
  });
}

/** The first line of an error's stack, in brackets inside something else. */
export function errorText(error: ErrorValue, name: string | undefined, depth: number): string {
  const own = peekText(error, "name") ?? "Error";
  const stack = peekText(error, "stack") ?? "";
  let text = stack === "" ? own : stack;
  // A class that extends Error without a name of its own is printed by its class.
  if (name !== undefined && !text.includes(name) && text.startsWith(own)) text = name + text.slice(own.length);
  return depth === 0 ? text : `[${text}]`;
}
