/** The one state of the extension: what each panel shows, and what was chosen there. Everything else reads it. */
import * as vscode from "vscode";
import type { Choice, Chosen, FunctionInfo, Target } from "../engine/request.ts";
import type { PanelState } from "../protocol.ts";
import type { Changed } from "../view/changed.ts";
import type { FoldChoice } from "../view/options.ts";
import type { Size } from "../view/picture/layout/fit.ts";
import type { SealedModel } from "../view/sealed.ts";
import { choose, chosenIn, located, moved, type Choosing } from "./choosing.ts";
import { Owner } from "./owner.ts";

/** Names what one panel shows for as long as the panel lives. */
export type ShowingId = number;

/** A function of a file, as it is looked for. */
export interface Subject {
  readonly uri: vscode.Uri;
  readonly target: Target;
}

/** What one panel shows. Immutable: every change makes a new one with a greater revision. */
export interface Showing {
  readonly id: ShowingId;
  readonly revision: number;
  readonly subject: Subject | undefined;
  readonly pinned: boolean;
  /** Nothing is computed for a hidden panel. */
  readonly visible: boolean;
  /** The room that the panel has for the picture; undefined until one has said so. */
  readonly room: Size | undefined;
  readonly state: PanelState;
  /** False as long as the state is only what the panel began with. */
  readonly hasResult: boolean;
  /** The function of the state's picture, and the stamp that the engine gave to the picture. */
  readonly function: FunctionInfo | undefined;
  readonly stamp: number | undefined;
}

/** A result that is to be shown. */
export type Result = Pick<Showing, "state" | "function" | "stamp">;

/** Where the editor's cursor is in a file with a picture. */
export interface Pointing {
  readonly id: ShowingId;
  readonly file: string;
  readonly offset: number;
}

/** How many times longer a function may run when a person allows more, and how often that can be said. */
const MORE = 4;
const MOST_EFFORT = MORE * MORE;
/** How many functions keep their last good picture. */
const MOST_GOOD = 32;

/** Says what is shown and tells who listens when that changes. */
export class Session extends Owner {
  private readonly showings = new Map<ShowingId, Showing>();
  private readonly choices = new Map<ShowingId, readonly Choosing[]>();
  private readonly good = new Map<string, SealedModel>();
  private readonly changed = this.own(new vscode.EventEmitter<Showing>());
  private readonly asked = this.own(new vscode.EventEmitter<ShowingId>());
  private readonly pointed = this.own(new vscode.EventEmitter<Pointing>());
  private readonly busied = this.own(new vscode.EventEmitter<{ readonly id: ShowingId; readonly busy: boolean }>());
  private readonly stopped = this.own(new vscode.EventEmitter<ShowingId>());
  private readonly busy = new Set<ShowingId>();
  private nextId = 1;
  /** The next panel most often comes to stand where the last one stood. */
  private lastRoom: Size | undefined;

  /** What a panel shows has changed: send it. */
  readonly onDidChange = this.changed.event;
  /** What a panel is to show has changed: compute it. */
  readonly onDidAsk = this.asked.event;
  /** The cursor is somewhere else. */
  readonly onDidPoint = this.pointed.event;
  /** Work began to take long, or ended. */
  readonly onDidBusy = this.busied.event;

  /** Somebody has no patience with what takes long. */
  readonly onDidStop = this.stopped.event;

  /** Everything that is shown, oldest first. */
  get all(): readonly Showing[] {
    return [...this.showings.values()];
  }

  /** The showing that follows the cursor; there is at most one. */
  get following(): Showing | undefined {
    return this.all.find(({ pinned }) => !pinned);
  }

  /** Return a showing as it is now; undefined if it has been closed. */
  get(id: ShowingId): Showing | undefined {
    return this.showings.get(id);
  }

  /** Return the showing of a file: the one that follows, else the pinned one that was opened last. */
  showingIn(uri: vscode.Uri): Showing | undefined {
    const all = this.all.filter(({ subject }) => subject?.uri.toString() === uri.toString());
    return all.find(({ pinned }) => !pinned) ?? all.at(-1);
  }

