/** The map over two inputs: asked for, moved, and drawn in the room that there is. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { signedText } from "../../../src/view/number.ts";
import type { Plot, Surface } from "../../../src/view/question.ts";
import { weightSharing } from "../fixtures.ts";
import type { Panel } from "../harness.ts";
import { last, reply, screenshot, type Site } from "./site.ts";

const PARTS = 20;
const bowl = (x: number, y: number): number => (x - 0.5) ** 2 + 2 * (y - 1) ** 2 + x * y;
const surface = (inputs: readonly [string, string]): Surface => ({
  inputs,
  result: "loss",
  at: [0.5, 2],
  value: bowl(0.5, 2),
  gradient: [2, 4.5],
  gradientTexts: [signedText(2), signedText(4.5)],
  low: [-0.5, 0],
  high: [1.5, 4],
  parts: PARTS,
  values: Array.from({ length: (PARTS + 1) ** 2 }, (_, i) =>
    bowl(-0.5 + (2 * (i % (PARTS + 1))) / PARTS, (4 * Math.floor(i / (PARTS + 1))) / PARTS),
  ),
});

const curve: Plot = {
  input: "w",
  result: "loss",
  here: { at: 0.5, value: 1 },
  slope: 2,
  slopeText: signedText(2),
  low: -0.5,
  high: 1.5,
  points: [0, 1, 2, 3, 4].map((i) => ({ at: i / 2 - 0.5, value: i === 0 ? NaN : i })),
  kinks: [],
};

/** Add the tests of maps to the suite. */
export function surfaceTests(site: Site): void {
  describe("the panel's map over two inputs", () => {
    const model = weightSharing();
    const opened = async (options: Parameters<Site["shown"]>[1] = {}): Promise<Panel> => {
      const panel = await site.shown(model, options);
      await panel.page.focus('[data-node="n0"]');
      await panel.page.keyboard.press("l");
      await reply(panel, { kind: "plot", plot: curve });
      await panel.page.selectOption('[aria-label="Second input of the plot"]', "x");
      await reply(panel, { kind: "surface", surface: surface(["w", "x"]) });
      await panel.page.waitForSelector(".surface");
      return panel;
    };

    it("is asked for by choosing the second input, and moves both by dragging and by keys", async () => {
      const panel = await opened();
      assert.deepEqual(last(await panel.posts(), "ask")?.question, {
        kind: "surface",
        inputs: ["w", "x"],
        ranges: [
          { low: -0.5, high: 1.5 },
          { low: 0, high: 4 },
        ],
      });
      assert.ok((await panel.page.$$(".surface .level")).length > 5);
      const area = (await panel.page.locator(".surface .area").boundingBox())!;
      await panel.page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
      await panel.page.mouse.down();
      await panel.page.mouse.move(area.x + area.width * 0.75, area.y + area.height * 0.25);
      await panel.page.mouse.up();
      const dragged = last(await panel.posts(), "setInputs")?.changed;
      assert.ok(Math.abs(Number(dragged?.["w"]) - 1) < 0.05, JSON.stringify(dragged));
      assert.ok(Math.abs(Number(dragged?.["x"]) - 3) < 0.1, JSON.stringify(dragged));
      await panel.page.focus(".surface");
      await panel.page.keyboard.press("ArrowUp");
      assert.deepEqual(last(await panel.posts(), "setInputs")?.changed, { w: "0.5", x: "2.1" });
      const arrow = await panel.page.$eval(".surface .arrow", (line) =>
        ["x1", "y1", "x2", "y2"].map((name) => Number(line.getAttribute(name))),
      );
      assert.ok(arrow[2]! > arrow[0]! && arrow[3]! < arrow[1]!, "the gradient points up and to the right");
      assert.match(
        (await panel.page.getAttribute(".surface", "aria-label"))!,
        /^loss over w from −0\.5 to 1\.5 and x from 0 to 4\./,
      );
      await panel.page.selectOption('[aria-label="Second input of the plot"]', "");
      await panel.page.waitForSelector(".plot .curve");
      await panel.page.close();
    });

    it("takes the room that there is, and keeps its words beside it in their size", async () => {
      const panel = await opened({ width: 570, height: 700 });
      const sizes: number[] = [];
      for (const width of [570, 340, 980]) {
        await panel.page.setViewportSize({ width, height: 700 });
        await panel.page.waitForFunction(() => {
          const frame = document.querySelector(".map")!.clientWidth;
          return Number(document.querySelector(".surface")!.getAttribute("width")) === frame;
        });
        const { area, scale } = await panel.page.$eval(".surface", (svg) => ({
          area: svg.querySelector(".area")!.getBoundingClientRect().width,
          scale: svg.getBoundingClientRect().width / Number(svg.getAttribute("width")),
        }));
        assert.ok(Math.abs(scale - 1) < 0.01, "text is not made smaller");
        sizes.push(Math.round(area));
      }
      assert.ok(Math.min(...sizes) > 150, sizes.join());
      assert.match((await panel.page.textContent(".legend"))!, /∂loss\/∂w.*∂loss\/∂x.*lines: every/);
      await panel.page.close();
    });

    for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
      for (const width of [760, 360]) {
        it(`fits: ${theme}, ${width} pixels`, async () => {
          const panel = await opened({ theme, width });
          assert.equal(
            await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
            true,
          );
          await panel.page.screenshot({ path: screenshot(`surface-${theme}-${width}.png`), animations: "disabled" });
          await panel.page.close();
        });
      }
    }
  });
}
