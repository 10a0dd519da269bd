/** One line about the graph in the menu of the editor's language; no item of the status bar. */
import * as vscode from "vscode";
import { commands, languages } from "../ids.ts";
import { Owner } from "../owner.ts";
import type { Session } from "../showing/session.ts";
import type { Showing } from "../showing/showing.ts";
import { titleOf } from "../showing/states.ts";

/** What the line says, and what can be done about it. */
export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly action: string;
  readonly needsCare: boolean;
}

/** Keeps the line true. */
export class Status extends Owner {
  private readonly item = this.own(vscode.languages.createLanguageStatusItem("gradlens.status", [...languages]));
  private readonly session: Session;
  /** What the line says now: telling VS Code the same once more would cost a message at every key. */
  private said = "";

  constructor(session: Session) {
    super();
    this.session = session;
    this.item.name = vscode.l10n.t("Computation Graph");
    this.own(
      session.onDidChange(() => {
        this.update();
      }),
    );
    this.update();
  }

  private update(): void {
    const status = statusOf(this.session.following ?? this.session.all.at(-1));
    const said = JSON.stringify(status);
    if (said === this.said) return;
    this.said = said;
    const { text, detail, action, needsCare } = status;
    this.item.text = text;
    this.item.detail = detail;
    this.item.command = { command: commands.show, title: action };
    this.item.severity = needsCare ? vscode.LanguageStatusSeverity.Warning : vscode.LanguageStatusSeverity.Information;
  }
}

/** Return what the line says about what is shown. */
function statusOf(showing: Showing | undefined): StatusText {
  const text = vscode.l10n.t("Computation Graph");
  const action = vscode.l10n.t("Show");
  if (showing === undefined) return { text, detail: "", action, needsCare: false };
  const name = titleOf(showing);
  if (!showing.visible) return { text, detail: vscode.l10n.t("{0}, hidden", name), action, needsCare: false };
  const { state } = showing;
  switch (state.kind) {
    case "empty":
      return { text, detail: vscode.l10n.t("no function"), action, needsCare: false };
    case "graph": {
      const detail =
        state.outdated === undefined ? `${name}, ${state.model.size}` : vscode.l10n.t("{0}, out of date", name);
      return { text, detail, action, needsCare: false };
    }
    case "rejected":
      return { text, detail: state.findings[0].message, action: vscode.l10n.t("Why"), needsCare: true };
    case "failed":
      return { text, detail: vscode.l10n.t("{0}, internal error", name), action, needsCare: true };
    default:
      return state satisfies never;
  }
}
