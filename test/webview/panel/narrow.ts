/** Where there is little room: nothing lies on anything else, and what is cut can be read. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activation, graphState, show, weightSharing } from "../fixtures.ts";
import { example, serve, showState, type Served } from "../gallery/served.ts";
import type { Panel } from "../harness.ts";
import { screenshot, type Site } from "./site.ts";

const SIZES = [
  { name: "narrow", width: 320, height: 720 },
  { name: "low", width: 800, height: 500 },
] as const;

/** Whether two parts of each row share a place. */
function collisions(panel: Panel, rows: string, parts: readonly string[]): Promise<string[]> {
  return panel.page.evaluate(
    ([selector, names]) =>
      [...document.querySelectorAll(selector)].flatMap((row) => {
        const boxes = names.flatMap((name) => {
          const box = row.querySelector(name)?.getBoundingClientRect();
          return box === undefined || box.width === 0 ? [] : [{ name, box }];
        });
        return boxes.flatMap(({ name, box }, index) =>
          boxes
            .slice(index + 1)
            .filter(
              ({ box: other }) =>
                box.left < other.right - 1 &&
                other.left < box.right - 1 &&
                box.top < other.bottom - 1 &&
                other.top < box.bottom - 1,
            )
            .map((other) => `${name} lies on ${other.name}`),
        );
      }),
    [rows, parts] as const,
  );
}

/** Wait until the page has asked a question of a kind, and answer it. */
async function answered(panel: Panel, { answer }: Served, kind: string): Promise<void> {
  await panel.page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as { posts: { question?: { kind: string } }[] }).posts.some(
        ({ question }) => question?.kind === wanted,
      ),
    kind,
  );
  await answer(panel);
}

