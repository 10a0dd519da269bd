/** When to compute: the one debounce of the extension. */

/** Milliseconds for which a cursor that is on its way must rest; one that moves after so many milliseconds of quiet is there already, as after a click. */
export const CURSOR_REST = 50;
export const CURSOR_QUIET = 250;
/** Milliseconds from one picture to the next while somebody types: the most, as long as it is not known what a picture takes, and the least. */
export const TYPING_PACE = 150;
export const QUICK_PACE = 30;
/** How many times as long as the last picture took is waited until the next, so that the machine is never busy with pictures alone. */
const PACE_PER_COST = 3;

/** Milliseconds of rest after which gradients are compared with differences. */
export const CHECK_REST = 500;

/** Why something is to be computed: at once, after an edit, because the cursor moved, or because nothing else is to be done. */
export type Urgency = "now" | "edit" | "cursor" | "check";

/** Which reason is better: whatever runs for one reads text and cursor anew. */
const ranks: Readonly<Record<Urgency, number>> = { check: 0, cursor: 1, edit: 2, now: 3 };

/** When the last picture was begun, and how long it took; undefined until it is there. */
interface Last {
  readonly begun: number;
  cost: number | undefined;
}

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly urgency: Urgency;
}

/** Runs an action for each id: the first edit at once and later ones at a pace that the machine keeps up with; a cursor at once or when it rests, a check when everything does. */
export class Schedule {
  private readonly action: (id: number, urgency: Urgency) => Promise<void>;
  private readonly waiting = new Map<number, Waiting>();
  private readonly last = new Map<number, Last>();
  /** When the cursor moved last. */
  private readonly moved = new Map<number, number>();

  /** The action's promise is settled when the picture is there. */
  constructor(action: (id: number, urgency: Urgency) => Promise<void>) {
    this.action = action;
  }

  /** Ask for a run. One that waits for a better reason is kept, and does for this one too; any other is replaced. */
  request(id: number, urgency: Urgency): void {
    const now = Date.now();
    const due = urgency === "cursor" ? this.cursorDue(id, now) : dueTime(urgency, now, this.last.get(id));
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) {
      if (ranks[urgency] < ranks[waiting.urgency]) return;
      clearTimeout(waiting.timer);
      this.waiting.delete(id);
    }
    if (due <= now) {
      this.run(id, urgency);
      return;
    }
    const timer = setTimeout(() => {
      this.waiting.delete(id);
      this.run(id, urgency);
    }, due - now);
    this.waiting.set(id, { timer, urgency });
  }

  /** A cursor that moves because somebody types is on its way as well: the edit has been heard of just before. */
  private cursorDue(id: number, now: number): number {
    const busy = Math.max(this.moved.get(id) ?? -Infinity, this.last.get(id)?.begun ?? -Infinity);
    this.moved.set(id, now);
    return now - busy > CURSOR_QUIET ? now : now + CURSOR_REST;
  }

  /** Forget everything that waits. */
  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private run(id: number, urgency: Urgency): void {
    const done = this.action(id, urgency);
    if (urgency !== "now" && urgency !== "edit") return;
    const last: Last = { begun: Date.now(), cost: undefined };
    this.last.set(id, last);
    const note = (): void => {
      last.cost = Date.now() - last.begun;
    };
    done.then(note, note);
  }
}

function dueTime(urgency: Exclude<Urgency, "cursor">, now: number, last: Last | undefined): number {
  switch (urgency) {
    case "now":
      return now;
    case "edit":
      return last === undefined ? now : Math.max(now, last.begun + paceOf(last));
    case "check":
      return now + CHECK_REST;
    default:
      return urgency satisfies never;
  }
}

function paceOf({ cost }: Last): number {
  return cost === undefined ? TYPING_PACE : Math.min(TYPING_PACE, Math.max(QUICK_PACE, PACE_PER_COST * cost));
}
