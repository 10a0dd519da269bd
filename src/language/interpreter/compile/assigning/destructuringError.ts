/** What V8 says when `undefined` or `null` is taken apart: which property was wanted first, and of what. */
import { ts } from "../../../parse.ts";
import type { Machine } from "../../machine.ts";
import { callSiteText, UNNAMED } from "../callSite.ts";
import { withoutWrappers } from "../syntax.ts";

/** The first part of an object's pattern. */
interface First {
  /** Undefined for a computed one, and for the rest. */
  readonly key: string | undefined;
  readonly target: ts.Node;
  readonly fallback: ts.Expression | undefined;
}

/** Return the exception for an object's pattern that gets `undefined` or `null`. */
export function destructuringError(machine: Machine, pattern: ts.Node, source: null | undefined): unknown {
  const first = firstOf(pattern);
  const text = sourceText(pattern, source);
  if (first?.key === undefined)
    return text === undefined ? reading(machine, source) : destructuring(machine, text, source);
  const { key, target, fallback } = first;
  const isObject = ts.isObjectBindingPattern(target) || ts.isObjectLiteralExpression(target);
  // Where it looks for the place in the tree, it comes upon the inner pattern with its default before the outer one.
  if (isObject && fallback !== undefined) return destructuring(machine, callSiteText(fallback), source, key);
  const isPlain =
    fallback === undefined && !ts.isPropertyAccessExpression(target) && !ts.isElementAccessExpression(target);
  return isPlain && text !== undefined ? destructuring(machine, text, source, key) : reading(machine, source, key);
}

function destructuring(machine: Machine, text: string, source: null | undefined, key?: string): unknown {
  const what = key === undefined ? `'${text}'` : `property '${key}' of '${text}'`;
  return machine.error("TypeError", `Cannot destructure ${what} as it is ${String(source)}.`);
}

function reading(machine: Machine, source: null | undefined, key?: string): unknown {
  const what = key === undefined ? "" : ` (reading '${key}')`;
  return machine.error("TypeError", `Cannot read properties of ${String(source)}${what}`);
}

function firstOf(pattern: ts.Node): First | undefined {
  if (ts.isObjectBindingPattern(pattern)) {
    const [first] = pattern.elements;
    if (first === undefined) return undefined;
    const key = first.dotDotDotToken === undefined ? keyText(first.propertyName ?? first.name) : undefined;
    return { key, target: first.name, fallback: first.initializer };
  }
  const [first] = ts.isObjectLiteralExpression(pattern) ? pattern.properties : [];
  if (first === undefined) return undefined;
  if (ts.isShorthandPropertyAssignment(first))
    return { key: first.name.text, target: first.name, fallback: first.objectAssignmentInitializer };
  if (!ts.isPropertyAssignment(first)) return { key: undefined, target: first, fallback: undefined };
  const inner = withoutWrappers(first.initializer);
  const key = keyText(first.name);
  return isAssignment(inner)
    ? { key, target: withoutWrappers(inner.left), fallback: inner.right }
    : { key, target: inner, fallback: undefined };
}

function keyText(name: ts.PropertyName | ts.BindingName): string | undefined {
  return ts.isIdentifier(name) || ts.isStringLiteralLike(name) || ts.isNumericLiteral(name) ? name.text : undefined;
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

/** What a pattern takes apart, in words; undefined for a part of another pattern that has no default of its own. */
function sourceText(pattern: ts.Node, source: null | undefined): string | undefined {
  const { parent } = pattern;
  if (ts.isParameter(parent)) {
    if (parent.initializer !== undefined) return UNNAMED.repeat(3);
    return source === null ? "object null" : "undefined";
  }
  if (ts.isBindingElement(parent)) return parent.initializer && callSiteText(parent.initializer);
  if (ts.isVariableDeclaration(parent)) {
    if (parent.initializer !== undefined) return expressionText(parent.initializer);
    return ts.isCatchClause(parent.parent) ? ".catch" : ".for";
  }
  return isAssignment(parent) && parent.left === pattern ? expressionText(parent.right) : undefined;
}

function expressionText(node: ts.Expression): string {
  return ts.isOptionalChain(withoutWrappers(node)) ? UNNAMED : callSiteText(node);
}
