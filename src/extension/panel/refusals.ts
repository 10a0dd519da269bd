/** The one notification that answers a command that cannot be carried out. */
import * as vscode from "vscode";
import type { Refusal } from "../../protocol.ts";

/** Say why a command did nothing. */
export function tellRefusal(reason: Refusal): void {
  void vscode.window.showInformationMessage(textOf(reason));
}

function textOf(reason: Refusal): string {
  switch (reason) {
    case "no-graph":
      return vscode.l10n.t("There is no graph. Put the cursor in a function that computes with numbers.");
    case "no-node":
      return vscode.l10n.t("No node is selected. Select one in the graph or in the table.");
    case "no-gradient":
      return vscode.l10n.t("The selected node has no gradient.");
    case "several-values":
      return vscode.l10n.t("The selected node has several values. Unfold it, or copy the table.");
    case "no-fold":
      return vscode.l10n.t("There is nothing to fold or unfold at this node.");
    case "no-around":
      return vscode.l10n.t("Nothing around this node can be folded.");
    case "no-inside":
      return vscode.l10n.t("Only a folded call, loop or round can be entered.");
    case "not-inside":
      return vscode.l10n.t("No call or loop is entered.");
    case "no-plot":
      return vscode.l10n.t("The result can be plotted along an input that is a number with a gradient. Select one.");
    case "no-hessian":
      return vscode.l10n.t("There are no second derivatives, because no input has a gradient.");
    case "no-jacobian":
      return vscode.l10n.t("The result is one number; its derivatives stand at the inputs.");
    case "no-steps":
      return vscode.l10n.t("There are no steps to go through.");
    case "no-inputs":
      return vscode.l10n.t("No input has a gradient.");
    case "no-change":
      return vscode.l10n.t("There is no change of the inputs to undo or to redo.");
    case "no-picture":
      return vscode.l10n.t("No graph is in sight. Switch from the table to the graph first.");
    default:
      return reason satisfies never;
  }
}
