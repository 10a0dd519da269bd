/** A folder that is not trusted: everything works, because nothing of it is executed. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { useEditor } from "./editor.ts";

describe("In restricted mode", () => {
  const desk = useEditor("restricted", { isRestricted: true });

  before(async () => {
    await desk.page.locator(".statusbar-item", { hasText: "Restricted Mode" }).waitFor();
  });

  it("the graph is drawn and the gradients are there", async () => {
    await desk.show("const u = w", "a = 7");
    const { nodes } = await desk.drawn(5);
    assert.ok(nodes.includes("w | 2 | ∂a/∂w = 3"), nodes.join("\n"));
    await desk.screenshot("restricted-dark");
  });
});
