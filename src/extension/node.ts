/** The extension's entry in the Node extension host. */
import * as vscode from "vscode";
import { startNodeWorker } from "../engine/node/start.ts";
import { activateWith } from "./activate.ts";

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  const { extensionUri, globalStorageUri } = context;
  const worker = vscode.Uri.joinPath(extensionUri, "dist", "workerNode.js");
  activateWith(
    context,
    startNodeWorker(worker.fsPath, vscode.Uri.joinPath(globalStorageUri, "worker.compiled").fsPath),
  );
}
