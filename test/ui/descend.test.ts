/** Inputs changed in the panel of a real VS Code: a walk down the gradient, the way back by keys, a random point, and the code that stays as it is. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { useEditor } from "./editor.ts";

describe("Changing inputs", () => {
  const desk = useEditor("descend");

  before(async () => {
    await desk.show("const u = w", "a = 7");
  });

  it("walks down the gradient where a loop in JavaScript walks", async () => {
    await desk.run("Descend Along Gradient");
    const { panel } = desk;
    await panel.getByLabel("Rate", { exact: true }).fill("0.01");
    await panel.getByLabel("Steps", { exact: true }).fill("8");
    await desk.button("Run").click();
    let [w, x, b] = [2, 3, 1];
    for (let step = 0; step < 8; step++) [w, x, b] = [w - 0.01 * x, x - 0.01 * w, b - 0.01];
    await desk.resultIs(`a = ${(w * x + b).toPrecision(3)}`);
    await panel.getByText(`a went from 7 to ${(w * x + b).toPrecision(3)} in 8 steps.`).waitFor();
    assert.ok(Math.abs(Number(await desk.field("w").inputValue()) - w) < 1e-12);
    await desk.screenshot("descend-dark");
  });

  it("goes back and forth with the keys of undo and redo, and leaves the code alone", async () => {
    const { panel, page } = desk;
    await desk.button("Run").focus();
    await page.keyboard.press("Control+z");
    await desk.resultIs("a = 7");
    await page.keyboard.press("Control+y");
    await panel.getByText("in 8 steps.").waitFor();
    await desk.field("w").fill("4");
    await desk.field("w").press("Control+z");
    await panel.getByText("in 8 steps.").waitFor();
    await desk.field("w").press("Control+z");
    await desk.resultIs("a = 7");
    assert.equal(await desk.field("w").inputValue(), "2");
    assert.equal(await page.locator(".tab.dirty").count(), 0, "nothing was written into the file");
  });

  it("takes a random point, and takes it back by a command", async () => {
    await desk.run("Set Inputs to Random Point");
    await desk.panel.getByText("was 2 in").waitFor();
    await desk.run("Undo Change of Inputs");
    await desk.resultIs("a = 7");
  });
});
