/** When the page is kept, so that its next life goes on from there. */

/** Milliseconds until a change is kept that may be one of many, as while one drags. */
const SAVE_AFTER = 30;
/** Milliseconds between two times that the page is kept. */
const SAVE_EVERY = 250;

/** Lives as long as the page; `save` keeps it as it is when called. */
export class Keeping {
  private readonly save: () => void;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private saved = 0;

  constructor(save: () => void) {
    this.save = save;
  }

  /** Keep the page before anything else can happen to it. */
  readonly now = (): void => {
    clearTimeout(this.waiting);
    this.waiting = undefined;
    this.saved = Date.now();
    this.save();
  };

  /** Keep the page shortly, with what else changes until then. */
  soon(): void {
    this.waiting ??= setTimeout(this.now, Math.max(SAVE_AFTER, this.saved + SAVE_EVERY - Date.now()));
  }
}
