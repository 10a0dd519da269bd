/** Names that are declared twice. */
import { ts } from "../../parse.ts";
import {
  boundIdentifiers,
  hasModifier,
  isAmbient,
  type Around,
  type Declared,
  type Names,
  type Report,
} from "./around.ts";

/** Declare what the statements of a block declare in it. */
export function declareAll(names: Names, statements: readonly ts.Statement[], around: Around, report: Report): void {
  for (const statement of statements) declareStatement(names, statement, around, report);
}

function declareStatement(names: Names, statement: ts.Statement, around: Around, report: Report): void {
  if (isAmbient(statement)) return;
  if (ts.isVariableStatement(statement)) declareList(names, statement.declarationList, report);
  else if (ts.isFunctionDeclaration(statement)) {
    if (statement.body === undefined || statement.name === undefined) return;
    declare(names, statement.name, "function", report, around);
  } else if (ts.isClassDeclaration(statement)) {
    if (statement.name !== undefined) declare(names, statement.name, "lexical", report);
  } else if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement)) {
    if (ts.isIdentifier(statement.name)) declare(names, statement.name, "merged", report);
  } else if (ts.isImportDeclaration(statement)) declareImports(names, statement, report);
  else if (ts.isLabeledStatement(statement)) declareStatement(names, statement.statement, around, report);
}

function declareImports(names: Names, { importClause }: ts.ImportDeclaration, report: Report): void {
  if (importClause === undefined || importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return;
  if (importClause.name !== undefined) declare(names, importClause.name, "import", report);
  const bindings = importClause.namedBindings;
  if (bindings === undefined) return;
  if (ts.isNamespaceImport(bindings)) declare(names, bindings.name, "import", report);
  else for (const element of bindings.elements) if (!element.isTypeOnly) declare(names, element.name, "import", report);
}

/** Declare the variables of a `let`, `const` or `using`. */
export function declareList(names: Names, list: ts.VariableDeclarationList, report: Report): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) === 0) return;
  for (const { name } of list.declarations)
    for (const identifier of boundIdentifiers(name)) {
      if (identifier.text === "let")
        report(identifier, "`let` cannot be the name of a variable of `let` or `const`", "Give it another name.");
      declare(names, identifier, "lexical", report);
    }
}

/** Declare a name in a block; an error if the block has it already in a way that does not go with it. */
export function declare(
  names: Names,
  identifier: ts.Identifier,
  kind: Declared["kind"],
  report: Report,
  around?: Around,
): void {
  const { text } = identifier;
  if (text === "") return;
  const known = names.declared.get(text);
  if (known !== undefined && !goesWith(names, known, { kind, node: identifier }, around)) again(identifier, report);
  if (known === undefined || kind !== "merged") names.declared.set(text, { kind, node: identifier });
}

function goesWith(names: Names, known: Declared, made: Declared, around: Around | undefined): boolean {
  const kinds = [known.kind, made.kind];
  // TypeScript merges some, and imports of it may be types.
  if (kinds.includes("merged")) return true;
  if (kinds.includes("import")) return isTypeScript(made.node) && known.kind !== made.kind;
  if (made.kind === "function" && known.kind === "parameter") return names.joinsFunctions;
  if (made.kind !== "function" || known.kind !== "function") return false;
  if (names.joinsFunctions) return true;
  return around?.isStrict === false && [known.node.parent, made.node.parent].every(isPlainFunction);
}

function isTypeScript(node: ts.Node): boolean {
  return (node.flags & ts.NodeFlags.JavaScriptFile) === 0;
}

function isPlainFunction(node: ts.Node): boolean {
  return (
    ts.isFunctionDeclaration(node) && node.asteriskToken === undefined && !hasModifier(node, ts.SyntaxKind.AsyncKeyword)
  );
}

function again(identifier: ts.Node, report: Report): void {
  report(
    identifier,
    `\`${(identifier as ts.Identifier).text}\` is declared twice`,
    "Give one of the two another name.",
  );
}

/** Look for a name that the blocks around a `var` have declared otherwise. */
export function checkVar(names: Names, list: ts.VariableDeclarationList, report: Report): void {
  if ((list.flags & ts.NodeFlags.BlockScoped) !== 0) return;
  for (const { name } of list.declarations)
    for (const identifier of boundIdentifiers(name)) {
      const clash = clashOf(names, identifier.text);
      if (clash !== undefined) again(clash.pos > identifier.pos ? clash : identifier, report);
    }
}

function clashOf(from: Names, name: string): ts.Node | undefined {
  for (let names: Names | undefined = from; names !== undefined; names = names.parent) {
    const known = names.declared.get(name);
    if (known?.kind === "lexical") return known.node;
    if (known?.kind === "import" && !isTypeScript(known.node)) return known.node;
    if (known?.kind === "function" && !names.joinsFunctions) return known.node;
    // A simple `catch (e)` may have a `var e` inside; a pattern may not.
    if (known?.kind === "caught" && !ts.isCatchClause(known.node.parent.parent)) return known.node;
    if (names.isFunction) return undefined;
  }
  return undefined;
}

/** Check the names of a parameter list: each once, wherever the list is strict or more than names. */
export function declareParameters(
  names: Names,
  node: ts.FunctionLikeDeclaration,
  isStrict: boolean,
  report: Report,
): void {
  const isSimple = node.parameters.every(
    ({ name, initializer, dotDotDotToken }) =>
      ts.isIdentifier(name) && initializer === undefined && dotDotDotToken === undefined,
  );
  const isPlain = ts.isFunctionDeclaration(node) || ts.isFunctionExpression(node);
  for (const { name } of node.parameters)
    for (const identifier of boundIdentifiers(name)) {
      const isKnown = names.declared.has(identifier.text);
      if (isKnown && (isStrict || !isSimple || !isPlain))
        report(identifier, `Two parameters are called \`${identifier.text}\``, "Give one of the two another name.");
      names.declared.set(identifier.text, { kind: "parameter", node: identifier });
    }
}
