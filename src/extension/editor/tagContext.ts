/** Whether the active file has tags of ours: then the button to show the graph is in its title bar. */
import * as vscode from "vscode";
import { isSupported } from "../documents.ts";
import { contexts } from "../ids.ts";
import { Owner } from "../owner.ts";

/** Larger texts, in characters, are not searched. */
const LARGEST = 1_000_000;

/** Keeps the context key `gradlens.fileHasTag` true to the active editor. */
export class TagContext extends Owner {
  private current: boolean | undefined;

  constructor() {
    super();
    this.own(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        // A panel that gets the focus leaves no active text editor; the file beside it is still the same.
        if (editor !== undefined) this.update(editor.document);
      }),
    );
    this.own(
      vscode.workspace.onDidSaveTextDocument((document) => {
        if (document === vscode.window.activeTextEditor?.document) this.update(document);
      }),
    );
    if (vscode.window.activeTextEditor !== undefined) this.update(vscode.window.activeTextEditor.document);
  }

  private update(document: vscode.TextDocument): void {
    const text = isSupported(document) ? document.getText() : "";
    const hasTag = text.length <= LARGEST && /@(?:at|wrt)\s/.test(text);
    if (hasTag === this.current) return;
    this.current = hasTag;
    void vscode.commands.executeCommand("setContext", contexts.fileHasTag, hasTag);
  }
}
