/** Inputs changed in the panel of a real VS Code: a walk down the gradient, the way back by keys, a random point, and the code that stays as it is. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { command, goTo } from "../../host/workbench.mjs";
import { openEditor, screenshot, type Editor } from "./editor.ts";

describe("Changing inputs", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor();
    await goTo(editor.page, 3);
    await command(editor.page, "GradLens: Show Computation Graph");
    await resultIs("7");
  });

  after(async () => {
    await screenshot(editor.page, "descend-at-the-end");
    await editor.close();
  });

  async function resultIs(text: string): Promise<void> {
    await editor.panel.getByRole("heading", { name: `a = ${text}`, exact: true }).waitFor();
  }

  it("walks down the gradient where a loop in JavaScript walks", async () => {
    await command(editor.page, "GradLens: Descend Along Gradient");
    const { panel } = editor;
    await panel.getByLabel("Rate", { exact: true }).fill("0.01");
    await panel.getByLabel("Steps", { exact: true }).fill("8");
    await panel.getByRole("button", { name: "Run" }).click();
    let [w, x, b] = [2, 3, 1];
    for (let step = 0; step < 8; step++) [w, x, b] = [w - 0.01 * x, x - 0.01 * w, b - 0.01];
    await resultIs((w * x + b).toPrecision(3));
    await panel.getByText(`a went from 7 to ${(w * x + b).toPrecision(3)} in 8 steps.`).waitFor();
    assert.ok(Math.abs(Number(await panel.getByLabel("Value of w").inputValue()) - w) < 1e-12);
    await screenshot(editor.page, "descend-dark");
  });

  it("goes back and forth with the keys of undo and redo, and leaves the code alone", async () => {
    const { panel, page } = editor;
    await panel.getByRole("button", { name: "Run" }).focus();
    await page.keyboard.press("Control+z");
    await resultIs("7");
    await page.keyboard.press("Control+y");
    await panel.getByText("in 8 steps.").waitFor();
    await panel.getByLabel("Value of w").fill("4");
    await panel.getByLabel("Value of w").press("Control+z");
    await panel.getByText("in 8 steps.").waitFor();
    await panel.getByLabel("Value of w").press("Control+z");
    await resultIs("7");
    assert.equal(await panel.getByLabel("Value of w").inputValue(), "2");
    assert.equal(await page.locator(".tab.dirty").count(), 0, "nothing was written into the file");
  });

  it("takes a random point, and takes it back by a command", async () => {
    await command(editor.page, "GradLens: Set Inputs to Random Point");
    await editor.panel.getByText("was 2 in").waitFor();
    await command(editor.page, "GradLens: Undo Change of Inputs");
    await resultIs("7");
  });
});
