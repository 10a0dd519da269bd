/** The panel in the four kinds of themes and in a narrow window: its colours are VS Code's, and a change of theme draws nothing again. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { before, describe, it } from "node:test";
import { root } from "../../host/paths.mjs";
import { setTheme } from "../../host/workbench.mjs";
import { becomes, eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

const themes = [
  { title: "Dark Modern", body: "vscode-dark", picture: "graph-dark" },
  { title: "Light Modern", body: "vscode-light", picture: "graph-light" },
  { title: "Dark High Contrast", body: "vscode-high-contrast", picture: "graph-hc" },
  { title: "Light High Contrast", body: "vscode-high-contrast-light", picture: "graph-hc-light" },
] as const;

describe("The panel's look", () => {
  const desk = useEditor("themes", { viewport: { width: 1600, height: 900 } });

  before(async () => {
    await desk.show("const u = w", "a = 7");
    await desk.panel
      .locator("svg")
      .first()
      .evaluate((svg) => {
        svg.setAttribute("data-first", "");
      });
  });

  /** What a checker of accessibility objects to in the page as VS Code has made it. */
  async function objections(): Promise<string[]> {
    const body = await desk.panel.locator("body").elementHandle();
    const frame = await body.ownerFrame();
    assert.ok(frame != null);
    await frame.evaluate(fs.readFileSync(path.join(root, "node_modules/axe-core/axe.min.js"), "utf8"));
    return frame.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
      const { violations } = await axe.run("#panel");
      return violations.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    });
  }

  for (const { title, body, picture } of themes) {
    it(`takes the colours of ${title}`, async () => {
      await setTheme(desk.page, title);
      const frame = desk.panel.locator("body");
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
      await desk.screenshot(picture);
    });
  }

  it("names every node for who cannot see it", async () => {
    const tree = await desk.panel.locator(".canvas").first().ariaSnapshot();
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
    assert.equal(await desk.panel.locator("svg[data-first]").count(), 1);
  });

  it("moves nothing by itself for who wants less motion", async () => {
    await setTheme(desk.page, themes[0].title);
    await desk.page.emulateMedia({ reducedMotion: "reduce" });
    await desk.panel.locator("body.vscode-reduce-motion").waitFor();
    const fitted = await desk.camera();
    await desk.node("u").click();
    await desk.panel.getByRole("button", { name: "Zoom In" }).click();
    await desk.cameraAfter(fitted);
    await desk.button("Fit (0)").click();
    assert.equal(await desk.panel.locator("body").evaluate((body) => body.getAnimations({ subtree: true }).length), 0);
    await desk.page.emulateMedia({ reducedMotion: null });
  });

  // 800 pixels are 1600 at a zoom of 200 %; 320 is as narrow as panels get.
  for (const { width, picture } of [
    { width: 800, picture: "graph-narrow-dark" },
    { width: 700, picture: "graph-narrowest-dark" },
  ]) {
    it(`loses nothing in a window of ${width} pixels`, async () => {
      await desk.page.setViewportSize({ width, height: 900 });
      await becomes(() => desk.panel.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth), 0);
      await desk.panel.locator("g.node").first().waitFor();
      assert.equal(await desk.panel.locator("g.node").count(), 6);
      await desk.screenshot(picture);
    });
  }
});

/** `#1f1f1f` as a computed style says it. */
function rgb(color: string): string {
  const [red, green, blue] = [1, 3, 5].map((index) => Number.parseInt(color.slice(index, index + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
