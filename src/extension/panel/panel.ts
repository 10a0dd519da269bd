/** One panel: the webview, what it is told, and what it asks for. */
import * as vscode from "vscode";
import type { FromWebview, Handlers, PageCommand, ToWebview } from "../../protocol.ts";
import type { SourceLink, ViewNodeId } from "../../view/model.ts";
import { noteExplanation, openWalkthrough, type Beginning } from "../beginning.ts";
import type { Editors } from "../editor/editors.ts";
import type { Highlights } from "../editor/highlights.ts";
import { fileName, openHelp } from "../editor/links.ts";
import type { Guard } from "../guard.ts";
import { section } from "../ids.ts";
import { Owner } from "../owner.ts";
import { readSettings } from "../settings.ts";
import { withFolding, withInputs, withMoreEffort, withOutput } from "../showing/choices.ts";
import type { Pointing, Session } from "../showing/session.ts";
import { presentPlace, type Showing, type ShowingId } from "../showing/showing.ts";
import { titleOf } from "../showing/states.ts";
import { checkMessage } from "./messages.ts";
import { createNonce, pageHtml } from "./page.ts";
import type { Questions } from "./questions.ts";
import { tellRefusal } from "./refusals.ts";
import { reportIssue } from "./report.ts";
import { saveAs } from "./saving.ts";

/** What every panel works with. */
export interface PanelSurroundings {
  readonly extensionUri: vscode.Uri;
  readonly session: Session;
  readonly questions: Questions;
  readonly highlights: Highlights;
  readonly editors: Editors;
  readonly guard: Guard;
  readonly beginning: Pick<Beginning, "isFirst">;
}

/** What a panel tells whoever opened it. */
export interface PanelListeners {
  /** It was shown, hidden, or made active or inactive. */
  readonly viewState: () => void;
  /** Its tab is closed. */
  readonly close: () => void;
}

/** Lives as long as its tab. */
export class Panel extends Owner {
  readonly id: ShowingId;
  private readonly webviewPanel: vscode.WebviewPanel;
  private readonly surroundings: PanelSurroundings;
  private isReady = false;
  /** The name of the function's file, if the page was told that the editor shows another one. */
  private from: string | undefined;
  /** Where the page was last told that the cursor is; undefined if it has to be told anew. */
  private pointed: string | undefined;
  /** What a hidden page was asked to do; it does it when it is seen again. */
  private waiting: Extract<ToWebview, { kind: "run" }> | undefined;

  constructor(
    webviewPanel: vscode.WebviewPanel,
    id: ShowingId,
    surroundings: PanelSurroundings,
    listeners: PanelListeners,
  ) {
    super();
    const { session, extensionUri, guard } = surroundings;
    this.id = id;
    this.webviewPanel = webviewPanel;
    this.surroundings = surroundings;
    const { webview } = webviewPanel;
    this.own(webviewPanel);
    this.own(
      webview.onDidReceiveMessage((value: unknown) => {
        const message = checkMessage(value);
        if (message !== undefined)
          void guard(`handling the message ${message.kind}`, () => {
            receive(this.handlers, message);
          });
      }),
    );
    this.own(
      webviewPanel.onDidChangeViewState(() => {
        // A hidden page is thrown away; the next one says that it is ready.
        if (!webviewPanel.visible) this.isReady = false;
        session.setVisible(id, webviewPanel.visible);
        listeners.viewState();
      }),
    );
    webviewPanel.onDidDispose(() => {
      listeners.close();
      this.dispose();
    });
    this.listenToSession();
    this.listenToEditors();
    this.own(
      vscode.workspace.onDidChangeConfiguration((change) => {
        const showing = session.get(id);
        if (change.affectsConfiguration(section) && showing !== undefined) this.show(showing);
      }),
    );
    this.load(extensionUri);
    const showing = session.get(id);
    if (showing !== undefined) this.rename(showing);
  }

  /** Whether the panel is the active tab of its group and has the focus or had it last. */
  get isActive(): boolean {
    return this.webviewPanel.active;
  }

  /** Bring the panel to the front where it is. */
  reveal(options: { readonly preserveFocus: boolean }): void {
    this.webviewPanel.reveal(undefined, options.preserveFocus);
  }

  /** Have the page do something with a node; a hidden one is brought to the front for it. */
  run(command: PageCommand, node: ViewNodeId | undefined): void {
    const message = { kind: "run", command, node } as const;
    if (this.isReady) this.post(message);
    else {
      this.waiting = message;
      this.reveal({ preserveFocus: true });
    }
  }

