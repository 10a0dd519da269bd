/** The first steps of a person: whether a graph has been seen yet, an example to begin with, and the walkthrough. */
import * as vscode from "vscode";
import { contexts, extensionId } from "./ids.ts";
import { Owner } from "./owner.ts";
import type { Session } from "./showing/session.ts";

const KEY = "hasSeenGraph";
/** The name of the walkthrough in the manifest. */
const WALKTHROUGH = "start";

/** A unit that works and one that is dead, so that there is a gradient to follow and one to ask about. */
const EXAMPLE = `/**
 * Two units of a network.
 * The second one is dead: the gradient of \`v\` is zero. Ask why.
 *
 * @at w = 2, v = -1, x = 1.5, target = 2
 */
function loss(w: number, v: number, x: number, target: number) {
  const first = Math.max(0, w * x);
  const second = Math.max(0, v * x);
  const error = first + second - target;
  return error ** 2;
}
`;

/** Knows whether this person has seen a graph. */
export class Beginning extends Owner {
  private readonly memory: vscode.Memento;

  constructor(session: Session, memory: vscode.Memento) {
    super();
    this.memory = memory;
    this.own(
      session.onDidChange(({ state }) => {
        if (state.kind === "graph" && this.isFirst) void memory.update(KEY, true);
      }),
    );
  }

  /** Whether no graph has been shown yet. */
  get isFirst(): boolean {
    return this.memory.get<boolean>(KEY) !== true;
  }
}

/** Take note that a gradient was explained, by whatever way it was asked for: a step of the walkthrough is done. */
export async function noteExplanation(): Promise<void> {
  await vscode.commands.executeCommand("setContext", contexts.hasExplained, true);
}

/** Open a text that shows what there is to see, with the cursor in its function. */
export async function openExample(): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: "typescript", content: EXAMPLE });
  const cursor = document.positionAt(EXAMPLE.indexOf("loss"));
  return vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(cursor, cursor),
  });
}

/** Open the walkthrough. */
export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand("workbench.action.openWalkthrough", `${extensionId}#${WALKTHROUGH}`);
}
