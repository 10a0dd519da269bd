/** Which declaration an imported name comes from, over any number of re-exports; for types, so nothing is run. */
import { parse, ts } from "../parse.ts";
import type { Files } from "./files.ts";
import type { Resolve } from "./resolve.ts";

/** The files around a function, as far as types need them. */
export interface Surroundings {
  readonly files: Files;
  readonly resolve: Resolve;
}

/** Where a name was declared: a name at the top of a file (`default` for a default export without one), or a whole module. */
export type Declared =
  | { readonly kind: "name"; readonly file: ts.SourceFile; readonly name: string; readonly isTypeOnly: boolean }
  | { readonly kind: "module"; readonly file: ts.SourceFile; readonly isTypeOnly: boolean };

/** Return where a name that a file imports was declared; undefined if the file does not import it, or it cannot be found. */
export function importedName(around: Surroundings, file: ts.SourceFile, name: string): Declared | undefined {
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || statement.importClause === undefined) continue;
    const { importClause } = statement;
    const isTypeOnly = importClause.phaseModifier === ts.SyntaxKind.TypeKeyword;
    const from = specifierOf(statement.moduleSpecifier);
    if (importClause.name?.text === name) return typed(exportOf(around, file, from, "default"), isTypeOnly);
    const bindings = importClause.namedBindings;
    if (bindings === undefined) continue;
    if (ts.isNamespaceImport(bindings)) {
      if (bindings.name.text === name) return typed(moduleOf(around, file, from), isTypeOnly);
      continue;
    }
    const element = bindings.elements.find((candidate) => candidate.name.text === name);
    if (element === undefined) continue;
    return typed(
      exportOf(around, file, from, (element.propertyName ?? element.name).text),
      isTypeOnly || element.isTypeOnly,
    );
  }
  return undefined;
}

/** Return the module that a specifier means for types. */
export function moduleOf(around: Surroundings, file: ts.SourceFile, specifier: string): Declared | undefined {
  const uri = around.resolve(file.fileName, specifier, "types");
  const text = uri === undefined ? undefined : around.files.read(uri);
  if (uri === undefined || text === undefined || uri.endsWith(".json")) return undefined;
  return { kind: "module", file: parse(uri, text), isTypeOnly: false };
}

/** Return where a name that a module exports was declared. */
function exportOf(around: Surroundings, file: ts.SourceFile, specifier: string, name: string): Declared | undefined {
  const found = moduleOf(around, file, specifier);
  return found === undefined ? undefined : exportedName(around, found.file, name, new Set());
}

/** Return where a name that a file exports was declared. */
export function exportedName(
  around: Surroundings,
  file: ts.SourceFile,
  name: string,
  visited: Set<ts.SourceFile>,
): Declared | undefined {
  if (visited.has(file)) return undefined;
  visited.add(file);
  for (const statement of file.statements) {
    const found = exportedHere(around, file, statement, name, visited);
    if (found !== undefined) return found;
  }
  for (const statement of file.statements) {
    if (
      !ts.isExportDeclaration(statement) ||
      statement.exportClause !== undefined ||
      statement.moduleSpecifier === undefined
    )
      continue;
    const star = moduleOf(around, file, specifierOf(statement.moduleSpecifier));
    const found = star === undefined || name === "default" ? undefined : exportedName(around, star.file, name, visited);
    if (found !== undefined) return typed(found, statement.isTypeOnly);
  }
  return undefined;
}

/** Return the modules that a file passes on wholly and that have an export of a name, one for each thing that it means. */
export function starsWith(around: Surroundings, file: ts.SourceFile, name: string): readonly string[] {
  const meanings = new Map<string, string>();
  for (const statement of file.statements) {
    if (!ts.isExportDeclaration(statement) || statement.exportClause !== undefined || statement.isTypeOnly) continue;
    if (statement.moduleSpecifier === undefined || name === "default") continue;
    const specifier = specifierOf(statement.moduleSpecifier);
    const found = exportOf(around, file, specifier, name);
    if (found === undefined || found.isTypeOnly) continue;
    const meaning = `${found.file.fileName}\n${found.kind === "name" ? found.name : ""}`;
    if (!meanings.has(meaning)) meanings.set(meaning, specifier);
  }
  return [...meanings.values()];
}

function exportedHere(
  around: Surroundings,
  file: ts.SourceFile,
  statement: ts.Statement,
  name: string,
  visited: Set<ts.SourceFile>,
): Declared | undefined {
  const here = (local: string): Declared => ({ kind: "name", file, name: local, isTypeOnly: false });
  if (ts.isExportAssignment(statement)) {
    if (name !== "default") return undefined;
    return ts.isIdentifier(statement.expression) ? local(around, file, statement.expression.text) : here("default");
  }
  if (!ts.isExportDeclaration(statement))
    return declares(statement, name) ? here(declaredName(statement, name)) : undefined;
  const { exportClause, moduleSpecifier } = statement;
  if (exportClause === undefined) return undefined;
  if (ts.isNamespaceExport(exportClause)) {
    if (exportClause.name.text !== name || moduleSpecifier === undefined) return undefined;
    return typed(moduleOf(around, file, specifierOf(moduleSpecifier)), statement.isTypeOnly);
  }
  const element = exportClause.elements.find((candidate) => candidate.name.text === name);
  if (element === undefined) return undefined;
  const inner = (element.propertyName ?? element.name).text;
  const isTypeOnly = statement.isTypeOnly || element.isTypeOnly;
  if (moduleSpecifier === undefined) return typed(local(around, file, inner), isTypeOnly);
  const from = moduleOf(around, file, specifierOf(moduleSpecifier));
  return from === undefined ? undefined : typed(exportedName(around, from.file, inner, new Set(visited)), isTypeOnly);
}

/** A name of a file, followed if the file has imported it. */
function local(around: Surroundings, file: ts.SourceFile, name: string): Declared {
  return importedName(around, file, name) ?? { kind: "name", file, name, isTypeOnly: false };
}

/** Whether a statement exports the name by declaring it. */
function declares(statement: ts.Statement, name: string): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const has = (kind: ts.SyntaxKind): boolean => modifiers.some((modifier) => modifier.kind === kind);
  const isAmbient = statement.getSourceFile().isDeclarationFile;
  if (!has(ts.SyntaxKind.ExportKeyword) && !isAmbient) return false;
  if (has(ts.SyntaxKind.DefaultKeyword)) return name === "default";
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.some(
      (declaration) => ts.isIdentifier(declaration.name) && declaration.name.text === name,
    );
  return nameOf(statement) === name;
}

function declaredName(statement: ts.Statement, name: string): string {
  return name === "default" ? (nameOf(statement) ?? "default") : name;
}

function nameOf(statement: ts.Statement): string | undefined {
  const isDeclaration =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement);
  return isDeclaration ? statement.name?.text : undefined;
}

function typed(found: Declared | undefined, isTypeOnly: boolean): Declared | undefined {
  return found !== undefined && isTypeOnly ? { ...found, isTypeOnly: true } : found;
}

function specifierOf(node: ts.Expression): string {
  return ts.isStringLiteralLike(node) ? node.text : "";
}
