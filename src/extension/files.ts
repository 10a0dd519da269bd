/** Reads files for the engine: open editors first, so that unsaved changes count, then whatever file system there is. */
import * as vscode from "vscode";

/** Files larger than this many bytes are not read. */
const LARGEST = 8_000_000;

/** Return the newest text of a file; undefined if there is none that can be read. */
export async function readFile(name: string): Promise<string | undefined> {
  const uri = vscode.Uri.parse(name, true);
  const key = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === key);
  if (open !== undefined) return open.getText();
  try {
    const { type, size } = await vscode.workspace.fs.stat(uri);
    if ((type & vscode.FileType.File) === 0 || size > LARGEST) return undefined;
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    // Looking for a file that is not there is how modules are found.
    if (error instanceof vscode.FileSystemError) return undefined;
    throw error;
  }
}
