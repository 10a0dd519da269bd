/** The founding example in a real VS Code, on the packaged extension: what a person sees who opens it, edits it and points at it. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { focused, hover } from "../../host/workbench.mjs";
import { eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

describe("The lecture's activation", () => {
  const desk = useEditor("lecture");

  before(async () => {
    await desk.cursorBehind("const u = w * x");
  });

  it("is drawn with every value, gradient and partial when the palette's command is run", async () => {
    await desk.run("Show Computation Graph");
    await desk.resultIs("a = 7");
    assert.deepEqual(await desk.drawn(5), {
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
    assert.equal(await focused(desk.page), "editor");
  });

  it("lists the gradients of the inputs above the picture", async () => {
    const cells = await desk.panel.locator(".cell").allInnerTexts();
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
    await desk.panel.locator(".cell", { hasText: "∂a/∂w" }).click();
    await desk.panel.getByText("raises a 3 times as much").waitFor();
    await desk.page.locator(".view-line").first().click();
  });

  it("shows our part and TypeScript's own in the hover of w", async () => {
    const text = await hover(desk.page, desk.word("const u = w * x", "w"), [
      "∂a/∂w = 3",
      "∂a/∂v · ∂v/∂u · ∂u/∂w = 1 · 1 · 3",
      "(parameter) w: number",
    ]);
    await desk.screenshot("hover-dark");
    assert.match(text, /∂a\/∂w = 3/);
    await desk.page.keyboard.press("Escape");
  });

  it("changes as the text does: w * x * x", async () => {
    await desk.cursorBehind("const u = w * x");
    await desk.page.keyboard.type(" * x");
    await desk.resultIs("a = 19");
    const drawn = await eventually(
      () => desk.picture(),
      ({ nodes }) => nodes.some((node) => node.includes("18")),
    );
    assert.ok(drawn.nodes.includes("w | 2 | ∂a/∂w = 9"), drawn.nodes.join("\n"));
    assert.equal(await focused(desk.page), "editor");
    await backTo("a = 7");
  });

  it("keeps the last good picture, dimmed, and says where the text is broken", async () => {
    await desk.cursorBehind("const u = w * x");
    await desk.page.keyboard.type(" * (");
    await desk.panel.locator(".panel.stale").waitFor();
    const said = await desk.panel.locator(".bar").innerText();
    const { line } = desk.placeOf("const u");
    assert.match(said, new RegExp(`Go to Line (${line}|${line + 1})`));
    await desk.resultIs("a = 7");
    await desk.screenshot("stale-dark");
    await backTo("a = 7");
    await desk.panel.locator(".panel:not(.stale)").waitFor();
  });

  it("says where it stopped when the function never ends", async () => {
    await desk.cursorBehind("const u = w * x;");
    await desk.page.keyboard.type(" while (true) {}");
    await desk.panel
      .getByText(/[Ss]topped after .*line \d+/)
      .first()
      .waitFor();
    await desk.screenshot("stopped-dark");
    await backTo("a = 7");
  });

  it("gives way to the function that the cursor goes to, and comes back", async () => {
    await desk.cursorBehind("const z = w * x");
    await desk.panel.getByText("singlePath(w, x, b, y)").first().waitFor();
    await desk.resultIs("l = 0.0624");
    await desk.panel.locator(".cell", { hasText: "∂l/∂y+0.499" }).waitFor();
    await desk.cursorBehind("const v = u");
    await desk.resultIs("a = 7");
  });

  /** Takes the edits back, until the result is the one before. */
  async function backTo(result: string): Promise<void> {
    await desk.revert();
    await desk.resultIs(result);
    await desk.panel.locator(".panel:not(.stale)").waitFor();
  }
});
