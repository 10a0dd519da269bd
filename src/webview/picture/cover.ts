/** What lies over the top of the picture: messages, which come and go while somebody types, and the search. */

/** Milliseconds for which a message must stay as it is before the picture makes room for it. */
const REST = 1_000;

/** What can lie there. */
const COVERS = ":scope > :is(.bar, .find)";

/** Knows how much of the top of a picture is to be kept free: what is covered, and once room was made for one, as much as that until `forget`. */
export class Cover {
  private readonly viewport: HTMLElement;
  private readonly rested: () => void;
  private readonly coming: MutationObserver;
  private readonly sizing: ResizeObserver;
  private covers: readonly Element[] = [];
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
    const { top } = this.viewport.getBoundingClientRect();
    return Math.max(0, ...this.covers.map((cover) => cover.getBoundingClientRect().bottom - top));
  }

  private readonly watch = (): void => {
    const covers = [...(this.viewport.closest(".picture")?.querySelectorAll(COVERS) ?? [])];
    if (covers.length === this.covers.length && covers.every((cover, index) => cover === this.covers[index])) return;
    const isSearch = covers.some((cover) => cover.matches(".find") && !this.covers.includes(cover));
    this.covers = covers;
    this.sizing.disconnect();
    clearTimeout(this.timer);
    for (const cover of covers) this.sizing.observe(cover);
    // Somebody has asked for it: it does not come and go.
    if (isSearch) this.rest();
  };

  private readonly wait = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.rest, REST);
  };

  private readonly rest = (): void => {
    const covered = this.covered();
    if (covered <= this.kept) return;
    this.kept = covered;
    this.rested();
  };
}
