/** Arrays, objects and regular expressions. */
import { ts } from "../../../parse.ts";
import { nameOf } from "../../builtins/define.ts";
import { keysOf } from "../../builtins/object/keys.ts";
import { makeRegExp } from "../../builtins/regexp/regexpValue.ts";
import { newArray, newObject, toKey } from "../../rules/convert.ts";
import { listOf } from "../../rules/iteration.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { emptyLayout, type Layout } from "../../values/layout.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import { iterableText } from "../callSite.ts";
import type { Code, Context } from "../context.ts";
import { accessorFunction, methodFunction } from "../functions/functions.ts";
import { observed, siteOf } from "../observe.ts";
import { withoutParentheses } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import { readVariable } from "../variables/variables.ts";
import { expression, namedExpression } from "./expressions.ts";

/** Compile an array literal, with holes and spread. */
export function arrayLiteral(context: Context, node: ts.ArrayLiteralExpression): Code {
  const { machine } = context.unit;
  const { elements } = node;
  if (elements.some((element) => ts.isSpreadElement(element) || ts.isOmittedExpression(element)))
    return sparseLiteral(context, node);
  const list = listCode(elements.map((element) => expression(context, element)));
  return observed(context, node, (frame) => newArray(machine, list(frame)));
}

/** The values of a list; short ones, of which there may be many, take no more room than they need. */
function listCode(codes: readonly Code[]): (frame: Frame) => Value[] {
  const [first, second, third, fourth] = codes as [Code, Code, Code, Code];
  switch (codes.length) {
    case 1:
      return (frame) => [first(frame)];
    case 2:
      return (frame) => [first(frame), second(frame)];
    case 3:
      return (frame) => [first(frame), second(frame), third(frame)];
    case 4:
      return (frame) => [first(frame), second(frame), third(frame), fourth(frame)];
    default: {
      const blank = codes.map((): Value => undefined);
      return (frame) => {
        const values = blank.slice();
        for (let i = 0; i < codes.length; i++) values[i] = codes[i]!(frame);
        return values;
      };
    }
  }
}

function sparseLiteral(context: Context, node: ts.ArrayLiteralExpression): Code {
  const { machine } = context.unit;
  const parts = node.elements.map((element) => ({
    kind: ts.isSpreadElement(element) ? "spread" : ts.isOmittedExpression(element) ? "hole" : "value",
    code: expression(context, ts.isSpreadElement(element) ? element.expression : element),
    site: siteOf(context, element),
    textOf: () => iterableText(ts.isSpreadElement(element) ? element.expression : element),
  }));
  return observed(context, node, (frame) => {
    const values: Value[] = [];
    for (const { kind, code, site, textOf } of parts) {
      if (kind === "hole") values.length++;
      else if (kind === "value") values.push(code(frame));
      else {
        const source = code(frame);
        machine.site = site;
        for (const item of listOf(machine, source, textOf)) values.push(item);
      }
    }
    return newArray(machine, values);
  });
}

type Fill = (frame: Frame, object: ObjectValue) => void;

/** Compile an object literal. */
export function objectLiteral(context: Context, node: ts.ObjectLiteralExpression): Code {
  const { machine } = context.unit;
  const layout = layoutOf(node);
  if (layout !== undefined) {
    const list = listCode(node.properties.map((property) => plainMember(context, property as PlainMember)));
    return observed(context, node, (frame) => {
      const values = list(frame);
      machine.allocate(24 * values.length);
      const object = newObject(machine);
      object.layout = layout;
      object.values = values;
      return object;
    });
  }
  const fills = node.properties.map((property) => memberOf(context, property));
  return observed(context, node, (frame) => {
    const object = newObject(machine);
    machine.allocate(24 * fills.length);
    for (const fill of fills) fill(frame, object);
    return object;
  });
}

/** A member of which nothing but the value is computed. */
type PlainMember = ts.ShorthandPropertyAssignment | ts.PropertyAssignment;

function plainMember(context: Context, property: PlainMember): Code {
  return ts.isShorthandPropertyAssignment(property)
    ? readVariable(context, property.name)
    : namedExpression(context, property.initializer, (property.name as ts.Identifier).text);
}

/** The layout of the objects that a literal makes, if it has names and values only; undefined for other literals. */
function layoutOf({ properties }: ts.ObjectLiteralExpression): Layout | undefined {
  if (properties.length === 0) return undefined;
  let layout = emptyLayout();
  for (const property of properties) {
    const { name } = property;
    const isPlain =
      ts.isShorthandPropertyAssignment(property) ||
      (ts.isPropertyAssignment(property) && (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)));
    if (!isPlain) return undefined;
    const { text } = name as ts.Identifier;
    if (text === "__proto__" || layout.find(text) >= 0) return undefined;
    layout = layout.with(text, true);
    if (!layout.isShared) return undefined;
  }
  return layout;
}

