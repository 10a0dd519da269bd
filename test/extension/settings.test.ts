/** Every setting changes something. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { editor, show, twoFunctions as text, useFreshExtension, wired } from "./fresh.ts";
import { setSetting, world } from "./vscodeDouble.ts";
import { pause, settle, shownStates, view, viewRequests } from "./wiring.ts";

useFreshExtension(text);

describe("each setting", () => {
  it("followCursor: the graph stays with its function", async () => {
    await show();
    await wired.answer(view("activation"));
    setSetting("followCursor", false);
    await settle();
    assert.deepEqual(viewRequests(wired).at(-1)!.target, { kind: "name", name: "activation", start: 9 });
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

  it("direction and view: every panel is told, at once", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    const look = () => (panel.posted.filter((message) => message.kind === "show").at(-1) as { look?: unknown }).look;
    assert.deepEqual(look(), { direction: "auto", view: "auto" });
    setSetting("view", "table");
    setSetting("direction", "topToBottom");
    await settle();
    assert.deepEqual(look(), { direction: "topToBottom", view: "table" });
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

  it("inlayHints: none, those of the function on show, or those at the cursor too", async () => {
    const token = { isCancellationRequested: false };
    const provide = () => world.hintsProvider!.provideInlayHints(editor.document, undefined, token);
    assert.deepEqual(await provide(), []);
    setSetting("inlayHints", "always");
    editor.move(40);
    void provide();
    const asked = (): { target: unknown } => wired.asked.findLast(({ call }) => call === "hints")!.request as never;
    assert.deepEqual(asked().target, { kind: "offset", offset: 40 });
    setSetting("inlayHints", undefined);
    await show();
    await wired.answer(view("loss"));
    void provide();
    assert.deepEqual(asked().target, { kind: "name", name: "loss" });
    setSetting("inlayHints", "off");
    assert.deepEqual(await provide(), []);
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