  /** Open a showing; with a state, that is shown until there is a result. */
  open(
    subject: Subject | undefined,
    pinned: boolean,
    state: PanelState = { kind: "empty", suggestions: [] },
  ): ShowingId {
    const id = this.nextId++;
    this.choices.set(id, []);
    const showing: Showing = {
      id,
      revision: 0,
      subject,
      pinned,
      visible: true,
      room: this.lastRoom,
      state,
      hasResult: false,
      function: undefined,
      stamp: undefined,
    };
    this.showings.set(id, showing);
    if (!pinned) this.pinOthers(id);
    this.asked.fire(id);
    return id;
  }

  /** Forget a showing: its panel is closed. */
  close(id: ShowingId): void {
    const showing = this.showings.get(id);
    this.showings.delete(id);
    this.choices.delete(id);
    this.busy.delete(id);
    if (showing !== undefined) this.changed.fire(showing);
  }

  /** Look at another function, or at the same one somewhere else. */
  retarget(id: ShowingId, subject: Subject): void {
    if (this.update(id, { subject, function: undefined, stamp: undefined })) this.asked.fire(id);
  }

  /** Note where a following showing looks now; it is being computed already. */
  follow(id: ShowingId, subject: Subject): void {
    this.update(id, { subject });
  }

  /** Note how a text has changed: pinned functions, and those that something was chosen for, are where they are now. */
  shift(uri: vscode.Uri, changes: readonly vscode.TextDocumentContentChangeEvent[]): void {
    const file = uri.toString();
    const now = (start: number | undefined): number | undefined => changes.reduce(shifted, start);
    for (const showing of this.all) {
      const { id, subject, function: shown } = showing;
      this.choices.set(id, moved(this.choicesIn(id), file, now));
      if (subject?.uri.toString() !== file) continue;
      const { target } = subject;
      this.showings.set(id, {
        ...showing,
        subject: target.kind === "name" ? { uri, target: { ...target, start: now(target.start) } } : subject,
        function: shown && movedTo(shown, now(shown.namePlace.start)),
      });
    }
  }

  /** Freeze a showing, or let it follow: then the one that followed is frozen instead. */
  pin(id: ShowingId, pinned: boolean): void {
    const showing = this.showings.get(id);
    if (showing === undefined || showing.pinned === pinned) return;
    if (!pinned) this.pinOthers(id);
    this.update(id, { pinned, subject: pinned ? byName(showing) : showing.subject });
    this.changed.fire(this.showings.get(id)!);
    this.asked.fire(id);
  }

  /** Say whether a showing's panel can be seen. */
  setVisible(id: ShowingId, visible: boolean): void {
    if (this.showings.get(id)?.visible === visible) return;
    if (this.update(id, { visible }) && visible) this.asked.fire(id);
  }

  /** Say how much room a showing's panel has for the picture. */
  setRoom(id: ShowingId, room: Size): void {
    this.lastRoom = room;
    const before = this.showings.get(id)?.room;
    if (before?.width === room.width && before.height === room.height) return;
    if (this.update(id, { room })) this.asked.fire(id);
  }

  /** Change inputs of the function that is shown, and take all other changes back. */
  setInputs(id: ShowingId, changed: Changed): void {
    this.choose(id, (choice) => ({ ...choice, changed }));
  }

  /** Differentiate another number of the result. */
  chooseOutput(id: ShowingId, output: string | undefined): void {
    this.choose(id, (choice) => ({ ...choice, output }));
  }

  /** Fold and unfold parts of the function that is shown; undefined lets the rule decide. */
  fold(id: ShowingId, folding: FoldChoice | undefined): void {
    this.choose(id, (choice) => ({ ...choice, folding }));
  }

  /** Let the function that is shown run longer. */
  allowMore(id: ShowingId): void {
    this.choose(id, (choice) => ({ ...choice, effort: Math.min((choice.effort ?? 1) * MORE, MOST_EFFORT) }));
  }

  /** Give up what is being computed for a showing. */
  stop(id: ShowingId): void {
    this.stopped.fire(id);
  }

  /** Give a function the choices of a restored panel. */
  restoreChoice(id: ShowingId, uri: vscode.Uri, name: string, choice: Choice): void {
    this.choices.set(id, [...this.choicesIn(id), { file: uri.toString(), chosen: { ...choice, name } }]);
  }

