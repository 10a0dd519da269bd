/** The first steps: what a person sees who has seen no graph yet. */
import assert from "node:assert/strict";
import { it } from "node:test";
import type { ViewAnswer } from "../../src/engine/request.ts";
import { Service } from "../../src/engine/service.ts";
import { openModel } from "../view/openModel.ts";
import { useFreshExtension, wired } from "./fresh.ts";
import { Document, openEditor, world } from "./vscodeDouble.ts";
import { settle, view, viewRequests } from "./wiring.ts";

useFreshExtension();

it("a page is told that it is the first until a graph has been shown once", async () => {
  openEditor(new Document("file:///a.ts", "function loss(w) { return w }\n"));
  await wired.run("gradlens.show");
  const panel = world.panels[0]!;
  panel.send({ kind: "ready" });
  const isFirst = (): unknown =>
    (panel.posted.filter(({ kind }) => kind === "show").at(-1) as { isFirst?: unknown }).isFirst;
  await wired.answer({ kind: "none", functions: [] });
  assert.equal(isFirst(), true);
  panel.send({ kind: "retry" });
  await settle();
  await wired.answer(view("loss"));
  panel.send({ kind: "retry" });
  await settle();
  await wired.answer({ kind: "none", functions: [] });
  assert.equal(isFirst(), false);
});

it("the example is opened with the cursor in its function, and its graph beside it", async () => {
  await wired.run("gradlens.openExample");
  const [{ document }] = world.shown as [(typeof world.shown)[number]];
  assert.equal(document.uri.toString(), "untitled:Untitled-1");
  const text = document.getText();
  assert.match(text, /@at .*\n \*\/\nfunction loss/u);
  assert.deepEqual(
    viewRequests(wired).map(({ target }) => target),
    [{ kind: "offset", offset: text.indexOf("loss") }],
  );
});

it("the example has a gradient to follow and one that is zero", async () => {
  await wired.run("gradlens.openExample");
  const [request] = viewRequests(wired);
  const service = new Service((uris) => Promise.resolve(uris.map((uri) => ({ uri, text: undefined }))));
  const answer = (await service.answer({ kind: "ask", id: 1, call: "view", request: request! })) as ViewAnswer;
  assert.ok(answer.kind === "view");
  const gradients = openModel(answer.model).inputs.map(({ name, gradient }) => `${name} ${gradient?.short ?? ""}`);
  assert.deepEqual(gradients, ["w +3", "v 0", "x +4", "target −2"]);
  assert.deepEqual(answer.model.errors, []);
});

it("the page opens the walkthrough", async () => {
  await wired.run("gradlens.openExample");
  world.panels[0]!.send({ kind: "openWalkthrough" });
  await settle();
  assert.deepEqual(
    world.executed.map(({ id, argument }) => [id, argument]),
    [["workbench.action.openWalkthrough", "gradlens.gradlens#start"]],
  );
});

it("a gradient that is explained in the page is a step of the walkthrough done", async () => {
  openEditor(new Document("file:///a.ts", "function loss(w) { return w }\n"));
  await wired.run("gradlens.show");
  const [panel] = world.panels;
  panel!.send({ kind: "ready" });
  await wired.answer(view("loss"));
  panel!.send({ kind: "ask", id: 1, question: { kind: "explain", node: "n1" } });
  await settle();
  const asked = wired.asked.findLast(({ call }) => call === "question")!;
  asked.settle({ kind: "answered", answer: { kind: "none" } });
  await settle();
  assert.equal(world.contexts["gradlens.hasExplained"], true);
});
