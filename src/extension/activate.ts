/** The wiring that both hosts share: who knows whom. Nothing is computed before it is asked for. */
import * as vscode from "vscode";
import { Engine } from "../engine/engine.ts";
import type { StartWorker } from "../engine/message.ts";
import { Beginning } from "./beginning.ts";
import { registerCommands } from "./commands.ts";
import { Editors } from "./editor/editors.ts";
import { Highlights } from "./editor/highlights.ts";
import { Hints } from "./editor/hints.ts";
import { registerHovers } from "./editor/hover.ts";
import { Status } from "./editor/status.ts";
import { TagContext } from "./editor/tagContext.ts";
import { readFile } from "./files.ts";
import { createGuard } from "./guard.ts";
import { Panels } from "./panel/panels.ts";
import { Questions } from "./panel/questions.ts";
import { Analysis } from "./showing/analysis.ts";
import { Session } from "./showing/session.ts";

/** Start the extension with the host's way of starting a worker. */
export function activateWith(context: vscode.ExtensionContext, start: StartWorker): void {
  const own = <Thing extends vscode.Disposable>(thing: Thing): Thing => {
    context.subscriptions.push(thing);
    return thing;
  };
  const log = own(vscode.window.createOutputChannel("GradLens", { log: true }));
  const guard = createGuard(log);
  const engine = own(
    new Engine({
      start,
      read: readFile,
      log: (message) => {
        log.warn(message);
      },
    }),
  );
  const session = own(new Session());
  const highlights = own(new Highlights());
  const editors = own(new Editors());
  own(new Analysis({ session, engine, guard, editors }));
  const questions = new Questions({ session, engine });
  const beginning = own(new Beginning(session, context.globalState));
  const { extensionUri } = context;
  const panels = own(new Panels({ extensionUri, session, questions, highlights, editors, guard, beginning }));
  own(new Status(session));
  own(new TagContext());
  own(registerHovers({ session, engine, guard }));
  own(new Hints({ session, engine, guard }));
  own(registerCommands({ session, panels, questions, guard, log }));
}
