/** The VS Code that a file of user-interface tests runs in: one server and one page, on a copy of the examples. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import { examples, out } from "../../host/paths.mjs";
import { startServer } from "../../host/server.mjs";
import { openFile, openWorkbench, panel, ready } from "../../host/workbench.mjs";

/** What a test may ask for. */
export interface EditorOptions {
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Device pixels per pixel of the page, for pictures. */
  readonly scale?: number;
  readonly isAskingForTrust?: boolean;
}

/** A VS Code with the lecture's file in the editor. */
export interface Editor {
  readonly page: Page;
  readonly panel: FrameLocator;
  /** The folder that is open. */
  readonly folder: string;
  close(this: void): Promise<void>;
}

/** Where the suite's runner has installed the package. */
const extensions = path.join(out, "ui/extensions");
const screenshots = path.join(out, "screenshots");
const LARGE = { width: 1920, height: 1080 };

/** Starts VS Code and opens the lecture's file. */
export async function openEditor({
  settings = {},
  viewport = LARGE,
  scale = 1,
  isAskingForTrust = false,
}: EditorOptions = {}): Promise<Editor> {
  const parent = fs.mkdtempSync(path.join(os.tmpdir(), "gradlens-ui-"));
  const folder = path.join(parent, "examples");
  fs.cpSync(examples, folder, { recursive: true });
  const server = await startServer({ extensions, settings: { ...calm, ...settings }, isAskingForTrust });
  const stop = async () => {
    await server.stop();
    fs.rmSync(parent, { recursive: true, force: true });
  };
  try {
    const workbench = await openWorkbench(server, { folder, viewport, scale });
    const close = async () => {
      await workbench.close();
      await stop();
    };
    await ready(workbench.page);
    if (!isAskingForTrust) await openFile(workbench.page, "lecture.ts");
    return { page: workbench.page, panel: panel(workbench.page), folder, close };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Text stays where it is and looks the same on every run. */
const calm = {
  "workbench.colorTheme": "Default Dark Modern",
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.hover.delay": 50,
  "editor.autoClosingBrackets": "never",
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.suggestOnTriggerCharacters": false,
  "editor.parameterHints.enabled": false,
};

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
