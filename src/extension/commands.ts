/** What people can run. Every command of the manifest is registered here. */
import * as vscode from "vscode";
import { PAGE_COMMANDS, type PageCommand } from "../protocol.ts";
import { openExample, openWalkthrough } from "./beginning.ts";
import type { Guard } from "./guard.ts";
import { commands } from "./ids.ts";
import type { Panels } from "./panel/panels.ts";
import type { Questions } from "./panel/questions.ts";
import type { Session } from "./showing/session.ts";

/** What commands work with. */
export interface CommandOptions {
  readonly session: Session;
  readonly panels: Panels;
  readonly questions: Questions;
  readonly guard: Guard;
  readonly log: { show(): void };
}

/** Register all commands. */
export function registerCommands({ session, panels, questions, guard, log }: CommandOptions): vscode.Disposable {
  const inPage = PAGE_COMMANDS.map(
    (command) =>
      [
        command,
        (context: unknown) => {
          panels.current?.run(command, nodeOf(context));
        },
      ] as const,
  );
  const actions: Readonly<Record<keyof typeof commands, (context: unknown) => unknown>> = {
    ...(Object.fromEntries(inPage) as Readonly<Record<PageCommand, (context: unknown) => void>>),
    writeInputs: () => (panels.current === undefined ? undefined : questions.writeInputs(panels.current.id)),
    show: () => {
      panels.show(vscode.window.activeTextEditor);
    },
    showPinned: () => {
      panels.showPinned(vscode.window.activeTextEditor);
    },
    togglePin: () => {
      const showing = session.get(panels.current?.id ?? -1);
      if (showing !== undefined) session.pin(showing.id, !showing.pinned);
    },
    focusGraph: () => {
      panels.current?.reveal({ preserveFocus: false });
    },
    openLog: () => {
      log.show();
    },
    openExample: async () => {
      panels.show(await openExample());
    },
    openWalkthrough,
  };
  const registered = Object.entries(actions).map(([name, action]) => {
    const id = commands[name as keyof typeof commands];
    return vscode.commands.registerCommand(id, (context: unknown) => guard(`running ${id}`, () => action(context)));
  });
  return vscode.Disposable.from(...registered);
}

/** The node that a menu was opened on, as the page wrote it into `data-vscode-context`. */
function nodeOf(context: unknown): string | undefined {
  if (typeof context !== "object" || context === null || !("node" in context)) return undefined;
  return typeof context.node === "string" ? context.node : undefined;
}
