/** The founding example in a real VS Code, on the packaged extension: what a person sees who opens it, edits it and points at it. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { command, focused, goTo, hover, ready } from "../../host/workbench.mjs";
import { closeQuietly, eventually, openEditor, pictureOf, screenshot, type Editor } from "./editor.ts";

const SHOW = "GradLens: Show Computation Graph";

describe("The lecture's activation", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor();
    await cursorTo("const u = w * x");
  });

  after(async () => {
    await screenshot(editor.page, "lecture-at-the-end");
    await closeQuietly(editor);
  });

  /** The line, counted from 1, of a text of the lecture's file. */
  function lineOf(text: string): number {
    const lines = fs.readFileSync(path.join(editor.folder, "lecture.ts"), "utf8").split("\n");
    const index = lines.findIndex((line) => line.includes(text));
    assert.notEqual(index, -1, `${text} is not in lecture.ts`);
    return index + 1;
  }

  /** Puts the cursor behind a text of the lecture's file. */
  async function cursorTo(text: string): Promise<void> {
    const line = lineOf(text);
    const whole = fs.readFileSync(path.join(editor.folder, "lecture.ts"), "utf8").split("\n")[line - 1] ?? "";
    await goTo(editor.page, line, whole.indexOf(text) + text.length + 1);
  }

  async function resultIs(text: string): Promise<void> {
    await editor.panel.getByRole("heading", { name: text, exact: true }).waitFor();
  }

  it("is drawn with every value, gradient and partial when the palette's command is run", async () => {
    await command(editor.page, SHOW);
    await resultIs("a = 7");
    const drawn = await eventually(
      () => pictureOf(editor.panel),
      (picture) => picture.edges.length === 5,
    );
    assert.deepEqual(drawn, {
      nodes: [
        "a = max(0, v) | 7 | ∂a/∂a = 1",
        "b | 1 | ∂a/∂b = 1",
        "u = w · x | 6 | ∂a/∂u = 1",
        "v = u + b | 7 | ∂a/∂v = 1",
        "w | 2 | ∂a/∂w = 3",
        "x | 3 | ∂a/∂x = 2",
      ],
      edges: ["∂a/∂v = 1", "∂u/∂w = 3", "∂u/∂x = 2", "∂v/∂b = 1", "∂v/∂u = 1"],
    });
  });

  it("leaves the focus in the editor", async () => {
    assert.equal(await focused(editor.page), "editor");
  });

  it("lists the gradients of the inputs above the picture", async () => {
    const cells = await editor.panel.locator(".cell").allInnerTexts();
    assert.deepEqual(
      cells.map((cell) => cell.split(/\s+/)),
      [
        ["w", "2", "∂a/∂w", "+3"],
        ["x", "3", "∂a/∂x", "+2"],
        ["b", "1", "∂a/∂b", "+1"],
      ],
    );
  });

  it("explains the gradient of w by the chain rule", async () => {
    await editor.panel.locator(".cell", { hasText: "∂a/∂w" }).click();
    await editor.panel.getByText("raises a 3 times as much").waitFor();
    await editor.page.locator(".view-line").first().click();
  });

  it("shows our part and TypeScript's own in the hover of w", async () => {
    const line = editor.page.locator(".view-line", { hasText: "const u = w * x" }).first();
    const word = line.locator("span", { hasText: /^\s*w\s*$/ }).last();
    const text = await hover(editor.page, word, [
      "∂activation/∂w = 3",
      "∂a/∂v · ∂v/∂u · ∂u/∂w = 1 · 1 · 3",
      "(parameter) w: number",
    ]);
    await screenshot(editor.page, "hover-dark");
    assert.match(text, /∂activation\/∂w = 3/);
    await editor.page.keyboard.press("Escape");
  });

  it("changes as the text does: w * x * x", async () => {
    await cursorTo("const u = w * x");
    await editor.page.keyboard.type(" * x");
    await resultIs("a = 19");
    const drawn = await eventually(
      () => pictureOf(editor.panel),
      ({ nodes }) => nodes.some((node) => node.includes("18")),
    );
    assert.ok(drawn.nodes.includes("w | 2 | ∂a/∂w = 9"), drawn.nodes.join("\n"));
    assert.equal(await focused(editor.page), "editor");
    await backTo("a = 7");
  });

  it("keeps the last good picture, dimmed, and says where the text is broken", async () => {
    await cursorTo("const u = w * x");
    await editor.page.keyboard.type(" * (");
    await editor.panel.locator(".panel.stale").waitFor();
    const said = await editor.panel.locator(".bar").innerText();
    assert.match(said, new RegExp(`Go to Line (${lineOf("const u")}|${lineOf("const u") + 1})`));
    await resultIs("a = 7");
    await screenshot(editor.page, "stale-dark");
    await backTo("a = 7");
    await editor.panel.locator(".panel:not(.stale)").waitFor();
  });

  it("says where it stopped when the function never ends", async () => {
    await cursorTo("const u = w * x;");
    await editor.page.keyboard.type(" while (true) {}");
    await editor.panel
      .getByText(/[Ss]topped after .*line \d+/)
      .first()
      .waitFor();
    await screenshot(editor.page, "stopped-dark");
    await backTo("a = 7");
  });

  it("gives way to the function that the cursor goes to, and comes back", async () => {
    await cursorTo("const z = w * x");
    await editor.panel.getByText("singlePath(w, x, b, y)").first().waitFor();
    await resultIs("l = 0.0624");
    await editor.panel.locator(".cell", { hasText: "∂l/∂y+0.499" }).waitFor();
    await cursorTo("const v = u");
    await resultIs("a = 7");
  });

  it("comes back after a reload of the window", async () => {
    await Promise.all([editor.page.waitForEvent("load"), command(editor.page, "Developer: Reload Window")]);
    await ready(editor.page, "lecture.ts");
    await resultIs("a = 7");
    await eventually(
      () => pictureOf(editor.panel),
      (picture) => picture.edges.length === 5,
    );
  });

  it("never showed a notification", async () => {
    assert.deepEqual(await editor.page.locator(".notification-list-item-message").allInnerTexts(), []);
  });

  /** Takes the edits back by undoing them, until the result is the one before. */
  async function backTo(result: string): Promise<void> {
    const heading = editor.panel.getByRole("heading", { name: result, exact: true });
    await command(editor.page, "File: Revert File");
    await heading.waitFor();
    await editor.panel.locator(".panel:not(.stale)").waitFor();
  }
});
