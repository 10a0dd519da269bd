/** What people can run. Every command of the manifest is registered here. */
import * as vscode from "vscode";
import type { Guard } from "./guard.ts";
import { commands } from "./ids.ts";
import type { Panels } from "./panels.ts";
import type { Session } from "./session.ts";

/** What commands work with. */
export interface CommandOptions {
  readonly session: Session;
  readonly panels: Panels;
  readonly guard: Guard;
  readonly log: { show(): void };
}

/** Register all commands. */
export function registerCommands({ session, panels, guard, log }: CommandOptions): vscode.Disposable {
  const actions: Readonly<Record<keyof typeof commands, () => unknown>> = {
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
    resetInputs: () => {
      if (panels.current !== undefined) session.resetInputs(panels.current.id);
    },
    openLog: () => {
      log.show();
    },
  };
  const registered = Object.entries(actions).map(([name, action]) => {
    const id = commands[name as keyof typeof commands];
    return vscode.commands.registerCommand(id, () => guard(`running ${id}`, action));
  });
  return vscode.Disposable.from(...registered);
}
