/** The one state of the extension: what each panel shows. Everything else reads it. */
import * as vscode from "vscode";
import type { Choice, Chosen } from "../../engine/request.ts";
import type { PanelState } from "../../protocol.ts";
import type { Size } from "../../view/picture/layout/fit.ts";
import type { SealedModel } from "../../view/sealed.ts";
import { Owner } from "../owner.ts";
import { choose, chosenIn, located, type ChoiceChange } from "./choices.ts";
import { GoodPictures } from "./goodPictures.ts";
import { moveOf, shiftOf, still, type TextChange } from "./shift.ts";
import {
  afterEdit,
  afterMove,
  sinceOf,
  subjectByName,
  type Result,
  type Showing,
  type ShowingId,
  type Subject,
} from "./showing.ts";

/** Where the editor's cursor is in a file with a picture. */
export interface Pointing {
  readonly id: ShowingId;
  readonly file: string;
  readonly offset: number;
}

/** Says what is shown and tells who listens when that changes. */
export class Session extends Owner {
  private readonly showings = new Map<ShowingId, Showing>();
  private readonly good = new GoodPictures();
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
    const showing: Showing = {
      id,
      revision: 0,
      subject,
      pinned,
      visible: true,
      room: this.lastRoom,
      choices: [],
      state,
      since: still,
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
  shift(uri: vscode.Uri, changes: readonly TextChange[]): void {
    const shift = shiftOf(changes);
    for (const showing of this.all) this.showings.set(showing.id, afterEdit(showing, uri, shift));
  }

  /** Note that a file or a folder has another address: what is shown and chosen in it goes along. */
  move(from: vscode.Uri, to: vscode.Uri): void {
    const now = moveOf(from.toString(), to.toString());
    this.good.move(now);
    for (const showing of this.all) {
      const after = afterMove(showing, now);
      const isElsewhere = after.subject !== showing.subject;
      this.showings.set(showing.id, isElsewhere ? { ...after, revision: showing.revision + 1 } : after);
      if (isElsewhere) this.asked.fire(showing.id);
    }
  }

  /** Freeze a showing, or let it follow: then the one that followed is frozen instead. */
  pin(id: ShowingId, pinned: boolean): void {
    const showing = this.showings.get(id);
    if (showing === undefined || showing.pinned === pinned) return;
    if (!pinned) this.pinOthers(id);
    this.update(id, { pinned, subject: pinned ? subjectByName(showing) : showing.subject });
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

  /** Choose something for the function that is shown. */
  choose(id: ShowingId, change: ChoiceChange): void {
    const showing = this.showings.get(id);
    if (showing?.subject === undefined || showing.function === undefined) return;
    this.showings.set(id, { ...showing, choices: choose(showing.choices, showing.function, change) });
    this.asked.fire(id);
  }

  /** Give up what is being computed for a showing. */
  stop(id: ShowingId): void {
    this.stopped.fire(id);
  }

  /** Give a function the choices of a restored panel. */
  restoreChoice(id: ShowingId, uri: vscode.Uri, name: string, choice: Choice): void {
    const showing = this.showings.get(id);
    if (showing === undefined) return;
    const choices = [...showing.choices, { file: uri.toString(), chosen: { ...choice, name } }];
    this.showings.set(id, { ...showing, choices });
  }

  /** Return what was chosen in a showing for the functions of a file. */
  choicesOf(id: ShowingId, uri: vscode.Uri): readonly Chosen[] {
    return chosenIn(this.showings.get(id)?.choices ?? [], uri.toString());
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
  publish(id: ShowingId, revision: number, { state, function: shown, stamp }: Result): boolean {
    const showing = this.showings.get(id);
    if (showing?.revision !== revision) return false;
    const { pinned, subject: before } = showing;
    const subject = pinned ? subjectByName({ subject: before, function: shown }) : before;
    const choices = shown === undefined ? showing.choices : located(showing.choices, shown);
    const since = sinceOf(state, showing);
    this.update(id, { state, function: shown, stamp, subject, choices, since, hasResult: true });
    if (state.kind === "graph" && state.outdated === undefined && shown !== undefined && before !== undefined)
      this.good.keep(before.uri, shown.name, state.model);
    this.changed.fire(this.showings.get(id)!);
    return true;
  }

  /** Return the last picture of a function that was a whole one. */
  lastGood(uri: vscode.Uri, name: string): SealedModel | undefined {
    return this.good.of(uri, name);
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

  private update(id: ShowingId, change: Partial<Showing>): boolean {
    const showing = this.showings.get(id);
    if (showing === undefined) return false;
    this.showings.set(id, { ...showing, ...change, revision: showing.revision + 1 });
    return true;
  }
}
