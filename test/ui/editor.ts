/** What the user-interface tests ask of the VS Code that they look at. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { openEditor as open } from "../../host/editor.mjs";
import { out } from "../../host/paths.mjs";
import { goTo } from "../../host/workbench.mjs";

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
  // At once: another drawing may come between two questions.
  const { nodes, edges } = await frame.locator("body").evaluate((body) => ({
    nodes: Array.from(body.querySelectorAll(".stage g.node .nodeLabel"), (label) =>
      Array.from(label.children, (line) => line.textContent).join(" | "),
    ),
    edges: Array.from(body.querySelectorAll(".stage .edgeLabel .labelBkg"), (label) => label.textContent),
  }));
  return { nodes: nodes.sort(), edges: edges.sort() };
}

/** The node of a name in the picture. */
export function nodeOf(frame: FrameLocator, name: string): Locator {
  const title = frame.locator(".l1", { hasText: new RegExp(`^${name}( =|$)`) });
  return frame.locator(".stage g.node", { has: title });
}

/** Waits until the panel's first line is this. */
export async function resultIs(frame: FrameLocator, text: string): Promise<void> {
  await frame.getByRole("heading", { name: text, exact: true }).waitFor();
}

/** Where the person looks at the picture. */
export function cameraOf(frame: FrameLocator): Promise<string> {
  return frame.locator(".stage").evaluate((stage) => stage.style.transform);
}

/** Ends the session, in which nothing was to disturb the person. */
export async function closeQuietly({ page, close }: Editor): Promise<void> {
  const said = await page.locator(".notification-list-item-message").allInnerTexts();
  await close();
  assert.deepEqual(said, [], "no notification was shown");
}

/** The line, counted from 1, and the column behind a text of a file of the folder as it is saved. */
export function placeOf(
  { folder }: Editor,
  file: string,
  text: string,
): { readonly line: number; readonly column: number } {
  const lines = fs.readFileSync(path.join(folder, file), "utf8").split("\n");
  const index = lines.findIndex((line) => line.includes(text));
  assert.notEqual(index, -1, `${text} is not in ${file}`);
  return { line: index + 1, column: (lines[index] ?? "").indexOf(text) + text.length + 1 };
}

/** Puts the cursor behind a text of the file that is open. */
export async function cursorBehind(editor: Editor, file: string, text: string): Promise<void> {
  const { line, column } = placeOf(editor, file, text);
  await goTo(editor.page, line, column);
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
