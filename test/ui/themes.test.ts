/** The panel in the four kinds of themes and in a narrow window: its colours are VS Code's, and a change of theme draws nothing again. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { root } from "../../host/paths.mjs";
import { command, goTo, setTheme } from "../../host/workbench.mjs";
import { closeQuietly, eventually, openEditor, screenshot, type Editor } from "./editor.ts";

const themes = [
  { title: "Dark Modern", body: "vscode-dark", picture: "graph-dark" },
  { title: "Light Modern", body: "vscode-light", picture: "graph-light" },
  { title: "Dark High Contrast", body: "vscode-high-contrast", picture: "graph-hc" },
  { title: "Light High Contrast", body: "vscode-high-contrast-light", picture: "graph-hc-light" },
] as const;

describe("The panel's look", () => {
  let editor: Editor;

  before(async () => {
    editor = await openEditor({ viewport: { width: 1600, height: 900 } });
    await goTo(editor.page, 3);
    await command(editor.page, "GradLens: Show Computation Graph");
    await editor.panel.locator(".edgeLabel").first().waitFor();
    await editor.panel
      .locator("svg")
      .first()
      .evaluate((svg) => {
        svg.setAttribute("data-first", "");
      });
  });

  /** What a checker of accessibility objects to in the page as VS Code has made it. */
  async function objections(): Promise<string[]> {
    const body = await editor.panel.locator("body").elementHandle();
    const frame = await body.ownerFrame();
    assert.ok(frame != null);
    await frame.evaluate(fs.readFileSync(path.join(root, "node_modules/axe-core/axe.min.js"), "utf8"));
    return frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run("#panel");
      return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    });
  }

  after(async () => {
    await closeQuietly(editor);
  });

  for (const { title, body, picture } of themes) {
    it(`takes the colours of ${title}`, async () => {
      await setTheme(editor.page, title);
      const frame = editor.panel.locator("body");
      await eventually(
        () => frame.getAttribute("class"),
        (classes) => classes?.split(" ").includes(body) === true,
      );
      const wanted = await frame.evaluate((element) =>
        getComputedStyle(element).getPropertyValue("--vscode-editor-background"),
      );
      const drawn = await frame.evaluate((element) => getComputedStyle(element).backgroundColor);
      assert.equal(drawn, rgb(wanted));
      assert.deepEqual(await objections(), []);
      await screenshot(editor.page, picture);
    });
  }

  it("names every node for who cannot see it", async () => {
    const tree = await editor.panel.locator(".canvas").first().ariaSnapshot();
    for (const name of [
      "w, input, value 2, gradient 3, used by u.",
      "x, input, value 3, gradient 2, used by u.",
      "b, input, value 1, gradient 1, used by v.",
      "u equals w times x, value 6, gradient 1, used by v. Step 1 of 3.",
      "v equals u plus b, value 7, gradient 1, used by a. Step 2 of 3.",
      "a equals max of 0, v, result, value 7, gradient 1. Step 3 of 3.",
    ])
      assert.ok(tree.includes(name), `${name} is not among\n${tree}`);
  });

  it("has drawn the picture once for all themes", async () => {
    assert.equal(await editor.panel.locator("svg[data-first]").count(), 1);
  });

  it("loses nothing in a narrow window", async () => {
    await setTheme(editor.page, themes[0].title);
    await editor.page.setViewportSize({ width: 800, height: 900 });
    await eventually(
      () => editor.panel.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth),
      (overflow) => overflow === 0,
    );
    await editor.panel.locator("g.node").first().waitFor();
    assert.equal(await editor.panel.locator("g.node").count(), 6);
    await screenshot(editor.page, "graph-narrow-dark");
  });
});

/** `#1f1f1f` as a computed style says it. */
function rgb(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((index) => Number.parseInt(color.slice(index, index + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
