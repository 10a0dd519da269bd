/** Shows in the editor which place the pointer or the selection in a panel is on. Never scrolls. */
import * as vscode from "vscode";
import type { SourceLink } from "../../view/model.ts";
import { Owner } from "../owner.ts";
import { rangeOf } from "./links.ts";

/** The highlight, of which there is one in all editors. */
export class Highlights extends Owner {
  private readonly decoration = this.own(
    vscode.window.createTextEditorDecorationType({
      backgroundColor: new vscode.ThemeColor("editor.wordHighlightStrongBackground"),
      borderColor: new vscode.ThemeColor("editor.wordHighlightStrongBorder"),
      borderStyle: "solid",
      borderWidth: "1px",
      rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    }),
  );

  /** Highlight a place in every visible editor of its file; undefined takes the highlight away. */
  show(source: SourceLink | undefined): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const ranges = source?.file === editor.document.uri.toString() ? [rangeOf(editor.document, source)] : [];
      editor.setDecorations(this.decoration, ranges);
    }
  }
}
