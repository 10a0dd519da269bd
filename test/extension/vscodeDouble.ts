/** A hand-written double of the parts of VS Code that the extension uses; test/run.mjs puts it in the place of the module `vscode`. */
import { Disposable, EventEmitter, type Listener } from "./vscodeEvents.ts";
import { InlayHint, Position, Range, Uri, type WorkspaceEdit } from "./vscodeValues.ts";
export { Disposable, EventEmitter } from "./vscodeEvents.ts";
export { Hover, InlayHint, MarkdownString, Position, Range, ThemeColor, Uri, WorkspaceEdit } from "./vscodeValues.ts";

export class FileSystemError extends Error {}

export const ViewColumn = { One: 1, Beside: -2 };
export const FileType = { File: 1, Directory: 2 };
export const DecorationRangeBehavior = { ClosedClosed: 1 };
export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };

/** A text in an editor. */
export class Document {
  readonly uri: Uri;
  readonly languageId: string;
  readonly isUntitled: boolean;
  isDirty = false;
  version = 1;
  private text: string;

  constructor(uri: string, text: string, languageId = "typescript") {
    this.uri = Uri.parse(uri);
    this.isUntitled = this.uri.scheme === "untitled";
    this.languageId = languageId;
    this.text = text;
  }

  getText(range?: Range): string {
    return range === undefined ? this.text : this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  /** Change the text as typing does: the event comes before the cursor moves. */
  type(text: string): void {
    let start = 0;
    while (start < text.length && text[start] === this.text[start]) start++;
    const most = Math.min(text.length, this.text.length) - start;
    let same = 0;
    while (same < most && text.at(-1 - same) === this.text.at(-1 - same)) same++;
    const rangeLength = this.text.length - start - same;
    const inserted = text.slice(start, text.length - same);
    this.text = text;
    this.version++;
    this.isDirty = true;
    const range = { start: this.positionAt(start) };
    events.changeText.fire({
      document: this,
      contentChanges: [{ range, rangeOffset: start, rangeLength, text: inserted }],
    });
  }

  save(): void {
    this.isDirty = false;
    events.save.fire(this);
  }

  positionAt(offset: number): Position {
    const lines = this.text.slice(0, Math.max(0, Math.min(offset, this.text.length))).split("\n");
    return new Position(lines.length - 1, lines.at(-1)!.length);
  }

  offsetAt({ line, character }: Position): number {
    const lines = this.text.split("\n").slice(0, line);
    return lines.reduce((sum, each) => sum + each.length + 1, 0) + character;
  }
}

/** An editor with a cursor. */
export class Editor {
  readonly document: Document;
  readonly viewColumn: number;
  readonly decorations: Range[][] = [];
  selection: { active: Position };

  constructor(document: Document, viewColumn = 1) {
    this.document = document;
    this.viewColumn = viewColumn;
    this.selection = { active: new Position(0, 0) };
  }

  /** Move the cursor. */
  move(offset: number): void {
    this.selection = { active: this.document.positionAt(offset) };
    events.select.fire({ textEditor: this });
  }

  setDecorations(_type: unknown, ranges: Range[]): void {
    this.decorations.push(ranges);
  }
}

/** A panel's webview, with what was posted to its page. */
export class WebviewPanel {
  readonly posted: { kind: string }[] = [];
  readonly options: unknown;
  readonly showOptions: unknown;
  title: string;
  iconPath: unknown;
  visible = true;
  active = false;
  readonly reveals: { column: unknown; preserveFocus: unknown }[] = [];
  private readonly received = new EventEmitter<unknown>();
  private readonly viewState = new EventEmitter<unknown>();
  private readonly disposed = new EventEmitter<unknown>();
  private isGone = false;
  readonly webview = {
    html: "",
    options: {},
    cspSource: "https://page.test",
    asWebviewUri: (uri: Uri) => Uri.parse(`https://page.test${uri.path}`),
    onDidReceiveMessage: this.received.event,
    postMessage: (message: { kind: string }) => {
      this.posted.push(message);
      return Promise.resolve(true);
    },
  };
  readonly onDidChangeViewState = this.viewState.event;
  readonly onDidDispose = this.disposed.event;

  constructor(title: string, showOptions: unknown, options: unknown) {
    this.title = title;
    this.showOptions = showOptions;
    this.options = options;
  }

  /** Send a message as the page does. */
  send(message: unknown): void {
    this.received.fire(message);
  }

  setVisible(visible: boolean): void {
    this.visible = visible;
    this.viewState.fire({});
  }

  reveal(column: unknown, preserveFocus: unknown): void {
    this.reveals.push({ column, preserveFocus });
  }

