/** Tells of a mistake of ours: in the editor's own form, or where it has none, through the clipboard. */
import * as vscode from "vscode";
import { extensionId } from "../ids.ts";
import type { Showing } from "../showing/showing.ts";

/** Open the form for reports about this extension with what a panel says of its error; nothing if it shows none. */
export async function reportIssue(state: Showing["state"] | undefined): Promise<void> {
  if (state?.kind !== "failed") return;
  const issueTitle =
    state.title === "" ? "Internal error in Computation Graph" : `Internal error while drawing \`${state.title}\``;
  const issueBody = ["```", state.message, "```", ""].join("\n");
  try {
    await vscode.commands.executeCommand("vscode.openIssueReporter", { extensionId, issueTitle, issueBody });
  } catch {
    await vscode.env.clipboard.writeText(`${issueTitle}\n\n${issueBody}`);
    void vscode.window.showInformationMessage(
      vscode.l10n.t("This editor has no form for issues. The details are in the clipboard."),
    );
  }
}
