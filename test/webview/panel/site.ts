/** What the suites of the page share: one browser, and a look at what it shows. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe } from "node:test";
import type { Browser } from "playwright-core";
import type { FromWebview } from "../../../src/protocol.ts";
import type { ViewModel } from "../../../src/view/model.ts";
import type { Reply } from "../../../src/view/question.ts";
import { activation, graphState, show } from "../fixtures.ts";
import { openBrowser, openPanel, type PageOptions, type Panel } from "../harness.ts";

/** Where pages are opened. */
export interface Site {
  /** Open a page; at the end it must not have reported an error. */
  readonly open: (options: PageOptions) => Promise<Panel>;
  /** Open a page that shows a model, by default the lecture's activation. */
  readonly shown: (model?: ViewModel, options?: PageOptions) => Promise<Panel>;
}

/** Describe the page with a browser of its own; at the end no page may have reported an error. */
export function describePage(name: string, addTests: (site: Site) => void): void {
  describe(name, () => {
    let browser: Browser;
    const opened: Panel[] = [];
    const site: Site = {
      open: async (options) => {
        const panel = await openPanel(browser, options);
        opened.push(panel);
        return panel;
      },
      shown: async (model = activation(), options = {}) => {
        const panel = await site.open(options);
        await panel.send(show(graphState(model)));
        await panel.drawn();
        return panel;
      },
    };

    before(async () => {
      fs.mkdirSync(path.dirname(screenshot("")), { recursive: true });
      browser = await openBrowser();
    });
    addTests(site);

    // After the tests' own last steps, which may open a page, too.
    after(async () => {
      await browser.close();
      const errors = opened.flatMap((panel) => panel.errors);
      assert.deepEqual(errors, [], "no page reported an error or a violation of its policy");
    });
  });
}

/** Return the path of a screenshot. */
export function screenshot(name: string): string {
  return path.join(PROJECT_ROOT, "out", "screenshots", "page", name);
}

/** Return the text of every element, a line of a label on a line of its own. */
export function texts(panel: Panel, selector: string): Promise<string[]> {
  return panel.page.$$eval(selector, (found) =>
    found.map((each) => {
      const lines = [...each.children].filter((child) => /^l\d$/.test(child.className));
      return lines.length > 0 ? lines.map((line) => line.textContent).join("\n") : each.textContent;
    }),
  );
}

/** Return the last message of a kind. */
export function last<K extends FromWebview["kind"]>(
  posts: readonly FromWebview[],
  kind: K,
): Extract<FromWebview, { kind: K }> | undefined {
  return posts.filter((post): post is Extract<FromWebview, { kind: K }> => post.kind === kind).at(-1);
}

/** Answer the newest question of the page. */
export async function reply(panel: Panel, answer: Reply): Promise<void> {
  const asked = last(await panel.posts(), "ask");
  assert.ok(asked !== undefined, "the page has asked nothing");
  await panel.send({ kind: "reply", id: asked.id, reply: answer });
}

/** Return where the camera is. */
export function transformOf(panel: Panel): Promise<string> {
  return panel.page.$eval(".stage", (stage) => (stage as HTMLElement).style.transform);
}
