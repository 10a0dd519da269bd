/** What strict code and modules forbid, regular expressions that cannot be read, and operators that must not stand side by side. */
import { textOf, ts } from "../../parse.ts";
import type { Around, Report } from "./around.ts";

const { SyntaxKind } = ts;

const RESERVED = new Set("implements interface let package private protected public static yield".split(" "));

/** Check a name where it stands for a variable. */
export function checkIdentifier(node: ts.Identifier, around: Around, report: Report): void {
  const { text } = node;
  if (!RESERVED.has(text) && text !== "await" && text !== "eval" && text !== "arguments") return;
  if (!isVariable(node)) return;
  if (text === "arguments" && around.lacksArguments && !isDeclared(node))
    report(node, "`arguments` has no meaning in a class outside of its methods", "Pass the value as a parameter.");
  if (text === "await" && (around.isModule || around.waiting === "allowed"))
    report(node, "`await` cannot be a name here", "Give it another name.");
  if (text === "yield" && around.isGenerator && !around.isStrict)
    report(node, "`yield` cannot be a name in a generator", "Give it another name.");
  if (!around.isStrict) return;
  if (RESERVED.has(text)) report(node, `\`${text}\` cannot be a name in strict code`, "Give it another name.");
  else if (text !== "await" && isDeclared(node))
    report(node, `\`${text}\` cannot be declared in strict code`, "Give it another name.");
}

function isVariable(node: ts.Identifier): boolean {
  const { parent } = node;
  switch (parent.kind) {
    case SyntaxKind.PropertyAccessExpression:
      return (parent as ts.PropertyAccessExpression).expression === node;
    case SyntaxKind.PropertyAssignment:
    case SyntaxKind.PropertyDeclaration:
    case SyntaxKind.EnumMember:
      return (parent as ts.PropertyAssignment).name !== node;
    case SyntaxKind.BindingElement:
      return (parent as ts.BindingElement).propertyName !== node;
    case SyntaxKind.ImportSpecifier:
      return (parent as ts.ImportSpecifier).propertyName !== node;
    case SyntaxKind.MethodDeclaration:
    case SyntaxKind.GetAccessor:
    case SyntaxKind.SetAccessor:
    case SyntaxKind.LabeledStatement:
    case SyntaxKind.BreakStatement:
    case SyntaxKind.ContinueStatement:
    case SyntaxKind.ExportSpecifier:
    case SyntaxKind.NamespaceExport:
    case SyntaxKind.MetaProperty:
    case SyntaxKind.TypeParameter:
    case SyntaxKind.JsxAttribute:
    case SyntaxKind.ModuleDeclaration:
    case SyntaxKind.ImportAttribute:
      return false;
    default:
      return true;
  }
}

/** Whether a name is given to something there, and not only read. */
function isDeclared(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionDeclaration(parent) ||
      ts.isFunctionExpression(parent) ||
      ts.isClassLike(parent)) &&
    parent.name === node
  );
}

/** Check a number: strict code has no `010`. */
export function checkNumber(node: ts.NumericLiteral, { isStrict }: Around, report: Report): void {
  if (isStrict && /^0[0-9]/.test(textOf(node)))
    report(node, "A number cannot begin with 0 in strict code", "Write `0o` before an octal number.");
}

/** Check a text: strict code has no `\01`. */
export function checkText(node: ts.StringLiteral, { isStrict }: Around, report: Report): void {
  if (isStrict && /^(?:[^\\]|\\[^0-9]|\\0(?![0-9]))*\\(?:[1-9]|0[0-9])/s.test(textOf(node)))
    report(node, "A text cannot have an octal escape in strict code", "Write `\\x` and two hexadecimal digits.");
}

/** Check a regular expression: its pattern and its flags are read with the text. */
export function checkRegularExpression(node: ts.RegularExpressionLiteral, _around: Around, report: Report): void {
  const { text } = node;
  const end = text.lastIndexOf("/");
  try {
    // The host's own reader: nothing is matched.
    new RegExp(text.slice(1, end), text.slice(end + 1));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, "") : "";
    report(
      node,
      `The regular expression cannot be read: ${reason}`,
      "Correct it, or put a backslash before its signs.",
    );
  }
}

/** Check a `delete`: strict code has none of variables, and private members stay. */
export function checkDelete(node: ts.DeleteExpression, { isStrict }: Around, report: Report): void {
  let operand: ts.Expression = node.expression;
  while (ts.isParenthesizedExpression(operand)) operand = operand.expression;
  if (ts.isIdentifier(operand) && operand.text !== "" && isStrict)
    report(node, "A variable cannot be deleted in strict code", "Set it to `undefined`.");
  if (ts.isPropertyAccessExpression(operand) && ts.isPrivateIdentifier(operand.name))
    report(node, "A private member cannot be deleted", "Set it to `undefined`.");
}

/** Check "use strict": it cannot change how parameters were read. */
export function checkDirective(node: ts.FunctionLikeDeclaration, asks: boolean, report: Report): void {
  if (!asks) return;
  const odd = node.parameters.find(
    ({ name, initializer, dotDotDotToken }) =>
      !ts.isIdentifier(name) || initializer !== undefined || dotDotDotToken !== undefined,
  );
  if (odd !== undefined)
    report(odd, '"use strict" needs parameters that are only names', 'Write "use strict" at the top of the file.');
}

/** Check that `??` does not stand beside `||` or `&&` without parentheses. */
export function checkMixing(node: ts.BinaryExpression, report: Report): void {
  const { kind } = node.operatorToken;
  const isLogical = (operator: ts.SyntaxKind): boolean =>
    operator === SyntaxKind.BarBarToken || operator === SyntaxKind.AmpersandAmpersandToken;
  const isNullish = kind === SyntaxKind.QuestionQuestionToken;
  if (!isNullish && !isLogical(kind)) return;
  for (const side of [node.left, node.right]) {
    if (!ts.isBinaryExpression(side)) continue;
    const inner = side.operatorToken.kind;
    if (isNullish ? isLogical(inner) : inner === SyntaxKind.QuestionQuestionToken)
      report(side, "`??` and `||` or `&&` stand side by side", "Put one of them in parentheses.");
  }
}
