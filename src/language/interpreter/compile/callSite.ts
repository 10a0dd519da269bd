/** Expressions in error messages, as V8 writes them: shortened, without types, from the tree and not from the text. */
import { ts } from "../../parse.ts";
import { isAssignmentOperator, withoutWrappers } from "./syntax.ts";

const { SyntaxKind } = ts;

/** What stands for an expression that V8 has no words for. */
export const UNNAMED = "(intermediate value)";

/** The expression that was called or constructed: `o.list.at(...)`, `(x + 1)`. */
export function callSiteText(node: ts.Expression): string {
  const text = print(node);
  return text === "" ? UNNAMED : text;
}

/** The expression that should have been iterable; of a call, V8 suspects the function as well. */
export function iterableText(node: ts.Expression): string {
  const inner = withoutWrappers(node);
  if (ts.isCallExpression(inner) || ts.isNewExpression(inner))
    return `${callSiteText(inner.expression)} is not a function or its return value`;
  return callSiteText(inner);
}

/** The text of an expression; empty where V8 prints nothing. */
function print(wrapped: ts.Expression): string {
  const node = withoutWrappers(wrapped);
  if (ts.isParenthesizedExpression(wrapped) && ts.isOptionalChain(node)) return "";
  const number = foldedNumber(node);
  if (number !== undefined) return String(number);
  if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) return node.text;
  if (ts.isStringLiteralLike(node)) return `"${node.text}"`;
  if (ts.isCallExpression(node)) return `${callSiteText(node.expression)}(...)`;
  if (ts.isTaggedTemplateExpression(node)) return `${callSiteText(node.tag)}(...)`;
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) return member(node);
  if (ts.isTemplateExpression(node)) return node.templateSpans.map((span) => print(span.expression)).join("");
  if (ts.isArrayLiteralExpression(node)) return `[${node.elements.map(element).join(",")}]`;
  if (ts.isObjectLiteralExpression(node)) return `{${node.properties.map(() => UNNAMED).join("")}}`;
  if (ts.isConditionalExpression(node)) return UNNAMED.repeat(3);
  if (ts.isBinaryExpression(node)) return binary(node);
  return unary(node);
}

function unary(node: ts.Expression): string {
  if (ts.isPrefixUnaryExpression(node)) return `(${ts.tokenToString(node.operator)!}${callSiteText(node.operand)})`;
  if (ts.isPostfixUnaryExpression(node)) return `(${callSiteText(node.operand)}${ts.tokenToString(node.operator)!})`;
  if (ts.isTypeOfExpression(node)) return `(typeof ${callSiteText(node.expression)})`;
  if (ts.isVoidExpression(node)) return `(void ${callSiteText(node.expression)})`;
  if (ts.isDeleteExpression(node)) return `(delete ${callSiteText(node.expression)})`;
  switch (node.kind) {
    case SyntaxKind.ThisKeyword:
    case SyntaxKind.NullKeyword:
    case SyntaxKind.TrueKeyword:
    case SyntaxKind.FalseKeyword:
    case SyntaxKind.RegularExpressionLiteral:
      return node.getText();
    default:
      return "";
  }
}

function member(node: ts.PropertyAccessExpression | ts.ElementAccessExpression): string {
  const object = callSiteText(node.expression);
  const isOptional = node.questionDotToken !== undefined;
  if (ts.isPropertyAccessExpression(node) && ts.isPrivateIdentifier(node.name)) return `${object}[${node.name.text}]`;
  const key = ts.isPropertyAccessExpression(node) ? node.name : withoutWrappers(node.argumentExpression);
  const isName = ts.isPropertyAccessExpression(node) || ts.isStringLiteralLike(key);
  if (isName) return `${object}${isOptional ? "?." : "."}${(key as ts.Identifier | ts.StringLiteralLike).text}`;
  return `${object}${isOptional ? "?." : ""}[${callSiteText(key)}]`;
}

function element(node: ts.Expression): string {
  return ts.isSpreadElement(node) ? `(...${callSiteText(node.expression)})` : callSiteText(node);
}

/** Operators whose chains V8 writes without inner parentheses. */
const CHAINED: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.PlusToken,
  SyntaxKind.MinusToken,
  SyntaxKind.AsteriskToken,
  SyntaxKind.SlashToken,
  SyntaxKind.PercentToken,
  SyntaxKind.AmpersandToken,
  SyntaxKind.BarToken,
  SyntaxKind.CaretToken,
  SyntaxKind.LessThanLessThanToken,
  SyntaxKind.GreaterThanGreaterThanToken,
  SyntaxKind.GreaterThanGreaterThanGreaterThanToken,
  SyntaxKind.AmpersandAmpersandToken,
  SyntaxKind.BarBarToken,
  SyntaxKind.QuestionQuestionToken,
  SyntaxKind.CommaToken,
]);

function binary(node: ts.BinaryExpression): string {
  const { kind } = node.operatorToken;
  if (isAssignmentOperator(kind)) return callSiteText(node.left);
  const operands: string[] = [];
  let left: ts.Expression = node;
  // Long sums are as deep as they are long.
  while (ts.isBinaryExpression(left) && left.operatorToken.kind === kind && foldedNumber(left) === undefined) {
    operands.unshift(callSiteText(left.right));
    left = withoutWrappers(left.left);
    if (!CHAINED.has(kind)) break;
  }
  operands.unshift(callSiteText(left));
  return `(${operands.join(` ${node.operatorToken.getText()} `)})`;
}

/** V8 computes with literals while it parses. */
function foldedNumber(wrapped: ts.Expression): number | undefined {
  const node = withoutWrappers(wrapped);
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isPrefixUnaryExpression(node)) {
    const fold = PREFIXES.get(node.operator);
    const operand = fold === undefined ? undefined : foldedNumber(node.operand);
    return operand === undefined ? undefined : fold!(operand);
  }
  if (!ts.isBinaryExpression(node)) return undefined;
  const fold = INFIXES.get(node.operatorToken.kind);
  if (fold === undefined || !isShort(node)) return undefined;
  const left = foldedNumber(node.left);
  const right = left === undefined ? undefined : foldedNumber(node.right);
  return left === undefined || right === undefined ? undefined : fold(left, right);
}

/** Whether an expression is short enough to be folded by recursion. */
function isShort(node: ts.Node): boolean {
  return node.end - node.pos < 200;
}

const PREFIXES = new Map<ts.SyntaxKind, (x: number) => number>([
  [SyntaxKind.MinusToken, (x) => -x],
  [SyntaxKind.PlusToken, (x) => x],
  [SyntaxKind.TildeToken, (x) => ~x],
]);

const INFIXES = new Map<ts.SyntaxKind, (x: number, y: number) => number>([
  [SyntaxKind.PlusToken, (x, y) => x + y],
  [SyntaxKind.MinusToken, (x, y) => x - y],
  [SyntaxKind.AsteriskToken, (x, y) => x * y],
  [SyntaxKind.SlashToken, (x, y) => x / y],
  [SyntaxKind.AsteriskAsteriskToken, (x, y) => x ** y],
  [SyntaxKind.AmpersandToken, (x, y) => x & y],
  [SyntaxKind.BarToken, (x, y) => x | y],
  [SyntaxKind.CaretToken, (x, y) => x ^ y],
  [SyntaxKind.LessThanLessThanToken, (x, y) => x << y],
  [SyntaxKind.GreaterThanGreaterThanToken, (x, y) => x >> y],
  [SyntaxKind.GreaterThanGreaterThanGreaterThanToken, (x, y) => x >>> y],
]);
