/** What a function is called where its calls are shown: by its own name, else by what it is given to. */
import { ts } from "../parse.ts";
import { callbackOf, calledText, isCallback, numberedNames } from "./functionNames.ts";

/** What stands for functions that nothing names. */
export const UNNAMED = "function";

/**
 * Return what a function is called: its name in the text; an arrow's by the variable or property that it is given to, by
 * the call that it is passed to (`map callback`), or by the function that returns it (`adder(…)`).
 */
export function calledName(node: ts.Node): string {
  if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) return UNNAMED;
  if (ts.isConstructorDeclaration(node)) return node.parent.name?.text ?? "constructor";
  return nameText(node.name) ?? nameByPlace(node) ?? UNNAMED;
}

const callbackNames = new WeakMap<ts.Node, ReadonlyMap<ts.Node, string>>();

/** Return what a function is called where several may be seen together: the second `map callback` of a function is `map callback (2)`. */
export function distinctName(node: ts.Node): string {
  const name = calledName(node);
  const around = isCallback(name) ? ts.findAncestor(node.parent, isAround) : undefined;
  if (around === undefined) return name;
  const names = callbackNames.get(around) ?? namesInside(around);
  callbackNames.set(around, names);
  return names.get(node) ?? name;
}

function isAround(node: ts.Node): boolean {
  return ts.isFunctionLike(node) || ts.isSourceFile(node);
}

/** The names of the callbacks that stand in a function, but not in one inside of it. */
function namesInside(around: ts.Node): ReadonlyMap<ts.Node, string> {
  const callbacks: ts.Node[] = [];
  const pending: ts.Node[] = [around];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isFunctionLike(node) && isCallback(calledName(node))) callbacks.push(node);
    if (node === around || !ts.isFunctionLike(node)) ts.forEachChild(node, (child) => void pending.push(child));
  }
  // The around one may be a callback itself, of another function.
  const inside = callbacks.filter((node) => node !== around).sort((one, other) => one.pos - other.pos);
  const names = numberedNames(inside.map(calledName));
  return new Map(inside.map((node, index) => [node, names[index]!]));
}

function nameByPlace(node: ts.Node): string | undefined {
  const value = outermost(node);
  const { parent } = value;
  if (hasNamedValue(parent)) return parent.initializer === value ? nameText(parent.name) : undefined;
  if (ts.isBinaryExpression(parent)) return parent.right === value ? targetText(parent.left) : undefined;
  if (ts.isArrayLiteralExpression(parent)) return elementName(parent, value);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) {
    const callee = parent.expression === value ? undefined : targetText(parent.expression);
    return callee === undefined ? undefined : callbackOf(callee);
  }
  if (ts.isExportAssignment(parent)) return "default";
  return returnedName(parent);
}

/** A value with everything around it that does not change which value it is. */
function outermost(node: ts.Node): ts.Node {
  const { parent } = node;
  if (ts.isParenthesizedExpression(parent) || ts.isAsExpression(parent) || ts.isSatisfiesExpression(parent))
    return outermost(parent);
  if (ts.isNonNullExpression(parent) || ts.isTypeAssertionExpression(parent)) return outermost(parent);
  return ts.isConditionalExpression(parent) && parent.condition !== node ? outermost(parent) : node;
}

type NamedValue = ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration | ts.ParameterDeclaration;

function hasNamedValue(node: ts.Node): node is NamedValue | ts.BindingElement {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) return true;
  return ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node);
}

/** `steps[1]`, or the call that the whole list is passed to. */
function elementName(list: ts.ArrayLiteralExpression, element: ts.Node): string | undefined {
  const name = nameByPlace(list);
  if (name === undefined || isCallback(name)) return name;
  return `${name}[${list.elements.indexOf(element as ts.Expression)}]`;
}

/** The name of a function by the one that makes it: `adder(…)`. */
function returnedName(parent: ts.Node): string | undefined {
  if (!ts.isReturnStatement(parent) && !ts.isArrowFunction(parent)) return undefined;
  const maker = ts.isArrowFunction(parent) ? parent : ts.findAncestor(parent, ts.isFunctionLike);
  const name = maker === undefined ? UNNAMED : calledName(maker);
  return name === UNNAMED || isCallback(name) ? undefined : calledText(name);
}

function targetText(node: ts.Expression): string | undefined {
  if (ts.isParenthesizedExpression(node)) return targetText(node.expression);
  if (ts.isIdentifier(node)) return node.text;
  if (node.kind === ts.SyntaxKind.SuperKeyword) return "super";
  return ts.isPropertyAccessExpression(node) ? node.name.text : undefined;
}

function nameText(name: ts.Node | undefined): string | undefined {
  if (name === undefined) return undefined;
  const isText = ts.isIdentifier(name) || ts.isStringLiteral(name) || ts.isPrivateIdentifier(name);
  return isText ? name.text : undefined;
}
