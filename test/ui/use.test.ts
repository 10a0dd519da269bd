/** What a person does with the panel in VS Code: everything by the mouse, and everything by the keyboard alone. */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { command, focused } from "../../host/workbench.mjs";
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

describe("Using the panel", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor();
    await cursorBehind(editor, FILE, "const a1 = ");
    await command(editor.page, SHOW);
    await eventually(
      () => pictureOf(editor.panel),
      ({ edges }) => edges.length === 8,
    );
  });

  after(async () => {
    await closeQuietly(editor);
  });

  /** How many places of the editor are highlighted by us. */
  function highlights(): Promise<number> {
    return editor.page.locator('.view-overlays .cdr[class*="TextEditorDecorationType"]').count();
  }

  function clipboard(): Promise<string> {
    return editor.page.evaluate(() => navigator.clipboard.readText());
  }

  /** What has the keyboard in the page: a node's name, else the control's. */
  function focusedInPage(): Promise<string> {
    return editor.panel.locator("body").evaluate((body) => {
      const active = body.ownerDocument.activeElement;
      const node = active?.closest("g.node")?.querySelector(".l1")?.textContent;
      return node != null ? `node ${node}` : (active?.getAttribute("aria-label") ?? active?.textContent ?? "");
    });
  }

  /** Presses keys while the panel has the keyboard. */
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await editor.page.keyboard.press(key);
  }

  /** Gives the panel the keyboard, and goes by Tab to something. */
  async function tabTo(wanted: string): Promise<void> {
    await command(editor.page, "GradLens: Focus Computation Graph");
    await eventually(
      () => focused(editor.page),
      (place) => place === "page",
    );
    const seen: string[] = [];
    for (let presses = 0; presses < 40; presses += 1) {
      await press("Tab");
      // Icons are letters of a font of their own.
      const name = (await focusedInPage()).replaceAll(/[\ue000-\uf8ff]/g, "");
      if (name === wanted || (wanted === "node" && name.startsWith("node "))) return;
      seen.push(name);
    }
    assert.fail(`${wanted} is not among ${seen.join(", ")}`);
  }

  describe("by the mouse", () => {
    it("pointing at a node lights its neighbours and its text, and scrolls nothing", async () => {
      await nodeOf(editor.panel, "a1").hover();
      await eventually(highlights, (count) => count > 0);
      await editor.panel.locator("g.node.lit", { hasText: "o = " }).waitFor();
      assert.equal(await focused(editor.page), "editor");
      await editor.panel.locator(".say, .paths").first().hover();
      await eventually(highlights, (count) => count === 0);
    });

    it("a click selects, a double click goes to the source and gives the editor the focus", async () => {
      await nodeOf(editor.panel, "o").click();
      await editor.panel.locator(".dname", { hasText: /^o$/ }).waitFor();
      await nodeOf(editor.panel, "a2").dblclick();
      await editor.page.getByText(/^Ln 28, Col/).waitFor();
      await eventually(
        () => focused(editor.page),
        (place) => place === "editor",
      );
      await nodeOf(editor.panel, "a2").and(editor.panel.locator(".marked")).waitFor();
    });

    it("Control and the wheel zoom, the wheel alone scrolls, dragging pans, and Fit shows the whole again", async () => {
      const places = [await cameraOf(editor.panel)];
      const moved = async (): Promise<void> => {
        const before = places.at(-1);
        places.push(
          await eventually(
            () => cameraOf(editor.panel),
            (place) => place !== before,
          ),
        );
      };
      const canvas = editor.panel.locator(".canvas").first();
      await canvas.hover({ position: { x: 40, y: 30 } });
      await editor.page.keyboard.down("Control");
      await editor.page.mouse.wheel(0, -120);
      await editor.page.keyboard.up("Control");
      await moved();
      await editor.page.mouse.wheel(0, 40);
      await moved();
      const box = await canvas.boundingBox();
      assert.ok(box !== null);
      await editor.page.mouse.move(box.x + 20, box.y + 20);
      await editor.page.mouse.down();
      await editor.page.mouse.move(box.x + 60, box.y + 50, { steps: 3 });
      await editor.page.mouse.up();
      await moved();
      await editor.panel.getByRole("button", { name: "Fit" }).click();
      await eventually(
        () => cameraOf(editor.panel),
        (place) => place === places[0],
      );
    });

    it("VS Code's own menu acts on the node that was clicked", async () => {
      await nodeOf(editor.panel, "a1").click({ button: "right" });
      await editor.page.getByRole("menuitem", { name: "Explain Gradient" }).waitFor();
      await screenshot(editor.page, "menu-dark");
      await editor.page.getByRole("menuitem", { name: "Copy Gradient" }).click();
      await eventually(clipboard, (text) => text.startsWith("1.52318"));
    });

    it("a slider changes values and gradients in place and writes nothing; the button writes the tag, and one undo takes it back", async () => {
      await editor.panel.getByRole("button", { name: "Inputs", exact: true }).click();
      const slider = editor.panel.getByLabel("Slider of w");
      const box = await slider.boundingBox();
      assert.ok(box !== null);
      await editor.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await editor.page.mouse.down();
      await editor.page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2, { steps: 4 });
      await editor.page.mouse.up();
      await editor.panel.locator(".row", { hasText: "was 0.5 in @at" }).waitFor();
      assert.equal(await editor.page.locator(".tab.dirty", { hasText: FILE }).count(), 0);
      await editor.panel.getByLabel("Value of w").fill("1.25");
      await editor.panel.getByText("w = 1.25").waitFor();
      await screenshot(editor.page, "inputs-dark");
      await editor.panel.getByRole("button", { name: "Write Inputs to Code" }).click();
      const tag = editor.page.locator(".view-line", { hasText: "@at w = 1.25, x = 2, y = 1" });
      await tag.waitFor();
      await editor.panel.getByRole("button", { name: "Inputs", exact: true }).click();
      await editor.page.locator(".tab", { hasText: FILE }).click();
      await command(editor.page, "Undo");
      await tag.waitFor({ state: "detached" });
      await resultIs(editor.panel, "l = 0.580");
    });

    it("a path is lit by pointing at its row", async () => {
      await nodeOf(editor.panel, "w").click();
      const lit = (): Promise<number> => editor.panel.locator("path.lit").count();
      await editor.panel.locator(".path", { hasText: "via a1" }).hover();
      await editor.panel.locator(".path.on", { hasText: "via a1" }).waitFor();
      assert.equal(await lit(), 3);
      await screenshot(editor.page, "paths-dark");
    });
  });

  describe("by the keyboard alone", () => {
    it("the panel is reached from the editor, and the graph by Tab", async () => {
      await tabTo("node");
      assert.equal(await focused(editor.page), "page");
    });

    it("arrows follow the edges, Space selects, Enter goes to the source", async () => {
      await tabTo("node");
      await press("Home", "ArrowRight");
      assert.match(await focusedInPage(), /^node a2/);
      await eventually(highlights, (count) => count > 0);
      await press("ArrowUp");
      assert.match(await focusedInPage(), /^node a1/);
      await press("End");
      assert.match(await focusedInPage(), /^node l/);
      await press("ArrowLeft", "Space");
      await editor.panel.locator(".dname", { hasText: /^o$/ }).waitFor();
      await press("Enter");
      await editor.page.getByText(/^Ln 29, Col/).waitFor();
      await eventually(
        () => focused(editor.page),
        (place) => place === "editor",
      );
    });

    it("zoom and fit", async () => {
      await tabTo("node");
      const fitted = await cameraOf(editor.panel);
      await press("+");
      await eventually(
        () => cameraOf(editor.panel),
        (place) => place !== fitted,
      );
      await press("0");
      await eventually(
        () => cameraOf(editor.panel),
        (place) => place === fitted,
      );
    });

    it("explain, only this path, copy, help and the menu", async () => {
      await tabTo("node");
      await press("Home", "Space", "e");
      await editor.panel.getByRole("heading", { name: /^Why is the gradient of w/ }).waitFor();
      await screenshot(editor.page, "explain-dark");
      await press("Escape", "f");
      await editor.panel.getByRole("button", { name: "Show Everything" }).waitFor();
      await press("f", "c");
      await eventually(clipboard, (text) => text === "0.5");
      await press("?");
      await editor.panel.getByRole("dialog", { name: "Keyboard Help" }).waitFor();
      await press("Escape");
      await tabTo("node");
      await press("Shift+F10");
      await editor.page.getByRole("menuitem", { name: "Copy Value" }).waitFor();
      await press("Escape");
    });

    it("step through both passes", async () => {
      await tabTo("node");
      await press("s");
      await editor.panel.getByText("1 of 5").waitFor();
      await press("ArrowRight", "ArrowRight");
      await editor.panel.getByText("3 of 5").waitFor();
      await eventually(highlights, (count) => count > 0);
      await press("ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
      await editor.panel.getByText("Backward pass").waitFor();
      await screenshot(editor.page, "step-dark");
      await press("Escape");
      await editor.panel.locator(".transport").waitFor({ state: "detached" });
    });

    it("find a step, and read the table", async () => {
      await tabTo("node");
      await press("/");
      await editor.page.keyboard.type("tanh");
      await press("Enter");
      await editor.panel.locator("g.node.sel", { hasText: "a1 = " }).waitFor();
      await press("Escape", "t");
      await editor.panel.locator(".steps tbody tr.selected:focus", { hasText: "a1" }).waitFor();
      await press("ArrowDown");
      await editor.panel.locator(".steps tbody tr:focus", { hasText: "3w · x" }).waitFor();
      await press("t");
      await editor.panel.locator(".steps").waitFor({ state: "detached" });
      assert.match(await focusedInPage(), /^node a2/);
    });

    it("plot an input, and change it", async () => {
      await tabTo("node");
      await press("Home", "Space", "l");
      await editor.panel.locator(".plot .curve").waitFor();
      await screenshot(editor.page, "plot-dark");
      await tabTo("Inputs");
      await press("Enter");
      await tabTo("Value of w");
      await press("ArrowUp");
      await editor.panel.locator(".row", { hasText: "was 0.5 in @at" }).waitFor();
      await press("Shift+ArrowDown");
      await editor.panel.getByText("w = -8.5, x = 2, y = 1").waitFor();
      await tabTo("Write Inputs to Code");
      await press("Enter");
      await editor.page.locator(".view-line", { hasText: "@at w = -8.5, x = 2, y = 1" }).waitFor();
      await tabTo("Inputs");
      await press("Enter");
      await editor.page.keyboard.press("Control+1");
      await command(editor.page, "File: Revert File");
      await resultIs(editor.panel, "l = 0.580");
      await tabTo("node");
      await press("l");
      await editor.panel.locator(".plot").waitFor({ state: "detached" });
    });

    it("pin, and go back to the editor", async () => {
      await tabTo("node");
      await press("p");
      await editor.page.locator(".tab", { hasText: "sharedWeight (pinned)" }).waitFor();
      await press("p");
      await editor.page.locator(".tab", { hasText: "Computation Graph: sharedWeight" }).waitFor();
      await press("Escape", "Escape");
      await eventually(
        () => focused(editor.page),
        (place) => place === "editor",
      );
    });
  });
});
