/** Focus and place: the editor is the person's, and what did not change does not move. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { command, focused, goTo, openFile, ready } from "../../host/workbench.mjs";
import {
  cameraOf,
  closeQuietly,
  cursorBehind,
  eventually,
  nodeOf,
  openEditor,
  pictureOf,
  resultIs,
  screenshot,
  type Editor,
} from "./editor.ts";

const FILE = "lecture.ts";
const SHOW = "GradLens: Show Computation Graph";

describe("Focus and place", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor({ viewport: { width: 1600, height: 900 } });
    await goTo(editor.page, 5);
    await command(editor.page, SHOW);
    await editor.panel.locator(".edgeLabel").first().waitFor();
  });

  after(async () => {
    await screenshot(editor.page, "place-at-the-end");
    await closeQuietly(editor);
  });

  /** The first line that the editor shows. */
  function scrolledTo(): Promise<string> {
    return editor.page.locator(".monaco-editor .line-numbers").first().innerText();
  }

  /** What is drawn, where it is looked at, and what is selected. */
  async function look(): Promise<{
    readonly camera: string;
    readonly selected: string | null;
    readonly nodes: readonly string[];
  }> {
    const camera = await cameraOf(editor.panel);
    const selected = await editor.panel.locator("g.node.sel .l1").first().textContent();
    return { camera, selected, nodes: (await pictureOf(editor.panel)).nodes };
  }

  it("a hundred typed characters move neither the editor nor the focus", async () => {
    await goTo(editor.page, 53);
    await cursorBehind(editor, FILE, "const a1 = Math.tanh(w * x);");
    const before = await scrolledTo();
    assert.notEqual(before, "1", "the file is scrolled");
    await editor.page.keyboard.type(` // ${"every key is followed by the panel ".repeat(3).slice(0, 96)}`);
    assert.equal(await focused(editor.page), "editor");
    assert.equal(await scrolledTo(), before);
    await editor.page.getByText("Ln 27, Col 131").waitFor();
    assert.equal(await editor.page.locator(".tab.active", { hasText: FILE }).count(), 1);
    await resultIs(editor.panel, "l = 0.580");
    await command(editor.page, "File: Revert File");
    await goTo(editor.page, 5);
    await resultIs(editor.panel, "a = 7");
  });

  it("zoom, pan and selection stay when numbers change, and when a step is added", async () => {
    await nodeOf(editor.panel, "u").click();
    const fitted = await cameraOf(editor.panel);
    await editor.panel.getByRole("button", { name: "Zoom In" }).click();
    const zoomed = await eventually(
      () => cameraOf(editor.panel),
      (place) => place !== fitted,
    );
    const box = await editor.panel.locator(".canvas").first().boundingBox();
    assert.ok(box !== null);
    await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height - 60);
    await editor.page.mouse.down();
    await editor.page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height - 80, { steps: 3 });
    await editor.page.mouse.up();
    const chosen = await eventually(
      () => cameraOf(editor.panel),
      (place) => place !== zoomed,
    );
    await editor.page.locator(".tab", { hasText: FILE }).click();
    await goTo(editor.page, 3, 14);
    await editor.page.keyboard.type("3");
    await resultIs(editor.panel, "a = 70");
    assert.equal(await cameraOf(editor.panel), chosen);
    await goTo(editor.page, 5, 18);
    await editor.page.keyboard.type(" * x");
    await resultIs(editor.panel, "a = 208");
    await editor.panel.locator("g.node", { hasText: "w · x · x" }).waitFor();
    const { camera, selected } = await look();
    assert.deepEqual([camera, selected], [chosen, "u = w · x · x"]);
    await command(editor.page, "File: Revert File");
    await resultIs(editor.panel, "a = 7");
  });

  it("and when another tab was in front, and when the window is loaded again", async () => {
    const before = await eventually(look, ({ nodes }) => nodes.length === 6);
    const tab = editor.page.locator(".tab", { hasText: "Computation Graph: activation" });
    await tab.click();
    await openFile(editor.page, "README.md");
    await editor.page.locator("iframe.webview.ready").waitFor({ state: "detached" });
    await tab.click();
    assert.deepEqual(await eventually(look, (now) => now.nodes.length === 6), before);
    await editor.page.locator(".tab", { hasText: FILE }).click();
    await command(editor.page, "Developer: Reload Window");
    await ready(editor.page, FILE);
    await resultIs(editor.panel, "a = 7");
    await editor.panel.locator(".panel:not(.stale)").waitFor();
    assert.deepEqual(await eventually(look, (now) => now.nodes.length === 6), before);
    await editor.page.locator(".tab", { hasText: "README.md" }).click({ button: "middle" });
  });

  it("two pinned panels and one that follows do not influence each other", async () => {
    const { page, panel } = editor;
    const show = async (text: string, title: string): Promise<void> => {
      await page.locator(".tab", { hasText: FILE }).click();
      await cursorBehind(editor, FILE, text);
      await command(page, SHOW);
      await page.locator(".tab", { hasText: `Computation Graph: ${title}` }).waitFor();
    };
    const pin = async (title: string): Promise<void> => {
      await command(page, "GradLens: Pin or Unpin Computation Graph");
      await page.locator(".tab", { hasText: `${title} (pinned)` }).waitFor();
    };
    await show("const u = w", "activation");
    await pin("activation");
    await show("const z = w", "singlePath");
    await pin("singlePath");
    await show("const a1 = ", "sharedWeight");
    assert.equal(await focused(page), "editor");

    await page.locator(".tab", { hasText: "activation (pinned)" }).click();
    await panel.getByRole("button", { name: "Inputs", exact: true }).click();
    await panel.getByLabel("Value of w").fill("5");
    await resultIs(panel, "a = 16");
    await page.locator(".tab", { hasText: "singlePath (pinned)" }).click();
    await resultIs(panel, "l = 0.0624");
    await nodeOf(panel, "o").click();
    await page.locator(".tab", { hasText: "Computation Graph: sharedWeight" }).click();
    await resultIs(panel, "l = 0.580");
    assert.equal(await panel.locator(".inputs.open").count(), 0);
    assert.equal(await panel.locator("g.node.sel .l1").first().textContent(), "w");

    await page.locator(".tab", { hasText: FILE }).click();
    await cursorBehind(editor, FILE, "const u = w * x");
    await resultIs(panel, "a = 7");
    await page.locator(".tab", { hasText: "activation (pinned)" }).click();
    await resultIs(panel, "a = 16");
    await page.locator(".tab", { hasText: "singlePath (pinned)" }).click();
    await resultIs(panel, "l = 0.0624");
    await panel.locator("g.node.sel", { hasText: "o = " }).waitFor();
  });
});
