/**
 * Expressions that contain `yield`.
 *
 * The operands beside a `yield` are evaluated one after the other into slots of the frame; then the expression is compiled as
 * everywhere, with reads of those slots in place of the operands. Only what does not evaluate all its operands has rules of its own.
 */
import { ts } from "../../../parse.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { getMethod, getProperty, toBoolean, toText } from "../../rules/convert.ts";
import { iterate, iterationOf } from "../../rules/iteration.ts";
import { concatenate } from "../../rules/operators.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Thrown, type Value } from "../../values/values.ts";
import { writeTo } from "../assigning/assignment.ts";
import {
  Delegated,
  ForcedReturn,
  type Context,
  type WaitingPlace,
  type Yielded,
  type YieldingCode,
} from "../context.ts";
import { arithmetic } from "../expressions/binary.ts";
import { expression } from "../expressions/expressions.ts";
import { has, HAS_YIELD } from "../features.ts";
import { siteOf } from "../observe.ts";
import { isAssignmentOperator, withoutWrappers } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import { isYieldingCall, yieldingCall, yieldingDelete } from "./yieldingCalls.ts";
import { firstUse, operandsOf, placeOperands, type Operand } from "./yieldingOperands.ts";
import { yieldingPattern } from "./yieldingPatterns.ts";

const { SyntaxKind } = ts;

/** Compile an expression of a generator. */
export function yieldingExpression(context: Context, node: ts.Expression): YieldingCode {
  if (!has(node, HAS_YIELD)) {
    const code = expression(context, node);

    return function* (frame) {
      return code(frame);
    };
  }
  if (ts.isYieldExpression(node))
    return node.asteriskToken === undefined ? yieldOne(context, node) : yieldAll(context, node);
  if (ts.isConditionalExpression(node)) return conditional(context, node);
  if (ts.isBinaryExpression(node)) {
    const kind = node.operatorToken.kind;
    if (
      kind === SyntaxKind.AmpersandAmpersandToken ||
      kind === SyntaxKind.BarBarToken ||
      kind === SyntaxKind.QuestionQuestionToken
    )
      return logical(context, node);
    if (kind !== SyntaxKind.EqualsToken && isAssignmentOperator(kind)) return compound(context, node);
    if (kind === SyntaxKind.EqualsToken && isPattern(node.left) && has(node.left, HAS_YIELD))
      return destructuring(context, node);
  }
  if (isYieldingCall(node)) return yieldingCall(context, node);
  if (ts.isTemplateExpression(node)) return template(context, node);
  if (ts.isDeleteExpression(node)) return yieldingDelete(context, node);
  return afterOperands(context, operandsOf(node), (inner) => expression(inner, node));
}

/** Compile a condition of a generator. */
export function yieldingCondition(
  context: Context,
  node: ts.Expression,
): (frame: Frame) => Generator<Yielded, boolean, Value> {
  const { machine } = context.unit;
  const code = yieldingExpression(context, node);
  return function* (frame) {
    return toBoolean(machine, yield* code(frame));
  };
}

/** Evaluate operands into slots, up to the last one that yields, and then what is made of them. */
export function afterOperands<Result>(
  context: Context,
  operands: readonly Operand[],
  compile: (context: Context) => (frame: Frame) => Result,
): (frame: Frame) => Generator<Yielded, Result, Value> {
  const last = operands.findLastIndex(({ node }) => has(node, HAS_YIELD));
  const evaluated = new Map(context.evaluated);
  const steps = operands.slice(0, last + 1).map((operand, index) => {
    const code = yieldingExpression(context, operand.node);
    const { slot } = waitingPlace(context, operand.node, evaluated);
    // What happens to the last one happens before anything else can.
    return { code, slot, use: index < last ? firstUse(context, operand) : undefined };
  });
  const finish = compile({ ...context, evaluated });
  return function* (frame) {
    for (const { code, slot, use } of steps) {
      const value = yield* code(frame);
      frame.slots[slot] = use === undefined ? value : use(value);
    }
    return finish(frame);
  };
}

/** A slot in which an operand's value waits. */
function waitingPlace({ scope }: Context, operand: ts.Node, evaluated: Map<ts.Node, WaitingPlace>): WaitingPlace {
  const place = { plan: scope.plan, slot: scope.plan.add(undefined) };
  evaluated.set(operand, place);
  return place;
}

function yieldOne(context: Context, node: ts.YieldExpression): YieldingCode {
  const operand = node.expression === undefined ? undefined : yieldingExpression(context, node.expression);
  return function* (frame) {
    const value = operand === undefined ? undefined : yield* operand(frame);
    return yield value;
  };
}

/** `yield*`: hand everything through to the inner iterator, also `throw` and `return`. */
function yieldAll(context: Context, node: ts.YieldExpression): YieldingCode {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const operand = yieldingExpression(context, node.expression!);
  return function* (frame) {
    const iterable = yield* operand(frame);
    machine.site = site;
    const method =
      iterable === undefined || iterable === null ? undefined : getProperty(machine, iterable, Symbol.iterator);
    const inner = method instanceof FunctionValue ? method.call(machine, iterable, []) : undefined;
    if (!(inner instanceof ObjectValue)) {
      // Not iterable: let the usual check say so.
      iterate(machine, iterable);
      return undefined;
    }
    return yield* delegate(machine, inner);
  };
}

