/** From commands and edits to what panels are told, against a double of VS Code and a played engine. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { errorFinding, functionInfo, viewModel } from "./model.ts";
import {
  Document,
  events,
  openEditor,
  setSetting,
  window,
  world,
  type Editor,
  type WebviewPanel,
} from "./vscodeDouble.ts";
import { pause, settle, shownStates, view, viewRequests, wire, type Wired } from "./wiring.ts";

const text = "function activation(w) { return w }\nfunction loss(w) { return w }\n";
let wired: Wired;
let editor: Editor;

beforeEach(() => {
  wired = wire();
  editor = openEditor(new Document("file:///a.ts", text));
});
afterEach(() => {
  wired.dispose();
  assert.deepEqual(wired.errors, []);
});

/** Open the following panel and let its page say that it is ready. */
async function show(): Promise<WebviewPanel> {
  await wired.run("gradlens.show");
  const panel = world.panels.at(-1)!;
  panel.send({ kind: "ready" });
  return panel;
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

  it("tells the page which nodes the cursor is in", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    editor.move(10);
    editor.move(40);
    const points = panel.posted.filter(({ kind }) => kind === "point");
    assert.deepEqual(points.slice(-2), [
      { kind: "point", nodes: ["n0"] },
      { kind: "point", nodes: [] },
    ]);
  });
});

describe("typing", () => {
  it("asks at once for the first edit and at a pace for the next ones", async () => {
    await show();
    await wired.answer(view("activation"));
    await pause(160);
    editor.document.type(text + "1");
    await settle();
    assert.equal(viewRequests(wired).length, 2);
    editor.document.type(text + "12");
    editor.document.type(text + "123");
    await settle();
    assert.equal(viewRequests(wired).length, 2);
    await pause(180);
    assert.deepEqual(
      viewRequests(wired)
        .slice(2)
        .map(({ source }) => source.text),
      [text + "123"],
    );
  });

  it("drops an answer that something newer has overtaken", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    await pause(160);
    editor.document.type(text + "1");
    await pause(160);
    editor.document.type(text + "12");
    await settle();
    const [, late, newest] = wired.asked.filter(({ call }) => call === "view");
    newest!.settle({ kind: "answered", answer: view("activation", 3) });
    await settle();
    late!.settle({ kind: "answered", answer: view("late", 2) });
    await settle();
    assert.deepEqual(
      shownStates(panel).map((state) => (state.kind === "graph" ? state.model.title : state.kind)),
      ["activation", "activation"],
    );
  });

  it("keeps the last good picture of a function that does not parse, and says why", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    await pause(160);
    editor.document.type(text.replace("return w", "return ("));
    await settle();
    const finding = errorFinding("`)` expected.", "syntax/error");
    await wired.answer({ kind: "broken", function: functionInfo("activation"), finding });
    assert.deepEqual(shownStates(panel).at(-1), { kind: "graph", model: viewModel("activation"), outdated: finding });
  });

  it("keeps the last good picture of each function, also of one that was left meanwhile", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    editor.move(40);
    await pause(80);
    await wired.answer(view("loss", 2, 36, 64));
    await pause(160);
    editor.document.type(text.replace("return w", "return ("));
    await settle();
    const finding = errorFinding("`)` expected.", "syntax/error");
    await wired.answer({ kind: "broken", function: functionInfo("activation"), finding });
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.model.title, "activation");
  });

  it("shows where a run stopped, with what was traced up to there", async () => {
    const panel = await show();
    const partial = viewModel("activation", { result: undefined, findings: [errorFinding("Stopped.")] });
    await wired.answer({ kind: "view", function: functionInfo("activation"), model: partial, stamp: 1 });
    assert.deepEqual(shownStates(panel), [
      { kind: "rejected", title: "activation", findings: [errorFinding("Stopped.")], partial },
    ]);
    assert.equal(world.status!.detail, "Stopped.");
  });

  it("keeps the picture when the engine was restarted, and says so", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    await pause(160);
    editor.document.type(text + "1");
    await settle();
    await wired.answer({ kind: "restarted", message: "The engine was restarted: it ended: x." });
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "The engine was restarted: it ended: x.");
  });

  it("offers another try after a mistake of ours", async () => {
    const panel = await show();
    await wired.answer({ kind: "failed", message: "Error: oops" });
    assert.deepEqual(shownStates(panel), [{ kind: "failed", title: "", message: "Error: oops" }]);
    panel.send({ kind: "retry" });
    await settle();
    assert.equal(viewRequests(wired).length, 2);
  });

  it("asks again when a file that was read changes, in an editor or on the disk", async () => {
    await show();
    await wired.answer(view("activation"));
    wired.read.add("file:///b.ts");
    await pause(160);
    new Document("file:///b.ts", "").type("export const k = 2");
    await settle();
    assert.equal(viewRequests(wired).length, 2);
    await pause(160);
    events.fileOnDisk.fire(new Document("file:///b.ts", "").uri);
    await settle();
    assert.equal(viewRequests(wired).length, 3);
    events.fileOnDisk.fire(new Document("file:///c.ts", "").uri);
    await pause(160);
    assert.equal(viewRequests(wired).length, 3);
  });

  it("computes nothing while the panel is hidden, and catches up", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    panel.setVisible(false);
    await pause(160);
    editor.document.type(text + "1");
    editor.move(3);
    await pause(80);
    assert.equal(viewRequests(wired).length, 1);
    panel.setVisible(true);
    await settle();
    assert.equal(viewRequests(wired).length, 2);
  });
});

