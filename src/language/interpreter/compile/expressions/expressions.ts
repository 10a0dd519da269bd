/** Expressions: syntax in, closures out. */
import { ts } from "../../../parse.ts";
import { keptText } from "../../builtins/object/orThrow.ts";
import { importMeta } from "../../modules/fileVariables.ts";
import { getProperty, toBoolean, toKey, toObject, typeOf } from "../../rules/convert.ts";
import { bitNot, negate, plus } from "../../rules/operators.ts";
import type { Value } from "../../values/values.ts";
import { assignment, incrementOrDecrement } from "../assigning/assignment.ts";
import { classExpression } from "../classes/classes.ts";
import type { Code, Context } from "../context.ts";
import { call } from "../functions/calls.ts";
import { construct } from "../functions/construction.ts";
import { functionExpression } from "../functions/functions.ts";
import { chainPart, chainRoot, elementAccess, keyOf, propertyAccess, SHORT } from "../members/members.ts";
import { observed, siteOf, unsupported } from "../observe.ts";
import { markConstant } from "../operand.ts";
import { isAssignmentOperator, withoutParentheses, withoutWrappers } from "../syntax.ts";
import { hopsBetween, type Frame } from "../variables/scope.ts";
import { readForTypeof, readHidden, readSlot, readThis, readVariable } from "../variables/variables.ts";
import { binary } from "./binary.ts";
import { arrayLiteral, objectLiteral, regularExpression } from "./literals.ts";
import { taggedTemplate, template } from "./templates.ts";

type Kind = ts.SyntaxKind;

/** Compile an expression. */
export function expression(context: Context, node: ts.Expression): Code {
  const waiting = context.evaluated?.get(node);
  if (waiting !== undefined) return readSlot(waiting.slot, hopsBetween(context.scope.plan, waiting.plan));
  if (ts.isIdentifier(node)) return readVariable(context, node);
  // A name meets only the function or class that stands directly where it is given.
  const inner = context.name === undefined || isNameable(node) ? context : { ...context, name: undefined };
  if (ts.isOptionalChain(node) && !ts.isNonNullExpression(node)) return chainRoot(inner, node);
  const compile = compilers.get(node.kind);
  if (compile === undefined) return unknownSyntax(inner, node);
  return compile(inner, node as never);
}

/** Compile an expression whose anonymous function or class gets a name. */
export function namedExpression(context: Context, node: ts.Expression, name: string): Code {
  return expression({ ...context, name }, node);
}

function isNameable(node: ts.Expression): boolean {
  return (
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isClassExpression(node) ||
    ts.isParenthesizedExpression(node)
  );
}

function unknownSyntax(context: Context, node: ts.Expression): Code {
  const { SyntaxKind } = ts;
  if (node.kind >= SyntaxKind.JsxElement && node.kind <= SyntaxKind.JsxFragment)
    return unsupported(
      context,
      node,
      "unsupported/jsx",
      "JSX describes a page, not a number",
      "Move the computation into a function of its own.",
    );
  return unsupported(
    context,
    node,
    "unsupported/syntax",
    `\`${node.getText(context.unit.file).slice(0, 40)}\` is not supported yet`,
    "Write it with simpler expressions.",
  );
}

function wrapper(context: Context, node: ts.Node): Code {
  return expression(context, (node as ts.ParenthesizedExpression).expression);
}

function constant(value: Value): Code {
  return markConstant(() => value, value);
}

function prefix(context: Context, node: ts.PrefixUnaryExpression): Code {
  const { machine } = context.unit;
  const { SyntaxKind } = ts;
  if (node.operator === SyntaxKind.PlusPlusToken || node.operator === SyntaxKind.MinusMinusToken)
    return incrementOrDecrement(context, node, node.operand, node.operator === SyntaxKind.PlusPlusToken ? 1 : -1, true);
  if (node.operator === SyntaxKind.MinusToken && ts.isNumericLiteral(node.operand))
    return constant(-Number(node.operand.text));
  if (node.operator === SyntaxKind.ExclamationToken) {
    const test = condition(context, node.operand);
    return observed(context, node, (frame) => !test(frame));
  }
  const operand = expression(context, node.operand);
  const site = context.unit.sites.of(node, context.unit.uri);
  switch (node.operator) {
    case SyntaxKind.MinusToken:
      return observed(context, node, (frame) => negate(machine, operand(frame), site));
    case SyntaxKind.PlusToken:
      return observed(context, node, (frame) => plus(machine, operand(frame), site));
    case SyntaxKind.TildeToken:
      return observed(context, node, (frame) => bitNot(machine, operand(frame), site));
  }
}

