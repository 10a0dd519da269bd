/** What the user-interface tests ask of the VS Code that they look at. */
import fs from "node:fs";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { openEditor as open } from "../../host/editor.mjs";
import { out } from "../../host/paths.mjs";

/** A VS Code with the packaged extension, on a copy of the examples. */
export type Editor = Awaited<ReturnType<typeof open>>;

/** Where the runner has installed the package. */
const extensions = path.join(out, "extensions/ui");
const screenshots = path.join(out, "screenshots");
/** Wide enough for the lecture's graph in full notation beside the editor. */
const LARGE = { width: 1920, height: 1080 };

/** Starts VS Code; one for a file of tests. */
export function openEditor(options: Partial<Parameters<typeof open>[0]> = {}): Promise<Editor> {
  return open({ extensions, viewport: LARGE, ...options });
}

/** Keeps a picture among the test's artefacts. */
export async function screenshot(page: Page, name: string): Promise<void> {
  fs.mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
}

/** The texts of the picture as they are drawn: a line per node and per edge, in alphabetical order. */
export async function pictureOf(
  frame: FrameLocator,
): Promise<{ readonly nodes: readonly string[]; readonly edges: readonly string[] }> {
  const nodes = await frame
    .locator("g.node .nodeLabel")
    .evaluateAll((labels) => labels.map((label) => Array.from(label.children, (line) => line.textContent).join(" | ")));
  const edges = await frame.locator(".edgeLabel .labelBkg").allTextContents();
  return { nodes: nodes.sort(), edges: edges.sort() };
}

/** Waits until what is asked for is so; else fails with what it was last. */
export async function eventually<T>(ask: () => Promise<T>, accepts: (answer: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (accepts(answer)) return answer;
    if (Date.now() > end) throw new Error(`Waited in vain; at the end it was ${JSON.stringify(answer)}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
