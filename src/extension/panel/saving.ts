/** Saves what a panel gives out in a file that the user chooses. */
import * as vscode from "vscode";

const FILTERS: Readonly<Record<string, string>> = { svg: "SVG", png: "PNG" };

/** Something to be saved: a file's name, and what the file is to have. */
interface Saving {
  readonly name: string;
  readonly content: string;
  readonly encoding: "text" | "base64";
}

/** Ask where to save what a panel made of a function of a file, beginning in the folder around that, and save it there. */
export async function saveAs({ name, content, encoding }: Saving, file: vscode.Uri | undefined): Promise<void> {
  const extension = name.slice(name.lastIndexOf(".") + 1);
  const folder = folderAround(file);
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

/** The folder that is opened around a file, else the file's own; of a file that is not saved yet the first that is opened. */
function folderAround(file: vscode.Uri | undefined): vscode.Uri | undefined {
  const opened = file && vscode.workspace.getWorkspaceFolder(file);
  if (opened !== undefined) return opened.uri;
  if (file?.scheme === "file") return vscode.Uri.joinPath(file, "..");
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
