/** Questions about syntax that TypeScript's public interface does not answer. */
import { ts } from "../../parse.ts";

/** Whether a token assigns: `=`, `+=`, `??=` … */
export function isAssignmentOperator(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** The expression inside parentheses. */
export function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}

/** The expression inside parentheses, `as`, `satisfies`, `!` and type assertions, which do not change what it names. */
export function withoutWrappers(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
    ? withoutWrappers(node.expression)
    : node;
}

/** Whether a declaration or a member has a modifier. */
export function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) === true;
}
