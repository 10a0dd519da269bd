/** Exports: each name once, and nothing that is not there. */
import { ts } from "../../parse.ts";
import { boundIdentifiers, hasModifier, isAmbient, type Around, type Report } from "./around.ts";

const { SyntaxKind } = ts;

/** Check the exports of a file. */
export function checkExports(file: ts.SourceFile, around: Around, report: Report): void {
  const seen = new Set<string>();
  const add = (name: string, node: ts.Node): void => {
    if (seen.has(name)) report(node, `\`${name}\` is exported twice`, "Take one of the two exports away.");
    seen.add(name);
  };
  for (const node of file.statements) {
    if (ts.isExportAssignment(node)) {
      if (node.isExportEquals !== true) add("default", node);
    } else if (ts.isExportDeclaration(node)) checkClause(file, node, around, report, add);
    else if (hasModifier(node, SyntaxKind.ExportKeyword) && !isAmbient(node)) addDeclared(node, add);
  }
}

function addDeclared(node: ts.Statement, add: (name: string, node: ts.Node) => void): void {
  if (ts.isVariableStatement(node)) {
    for (const { name } of node.declarationList.declarations)
      for (const identifier of boundIdentifiers(name)) add(identifier.text, identifier);
    return;
  }
  const isValue = (ts.isFunctionDeclaration(node) && node.body !== undefined) || ts.isClassDeclaration(node);
  if (!isValue) return;
  if (hasModifier(node, SyntaxKind.DefaultKeyword)) add("default", node.name ?? node);
  else if (node.name !== undefined) add(node.name.text, node.name);
}

function checkClause(
  file: ts.SourceFile,
  node: ts.ExportDeclaration,
  around: Around,
  report: Report,
  add: (name: string, node: ts.Node) => void,
): void {
  const { exportClause, moduleSpecifier, isTypeOnly } = node;
  if (exportClause === undefined || isTypeOnly) return;
  if (ts.isNamespaceExport(exportClause)) {
    add(exportClause.name.text, exportClause.name);
    return;
  }
  for (const element of exportClause.elements) {
    if (element.isTypeOnly) continue;
    add(element.name.text, element.name);
    const local = element.propertyName ?? element.name;
    // In TypeScript it may be a type.
    if (moduleSpecifier !== undefined || (file.flags & ts.NodeFlags.JavaScriptFile) === 0) continue;
    if (local.text !== "" && !around.names.declared.has(local.text) && !declaresVar(file, local.text))
      report(local, `\`${local.text}\` is exported but not declared`, "Declare it in this file, or correct its name.");
  }
}

function declaresVar(file: ts.SourceFile, name: string): boolean {
  const pending: ts.Node[] = [file];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (ts.isVariableDeclaration(node) && boundIdentifiers(node.name).some(({ text }) => text === name)) return true;
    if (!ts.isFunctionLike(node) && !ts.isClassLike(node)) ts.forEachChild(node, (child) => void pending.push(child));
  }
  return false;
}
