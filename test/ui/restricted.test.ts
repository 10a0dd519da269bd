/** A folder that is not trusted: everything works, because nothing of it is executed. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { command, goTo } from "../../host/workbench.mjs";
import { closeQuietly, eventually, openEditor, pictureOf, screenshot, type Editor } from "./editor.ts";

describe("In restricted mode", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor({ isRestricted: true });
    await editor.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  });

  after(async () => {
    await closeQuietly(editor);
  });

  it("the graph is drawn and the gradients are there", async () => {
    await goTo(editor.page, 6);
    await command(editor.page, "GradLens: Show Computation Graph");
    await editor.panel.getByRole("heading", { name: "a = 7", exact: true }).waitFor();
    const { nodes } = await eventually(
      () => pictureOf(editor.panel),
      (picture) => picture.edges.length === 5,
    );
    assert.ok(nodes.includes("w | 2 | ∂a/∂w = 3"), nodes.join("\n"));
    await screenshot(editor.page, "restricted-dark");
  });
});