function memberOf(context: Context, property: ts.ObjectLiteralElementLike): Fill {
  const { machine } = context.unit;
  if (ts.isSpreadAssignment(property)) {
    const source = expression(context, property.expression);
    const site = siteOf(context, property);
    return (frame, object) => {
      const value = source(frame);
      machine.site = site;
      copyProperties(context, value, object, new Set());
    };
  }
  if (ts.isShorthandPropertyAssignment(property)) {
    const value = readVariable(context, property.name);
    const key = property.name.text;
    return (frame, object) => {
      object.put(key, value(frame));
    };
  }
  if (ts.isPropertyAssignment(property)) return valueMember(context, property);
  const key = propertyKey(context, property.name);
  if (ts.isMethodDeclaration(property)) {
    const make = methodFunction(context, property);
    return (frame, object) => {
      const name = key(frame);
      object.put(name, make(frame, object, name));
    };
  }
  const make = accessorFunction(context, property);
  return (frame, object) => {
    const name = key(frame);
    defineAccessor(object, name, make(frame, object, name), ts.isGetAccessor(property), true);
  };
}

function valueMember(context: Context, property: ts.PropertyAssignment): Fill {
  const { machine } = context.unit;
  const isPlainName = ts.isIdentifier(property.name) || ts.isStringLiteral(property.name);
  if (isPlainName && (property.name as ts.Identifier).text === "__proto__") {
    const value = expression(context, property.initializer);
    return (frame, object) => {
      const proto = machine.plain(value(frame));
      if (proto === null || proto instanceof ObjectValue) object.proto = proto;
    };
  }
  if (isPlainName || ts.isNumericLiteral(property.name)) {
    const key = ts.isNumericLiteral(property.name)
      ? String(Number(property.name.text))
      : (property.name as ts.Identifier).text;
    const value = namedExpression(context, property.initializer, key);
    return (frame, object) => {
      object.put(key, value(frame));
    };
  }
  const key = propertyKey(context, property.name);
  const value = expression(context, property.initializer);
  return (frame, object) => {
    const name = key(frame);
    const member = value(frame);
    if (member instanceof FunctionValue && isAnonymousFunction(property.initializer)) nameFunction(member, name);
    object.put(name, member);
  };
}

/** Whether an expression is a function or class without a name. */
export function isAnonymousFunction(node: ts.Expression): boolean {
  const inner = withoutParentheses(node);
  return (
    ts.isArrowFunction(inner) ||
    ((ts.isFunctionExpression(inner) || ts.isClassExpression(inner)) && inner.name === undefined)
  );
}

/** Give an anonymous function the name of the property that it became. */
export function nameFunction(member: FunctionValue, key: Key): void {
  member.define("name", Property.data(nameOf(key), false, false, true));
}

/** Add a getter or a setter to an object, keeping its counterpart. */
function defineAccessor(
  object: ObjectValue,
  key: Key,
  member: FunctionValue,
  isGetter: boolean,
  enumerable: boolean,
): void {
  const known = object.own(key);
  const getter = isGetter ? member : known?.isAccessor === true ? known.getter : undefined;
  const setter = isGetter ? (known?.isAccessor === true ? known.setter : undefined) : member;
  object.define(key, Property.accessor(getter, setter, enumerable, true));
}

/** Compile a property's name. */
export function propertyKey(context: Context, name: ts.PropertyName): (frame: Frame) => Key {
  if (ts.isComputedPropertyName(name)) return computedKey(context, name.expression);
  if (ts.isNumericLiteral(name)) {
    const key = String(Number(name.text));
    return () => key;
  }
  if (ts.isBigIntLiteral(name)) {
    const key = name.text.slice(0, -1);
    return () => key;
  }
  const { text } = name;
  return () => text;
}

/** CopyDataProperties: the own enumerable properties of a value, except some. */
export function copyProperties(context: Context, source: Value, target: ObjectValue, except: ReadonlySet<Key>): void {
  const { machine } = context.unit;
  if (typeof source === "string") {
    machine.pay(source.length);
    for (const [index, character] of Object.entries([...Array(source.length).keys()].map((at) => source.charAt(at))))
      target.put(index, character);
    return;
  }
  if (!(source instanceof ObjectValue)) return;
  for (const key of keysOf(machine, source)) {
    machine.pay(1);
    if (except.has(key)) continue;
    const property = source.own(key);
    if (property?.enumerable !== true) continue;
    machine.allocate(24);
    target.define(key, Property.data(source.get(machine, key), true, true, true));
  }
}

/** Compile a regular expression literal: a new object at each evaluation. */
export function regularExpression(context: Context, node: ts.RegularExpressionLiteral): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const end = node.text.lastIndexOf("/");
  const pattern = node.text.slice(1, end);
  const flags = node.text.slice(end + 1);
  return () => {
    machine.site = site;
    return makeRegExp(machine, pattern, flags);
  };
}

/** Compile a computed key. */
function computedKey(context: Context, node: ts.Expression): (frame: Frame) => string | symbol {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const code = expression(context, node);
  return (frame) => {
    const value = code(frame);
    machine.site = site;
    return toKey(machine, value);
  };
}
