/** Properties and elements: `a.b`, `a[b]`, `a?.b`, `a.#b`, `super.b`. */
import { ts } from "../../../parse.ts";
import { getProperty, toKey } from "../../rules/convert.ts";
import { readAt } from "../../rules/elements.ts";
import { functionNames, similarName } from "../../suggestions.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { callSiteText } from "../callSite.ts";
import { readPrivate } from "../classes/privateMembers.ts";
import { privateName } from "../classes/privateNames.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { callOfChain } from "../functions/calls.ts";
import { MathMember } from "../functions/shortCall.ts";
import { observed, siteOf } from "../observe.ts";
import { elementCode, lengthCode, propertyCode } from "../operand.ts";
import { withoutWrappers } from "../syntax.ts";
import { readHidden, readThis } from "../variables/variables.ts";
import { PropertySite } from "./propertySite.ts";

/** What an optional chain is once it has met null or undefined. Never leaves the chain. */
export const SHORT: Value = Symbol("short-circuit");

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
  if (isGlobalMath(context, node.expression)) {
    const member = new MathMember(context, node);
    return () => member.read();
  }
  const object = expression(context, node.expression);
  return observed(context, node, readNamed(context, node, node.name.text, object));
}

/** Read a property with a known name. */
function readNamed(context: Context, node: ts.Node, key: string, object: Code): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const property = new PropertySite(machine, key, site);
  return key === "length" ? lengthCode(object, property) : propertyCode(object, property);
}

/** Whether an expression is the global `Math`. */
export function isGlobalMath(context: Context, node: ts.Expression): boolean {
  return ts.isIdentifier(node) && node.text === "Math" && context.scope.find("Math") === undefined;
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
  return elementCode(object, key, (list, at) => {
    machine.site = site;
    return readAt(machine, list, at);
  });
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
  const self = readThis(context, node);
  const key = keyOf(context, node);
  return (frame) => {
    const receiver = self(frame);
    const name = key(frame);
    machine.site = site;
    const object = home(frame);
    const proto = object instanceof ObjectValue ? object.getPrototype() : null;
    if (proto === null) return getProperty(machine, proto, toKey(machine, name));
    return proto.get(machine, toKey(machine, name), receiver);
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
export function notAFunction(context: Context, node: ts.Expression, site: number, self?: Value): unknown {
  const { machine } = context.unit;
  const thrown = machine.error("TypeError", `${callSiteText(node)} is not a function`, site);
  const member = withoutWrappers(node);
  if (self !== undefined && ts.isPropertyAccessExpression(member) && thrown.value instanceof ObjectValue)
    machine.suggestions.set(thrown.value, () => {
      const name = similarName(member.name.text, functionNames(machine, self));
      const object = callSiteText(member.expression);
      return name === undefined || !/^[\w$.]+$/.test(object) ? name : `${object}.${name}`;
    });
  return thrown;
}
