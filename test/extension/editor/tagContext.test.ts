/** The context key for files with tags. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { TagContext } from "../../../src/extension/editor/tagContext.ts";
import { Document, openEditor, resetWorld, world } from "../vscodeDouble.ts";

it("is set for a file with a tag in a language of ours, and follows the active editor and saving", () => {
  resetWorld();
  const context = new TagContext();
  const values: unknown[] = [];
  const look = (): number => values.push(world.contexts["gradlens.fileHasTag"]);
  openEditor(new Document("file:///a.ts", "/** @at w = 2 */\nfunction f(w) {}"));
  look();
  openEditor(new Document("file:///a.md", "@at w = 2", "markdown"));
  look();
  const { document } = openEditor(new Document("file:///b.ts", "function f(w) {}"));
  look();
  document.type("/** @wrt w */ function f(w) {}");
  document.save();
  look();
  assert.deepEqual(values, [true, false, false, true]);
  context.dispose();
});
