/** What a person does about runs that take long, and about findings: more steps, an end, an explanation. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { show, useFreshExtension, wired } from "../fresh.ts";
import { Document, openEditor, world, type WebviewPanel } from "../vscodeDouble.ts";
import { settle, view, viewRequests } from "../wiring.ts";

const text = "function activation(w) { return w }\n";
let panel: WebviewPanel;

useFreshExtension(text);
beforeEach(async () => {
  panel = await show();
  await wired.answer(view("activation"));
});

/** How many times longer the newest request lets the function run. */
function effort(): number | undefined {
  return viewRequests(wired).at(-1)!.choices[0]?.effort;
}

describe("a run that takes long", () => {
  it("may take four and sixteen times as many steps, not more", async () => {
    assert.equal(effort(), undefined);
    for (const wanted of [4, 16, 16]) {
      panel.send({ kind: "allowMore" });
      await settle();
      assert.equal(effort(), wanted);
    }
  });

  it("is given up when it is told to stop", async () => {
    panel.send({ kind: "stop" });
    await settle();
    assert.deepEqual(wired.stopped, ["view 1"]);
  });
});

describe("a finding", () => {
  it("leads to its paragraph in the documentation", async () => {
    panel.send({ kind: "openHelp", code: "unsupported/async" });
    await settle();
    const [{ id, argument } = { id: "", argument: undefined }] = world.executed;
    assert.equal(id, "markdown.showPreview");
    assert.match(String(argument), /docs\/findings\.md#unsupportedasync$/u);
  });
});

describe("a picture of another file than the editor's", () => {
  it("says which file it is from, until that is in the editor again", async () => {
    const from = (): unknown => (panel.posted.filter(({ kind }) => kind === "show").at(-1) as { from?: unknown }).from;
    assert.equal(from(), undefined);
    openEditor(new Document("file:///notes.md", "# text", "markdown"));
    await settle();
    assert.equal(from(), "a.ts");
    openEditor(new Document("file:///a.ts", text));
    await settle();
    assert.equal(from(), undefined);
  });
});
