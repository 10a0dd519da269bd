/** The table scrolls through more rows than are in the page. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { ShownRows } from "../state/tableRows.ts";

/** Height of a row in CSS pixels, where no row can be measured. */
const ROW_HEIGHT = 26;
/** Browsers make no element higher; there rows that are not in the page get less room than they will take. */
const MOST_HEIGHT = 20_000_000;

/** The row that a person looks at, and how far below the top of the table's box it is. */
interface Anchor {
  readonly position: number;
  readonly top: number;
}

interface Scrolling {
  /** Room for the rows before and after those in the page, in CSS pixels. */
  readonly before: number;
  readonly after: number;
  readonly onScroll: () => void;
}

/** Ask for other rows when somebody has scrolled to them, and keep what is looked at where it is when they come. */
export function useScrolling(
  box: { readonly current: HTMLDivElement | null },
  { from, rows }: ShownRows,
  count: number,
  show: (position: number) => void,
): Scrolling {
  const height = Math.min(ROW_HEIGHT, MOST_HEIGHT / Math.max(1, count));
  const anchor = useRef<Anchor | undefined>(undefined);
  useLayoutEffect(() => {
    const { current } = box;
    const known = anchor.current;
    const row = current !== null && known !== undefined ? rowAt(current, known.position) : undefined;
    if (current === null || known === undefined || row === undefined) return;
    current.scrollTop += topOf(current, row) - known.top;
  }, [from]);
  return {
    before: from * height,
    after: Math.max(0, count - from - rows.length) * height,
    onScroll: () => {
      const { current } = box;
      if (current === null) return;
      anchor.current = anchorIn(current);
      show(anchor.current?.position ?? estimated(current, height, from, rows.length));
    },
  };
}

/** The first row that can be seen; undefined where only the room of others is. */
function anchorIn(box: HTMLElement): Anchor | undefined {
  for (const row of box.querySelectorAll<HTMLElement>("tbody:not(.space) tr")) {
    const top = topOf(box, row);
    if (top + row.offsetHeight > 0) return top < box.clientHeight ? { position: positionOf(row), top } : undefined;
  }
  return undefined;
}

/** Which row would be seen if all were in the page. */
function estimated(box: HTMLElement, height: number, from: number, shown: number): number {
  const inPage = [...box.querySelectorAll<HTMLElement>("tbody:not(.space) tr")];
  const real = inPage.reduce((sum, row) => sum + row.offsetHeight, 0);
  const top = box.scrollTop;
  if (top < from * height) return Math.floor(top / height);
  return Math.floor((top - from * height - real) / height) + from + shown;
}

/** Give the focus to the row at a position. Returns whether it is in the page. */
export function focusPosition(box: HTMLElement, position: number): boolean {
  const row = rowAt(box, position);
  row?.focus();
  return row !== undefined;
}

/** Return the position that a key goes to from the row with the focus; undefined for keys that go nowhere. */
export function positionAfter(key: string, count: number): number | undefined {
  const { activeElement } = document;
  if (!(activeElement instanceof HTMLElement) || activeElement.dataset["position"] === undefined) return undefined;
  const at = positionOf(activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to !== undefined && to >= 0 && to < count ? to : undefined;
}

function rowAt(box: HTMLElement, position: number): HTMLElement | undefined {
  return box.querySelector<HTMLElement>(`tr[data-position="${position}"]`) ?? undefined;
}

function positionOf(row: HTMLElement): number {
  return Number(row.dataset["position"]);
}

/** How far a row is below the heads, which stay where they are. */
function topOf(box: HTMLElement, row: HTMLElement): number {
  const head = box.querySelector<HTMLElement>("thead")?.offsetHeight ?? 0;
  return row.getBoundingClientRect().top - box.getBoundingClientRect().top - head;
}
