/** Where a function reads a name, and whether what it reads there counts places. */
import { ts } from "../../parse.ts";
import { nameText } from "../../text/functionSyntax.ts";

/** What a number is for: to find a place by, as an index is, or to tell how many there are, as the end of a loop and the length of a row do. */
export type PlaceUse = "index" | "count";

/** Return what a variable of a function counts: it stands in brackets, in what ends a `for`, as a length; undefined for others. */
export function placeUse(name: string, within: ts.Node): PlaceUse | undefined {
  return commonPlaceUse(readsOf(name, within));
}

/** Return what a number counts that is read in some places; undefined for one that does not. */
export function commonPlaceUse(reads: readonly ts.Expression[]): PlaceUse | undefined {
  const uses = new Set(reads.map(placeUseOf));
  return uses.has("count") ? "count" : uses.has("index") ? "index" : undefined;
}

function placeUseOf(read: ts.Expression): PlaceUse | undefined {
  // `i + 1`, but not each of a long sum.
  const shifted = aroundSum(read, SHIFTS);
  const { parent } = shifted;
  if (ts.isElementAccessExpression(parent)) return parent.argumentExpression === shifted ? "index" : undefined;
  if (ts.isNewExpression(parent) || ts.isCallExpression(parent))
    return parent.expression !== shifted && parent.expression.getText().endsWith("Array") ? "count" : undefined;
  if (ts.isPropertyAssignment(parent)) return nameText(parent.name) === "length" ? "count" : undefined;
  if (ts.isBinaryExpression(parent) && COMPARISONS.has(parent.operatorToken.kind))
    return ts.isForStatement(parent.parent) && parent.parent.condition === parent ? "count" : undefined;
  // `i * columns + j`: which of the two says how many there are is not seen.
  const whole = aroundSum(shifted, PRODUCTS);
  const isIndex = ts.isElementAccessExpression(whole.parent) && whole.parent.argumentExpression === whole;
  return isIndex ? "count" : undefined;
}

/** How far up a sum an index is looked for. */
const SUMS = 4;

function aroundSum(node: ts.Expression, operators: ReadonlySet<ts.SyntaxKind>): ts.Expression {
  let whole = wrapped(node);
  for (let level = 0; level < SUMS; level++) {
    const { parent } = whole;
    if (!ts.isBinaryExpression(parent) || !operators.has(parent.operatorToken.kind)) break;
    whole = wrapped(parent);
  }
  return whole;
}

const SHIFTS: ReadonlySet<ts.SyntaxKind> = new Set([ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken]);
const PRODUCTS: ReadonlySet<ts.SyntaxKind> = new Set([...SHIFTS, ts.SyntaxKind.AsteriskToken]);

const COMPARISONS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.LessThanToken,
  ts.SyntaxKind.LessThanEqualsToken,
  ts.SyntaxKind.GreaterThanToken,
  ts.SyntaxKind.GreaterThanEqualsToken,
]);

const readsByNode = new WeakMap<ts.Node, ReadonlyMap<string, readonly ts.Expression[]>>();

/** Return every read of a name inside a node. That an inner variable may have the same name is not looked at. */
export function readsOf(name: string, within: ts.Node): readonly ts.Expression[] {
  const reads = readsByNode.get(within) ?? allReads(within);
  readsByNode.set(within, reads);
  return reads.get(name) ?? [];
}

/** The reads of all names inside a node, in the order of the text. */
function allReads(within: ts.Node): ReadonlyMap<string, readonly ts.Expression[]> {
  const reads = new Map<string, ts.Expression[]>();
  const add = (name: ts.Identifier): void => {
    const list = reads.get(name.text);
    if (list === undefined) reads.set(name.text, [name]);
    else list.push(name);
  };
  const pending: ts.Node[] = [within];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isIdentifier(node) && isRead(node)) add(node);
    ts.forEachChild(node, (child) => {
      pending.push(child);
    });
  }
  for (const list of reads.values()) list.sort((a, b) => a.pos - b.pos);
  return reads;
}

function isRead(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isBindingElement(parent))
    return parent.initializer === node;
  return !ts.isMethodDeclaration(parent) && !ts.isPropertyDeclaration(parent) && !ts.isTypeNode(parent);
}

/** Return an expression with the parentheses and assertions around it. */
export function wrapped(node: ts.Expression): ts.Expression {
  let outer = node;
  while (
    ts.isParenthesizedExpression(outer.parent) ||
    ts.isNonNullExpression(outer.parent) ||
    ts.isAsExpression(outer.parent)
  )
    outer = outer.parent;
  return outer;
}
