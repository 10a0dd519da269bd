/** What lies over the top of the picture: messages, which come and go while somebody types. */

/** Milliseconds for which a message must stay as it is before the picture makes room for it. */
const REST = 1_000;

/** Knows how much of the top of a picture is to be kept free: what a message covers, and once room was made for one, as much as that until `forget`. */
export class Cover {
  private readonly viewport: HTMLElement;
  private readonly rested: () => void;
  private readonly coming: MutationObserver;
  private readonly sizing: ResizeObserver;
  private bar: Element | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private kept = 0;

  /** `rested` is called when more has come to be covered and stays so. */
  constructor(viewport: HTMLElement, rested: () => void) {
    this.viewport = viewport;
    this.rested = rested;
    this.sizing = new ResizeObserver(this.wait);
    this.coming = new MutationObserver(this.watch);
    const around = viewport.closest(".picture");
    if (around !== null) this.coming.observe(around, { childList: true });
    this.watch();
  }

  /** Pixels at the top that are to be kept free. */
  get height(): number {
    return Math.max(this.kept, this.covered());
  }

  /** Keep free only what is covered now. */
  forget(): void {
    this.kept = this.covered();
  }

  /** Let go of the page. */
  dispose(): void {
    clearTimeout(this.timer);
    this.coming.disconnect();
    this.sizing.disconnect();
  }

  private covered(): number {
    if (this.bar?.isConnected !== true) return 0;
    return Math.max(0, this.bar.getBoundingClientRect().bottom - this.viewport.getBoundingClientRect().top);
  }

  private readonly watch = (): void => {
    const bar = this.viewport.closest(".picture")?.querySelector(":scope > .bar") ?? undefined;
    if (bar === this.bar) return;
    this.bar = bar;
    this.sizing.disconnect();
    clearTimeout(this.timer);
    if (bar !== undefined) this.sizing.observe(bar);
  };

  private readonly wait = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const covered = this.covered();
      if (covered <= this.kept) return;
      this.kept = covered;
      this.rested();
    }, REST);
  };
}
