/** What VS Code's menu offers where in the page, and commands for what is at hand. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inputId } from "../../../src/view/question.ts";
import { sealed } from "../../../src/view/sealed.ts";
import { activation, finding, show } from "../fixtures.ts";
import { serve, showState } from "../gallery/served.ts";
import type { Panel } from "../harness.ts";
import { last, type Site } from "./site.ts";

/** The words of the menu at the first element of a selector. */
async function words(panel: Panel, selector: string): Promise<Record<string, unknown>> {
  const text = await panel.page.locator(selector).first().getAttribute("data-vscode-context");
  return JSON.parse(text ?? "{}") as Record<string, unknown>;
}

const UNUSED = "/** @at w = 2, x = 3 */\nfunction f(w: number, x: number) {\n  return x > 0 ? x * 2 : w * x;\n}\n";

/** Add the tests to the suite. */
export function menuTests(site: Site): void {
  describe("the panel's menus", () => {
    it("offer the same on a node, on its cell, on its field and on its row", async () => {
      const panel = await site.shown();
      const node = await words(panel, "g.node");
      assert.equal(node["webviewSection"], "node");
      assert.deepEqual(await words(panel, ".cell"), node);
      await panel.page.click(".twist");
      assert.deepEqual(await words(panel, ".rows .row"), node);
      await panel.page.click("#tab-table");
      assert.deepEqual(await words(panel, "tr[data-position]"), node);
      await panel.page.close();
    });

    it("offer nothing of a statement on the row of one of its steps", async () => {
      const text = "/** @at x = 3 */\nfunction f(x: number) {\n  const s = Math.sin(x * 2);\n  return s + 1;\n}\n";
      const { state } = await serve({ text, name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      await panel.page.click("#tab-table");
      assert.deepEqual(await words(panel, "tr:has-text('x · 2')"), {});
      assert.equal((await words(panel, "tr:has-text('sin(x · 2)')"))["webviewSection"], "node");
      await panel.page.close();
    });

    it("say what can be done with the whole panel", async () => {
      const panel = await site.shown();
      const before = { hasSeveralResults: false, isInside: false, isChanged: false, isUndoable: false };
      assert.deepEqual(await words(panel, ".panel"), { ...before, isWritable: false });
      await panel.page.click(".twist");
      await panel.page.locator("input.field").first().fill("5");
      await panel.page.keyboard.press("Enter");
      const { isChanged, isUndoable } = await words(panel, ".panel");
      assert.deepEqual([isChanged, isUndoable], [true, true]);
      await panel.page.close();
    });
  });

  describe("the command to explain", () => {
    it("stays with an input that is in no picture", async () => {
      const { state, answer } = await serve({ text: UNUSED, name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      await panel.page.click(".cell:has-text('w')");
      await answer(panel);
      await panel.page.waitForSelector("text=Why does w have no effect?");
      await panel.send({ kind: "run", command: "explain", node: undefined });
      assert.deepEqual(last(await panel.posts(), "ask")?.question, { kind: "explain", node: inputId("w") });
      await panel.page.close();
    });

    it("waits for no reason where there is none", async () => {
      const panel = await site.shown();
      await panel.send({ kind: "run", command: "explain", node: "n0" });
      const asked = last(await panel.posts(), "ask");
      await panel.page.waitForSelector("text=Looking for the reason");
      await panel.send({ kind: "reply", id: asked!.id, reply: { kind: "none" } });
      await panel.page.waitForSelector("text=Looking for the reason", { state: "detached" });
      const findings: readonly [ReturnType<typeof finding>] = [finding("`await` is not supported.", 4)];
      await panel.send(show({ kind: "rejected", title: "activation", findings, partial: sealed(activation()) }, 2));
      await panel.send({ kind: "run", command: "explain", node: "n0" });
      await panel.page.waitForSelector("text=Without a result there is no gradient to explain.");
      await panel.page.close();
    });
  });
}
