/** What a person does with the panel by the mouse. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { command, focused } from "../../host/workbench.mjs";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

describe("The panel in use by mouse", () => {
  const desk = useEditor("mouse");

  before(async () => {
    await desk.show("const a1 = ", "l = 0.580");
  });

  it("pointing at a node lights its neighbours and its text, and scrolls nothing", async () => {
    await desk.node("a1").hover();
    await desk.highlighted(true);
    await desk.panel.locator("g.node.lit", { hasText: "o = " }).waitFor();
    assert.equal(await focused(desk.page), "editor");
    await desk.panel.locator(".say, .paths").first().hover();
    await desk.highlighted(false);
  });

  it("a click selects, a double click goes to the source and gives the editor the focus", async () => {
    await desk.node("o").click();
    await desk.panel.locator(".dname", { hasText: /^o$/ }).waitFor();
    await desk.node("a2").dblclick();
    await desk.cursorIs(28);
    await desk.focusIn("editor");
    await desk.node("a2").and(desk.panel.locator(".marked")).waitFor();
  });

  it("Control and the wheel zoom, the wheel alone scrolls, dragging pans, and Fit shows the whole again", async () => {
    const fitted = await desk.camera();
    let last = fitted;
    const moved = async (): Promise<void> => {
      last = await desk.cameraAfter(last);
    };
    const canvas = desk.panel.locator(".canvas").first();
    await canvas.hover({ position: { x: 40, y: 30 } });
    await desk.page.keyboard.down("Control");
    await desk.page.mouse.wheel(0, -120);
    await desk.page.keyboard.up("Control");
    await moved();
    await desk.page.mouse.wheel(0, 40);
    await moved();
    await desk.drag(canvas, 40, 30, { x: 20, y: 20 });
    await moved();
    await desk.button("Fit (0)").click();
    await becomes(() => desk.camera(), fitted);
  });

  it("VS Code's own menu acts on the node that was clicked", async () => {
    await desk.node("a1").click({ button: "right" });
    await desk.page.getByRole("menuitem", { name: "Explain Gradient" }).waitFor();
    assert.equal(await desk.page.getByRole("menuitem", { name: "Paste" }).count(), 0, "nothing can be pasted here");
    await desk.screenshot("menu-dark");
    await desk.choose("Copy Gradient");
    await desk.copied((text) => text.startsWith("1.52318"));
  });

  it("a slider changes values and gradients in place and writes nothing; the button writes the tag, and one undo takes it back", async () => {
    await desk.toggleInputs();
    await desk.drag(desk.panel.getByLabel("Slider of w"), 40, 0);
    await desk.panel.locator(".row", { hasText: "was 0.5 in @at" }).waitFor();
    assert.equal(await desk.page.locator(".tab.dirty").count(), 0);
    await desk.field("w").fill("1.25");
    await desk.panel.getByText("w = 1.25").waitFor();
    await desk.screenshot("inputs-dark");
    await desk.button("Write Inputs to Code").click();
    const tag = desk.page.locator(".view-line", { hasText: "@at w = 1.25, x = 2, y = 1" });
    await tag.waitFor();
    await desk.toggleInputs();
    await desk.edit();
    await command(desk.page, "Undo");
    await tag.waitFor({ state: "detached" });
    await desk.resultIs("l = 0.580");
  });

  it("a path is lit by pointing at its row", async () => {
    await desk.node("w").click();
    const lit = (): Promise<number> => desk.panel.locator("path.lit").count();
    await desk.panel.locator(".path", { hasText: "via a1" }).hover();
    await desk.panel.locator(".path.on", { hasText: "via a1" }).waitFor();
    assert.equal(await lit(), 3);
    await desk.screenshot("paths-dark");
  });
});
