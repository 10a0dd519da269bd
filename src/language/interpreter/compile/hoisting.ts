/** Which variables a piece of syntax declares, and in which block. */
import { ts } from "../../parse.ts";
import type { BlockScope } from "./scope.ts";
import { hasModifier } from "./syntax.ts";

/** The names that a binding pattern declares, with the pattern's identifiers. */
export function boundNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

/** Declare the `var`s of a function's body, wherever they stand, but not those of inner functions. */
export function hoistVariables(scope: BlockScope, body: ts.Node): void {
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isTypeNode(node) || ts.isModuleDeclaration(node)) return;
    if (ts.isVariableStatement(node) && isAmbient(node)) return;
    if (ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) === 0)
      for (const declaration of node.declarations)
        for (const { text } of boundNames(declaration.name)) scope.declare(text, "var", -1);
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(body, visit);
}

/** Declare what the statements of a block declare in it: `let`, `const`, classes, functions, enums, namespaces. */
export function hoistDeclarations(scope: BlockScope, statements: readonly ts.Statement[]): void {
  for (const statement of statements) hoistDeclaration(scope, statement);
}

function hoistDeclaration(scope: BlockScope, statement: ts.Statement): void {
  if (ts.isVariableStatement(statement)) {
    if (!isAmbient(statement)) hoistList(scope, statement.declarationList);
  } else if (ts.isFunctionDeclaration(statement)) {
    if (statement.body !== undefined && statement.name !== undefined)
      scope.declare(statement.name.text, "function", -1);
  } else if (ts.isClassDeclaration(statement)) {
    if (statement.name !== undefined && !isAmbient(statement))
      scope.declare(statement.name.text, "class", statement.end);
  } else if (ts.isEnumDeclaration(statement)) {
    if (!isAmbient(statement)) scope.declare(statement.name.text, "var", -1);
  } else if (ts.isModuleDeclaration(statement)) {
    if (!isAmbient(statement) && ts.isIdentifier(statement.name)) scope.declare(statement.name.text, "var", -1);
  } else if (ts.isImportEqualsDeclaration(statement)) {
    if (!statement.isTypeOnly) scope.declare(statement.name.text, "var", -1);
  } else if (ts.isLabeledStatement(statement)) hoistDeclaration(scope, statement.statement);
}

/** Declare the variables of a `let` or `const` list. */
export function hoistList(scope: BlockScope, list: ts.VariableDeclarationList): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) === 0) return;
  const kind = (list.flags & ts.NodeFlags.Const) !== 0 ? "const" : "let";
  for (const declaration of list.declarations)
    for (const { text } of boundNames(declaration.name)) scope.declare(text, kind, declaration.end);
}

/** Whether a declaration says `declare` and so has no value. */
export function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}
