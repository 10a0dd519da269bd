/** Operators with two operands that do not assign. */
import { ts } from "../../../parse.ts";
import { instanceOf } from "../../builtins/function.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import type { BinaryOperator } from "../../rules/arithmetic.ts";
import { noteTie } from "../../rules/compare.ts";
import { looselyEqual, strictlyEqual, toBoolean, toKey } from "../../rules/convert.ts";
import * as operators from "../../rules/operators.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";
import { privateName } from "../classes/privateNames.ts";
import type { Code, Context } from "../context.ts";
import { observed, quote, siteOf } from "../observe.ts";
import { quickBinary } from "../quick.ts";
import { isAssignmentOperator } from "../syntax.ts";
import { expression } from "./expressions.ts";

const { SyntaxKind } = ts;

/** The arithmetic operators by their signs, and by the signs that assign. */
export const arithmetic: ReadonlyMap<ts.SyntaxKind, BinaryOperator> = new Map<ts.SyntaxKind, BinaryOperator>([
  [SyntaxKind.PlusToken, operators.add],
  [SyntaxKind.PlusEqualsToken, operators.add],
  [SyntaxKind.MinusToken, operators.subtract],
  [SyntaxKind.MinusEqualsToken, operators.subtract],
  [SyntaxKind.AsteriskToken, operators.multiply],
  [SyntaxKind.AsteriskEqualsToken, operators.multiply],
  [SyntaxKind.SlashToken, operators.divide],
  [SyntaxKind.SlashEqualsToken, operators.divide],
  [SyntaxKind.PercentToken, operators.remainder],
  [SyntaxKind.PercentEqualsToken, operators.remainder],
  [SyntaxKind.AsteriskAsteriskToken, operators.power],
  [SyntaxKind.AsteriskAsteriskEqualsToken, operators.power],
  [SyntaxKind.AmpersandToken, operators.bitAnd],
  [SyntaxKind.AmpersandEqualsToken, operators.bitAnd],
  [SyntaxKind.BarToken, operators.bitOr],
  [SyntaxKind.BarEqualsToken, operators.bitOr],
  [SyntaxKind.CaretToken, operators.bitXor],
  [SyntaxKind.CaretEqualsToken, operators.bitXor],
  [SyntaxKind.LessThanLessThanToken, operators.shiftLeft],
  [SyntaxKind.LessThanLessThanEqualsToken, operators.shiftLeft],
  [SyntaxKind.GreaterThanGreaterThanToken, operators.shiftRight],
  [SyntaxKind.GreaterThanGreaterThanEqualsToken, operators.shiftRight],
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken, operators.shiftRightUnsigned],
  [SyntaxKind.GreaterThanGreaterThanGreaterThanEqualsToken, operators.shiftRightUnsigned],
]);

/** Compile a binary expression that does not assign. */
export function binary(context: Context, node: ts.BinaryExpression): Code {
  const kind = node.operatorToken.kind;
  if (kind === SyntaxKind.InKeyword && ts.isPrivateIdentifier(node.left)) return privateIn(context, node, node.left);
  const { left, right } = operandsOf(context, node);
  if (arithmetic.has(kind)) return observed(context, node, calculation(context, node, left, right));
  return observed(context, node, other(context, node, kind, left, right));
}

/** Long sums are nested to the left as deep as they are long, so they are compiled without recursion. */
function operandsOf(context: Context, node: ts.BinaryExpression): { readonly left: Code; readonly right: Code } {
  const spine: ts.BinaryExpression[] = [];
  let leftmost: ts.Expression = node.left;
  while (
    ts.isBinaryExpression(leftmost) &&
    // What stands before a `yield` has its value already.
    context.evaluated?.has(leftmost) !== true &&
    arithmetic.has(leftmost.operatorToken.kind) &&
    !isAssignmentOperator(leftmost.operatorToken.kind)
  ) {
    spine.push(leftmost);
    leftmost = leftmost.left;
  }
  let left = expression(context, leftmost);
  for (const inner of spine.reverse()) {
    left = observed(context, inner, calculation(context, inner, left, expression(context, inner.right)));
  }
  return { left, right: expression(context, node.right) };
}

