/** What holds in a real extension host, asked only through what every extension can ask: commands, hovers, tabs, editors. */
import * as vscode from "vscode";
import { equal, ok, until } from "./assert.ts";

const id = "gradlens.gradlens";
/** The part of the manifest that is looked at. */
interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

/** Defines the tests of this extension host. */
export function defineSuite(): void {
  describe("GradLens in VS Code", () => {
    before(async () => {
      await openLecture();
    });

    it("is activated by a TypeScript file", async () => {
      await until(
        () => vscode.extensions.getExtension(id)?.isActive,
        (isActive) => isActive === true,
      );
    });

    it("registers each command of its manifest", async () => {
      const known = await vscode.commands.getCommands(true);
      const { contributes } = vscode.extensions.getExtension(id)?.packageJSON as Manifest;
      const commands = contributes.commands.map(({ command }) => command);
      ok(commands.includes("gradlens.show"), "the manifest has no command to show the graph");
      equal(
        commands.filter((command) => !known.includes(command)),
        [],
      );
    });

    it("shows in a hover what an input does to the result", async () => {
      await hoverOf("w", "∂a/∂w = 3");
      await hoverOf("w", "∂a/∂v · ∂v/∂u · ∂u/∂w = 1 · 1 · 3");
    });

    it("opens the panel beside the editor and leaves the focus where it was", async () => {
      const editor = await openLecture();
      await vscode.commands.executeCommand("gradlens.show");
      const [panel] = await until(panels, (found) => found.length === 1);
      ok(panel !== undefined && panel.group.viewColumn !== editor.viewColumn, "the panel covers the editor");
      await panelsAre(["Computation Graph: activation"]);
      equal(vscode.window.activeTextEditor?.document.uri.path, editor.document.uri.path);
      equal(vscode.window.tabGroups.activeTabGroup.viewColumn, editor.viewColumn);
    });

    it("opens no second panel when it is asked again", async () => {
      await vscode.commands.executeCommand("gradlens.show");
      await panelsAre(["Computation Graph: activation"]);
    });

    it("follows every edit", async () => {
      const editor = await openLecture();
      await replace(editor, "w * x", "w * x * x");
      await hoverOf("w", "∂a/∂w = 9");
      await openLecture();
      await hoverOf("w", "∂a/∂w = 3");
    });

    it("keeps the picture while the text does not parse", async () => {
      const editor = await openLecture();
      await replace(editor, "w * x", "w * (");
      await panelsAre(["Computation Graph: activation"]);
      await openLecture();
      await hoverOf("w", "∂a/∂w = 3");
      await panelsAre(["Computation Graph: activation"]);
    });

    it("follows the cursor into another function of another file, untitled ones too", async () => {
      const editor = await openText(
        "export function square(q = 3) {\n  return q * q;\n}\nexport function cube(r = 2) {\n  return r * r * r;\n}\n",
      );
      putCursor(editor, "q * q");
      await panelsAre(["Computation Graph: square"]);
      putCursor(editor, "r * r");
      await panelsAre(["Computation Graph: cube"]);
    });

    it("answers hovers elsewhere while the shown function never ends", async () => {
      const editor = await openText(
        "export function stuck(s = 1) {\n  while (true) {}\n}\nexport function well(t = 5) {\n  return t * t;\n}\n",
      );
      putCursor(editor, "while");
      await panelsAre(["Computation Graph: stuck"]);
      await hoverOf("t", "∂well/∂t = 10");
    });

    it("pins a panel, and shows the next function in a new one", async () => {
      await openLecture();
      await panelsAre(["Computation Graph: activation"]);
      await vscode.commands.executeCommand("gradlens.togglePin");
      await panelsAre(["activation (pinned)"]);
      const editor = await openText("export function twice(q = 3) {\n  return 2 * q;\n}\n");
      putCursor(editor, "2 * q");
      await vscode.commands.executeCommand("gradlens.show");
      await panelsAre(["Computation Graph: twice", "activation (pinned)"]);
    });

    after(async () => {
      for (const panel of panels()) await vscode.window.tabGroups.close(panel);
    });
  });
}

let untouched: string | undefined;

/** Opens the lecture's file with its own text and the cursor in `activation`. */
async function openLecture(): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder !== undefined, "no folder is open");
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, "lecture.ts"));
  const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  untouched ??= document.getText();
  if (document.getText() !== untouched) await replace(editor, document.getText(), untouched);
  putCursor(editor, "w * x");
  return editor;
}

async function openText(content: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language: "typescript", content });
  return vscode.window.showTextDocument(document, vscode.ViewColumn.One);
}

function putCursor(editor: vscode.TextEditor, text: string): void {
  const { start } = rangeOf(editor, text);
  editor.selection = new vscode.Selection(start, start);
}

function rangeOf({ document }: vscode.TextEditor, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `${text} is not in the file`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  ok(
    await editor.edit((builder) => {
      builder.replace(rangeOf(editor, from), to);
    }),
    "the edit was refused",
  );
}

/** Waits until the hover on the first use of a parameter in the active editor says a text. */
async function hoverOf(name: string, text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  ok(editor !== undefined, "no editor is active");
  const declaration = new RegExp(`[(,]\\s*${name}\\b`).exec(editor.document.getText());
  ok(declaration !== null, `${name} is not a parameter`);
  const place = editor.document.positionAt(declaration.index + declaration[0].length - 1);
  await until(
    async () => {
      const uri = editor.document.uri;
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, place);
      const contents = hovers.flatMap((hover) => hover.contents);
      return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : "")).join("\n");
    },
    (said) => said.includes(text),
  );
}

/** The tabs of the panels. */
function panels(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith("gradlens.graph"));
}

async function panelsAre(labels: readonly string[]): Promise<void> {
  await until(
    () =>
      panels()
        .map((panel) => panel.label)
        .sort(),
    (found) => JSON.stringify(found) === JSON.stringify([...labels].sort()),
  );
}
