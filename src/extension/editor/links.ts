/** From a panel to the places of the source and back: the one file where offsets of texts become ranges of editors. */
import * as vscode from "vscode";
import type { FunctionInfo } from "../../engine/request.ts";
import type { Span } from "../../language/span.ts";
import type { FunctionLink } from "../../protocol.ts";
import type { SourceLink } from "../../view/model.ts";

/** Return the range of a span; what lies outside of the text is moved to its ends. */
export function rangeOf(document: vscode.TextDocument, span: Span): vscode.Range {
  return new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));
}

/** Return a span of a document as a link. */
export function linkOf(document: vscode.TextDocument, span: Span): SourceLink {
  const { start, end } = span;
  return { file: document.uri.toString(), start, end, line: document.positionAt(start).line + 1 };
}

/** Return the functions of a document as the panel suggests them. */
export function suggestionsOf(
  document: vscode.TextDocument,
  functions: readonly FunctionInfo[],
): readonly FunctionLink[] {
  return functions.map(({ name, signature, namePlace }) => ({ name, signature, source: linkOf(document, namePlace) }));
}

/** Return the last part of a file's address, as a person names the file. */
export function fileName(file: string): string {
  return vscode.Uri.parse(file, true).path.replace(/^.*\//, "");
}

/** Show the paragraph that tells what a finding means and what to write instead. */
export async function openHelp(extensionUri: vscode.Uri, code: string): Promise<void> {
  const page = vscode.Uri.joinPath(extensionUri, "docs", "findings.md");
  // Headings become anchors in the way of Markdown's preview: the slash of a code goes.
  await vscode.commands.executeCommand("markdown.showPreview", page.with({ fragment: code.replace("/", "") }));
}
