/** From commands to what panels are told, against a double of VS Code and a played engine. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editor, show, twoFunctions as text, useFreshExtension, wired } from "../fresh.ts";
import { functionInfo, viewModel } from "../model.ts";
import { Document, openEditor, window, world, type WebviewPanel } from "../vscodeDouble.ts";
import { pause, settle, shownStates, view, viewRequests } from "../wiring.ts";

useFreshExtension(text);

/** Choose an input of the function on show, and write another function of its name above it. */
async function chooseAndTypeAbove(panel: WebviewPanel): Promise<void> {
  await wired.answer(view("activation"));
  panel.send({ kind: "setInputs", changed: { w: "5" } });
  await wired.answer(view("activation", 2));
  await pause(160);
  editor.document.type(`\nfunction activation() {}\n${text}`);
  await settle();
}

describe("showing the graph", () => {
  it("opens one panel beside the editor and leaves the focus where it is", async () => {
    const panel = await show();
    assert.deepEqual(panel.showOptions, { viewColumn: -2, preserveFocus: true });
    await wired.run("gradlens.show");
    assert.equal(world.panels.length, 1);
    assert.deepEqual(panel.reveals, [{ column: undefined, preserveFocus: true }]);
    assert.equal(world.contexts["gradlens.isOpen"], true);
  });

  it("asks for the function at the cursor and shows the answer", async () => {
    editor.move(text.indexOf("loss"));
    const panel = await show();
    const [request] = viewRequests(wired);
    assert.deepEqual(request!.target, { kind: "offset", offset: text.indexOf("loss") });
    assert.equal(request!.source.text, text);
    await wired.answer(view("loss"));
    assert.deepEqual(shownStates(panel), [{ kind: "graph", model: viewModel("loss"), outdated: undefined }]);
    assert.equal(panel.title, "Computation Graph: loss");
  });

  it("shows nothing to a page that is not ready, and everything once it is", async () => {
    await wired.run("gradlens.show");
    const panel = world.panels[0]!;
    await wired.answer(view("loss"));
    assert.deepEqual(panel.posted, []);
    panel.send({ kind: "ready" });
    assert.equal(shownStates(panel).length, 1);
  });

  it("asks for a picture that can be read in the room that the page has, and begins the next panel with it", async () => {
    const [small, large] = [
      { width: 320, height: 400 },
      { width: 760, height: 400 },
    ];
    const panel = await show();
    await wired.answer(view("loss"));
    panel.send({ kind: "room", room: small });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.room, small);
    const { length } = viewRequests(wired);
    panel.send({ kind: "room", room: { ...small } });
    await settle();
    assert.equal(viewRequests(wired).length, length);
    panel.send({ kind: "room", room: large });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.room, large);
  });

  it("suggests the functions of the file when the cursor is outside of them", async () => {
    const panel = await show();
    await wired.answer({ kind: "none", functions: [functionInfo("activation")] });
    assert.deepEqual(shownStates(panel), [
      {
        kind: "empty",
        suggestions: [
          {
            name: "activation",
            signature: "activation(w)",
            source: { file: "file:///a.ts", start: 9, end: 19, line: 1 },
          },
        ],
      },
    ]);
  });

  it("says what to do when there is no editor to follow", async () => {
    window.activeTextEditor = undefined;
    window.visibleTextEditors = [];
    const panel = await show();
    assert.deepEqual(shownStates(panel), [{ kind: "empty", suggestions: [] }]);
  });

  it("forgets everything when the panel is closed", async () => {
    const panel = await show();
    panel.dispose();
    assert.deepEqual(wired.session.all, []);
    assert.equal(world.contexts["gradlens.isOpen"], false);
    editor.document.type(text + " ");
    await settle();
    assert.equal(viewRequests(wired).length, 1);
  });
});

describe("following", () => {
  it("asks again when the cursor has come to rest", async () => {
    await show();
    await wired.answer(view("activation"));
    editor.move(30);
    editor.move(45);
    await pause(80);
    assert.deepEqual(
      viewRequests(wired)
        .slice(1)
        .map(({ target, known }) => ({ target, known })),
      [{ target: { kind: "offset", offset: 45 }, known: 1 }],
    );
  });

  it("leaves the picture alone when the engine says that it is the same", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    editor.move(12);
    await pause(80);
    await wired.answer({ kind: "same", function: functionInfo("activation"), stamp: 1 });
    assert.equal(shownStates(panel).length, 1);
  });

  it("keeps the picture when an editor of another language becomes active", async () => {
    await show();
    await wired.answer(view("activation"));
    openEditor(new Document("file:///a.md", "# text", "markdown"));
    await pause(80);
    assert.equal(viewRequests(wired).length, 1);
  });

  it("sends of a text that is too long to be read only as much as shows that it is", async () => {
    openEditor(new Document("file:///long.ts", `${text}// ${"long ".repeat(500_000)}\n`));
    await show();
    assert.equal(viewRequests(wired).at(-1)!.source.text.length, 2_000_001);
  });

  it("tells the page where the cursor is", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    editor.move(10);
    editor.move(40);
    const points = panel.posted.filter(({ kind }) => kind === "point");
    assert.deepEqual(points.slice(-2), [
      { kind: "point", file: "file:///a.ts", offset: 10 },
      { kind: "point", file: "file:///a.ts", offset: 40 },
    ]);
  });

  it("does not tell the page the same place again", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    editor.move(10);
    const before = panel.posted.length;
    editor.move(10);
    editor.move(10);
    assert.equal(panel.posted.length, before);
  });
});

