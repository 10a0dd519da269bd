/** What becomes of an error of ours that a person wants to tell of. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, it } from "node:test";
import { Document, openEditor, world, type WebviewPanel } from "./vscodeDouble.ts";
import { settle, view, wire, type Wired } from "./wiring.ts";

let wired: Wired;
let panel: WebviewPanel;

beforeEach(async () => {
  wired = wire();
  openEditor(new Document("file:///a.ts", "function loss(w) { return w }\n"));
  await wired.run("gradlens.show");
  panel = world.panels[0]!;
  panel.send({ kind: "ready" });
  await wired.answer(view("loss"));
});
afterEach(() => {
  wired.dispose();
  assert.deepEqual(wired.errors, []);
});

/** Let the engine fail and the person press the button. */
async function report(): Promise<void> {
  panel.send({ kind: "retry" });
  await settle();
  await wired.answer({ kind: "failed", message: "Error: no\n    at sweep" });
  panel.send({ kind: "report" });
  await settle();
}

const title = "Internal error while drawing `loss`";
const body = "```\nError: no\n    at sweep\n```\n";

it("opens the editor's form with the error filled in", async () => {
  await report();
  assert.deepEqual(world.executed, [
    {
      id: "vscode.openIssueReporter",
      argument: { extensionId: "gradlens.gradlens", issueTitle: title, issueBody: body },
    },
  ]);
  assert.deepEqual([world.clipboard, world.informed], ["", []]);
});

it("copies the error where there is no such form, and says so", async () => {
  world.missing.push("vscode.openIssueReporter");
  await report();
  assert.equal(world.clipboard, `${title}\n\n${body}`);
  assert.deepEqual(world.informed, ["This editor has no form for issues. The details are in the clipboard."]);
});

it("does nothing where nothing has failed", async () => {
  panel.send({ kind: "report" });
  await settle();
  assert.deepEqual(world.executed, []);
});
