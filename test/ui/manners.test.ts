/** What the extension keeps away from: files that never used it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

const MINE = "const u = w * x;";
const OTHER = "const z = w * x + b;";

describe("Manners", () => {
  const desk = useEditor("manners", {
    files: { "other.ts": `export function other(w = 1, x = 2, b = 3) {\n  ${OTHER}\n  return z;\n}\n` },
  });

  it("a file has no hints and no lenses until its function is shown, and another file has none even then", async () => {
    await desk.open("other.ts");
    await desk.cursorBehind(OTHER);
    assert.equal(await desk.hintBehind(OTHER), "");
    await desk.edit("lecture.ts");
    assert.equal(await desk.hintBehind(MINE), "");
    await desk.show(MINE, "a = 7");
    await becomes(() => desk.hintBehind(MINE), "= 6  ∂ +1");
    assert.equal(await desk.hintBehind(OTHER.replace(" + b", " + b")), "");
    assert.equal(await desk.page.locator(".codelens-decoration").count(), 0);
    await desk.tab("Computation Graph").click({ button: "middle" });
    await becomes(() => desk.hintBehind(MINE), "");
  });
});