describe("pinning", () => {
  it("freezes the function, and the next command opens a new panel that follows", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    panel.send({ kind: "pin", pinned: true });
    await settle();
    assert.equal(panel.title, "activation (pinned)");
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "activation", start: 9 });
    await wired.answer(view("activation"));
    await wired.run("gradlens.show");
    assert.equal(world.panels.length, 2);
    assert.deepEqual(
      wired.session.all.map(({ pinned }) => pinned),
      [true, false],
    );
  });

  it("lets only one panel follow", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    await wired.run("gradlens.togglePin");
    await wired.run("gradlens.show");
    panel.send({ kind: "pin", pinned: false });
    await settle();
    assert.deepEqual(
      wired.session.all.map(({ pinned }) => pinned),
      [false, true],
    );
  });

  it("stays with the function that it was opened for when the text above it grows", async () => {
    editor.move(40);
    await wired.run("gradlens.showPinned");
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "offset", offset: 40 });
    await wired.answer(view("loss", 1, 36, 64));
    await pause(160);
    editor.document.type(`// a new line\n${text}`);
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "loss", start: 45 + 14 });
  });

  it("keeps what was chosen for its function when another one of the same name comes above it", async () => {
    await wired.run("gradlens.showPinned");
    const panel = world.panels[0]!;
    panel.send({ kind: "ready" });
    await chooseAndTypeAbove(panel);
    const { target, choices } = viewRequests(wired).at(-1)!;
    assert.deepEqual(target, { kind: "name", name: "activation", start: 9 + 26 });
    assert.deepEqual(choices, [{ name: "activation", start: 9 + 26, changed: { w: "5" }, output: undefined }]);
    await wired.answer(view("activation (2)", 3, 26, 60));
    panel.send({ kind: "chooseOutput", key: "delta" });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, [
      { name: "activation (2)", start: 9 + 26, changed: { w: "5" }, output: "delta" },
    ]);
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "activation (2)", start: 9 + 26 });
  });

  it("keeps the picture when the function is gone", async () => {
    await wired.run("gradlens.showPinned");
    const panel = world.panels[0]!;
    panel.send({ kind: "ready" });
    await wired.answer(view("activation"));
    await pause(160);
    editor.document.type("");
    await settle();
    await wired.answer({ kind: "none", functions: [] });
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "`activation` is no longer in the file.");
  });
});

describe("the page's wishes", () => {
  it("change inputs of the function that is shown, and of no other", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    panel.send({ kind: "setInputs", changed: { w: "5" } });
    panel.send({ kind: "chooseOutput", key: "delta" });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, [
      { name: "activation", start: 9, changed: { w: "5" }, output: "delta" },
    ]);
    panel.send({ kind: "setInputs", changed: {} });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, [
      { name: "activation", start: 9, changed: {}, output: "delta" },
    ]);
  });

  it("change no inputs of another function of the same name that comes above the one on show", async () => {
    const panel = await show();
    await chooseAndTypeAbove(panel);
    await wired.answer(view("activation", 3, 1, 25));
    panel.send({ kind: "setInputs", changed: { w: "7" } });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, [
      { name: "activation", start: 9 + 26, changed: { w: "5" }, output: undefined },
      { name: "activation", start: 10, changed: { w: "7" }, output: undefined },
    ]);
  });

  it("go to the source with the focus, and highlight it without", async () => {
    const panel = await show();
    const source = { file: "file:///a.ts", start: 9, end: 19, line: 1 };
    panel.send({ kind: "touch", source });
    panel.send({ kind: "touch" });
    assert.deepEqual(
      editor.decorations.map((ranges) => ranges.length),
      [1, 0],
    );
    assert.deepEqual(world.shown, []);
    panel.send({ kind: "open", source });
    await settle();
    await settle();
    const { document, options } = world.shown[0]!;
    assert.equal(document, editor.document);
    const { preserveFocus, viewColumn } = options as { preserveFocus: boolean; viewColumn: number };
    assert.deepEqual([preserveFocus, viewColumn], [false, 1]);
  });

  it("are not heard if they are not in our language", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    for (const message of [
      undefined,
      "ready",
      { kind: "eval" },
      { kind: "setInputs", changed: { w: 3 } },
      { kind: "open", source: { file: 1 } },
    ])
      panel.send(message);
    await settle();
    assert.equal(viewRequests(wired).length, 1);
    assert.deepEqual(world.shown, []);
  });
});
