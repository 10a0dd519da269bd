/** Functions, files and folders that are called otherwise while they are shown; and several editors of one file. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { show, twoFunctions as text, useFreshExtension, wired } from "../fresh.ts";
import { Document, events, openEditor, Uri, window, world } from "../vscodeDouble.ts";
import { settle, shownStates, view, viewRequests } from "../wiring.ts";

useFreshExtension(text);

/** Rename a file or a folder as the explorer does: the document is another one. */
async function rename(from: string, to: string, document: string): Promise<void> {
  const [before] = world.documents.splice(0);
  const after = new Document(document, text);
  openEditor(after);
  events.close.fire(before!);
  await settle();
  events.renameFiles.fire({ files: [{ oldUri: Uri.parse(from), newUri: Uri.parse(to) }] });
  await settle();
}

/** The last request: where it looks, and for what. */
function asked(): unknown {
  const { source, target, choices } = viewRequests(wired).at(-1)!;
  return { uri: source.uri, target, changed: choices.map(({ changed }) => changed) };
}

describe("a pinned panel", () => {
  it("goes with its file, and with the folder that this is in", async () => {
    await wired.run("gradlens.showPinned");
    const panel = world.panels[0]!;
    panel.send({ kind: "ready" });
    await wired.answer(view("activation"));
    panel.send({ kind: "setInputs", changed: { w: "5" } });
    await settle();
    wired.read.add("file:///a.ts");
    await rename("file:///a.ts", "file:///deep/b.ts", "file:///deep/b.ts");
    const target = { kind: "name", name: "activation", start: 9 };
    assert.deepEqual(asked(), { uri: "file:///deep/b.ts", target, changed: [{ w: "5" }] });
    await rename("file:///deep", "file:///flat", "file:///flat/b.ts");
    assert.deepEqual(asked(), { uri: "file:///flat/b.ts", target, changed: [{ w: "5" }] });
    await rename("file:///fl", "file:///x", "file:///flat/b.ts");
    assert.deepEqual(asked(), { uri: "file:///flat/b.ts", target, changed: [{ w: "5" }] });
    await wired.answer({ kind: "none", functions: [] });
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "`activation` is no longer in the file.");
  });

  it("goes with its function, and keeps what was chosen for it", async () => {
    await wired.run("gradlens.showPinned");
    const panel = world.panels[0]!;
    panel.send({ kind: "ready" });
    await wired.answer(view("activation"));
    panel.send({ kind: "setInputs", changed: { w: "5" } });
    await settle();
    await wired.answer(view("act", 2));
    assert.equal(panel.title, "act (pinned)");
    panel.send({ kind: "setInputs", changed: { w: "6" } });
    await settle();
    assert.deepEqual(asked(), {
      uri: "file:///a.ts",
      target: { kind: "name", name: "act", start: 9 },
      changed: [{ w: "6" }],
    });
  });
});

describe("a panel that follows", () => {
  it("shows where the cursor was last when it comes to the front itself, which leaves no editor active", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    panel.setVisible(false);
    const editor = window.visibleTextEditors[0]!;
    editor.move(text.indexOf("loss"));
    window.activeTextEditor = undefined;
    events.activeEditor.fire(undefined);
    panel.setVisible(true);
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "offset", offset: text.indexOf("loss") });
  });
});

describe("a link into the source", () => {
  it("is opened in the editor that was used last, and where that was if none shows the file", async () => {
    const panel = await show();
    const first = window.visibleTextEditors[0]!;
    const second = openEditor(first.document, 3);
    window.visibleTextEditors = [first, second];
    events.activeEditor.fire(undefined);
    const source = { file: "file:///a.ts", start: 9, end: 19, line: 1 };
    const columnOf = async (): Promise<unknown> => {
      panel.send({ kind: "open", source });
      await settle();
      await settle();
      return (world.shown.at(-1)!.options as { viewColumn: number }).viewColumn;
    };
    assert.equal(await columnOf(), 3);
    events.activeEditor.fire(first);
    assert.equal(await columnOf(), 1);
    events.activeEditor.fire(second);
    window.visibleTextEditors = [];
    assert.equal(await columnOf(), 3);
    panel.send({ kind: "leave" });
    await settle();
    assert.equal(world.executed.at(-1)?.id, "workbench.action.focusPreviousGroup");
  });
});
