/** Which function a file exports as its default. */
import { ts } from "../parse.ts";
import type { FunctionNode } from "./functionSyntax.ts";

/** Whether a function is what its file exports as default. */
export function isDefaultExport(node: FunctionNode): boolean {
  if (node.parent.kind === ts.SyntaxKind.ExportAssignment) return true;
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  if (modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword) === true) return true;
  const name = ts.isFunctionDeclaration(node)
    ? node.name?.text
    : ts.isVariableDeclaration(node.parent) && ts.isIdentifier(node.parent.name)
      ? node.parent.name.text
      : undefined;
  return node.getSourceFile().statements.some((statement) => exportsAsDefault(statement, name));
}

function exportsAsDefault(statement: ts.Statement, name: string | undefined): boolean {
  if (ts.isExportAssignment(statement))
    return ts.isIdentifier(statement.expression) && statement.expression.text === name;
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) return false;
  const clause = statement.exportClause;
  if (clause === undefined || !ts.isNamedExports(clause)) return false;
  return clause.elements.some((element) => element.name.text === "default" && element.propertyName?.text === name);
}
