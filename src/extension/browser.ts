/** The extension's entry in the web extension host, as on vscode.dev. */
import * as vscode from "vscode";
import type { StartWorker } from "../engine/message.ts";
import { activateWith } from "./activate.ts";

/** Called by VS Code. */
export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, startWebWorker(vscode.Uri.joinPath(context.extensionUri, "dist", "worker.js")));
}

/** Return a starter of workers from a script's bytes: a worker may not be loaded from the address of an extension. */
function startWebWorker(script: vscode.Uri): StartWorker {
  return async (listeners) => {
    const address = URL.createObjectURL(
      new Blob([await vscode.workspace.fs.readFile(script)], { type: "text/javascript" }),
    );
    const worker = new Worker(address);
    worker.onmessage = ({ data }) => {
      listeners.message(data);
    };
    worker.onerror = ({ message }) => {
      listeners.end(message);
    };
    return {
      post: (message) => {
        worker.postMessage(message);
      },
      terminate: () => {
        worker.terminate();
        URL.revokeObjectURL(address);
      },
    };
  };
}
