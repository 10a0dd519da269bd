/** The extension wired to an engine that the test plays. */
import type * as vscode from "vscode";
import type { Calls, Outcome, ViewAnswer, ViewRequest } from "../../src/engine/request.ts";
import { Beginning } from "../../src/extension/beginning.ts";
import { registerCommands } from "../../src/extension/commands.ts";
import { Editors } from "../../src/extension/editor/editors.ts";
import { Highlights } from "../../src/extension/editor/highlights.ts";
import { Hints } from "../../src/extension/editor/hints.ts";
import { registerHovers } from "../../src/extension/editor/hover.ts";
import { Status } from "../../src/extension/editor/status.ts";
import { createGuard } from "../../src/extension/guard.ts";
import { Panels } from "../../src/extension/panel/panels.ts";
import { Questions } from "../../src/extension/panel/questions.ts";
import { Analysis } from "../../src/extension/showing/analysis.ts";
import { Session } from "../../src/extension/showing/session.ts";
import type { PanelState } from "../../src/protocol.ts";
import { functionInfo, viewModel } from "./model.ts";
import { resetWorld, Uri, world, type WebviewPanel } from "./vscodeDouble.ts";

/** A call that the extension has made, with the way to answer it. */
interface Asked {
  readonly call: keyof Calls;
  readonly request: unknown;
  readonly settle: (outcome: Outcome<unknown>) => void;
}

/** The whole extension but the engine. */
export interface Wired {
  readonly session: Session;
  readonly asked: Asked[];
  readonly errors: unknown[][];
  readonly forgotten: string[];
  /** Channels whose call was given up. */
  readonly stopped: string[];
  /** Files that the played engine claims to have read. */
  readonly read: Set<string>;
  readonly run: (command: string) => Promise<void>;
  /** Answer the newest view request. */
  readonly answer: (answer: ViewAnswer | Outcome<ViewAnswer>) => Promise<void>;
  readonly dispose: () => void;
}

/** Wire everything in a fresh world. */
export function wire(): Wired {
  resetWorld();
  const asked: Asked[] = [];
  const errors: unknown[][] = [];
  const forgotten: string[] = [];
  const stopped: string[] = [];
  const read = new Set<string>();
  const engine = {
    ask: <Call extends keyof Calls>(
      call: Call,
      request: Calls[Call]["request"],
    ): Promise<Outcome<Calls[Call]["answer"]>> =>
      new Promise((resolve) => {
        asked.push({
          call,
          request,
          settle: (outcome) => {
            resolve(outcome as Outcome<Calls[Call]["answer"]>);
          },
        });
      }),
    stop: (channel: string) => {
      stopped.push(channel);
    },
    forget: (uris: readonly string[]) => {
      forgotten.push(...uris);
      return uris.some((uri) => read.has(uri));
    },
  };
  const guard = createGuard({ error: (...values: unknown[]) => errors.push(values) });
  const session = new Session();
  const highlights = new Highlights();
  const editors = new Editors();
  const analysis = new Analysis({ session, engine, guard, editors });
  const extensionUri = Uri.parse("file:///extension") as unknown as vscode.Uri;
  const questions = new Questions({ session, engine });
  const memory = {
    get: (key: string) => world.memory[key],
    update: (key: string, value: unknown) => {
      world.memory[key] = value;
      return Promise.resolve();
    },
  } as unknown as vscode.Memento;
  const beginning = new Beginning(session, memory);
  const panels = new Panels({ extensionUri, session, questions, highlights, editors, guard, beginning });
  const status = new Status(session);
  const hovers = registerHovers({ session, engine, guard });
  const hints = new Hints({ session, engine, guard });
  const commands = registerCommands({ session, panels, questions, guard, log: { show: () => undefined } });
  return {
    session,
    asked,
    errors,
    forgotten,
    stopped,
    read,
    run: async (command) => {
      await (world.registered[command]!() as Promise<unknown>);
      await settle();
    },
    answer: async (answer) => {
      const isOutcome = ["answered", "dropped", "restarted", "failed"].includes(answer.kind);
      asked
        .findLast(({ call }) => call === "view")!
        .settle(isOutcome ? (answer as Outcome<ViewAnswer>) : { kind: "answered", answer });
      await settle();
    },
    dispose: () => {
      for (const thing of [commands, hints, hovers, status, panels, editors, beginning, analysis, highlights, session])
        thing.dispose();
    },
  };
}

/** The view requests so far. */
export function viewRequests({ asked }: Wired): ViewRequest[] {
  return asked.filter(({ call }) => call === "view").map(({ request }) => request as ViewRequest);
}

/** An answer with a picture. */
export function view(name: string, stamp = 1, start = 0, end = 100): ViewAnswer {
  return { kind: "view", function: functionInfo(name, start, end), model: viewModel(name), stamp };
}

/** The states that a page was shown, in order. */
export function shownStates(panel: WebviewPanel): PanelState[] {
  return panel.posted.flatMap((message) =>
    message.kind === "show" ? [(message as unknown as { state: PanelState }).state] : [],
  );
}

/** Let everything that is ready happen. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Let the schedule's times pass. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
