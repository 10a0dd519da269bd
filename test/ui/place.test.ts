/** Focus and place: the editor is the person's, and what did not change does not move. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { focused, goTo, openFile } from "../../host/workbench.mjs";
import { eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

const FILE = "lecture.ts";

describe("Focus and place", () => {
  const desk = useEditor("place", { viewport: { width: 1600, height: 900 } });

  before(async () => {
    await desk.show("const u = w", "a = 7");
  });

  /** The first line that the editor shows. */
  function scrolledTo(): Promise<string> {
    return desk.page.locator(".monaco-editor .line-numbers").first().innerText();
  }

  /** What is drawn, where it is looked at, and what is selected. */
  async function look(): Promise<{
    readonly camera: string;
    readonly selected: string | null;
    readonly nodes: readonly string[];
  }> {
    const camera = await desk.camera();
    const selected = await desk.panel.locator("g.node.sel .l1").first().textContent();
    return { camera, selected, nodes: (await desk.picture()).nodes };
  }

  it("a hundred typed characters move neither the editor nor the focus", async () => {
    await goTo(desk.page, 53);
    await desk.cursorBehind("const a1 = Math.tanh(w * x);");
    const before = await scrolledTo();
    assert.notEqual(before, "1", "the file is scrolled");
    await desk.page.keyboard.type(` // ${"every key is followed by the panel ".repeat(3).slice(0, 96)}`);
    assert.equal(await focused(desk.page), "editor");
    assert.equal(await scrolledTo(), before);
    await desk.page.getByText("Ln 27, Col 131").waitFor();
    assert.equal(await desk.page.locator(".tab.active", { hasText: FILE }).count(), 1);
    await desk.resultIs("l = 0.580");
    await desk.revert();
    await desk.cursorBehind("const u = w");
    await desk.resultIs("a = 7");
  });

  it("zoom, pan and selection stay when numbers change, and when a step is added", async () => {
    await desk.node("u").click();
    const fitted = await desk.camera();
    await desk.panel.getByRole("button", { name: "Zoom In" }).click();
    const zoomed = await desk.cameraAfter(fitted);
    const box = await desk.panel.locator(".canvas").first().boundingBox();
    assert.ok(box !== null);
    await desk.page.mouse.move(box.x + box.width / 2, box.y + box.height - 60);
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width / 2 + 30, box.y + box.height - 80, { steps: 3 });
    await desk.page.mouse.up();
    const chosen = await desk.cameraAfter(zoomed);
    await desk.node("u").focus();
    await desk.edit();
    await desk.cursorBehind("@at w = 2");
    await desk.page.keyboard.type("0");
    await desk.resultIs("a = 61");
    assert.equal(await desk.camera(), chosen);
    await desk.cursorBehind("const u = w * x");
    await desk.page.keyboard.type(" * x");
    await desk.resultIs("a = 181");
    await desk.panel.locator("g.node", { hasText: "w · x · x" }).waitFor();
    const { camera, selected } = await look();
    assert.deepEqual([camera, selected], [chosen, "u = w · x · x"]);
    assert.equal(await focused(desk.page), "editor", "the node that is drawn anew had the focus, but has it no longer");
    await desk.revert();
    await desk.resultIs("a = 7");
  });

  it("and when another tab was in front", async () => {
    const before = await eventually(look, ({ nodes }) => nodes.length === 6);
    const tab = desk.tab("Computation Graph: activation");
    await tab.click();
    await openFile(desk.page, "README.md");
    await desk.page.locator("iframe.webview.ready").waitFor({ state: "detached" });
    await tab.click();
    assert.deepEqual(await eventually(look, (now) => now.nodes.length === 6), before);
    await desk.tab("README.md").click({ button: "middle" });
    await desk.tab("README.md").waitFor({ state: "detached" });
  });

  it("and when the window is loaded again, where the picture is back at once and dimmed until it is computed", async () => {
    const before = await eventually(look, ({ nodes }) => nodes.length === 6);
    await desk.edit();
    await desk.page.addInitScript(recordPaints);
    await desk.reload();
    await desk.resultIs("a = 7");
    await desk.panel.locator(".panel:not(.stale)").waitFor();
    assert.deepEqual(await eventually(look, (now) => now.nodes.length === 6), before);
    const paints = await desk.panel.locator("body").evaluate(() => (globalThis as { paints?: string[] }).paints);
    assert.deepEqual(paints, ["dimmed", "bright"]);
  });

  it("two pinned panels and one that follows do not influence each other", async () => {
    await desk.edit();
    await desk.show("const u = w", "a = 7");
    await pin("activation");
    await desk.show("const z = w", "l = 0.0624");
    await pin("singlePath");
    await desk.show("const a1 = ", "l = 0.580");
    assert.equal(await focused(desk.page), "editor");

    await desk.tab("activation (pinned)").click();
    await desk.toggleInputs();
    await desk.field("w").fill("5");
    await desk.resultIs("a = 16");
    await desk.tab("singlePath (pinned)").click();
    await desk.resultIs("l = 0.0624");
    await desk.node("o").click();
    await desk.tab("Computation Graph: sharedWeight").click();
    await desk.resultIs("l = 0.580");
    assert.equal(await desk.panel.locator(".inputs.open").count(), 0);
    assert.equal(await desk.panel.locator("g.node.sel .l1").first().textContent(), "w");

    await desk.edit();
    await desk.cursorBehind("const u = w * x");
    await desk.resultIs("a = 7");
    await desk.tab("activation (pinned)").click();
    await desk.resultIs("a = 16");
    await desk.tab("singlePath (pinned)").click();
    await desk.resultIs("l = 0.0624");
    await desk.panel.locator("g.node.sel", { hasText: "o = " }).waitFor();
  });

  /** Pins the panel that is in front. */
  async function pin(title: string): Promise<void> {
    await desk.run("Pin or Unpin Computation Graph");
    await desk.tab(`${title} (pinned)`).waitFor();
  }
});

/** In every panel from now on: keeps whether the numbers that it shows are dimmed, each time that this changes. */
function recordPaints(): void {
  // The panel's page is a frame in a frame.
  if (parent === top) return;
  const paints: string[] = [];
  Object.assign(globalThis, { paints });
  const look = (): void => {
    if (document.querySelector(".panel h1") === null) return;
    const paint = document.querySelector(".panel.stale") === null ? "bright" : "dimmed";
    if (paints.at(-1) !== paint) paints.push(paint);
  };
  // VS Code writes the page's document anew: the new one is to be watched.
  let watched: Element | undefined;
  setInterval(() => {
    if (watched === document.documentElement) return;
    watched = document.documentElement;
    new MutationObserver(look).observe(watched, { childList: true, subtree: true, attributes: true });
    look();
  }, 1);
}
