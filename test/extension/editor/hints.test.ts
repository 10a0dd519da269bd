/** Hints behind statements: when they are asked for anew, and where they would be in the way. */
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { editor, useFreshExtension, wired } from "../fresh.ts";
import { setSetting, world } from "../vscodeDouble.ts";
import { settle, view } from "../wiring.ts";

const text = "function activation(w) {\n  const u = w * 2;\n  return u + 1;\n}\n";
const hints = [
  { offset: text.indexOf("\n  return"), about: text.indexOf("w * 2"), text: "= 4  ∂ +1" },
  { offset: text.indexOf("\n}"), about: text.indexOf("u + 1"), text: "= 5  ∂ +1" },
];
let changes = 0;

useFreshExtension(text);
beforeEach(async () => {
  changes = 0;
  world.hintsProvider!.onDidChangeInlayHints(() => {
    changes++;
  });
  await wired.run("gradlens.show");
  await wired.answer(view("activation"));
});

async function provided(): Promise<string[]> {
  const answer = world.hintsProvider!.provideInlayHints(editor.document, undefined, { isCancellationRequested: false });
  await settle();
  wired.asked.findLast(({ call }) => call === "hints")!.settle({ kind: "answered", answer: hints });
  return (await answer)!.map(({ position, label }) => `${position.line}:${position.character} ${label}`);
}

describe("hints behind statements", () => {
  it("are asked for with the inputs on show, and again when those change", async () => {
    assert.deepEqual(await provided(), ["1:18 = 4  ∂ +1", "2:15 = 5  ∂ +1"]);
    assert.ok(changes > 0);
    world.panels[0]!.send({ kind: "ready" });
    world.panels[0]!.send({ kind: "setInputs", changed: { w: "5" } });
    await settle();
    const before = changes;
    await wired.answer(view("activation", 2));
    assert.ok(changes > before);
    await provided();
    const { choices } = wired.asked.findLast(({ call }) => call === "hints")!.request as { choices: unknown };
    assert.deepEqual(choices, [{ name: "activation", start: 9, changed: { w: "5" }, output: undefined }]);
  });

  it("are asked for again when a setting changes", async () => {
    await provided();
    const before = changes;
    setSetting("inlayHints", "off");
    assert.ok(changes > before);
  });

  it("keep away from the line that is being typed, until the cursor leaves it", async () => {
    editor.document.type(text.replace("w * 2", "w * 3"));
    editor.move(text.indexOf("w * 2") + 5);
    assert.deepEqual(await provided(), ["2:15 = 5  ∂ +1"]);
    const before = changes;
    editor.move(2);
    assert.equal(changes, before + 1);
    assert.equal((await provided()).length, 2);
  });

  it("have the hover of their expression as tooltip", async () => {
    const token = { isCancellationRequested: false };
    const answer = world.hintsProvider!.provideInlayHints(editor.document, undefined, token);
    await settle();
    wired.asked.at(-1)!.settle({ kind: "answered", answer: hints });
    const [hint] = (await answer)!;
    const resolved = world.hintsProvider!.resolveInlayHint(hint!, token);
    await settle();
    const { call, request, settle: reply } = wired.asked.at(-1)!;
    assert.deepEqual([call, (request as { offset: number }).offset], ["hover", hints[0]!.about]);
    reply({ kind: "answered", answer: { span: { start: 0, end: 1 }, markdown: "`u = 4`" } });
    assert.equal((await resolved).tooltip?.value, "`u = 4`");
  });
});