describe("pinning", () => {
  it("freezes the function, and the next command opens a new panel that follows", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    panel.send({ kind: "pin", pinned: true });
    await settle();
    assert.equal(panel.title, "activation (pinned)");
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "activation" });
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
    panel.send({ kind: "setInput", name: "w", value: "5" });
    panel.send({ kind: "chooseOutput", key: "delta" });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, { activation: { changed: { w: "5" }, output: "delta" } });
    panel.send({ kind: "setInput", name: "w", value: null });
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, { activation: { changed: {}, output: "delta" } });
    panel.send({ kind: "setInput", name: "w", value: "6" });
    await wired.run("gradlens.resetInputs");
    assert.deepEqual(viewRequests(wired).at(-1)!.choices, { activation: { changed: {}, output: "delta" } });
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
      { kind: "setInput", name: 3 },
      { kind: "open", source: { file: 1 } },
    ])
      panel.send(message);
    await settle();
    assert.equal(viewRequests(wired).length, 1);
    assert.deepEqual(world.shown, []);
  });
});

describe("restoring", () => {
  const saved = {
    state: {
      kind: "graph",
      model: { ...viewModel("loss"), inputs: [{ name: "w", source: "panel", kind: "number", value: { full: "5" } }] },
    },
    pinned: true,
  };

  it("looks for the same function at the same inputs, and leaves the page its picture until then", async () => {
    const { WebviewPanel: Double } = await import("./vscodeDouble.ts");
    const panel = new Double("", {}, {});
    await world.serializer!.deserializeWebviewPanel(panel, saved);
    panel.send({ kind: "ready" });
    await settle();
    assert.equal(panel.title, "loss (pinned)");
    assert.deepEqual(panel.posted, []);
    const request = viewRequests(wired).at(-1)!;
    assert.deepEqual(request.target, { kind: "name", name: "loss" });
    assert.deepEqual(request.choices, { loss: { changed: { w: "5" }, output: undefined } });
    await wired.answer(view("loss"));
    assert.equal(shownStates(panel).length, 1);
  });

  it("shows the picture with a reason when the file is gone", async () => {
    const { WebviewPanel: Double } = await import("./vscodeDouble.ts");
    const panel = new Double("", {}, {});
    world.documents.length = 0;
    await world.serializer!.deserializeWebviewPanel(panel, saved);
    panel.send({ kind: "ready" });
    await settle();
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "The file cannot be read.");
  });

  it("survives whatever was saved", async () => {
    const { WebviewPanel: Double } = await import("./vscodeDouble.ts");
    for (const state of [
      undefined,
      null,
      3,
      {},
      { state: { kind: "graph" } },
      { state: { kind: "graph", model: { file: 1 } } },
    ])
      await world.serializer!.deserializeWebviewPanel(new Double("", {}, {}), state);
    assert.equal(wired.session.all.filter(({ pinned }) => !pinned).length, 1);
  });
});

describe("each setting", () => {
  it("followCursor: the graph stays with its function", async () => {
    await show();
    await wired.answer(view("activation"));
    setSetting("followCursor", false);
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "activation" });
    const before = viewRequests(wired).length;
    editor.move(45);
    await pause(80);
    assert.equal(viewRequests(wired).length, before);
    await wired.run("gradlens.show");
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "offset", offset: 45 });
  });

  it("update: an edit only dims the picture until the file is saved", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    world.settings["update"] = "onSave";
    await pause(160);
    editor.document.type(text + "1");
    await settle();
    assert.equal(viewRequests(wired).length, 1);
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "The file has changes that are not saved.");
    editor.document.save();
    await settle();
    assert.equal(viewRequests(wired).length, 2);
  });

  it("hover: no hover is made", async () => {
    const token = { isCancellationRequested: false };
    const provide = () => world.hoverProvider!.provideHover(editor.document, editor.selection.active, token);
    const hover = provide() as Promise<{ contents: { value: string; isTrusted: unknown } }>;
    wired.asked.at(-1)!.settle({ kind: "answered", answer: { span: { start: 9, end: 10 }, markdown: "`w = 2`" } });
    const { contents } = await hover;
    assert.deepEqual([contents.value, contents.isTrusted], ["`w = 2`", { enabledCommands: ["gradlens.show"] }]);
    world.settings["hover"] = false;
    assert.equal(await provide(), undefined);
    assert.equal(wired.asked.length, 1);
  });

  it("digits and maxSteps go into every request", async () => {
    setSetting("digits", 6);
    setSetting("maxSteps", 5000);
    await show();
    const [request] = viewRequests(wired);
    assert.deepEqual([request!.digits, request!.budget.steps], [6, 5000]);
    setSetting("digits", 99);
    setSetting("maxSteps", "many");
    await settle();
    const changed = viewRequests(wired).at(-1)!;
    assert.deepEqual([changed.digits, changed.budget.steps], [15, 10_000_000]);
  });
});
