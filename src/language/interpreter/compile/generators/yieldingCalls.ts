/**
 * Calls and optional chains of a generator that contain `yield`: what is called is read before the arguments are evaluated, and a
 * chain that ends early evaluates nothing more.
 */
import { ts } from "../../../parse.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Value } from "../../values/values.ts";
import type { Context, Yielded, YieldingCode } from "../context.ts";
import { deletion, expression } from "../expressions/expressions.ts";
import { templateArguments, templateExpressions } from "../expressions/templates.ts";
import { argumentsOf } from "../functions/arguments.ts";
import { methodRead, skipTypes } from "../functions/calls.ts";
import { notAFunction, SHORT } from "../members/members.ts";
import { siteOf } from "../observe.ts";
import { withoutWrappers } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import { readThis } from "../variables/variables.ts";
import { afterOperands, yieldingExpression } from "./yielding.ts";
import { listOperands, memberKey, placeOperands } from "./yieldingOperands.ts";

const { SyntaxKind } = ts;

type Member = ts.PropertyAccessExpression | ts.ElementAccessExpression;

/** Whether an expression is a call or a chain with rules of its own. */
export function isYieldingCall(node: ts.Expression): boolean {
  if (ts.isOptionalChain(node) || ts.isTaggedTemplateExpression(node)) return true;
  if (!ts.isCallExpression(node)) return false;
  const { kind } = skipTypes(node.expression);
  return kind !== SyntaxKind.SuperKeyword && kind !== SyntaxKind.ImportKeyword;
}

/** Compile a call or a whole optional chain that contains `yield`. */
export function yieldingCall(context: Context, node: ts.Expression): YieldingCode {
  const code = link(context, node);
  return function* (frame) {
    const value = yield* code(frame);
    return value === SHORT ? undefined : value;
  };
}

/** Compile a link of a chain; what is no link compiles as usual. */
function link(context: Context, node: ts.Expression): YieldingCode {
  if (ts.isNonNullExpression(node) && ts.isOptionalChain(node)) return link(context, node.expression);
  if (ts.isTaggedTemplateExpression(node) || (ts.isCallExpression(node) && isYieldingCall(node)))
    return callLink(context, node);
  if (!ts.isOptionalChain(node)) return yieldingExpression(context, node);
  return memberLink(context, node as unknown as Member);
}

function isShort(value: Value, isOptional: boolean): boolean {
  return value === SHORT || (isOptional && (value === undefined || value === null));
}

function memberLink(context: Context, node: Member): YieldingCode {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const object = link(context, node.expression);
  const read = memberRead(context, node);
  return function* (frame) {
    const self = yield* object(frame);
    if (isShort(self, node.questionDotToken !== undefined)) return SHORT;
    const value = yield* read(frame);
    machine.site = site;
    return value(self);
  };
}

/** Compile the evaluation of a member's key, after which the member can be read. */
function memberRead(
  context: Context,
  node: Member,
): (frame: Frame) => Generator<Yielded, (self: Value) => Value, Value> {
  return afterOperands(context, memberKey(node), (inner) => {
    const read = methodRead(inner, node);
    return (frame) => (self) => read(frame, self);
  });
}

function callLink(context: Context, node: ts.CallExpression | ts.TaggedTemplateExpression): YieldingCode {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const callee = skipTypes(ts.isCallExpression(node) ? node.expression : node.tag);
  const target = calleeOf(context, callee);
  const args = ts.isCallExpression(node)
    ? afterOperands(context, listOperands(node.arguments), (inner) => argumentsOf(inner, node.arguments).list)
    : afterOperands(context, listOperands(templateExpressions(node)), (inner) => templateArguments(inner, node));
  const isOptional = ts.isCallExpression(node) && node.questionDotToken !== undefined;
  // In `(a?.b)()` the chain ends before the call, which so calls undefined.
  const endsInside = ts.isOptionalChain(callee) && !ts.isOptionalChain(node);
  return function* (frame) {
    const { self, value } = yield* target(frame);
    if (value === SHORT && !endsInside) return SHORT;
    if (isOptional && (value === undefined || value === null)) return SHORT;
    const values = yield* args(frame);
    if (!(value instanceof FunctionValue)) throw notAFunction(context, callee, site, self);
    machine.site = site;
    return value.call(machine, self, values);
  };
}

/** Compile `delete` of a member whose object or key contains `yield`. */
export function yieldingDelete(context: Context, node: ts.DeleteExpression): YieldingCode {
  const target = withoutWrappers(node.expression);
  const isMember = ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target);
  if (!isMember || target.expression.kind === SyntaxKind.SuperKeyword)
    return afterOperands(context, placeOperands(target), (inner) => expression(inner, node));
  const object = link(context, target.expression);
  const remove = afterOperands(context, memberKey(target), (inner) => deletion(inner, node, target));
  return function* (frame) {
    const self = yield* object(frame);
    if (isShort(self, target.questionDotToken !== undefined)) return true;
    return (yield* remove(frame))(self);
  };
}

interface Callee {
  readonly self: Value;
  readonly value: Value;
}

/** Compile the evaluation of what is called, and of what it is called on. */
function calleeOf(context: Context, callee: ts.Expression): (frame: Frame) => Generator<Yielded, Callee, Value> {
  const isMember = ts.isPropertyAccessExpression(callee) || ts.isElementAccessExpression(callee);
  if (!isMember) {
    const code = link(context, callee);
    return function* (frame) {
      return { self: undefined, value: yield* code(frame) };
    };
  }
  if (callee.expression.kind === SyntaxKind.SuperKeyword) return superCallee(context, callee);
  const { machine } = context.unit;
  const site = siteOf(context, callee);
  const object = link(context, callee.expression);
  const read = memberRead(context, callee);
  return function* (frame) {
    const self = yield* object(frame);
    if (isShort(self, callee.questionDotToken !== undefined)) return { self, value: SHORT };
    const value = yield* read(frame);
    machine.site = site;
    return { self, value: value(self) };
  };
}

function superCallee(context: Context, callee: Member): (frame: Frame) => Generator<Yielded, Callee, Value> {
  const self = readThis(context, callee);
  return afterOperands(context, memberKey(callee), (inner) => {
    const value = expression(inner, callee);
    return (frame) => ({ self: self(frame), value: value(frame) });
  });
}
