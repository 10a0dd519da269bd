/** Findings and places as a person reads them: lines and columns counted from 1. */
import type { Finding } from "../language/finding.ts";
import type { Place } from "../language/span.ts";
import type { FindingView, SourceLink } from "./model.ts";

/** A position in a text, counted from 1; the column counts UTF-16 code units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text start. */
export interface LineIndex {
  readonly starts: readonly number[];
  readonly length: number;
}

/** Answers where offsets are in the texts of a trace. */
export interface Lines {
  /** Return the position of an offset; line 1 for a text that is not known. */
  readonly position: (file: string, offset: number) => Position;
  /** Return a place as a link. */
  readonly link: (place: Place) => SourceLink;
}

/** Return the positions of some texts; a text is read when somebody first asks for a place in it. */
export function linesOf(texts: ReadonlyMap<string, string>): Lines {
  const indices = new Map<string, LineIndex>();
  const position = (file: string, offset: number): Position => {
    const index = indices.get(file) ?? lineIndex(texts.get(file) ?? "");
    indices.set(file, index);
    return positionAt(index, offset);
  };
  return {
    position,
    link: ({ file, start, end }) => ({ file, start, end, line: position(file, start).line }),
  };
}

/** Return where the lines of a text start; CR LF is one break, and so are U+2028 and U+2029, as TypeScript counts. */
export function lineIndex(text: string): LineIndex {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return { starts, length: text.length };
}

/** Return the position of an offset; offsets outside the text are moved to its ends. */
export function positionAt(index: LineIndex, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (index.starts[middle]! <= inside) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: inside - index.starts[low]! + 1 };
}

/** Return a finding as it is shown. */
export function findingView(finding: Finding, lines: Lines): FindingView {
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    help: finding.help ?? "",
    source: lines.link(finding.place),
  };
}