  /** Return what was chosen in a showing for the functions of a file. */
  choicesOf(id: ShowingId, uri: vscode.Uri): readonly Chosen[] {
    return chosenIn(this.choicesIn(id), uri.toString());
  }

  /** Compute once more. */
  retry(id: ShowingId): void {
    if (this.update(id, { stamp: undefined })) this.asked.fire(id);
  }

  /** Begin to compute; the number that is returned must be given back with the result. */
  begin(id: ShowingId): number {
    const showing = this.showings.get(id);
    if (showing === undefined) return -1;
    this.update(id, {});
    return showing.revision + 1;
  }

  /** Show a result unless something newer has begun. Returns whether it is shown. */
  publish(id: ShowingId, revision: number, result: Result): boolean {
    const showing = this.showings.get(id);
    if (showing?.revision !== revision) return false;
    const subject = showing.pinned ? byName({ ...showing, ...result }) : showing.subject;
    if (result.function !== undefined) this.choices.set(id, located(this.choicesIn(id), result.function));
    this.update(id, { ...result, subject, hasResult: true });
    const { state, function: shown } = result;
    if (state.kind === "graph" && state.outdated === undefined && shown !== undefined && showing.subject !== undefined)
      this.remember(keyOf(showing.subject.uri, shown.name), state.model);
    this.changed.fire(this.showings.get(id)!);
    return true;
  }

  private choicesIn(id: ShowingId): readonly Choosing[] {
    return this.choices.get(id) ?? [];
  }

  /** Return the last picture of a function that was a whole one. */
  lastGood(uri: vscode.Uri, name: string): SealedModel | undefined {
    return this.good.get(keyOf(uri, name));
  }

  /** Tell where the cursor is. */
  point(pointing: Pointing): void {
    this.pointed.fire(pointing);
  }

  /** Tell that work takes long, or no longer. */
  setBusy(id: ShowingId, busy: boolean): void {
    if (this.busy.has(id) === busy) return;
    if (busy) this.busy.add(id);
    else this.busy.delete(id);
    this.busied.fire({ id, busy });
  }

  private pinOthers(id: ShowingId): void {
    for (const other of this.all) if (other.id !== id && !other.pinned) this.pin(other.id, true);
  }

  private choose(id: ShowingId, change: (choice: Choice) => Choice): void {
    const showing = this.showings.get(id);
    if (showing?.subject === undefined || showing.function === undefined) return;
    this.choices.set(id, choose(this.choicesIn(id), showing.function, change));
    this.asked.fire(id);
  }

  private update(id: ShowingId, change: Partial<Showing>): boolean {
    const showing = this.showings.get(id);
    if (showing === undefined) return false;
    this.showings.set(id, { ...showing, ...change, revision: showing.revision + 1 });
    return true;
  }

  private remember(key: string, model: SealedModel): void {
    this.good.delete(key);
    this.good.set(key, model);
    if (this.good.size > MOST_GOOD) this.good.delete(this.good.keys().next().value!);
  }
}

/** A pinned showing stays with its function wherever the cursor goes. */
function byName(showing: Showing): Subject | undefined {
  if (showing.subject === undefined || showing.function === undefined) return showing.subject;
  const { name, namePlace } = showing.function;
  return { uri: showing.subject.uri, target: { kind: "name", name, start: namePlace.start } };
}

/** Where an offset is after a change of the text; undefined if what was around it has been replaced. */
function shifted(offset: number | undefined, change: vscode.TextDocumentContentChangeEvent): number | undefined {
  const { rangeOffset, rangeLength, text } = change;
  if (offset === undefined) return undefined;
  if (rangeOffset + rangeLength <= offset) return offset + text.length - rangeLength;
  return rangeOffset < offset ? undefined : offset;
}

/** A function whose name is somewhere else; where that is not known, it is where it was. */
function movedTo(shown: FunctionInfo, start = shown.namePlace.start): FunctionInfo {
  return { ...shown, namePlace: { ...shown.namePlace, start } };
}

function keyOf(uri: vscode.Uri, name: string): string {
  return `${uri.toString()}#${name}`;
}
