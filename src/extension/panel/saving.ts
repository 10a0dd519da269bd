/** Saves what a panel gives out in a file that the user chooses. */
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

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
