/** What a hand does on the mouse: the wheel, and dragging on numbers. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activation } from "../fixtures.ts";
import { plot } from "./plots.ts";
import { last, reply, transformOf, type Site } from "./site.ts";

/** Add the tests to the suite. */
export function gestureTests(site: Site): void {
  describe("the mouse", () => {
    it("zooms at the pointer with Control and the wheel, by a step for a notch and by little for a pinch", async () => {
      const panel = await site.shown();
      const box = async () => (await panel.page.locator('[data-node="n4"]').boundingBox())!;
      const middle = ({ x, y, width, height }: Awaited<ReturnType<typeof box>>) => [x + width / 2, y + height / 2];
      const before = await box();
      const [x, y] = middle(before) as [number, number];
      const turned = async (by: number): Promise<number> => {
        const { width } = await box();
        const transform = await transformOf(panel);
        await panel.page.mouse.move(x, y);
        await panel.page.keyboard.down("Control");
        await panel.page.mouse.wheel(0, by);
        await panel.page.keyboard.up("Control");
        await panel.page.waitForFunction(
          (old) => document.querySelector<HTMLElement>(".stage")!.style.transform !== old,
          transform,
        );
        return (await box()).width / width;
      };
      assert.ok(Math.abs((await turned(-120)) - 1.25) < 0.01);
      assert.ok(Math.abs((await turned(-5)) - 2 ** 0.1) < 0.01);
      assert.ok(Math.abs((await turned(100)) - 1 / 1.25) < 0.01);
      const [newX, newY] = middle(await box()) as [number, number];
      assert.ok(Math.hypot(newX - x, newY - y) < 3, `${newX - x} ${newY - y}`);
      await panel.page.close();
    });

    it("scrolls and drags the picture, but never out of sight", async () => {
      const panel = await site.shown();
      const { mouse } = panel.page;
      const canvas = (await panel.page.locator(".canvas").boundingBox())!;
      const [x, y] = [canvas.x + canvas.width / 2, canvas.y + 8];
      const seen = async (): Promise<{ width: number; height: number }> => {
        const svg = (await panel.page.locator(".stage > svg").boundingBox())!;
        const inside = (at: number, length: number, from: number, to: number): number =>
          Math.min(at + length, to) - Math.max(at, from);
        return {
          width: inside(svg.x, svg.width, canvas.x, canvas.x + canvas.width),
          height: inside(svg.y, svg.height, canvas.y, canvas.y + canvas.height),
        };
      };
      await mouse.move(x, y);
      for (const [right, down] of [
        [0, 9000],
        [0, -9000],
        [9000, 0],
        [-9000, 0],
      ] as const) {
        const before = await transformOf(panel);
        await mouse.wheel(right, down);
        await panel.page.waitForFunction(
          (old) => document.querySelector<HTMLElement>(".stage")!.style.transform !== old,
          before,
        );
        const { width, height } = await seen();
        assert.ok(width >= 79 && height >= 79, `${width} × ${height} after ${right}, ${down}`);
      }
      await mouse.down();
      await mouse.move(x + 5000, y + 5000, { steps: 3 });
      await mouse.up();
      const { width, height } = await seen();
      assert.ok(width >= 79 && height >= 79, `${width} × ${height} after dragging`);
      await panel.page.close();
    });

    it("changes a number by dragging on it, ten times as far with Shift and a tenth with Alt", async () => {
      const panel = await site.shown(activation());
      await panel.page.click(".twist");
      const { mouse, keyboard } = panel.page;
      const box = (await panel.page.getByLabel("Value of w").boundingBox())!;
      const dragged = async (by: number): Promise<number> => {
        const before = (await panel.posts()).length;
        await mouse.move(box.x + 20 + by, box.y + 10);
        await panel.page.waitForFunction(
          (count) => (globalThis as unknown as { posts: unknown[] }).posts.length > count,
          before,
        );
        return Number(last(await panel.posts(), "setInputs")?.changed["w"]);
      };
      await mouse.move(box.x + 20, box.y + 10);
      await mouse.down();
      assert.equal(await dragged(60), 3);
      // From where the key is pressed on.
      await keyboard.down("Shift");
      await mouse.move(box.x + 20 + 61, box.y + 10);
      assert.equal(await dragged(91), 8);
      await keyboard.up("Shift");
      await keyboard.down("Alt");
      await mouse.move(box.x + 20 + 92, box.y + 10);
      assert.equal(await dragged(122), 8.05);
      await keyboard.up("Alt");
      await mouse.up();
      assert.equal(await panel.page.evaluate(() => document.activeElement?.tagName), "BODY");
      await panel.page.close();
    });

    it("drags on a plot without a ring around it, and without marking what is written there", async () => {
      const panel = await site.shown(activation());
      await panel.page.click('[aria-label^="Plot a Along w"]');
      await reply(panel, { kind: "plot", plot });
      const box = (await panel.page.locator(".plot svg").boundingBox())!;
      const { mouse } = panel.page;
      await mouse.move(box.x + box.width / 2, box.y + 20);
      await mouse.down();
      await mouse.move(box.x + box.width - 4, box.y + box.height - 4, { steps: 6 });
      const seen = await panel.page.evaluate(() => ({
        isFocused: document.activeElement?.matches(".plot svg"),
        outline: getComputedStyle(document.activeElement!).outlineStyle,
        marked: getSelection()?.toString(),
      }));
      assert.deepEqual(seen, { isFocused: true, outline: "none", marked: "" });
      await mouse.up();
      assert.notEqual(last(await panel.posts(), "setInputs"), undefined);
      await panel.page.keyboard.press("ArrowRight");
      assert.equal(await panel.page.$eval(".plot svg", (svg) => getComputedStyle(svg).outlineStyle), "solid");
      await panel.page.close();
    });

    it("finds a number above and below in a row of an array that goes on in the next line", async () => {
      const model = activation();
      const values = Array.from({ length: 24 }, (_, index) => ({
        ...model.inputs[0]!,
        name: `v[${index}]`,
        node: undefined,
      }));
      const panel = await site.shown({ ...model, inputs: [...model.inputs, ...values] }, { width: 420, height: 900 });
      await panel.page.click(".twist");
      const placed = await panel.page.$$eval(".gridcell input", (fields) =>
        fields.map((field) => ({ label: field.getAttribute("aria-label")!, x: field.getBoundingClientRect().x })),
      );
      assert.equal(placed.length, 24);
      const below = placed.findIndex(({ x }, index) => index > 0 && x === placed[0]!.x);
      assert.ok(below > 1, "the row goes on in another line");
      await panel.page.getByLabel(placed[1]!.label).focus();
      const focused = () => panel.page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
      await panel.page.keyboard.press("ArrowDown");
      assert.equal(await focused(), placed[below + 1]!.label);
      await panel.page.keyboard.press("ArrowLeft");
      await panel.page.keyboard.press("ArrowUp");
      assert.equal(await focused(), placed[0]!.label);
      await panel.page.close();
    });
  });
}