/** Add the tests to the suite. */
export function narrowTests(site: Site): void {
  describe("where there is little room", () => {
    for (const { name, width, height } of SIZES)
      for (const theme of ["dark", "light"] as const)
        it(`the parts of a path stand beside each other: ${name}, ${theme}`, async () => {
          const panel = await site.shown(weightSharing(), { width, theme });
          await panel.page.setViewportSize({ width, height });
          await panel.page.focus('[data-node="n0"]');
          await panel.page.keyboard.press("Enter");
          await panel.page.waitForSelector(".path .share");
          assert.deepEqual(await collisions(panel, ".path", [".via", ".nums", ".share", ".pc", ".prod"]), []);
          const columns = await panel.page.$eval(".path .nums", (nums) => getComputedStyle(nums).gridRowStart);
          assert.equal(columns, "2", "the numbers stand below the way");
          await panel.page.screenshot({ path: screenshot(`paths-${name}-${theme}.png`), animations: "disabled" });
          await panel.page.close();
        });

    it("a product never lies on what stands behind it, however long it is", async () => {
      const model = weightSharing();
      for (const short of ["−1.23e−4", "−1.234e−12", "−1.23456e−12", "−1.23456789e−12"]) {
        const edges = model.edges.map((edge) => ({ ...edge, partial: { ...edge.partial, short } }));
        const panel = await site.shown({ ...model, edges }, { width: 320 });
        await panel.page.focus('[data-node="n0"]');
        await panel.page.keyboard.press("Enter");
        await panel.page.waitForSelector(".path .share");
        assert.deepEqual(await collisions(panel, ".path", [".via", ".nums", ".share", ".pc", ".prod"]), [], short);
        await panel.page.close();
      }
    });

    it("a long product goes on in the next line", async () => {
      const model = weightSharing();
      const edges = model.edges.map((edge) => ({ ...edge, partial: { ...edge.partial, short: "−0.000123456789" } }));
      const panel = await site.shown({ ...model, edges }, { width: 320 });
      await panel.page.focus('[data-node="n0"]');
      await panel.page.keyboard.press("Enter");
      await panel.page.waitForSelector(".path .share");
      assert.deepEqual(await collisions(panel, ".path", [".via", ".nums", ".share", ".pc", ".prod"]), []);
      const lines = await panel.page.$$eval(".path:first-child .nums mn", (numbers) =>
        numbers.map((number) => number.getBoundingClientRect().top),
      );
      assert.ok(new Set(lines).size > 1, lines.join());
      await panel.page.screenshot({ path: screenshot("paths-long.png"), animations: "disabled" });
      await panel.page.close();
    });

    it("a long sum goes on in the next line, and lies neither on what it makes nor on the path that is lit", async () => {
      const text =
        "function root(c: number, x = 1) { while (Math.abs(x * x - c) > 1e-9) x -= (x * x - c) / (2 * x); return x; }";
      const panel = await site.open({ width: 560, height: 640 });
      await showState(panel, (await serve({ text, name: "root" })).state);
      await panel.page.waitForSelector(".paths .sum .nums");
      await panel.page.waitForSelector(".paths.short");
      assert.deepEqual(await collisions(panel, ".sum", [".via", ".nums", ".prod"]), []);
      // The largest of the four paths is the last.
      const [on, sum] = await Promise.all(
        [".path.on", ".paths .sum"].map(async (row) => (await panel.page.locator(row).boundingBox())!),
      );
      assert.ok(on!.y + on!.height <= sum!.y + 1, `${on!.y + on!.height} is below ${sum!.y}`);
      await panel.page.close();
    });

    it("the picture begins below the line that says what is folded, however long that is", async () => {
      const panel = await site.shown(weightSharing(), { width: 320 });
      const folded = "2 loops and 14 calls are folded, and so are statements in a row that only prepare others.";
      for (const text of ["1 loop is folded.", folded]) {
        await panel.send(show(graphState({ ...weightSharing(), folded: text }), 2));
        await panel.page.waitForFunction((said) => document.querySelector(".bar")?.textContent.includes(said), text);
        await panel.page.waitForFunction(() => {
          const box = (selector: string): DOMRect => document.querySelector(selector)!.getBoundingClientRect();
          return Math.abs(box(".graphbox").top - box(".bar").bottom) < 1;
        });
      }
      await panel.page.screenshot({ path: screenshot("folded-bar-narrow.png"), animations: "disabled" });
      await panel.page.close();
    });

    it("a value that its field cuts can be read in full", async () => {
      const panel = await site.shown(activation(1.23456789012, 3, 1), { width: 320 });
      await panel.page.click(".twist");
      assert.equal(await panel.page.getByLabel("Value of w").getAttribute("title"), "1.23456789012");
      assert.equal(await panel.page.getByLabel("Value of x").getAttribute("title"), null);
      await panel.page.close();
    });

    for (const width of [320, 560, 720])
      it(`inputs stand beside their gradients, and what writes them is in sight at ${width} px`, async () => {
        const parameters = ["learningRate", "beta", "gamma", "delta", "unused"];
        const text = `function f(${parameters.map((name) => `${name}: number`).join(", ")}) {\n  return Math.tanh(learningRate * beta) + Math.tanh(gamma * delta);\n}\n`;
        const served = await serve({ text, name: "f", window: { width, height: 600 } });
        const panel = await site.open({ width, height: 600 });
        await showState(panel, served.state);
        await panel.drawn();
        await panel.page.click(".twist");
        await answered(panel, served, "tag");
        await panel.page.waitForSelector(".write");
        assert.deepEqual(await collisions(panel, ".row", [".name", ".field", ".slider", ".grad", ".prov"]), []);
        const isInSight = await panel.page.evaluate(() => {
          const { bottom } = document.querySelector(".write button")!.getBoundingClientRect();
          return bottom <= document.querySelector(".head")!.getBoundingClientRect().bottom;
        });
        assert.ok(isInSight, "Write Inputs to Code is in sight");
        await panel.page.screenshot({ path: screenshot(`inputs-assumed-${width}.png`), animations: "disabled" });
        await panel.page.close();
      });

    it("what a product comes to is in sight", async () => {
      const { state } = await serve({ text: example("logistic-regression.ts"), name: "logLoss" });
      const panel = await site.open({ width: 320 });
      await showState(panel, state);
      await panel.drawn();
      await panel.page.click(".cell >> nth=1");
      await panel.page.waitForSelector(".details .ans");
      const beyond = await panel.page.$eval(".details", (details) => {
        const answer = details.querySelector(".ans")!.getBoundingClientRect();
        return answer.right - details.getBoundingClientRect().right;
      });
      assert.ok(beyond <= 0, `${beyond} pixels are out of sight`);
      await panel.page.close();
    });

    it("beside a plot the ways of the paths are seen whole", async () => {
      const served = await serve({ text: example("lecture.ts"), name: "sharedWeight" });
      const panel = await site.open({ width: 570 });
      await showState(panel, served.state);
      await panel.drawn();
      await panel.page.click('[aria-label^="Plot "]');
      await answered(panel, served, "plot");
      await panel.page.waitForSelector(".halves .path .via");
      const cut = await panel.page.$$eval(".halves .via", (ways) =>
        ways.filter((way) => way.scrollWidth > way.clientWidth).map((way) => way.textContent),
      );
      assert.deepEqual(cut, []);
      assert.deepEqual(await collisions(panel, ".path", [".via", ".nums", ".prod"]), []);
      await panel.page.close();
    });

    it("the table beside the code shows what uses its steps", async () => {
      const panel = await site.shown(weightSharing(), { width: 550 });
      await panel.page.click("#tab-table");
      await panel.page.waitForSelector(".tablebox tbody tr");
      const beyond = await panel.page.$eval(".tablebox", (box) => box.scrollWidth - box.clientWidth);
      assert.equal(beyond, 0);
      await panel.page.screenshot({ path: screenshot("table-beside.png"), animations: "disabled" });
      await panel.page.close();
    });

    it("a walk is begun without scrolling", async () => {
      const panel = await site.shown(weightSharing(), { width: 320 });
      await panel.page.click(".twist");
      await panel.page.click("text=Descend");
      const inSight = await panel.page.evaluate(() => {
        const run = [...document.querySelectorAll(".descend button")].at(-1)!.getBoundingClientRect();
        return run.height > 0 && run.bottom <= document.querySelector(".head")!.getBoundingClientRect().bottom;
      });
      assert.ok(inSight, "Run is in sight");
      await panel.page.screenshot({ path: screenshot("descend-narrow.png"), animations: "disabled" });
      await panel.page.close();
    });

    it("the bar of both passes is ink as far as forward went, and the accent as far as backward", async () => {
      const panel = await site.shown(weightSharing());
      await panel.page.click("text=Step Through");
      const parts = async (step: string): Promise<readonly number[]> => {
        await panel.page.getByLabel("Step", { exact: true }).fill(step);
        return panel.page.$eval(".position", (bar) =>
          ["--turn", "--at"].map((name) => Number(getComputedStyle(bar).getPropertyValue(name))),
        );
      };
      const [turn, at] = await parts("2");
      assert.ok(turn === at && at! > 0, "forward is ink alone");
      const [turned, done] = await parts("7");
      assert.ok(turned! > turn! && done! > turned!, "backward adds to it");
      await panel.page.screenshot({ path: screenshot("passes-bar.png"), animations: "disabled" });
      await panel.page.close();
    });
  });
}
