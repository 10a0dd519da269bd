/** Which variables a piece of syntax declares, and in which block. */
import { ts } from "../../../parse.ts";
import type { Context } from "../context.ts";
import { hasModifier } from "../syntax.ts";
import type { BlockScope } from "./scope.ts";

/** The names that a binding pattern declares, with the pattern's identifiers. */
export function boundNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(element.name)));
}

/**
 * Declare the `var`s of a function's body, wherever they stand, but not those of inner functions. In sloppy code the functions
 * that blocks declare are such variables, too.
 */
export function hoistVariables({ scope, isStrict }: Context, body: ts.Node): void {
  if (!isStrict) hoistBlockFunctions(scope, body);
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

/** Declare a variable for each function that stands in a block, unless one of the blocks around has another thing of its name. */
function hoistBlockFunctions(scope: BlockScope, body: ts.Node): void {
  const top: readonly ts.Node[] = "statements" in body ? (body.statements as ts.NodeArray<ts.Statement>) : [];
  const visit = (node: ts.Node, taken: ReadonlySet<string>): void => {
    if (ts.isFunctionDeclaration(node) && node.name !== undefined && node.body !== undefined && !top.includes(node)) {
      const { text } = node.name;
      const isPlain = node.asteriskToken === undefined && !hasModifier(node, ts.SyntaxKind.AsyncKeyword);
      if (isPlain && !taken.has(text) && scope.own(text)?.kind !== "parameter") {
        scope.declare(text, "var", -1);
        (scope.blockFunctions ??= new Set()).add(node);
      }
    }
    if (ts.isFunctionLike(node) || ts.isClassLike(node)) return;
    const own = ts.isBlock(node) || ts.isCaseBlock(node) ? lexicalNames(node) : [];
    const inner = own.length === 0 ? taken : new Set([...taken, ...own]);
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  const names = new Set(top.flatMap((node) => lexicalNamesOf(node as ts.Statement)));
  ts.forEachChild(body, (child) => {
    visit(child, names);
  });
}

function lexicalNames(node: ts.Block | ts.CaseBlock): string[] {
  const statements = ts.isBlock(node) ? node.statements : node.clauses.flatMap((clause) => [...clause.statements]);
  return statements.flatMap(lexicalNamesOf);
}

function lexicalNamesOf(node: ts.Statement): string[] {
  if (ts.isClassDeclaration(node)) return node.name === undefined ? [] : [node.name.text];
  if (!ts.isVariableStatement(node) || (node.declarationList.flags & ts.NodeFlags.BlockScoped) === 0) return [];
  return node.declarationList.declarations.flatMap(({ name }) => boundNames(name).map(({ text }) => text));
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
  const kind = (list.flags & (ts.NodeFlags.Const | ts.NodeFlags.Using)) !== 0 ? "const" : "let";
  for (const declaration of list.declarations)
    for (const { text } of boundNames(declaration.name)) scope.declare(text, kind, declaration.end);
}

/** Whether a declaration says `declare` and so has no value. */
export function isAmbient(node: ts.Node): boolean {
  return hasModifier(node, ts.SyntaxKind.DeclareKeyword);
}