  dispose(): void {
    if (this.isGone) return;
    this.isGone = true;
    this.disposed.fire({});
  }
}

/** What a test can set and look at. */
export const world = {
  documents: [] as Document[],
  panels: [] as WebviewPanel[],
  settings: {} as Record<string, unknown>,
  contexts: {} as Record<string, unknown>,
  registered: {} as Record<string, () => unknown>,
  /** Commands of VS Code that were run, with what they were given. */
  executed: [] as { readonly id: string; readonly argument: unknown }[],
  /** Commands of VS Code that this editor does not have. */
  missing: [] as string[],
  clipboard: "",
  /** What the extension remembers of a person. */
  memory: {} as Record<string, unknown>,
  informed: [] as string[],
  hoverProvider: undefined as { provideHover: (...values: unknown[]) => unknown } | undefined,
  hintsProvider: undefined as
    | {
        provideInlayHints: (...values: unknown[]) => Promise<InlayHint[] | undefined>;
        resolveInlayHint: (hint: InlayHint, token: unknown) => Promise<InlayHint>;
        onDidChangeInlayHints: (listener: Listener<unknown>) => Disposable;
      }
    | undefined,
  serializer: undefined as { deserializeWebviewPanel(panel: unknown, state: unknown): Promise<void> } | undefined,
  shown: [] as { document: Document; options: unknown }[],
  status: undefined as { text: string; detail: string } | undefined,
};

/** What a test can let happen. */
export const events = {
  changeText: new EventEmitter<unknown>(),
  save: new EventEmitter<Document>(),
  close: new EventEmitter<Document>(),
  select: new EventEmitter<unknown>(),
  activeEditor: new EventEmitter<Editor | undefined>(),
  configuration: new EventEmitter<unknown>(),
  fileOnDisk: new EventEmitter<Uri>(),
  renameFiles: new EventEmitter<unknown>(),
};

/** Forget everything: call before each test. */
export function resetWorld(): void {
  Object.assign(world, {
    documents: [],
    panels: [],
    settings: {},
    contexts: {},
    registered: {},
    executed: [],
    missing: [],
    clipboard: "",
    memory: {},
    informed: [],
    hoverProvider: undefined,
    hintsProvider: undefined,
    serializer: undefined,
    shown: [],
    status: undefined,
  });
  window.activeTextEditor = undefined;
  window.visibleTextEditors = [];
  for (const emitter of Object.values(events)) emitter.dispose();
}

/** Change a setting as the settings editor does. */
export function setSetting(name: string, value: unknown): void {
  world.settings[name] = value;
  events.configuration.fire({ affectsConfiguration: (section: string) => section === "gradlens" });
}

/** Open a document in an editor and make that the active one. */
export function openEditor(document: Document, viewColumn = 1): Editor {
  if (!world.documents.includes(document)) world.documents.push(document);
  const editor = new Editor(document, viewColumn);
  window.activeTextEditor = editor;
  window.visibleTextEditors = [editor];
  events.activeEditor.fire(editor);
  return editor;
}

export const workspace = {
  get textDocuments(): Document[] {
    return world.documents;
  },
  getConfiguration: () => ({ get: (name: string): unknown => world.settings[name] }),
  openTextDocument: (uri: Uri | { readonly language: string; readonly content: string }) => {
    if ("content" in uri) {
      const made = new Document("untitled:Untitled-1", uri.content, uri.language);
      world.documents.push(made);
      return Promise.resolve(made);
    }
    const found = world.documents.find((document) => document.uri.toString() === uri.toString());
    return found === undefined ? Promise.reject(new Error("no such file")) : Promise.resolve(found);
  },
  applyEdit: ({ replacements }: WorkspaceEdit) => {
    for (const { uri, range, text } of replacements) {
      const document = world.documents.find((each) => each.uri.toString() === uri.toString())!;
      const before = document.getText();
      document.type(
        before.slice(0, document.offsetAt(range.start)) + text + before.slice(document.offsetAt(range.end)),
      );
    }
    return Promise.resolve(true);
  },
  onDidChangeTextDocument: events.changeText.event,
  onDidSaveTextDocument: events.save.event,
  onDidCloseTextDocument: events.close.event,
  onDidRenameFiles: events.renameFiles.event,
  onDidChangeConfiguration: events.configuration.event,
  createFileSystemWatcher: () => ({
    onDidChange: events.fileOnDisk.event,
    onDidCreate: new EventEmitter<Uri>().event,
    onDidDelete: new EventEmitter<Uri>().event,
    dispose: () => undefined,
  }),
};

export const window = {
  activeTextEditor: undefined as Editor | undefined,
  visibleTextEditors: [] as Editor[],
  onDidChangeTextEditorSelection: events.select.event,
  onDidChangeActiveTextEditor: events.activeEditor.event,
  createTextEditorDecorationType: () => new Disposable(() => undefined),
  createWebviewPanel: (_type: string, title: string, showOptions: unknown, options: unknown) => {
    const panel = new WebviewPanel(title, showOptions, options);
    world.panels.push(panel);
    return panel;
  },
  registerWebviewPanelSerializer: (_type: string, serializer: typeof world.serializer) => {
    world.serializer = serializer;
    return new Disposable(() => undefined);
  },
  showTextDocument: (document: Document, options: { readonly selection?: Range }) => {
    world.shown.push({ document, options });
    const editor = new Editor(document);
    if (options.selection !== undefined) editor.selection = { active: options.selection.start };
    return Promise.resolve(editor);
  },
  showInformationMessage: (message: string) => {
    world.informed.push(message);
    return Promise.resolve(undefined);
  },
};

export const env = {
  clipboard: {
    writeText: (text: string) => {
      world.clipboard = text;
      return Promise.resolve();
    },
  },
};

export const commands = {
  registerCommand: (id: string, action: () => unknown) => {
    world.registered[id] = action;
    return new Disposable(() => undefined);
  },
  executeCommand: (id: string, key: string, value: unknown) => {
    if (world.missing.includes(id)) return Promise.reject(new Error(`command '${id}' not found`));
    if (id === "setContext") world.contexts[key] = value;
    else world.executed.push({ id, argument: key });
    return Promise.resolve();
  },
};

export const languages = {
  createLanguageStatusItem: () => {
    const item = { text: "", detail: "", dispose: () => undefined };
    world.status = item;
    return item;
  },
  registerInlayHintsProvider: (_selector: unknown, provider: typeof world.hintsProvider) => {
    world.hintsProvider = provider;
    return new Disposable(() => undefined);
  },
  registerHoverProvider: (_selector: unknown, provider: typeof world.hoverProvider) => {
    world.hoverProvider = provider;
    return new Disposable(() => undefined);
  },
};

export const l10n = {
  t: (text: string, ...values: readonly string[]) =>
    text.replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)]!),
};
