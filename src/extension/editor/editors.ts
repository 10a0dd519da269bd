/** Which editor a person is in, or was in last before going into a panel; and from a panel back into it. */
import * as vscode from "vscode";
import type { SourceLink } from "../../view/model.ts";
import { Owner } from "../owner.ts";
import { rangeOf } from "./links.ts";

/** Remembers the last editor while a panel has the focus. */
export class Editors extends Owner {
  private last = vscode.window.activeTextEditor;

  constructor() {
    super();
    this.own(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        this.last = editor ?? this.last;
      }),
    );
  }

  /** The active editor, or as long as a panel is active the one before it, if that is still to be seen. */
  get current(): vscode.TextEditor | undefined {
    const { activeTextEditor, visibleTextEditors } = vscode.window;
    return activeTextEditor ?? visibleTextEditors.find((editor) => editor === this.last);
  }

  /** Put the cursor on a place of the source and give its editor the focus; a file that no editor shows is opened where the last editor is. */
  async open(link: SourceLink): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(link.file, true));
    await vscode.window.showTextDocument(document, {
      viewColumn: (this.of(link.file) ?? this.last)?.viewColumn ?? vscode.ViewColumn.One,
      selection: rangeOf(document, link),
      preserveFocus: false,
    });
  }

  /** Give the focus to the editor that shows a file, if it is visible, else to the group before. */
  async focus(file: string | undefined): Promise<void> {
    const editor = file === undefined ? undefined : this.of(file);
    if (editor === undefined) {
      await vscode.commands.executeCommand("workbench.action.focusPreviousGroup");
      return;
    }
    const { document, viewColumn, selection } = editor;
    await vscode.window.showTextDocument(document, { ...(viewColumn === undefined ? {} : { viewColumn }), selection });
  }

  private of(file: string): vscode.TextEditor | undefined {
    const all = vscode.window.visibleTextEditors.filter(({ document }) => document.uri.toString() === file);
    return all.find((editor) => editor === this.last) ?? all[0];
  }
}
