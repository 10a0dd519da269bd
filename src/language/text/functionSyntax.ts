/** How functions look in the syntax tree: their kinds, names, parameters and overloads. */
import { ts } from "../parse.ts";
import type { Span } from "../span.ts";

/** A function with a body that is declared or bound to a name. */
export type FunctionNode =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.GetAccessorDeclaration
  | ts.ConstructorDeclaration;

/** A class, declared or as an expression. */
export type ClassNode = ts.ClassDeclaration | ts.ClassExpression;

/** Return where a function is named: at its name, else its keyword, else its parameter list. */
export function nameSpan(node: FunctionNode, nameNode: ts.Node | undefined, file: ts.SourceFile): Span {
  if (nameNode !== undefined) return { start: nameNode.getStart(file), end: nameNode.end };
  if (ts.isConstructorDeclaration(node)) {
    const start = file.text.indexOf("constructor", node.modifiers?.end ?? node.getStart(file));
    return { start, end: start + "constructor".length };
  }
  const open = node.getChildren(file).find((child) => child.kind === ts.SyntaxKind.OpenParenToken);
  const close = node.getChildren(file).find((child) => child.kind === ts.SyntaxKind.CloseParenToken);
  if (open !== undefined && close !== undefined) return { start: open.getStart(file), end: close.end };
  return { start: node.getStart(file), end: node.parameters.end };
}

/** Return the signatures without body directly before an implementation. */
export function overloadsOf(node: FunctionNode): readonly ts.Node[] {
  if (!ts.isFunctionDeclaration(node) && !ts.isMethodDeclaration(node) && !ts.isConstructorDeclaration(node)) return [];
  const parent = node.parent;
  const isBlock = ts.isSourceFile(parent) || ts.isBlock(parent) || ts.isModuleBlock(parent);
  const siblings: readonly ts.Node[] = ts.isClassLike(parent) ? parent.members : isBlock ? parent.statements : [];
  const overloads: ts.Node[] = [];
  for (let i = indexOf(siblings, node) - 1; i >= 0; i--) {
    const sibling = siblings[i]!;
    if (sibling.kind !== node.kind || (sibling as FunctionNode).body !== undefined) break;
    if (nameText((sibling as FunctionNode).name) !== nameText(node.name)) break;
    overloads.unshift(sibling);
  }
  return overloads;
}

/** Return the statement of a declared variable if it declares nothing else, else the declaration. */
export function statementOf(node: ts.VariableDeclaration): ts.Node {
  const list = node.parent;
  if (!ts.isVariableDeclarationList(list) || list.declarations.length !== 1) return node;
  return ts.isVariableStatement(list.parent) ? list.parent : node;
}

/** Return the parameters that a call passes: all but a declaration of `this`'s type. */
export function parametersOf(node: ts.SignatureDeclaration): readonly ts.ParameterDeclaration[] {
  const parameters: readonly (ts.ParameterDeclaration | ts.JSDocParameterTag)[] = node.parameters;
  return parameters.filter(ts.isParameter).filter((parameter) => nameText(parameter.name) !== "this");
}

/** Return the declared type of a function's `this`; undefined if none is written. */
export function thisType(node: FunctionNode): ts.TypeNode | undefined {
  const [first] = node.parameters;
  if (first !== undefined && nameText(first.name) === "this") return first.type;
  return ts.getJSDocThisTag(node)?.typeExpression.type;
}

/** Return a parameter as signatures show it: its name or pattern, without type and default. */
export function parameterText(parameter: ts.ParameterDeclaration): string {
  const name = parameter.name.getText().replace(/\s+/g, " ");
  return parameter.dotDotDotToken === undefined ? name : `...${name}`;
}

/** Return a property's name as it is read: `x`, `#x`, `[Symbol.iterator]`. */
export function nameText(name: ts.PropertyName | ts.BindingName | undefined): string {
  if (name === undefined) return "";
  if (
    ts.isIdentifier(name) ||
    ts.isPrivateIdentifier(name) ||
    ts.isStringLiteralLike(name) ||
    ts.isNumericLiteral(name)
  )
    return name.text;
  return name.getText();
}

/** Whether a member belongs to the class itself. */
export function isStatic(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.StaticKeyword);
}

function hasModifier(node: ts.Node, kind: ts.SyntaxKind): boolean {
  if (!ts.canHaveModifiers(node)) return false;
  return ts.getModifiers(node)?.some((modifier) => modifier.kind === kind) === true;
}

/** Return a class that can be made: an abstract one is stood in for by the first of its file that extends it. */
export function concreteClass(node: ts.ClassLikeDeclaration): ts.ClassLikeDeclaration {
  const name = node.name?.text;
  if (name === undefined || !hasModifier(node, ts.SyntaxKind.AbstractKeyword)) return node;
  const { statements } = node.getSourceFile();
  const heirs = statements.filter(ts.isClassDeclaration).filter((other) => baseName(other) === name && other !== node);
  return heirs.map(concreteClass).find((heir) => !hasModifier(heir, ts.SyntaxKind.AbstractKeyword)) ?? node;
}

function baseName({ heritageClauses }: ts.ClassDeclaration): string | undefined {
  const clause = heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword);
  return clause?.types[0]?.expression.getText();
}

/** Whether a function is one of those that made objects before there were classes: `function Vec(x) { this.x = x; }`. */
export function makesInstances(node: FunctionNode, name: string): boolean {
  if (!/^\p{Lu}/u.test(name) || thisType(node) !== undefined) return false;
  if (!ts.isFunctionDeclaration(node) && !ts.isFunctionExpression(node)) return false;
  if (node.asteriskToken !== undefined || node.body === undefined) return false;
  return node.body.statements.some(
    (statement) =>
      ts.isExpressionStatement(statement) &&
      ts.isBinaryExpression(statement.expression) &&
      ts.isPropertyAccessExpression(statement.expression.left) &&
      statement.expression.left.expression.kind === ts.SyntaxKind.ThisKeyword,
  );
}

/** Whether a function reads its `this`, itself or in an arrow inside it. */
export function readsThis(node: FunctionNode): boolean {
  if (ts.isArrowFunction(node)) return false;
  const pending: ts.Node[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === ts.SyntaxKind.ThisKeyword || next.kind === ts.SyntaxKind.SuperKeyword) return true;
    ts.forEachChild(next, (child) => {
      pending.push(child);
    });
  }
  return false;
}

/** Whether a node is a function that can be shown; it may still lack a body. */
export function isFunctionNode(node: ts.Node): node is FunctionNode {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isArrowFunction(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isGetAccessorDeclaration(node) ||
    ts.isConstructorDeclaration(node)
  );
}

/** The index of a node among its siblings, which stand in the order of the text; a file can have very many. */
function indexOf(siblings: readonly ts.Node[], node: ts.Node): number {
  let low = 0;
  let high = siblings.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (siblings[middle]!.end < node.end) low = middle + 1;
    else high = middle;
  }
  return low;
}
