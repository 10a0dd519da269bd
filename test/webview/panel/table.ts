/** The table of a long run: the page has only the rows that are looked at. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RowView, ViewModel } from "../../../src/view/model.ts";
import { numberText, signedText } from "../../../src/view/number.ts";
import type { Question } from "../../../src/view/question.ts";
import { activation, finding, graphState, place, show } from "../fixtures.ts";
import type { Panel } from "../harness.ts";
import { last, screenshot, type Site } from "./site.ts";

const COUNT = 5000;

function row(index: number): RowView {
  return {
    index,
    step: index,
    name: "",
    formula: `s + sin(x)`,
    source: place(4),
    value: numberText(index),
    gradient: signedText(1),
    magnitude: 1,
    usedBy: `step ${index + 1}`,
    node: "n4",
  };
}

function rows(from: number, count: number): RowView[] {
  return Array.from({ length: Math.max(0, Math.min(count, COUNT - from)) }, (_, index) => row(from + index));
}

const model: ViewModel = { ...activation(), rows: rows(0, 200), rowCounts: { all: COUNT, inputs: 0 } };

/** The last question that each page was answered. */
const answered = new WeakMap<Panel, number>();

/** Answer the next question of a kind, once the page has asked it. */
async function answer(panel: Panel, kind: Question["kind"]): Promise<Question> {
  const asked = await panel.page
    .waitForFunction(
      ([wanted, before]) =>
        (
          globalThis as unknown as { posts: { kind: string; id: number; question?: { kind: string } }[] }
        ).posts.findLast((post) => post.kind === "ask" && post.question?.kind === wanted && post.id > before),
      [kind, answered.get(panel) ?? -1] as const,
    )
    .then((found) => found.jsonValue());
  const { id, question } = asked as unknown as { readonly id: number; readonly question: Question };
  answered.set(panel, id);
  if (question.kind === "rows") {
    const { order, from } = question;
    await panel.send({ kind: "reply", id, reply: { kind: "rows", part: { order, from, rows: rows(from, 200) } } });
  } else if (question.kind === "find") {
    const found = { text: question.text, rows: [{ row: 4321, node: "n4" }], count: 1 };
    await panel.send({ kind: "reply", id, reply: { kind: "find", found } });
  } else if (question.kind === "document") {
    await panel.send({ kind: "reply", id, reply: { kind: "document", text: "all rows" } });
  }
  return question;
}

/** The numbers of the rows in the page that can be seen. */
function seen(panel: Panel): Promise<number[]> {
  return panel.page.$eval(".tablebox", (box) => {
    const { top, bottom } = box.getBoundingClientRect();
    return [...box.querySelectorAll<HTMLElement>("tbody:not(.space) tr")]
      .filter((each) => {
        const rect = each.getBoundingClientRect();
        return rect.bottom > top + 28 && rect.top < bottom;
      })
      .map((each) => Number(each.dataset["position"]));
  });
}

/** A page whose long table somebody has gone to the end of by key. */
async function atTheEnd(site: Site): Promise<Panel> {
  const panel = await site.shown(model);
  const { page } = panel;
  await page.click("#tab-table");
  await page.focus('tr[data-position="0"]');
  await page.keyboard.press("End");
  await answer(panel, "rows");
  await page.waitForSelector(`tr[data-position="${COUNT - 1}"]:focus`);
  return panel;
}

/** Add the tests to the suite. */
export function tableTests(site: Site): void {
  describe("the panel's table", () => {
    it("is never cut: rows come when they are scrolled to, and stay where they are", async () => {
      const panel = await site.shown(model);
      const { page } = panel;
      await page.click("#tab-table");
      await page.waitForSelector(".steps");
      assert.equal(await page.getAttribute(".steps", "aria-rowcount"), String(COUNT + 1));
      await page.$eval(".tablebox", (box) => {
        box.scrollTop = 180 * 26;
      });
      await answer(panel, "rows");
      await page.waitForSelector('tr[data-position="260"]');
      const [first] = await seen(panel);
      assert.ok(first! >= 179 && first! <= 181, `${first!} is at the top`);
      await page.$eval(".tablebox", (box) => {
        box.scrollTop = box.scrollHeight;
      });
      await answer(panel, "rows");
      await page.waitForSelector(`tr[data-position="${COUNT - 1}"]`);
      assert.equal((await seen(panel)).at(-1), COUNT - 1);
      await page.screenshot({ path: screenshot("long-table-dark.png"), animations: "disabled" });
      await page.close();
    });

    it("begins below the messages, and says nothing of what the picture folds", async () => {
      const panel = await site.shown({ ...model, folded: "5,000 steps. Showing 6: loop rounds are folded." });
      const { page } = panel;
      await page.waitForSelector(".bar");
      await page.click("#tab-table");
      assert.equal(await page.locator(".bar").count(), 0);
      await panel.send(show(graphState(model, finding("`)` expected.", 5)), 2));
      await page.waitForSelector(".bar");
      const bottom = await page.$eval(".bar", (bar) => bar.getBoundingClientRect().bottom);
      const top = await page.$eval(".steps thead th", (head) => head.getBoundingClientRect().top);
      assert.ok(top >= bottom, `the heads at ${top} are below the bar, which ends at ${bottom}`);
      await page.close();
    });

    it("is walked through by keys to its end and back", async () => {
      const panel = await atTheEnd(site);
      const { page } = panel;
      await page.keyboard.press("ArrowUp");
      await page.waitForSelector(`tr[data-position="${COUNT - 2}"]:focus`);
      await page.keyboard.press("Home");
      await page.waitForSelector('tr[data-position="0"]:focus');
      await page.close();
    });

    it("shows rows as old until their newer numbers have come", async () => {
      const panel = await atTheEnd(site);
      const { page } = panel;
      await panel.send(show(graphState(model), 2));
      await page.waitForSelector('.steps.old[aria-busy="true"]');
      await answer(panel, "rows");
      await page.waitForSelector('.steps:not(.old)[aria-busy="false"]');
      await page.close();
    });

    it("is searched, sorted and copied whole", async () => {
      const panel = await site.shown(model);
      const { page } = panel;
      await page.click("#tab-table");
      await page.click("text=Gradient");
      assert.deepEqual(await answer(panel, "rows"), { kind: "rows", order: "gradient", from: 0 });
      await panel.send({ kind: "run", command: "find", node: undefined });
      await page.fill(".find input", "cos");
      await page.waitForSelector("text=Searching");
      await answer(panel, "find");
      await page.waitForSelector("text=1 found");
      await page.press(".find input", "Enter");
      assert.deepEqual(await answer(panel, "rows"), { kind: "rows", order: "steps", from: 4200 });
      await page.waitForSelector('tr.selected[data-position="4321"]');
      assert.ok((await seen(panel)).includes(4321));
      await panel.send({ kind: "run", command: "copyCsv", node: undefined });
      assert.deepEqual(await answer(panel, "document"), { kind: "document", format: "csv" });
      await page.waitForFunction(() =>
        (globalThis as unknown as { posts: { kind: string }[] }).posts.some(({ kind }) => kind === "copy"),
      );
      assert.deepEqual(last(await panel.posts(), "copy"), { kind: "copy", text: "all rows" });
      await page.close();
    });
  });
}
