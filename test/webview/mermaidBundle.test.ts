/** The quicker Mermaid of the bundle reads what Mermaid reads. */
import { build } from "esbuild";
import type { LayoutData } from "mermaid";
import assert from "node:assert/strict";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { mermaidText } from "../../src/view/picture/mermaid.ts";
import { activation, perceptron, weightSharing } from "./fixtures.ts";
import { openBrowser } from "./harness.ts";

type Plugin = typeof import("../../mermaidBundle.mjs");

async function bundle(patched: boolean): Promise<string> {
  const { mermaidBundle } = (await import(pathToFileURL(path.join(PROJECT_ROOT, "mermaidBundle.mjs")).href)) as Plugin;
  const built = await build({
    stdin: { contents: 'import mermaid from "mermaid"; window.mermaid = mermaid;', resolveDir: PROJECT_ROOT },
    bundle: true,
    minify: true,
    format: "iife",
    write: false,
    plugins: [mermaidBundle({ patched })],
  });
  return built.outputFiles[0]!.text;
}

describe("the bundled Mermaid", () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    await browser.close();
  });

  it("reads the same with and without its patches", async () => {
    const models = [activation(), activation(-2, 3.5, 1), weightSharing(), perceptron()];
    const texts = models.flatMap((model) => [
      mermaidText(model, { notation: "full", direction: "LR" }),
      mermaidText(model, { notation: "short", direction: "TB" }),
    ]);
    const read = async (patched: boolean): Promise<string[]> => {
      const page = await browser.newPage();
      await page.setContent("<body></body>");
      await page.addScriptTag({ content: await bundle(patched) });
      return await page.evaluate(async (each) => {
        const { mermaid } = globalThis as unknown as { mermaid: typeof import("mermaid").default };
        const found: string[] = [];
        const render = ({ nodes, edges, config }: LayoutData): Promise<void> => {
          found.push(JSON.stringify({ nodes, edges, config }));
          return Promise.resolve();
        };
        mermaid.registerLayoutLoaders([{ name: "recorder", loader: () => Promise.resolve({ render }) }]);
        mermaid.initialize({
          startOnLoad: false,
          layout: "recorder",
          look: "classic",
          theme: "base",
          htmlLabels: true,
        });
        for (const [index, text] of each.entries()) await mermaid.render(`p${index}`, text);
        return found;
      }, texts);
    };
    const [with_, without] = await Promise.all([read(true), read(false)]);
    assert.equal(with_.length, texts.length);
    assert.ok(with_.every((each) => each.includes("labelType")));
    for (const [index, each] of with_.entries()) assert.ok(each === without[index], `text ${index} is read otherwise`);
  });

  it("leaves what was drawn as elements, without a style, where it is asked to", async () => {
    const page = await browser.newPage();
    await page.setContent("<body></body>");
    await page.addScriptTag({ content: await bundle(true) });
    const text = mermaidText(perceptron(), { notation: "full", direction: "LR" });
    const pictures = await page.evaluate(async (picture) => {
      const { mermaid } = globalThis as unknown as { mermaid: typeof import("mermaid").default };
      const render = (_data: LayoutData, svg: { node(): SVGElement | null }): Promise<void> => {
        svg.node()?.append(document.createElementNS("http://www.w3.org/2000/svg", "circle"));
        return Promise.resolve();
      };
      mermaid.registerLayoutLoaders([{ name: "circle", loader: () => Promise.resolve({ render }) }]);
      mermaid.initialize({ startOnLoad: false, layout: "circle", look: "classic", theme: "base" });
      const container = document.createElement("div");
      document.body.append(container);
      const written = (await mermaid.render("same", picture, container)).svg;
      container.dataset["keepsPicture"] = "";
      const kept = (await mermaid.render("same", picture, container)).svg;
      const count = (selector: string): number => container.querySelectorAll(selector).length;
      return { written, kept, circles: count("svg circle"), styles: count("style") };
    }, text);
    assert.match(pictures.written, /<circle/);
    assert.deepEqual({ ...pictures, written: "" }, { written: "", kept: "", circles: 1, styles: 0 });
  });

  it("has no other diagram in it", async () => {
    const page = await browser.newPage();
    await page.setContent("<body></body>");
    await page.addScriptTag({ content: await bundle(true) });
    const message = await page.evaluate(async () => {
      const { mermaid } = globalThis as unknown as { mermaid: typeof import("mermaid").default };
      return await mermaid.render("p", 'pie\n  "a" : 1').then(
        () => "drawn",
        (error: unknown) => String(error),
      );
    });
    assert.match(message, /not in this bundle/);
  });
});
