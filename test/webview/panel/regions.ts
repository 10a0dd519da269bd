/** Going into folded calls and loops and out again, with keys and pointer. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Trace } from "../../../src/language/trace.ts";
import { pathList } from "../../../src/view/details/details.ts";
import type { FoldChoice } from "../../../src/view/options.ts";
import { pictureOf } from "../../../src/view/picture/picture.ts";
import { viewModel } from "../../../src/view/viewModel.ts";
import { traceOf } from "../../language/traced.ts";
import { network } from "../../view/network.ts";
import { startRun } from "../../view/run.ts";
import { graphState, show } from "../fixtures.ts";
import type { Panel } from "../harness.ts";
import { last, texts, type Site } from "./site.ts";

const trace = network(4, 5);

/** Add the tests to the suite. */
export function regionTests(site: Site): void {
  describe("going inside", () => {
    it("enters a folded node with a double click or I, and leaves by the way it shows, Backspace and Escape", async () => {
      const panel = await site.shown(viewModel(trace));
      const { page } = panel;
      const group = viewModel(trace).nodes.find(({ enters }) => enters !== undefined)!;
      await page.dblclick(`[data-node="${group.id}"]`);
      assert.deepEqual(await insideOf(panel), [group.enters]);
      await answer(panel, 2);
      await page.waitForSelector(".crumbs");
      assert.deepEqual(await texts(panel, ".crumbs li code"), ["loss", "h1, rounds 1 … 4"]);
      assert.match((await texts(panel, ".node.result")).join(), /outside, \d+ steps/u);
      const inner = (await page.getAttribute(".node.group", "data-node"))!;
      await page.focus(`[data-node="${inner}"]`);
      await page.keyboard.press("i");
      assert.equal((await insideOf(panel)).length, 2);
      await answer(panel, 3);
      await page.waitForFunction(() => document.querySelectorAll(".crumbs li").length === 3);
      await page.focus('g.node[tabindex="0"]');
      await page.keyboard.press("Backspace");
      assert.deepEqual(await insideOf(panel), [group.enters]);
      await page.keyboard.press("Alt+ArrowLeft");
      assert.deepEqual(await insideOf(panel), [group.enters]);
      await page.click('.crumbs button:has-text("loss")');
      assert.deepEqual(await insideOf(panel), []);
      await answer(panel, 4);
      await page.waitForSelector(".crumbs", { state: "detached" });
      await page.waitForSelector(`[data-node="${group.id}"]`);
      await page.close();
    });

    it("unfolds a round with U, and folds the loop around it with Shift and U", async () => {
      const panel = await site.shown(viewModel(trace, { folding: { open: ["loop for 1"], closed: [] } }));
      const { page } = panel;
      const round = viewModel(trace, { folding: { open: ["loop for 1"], closed: [] } }).nodes.find(
        ({ unfolds, folds }) => unfolds !== undefined && folds === "loop for 1",
      )!;
      const folding = async (): Promise<FoldChoice | undefined> => last(await panel.posts(), "fold")?.folding;
      await page.focus(`[data-node="${round.id}"]`);
      await page.keyboard.press("u");
      assert.deepEqual(await folding(), { open: ["loop for 1", round.unfolds], closed: [] });
      await page.keyboard.press("Shift+U");
      assert.deepEqual(await folding(), { open: [], closed: [] });
      await page.click(`[data-node="${round.id}"]`);
      assert.deepEqual(await texts(panel, ".dnums .link"), ["Unfold", "Fold", "Enter"]);
      await page.close();
    });

    it("unfolds a statement of several steps with U; a double click on it goes to its source", async () => {
      const text = "function f(w: number, x: number) { const a = Math.tanh(w * x); return a * a; }";
      const panel = await site.shown(viewModel(traceOf(text)));
      const { page } = panel;
      const statement = page.locator("g.node", { has: page.locator(".l1", { hasText: /^a = / }) });
      await statement.dblclick();
      assert.equal(last(await panel.posts(), "fold"), undefined);
      assert.equal(last(await panel.posts(), "open")?.kind, "open");
      await statement.focus();
      await page.keyboard.press("u");
      assert.deepEqual(last(await panel.posts(), "fold")?.folding, { open: ["steps a"], closed: [] });
      await page.close();
    });

    it("leaves one region with each Escape before it goes back to the editor", async () => {
      const panel = await site.shown(inside("loop for 1", "round for 1"));
      const { page } = panel;
      await page.focus('g.node[tabindex="0"]');
      await page.keyboard.press("Escape");
      assert.equal(await page.$(".node.sel"), null);
      await page.keyboard.press("Escape");
      assert.deepEqual(await insideOf(panel), ["loop for 1"]);
      assert.equal(last(await panel.posts(), "leave"), undefined);
      await page.close();
    });

    it("comes back inside after a reload, and selects on the way out what was entered", async () => {
      const before = await site.shown(inside("loop for 1"));
      await before.page.waitForFunction(() =>
        JSON.stringify((globalThis as unknown as { state: unknown }).state ?? "").includes('"inside"'),
      );
      const state = await before.state();
      await before.page.close();
      const panel = await site.open({ state });
      await panel.drawn();
      assert.equal(await panel.page.$$eval(".crumbs li", (all) => all.length), 2);
      await panel.send(show(graphState(inside("loop for 1")), 1));
      const outside = new Set(viewModel(trace).nodes.map(({ id }) => id));
      const inner = inside("loop for 1").nodes.find(({ id }) => !outside.has(id))!;
      await panel.page.click(`[data-node="${inner.id}"]`);
      await panel.send(show(graphState(viewModel(trace)), 2));
      const group = viewModel(trace).nodes.find(({ enters }) => enters === "loop for 1")!;
      await panel.page.waitForSelector(`.node.sel[data-node="${group.id}"]`);
      await panel.page.close();
    });

    it("lists all paths when asked to, says what the others add up to, and lights the one that is pointed at or has the focus", async () => {
      const many = manyPaths();
      const panel = await site.shown(viewModel(many));
      const { page } = panel;
      assert.equal(await page.$$eval(".path", (all) => all.length), 4);
      await page.click("text=28 more");
      const asked = last(await panel.posts(), "ask")!;
      assert.equal(asked.question.kind, "paths");
      const list = pathList(pictureOf(many, many.outputs[0], undefined), viewModel(many).nodes[0]!.id, 3)!;
      await panel.send({
        kind: "reply",
        id: asked.id,
        reply: { kind: "paths", list: { ...list, hidden: "1,234,567" } },
      });
      await page.waitForFunction(() => document.querySelectorAll(".path").length === 32);
      assert.match((await texts(panel, ".rest")).join(), /1,234,567 more paths, together/u);
      const lit = (): Promise<string> =>
        page.$$eval("path.lit", (all) => all.map((each) => (each as SVGElement).dataset["id"]).join());
      const first = await lit();
      await page.hover(".path:nth-child(3)");
      await page.waitForFunction(
        (before) =>
          [...document.querySelectorAll<SVGElement>("path.lit")].map((each) => each.dataset["id"]).join() !== before,
        first,
      );
      await page.focus(".path:nth-child(2)");
      await page.keyboard.press("ArrowDown");
      assert.equal(
        await page.evaluate(() => [...document.querySelectorAll(".path")].indexOf(document.activeElement!)),
        2,
      );
      await page.click("text=Show the Largest Only");
      await page.waitForFunction(() => document.querySelectorAll(".path").length === 4);
      await page.click("text=28 more");
      assert.ok(last(await panel.posts(), "ask")!.id > asked.id, "the list is asked for once more");
      await page.close();
    });

    it("lists what is in an array or a loop", async () => {
      const panel = await site.shown(viewModel(trace));
      await panel.page.click('.cell:has-text("W2")');
      await panel.page.waitForSelector(".members");
      assert.deepEqual((await texts(panel, ".members thead th"))[0], "Largest of 20");
      assert.equal(await panel.page.$$eval(".members tbody tr", (rows) => rows.length), 4);
      await panel.page.click(".members .link");
      assert.notEqual(last(await panel.posts(), "open"), undefined);
      await panel.page.close();
    });
  });
}

/** A sum of squares of sums: many paths from x. */
function manyPaths(): Trace {
  const run = startRun("function f(x: number): number {\n  s = s * 0.5 + s * 0.25;\n}\n");
  let s = run.input("x", 1);
  for (let step = 0; step < 5; step++) {
    const half = run.step("multiply", [s, 0.5], "s * 0.5", "p");
    const quarter = run.step("multiply", [s, 0.25], "s * 0.25", "q");
    s = run.step("add", [half, quarter], "s * 0.5 + s * 0.25", "s");
  }
  return run.end(s);
}

function inside(...names: string[]): ReturnType<typeof viewModel> {
  return viewModel(trace, { folding: { open: [], closed: [], inside: names } });
}

async function choiceOf(panel: Panel): Promise<FoldChoice | undefined> {
  return last(await panel.posts(), "fold")?.folding;
}

async function insideOf(panel: Panel): Promise<readonly string[]> {
  return (await choiceOf(panel))?.inside ?? [];
}

/** Do what the host does. */
async function answer(panel: Panel, revision: number): Promise<void> {
  await panel.send(show(graphState(viewModel(trace, { folding: await choiceOf(panel) })), revision));
}
