/** The plot along an input, as a person meets it in the page. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { signedText } from "../../../src/view/number.ts";
import type { Plot } from "../../../src/view/question.ts";
import { activation, graphState, show } from "../fixtures.ts";
import { serve, showState } from "../gallery/served.ts";
import { last, reply, screenshot, texts, type Site } from "./site.ts";

/** A straight line. */
export const plot: Plot = {
  input: "w",
  result: "a",
  here: { at: 2, value: 7 },
  slope: 3,
  slopeText: signedText(3),
  low: 0,
  high: 4,
  points: [0, 1, 2, 3, 4].map((at) => ({ at, value: 3 * at + 1 })),
  kinks: [],
};

/** Add the tests to the suite. */
export function plotTests(site: Site): void {
  describe("the plot along an input", () => {
    it("shows the result along the selected input, and moves it by dragging", async () => {
      const panel = await site.shown();
      await panel.page.click('[aria-label^="Plot a Along w"]');
      assert.deepEqual(last(await panel.posts(), "ask")?.question, {
        kind: "plot",
        input: "w",
        range: { low: 0, high: 4 },
      });
      await reply(panel, { kind: "plot", plot });
      const box = (await panel.page.locator(".plot svg").boundingBox())!;
      await panel.page.mouse.move(box.x + box.width / 2, box.y + 20);
      await panel.page.mouse.down();
      await panel.page.mouse.move(box.x + (box.width * 3) / 4, box.y + 20);
      await panel.page.mouse.up();
      const sent = last(await panel.posts(), "setInputs");
      assert.deepEqual(Object.keys(sent?.changed ?? {}), ["w"]);
      assert.ok(Math.abs(Number(sent?.changed["w"]) - 3) < 0.1, sent?.changed["w"]);
      const slope = await panel.page.$eval(".plot .tangent", (line) => {
        const at = (name: string): number => Number(line.getAttribute(name));
        return (at("y2") - at("y1")) / (at("x2") - at("x1"));
      });
      const [first, end] = (await panel.page.getAttribute(".plot .curve", "d"))!
        .match(/-?[\d.]+ -?[\d.]+/g)!
        .slice(0, 2);
      const [x1 = 0, y1 = 0] = first!.split(" ").map(Number);
      const [x2 = 0, y2 = 0] = end!.split(" ").map(Number);
      assert.ok(Math.abs(slope - (y2 - y1) / (x2 - x1)) < 1e-3, "the tangent of a line is the line");
      await panel.page.close();
    });

    it("is drawn in pixels, with letters of one size and the point where a pointer takes it, however wide it is", async () => {
      for (const width of [360, 520, 760, 1400]) {
        const panel = await site.shown(undefined, { width, height: 700 });
        await panel.page.click('[aria-label^="Plot a Along w"]');
        await reply(panel, { kind: "plot", plot });
        const drawn = await panel.page.locator(".plot svg").evaluate((svg: SVGSVGElement) => {
          const { left, width: wide } = svg.getBoundingClientRect();
          const here = svg.querySelector(".here")!.getBoundingClientRect();
          return { scale: svg.getScreenCTM()!.a, part: (here.left + here.width / 2 - left) / wide };
        });
        assert.ok(Math.abs(drawn.scale - 1) < 0.02, `letters are ${drawn.scale} times as large at ${width}`);
        assert.ok(Math.abs(drawn.part - 0.5) < 0.02, `the point is at ${drawn.part} of the width at ${width}`);
        await panel.page.screenshot({ path: screenshot(`plot-${width}-dark.png`), animations: "disabled" });
        await panel.page.close();
      }
    });

    it("takes the place of an explanation and of a table, also by its key", async () => {
      const panel = await site.shown();
      for (const open of ["e", "h"]) {
        await panel.page.locator("g.node").first().focus();
        await panel.page.keyboard.press(open);
        await panel.page.keyboard.press("l");
        await reply(panel, { kind: "plot", plot });
        await panel.page.waitForSelector(".plot svg");
        await panel.page.keyboard.press(open);
        await panel.page.keyboard.press("l");
        await panel.page.waitForSelector(".plot svg");
        await panel.page.keyboard.press("l");
        await panel.page.waitForSelector(".plot svg", { state: "detached" });
      }
      await panel.page.close();
    });

    it("leaves what a long product comes to in sight beside it", async () => {
      const lines = [
        "let h = Math.tanh(x * 0.9);",
        ...Array.from({ length: 4 }, () => "h = Math.tanh(h * 0.8 + 0.1);"),
      ];
      const text = `/** @at x = 0.5 */\nfunction f(x: number) {\n  ${lines.join("\n  ")}\n  return h ** 2;\n}\n`;
      for (const width of [720, 900, 1200]) {
        const { state, answer } = await serve({ text, name: "f" });
        const panel = await site.open({ width, height: 900 });
        await showState(panel, state);
        await panel.drawn();
        await panel.page.click('[aria-label$=" Along x (L)"]');
        await answer(panel);
        await panel.page.waitForSelector(".plot svg");
        const { room, needed } = await panel.page
          .locator(".halves > .details")
          .evaluate((details) => ({ room: details.clientWidth, needed: details.scrollWidth }));
        assert.ok(needed <= room, `${needed} pixels of a chain in ${room} at ${width}`);
        await panel.page.close();
      }
    });

    it("keeps its axis while the input moves, and moves it after an input that has left its middle", async () => {
      const panel = await site.shown();
      await panel.page.click('[aria-label^="Plot a Along w"]');
      await reply(panel, { kind: "plot", plot });
      const box = (await panel.page.locator(".plot svg").boundingBox())!;
      const range = async (): Promise<unknown> => {
        const question = last(await panel.posts(), "ask")?.question;
        return question?.kind === "plot" ? question.range : undefined;
      };
      await panel.page.mouse.move(box.x + box.width / 2, box.y + 20);
      await panel.page.mouse.down();
      await panel.page.mouse.move(box.x + (box.width * 19) / 20, box.y + 20);
      const w = Number(last(await panel.posts(), "setInputs")?.changed["w"]);
      assert.ok(w > 3.5, String(w));
      await panel.send(show(graphState(activation(w, 3, 1, { changed: ["w"] })), 2));
      assert.deepEqual(await range(), { low: 0, high: 4 });
      await reply(panel, { kind: "plot", plot: { ...plot, here: { at: w, value: 3 * w + 1 } } });
      await panel.page.waitForFunction(() => {
        const svg = document.querySelector<SVGSVGElement>(".plot svg")!;
        return Number(svg.querySelector(".here")?.getAttribute("cx")) > 0.9 * svg.viewBox.baseVal.width;
      });
      assert.deepEqual(await texts(panel, ".plot text"), ["0", "3.8"], "the end gives way to the number of the point");
      await panel.page.mouse.up();
      assert.deepEqual(await range(), { low: w - 4, high: w + 4 });
      await panel.page.close();
    });
  });
}
