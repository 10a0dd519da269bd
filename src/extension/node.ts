/** The extension's entry in the Node extension host. */
import * as vscode from "vscode";
import { startNodeWorker } from "../engine/node/start.ts";
import { activateWith } from "./activate.ts";

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, startNodeWorker(vscode.Uri.joinPath(context.extensionUri, "dist", "workerNode.js").fsPath));
}
