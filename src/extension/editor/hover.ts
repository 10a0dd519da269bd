/** Values and gradients in hovers, beside what TypeScript says. */
import * as vscode from "vscode";
import type { Engine } from "../../engine/engine.ts";
import { isSupported, sourceOf } from "../documents.ts";
import type { Guard } from "../guard.ts";
import { commands } from "../ids.ts";
import { budgetOf, readSettings } from "../settings.ts";
import type { Session } from "../showing/session.ts";
import { rangeOf } from "./links.ts";

/** What hovers are made with. */
export interface HoverOptions {
  readonly session: Session;
  readonly engine: Pick<Engine, "ask">;
  readonly guard: Guard;
}

/** Register the hovers of all four languages, under those of TypeScript. */
export function registerHovers({ session, engine, guard }: HoverOptions): vscode.Disposable {
  // A selector that names no language ranks below TypeScript's own, which therefore stays first in the hover.
  return vscode.languages.registerHoverProvider(
    { scheme: "*" },
    {
      provideHover: (document, position, token) =>
        guard("making a hover", async () => {
          if (!isSupported(document)) return undefined;
          const settings = readSettings(document);
          if (!settings.hover) return undefined;
          const showing = session.showingIn(document.uri);
          const choices = showing === undefined ? [] : session.choicesOf(showing.id, document.uri);
          const request = {
            source: sourceOf(document),
            offset: document.offsetAt(position),
            choices,
            budget: budgetOf(settings),
            digits: settings.digits,
          };
          const outcome = await engine.ask("hover", request, { channel: "hover", cancellation: token });
          if (outcome.kind !== "answered" || outcome.answer === undefined || token.isCancellationRequested)
            return undefined;
          const text = new vscode.MarkdownString(outcome.answer.markdown);
          text.isTrusted = { enabledCommands: [commands.show] };
          return new vscode.Hover(text, rangeOf(document, outcome.answer.span));
        }),
    },
  );
}
