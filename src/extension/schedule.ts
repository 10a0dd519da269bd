/** When to compute: the one debounce of the extension. */

/** Milliseconds for which the cursor must rest. */
export const CURSOR_REST = 50;
/** Milliseconds from one picture to the next while somebody types. */
export const TYPING_PACE = 150;

/** Why something is to be computed: at once, after an edit, or because the cursor moved. */
export type Urgency = "now" | "edit" | "cursor";

interface Waiting {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly due: number;
  readonly urgency: Urgency;
}

/** Runs an action for each id: the first edit at once and later ones at a pace; a cursor when it rests. */
export class Schedule {
  private readonly action: (id: number) => void;
  private readonly waiting = new Map<number, Waiting>();
  private readonly last = new Map<number, number>();

  constructor(action: (id: number) => void) {
    this.action = action;
  }

  /** Ask for a run. An earlier run that waits is kept, except that a moving cursor waits anew. */
  request(id: number, urgency: Urgency): void {
    const now = Date.now();
    const due = dueTime(urgency, now, this.last.get(id));
    const waiting = this.waiting.get(id);
    if (waiting !== undefined) {
      if (waiting.due <= due && waiting.urgency !== "cursor") return;
      clearTimeout(waiting.timer);
      this.waiting.delete(id);
    }
    if (due <= now) {
      this.run(id);
      return;
    }
    const timer = setTimeout(() => {
      this.waiting.delete(id);
      this.run(id);
    }, due - now);
    this.waiting.set(id, { timer, due, urgency });
  }

  /** Forget everything that waits. */
  dispose(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private run(id: number): void {
    this.last.set(id, Date.now());
    this.action(id);
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
    default:
      return urgency satisfies never;
  }
}