/** Compile an expression of which only the truth counts. */
export function condition(context: Context, node: ts.Expression): (frame: Parameters<Code>[0]) => boolean {
  const { machine } = context.unit;
  const code = expression(context, node);
  if (isComparison(node)) return code as (frame: Parameters<Code>[0]) => boolean;
  return (frame) => {
    const value = code(frame);
    if (typeof value === "boolean") return value;
    return toBoolean(machine, value);
  };
}

/** Whether an expression is a comparison, whose value is always a boolean. */
function isComparison(node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return (
    (kind >= ts.SyntaxKind.LessThanToken && kind <= ts.SyntaxKind.GreaterThanEqualsToken) ||
    (kind >= ts.SyntaxKind.EqualsEqualsToken && kind <= ts.SyntaxKind.ExclamationEqualsEqualsToken)
  );
}

function typeofExpression(context: Context, node: ts.TypeOfExpression): Code {
  const inner = withoutParentheses(node.expression);
  const operand = ts.isIdentifier(inner) ? readForTypeof(context, inner) : expression(context, node.expression);
  return (frame) => typeOf(operand(frame));
}

function deleteExpression(context: Context, node: ts.DeleteExpression): Code {
  const { machine } = context.unit;
  const target = withoutWrappers(node.expression);
  if (!ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target)) {
    if (ts.isIdentifier(target)) return deleteName(context, target);
    const operand = expression(context, node.expression);
    return (frame) => (operand(frame), true);
  }
  const site = context.unit.sites.of(node, context.unit.uri);
  if (target.expression.kind === ts.SyntaxKind.SuperKeyword)
    return () => {
      throw machine.error("ReferenceError", "Unsupported reference to 'super'", site);
    };
  const object = chainPart(context, target.expression);
  const remove = deletion(context, node, target);
  return (frame) => {
    const self = object(frame);
    if (self === SHORT || (target.questionDotToken !== undefined && (self === undefined || self === null))) return true;
    return remove(frame)(self);
  };
}

/** Compile the evaluation of a member's key, after which the member of an object can be deleted. */
export function deletion(
  context: Context,
  node: ts.DeleteExpression,
  target: ts.PropertyAccessExpression | ts.ElementAccessExpression,
): (frame: Frame) => (self: Value) => Value {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const key = keyOf(context, target);
  return (frame) => {
    const name = key(frame);
    return (self) => {
      machine.site = site;
      const base = toObject(machine, self);
      const property = toKey(machine, name);
      if (base.delete(property)) return true;
      if (!context.isStrict) return false;
      throw machine.error("TypeError", keptText(machine, base, property));
    };
  };
}

/** `delete name`, which only sloppy code may say: a global variable that was never declared goes away. */
function deleteName(context: Context, node: ts.Identifier): Code {
  const { machine } = context.unit;
  if (context.scope.find(node.text) !== undefined) return () => false;
  return () => machine.intrinsics.global.delete(node.text);
}

function conditional(context: Context, node: ts.ConditionalExpression): Code {
  const test = condition(context, node.condition);
  const whenTrue = expression(context, node.whenTrue);
  const whenFalse = expression(context, node.whenFalse);
  return observed(context, node, (frame) => (test(frame) ? whenTrue(frame) : whenFalse(frame)));
}

/** `A.b` in `import x = A.b`. */
function qualifiedName(context: Context, node: ts.QualifiedName): Code {
  const { machine } = context.unit;
  const site = context.unit.sites.of(node, context.unit.uri);
  const object = expression(context, node.left as unknown as ts.Expression);
  return (frame) => {
    const value = object(frame);
    machine.site = site;
    return getProperty(machine, value, node.right.text);
  };
}

function metaProperty(context: Context, node: ts.MetaProperty): Code {
  if (node.keywordToken === ts.SyntaxKind.NewKeyword) return readHidden(context, "new.target");
  const { unit } = context;
  return () => (unit.meta.value ??= importMeta(unit.machine, unit.uri));
}