function* delegate(machine: Machine, inner: ObjectValue): Generator<Yielded, Value, Value> {
  const next = inner.get(machine, "next");
  let result = resultOf(machine, machine.call(next, inner, [undefined]));
  while (!toBoolean(machine, result.get(machine, "done"))) {
    machine.pay(1);
    let received: Value = undefined;
    let end: Thrown | ForcedReturn | undefined;
    try {
      received = yield new Delegated(result);
    } catch (error) {
      if (!(error instanceof Thrown || error instanceof ForcedReturn)) throw error;
      end = error;
    }
    if (end === undefined) result = resultOf(machine, machine.call(next, inner, [received]));
    else result = end instanceof Thrown ? throwInto(machine, inner, end) : returnInto(machine, inner, end);
  }
  return result.get(machine, "value");
}

/** Ask the inner iterator to end; unless it goes on, the generator ends with what it answers. */
function returnInto(machine: Machine, inner: ObjectValue, forced: ForcedReturn): ObjectValue {
  const method = getMethod(machine, inner, "return");
  if (method === undefined) throw forced;
  const result = resultOf(machine, method.call(machine, inner, [forced.value]));
  if (toBoolean(machine, result.get(machine, "done"))) throw new ForcedReturn(result.get(machine, "value"));
  return result;
}

function throwInto(machine: Machine, inner: ObjectValue, thrown: Thrown): ObjectValue {
  const method = getMethod(machine, inner, "throw");
  if (method !== undefined) return resultOf(machine, method.call(machine, inner, [thrown.value]));
  iterationOf(machine, inner).close();
  throw machine.error("TypeError", "The iterator does not provide a 'throw' method.");
}

function resultOf(machine: Machine, value: Value): ObjectValue {
  if (value instanceof ObjectValue) return value;
  throw machine.error("TypeError", `Iterator result ${valueText(machine, value)} is not an object`);
}

function conditional(context: Context, node: ts.ConditionalExpression): YieldingCode {
  const test = yieldingCondition(context, node.condition);
  const whenTrue = yieldingExpression(context, node.whenTrue);
  const whenFalse = yieldingExpression(context, node.whenFalse);
  return function* (frame) {
    return (yield* test(frame)) ? yield* whenTrue(frame) : yield* whenFalse(frame);
  };
}

function logical(context: Context, node: ts.BinaryExpression): YieldingCode {
  const { machine } = context.unit;
  const kind = node.operatorToken.kind;
  const left = yieldingExpression(context, node.left);
  const right = yieldingExpression(context, node.right);
  return function* (frame) {
    const value = yield* left(frame);
    const goesOn =
      kind === SyntaxKind.QuestionQuestionToken
        ? value === undefined || value === null
        : toBoolean(machine, value) === (kind === SyntaxKind.AmpersandAmpersandToken);
    return goesOn ? yield* right(frame) : value;
  };
}

/** A template: what one expression gives is text before the next is evaluated. */
function template(context: Context, node: ts.TemplateExpression): YieldingCode {
  const { machine } = context.unit;
  const parts = node.templateSpans.map((span) => ({
    code: yieldingExpression(context, span.expression),
    site: siteOf(context, span.expression),
    text: span.literal.text,
  }));
  return function* (frame) {
    let { text } = node.head;
    for (const part of parts) {
      const value = yield* part.code(frame);
      machine.site = part.site;
      text = concatenate(machine, concatenate(machine, text, toText(machine, value)), part.text);
    }
    return text;
  };
}

function isPattern(node: ts.Expression): boolean {
  const target = withoutWrappers(node);
  return ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target);
}

function destructuring(context: Context, node: ts.BinaryExpression): YieldingCode {
  const right = yieldingExpression(context, node.right);
  const write = yieldingPattern(context, node.left, node.right, false);
  return function* (frame) {
    const value = yield* right(frame);
    yield* write(frame, value);
    return value;
  };
}

/** `a += yield b`: the old value is read before the `yield`. */
function compound(context: Context, node: ts.BinaryExpression): YieldingCode {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const kind = node.operatorToken.kind;
  const operator = arithmetic.get(kind);
  const evaluated = new Map(context.evaluated);
  const parts = placeOperands(node.left).map((operand) => {
    const { slot } = waitingPlace(context, operand.node, evaluated);
    return { code: yieldingExpression(context, operand.node), slot };
  });
  const inner: Context = { ...context, evaluated };
  const read = expression(inner, node.left);
  const write = writeTo(inner, node.left, node);
  const operand = yieldingExpression(context, node.right);
  const keeps = (before: Value): boolean => {
    if (operator !== undefined) return false;
    if (kind === SyntaxKind.QuestionQuestionEqualsToken) return before !== undefined && before !== null;
    return toBoolean(machine, before) !== (kind === SyntaxKind.AmpersandAmpersandEqualsToken);
  };
  return function* (frame) {
    for (const { code, slot } of parts) frame.slots[slot] = yield* code(frame);
    const before = read(frame);
    if (keeps(before)) return before;
    const right = yield* operand(frame);
    const value = operator === undefined ? right : operator(machine, before, right, site);
    write(frame, value);
    return value;
  };
}
