/** Keeps what is shown up to date: listens to the editor, asks the engine, publishes to the session. */
import * as vscode from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { ViewRequest } from "../../engine/request.ts";
import type { SealedModel } from "../../view/sealed.ts";
import { isSupported, sourceOf } from "../documents.ts";
import type { Editors } from "../editor/editors.ts";
import type { Guard } from "../guard.ts";
import { Owner } from "../owner.ts";
import { budgetOf, readSettings } from "../settings.ts";
import { Schedule } from "./schedule.ts";
import type { Session } from "./session.ts";
import { subjectByName, type Showing, type ShowingId, type Subject } from "./showing.ts";
import { failed, finding, resultOf, unreadable } from "./states.ts";

/** Work that takes longer than this many milliseconds is said to take long. */
const BLINK = 200;

/** What the analysis works with. */
export interface AnalysisOptions {
  readonly session: Session;
  readonly engine: Pick<Engine, "ask" | "forget" | "stop">;
  readonly guard: Guard;
  readonly editors: Pick<Editors, "current">;
}

/** The one place that decides when to compute; it has the only debounce and the only cancellation (a revision that is no longer current). */
export class Analysis extends Owner {
  private readonly session: Session;
  private readonly engine: Pick<Engine, "ask" | "forget" | "stop">;
  private readonly editors: Pick<Editors, "current">;
  private readonly schedule: Schedule;
  /** The stamp of the newest picture of each showing whose gradients were checked. */
  private readonly checked = new Map<ShowingId, number>();

  constructor({ session, engine, guard, editors }: AnalysisOptions) {
    super();
    this.session = session;
    this.engine = engine;
    this.editors = editors;
    this.schedule = this.own(
      new Schedule((id, urgency) =>
        guard(
          "computing a graph",
          () => this.refresh(id, urgency === "check"),
          (error) => {
            this.fail(id, error);
          },
        ),
      ),
    );
    this.own(
      session.onDidAsk((id) => {
        this.schedule.request(id, "now");
      }),
    );
    this.own(
      session.onDidStop((id) => {
        engine.stop(channelOf(id));
      }),
    );
    this.listenToTexts();
    this.listenToCursors();
  }

