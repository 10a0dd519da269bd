/** Where a place of a text is after the text has changed, and where a file is after it was called otherwise. */
import type { TextDocumentContentChangeEvent } from "vscode";
import type { Span } from "../../language/span.ts";

/** Returns where an offset is now; undefined where that is not known, or not known any more. */
export type Shift = (offset: number | undefined) => number | undefined;

/** A change as an editor tells of it: so many characters from an offset on have become another text. */
export type TextChange = Pick<TextDocumentContentChangeEvent, "rangeOffset" | "rangeLength" | "text">;

/** Return what some changes, one after the other, do to offsets. */
export function shiftOf(changes: readonly TextChange[]): Shift {
  return (offset) => changes.reduce(shifted, offset);
}

/** Offsets that are where they were. */
export const still: Shift = (offset) => offset;

/** Return a place of a text as it is after the text has changed, with what was written in it; undefined if its begin or its end is lost. */
export function shiftedSpan<S extends Span>(span: S, shift: Shift): S | undefined {
  const start = shift(span.start);
  // By its last character: what is written behind a place does not belong to it.
  const last = span.end > span.start ? shift(span.end - 1) : start === undefined ? undefined : start - 1;
  return start === undefined || last === undefined || last < start - 1 ? undefined : { ...span, start, end: last + 1 };
}

/** An offset is lost when what was around it has been replaced. */
function shifted(offset: number | undefined, { rangeOffset, rangeLength, text }: TextChange): number | undefined {
  if (offset === undefined) return undefined;
  if (rangeOffset + rangeLength <= offset) return offset + text.length - rangeLength;
  return rangeOffset < offset ? undefined : offset;
}

/** Returns the address that one has now; undefined if it is the same. */
export type Move = (address: string) => string | undefined;

/** Return what giving a file or a folder another address does to the addresses in it, also to such with a fragment. */
export function moveOf(from: string, to: string): Move {
  return (address) => {
    const isThere = address.startsWith(from) && ["", "/", "#"].includes(address.charAt(from.length));
    return isThere ? to + address.slice(from.length) : undefined;
  };
}