  private readonly handlers: Handlers<FromWebview> = {
    ready: () => {
      this.isReady = true;
      const showing = this.surroundings.session.get(this.id);
      if (showing !== undefined) this.show(showing);
      if (this.waiting !== undefined) this.post(this.waiting);
      this.waiting = undefined;
    },
    ask: ({ id, question }) =>
      void this.surroundings.guard("answering the panel", async () => {
        this.post({ kind: "reply", id, reply: await this.surroundings.questions.ask(this.id, question) });
        if (question.kind === "explain") await noteExplanation();
      }),
    fold: ({ folding }) => {
      this.surroundings.session.choose(this.id, withFolding(folding));
    },
    writeInputs: () =>
      void this.surroundings.guard("writing inputs", () => this.surroundings.questions.writeInputs(this.id)),
    copy: ({ text }) =>
      void this.surroundings.guard("copying", async () => {
        await vscode.env.clipboard.writeText(text);
      }),
    refuse: ({ reason }) => {
      tellRefusal(reason);
    },
    save: (saving) =>
      void this.surroundings.guard("saving a picture", () =>
        saveAs(saving, this.surroundings.session.get(this.id)?.subject?.uri),
      ),
    allowMore: () => {
      this.surroundings.session.choose(this.id, withMoreEffort);
    },
    stop: () => {
      this.surroundings.session.stop(this.id);
    },
    openHelp: ({ code }) =>
      void this.surroundings.guard("showing what a finding means", () =>
        openHelp(this.surroundings.extensionUri, code),
      ),
    leave: () =>
      void this.surroundings.guard("going back to the editor", () =>
        this.surroundings.editors.focus(this.surroundings.session.get(this.id)?.subject?.uri.toString()),
      ),
    open: ({ source }) =>
      void this.surroundings.guard("going to the source", () =>
        this.surroundings.editors.open(this.presentPlace(source) ?? source),
      ),
    touch: ({ source }) => {
      this.surroundings.highlights.show(source && this.presentPlace(source));
    },
    setInputs: ({ changed }) => {
      this.surroundings.session.choose(this.id, withInputs(changed));
    },
    chooseOutput: ({ key }) => {
      this.surroundings.session.choose(this.id, withOutput(key));
    },
    pin: ({ pinned }) => {
      this.surroundings.session.pin(this.id, pinned);
    },
    room: ({ room }) => {
      this.surroundings.session.setRoom(this.id, room);
    },
    retry: () => {
      this.surroundings.session.retry(this.id);
    },
    openWalkthrough: () => void this.surroundings.guard("opening the walkthrough", openWalkthrough),
    report: () =>
      void this.surroundings.guard("reporting an issue", () =>
        reportIssue(this.surroundings.session.get(this.id)?.state),
      ),
  };

  /** Where in the text something is now that a picture shows, which may be older. */
  private presentPlace(source: SourceLink): SourceLink | undefined {
    const showing = this.surroundings.session.get(this.id);
    return showing === undefined ? source : presentPlace(source, showing);
  }

  private listenToEditors(): void {
    this.own(
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        const showing = this.surroundings.session.get(this.id);
        if (editor !== undefined && showing !== undefined && fileElsewhere(showing) !== this.from) this.show(showing);
      }),
    );
  }

  private listenToSession(): void {
    const { id } = this;
    const { session } = this.surroundings;
    this.own(
      session.onDidChange((showing) => {
        if (showing.id === id && session.get(id) !== undefined) this.show(showing);
      }),
    );
    this.own(
      session.onDidPoint((pointing) => {
        if (pointing.id === id) this.point(pointing);
      }),
    );
    this.own(
      session.onDidBusy((busy) => {
        if (busy.id === id) this.post({ kind: "busy", busy: busy.busy });
      }),
    );
  }

  /** Give the webview its page; it says `ready` when it listens. */
  private load(extensionUri: vscode.Uri): void {
    const { webview } = this.webviewPanel;
    const media = vscode.Uri.joinPath(extensionUri, "media");
    this.webviewPanel.iconPath = {
      light: vscode.Uri.joinPath(media, "graph-light.svg"),
      dark: vscode.Uri.joinPath(media, "graph-dark.svg"),
    };
    const dist = vscode.Uri.joinPath(extensionUri, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist], enableCommandUris: false, enableForms: false };
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      nonce: createNonce(),
      script: webview.asWebviewUri(vscode.Uri.joinPath(dist, "webview.js")).toString(),
      style: webview.asWebviewUri(vscode.Uri.joinPath(dist, "webview.css")).toString(),
      title: vscode.l10n.t("Computation Graph"),
    });
  }

  private show(showing: Showing): void {
    this.rename(showing);
    this.pointed = undefined;
    // Before the first result a restored page shows what it has kept, and a new one nothing.
    const { revision, state, pinned } = showing;
    const { direction, view } = readSettings(undefined);
    const look = { direction, view };
    this.from = fileElsewhere(showing);
    const { isFirst } = this.surroundings.beginning;
    if (showing.hasResult) this.post({ kind: "show", revision, state, pinned, look, from: this.from, isFirst });
  }

  /** The page hears once of every place, and anew after a new picture. */
  private point({ file, offset }: Pointing): void {
    const pointed = `${file} ${offset}`;
    if (pointed === this.pointed) return;
    this.pointed = pointed;
    this.post({ kind: "point", file, offset });
  }

  private rename(showing: Showing): void {
    const title = titleText(showing);
    if (this.webviewPanel.title !== title) this.webviewPanel.title = title;
  }

  private post(message: ToWebview): void {
    if (this.isReady) void this.webviewPanel.webview.postMessage(message);
  }
}

/** The name of the file that a picture is from, unless it is the one in the editor, or no editor is active. */
function fileElsewhere({ state }: Showing): string | undefined {
  const editor = vscode.window.activeTextEditor?.document.uri.toString();
  const file = state.kind === "graph" ? state.model.file : undefined;
  return file === undefined || editor === undefined || file === editor ? undefined : fileName(file);
}

function titleText(showing: Showing): string {
  const name = titleOf(showing);
  if (name === "") return vscode.l10n.t("Computation Graph");
  return showing.pinned ? vscode.l10n.t("{0} (pinned)", name) : vscode.l10n.t("Computation Graph: {0}", name);
}

function receive(handlers: Handlers<FromWebview>, message: FromWebview): void {
  const handle = handlers[message.kind] as (message: FromWebview) => void;
  handle(message);
}
