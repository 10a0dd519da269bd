/** Values and gradients behind the statements of the function on show. */
import * as vscode from "vscode";
import type { Engine } from "../../engine/engine.ts";
import type { RunRequest, Target } from "../../engine/request.ts";
import { isSupported, sourceOf } from "../documents.ts";
import type { Guard } from "../guard.ts";
import { languages, section } from "../ids.ts";
import { Owner } from "../owner.ts";
import { budgetOf, readSettings, type Settings } from "../settings.ts";
import type { Session } from "../showing/session.ts";

/** What hints are made with. */
export interface HintOptions {
  readonly session: Session;
  readonly engine: Pick<Engine, "ask">;
  readonly guard: Guard;
}

/** A hint that remembers where a hover tells more. */
class StatementHint extends vscode.InlayHint {
  readonly document: vscode.TextDocument;
  readonly about: number;

  constructor(document: vscode.TextDocument, offset: number, text: string, about: number) {
    super(document.positionAt(offset), text);
    this.paddingLeft = true;
    this.document = document;
    this.about = about;
  }
}

/** Provides the hints of all four languages, anew when what is shown changes. */
export class Hints extends Owner implements vscode.InlayHintsProvider<StatementHint> {
  private readonly session: Session;
  private readonly engine: Pick<Engine, "ask">;
  private readonly guard: Guard;
  private readonly changed = this.own(new vscode.EventEmitter<void>());
  /** The line that is being typed, which stays free of hints until the cursor leaves it. */
  private typed: { readonly uri: string; readonly line: number } | undefined;

  /** Where the cursor was last. */
  private line: number | undefined;

  readonly onDidChangeInlayHints = this.changed.event;

  constructor({ session, engine, guard }: HintOptions) {
    super();
    this.session = session;
    this.engine = engine;
    this.guard = guard;
    this.own(
      vscode.languages.registerInlayHintsProvider(
        languages.map((language) => ({ language })),
        this,
      ),
    );
    this.own(
      session.onDidChange(() => {
        this.changed.fire();
      }),
    );
    this.own(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const [change] = contentChanges;
        if (change === undefined || vscode.window.activeTextEditor?.document !== document) return;
        this.typed = { uri: document.uri.toString(), line: change.range.start.line };
      }),
    );
    this.own(
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(section)) this.changed.fire();
      }),
    );
    this.own(
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        this.cursorMoved(textEditor);
      }),
    );
  }

  private cursorMoved({ document, selection: { active } }: vscode.TextEditor): void {
    const isLeft = this.typed !== undefined && this.typed.line !== active.line;
    const isFollowed = readSettings(document).inlayHints === "always" && this.line !== active.line;
    this.line = active.line;
    if (isLeft) this.typed = undefined;
    if (isLeft || isFollowed) this.changed.fire();
  }

  /** Return the hints of a document; none for a function that does not work as it is typed. */
  provideInlayHints(
    document: vscode.TextDocument,
    _range: vscode.Range,
    token: vscode.CancellationToken,
  ): Promise<StatementHint[] | undefined> {
    return this.guard("making hints", async () => {
      const settings = readSettings(document);
      const target = this.targetIn(document, settings);
      if (target === undefined) return [];
      const request = { ...this.requestFor(document, settings), target };
      const outcome = await this.engine.ask("hints", request, { channel: "hints", cancellation: token });
      if (outcome.kind !== "answered" || token.isCancellationRequested) return undefined;
      return outcome.answer
        .map(({ offset, text, about }) => new StatementHint(document, offset, text, about))
        .filter(({ position }) => !this.isTyped(document, position.line));
    });
  }

  /** Give a hint the hover of its expression as tooltip. */
  resolveInlayHint(hint: StatementHint, token: vscode.CancellationToken): Promise<StatementHint> {
    return this.guard("making a hint's tooltip", async () => {
      const request = { ...this.requestFor(hint.document, readSettings(hint.document)), offset: hint.about };
      const outcome = await this.engine.ask("hover", request, { channel: "tooltip", cancellation: token });
      if (outcome.kind === "answered" && outcome.answer !== undefined)
        hint.tooltip = new vscode.MarkdownString(outcome.answer.markdown);
      return hint;
    }).then(() => hint);
  }

  /** The function whose statements get hints; undefined for none. */
  private targetIn(document: vscode.TextDocument, { inlayHints }: Settings): Target | undefined {
    if (inlayHints === "off" || !isSupported(document)) return undefined;
    const showing = this.session.showingIn(document.uri);
    if (showing?.function !== undefined) return { kind: "name", name: showing.function.name };
    const editor = vscode.window.activeTextEditor;
    if (inlayHints !== "always" || editor?.document !== document) return undefined;
    return { kind: "offset", offset: document.offsetAt(editor.selection.active) };
  }

  private requestFor(document: vscode.TextDocument, settings: Settings): RunRequest {
    const showing = this.session.showingIn(document.uri);
    return {
      source: sourceOf(document),
      choices: showing === undefined ? [] : this.session.choicesOf(showing.id, document.uri),
      budget: budgetOf(settings),
      digits: settings.digits,
    };
  }

  private isTyped({ uri }: vscode.TextDocument, line: number): boolean {
    return this.typed?.uri === uri.toString() && this.typed.line === line;
  }
}
