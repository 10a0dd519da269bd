/** What a panel asks and what it asks for, through the host. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkMessage } from "../../../src/extension/panel/messages.ts";
import { show, useFreshExtension, wired } from "../fresh.ts";
import { world, type WebviewPanel } from "../vscodeDouble.ts";
import { settle, view } from "../wiring.ts";

const text = "function activation(w) { return w }\n";

useFreshExtension(text);

async function shown(): Promise<WebviewPanel> {
  const panel = await show();
  await wired.answer(view("activation"));
  return panel;
}

describe("a question of the page", () => {
  it("goes to the engine with the inputs on show, and its answer comes back with its number", async () => {
    const panel = await shown();
    panel.send({ kind: "setInputs", changed: { w: "5" } });
    panel.send({ kind: "ask", id: 7, question: { kind: "explain", node: "n0" } });
    await settle();
    const asked = wired.asked.findLast(({ call }) => call === "question")!;
    const request = asked.request as { choices: unknown; target: unknown; question: unknown };
    assert.deepEqual(request.question, { kind: "explain", node: "n0" });
    assert.deepEqual(request.choices, [{ name: "activation", start: 9, changed: { w: "5" }, output: undefined }]);
    asked.settle({ kind: "answered", answer: { kind: "none" } });
    await settle();
    assert.deepEqual(panel.posted.at(-1), { kind: "reply", id: 7, reply: { kind: "none" } });
  });

  it("is refused if it is none of ours", () => {
    assert.equal(checkMessage({ kind: "ask", id: 1, question: { kind: "explain", node: 3 } }), undefined);
    assert.equal(checkMessage({ kind: "ask", id: "1", question: { kind: "tag" } }), undefined);
    assert.equal(checkMessage({ kind: "save", name: "a.svg", content: "", encoding: "latin1" }), undefined);
    assert.equal(checkMessage({ kind: "copy", text: 3 }), undefined);
    assert.deepEqual(checkMessage({ kind: "leave" }), { kind: "leave" });
  });
});

describe("a command for the page", () => {
  it("is sent with the node of the menu, or without one", async () => {
    const panel = await shown();
    await wired.run("gradlens.explain");
    assert.deepEqual(panel.posted.at(-1), { kind: "run", command: "explain", node: undefined });
    await (world.registered["gradlens.copyValue"] as (context: unknown) => Promise<unknown>)({
      webviewSection: "node",
      node: "n3",
    });
    assert.deepEqual(panel.posted.at(-1), { kind: "run", command: "copyValue", node: "n3" });
  });

  it("that cannot be carried out is answered by one notification", async () => {
    const panel = await shown();
    const before = world.informed.length;
    panel.send({ kind: "refuse", reason: "no-gradient" });
    panel.send({ kind: "refuse", reason: "[run](command:x)" });
    assert.deepEqual(world.informed.slice(before), ["The selected node has no gradient."]);
  });

  it("waits for a page that is not there yet", async () => {
    await wired.run("gradlens.show");
    const panel = world.panels.at(-1)!;
    await wired.run("gradlens.stepThrough");
    assert.deepEqual(panel.posted, []);
    panel.send({ kind: "ready" });
    assert.equal(panel.posted.filter(({ kind }) => kind === "run").length, 1);
  });
});

describe("inputs that are to be written into the code", () => {
  const tag = { kind: "tag", tag: "@at w = 5", edits: [{ start: 0, end: 0, text: "/** @at w = 5 */\n" }] };

  it("are written above the function, and are then no longer the panel's", async () => {
    const panel = await shown();
    panel.send({ kind: "setInputs", changed: { w: "5" } });
    panel.send({ kind: "writeInputs" });
    await settle();
    wired.asked.findLast(({ call }) => call === "question")!.settle({ kind: "answered", answer: tag });
    await settle();
    assert.equal(world.documents[0]!.getText(), `/** @at w = 5 */\n${text}`);
    const computed = wired.asked.findLast(({ call }) => call === "view")!;
    assert.deepEqual((computed.request as { choices: unknown }).choices, [
      { name: "activation", start: 26, changed: {}, output: undefined },
    ]);
  });

  it("are not, if they stand there, which is said", async () => {
    const panel = await shown();
    const before = world.informed.length;
    panel.send({ kind: "writeInputs" });
    await settle();
    const edits = [{ start: 0, end: 19, text: text.slice(0, 19) }];
    wired.asked.findLast(({ call }) => call === "question")!.settle({ kind: "answered", answer: { ...tag, edits } });
    await settle();
    assert.equal(world.documents[0]!.getText(), text);
    assert.deepEqual(world.informed.slice(before), ["The code says these inputs already."]);
  });

  it("are not, if the text has changed meanwhile", async () => {
    const panel = await shown();
    panel.send({ kind: "writeInputs" });
    await settle();
    const [document] = world.documents;
    document!.type(`// ${text}`);
    wired.asked.findLast(({ call }) => call === "question")!.settle({ kind: "answered", answer: tag });
    await settle();
    assert.equal(document!.getText(), `// ${text}`);
  });
});