/** Compile the arithmetic of an operator, of one that assigns, too. */
export function calculation(context: Context, node: ts.BinaryExpression, left: Code, right: Code): Code {
  const { machine } = context.unit;
  const { kind } = node.operatorToken;
  const site = siteOf(context, node);
  const operator = arithmetic.get(kind)!;
  return (
    quickBinary(machine, kind, left, right, site) ?? ((frame) => operator(machine, left(frame), right(frame), site))
  );
}

function other(context: Context, node: ts.BinaryExpression, kind: ts.SyntaxKind, left: Code, right: Code): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  const quick = quickBinary(machine, kind, left, right, site);
  if (quick !== undefined) return quick;
  switch (kind) {
    case SyntaxKind.EqualsEqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsEqualsToken:
      return equality(machine, left, right, site, strictlyEqual, kind === SyntaxKind.EqualsEqualsEqualsToken);
    case SyntaxKind.EqualsEqualsToken:
    case SyntaxKind.ExclamationEqualsToken:
      return equality(machine, left, right, site, looselyEqual, kind === SyntaxKind.EqualsEqualsToken);
    case SyntaxKind.AmpersandAmpersandToken:
      return (frame) => {
        const value = left(frame);
        return toBoolean(machine, value) ? right(frame) : value;
      };
    case SyntaxKind.BarBarToken:
      return (frame) => {
        const value = left(frame);
        return toBoolean(machine, value) ? value : right(frame);
      };
    case SyntaxKind.QuestionQuestionToken:
      return (frame) => left(frame) ?? right(frame);
    case SyntaxKind.CommaToken:
      return (frame) => (left(frame), right(frame));
    case SyntaxKind.InKeyword:
      return isIn(context, node, left, right);
    case SyntaxKind.InstanceOfKeyword:
      return (frame) => {
        const value = left(frame);
        const type = right(frame);
        machine.site = site;
        return instanceOf(machine, value, type);
      };
    default:
      throw new Error(`Unknown operator ${quote(context, node.operatorToken)}.`);
  }
}

function equality(
  machine: Machine,
  left: Code,
  right: Code,
  site: number,
  equal: (machine: Machine, x: Value, y: Value) => boolean,
  wanted: boolean,
): Code {
  return (frame) => {
    const x = left(frame);
    const y = right(frame);
    if (x instanceof Active || y instanceof Active) noteTie(machine, x, y, site);
    machine.site = site;
    return equal(machine, x, y) === wanted;
  };
}

function isIn(context: Context, node: ts.BinaryExpression, left: Code, right: Code): Code {
  const { machine } = context.unit;
  const site = siteOf(context, node);
  return (frame) => {
    const key = left(frame);
    const object = right(frame);
    machine.site = site;
    if (object instanceof ObjectValue) return object.has(toKey(machine, key));
    throw machine.error(
      "TypeError",
      `Cannot use 'in' operator to search for '${valueText(machine, key)}' in ${valueText(machine, object)}`,
    );
  };
}

function privateIn(context: Context, node: ts.BinaryExpression, left: ts.PrivateIdentifier): Code {
  const { machine } = context.unit;
  const nameOf = privateName(context, left);
  const right = expression(context, node.right);
  const site = siteOf(context, node);
  return (frame) => {
    const object = right(frame);
    machine.site = site;
    if (!(object instanceof ObjectValue))
      throw machine.error(
        "TypeError",
        `Cannot use 'in' operator to search for '${left.text}' in ${valueText(machine, object)}`,
      );
    const name = nameOf(frame);
    return name !== undefined && object.privates?.has(name) === true;
  };
}
