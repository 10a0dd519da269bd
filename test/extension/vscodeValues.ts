/** The small values of the double of VS Code: positions, texts, hints. */

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}

export class MarkdownString {
  isTrusted: unknown = false;
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }
}

export class Hover {
  readonly contents: MarkdownString;
  readonly range: Range;

  constructor(contents: MarkdownString, range: Range) {
    this.contents = contents;
    this.range = range;
  }
}

export class InlayHint {
  readonly position: Position;
  readonly label: string;
  tooltip: MarkdownString | undefined;

  constructor(position: Position, label: string) {
    this.position = position;
    this.label = label;
  }
}

export class ThemeColor {
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}
