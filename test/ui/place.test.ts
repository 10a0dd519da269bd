/** Focus and place: the editor is the person's, and what did not change does not move. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { command, focused, goTo } from "../../host/workbench.mjs";
import { eventually, openEditor, screenshot, type Editor } from "./editor.ts";

describe("Focus and place", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor({ viewport: { width: 1600, height: 900 } });
    await goTo(editor.page, 5);
    await command(editor.page, "GradLens: Show Computation Graph");
    await editor.panel.locator(".edgeLabel").first().waitFor();
  });

  after(async () => {
    await screenshot(editor.page, "place-at-the-end");
    await editor.close();
  });

  /** Where the person looks at the picture. */
  function camera(): Promise<string> {
    return editor.panel.locator(".stage").evaluate((stage) => stage.style.transform);
  }

  /** The first line that the editor shows. */
  function scrolledTo(): Promise<string> {
    return editor.page.locator(".monaco-editor .line-numbers").first().innerText();
  }

  async function resultIs(text: string): Promise<void> {
    await editor.panel.getByRole("heading", { name: text, exact: true }).waitFor();
  }

  it("a hundred typed characters move neither the editor nor the focus", async () => {
    await goTo(editor.page, 5, 19);
    const before = await scrolledTo();
    await editor.page.keyboard.type(` // ${"every key is followed by the panel ".repeat(3).slice(0, 96)}`);
    assert.equal(await focused(editor.page), "editor");
    assert.equal(await scrolledTo(), before);
    await editor.page.getByText("Ln 5, Col 119").waitFor();
    assert.equal(await editor.page.locator(".tab.active", { hasText: "lecture.ts" }).count(), 1);
    await resultIs("a = 7");
  });

  it("zoom and pan stay when numbers change, and when a step is added", async () => {
    const fitted = await camera();
    await editor.panel.getByRole("button", { name: "Zoom In" }).click();
    const chosen = await eventually(camera, (place) => place !== fitted);
    await editor.page.locator(".monaco-editor .view-line").first().click();
    await goTo(editor.page, 3, 14);
    await editor.page.keyboard.type("3");
    await resultIs("a = 70");
    assert.equal(await camera(), chosen);
    await goTo(editor.page, 5, 18);
    await editor.page.keyboard.type(" * x");
    await resultIs("a = 208");
    await editor.panel.locator("g.node", { hasText: "w · x · x" }).waitFor();
    assert.equal(await camera(), chosen);
    await command(editor.page, "File: Revert File");
    await resultIs("a = 7");
  });

  it("a pinned panel keeps its function while the next one follows the cursor", async () => {
    await goTo(editor.page, 5, 5);
    await command(editor.page, "GradLens: Pin or Unpin Computation Graph");
    await editor.page.locator(".tab", { hasText: "activation (pinned)" }).waitFor();
    await goTo(editor.page, 15);
    await command(editor.page, "GradLens: Show Computation Graph");
    await editor.page.locator(".tab", { hasText: "Computation Graph: singlePath" }).waitFor();
    assert.equal(await editor.page.locator(".tab", { hasText: "activation (pinned)" }).count(), 1);
    assert.equal(await focused(editor.page), "editor");
  });
});
