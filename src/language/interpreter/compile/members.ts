/** Properties and elements: `a.b`, `a[b]`, `a?.b`, `a.#b`, `super.b`. */
import { ts } from "../../parse.ts";
import { valueText } from "../builtins/describe.ts";
import { assign, trySet } from "../builtins/property.ts";
import { TypedArrayValue } from "../builtins/typedArray.ts";
import { getProperty, toKey, toObject, typeOf } from "../convert.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue, ObjectValue, Property } from "../objects.ts";
import { Active, type Key, type Value } from "../values.ts";
import { callOfChain } from "./calls.ts";
import { callSiteText } from "./callSite.ts";
import type { Code, Context } from "./context.ts";
import { expression } from "./expressions.ts";
import { observed, siteOf } from "./observe.ts";
import { localElement, localSlot } from "./operand.ts";
import { readPrivate } from "./privateMembers.ts";
import { privateName } from "./privateNames.ts";
import type { Frame } from "./scope.ts";
import { readHidden } from "./variables.ts";

/** What an optional chain is once it has met null or undefined. Never leaves the chain. */
export const SHORT: Value = Symbol("short-circuit");

/** A place in an object that an expression names, evaluated once for reading and writing. */
export interface Reference {
  /** The object that has or gets the property; a wrapper for a primitive. */
  readonly base: ObjectValue;
  /** Convert the key; done as late as JavaScript does. */
  toKey(): Key;
}

/** Compile the evaluation of a member expression's object and key; undefined if an optional chain ended early. */
export function reference(
  context: Context,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): (frame: Frame) => Reference | undefined {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const object = chainPart(context, node.expression);
  const key = keyOf(context, node);
  return (frame) => {
    const value = object(frame);
    if (value === SHORT || (node.questionDotToken !== undefined && (value === undefined || value === null)))
      return undefined;
    const name = key(frame);
    machine.site = site;
    const base = toObject(machine, value);
    return { base, toKey: () => toKey(machine, name) };
  };
}

/** Compile the key of a member expression. */
export function keyOf(context: Context, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): Code {
  if (ts.isElementAccessExpression(node)) return expression(context, node.argumentExpression);
  const { text } = node.name;
  return () => text;
}

/** Compile `a.b` outside of an optional chain. */
export function propertyAccess(context: Context, node: ts.PropertyAccessExpression): Code {
  if (ts.isPrivateIdentifier(node.name)) return observed(context, node, privateAccess(context, node, node.name));
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return observed(context, node, superAccess(context, node));
  if (isGlobalMath(context, node.expression)) return observed(context, node, mathMember(context, node.name.text));
  const object = expression(context, node.expression);
  return observed(context, node, readNamed(context, node, node.name.text, object));
}

/** Read a property with a known name. */
function readNamed(context: Context, node: ts.Node, key: string, object: Code): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  if (key === "length")
    return (frame) => {
      const value = object(frame);
      if (value instanceof ArrayValue) return value.elements.length;
      machine.site = site;
      return getProperty(machine, value, key);
    };
  return (frame) => {
    const value = object(frame);
    if (value instanceof ObjectValue) {
      const slot = value.slots[key];
      if (slot !== undefined && !(slot instanceof Property)) return slot;
    }
    machine.site = site;
    return getProperty(machine, value, key);
  };
}

function isGlobalMath(context: Context, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "Math" && context.scope.find("Math") === undefined;
}

/** Read a member of the global `Math`, looked up again only after `Math` or the globals have changed. */
function mathMember(context: Context, key: string): Code {
  const { machine } = context.unit;
  let epoch = -1;
  let value: Value;
  return () => {
    if (epoch === machine.epoch) return value;
    const math = machine.intrinsics.global.get(machine, "Math");
    value = getProperty(machine, math, key);
    epoch = machine.epoch;
    return value;
  };
}

/** Compile `a[b]` outside of an optional chain. */
export function elementAccess(context: Context, node: ts.ElementAccessExpression): Code {
  if (node.expression.kind === ts.SyntaxKind.SuperKeyword) return observed(context, node, superAccess(context, node));
  const object = expression(context, node.expression);
  const key = expression(context, node.argumentExpression);
  return observed(context, node, readElement(context, node, object, key));
}

function readElement(context: Context, node: ts.Node, object: Code, key: Code): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const list = localSlot(object);
  const at = localSlot(key);
  if (list !== undefined && at !== undefined)
    return localElement(list, at, (frame) => {
      machine.site = site;
      return readAt(machine, frame.slots[list], frame.slots[at]);
    });
  return (frame) => {
    const value = object(frame);
    const index = key(frame);
    if (typeof index === "number" && value instanceof ArrayValue) {
      const element = value.elements[index];
      if (element !== undefined) return element;
    }
    machine.site = site;
    return readAt(machine, value, index);
  };
}

/** Read `object[index]`. */
export function readAt(machine: Machine, object: Value, index: Value): Value {
  const key = index instanceof Active ? machine.settle(index) : index;
  if (typeof key === "number") {
    if (object instanceof TypedArrayValue) return object.getIndex(machine, key);
    if (object instanceof ArrayValue && key >= 0 && Number.isInteger(key) && key in object.elements)
      return object.elements[key];
    if (typeof object === "string" && Number.isInteger(key) && key >= 0 && key < object.length) return object[key];
  }
  if (object === undefined || object === null) throw nothingThere(machine, object, key, "read");
  return getProperty(machine, object, toKey(machine, key));
}

