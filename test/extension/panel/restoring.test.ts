/** Panels after the window was reloaded. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kept } from "../../../src/view/sealed.ts";
import { twoFunctions as text, useFreshExtension, wired } from "../fresh.ts";
import { viewModel } from "../model.ts";
import { WebviewPanel, world } from "../vscodeDouble.ts";
import { settle, shownStates, view, viewRequests } from "../wiring.ts";

useFreshExtension(text);

describe("restoring", () => {
  const saved = {
    state: {
      kind: "graph",
      model: kept(viewModel("loss", { changed: { w: "5" } })),
    },
    pinned: true,
  };

  it("looks for the same function at the same inputs, and leaves the page its picture until then", async () => {
    const panel = new WebviewPanel("", {}, {});
    await world.serializer!.deserializeWebviewPanel(panel, saved);
    panel.send({ kind: "ready" });
    await settle();
    assert.equal(panel.title, "loss (pinned)");
    assert.deepEqual(panel.posted, []);
    const request = viewRequests(wired).at(-1)!;
    assert.deepEqual(request.target, { kind: "name", name: "loss" });
    assert.deepEqual(request.choices, [{ name: "loss", changed: { w: "5" }, output: undefined }]);
    await wired.answer(view("loss"));
    assert.equal(shownStates(panel).length, 1);
  });

  it("shows the picture with a reason when the file is gone", async () => {
    const panel = new WebviewPanel("", {}, {});
    world.documents.length = 0;
    await world.serializer!.deserializeWebviewPanel(panel, saved);
    panel.send({ kind: "ready" });
    await settle();
    const state = shownStates(panel).at(-1)!;
    assert.equal(state.kind === "graph" && state.outdated?.message, "The file `a.ts` cannot be read.");
  });

  it("survives whatever was saved", async () => {
    for (const state of [
      undefined,
      null,
      3,
      {},
      { state: { kind: "graph" } },
      { state: { kind: "graph", model: { file: 1 } } },
    ])
      await world.serializer!.deserializeWebviewPanel(new WebviewPanel("", {}, {}), state);
    assert.equal(wired.session.all.filter(({ pinned }) => !pinned).length, 1);
  });
});
