/** The small values of the double of VS Code: addresses, positions, edits, texts, hints. */

export class Uri {
  readonly path: string;
  readonly scheme: string;

  private constructor(scheme: string, path: string) {
    this.scheme = scheme;
    this.path = path;
  }

  static parse(text: string): Uri {
    const [, scheme, path] = /^([a-z-]+):(?:\/\/)?(.*)$/.exec(text)!;
    return new Uri(scheme!, path!);
  }

  with({ fragment }: { readonly fragment: string }): Uri {
    return new Uri(this.scheme, `${this.path}#${fragment}`);
  }

  static joinPath(base: Uri, ...parts: readonly string[]): Uri {
    return new Uri(base.scheme, [base.path, ...parts].join("/"));
  }

  get fsPath(): string {
    return this.path;
  }

  toString(): string {
    return this.scheme === "untitled" ? `untitled:${this.path}` : `${this.scheme}://${this.path}`;
  }
}

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

/** Replacements that are made together. */
export class WorkspaceEdit {
  readonly replacements: { readonly uri: Uri; readonly range: Range; readonly text: string }[] = [];

  replace(uri: Uri, range: Range, text: string): void {
    this.replacements.push({ uri, range, text });
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