/** What V8 says of a member of undefined or null; the key has not become a string yet. */
function nothingThere(machine: Machine, object: undefined | null, key: Value, doing: "read" | "set"): unknown {
  if (key === Symbol.iterator && doing === "read")
    return machine.error(
      "TypeError",
      `${String(object)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  const shown = valueText(machine, key);
  const which =
    key instanceof ObjectValue && shown.startsWith("[object ")
      ? ""
      : ` (${doing === "set" ? "setting" : "reading"} '${shown}')`;
  return machine.error("TypeError", `Cannot ${doing} properties of ${String(object)}${which}`);
}

/** Write `object[index] = value`. */
export function writeAt(machine: Machine, object: Value, index: Value, value: Value, isStrict: boolean): void {
  const key = index instanceof Active ? machine.settle(index) : index;
  if (typeof key === "number") {
    if (object instanceof TypedArrayValue) {
      object.setIndex(machine, key, value);
      return;
    }
    if (
      object instanceof ArrayValue &&
      object.elementsWritable &&
      object.extensible &&
      key >= 0 &&
      key <= object.elements.length &&
      Number.isInteger(key)
    ) {
      const { elements } = object;
      // An element that exists, or the next one: nothing in the prototypes or the attributes can interfere.
      if (elements[key] !== undefined || key in elements) {
        elements[key] = value;
        return;
      }
      if (key === elements.length && object.lengthWritable && !(key in object.slots)) {
        machine.allocate(8);
        elements.push(value);
        return;
      }
    }
  }
  if (object === undefined || object === null) throw nothingThere(machine, object, key, "set");
  // Objects with many computed keys are the host's slow and large ones.
  machine.allocate(20);
  const name = toKey(machine, key);
  machine.payForKey(name);
  assignProperty(machine, object, name, value, isStrict);
}

/** Write a property as an assignment does; where it may not be written, only strict code hears of it. */
export function assignProperty(machine: Machine, object: Value, key: Key, value: Value, isStrict: boolean): void {
  if (object === undefined || object === null)
    throw machine.error("TypeError", `Cannot set properties of ${String(object)} (setting '${String(key)}')`);
  if (!(object instanceof ObjectValue)) {
    assignToPrimitive(machine, object, key, value, isStrict);
    return;
  }
  if (object instanceof ArrayValue) machine.allocate(8);
  else if (!(key in object.slots)) machine.allocate(24);
  if (isStrict) assign(machine, object, key, value);
  else trySet(machine, object, key, value, object);
}

/** A primitive has no properties to write, but its prototype may have a setter. */
function assignToPrimitive(machine: Machine, primitive: Value, key: Key, value: Value, isStrict: boolean): void {
  const wrapper = toObject(machine, primitive);
  for (let holder: ObjectValue | null = wrapper; holder !== null; holder = holder.proto) {
    const property = holder.own(key);
    if (property?.setter !== undefined) {
      property.setter.call(machine, primitive, [value]);
      return;
    }
    if (property === undefined || property.isAccessor || property.writable) continue;
    if (!isStrict) return;
    throw machine.error(
      "TypeError",
      `Cannot assign to read only property '${String(key)}' of ${typeOf(primitive)} '${valueText(machine, primitive)}'`,
    );
  }
  if (!isStrict) return;
  throw machine.error(
    "TypeError",
    `Cannot create property '${String(key)}' on ${typeOf(primitive)} '${valueText(machine, primitive)}'`,
  );
}

function privateAccess(context: Context, node: ts.PropertyAccessExpression, name: ts.PrivateIdentifier): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const object = expression(context, node.expression);
  const key = privateName(context, name);
  return (frame) => {
    const value = object(frame);
    machine.site = site;
    return readPrivate(machine, value, key(frame));
  };
}

function superAccess(context: Context, node: ts.PropertyAccessExpression | ts.ElementAccessExpression): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const home = readHidden(context, "home object");
  const self = readHidden(context, "this");
  const key = keyOf(context, node);
  return (frame) => {
    const name = key(frame);
    machine.site = site;
    const object = home(frame);
    const proto = object instanceof ObjectValue ? object.proto : null;
    return proto === null ? undefined : proto.get(machine, toKey(machine, name), self(frame));
  };
}

/** Compile a whole optional chain: undefined where a part of it was null or undefined. */
export function chainRoot(context: Context, node: ts.Expression): Code {
  const part = chainPart(context, node);
  return observed(context, node, (frame) => {
    const value = part(frame);
    return value === SHORT ? undefined : value;
  });
}

/** Compile a link of an optional chain; what is no link compiles as usual. */
export function chainPart(context: Context, node: ts.Expression): Code {
  if (!ts.isOptionalChain(node)) return expression(context, node);
  if (ts.isNonNullExpression(node)) return chainPart(context, node.expression);
  if (ts.isCallExpression(node)) return callOfChain(context, node);
  const object = chainPart(context, node.expression);
  let current: Value;
  const read = linkRead(context, node, () => current);
  const isOptional = node.questionDotToken !== undefined;
  return (frame) => {
    const value = object(frame);
    if (value === SHORT || (isOptional && (value === undefined || value === null))) return SHORT;
    current = value;
    return read(frame);
  };
}

function linkRead(
  context: Context,
  node: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  object: Code,
): Code {
  if (ts.isElementAccessExpression(node)) {
    // The key may evaluate another round of this chain, so the object is taken before it.
    const key = expression(context, node.argumentExpression);
    return readElement(context, node, object, key);
  }
  if (!ts.isPrivateIdentifier(node.name)) return readNamed(context, node, node.name.text, object);
  const { machine } = context.unit;
  const name = privateName(context, node.name);
  return (frame) => readPrivate(machine, object(frame), name(frame));
}

/** Say that something is no function, as V8 does. */
export function notAFunction(context: Context, node: ts.Expression, site: number): unknown {
  return context.unit.machine.error("TypeError", `${callSiteText(node)} is not a function`, site);
}
