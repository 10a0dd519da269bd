/** Calls of functions and methods. */
import { ts } from "../../../parse.ts";
import { readAt } from "../../rules/elements.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { type Value } from "../../values/values.ts";
import { readPrivate } from "../classes/privateMembers.ts";
import { privateName } from "../classes/privateNames.ts";
import type { Code, Context } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { MethodSite } from "../members/inheritedSites.ts";
import { chainPart, isGlobalMath, notAFunction, SHORT } from "../members/members.ts";
import { observed, siteOf, unsupported } from "../observe.ts";
import { operandOf, readFully } from "../operand.ts";
import { type Frame } from "../variables/scope.ts";
import { readThis } from "../variables/variables.ts";
import { argumentsOf, callWith, type Arguments } from "./arguments.ts";
import { superCall } from "./construction.ts";
import { MathMember, shortCall } from "./shortCall.ts";

/** Compile a call outside of an optional chain. */
export function call(context: Context, node: ts.CallExpression): Code {
  const callee = skipTypes(node.expression);
  if (callee.kind === ts.SyntaxKind.SuperKeyword) return superCall(context, node);
  if (callee.kind === ts.SyntaxKind.ImportKeyword)
    return unsupported(
      context,
      node,
      "unsupported/import",
      "`import()` answers later than the computation needs it",
      "Import the module at the top of the file.",
    );
  return observed(context, node, invocation(context, node, callee));
}

/** What is called, without its wrappers: types, `!` and parentheses do not change what a method is called on. */
export function skipTypes(node: ts.Expression): ts.Expression {
  let inner = node;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  ) {
    inner = inner.expression;
  }
  return inner;
}

/** Compile a call inside of an optional chain. */
export function callOfChain(context: Context, node: ts.CallExpression): Code {
  return invocation(context, node, skipTypes(node.expression));
}

function invocation(context: Context, node: ts.CallExpression, callee: ts.Expression): Code {
  const args = argumentsOf(context, node.arguments);
  const isOptional = node.questionDotToken !== undefined;
  if (ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee))
    return methodCall(context, node, callee, args, isOptional);
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const read = operandOf(chainPart(context, callee));
  return (frame) => {
    const target = readFully(frame, read);
    if (target === SHORT || (isOptional && (target === undefined || target === null))) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, undefined, frame, args, site);
    args.list(frame);
    throw notAFunction(context, callee, site);
  };
}

function methodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  if (member.expression.kind === ts.SyntaxKind.SuperKeyword)
    return superMethodCall(context, node, member, args, isOptional);
  if (isFunctionOfMath(member) && !ts.isOptionalChain(member) && isGlobalMath(context, member.expression))
    return mathCall(context, node, member, args, isOptional);
  if (!ts.isOptionalChain(node) && !ts.isOptionalChain(member) && ts.isPropertyAccessExpression(member))
    if (ts.isIdentifier(member.name)) return namedMethodCall(context, node, member, args);
  const object = chainPart(context, member.expression);
  const isOptionalMember = member.questionDotToken !== undefined;
  const read = methodRead(context, member);
  // In `(a?.b)()` the chain ends before the call, which so calls undefined.
  const endsInside = ts.isOptionalChain(member) && !ts.isOptionalChain(node);
  return (frame) => {
    const self = object(frame);
    if (self === SHORT || (isOptionalMember && (self === undefined || self === null))) {
      if (!endsInside) return SHORT;
      args.list(frame);
      throw notAFunction(context, node.expression, site);
    }
    machine.site = site;
    const target = read(frame, self);
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, self, frame, args, site);
    args.list(frame);
    throw notAFunction(context, endsInside ? node.expression : member, site, self);
  };
}

/** Whether a member has the name of one of the functions of `Math`, none of which asks what it is called on. */
function isFunctionOfMath(
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): member is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(member)) return false;
  return typeof Object.getOwnPropertyDescriptor(Math, member.name.text)?.value === "function";
}

/** A call of `a.f()`, the common shape, without the calls of closures that the others need. */
function namedMethodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression,
  args: Arguments,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const object = operandOf(expression(context, member.expression));
  const method = new MethodSite(machine, member.name.text);
  return (frame) => {
    const self = readFully(frame, object);
    machine.site = site;
    const target = method.read(self);
    if (target instanceof FunctionValue) return callWith(machine, target, self, frame, args, site);
    args.list(frame);
    throw notAFunction(context, member, site, self);
  };
}

/** A call of `super.f()`, on `this`. */
function superMethodCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.Expression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = expression(context, member);
  const self = readThis(context, member);
  return (frame) => {
    const target = callee(frame);
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) return callWith(machine, target, self(frame), frame, args, site);
    args.list(frame);
    throw notAFunction(context, member, site);
  };
}

/** A call of `Math.f()`, whose `this` nobody looks at. */
function mathCall(
  context: Context,
  node: ts.CallExpression,
  member: ts.PropertyAccessExpression,
  args: Arguments,
  isOptional: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = new MathMember(context, member);
  return shortCall(machine, callee, args.operands ?? [], site, (frame, target, values) => {
    if (isOptional && (target === undefined || target === null)) return SHORT;
    if (target instanceof FunctionValue) {
      if (values === undefined) return callWith(machine, target, undefined, frame, args, site);
      machine.site = site;
      return target.call(machine, undefined, values);
    }
    if (values === undefined) args.list(frame);
    throw notAFunction(context, member, site);
  });
}

/** Compile the read of a member of an object that has been evaluated. */
export function methodRead(
  context: Context,
  member: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): (frame: Frame, self: Value) => Value {
  const { machine } = context.unit;
  if (ts.isElementAccessExpression(member)) {
    const key = expression(context, member.argumentExpression);
    return (frame, self) => readAt(machine, self, key(frame));
  }
  if (ts.isPrivateIdentifier(member.name)) {
    const name = privateName(context, member.name);
    return (frame, self) => readPrivate(machine, self, name(frame));
  }
  const method = new MethodSite(machine, member.name.text);
  return (_frame, self) => method.read(self);
}
