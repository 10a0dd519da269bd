/** When to compute: the one debounce of the extension. */

/** Milliseconds for which the cursor must rest. */
export const CURSOR_REST = 50;
/** Milliseconds from one picture to the next while somebody types. */
export const TYPING_PACE = 150;

/** Milliseconds of rest after which gradients are compared with differences. */
export const CHECK_REST = 500;

/** Why something is to be computed: at once, after an edit, because the cursor moved, or because nothing else is to be done. */
export type Urgency = "now" | "edit" | "cursor" | "check";

/** Which reason is better: whatever runs for one reads text and cursor anew. */
const ranks: Readonly<Record<Urgency, number>> = { check: 0, cursor: 1, edit: 2, now: 3 };

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly urgency: Urgency;
}

/** Runs an action for each id: the first edit at once and later ones at a pace; a cursor when it rests, a check when everything does. */
export class Schedule {
  private readonly action: (id: number, urgency: Urgency) => void;
  private readonly waiting = new Map<number, Waiting>();
  private readonly last = new Map<number, number>();

  constructor(action: (id: number, urgency: Urgency) => void) {
    this.action = action;
  }

  /** Ask for a run. One that waits for a better reason is kept, and does for this one too; any other is replaced. */
  request(id: number, urgency: Urgency): void {
    const now = Date.now();
    const due = dueTime(urgency, now, this.last.get(id));
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

  /** Forget everything that waits. */
  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private run(id: number, urgency: Urgency): void {
    if (urgency === "now" || urgency === "edit") this.last.set(id, Date.now());
    this.action(id, urgency);
  }
}

function dueTime(urgency: Urgency, now: number, last: number | undefined): number {
  switch (urgency) {
    case "now":
      return now;
    case "edit":
      return last === undefined ? now : Math.max(now, last + TYPING_PACE);
    case "cursor":
      return now + CURSOR_REST;
    case "check":
      return now + CHECK_REST;
    default:
      return urgency satisfies never;
  }
}