function awaitExpression(context: Context, node: ts.Node): Code {
  return unsupported(
    context,
    node,
    "unsupported/async",
    "`await` waits for something outside of the computation",
    "Load the data first and pass it as a parameter.",
  );
}

function yieldOutside(context: Context, node: ts.Node): Code {
  return unsupported(
    context,
    node,
    "unsupported/syntax",
    "`yield` stands outside of a generator",
    "Put it into a function marked with `function*`.",
  );
}

const compilers = new Map<Kind, (context: Context, node: never) => Code>([
  [ts.SyntaxKind.NumericLiteral, (_: Context, node: ts.NumericLiteral) => constant(Number(node.text))],
  [ts.SyntaxKind.StringLiteral, (_: Context, node: ts.StringLiteral) => constant(node.text)],
  [
    ts.SyntaxKind.NoSubstitutionTemplateLiteral,
    (_: Context, node: ts.NoSubstitutionTemplateLiteral) => constant(node.text),
  ],
  [
    ts.SyntaxKind.BigIntLiteral,
    (_: Context, node: ts.BigIntLiteral) => constant(BigInt(node.text.slice(0, -1).replaceAll("_", ""))),
  ],
  [ts.SyntaxKind.TrueKeyword, () => constant(true)],
  [ts.SyntaxKind.FalseKeyword, () => constant(false)],
  [ts.SyntaxKind.NullKeyword, () => constant(null)],
  [ts.SyntaxKind.OmittedExpression, () => constant(undefined)],
  [ts.SyntaxKind.RegularExpressionLiteral, regularExpression],
  [ts.SyntaxKind.TemplateExpression, template],
  [ts.SyntaxKind.TaggedTemplateExpression, taggedTemplate],
  [ts.SyntaxKind.ThisKeyword, (context: Context, node: ts.Node) => thisExpression(context, node)],
  [ts.SyntaxKind.MetaProperty, metaProperty],
  [ts.SyntaxKind.ParenthesizedExpression, wrapper],
  [ts.SyntaxKind.AsExpression, wrapper],
  [ts.SyntaxKind.SatisfiesExpression, wrapper],
  [ts.SyntaxKind.NonNullExpression, wrapper],
  [ts.SyntaxKind.TypeAssertionExpression, wrapper],
  [ts.SyntaxKind.ExpressionWithTypeArguments, wrapper],
  [ts.SyntaxKind.ArrayLiteralExpression, arrayLiteral],
  [ts.SyntaxKind.ObjectLiteralExpression, objectLiteral],
  [ts.SyntaxKind.FunctionExpression, functionExpression],
  [ts.SyntaxKind.ArrowFunction, functionExpression],
  [ts.SyntaxKind.ClassExpression, classExpression],
  [ts.SyntaxKind.PrefixUnaryExpression, prefix],
  [
    ts.SyntaxKind.PostfixUnaryExpression,
    (context: Context, node: ts.PostfixUnaryExpression) =>
      incrementOrDecrement(context, node, node.operand, node.operator === ts.SyntaxKind.PlusPlusToken ? 1 : -1, false),
  ],
  [ts.SyntaxKind.TypeOfExpression, typeofExpression],
  [
    ts.SyntaxKind.VoidExpression,
    (context: Context, node: ts.VoidExpression) => {
      const operand = expression(context, node.expression);
      return (frame) => (operand(frame), undefined);
    },
  ],
  [ts.SyntaxKind.DeleteExpression, deleteExpression],
  [
    ts.SyntaxKind.BinaryExpression,
    (context: Context, node: ts.BinaryExpression) =>
      isAssignmentOperator(node.operatorToken.kind) ? assignment(context, node) : binary(context, node),
  ],
  [ts.SyntaxKind.ConditionalExpression, conditional],
  [ts.SyntaxKind.PropertyAccessExpression, propertyAccess],
  [ts.SyntaxKind.QualifiedName, qualifiedName],
  [ts.SyntaxKind.ElementAccessExpression, elementAccess],
  [ts.SyntaxKind.CallExpression, call],
  [ts.SyntaxKind.NewExpression, construct],
  [ts.SyntaxKind.AwaitExpression, awaitExpression],
  [ts.SyntaxKind.YieldExpression, yieldOutside],
] as [Kind, (context: Context, node: never) => Code][]);

function thisExpression(context: Context, node: ts.Node): Code {
  return observed(context, node, readThis(context, node));
}
