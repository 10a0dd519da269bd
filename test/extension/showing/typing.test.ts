/** From edits to what panels are told: when it is computed, and what is shown when that fails. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { openModel } from "../../view/openModel.ts";
import { editor, show, twoFunctions as text, useFreshExtension, wired } from "../fresh.ts";
import { errorFinding, functionInfo, viewModel } from "../model.ts";
import { Document, events, world } from "../vscodeDouble.ts";
import { pause, settle, shownStates, view, viewRequests } from "../wiring.ts";

useFreshExtension(text);

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

  it("has the gradients checked once nobody types, and only once", async () => {
    const panel = await show();
    await wired.answer(view("activation"));
    await pause(550);
    assert.deepEqual(
      viewRequests(wired).map(({ check, known }) => ({ check, known })),
      [
        { check: false, known: undefined },
        { check: true, known: 1 },
      ],
    );
    await wired.answer({
      kind: "view",
      function: functionInfo("activation"),
      model: viewModel("activation", { checked: true }),
      stamp: 2,
    });
    await pause(550);
    assert.equal(viewRequests(wired).length, 2);
    assert.deepEqual(
      shownStates(panel).map((state) => state.kind === "graph" && openModel(state.model).checked),
      [undefined, true],
    );
  });
});
