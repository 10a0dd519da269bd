/** What the suites of the page share: one browser, and a look at what it shows. */
import path from "node:path";
import type { FromWebview } from "../../../src/protocol.ts";
import type { ViewModel } from "../../../src/view/model.ts";
import type { PageOptions, Panel } from "../harness.ts";

/** Where pages are opened. */
export interface Site {
  /** Open a page; at the end it must not have reported an error. */
  readonly open: (options: PageOptions) => Promise<Panel>;
  /** Open a page that shows a model, by default the lecture's activation. */
  readonly shown: (model?: ViewModel, options?: PageOptions) => Promise<Panel>;
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

/** Return where the camera is. */
export function transformOf(panel: Panel): Promise<string> {
  return panel.page.$eval(".stage", (stage) => (stage as HTMLElement).style.transform);
}
