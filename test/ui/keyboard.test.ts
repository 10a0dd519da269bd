/** What a person does with the panel by the keyboard alone. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { command, focused } from "../../host/workbench.mjs";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

describe("The panel in use by keyboard", () => {
  const desk = useEditor("keyboard");

  before(async () => {
    await desk.show("const a1 = ", "l = 0.580");
    await desk.drawAcross("o", "l");
  });

  it("the panel is reached from the editor, and the graph by Tab", async () => {
    await desk.tabTo("node");
    assert.equal(await focused(desk.page), "page");
  });

  it("arrows follow the edges, Space selects, Enter goes to the source", async () => {
    await desk.tabTo("node");
    await desk.press("Home", "ArrowRight");
    assert.match(await desk.focusedInPage(), /^node a2/);
    await desk.highlighted(true);
    await desk.press("ArrowUp");
    assert.match(await desk.focusedInPage(), /^node a1/);
    await desk.press("End");
    assert.match(await desk.focusedInPage(), /^node l/);
    await desk.press("ArrowLeft", "Space");
    await desk.panel.locator(".dname", { hasText: /^o$/ }).waitFor();
    await desk.press("Enter");
    await desk.cursorIs(29);
    await desk.focusIn("editor");
  });

  it("zoom and fit", async () => {
    await desk.tabTo("node");
    const fitted = await desk.camera();
    await desk.press("+");
    await desk.cameraAfter(fitted);
    await desk.press("0");
    await becomes(() => desk.camera(), fitted);
  });

  it("explain, only this path, copy, help and the menu", async () => {
    await desk.tabTo("node");
    await desk.press("Home", "Space", "e");
    await desk.panel.getByRole("heading", { name: /^Why is the gradient of w/ }).waitFor();
    await desk.screenshot("explain-dark");
    await desk.press("Escape", "f");
    await desk.panel.getByRole("button", { name: "Show Everything" }).waitFor();
    await desk.press("f", "c");
    await desk.copied((text) => text === "0.5");
    await desk.press("?");
    await desk.panel.getByRole("dialog", { name: "Keyboard Help" }).waitFor();
    await desk.press("Escape");
    await desk.tabTo("node");
    await desk.press("Shift+F10");
    await desk.page.getByRole("menuitem", { name: "Copy Value" }).waitFor();
    await desk.press("Escape");
  });

  it("step through both passes", async () => {
    await desk.tabTo("node");
    await desk.press("s");
    await desk.panel.getByText("1 of 5").waitFor();
    await desk.press("ArrowRight", "ArrowRight");
    await desk.panel.getByText("3 of 5").waitFor();
    await desk.highlighted(true);
    await desk.press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await desk.panel.getByText("Backward pass").waitFor();
    await desk.screenshot("step-dark");
    await desk.press("Escape");
    await desk.panel.locator(".transport").waitFor({ state: "detached" });
  });

  it("find a step, and read the table", async () => {
    await desk.tabTo("node");
    await desk.press("/");
    await desk.page.keyboard.type("tanh");
    await desk.press("Enter");
    await desk.panel.locator("g.node.sel", { hasText: "a1 = " }).waitFor();
    await desk.press("Escape", "t");
    await desk.panel.locator(".steps tbody tr.selected:focus", { hasText: "a1" }).waitFor();
    await desk.press("ArrowDown");
    await desk.panel.locator(".steps tbody tr:focus", { hasText: "3w · x" }).waitFor();
    await desk.press("t");
    await desk.panel.locator(".steps").waitFor({ state: "detached" });
    assert.match(await desk.focusedInPage(), /^node a2/);
  });

  it("plot an input, and change it", async () => {
    await desk.tabTo("node");
    await desk.press("Home", "Space", "l");
    await desk.panel.locator(".plot .curve").waitFor();
    await desk.screenshot("plot-dark");
    await desk.tabTo("Inputs");
    await desk.press("Enter");
    await desk.tabTo("Value of w");
    await desk.press("ArrowUp");
    await desk.panel.locator(".row", { hasText: "was 0.5 in @at" }).waitFor();
    await desk.press("Shift+ArrowDown");
    await desk.panel.getByText("w = -8.5, x = 2, y = 1").waitFor();
    await desk.tabTo("Write Inputs to Code");
    await desk.press("Enter");
    await desk.page.locator(".view-line", { hasText: "@at w = -8.5, x = 2, y = 1" }).waitFor();
    await desk.tabTo("Inputs");
    await desk.press("Enter");
    await desk.page.keyboard.press("Control+1");
    await command(desk.page, "File: Revert File");
    await desk.resultIs("l = 0.580");
    await desk.tabTo("node");
    await desk.press("l");
    await desk.panel.locator(".plot").waitFor({ state: "detached" });
  });

  it("pin, and go back to the editor", async () => {
    await desk.tabTo("node");
    await desk.press("p");
    await desk.page.locator(".tab", { hasText: "sharedWeight (pinned)" }).waitFor();
    await desk.press("p");
    await desk.page.locator(".tab", { hasText: "Computation Graph: sharedWeight" }).waitFor();
    await desk.press("Escape", "Escape");
    await desk.focusIn("editor");
  });
});
