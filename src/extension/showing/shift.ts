/** Where a place of a text is after the text has changed. */
import type { TextDocumentContentChangeEvent } from "vscode";

/** Returns where an offset is now; undefined where that is not known, or not known any more. */
export type Shift = (offset: number | undefined) => number | undefined;

/** A change as an editor tells of it: so many characters from an offset on have become another text. */
export type TextChange = Pick<TextDocumentContentChangeEvent, "rangeOffset" | "rangeLength" | "text">;

/** Return what some changes, one after the other, do to offsets. */
export function shiftOf(changes: readonly TextChange[]): Shift {
  return (offset) => changes.reduce(shifted, offset);
}

/** An offset is lost when what was around it has been replaced. */
function shifted(offset: number | undefined, { rangeOffset, rangeLength, text }: TextChange): number | undefined {
  if (offset === undefined) return undefined;
  if (rangeOffset + rangeLength <= offset) return offset + text.length - rangeLength;
  return rangeOffset < offset ? undefined : offset;
}
