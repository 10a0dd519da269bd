/**
 * The operands of expressions in the order in which they are evaluated, and what becomes of one before the next is evaluated.
 */
import { ts } from "../../../parse.ts";
import { newArray, newObject, toKey } from "../../rules/convert.ts";
import { listOf } from "../../rules/iteration.ts";
import type { Value } from "../../values/values.ts";
import { iterableText } from "../callSite.ts";
import type { Context } from "../context.ts";
import { copyProperties } from "../expressions/literals.ts";
import { siteOf } from "../observe.ts";
import { isAssignmentOperator, withoutWrappers } from "../syntax.ts";

const { SyntaxKind } = ts;

/** An operand. */
export interface Operand {
  readonly node: ts.Expression;
  /** What it is for, where that is done at once: converted to a key, iterated, copied. */
  readonly purpose: "value" | "key" | "items" | "properties";
}

/** What becomes of an operand's value before the next operand is evaluated; undefined if nothing does. */
export function firstUse(context: Context, { node, purpose }: Operand): ((value: Value) => Value) | undefined {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const at = (use: (value: Value) => Value) => (value: Value) => {
    machine.site = site;
    return use(value);
  };
  switch (purpose) {
    case "value":
      return undefined;
    case "key":
      return at((value) => toKey(machine, value));
    case "items": {
      const textOf = ts.isArrayLiteralExpression(node.parent.parent) ? () => iterableText(node) : undefined;
      return at((value) => newArray(machine, listOf(machine, value, textOf)));
    }
    case "properties":
      return at((value) => {
        const copy = newObject(machine);
        copyProperties(context, value, copy, new Set());
        return copy;
      });
  }
}

function valueOf(node: ts.Expression): Operand {
  return { node, purpose: "value" };
}

/** The operands of an expression. */
export function operandsOf(node: ts.Expression): Operand[] {
  if (ts.isBinaryExpression(node))
    return isAssignmentOperator(node.operatorToken.kind)
      ? [...placeOperands(node.left), valueOf(node.right)]
      : [valueOf(node.left), valueOf(node.right)];
  if (ts.isCallExpression(node)) return listOperands(node.arguments);
  if (ts.isNewExpression(node)) return [valueOf(node.expression), ...listOperands(node.arguments ?? [])];
  if (ts.isArrayLiteralExpression(node)) return listOperands(node.elements);
  if (ts.isObjectLiteralExpression(node)) return node.properties.flatMap(memberOperands);
  if (ts.isElementAccessExpression(node)) return placeOperands(node);
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const isStep = node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken;
    return isStep ? placeOperands(node.operand) : [valueOf(node.operand)];
  }
  if (ts.isClassExpression(node)) return classOperands(node);
  // Every other expression that can contain a yield has one operand, under this name.
  return [valueOf((node as ts.ParenthesizedExpression).expression)];
}

/** What is evaluated with a class: what it extends, and computed names. */
export function classOperands(node: ts.ClassLikeDeclaration): Operand[] {
  const extended = node.heritageClauses?.find((clause) => clause.token === SyntaxKind.ExtendsKeyword)?.types[0];
  return [
    ...(extended === undefined ? [] : [valueOf(extended.expression)]),
    ...node.members.flatMap(({ name }) => keyOperands(name)),
  ];
}

/** The operands of a list, as of arguments. */
export function listOperands(nodes: readonly ts.Expression[]): Operand[] {
  return nodes
    .filter((node) => !ts.isOmittedExpression(node))
    .map((node) => (ts.isSpreadElement(node) ? { node: node.expression, purpose: "items" } : valueOf(node)));
}

/** What is evaluated before a member is read or written. */
export function placeOperands(node: ts.Expression): Operand[] {
  const target = withoutWrappers(node);
  if (!ts.isElementAccessExpression(target) && !ts.isPropertyAccessExpression(target)) return [];
  return [
    ...(target.expression.kind === SyntaxKind.SuperKeyword ? [] : [valueOf(target.expression)]),
    ...memberKey(target),
  ];
}

/** What is evaluated for the key of a member. */
export function memberKey(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): Operand[] {
  return ts.isElementAccessExpression(node) ? [valueOf(node.argumentExpression)] : [];
}

function memberOperands(member: ts.ObjectLiteralElementLike): Operand[] {
  if (ts.isSpreadAssignment(member)) return [{ node: member.expression, purpose: "properties" }];
  const key = keyOperands(member.name);
  return ts.isPropertyAssignment(member) ? [...key, valueOf(member.initializer)] : key;
}

function keyOperands(name: ts.PropertyName | undefined): Operand[] {
  return name !== undefined && ts.isComputedPropertyName(name) ? [{ node: name.expression, purpose: "key" }] : [];
}
