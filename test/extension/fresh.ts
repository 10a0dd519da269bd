/** The extension as each test of a file finds it: wired anew, with one text in the editor. */
import assert from "node:assert/strict";
import { afterEach, beforeEach } from "node:test";
import { Document, openEditor, world, type Editor, type WebviewPanel } from "./vscodeDouble.ts";
import { wire, type Wired } from "./wiring.ts";

/** A file in which the cursor can go from one function to another. */
export const twoFunctions = "function activation(w) { return w }\nfunction loss(w) { return w }\n";

/** The extension of the test that runs. */
export let wired: Wired;
/** The editor with the text, where there is one. */
export let editor: Editor;

/** Wire the extension before each test, and see after it that nothing has failed. */
export function useFreshExtension(text?: string): void {
  beforeEach(() => {
    wired = wire();
    if (text !== undefined) editor = openEditor(new Document("file:///a.ts", text));
  });
  afterEach(() => {
    wired.dispose();
    assert.deepEqual(wired.errors, []);
  });
}

/** Open the following panel and let its page say that it is ready. */
export async function show(): Promise<WebviewPanel> {
  await wired.run("gradlens.show");
  const panel = world.panels.at(-1)!;
  panel.send({ kind: "ready" });
  return panel;
}
