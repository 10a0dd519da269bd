/** Assignments, compound and logical assignments, `++` and `--`. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { toBoolean, toNumeric } from "../../rules/convert.ts";
import { step } from "../../rules/operators.ts";
import type { Active, Value } from "../../values/values.ts";
import type { Code, Context, Run } from "../context.ts";
import { arithmetic, calculation } from "../expressions/binary.ts";
import { expression, namedExpression } from "../expressions/expressions.ts";
import { observed, siteOf } from "../observe.ts";
import { localSlot } from "../operand.ts";
import { markStep } from "../statements/counting.ts";
import { withoutWrappers } from "../syntax.ts";
import type { Frame } from "../variables/scope.ts";
import { isStore, storeExpression, storeStatement, type Write } from "../variables/store.ts";
import { readVariable, writeVariable } from "../variables/variables.ts";
import { memberAssignment } from "./memberAssignment.ts";
import { assignPattern } from "./patterns.ts";
import { placeOf } from "./places.ts";

const { SyntaxKind } = ts;

/** Compile `a = b`, `a += b`, `a ||= b` and their like. */
export function assignment(context: Context, node: ts.BinaryExpression): Code {
  const kind = node.operatorToken.kind;
  const target = withoutWrappers(node.left);
  const parts = variableAssignment(context, node, target);
  if (parts !== undefined) return observed(context, node, storeExpression(parts.write, parts.value));
  const member = memberAssignment(context, node, target);
  if (member !== undefined) return observed(context, node, (frame) => member.run(frame));
  if (kind === SyntaxKind.EqualsToken) return observed(context, node, plainAssignment(context, node, target));
  const code = arithmetic.has(kind)
    ? compoundAssignment(context, node, target)
    : logicalAssignment(context, node, target);
  return observed(context, node, code);
}

/** Compile an assignment to a variable or a member whose value nobody asks for; undefined for other assignments. */
export function assignmentStatement(context: Context, node: ts.BinaryExpression): Run | undefined {
  if (context.unit.isObserved) return undefined;
  const target = withoutWrappers(node.left);
  const parts = variableAssignment(context, node, target);
  if (parts !== undefined) return storeStatement(parts.write, parts.value);
  const member = memberAssignment(context, node, target);
  if (member === undefined) return undefined;
  return (frame) => {
    member.run(frame);
    return undefined;
  };
}

/** What `a = b` and `a += b` write, and how, if `a` is a variable; undefined for other assignments. */
function variableAssignment(
  context: Context,
  node: ts.BinaryExpression,
  target: ts.Expression,
): { readonly write: Write; readonly value: Code } | undefined {
  if (!ts.isIdentifier(target)) return undefined;
  const { kind } = node.operatorToken;
  if (kind === SyntaxKind.EqualsToken) {
    // In `(f) = () => 1` the function gets no name.
    const isNamed = !ts.isParenthesizedExpression(node.left);
    const value = isNamed ? namedExpression(context, node.right, target.text) : expression(context, node.right);
    return { value, write: writeVariable(context, target, node.right) };
  }
  const operator = arithmetic.get(kind);
  if (operator === undefined) return undefined;
  const value = calculation(context, node, readVariable(context, target), expression(context, node.right));
  return { value, write: writeVariable(context, target, node) };
}

function plainAssignment(context: Context, node: ts.BinaryExpression, target: ts.Expression): Code {
  if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target)) {
    const value = expression(context, node.right);
    const write = assignPattern(context, target);
    return (frame) => {
      const assigned = value(frame);
      write(frame, assigned);
      return assigned;
    };
  }
  const value = expression(context, node.right);
  return placeOf(
    context,
    target,
    node.right,
  )((place): Code => (frame) => {
    const parts = place.open(frame);
    const assigned = value(frame);
    place.write(frame, parts, assigned);
    return assigned;
  });
}

function compoundAssignment(context: Context, node: ts.BinaryExpression, target: ts.Expression): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const operator = arithmetic.get(node.operatorToken.kind)!;
  const usePlace = placeOf(context, target, node);
  const operand = expression(context, node.right);
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const before = place.read(frame, parts);
    const value = operator(machine, before, operand(frame), site);
    place.write(frame, parts, value);
    return value;
  });
}

function logicalAssignment(context: Context, node: ts.BinaryExpression, target: ts.Expression): Code {
  const { machine } = context.unit;
  const kind = node.operatorToken.kind;
  const usePlace = placeOf(context, target, node);
  const operand = ts.isIdentifier(target)
    ? namedExpression(context, node.right, target.text)
    : expression(context, node.right);
  const isWanted = (before: Value): boolean =>
    kind === SyntaxKind.QuestionQuestionEqualsToken
      ? before === undefined || before === null
      : toBoolean(machine, before) === (kind === SyntaxKind.AmpersandAmpersandEqualsToken);
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const before = place.read(frame, parts);
    if (!isWanted(before)) return before;
    const value = operand(frame);
    place.write(frame, parts, value);
    return value;
  });
}

/** Compile `++a`, `a--` and their like. */
export function incrementOrDecrement(
  context: Context,
  node: ts.Expression,
  operand: ts.Expression,
  by: 1 | -1,
  isPrefix: boolean,
): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const target = withoutWrappers(operand);
  const local = ts.isIdentifier(target) ? localSlot(readVariable(context, target)) : undefined;
  if (local !== undefined && ts.isIdentifier(target)) {
    const write = writeVariable(context, target, node);
    const isPlain = isStore(write);
    const code: Code = (frame) => {
      const value = frame.slots[local];
      if (isPlain && typeof value === "number") {
        frame.slots[local] = value + by;
        return isPrefix ? value + by : value;
      }
      const before = toNumericAt(machine, value, site);
      const after = step(machine, before, by, site);
      write(frame, after);
      return isPrefix ? after : before;
    };
    return isPlain ? markStep(code, local, by) : code;
  }
  const usePlace = placeOf(context, target, node);
  return usePlace((place): Code => (frame) => {
    const parts = place.open(frame);
    const value = place.read(frame, parts);
    machine.site = site;
    const before = typeof value === "number" ? value : toNumeric(machine, value);
    const after = step(machine, before, by, site);
    place.write(frame, parts, after);
    return isPrefix ? after : before;
  });
}

function toNumericAt(machine: Machine, value: Value, site: number): number | Active | bigint {
  machine.site = site;
  return toNumeric(machine, value);
}

/** Compile the evaluation of a member's object and key, before the value is known; the answer writes. Undefined for what has none. */
export function openMember(
  context: Context,
  target: ts.Expression,
  named: ts.Node,
): ((frame: Frame) => (value: Value) => void) | undefined {
  const inner = withoutWrappers(target);
  if (!ts.isPropertyAccessExpression(inner) && !ts.isElementAccessExpression(inner)) return undefined;
  return placeOf(
    context,
    inner,
    named,
  )((place) => (frame: Frame) => {
    const parts = place.open(frame);
    return (value: Value) => {
      place.write(frame, parts, value);
    };
  });
}

/** Compile a write of a value to whatever stands left of `=`, for patterns and loops. */
export function writeTo(context: Context, target: ts.Expression, named: ts.Node): Write {
  const inner = withoutWrappers(target);
  if (ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner)) return assignPattern(context, inner);
  return placeOf(
    context,
    inner,
    named,
  )((place): Write => (frame, value) => {
    place.write(frame, place.open(frame), value);
  });
}
