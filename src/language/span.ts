/** Places in source texts. */

/** A range of UTF-16 code units of one text, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span of one of the files that a trace has read. */
export interface Place extends Span {
  /** The file's URI (or path, on the command line). */
  readonly file: string;
}
