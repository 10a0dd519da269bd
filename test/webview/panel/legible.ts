/** Every example can be read in a panel beside the code: the whole picture is seen at a scale at which its text is not small. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { examples, lecture } from "../../examples.ts";
import { example, serve, showState, type Subject } from "../gallery/served.ts";
import type { Site } from "./site.ts";

const subjects = [...examples, ...lecture].map(({ file, name }): Subject => ({ text: example(file), name }));

/** Add the tests to the suite. */
export function legibleTests(site: Site): void {
  describe("a picture beside the code", () => {
    for (const subject of subjects) {
      it(`of ${subject.name} is seen as a whole, and large enough to be read`, async () => {
        const { state } = await serve(subject);
        const panel = await site.open({ width: 600, height: 800 });
        await showState(panel, state);
        await panel.drawn();
        const scale = parseInt((await panel.page.textContent(".pct")) ?? "", 10);
        assert.ok(scale >= 75, `${scale} %`);
        await panel.page.close();
      });
    }

    it("says what its edges pass on where they stand out, and there only, if there is room for no more", async () => {
      const { state } = await serve(subjects.find(({ name }) => name === "perceptron")!);
      const { page, ...panel } = await site.open({ width: 600, height: 800 });
      await showState({ ...panel, page }, state);
      await page.waitForSelector('.stage svg[data-manner^="bare"]');
      const seen = (): Promise<number> =>
        page.$$eval(
          ".stage .labelBkg",
          (labels) => labels.filter((label) => getComputedStyle(label).visibility === "visible").length,
        );
      const lit = await page.$$eval(".stage path.lit", (paths) => paths.length);
      assert.equal(await seen(), lit);
      assert.ok(lit < (await page.$$eval("path.flowchart-link", (paths) => paths.length)));
      const node = page.locator("g.node", { has: page.locator(".l1", { hasText: /^o = / }) });
      await node.hover();
      await page.waitForFunction(() => document.querySelectorAll(".stage path.lit").length === 5);
      assert.equal(await seen(), 5);
      await page.close();
    });
  });
}
