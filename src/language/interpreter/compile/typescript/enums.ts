/** TypeScript's enums, as the objects that they compile to. */
import { ts } from "../../../parse.ts";
import { toKey } from "../../rules/convert.ts";
import type { Value } from "../../values/values.ts";
import type { Context, Run } from "../context.ts";
import { expression } from "../expressions/expressions.ts";
import { propertyKey } from "../expressions/literals.ts";
import { withoutParentheses } from "../syntax.ts";
import { isAmbient } from "../variables/hoisting.ts";
import { BlockScope, FramePlan } from "../variables/scope.ts";
import { declarationsMergedWith, withMergedObject } from "./merging.ts";

const { SyntaxKind } = ts;

/** Compile an `enum`: names to values, and numbers back to names. Several declarations add to one object. */
export function enumDeclaration(context: Context, node: ts.EnumDeclaration): Run {
  if (isAmbient(node)) return () => undefined;
  const { machine } = context.unit;
  const plan = new FramePlan(context.scope.plan);
  const scope = new BlockScope(context.scope, plan, false);
  const self = scope.declare("enum", "hidden", -1);
  // Members may use others by their bare names.
  for (const part of declarationsMergedWith(node))
    if (ts.isEnumDeclaration(part)) for (const name of memberNames(part)) scope.bindMember(name, self);
  const inner: Context = { ...context, scope, labels: [] };
  const members = node.members.map(({ name, initializer }) => ({
    key: propertyKey(context, name),
    value: initializer === undefined ? undefined : expression(inner, initializer),
    isConstant: initializer !== undefined && isConstant(initializer),
    isText: initializer !== undefined && isText(initializer),
  }));
  return withMergedObject(context, node.name, (outer, object) => {
    const frame = plan.open(outer);
    frame.slots[self.slot] = object;
    let next: Value = 0;
    for (const { key, value, isConstant, isText } of members) {
      let made: Value = value === undefined ? next : machine.plain(value(frame));
      // The compiler writes a constant 0 without its sign.
      if (isConstant && typeof made === "number") made += 0;
      const name = key(frame);
      object.put(name, made);
      if (!isText) object.put(toKey(machine, made), String(name));
      next = typeof made === "number" ? made + 1 : undefined;
    }
  });
}

/** The names of an enum's members that can be used without the enum's. */
export function memberNames(node: ts.EnumDeclaration): string[] {
  return node.members.flatMap(({ name }) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? [name.text] : []));
}

/** Whether the compiler computes an initialiser itself. */
function isConstant(wrapped: ts.Expression): boolean {
  const node = withoutParentheses(wrapped);
  if (ts.isPrefixUnaryExpression(node)) return isConstant(node.operand);
  if (ts.isBinaryExpression(node)) return isConstant(node.left) && isConstant(node.right);
  return ts.isNumericLiteral(node) || ts.isIdentifier(node) || ts.isPropertyAccessExpression(node);
}

/** Whether an initialiser is a text by its syntax: then there is no way back from it to the name. */
function isText(wrapped: ts.Expression): boolean {
  const node = withoutParentheses(wrapped);
  if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return true;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== SyntaxKind.PlusToken) return isTextMember(node);
  return isText(node.left) || isText(node.right);
}

/** Whether an initialiser names a member, of this enum or another one, that is a text. */
function isTextMember(node: ts.Expression): boolean {
  const isMember = ts.isPropertyAccessExpression(node);
  if (!ts.isIdentifier(node) && !(isMember && ts.isIdentifier(node.expression))) return false;
  const name = isMember ? node.name.text : node.text;
  const enums = isMember ? enumsNamed(node, (node.expression as ts.Identifier).text) : enumsAround(node);
  const found = enums
    .flatMap(({ members }) => [...members])
    .find((member) => ts.isIdentifier(member.name) && member.name.text === name);
  return found?.initializer !== undefined && !isAncestor(found, node) && isText(found.initializer);
}

function enumsAround(node: ts.Node): ts.EnumDeclaration[] {
  const own = ts.findAncestor(node, ts.isEnumDeclaration);
  return own === undefined ? [] : declarationsMergedWith(own).filter(ts.isEnumDeclaration);
}

function enumsNamed(node: ts.Node, name: string): ts.EnumDeclaration[] {
  for (let around: ts.Node = node.parent; (around as ts.Node | undefined) !== undefined; around = around.parent) {
    if (!("statements" in around)) continue;
    const found = (around.statements as ts.NodeArray<ts.Statement>)
      .filter(ts.isEnumDeclaration)
      .filter((declaration) => declaration.name.text === name);
    if (found.length > 0) return found;
  }
  return [];
}

function isAncestor(ancestor: ts.Node, node: ts.Node): boolean {
  return ts.findAncestor(node, (around) => around === ancestor) !== undefined;
}
