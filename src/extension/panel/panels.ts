/** All panels: opens them beside the editor without taking the focus, restores them, and knows which one is meant. */
import * as vscode from "vscode";
import { isSupported } from "../documents.ts";
import { contexts, viewType } from "../ids.ts";
import { Owner } from "../owner.ts";
import type { ShowingId, Subject } from "../showing/showing.ts";
import { checkSaved } from "./messages.ts";
import { Panel, type PanelSurroundings } from "./panel.ts";

/** Opens, restores and finds panels. Lives as long as the extension. */
export class Panels extends Owner implements vscode.WebviewPanelSerializer {
  private readonly surroundings: PanelSurroundings;
  private readonly panels = new Map<ShowingId, Panel>();
  /** The context keys as VS Code knows them. */
  private readonly contexts = new Map<string, boolean>();
  /** The panel that was used last. */
  private lastActive: ShowingId | undefined;

  constructor(surroundings: PanelSurroundings) {
    super();
    this.surroundings = surroundings;
    this.own(vscode.window.registerWebviewPanelSerializer(viewType, this));
    this.own(
      surroundings.session.onDidChange(() => {
        this.updateContexts();
      }),
    );
  }

  /** The panel that commands without a subject mean: the active one, else the one used last, else the newest. */
  get current(): Panel | undefined {
    const all = [...this.panels.values()];
    return all.find(({ isActive }) => isActive) ?? this.panels.get(this.lastActive ?? -1) ?? all.at(-1);
  }

  /** Show the function at the editor's cursor in the following panel, which is opened or brought to the front. */
  show(editor: vscode.TextEditor | undefined): void {
    const { session } = this.surroundings;
    const { following } = session;
    const subject = subjectAt(editor);
    if (following === undefined) {
      this.open(session.open(subject, false));
      return;
    }
    this.panels.get(following.id)?.reveal({ preserveFocus: true });
    if (subject !== undefined) session.retarget(following.id, subject);
  }

  /** Open one more panel that stays with the function at the editor's cursor. */
  showPinned(editor: vscode.TextEditor | undefined): void {
    const subject = subjectAt(editor);
    if (subject !== undefined) this.open(this.surroundings.session.open(subject, true));
  }

  /** Restore a panel after the window was reloaded. VS Code calls this. */
  deserializeWebviewPanel(webviewPanel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const { session, guard } = this.surroundings;
    return guard("restoring a panel", () => {
      const { pinned, state, shown } = checkSaved(saved);
      const uri = shown && vscode.Uri.parse(shown.file);
      const restored: Subject | undefined = shown && uri && { uri, target: { kind: "name", name: shown.name } };
      // Of several that followed only one goes on following.
      const isPinned = pinned || session.following !== undefined;
      const id = session.open(restored, isPinned, state);
      if (shown && uri) session.restoreChoice(id, uri, shown.name, shown.choice);
      this.adopt(webviewPanel, id);
      session.setVisible(id, webviewPanel.visible);
    });
  }

  override dispose(): void {
    for (const panel of this.panels.values()) panel.dispose();
    super.dispose();
  }

  private open(id: ShowingId): void {
    const { extensionUri } = this.surroundings;
    const webviewPanel = vscode.window.createWebviewPanel(
      viewType,
      vscode.l10n.t("Computation Graph"),
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, "dist")] },
    );
    this.adopt(webviewPanel, id);
  }

  private adopt(webviewPanel: vscode.WebviewPanel, id: ShowingId): void {
    const panel = new Panel(webviewPanel, id, this.surroundings, {
      viewState: () => {
        if (webviewPanel.active) this.lastActive = id;
        this.updateContexts();
      },
      close: () => {
        this.panels.delete(id);
        this.surroundings.session.close(id);
        this.surroundings.highlights.show(undefined);
        this.updateContexts();
      },
    });
    this.panels.set(id, panel);
    this.lastActive = id;
    this.updateContexts();
  }

  private updateContexts(): void {
    const { current } = this;
    const showing = current && this.surroundings.session.get(current.id);
    const changed = showing?.state.kind === "graph" ? showing.state.model.changed : undefined;
    this.tellContext(contexts.isOpen, current !== undefined);
    this.tellContext(contexts.isPinned, showing?.pinned === true);
    this.tellContext(contexts.hasChangedInputs, Object.keys(changed ?? {}).length > 0);
  }

  /** Every word to VS Code goes to another process: it hears only what is new. */
  private tellContext(key: string, value: boolean): void {
    if (this.contexts.get(key) === value) return;
    this.contexts.set(key, value);
    void vscode.commands.executeCommand("setContext", key, value);
  }
}

function subjectAt(editor: vscode.TextEditor | undefined): Subject | undefined {
  if (editor === undefined || !isSupported(editor.document)) return undefined;
  return {
    uri: editor.document.uri,
    target: { kind: "offset", offset: editor.document.offsetAt(editor.selection.active) },
  };
}
