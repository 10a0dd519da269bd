/** The quicker Mermaid of the bundle draws what Mermaid draws. */
import { build } from "esbuild";
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

  it("draws the same pictures with and without its patch, to the byte", async () => {
    const models = [activation(), activation(-2, 3.5, 1), weightSharing(), perceptron()];
    const texts = models.flatMap((model) => [
      mermaidText(model, { notation: "full", direction: "LR" }),
      mermaidText(model, { notation: "short", direction: "TB" }),
    ]);
    const draw = async (patched: boolean): Promise<string[]> => {
      const page = await browser.newPage();
      await page.setContent("<body></body>");
      await page.addScriptTag({ content: await bundle(patched) });
      return await page.evaluate(async (each) => {
        const { mermaid } = globalThis as unknown as { mermaid: typeof import("mermaid").default };
        // Stadiums are drawn through random points unless there is a seed.
        const seeded = { handDrawnSeed: 1, layout: "dagre", look: "classic", theme: "base" } as const;
        mermaid.initialize({ startOnLoad: false, htmlLabels: true, ...seeded });
        const pictures: string[] = [];
        for (const [index, text] of each.entries()) pictures.push((await mermaid.render(`p${index}`, text)).svg);
        return pictures;
      }, texts);
    };
    const [with_, without] = await Promise.all([draw(true), draw(false)]);
    assert.equal(with_.length, texts.length);
    assert.ok(with_.every((svg) => svg.includes("flowchart-link")));
    for (const [index, svg] of with_.entries()) assert.ok(svg === without[index], `picture ${index} differs`);
  });

  it("leaves the picture that it would write as elements, where it is asked to", async () => {
    const page = await browser.newPage();
    await page.setContent("<body></body>");
    await page.addScriptTag({ content: await bundle(true) });
    const text = mermaidText(perceptron(), { notation: "full", direction: "LR" });
    const pictures = await page.evaluate(async (picture) => {
      const { mermaid } = globalThis as unknown as { mermaid: typeof import("mermaid").default };
      const seeded = { handDrawnSeed: 1, layout: "dagre", look: "classic", theme: "base" } as const;
      mermaid.initialize({ startOnLoad: false, htmlLabels: true, ...seeded });
      const shapes = (parent: ParentNode): string[] =>
        [...parent.querySelectorAll("svg g, svg path, svg rect, svg span")].map(
          (each) =>
            `${each.tagName} ${each.getAttribute("class")?.trim()} ${each.getAttribute("transform")} ${each.getAttribute("d")} ${each.textContent}`,
        );
      const container = document.createElement("div");
      document.body.append(container);
      const { svg } = await mermaid.render("same", picture, container);
      const template = document.createElement("template");
      template.innerHTML = svg;
      container.dataset["keepsPicture"] = "";
      await mermaid.render("same", picture, container);
      return { written: shapes(template.content), kept: shapes(container) };
    }, text);
    assert.ok(pictures.written.length > 50);
    assert.deepEqual(pictures.kept, pictures.written);
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