  private listenToTexts(): void {
    const { workspace } = vscode;
    this.own(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length === 0) return;
        this.session.shift(document.uri, contentChanges);
        this.textChanged(document.uri);
      }),
    );
    this.own(
      workspace.onDidSaveTextDocument((document) => {
        this.refreshAll(({ subject }) => subject?.uri.toString() === document.uri.toString(), "now");
      }),
    );
    // A file that is closed without saving is on the disk again as it was.
    this.own(
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.fileChanged(uri);
      }),
    );
    this.own(
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.session.move(oldUri, newUri);
      }),
    );
    const watcher = this.own(workspace.createFileSystemWatcher("**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,json}"));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete])
      this.own(
        event((uri) => {
          this.fileChanged(uri);
        }),
      );
    this.own(
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("gradlens")) this.refreshAll(() => true, "now");
      }),
    );
  }

  private listenToCursors(): void {
    const { window } = vscode;
    this.own(
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === window.activeTextEditor) this.cursorMoved(textEditor);
      }),
    );
    this.own(
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) this.cursorMoved(editor);
      }),
    );
  }

  private textChanged(uri: vscode.Uri): void {
    this.fileChanged(uri);
    this.refreshAll(({ subject }) => subject?.uri.toString() === uri.toString(), "edit");
  }

  /** A file that some run has read may make every picture another one. */
  private fileChanged(uri: vscode.Uri): void {
    if (this.engine.forget([uri.toString()])) this.refreshAll(() => true, "edit");
  }

  private refreshAll(isMeant: (showing: Showing) => boolean, urgency: "now" | "edit"): void {
    for (const showing of this.session.all)
      if (showing.visible && isMeant(showing)) this.schedule.request(showing.id, urgency);
  }

  private cursorMoved(editor: vscode.TextEditor): void {
    if (!isSupported(editor.document)) return;
    this.point(editor);
    const { following } = this.session;
    if (following?.visible && readSettings(editor.document.uri).followCursor)
      this.schedule.request(following.id, "cursor");
  }

  private point(editor: vscode.TextEditor): void {
    const file = editor.document.uri.toString();
    const offset = editor.document.offsetAt(editor.selection.active);
    for (const { id, state } of this.session.all)
      if (state.kind === "graph" && state.outdated === undefined && state.model.file === file)
        this.session.point({ id, file, offset });
  }

  private async refresh(id: ShowingId, check: boolean): Promise<void> {
    const subject = this.subjectOf(id);
    const showing = this.session.get(id);
    if (showing?.visible !== true) return;
    if (subject === undefined) {
      const state = { kind: "empty", suggestions: [] } as const;
      this.session.publish(id, this.session.begin(id), { state, function: undefined, stamp: undefined });
      return;
    }
    const document = await openDocument(subject.uri);
    if (document === undefined) this.session.publish(id, this.session.begin(id), unreadable(showing, subject.uri));
    else if (waitsForSave(showing, document)) this.sayUnsaved(showing, document);
    else await this.compute(showing, subject, document, check);
  }

  private async compute(
    showing: Showing,
    subject: Subject,
    document: vscode.TextDocument,
    check: boolean,
  ): Promise<void> {
    const { id } = showing;
    const revision = this.session.begin(id);
    const busy = setTimeout(() => {
      this.session.setBusy(id, true);
    }, BLINK);
    const request = { ...this.requestOf(showing, subject, document), check };
    const outcome = await this.engine.ask("view", request, { channel: channelOf(id) });
    clearTimeout(busy);
    this.session.setBusy(id, false);
    const now = this.session.get(id);
    // Something newer has begun meanwhile; its result will come.
    if (now?.revision !== revision) return;
    const lastGood = (name: string): SealedModel | undefined => this.session.lastGood(subject.uri, name);
    const result = resultOf(outcome, { showing: now, document, lastGood });
    if (result !== undefined) this.session.publish(id, revision, result);
    const editor = vscode.window.activeTextEditor;
    if (editor?.document === document) this.point(editor);
    this.checkLater(id, check);
  }

  /** Have the gradients of a new picture compared with differences, once there is nothing else to do. */
  private checkLater(id: ShowingId, wasChecked: boolean): void {
    const stamp = this.session.get(id)?.stamp;
    if (wasChecked && stamp !== undefined) this.checked.set(id, stamp);
    if (stamp !== undefined && this.checked.get(id) !== stamp) this.schedule.request(id, "check");
  }

  /** Where a showing looks: a following one at the cursor, any other where it was told to. */
  private subjectOf(id: ShowingId): Subject | undefined {
    const showing = this.session.get(id);
    const editor = this.editors.current;
    if (showing === undefined || showing.pinned || editor === undefined || !isSupported(editor.document))
      return showing?.subject;
    const { uri } = editor.document;
    const offset = editor.document.offsetAt(editor.selection.active);
    if (!readSettings(uri).followCursor) return subjectByName(showing);
    const subject: Subject = { uri, target: { kind: "offset", offset } };
    this.session.follow(id, subject);
    return subject;
  }

  private requestOf(
    { id, stamp, room }: Showing,
    { uri, target }: Subject,
    document: vscode.TextDocument,
  ): Omit<ViewRequest, "check"> {
    const settings = readSettings(uri);
    return {
      source: sourceOf(document),
      target,
      choices: this.session.choicesOf(id, uri),
      budget: budgetOf(settings),
      digits: settings.digits,
      room,
      known: stamp,
    };
  }

  private fail(id: ShowingId, error: unknown): void {
    const showing = this.session.get(id);
    if (showing === undefined) return;
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.session.publish(id, this.session.begin(id), failed(showing, message));
  }

  private sayUnsaved(showing: Showing, document: vscode.TextDocument): void {
    const { state, id } = showing;
    if (state.kind !== "graph" || state.outdated !== undefined) return;
    const outdated = finding(
      { showing, document },
      "view/unsaved",
      vscode.l10n.t("The file has changes that are not saved."),
    );
    this.session.publish(id, this.session.begin(id), { ...showing, state: { ...state, outdated }, stamp: undefined });
  }
}

function channelOf(id: ShowingId): string {
  return `view ${id}`;
}

async function openDocument(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    return await vscode.workspace.openTextDocument(uri);
  } catch {
    // It has been deleted or renamed, or its file system is gone: nothing of ours is wrong.
    return undefined;
  }
}

function waitsForSave({ state, function: shown }: Showing, document: vscode.TextDocument): boolean {
  const hasPicture = state.kind === "graph" && shown?.place.file === document.uri.toString();
  return hasPicture && document.isDirty && !document.isUntitled && readSettings(document.uri).update === "onSave";
}
