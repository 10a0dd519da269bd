/** Puts what a panel asks to the engine, about the text and the inputs that the panel shows. */
import * as vscode from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { Question, Reply } from "../../view/question.ts";
import { sourceOf } from "../documents.ts";
import { rangeOf } from "../editor/links.ts";
import { budgetOf, readSettings } from "../settings.ts";
import { withInputs } from "../showing/choices.ts";
import type { Session } from "../showing/session.ts";
import type { ShowingId } from "../showing/showing.ts";

/** What questions are answered with. */
export interface QuestionOptions {
  readonly session: Session;
  readonly engine: Pick<Engine, "ask">;
}

/** Answers the questions of all panels. */
export class Questions {
  private readonly session: Session;
  private readonly engine: Pick<Engine, "ask">;

  constructor({ session, engine }: QuestionOptions) {
    this.session = session;
    this.engine = engine;
  }

  /** Answer a question about what a panel shows; a newer question of the same kind takes the place of one that waits. */
  async ask(id: ShowingId, question: Question): Promise<Reply> {
    const asked = await this.subjectOf(id);
    if (asked === undefined) return { kind: "none" };
    const { document, start } = asked;
    const settings = readSettings(document.uri);
    const outcome = await this.engine.ask(
      "question",
      {
        source: sourceOf(document),
        target: { kind: "offset", offset: start },
        choices: this.session.choicesOf(id, document.uri),
        budget: budgetOf(settings),
        digits: settings.digits,
        room: this.session.get(id)?.room,
        question,
      },
      { channel: `${question.kind} ${id}` },
    );
    return outcome.kind === "answered" ? outcome.answer : { kind: "none" };
  }

  /** Write the inputs that a panel shows above its function, as one edit that can be undone, and take the panel's changes back. */
  async writeInputs(id: ShowingId): Promise<void> {
    const asked = await this.subjectOf(id);
    if (asked === undefined) return;
    const { document } = asked;
    const { version } = document;
    const reply = await this.ask(id, { kind: "tag" });
    if (reply.kind !== "tag") {
      void vscode.window.showInformationMessage(vscode.l10n.t("These inputs cannot be written as a tag."));
      return;
    }
    if (document.version !== version) return;
    const edits = reply.edits.map(({ start, end, text }) => ({ range: rangeOf(document, { start, end }), text }));
    if (edits.every(({ range, text }) => document.getText(range) === text)) {
      void vscode.window.showInformationMessage(vscode.l10n.t("The code says these inputs already."));
      return;
    }
    const edit = new vscode.WorkspaceEdit();
    for (const { range, text } of edits) edit.replace(document.uri, range, text);
    if (await vscode.workspace.applyEdit(edit)) this.session.choose(id, withInputs({}));
  }

  /** The document of what is shown, and where its function is in it. */
  private async subjectOf(id: ShowingId): Promise<{ document: vscode.TextDocument; start: number } | undefined> {
    const shown = this.session.get(id)?.function;
    if (shown === undefined) return undefined;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(shown.place.file));
    return { document, start: shown.namePlace.start };
  }
}
