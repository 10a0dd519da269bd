/** What leaves a panel: to the clipboard, or into a file that the user chooses. */
import * as vscode from "vscode";

const FILTERS: Readonly<Record<string, string>> = { svg: "SVG", png: "PNG" };

/** Ask where to save something, and save it there. */
export async function saveAs(name: string, content: string, encoding: "text" | "base64"): Promise<void> {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
    filters: { [FILTERS[extension] ?? extension]: [extension] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(
    target,
    encoding === "text" ? new TextEncoder().encode(content) : bytesOf(content),
  );
}

/** Give the focus to the editor that shows a file, if it is visible, else to the last one. */
export async function focusEditor(file: string | undefined): Promise<void> {
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.toString() === file);
  if (editor === undefined) {
    await vscode.commands.executeCommand("workbench.action.focusPreviousGroup");
    return;
  }
  const { document, viewColumn, selection } = editor;
  await vscode.window.showTextDocument(document, { ...(viewColumn === undefined ? {} : { viewColumn }), selection });
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
