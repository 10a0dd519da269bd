/** What becomes of an error of ours that a person wants to tell of. */
import assert from "node:assert/strict";
import { beforeEach, it } from "node:test";
import { show, useFreshExtension, wired } from "../fresh.ts";
import { world, type WebviewPanel } from "../vscodeDouble.ts";
import { settle, view } from "../wiring.ts";

let panel: WebviewPanel;

useFreshExtension("function loss(w) { return w }\n");
beforeEach(async () => {
  panel = await show();
  await wired.answer(view("loss"));
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
