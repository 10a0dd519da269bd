/** Every example can be read in a panel beside the code: the whole picture is seen at a scale at which its text is not small. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Size } from "../../../src/view/picture/layout/fit.ts";
import { roomIn, stageIn } from "../../../src/webview/room.ts";
import { examples, lecture } from "../../examples.ts";
import { example, serve, showState, type Subject } from "../gallery/served.ts";
import type { Panel } from "../harness.ts";
import type { Site } from "./site.ts";

const subjects = [...examples, ...lecture].map(({ file, name }): Subject => ({ text: example(file), name }));

/** The price of an option: five inputs that three statements use. */
const OPTION: Subject = {
  text: `/** @at S = 100, K = 105, r = 0.02, sigma = 0.2, T = 1 */
function price(S: number, K: number, r: number, sigma: number, T: number): number {
  const d1 = (Math.log(S / K) + (r + sigma ** 2 / 2) * T) / (sigma * Math.sqrt(T));
  const d2 = d1 - sigma * Math.sqrt(T);
  const N = (z: number) => 1 / (1 + Math.exp(-1.702 * z));
  return S * N(d1) - K * Math.exp(-r * T) * N(d2);
}
`,
  name: "price",
};

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
        await panel.page.setViewportSize({ width: 480, height: 700 });
        await scaleReaches(panel, 60);
        await panel.page.close();
      });
    }

    it("that is too long to be seen as a whole begins with what is selected, and can be read", async () => {
      const names = Array.from({ length: 20 }, (_, index) => `step${index}`);
      const body = names.map((name, index) => `const ${name} = Math.sin(${names[index - 1] ?? "x"});`).join("\n");
      const text = `/** @at x = 1 */\nfunction f(x: number) {\n${body}\nreturn ${names.at(-1)};\n}\n`;
      const panel = await site.open({ width: 800, height: 600 });
      await showState(panel, (await serve({ text, name: "f" })).state);
      await panel.drawn();
      assert.equal(await panel.page.textContent(".pct"), "70 %");
      const seen = await panel.page.$eval(".stage g.node.sel", (node) => {
        const [box, around] = [node, document.querySelector(".canvas")!].map((each) => each.getBoundingClientRect());
        return box!.left >= around!.left && box!.right <= around!.right && box!.bottom <= around!.bottom;
      });
      assert.ok(seen);
      await panel.page.close();
    });

    it("knows without measuring how wide and high its labels become", async () => {
      const names = ["größe", "日本語", "π", "WWWWWW", "iiiiii", "a_long_name_of_a_variable"];
      const sum = names.map((name, index) => `const ${name} = ${index + 1} * x + ${index};`).join("\n");
      const text = `/** @at x = 1 */\nfunction f(x: number) {\n${sum}\nreturn ${names.join(" + ")};\n}\n`;
      for (const width of [2400, 900, 600, 320]) {
        const panel = await site.open({ width, height: 800 });
        await showState(panel, (await serve({ text, name: "f" })).state);
        await panel.drawn();
        const labels = await panel.page.$$eval(".stage .label:not(.hidden) foreignObject", (all) => {
          const scale = new DOMMatrix(getComputedStyle(document.querySelector(".stage")!).transform).a;
          return all.map((foreign) => {
            const rows = [...foreign.querySelectorAll("span")].map((span) => {
              const range = document.createRange();
              range.selectNodeContents(span);
              return range.getBoundingClientRect();
            });
            const [left, right] = [Math.min(...rows.map((row) => row.left)), Math.max(...rows.map((row) => row.right))];
            const high = foreign.firstElementChild!.getBoundingClientRect().height;
            const room = {
              width: Number(foreign.getAttribute("width")),
              height: Number(foreign.getAttribute("height")),
            };
            return { text: foreign.textContent, wide: (right - left) / scale, high: high / scale, room };
          });
        });
        assert.ok(labels.length > names.length);
        const wrong = labels.filter(
          ({ wide, high, room }) => wide > room.width + 0.5 || Math.abs(high - room.height) > 0.5,
        );
        assert.deepEqual(wrong, [], `at ${width} pixels`);
        const tight = labels.filter(({ wide, room }) => room.width - wide < 4.5);
        assert.ok(tight.length >= labels.length / 2, `at ${width} pixels ${tight.length} of ${labels.length} fit well`);
        await panel.page.close();
      }
    });

    for (const subject of [...subjects, OPTION]) {
      it(`of ${subject.name} is large enough to be read where the panel is as narrow as a side bar`, async () => {
        const { state } = await serve({ ...subject, window: { width: 320, height: 720 } });
        const panel = await site.open({ width: 320, height: 720 });
        await showState(panel, state);
        await panel.drawn();
        await scaleReaches(panel, 70);
        const [room, width] = await panel.page.evaluate(() => {
          const { clientWidth } = document.querySelector(".canvas")!;
          return [clientWidth, document.querySelector(".stage svg")!.getBoundingClientRect().width] as const;
        });
        assert.ok(width <= room, `nothing is cut at the sides: ${width} of ${room}`);
        await panel.page.close();
      });
    }

    it("says how much room it has when it begins, and again when its size has changed for good", async () => {
      const panel = await site.open({ width: 320, height: 720 });
      const told = async (): Promise<readonly Size[]> =>
        (await panel.posts()).flatMap((post) => (post.kind === "room" ? [post.room] : []));
      assert.deepEqual(await told(), [roomIn(stageIn({ width: 320, height: 720 }), undefined)]);
      assert.equal((await panel.posts())[0]!.kind, "room");
      for (const width of [400, 500, 600]) await panel.page.setViewportSize({ width, height: 720 });
      const { page } = panel;
      await page.waitForFunction(() => {
        const { posts } = globalThis as unknown as { posts: { kind: string; room?: { width: number } }[] };
        return posts.findLast(({ kind }) => kind === "room")?.room?.width === 600;
      });
      await page.close();
    });

    for (const [width, height] of [
      [320, 800],
      [420, 800],
      [550, 660],
      [700, 800],
      [1000, 560],
    ] as const)
      it(`tells about the room that it has at ${width} × ${height}`, async () => {
        const panel = await site.open({ width, height });
        await showState(panel, (await serve(subjects.find(({ name }) => name === "activation")!)).state);
        await panel.drawn();
        const real = await panel.page.$eval(".canvas", ({ clientWidth, clientHeight }) => [clientWidth, clientHeight]);
        const stage = stageIn({ width, height });
        assert.ok(Math.abs(stage.width - real[0]!) <= 20, `${stage.width} for a width of ${real[0]!}`);
        assert.ok(real[1]! - stage.height <= 200 && real[1]! >= stage.height, `${stage.height} of ${real[1]!}`);
        await panel.page.close();
      });

    it("is read on by scrolling in a narrow panel, and is seen as a whole when that is wanted", async () => {
      const { state } = await serve({ ...OPTION, window: { width: 320, height: 560 } });
      const panel = await site.open({ width: 320, height: 560 });
      await showState(panel, state);
      await panel.drawn();
      await scaleReaches(panel, 70);
      await panel.page.click('[aria-label^="Fit"]');
      await panel.page.waitForFunction(() => parseInt(document.querySelector(".pct")!.textContent, 10) < 70);
      await panel.page.close();
    });

    it("has the sum of more paths than there is room for in sight below them", async () => {
      const { state } = await serve(OPTION);
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      const [sum, room, rows] = await panel.page.evaluate(() => {
        const bottom = (selector: string): number => document.querySelector(selector)!.getBoundingClientRect().bottom;
        return [bottom(".sum .total"), bottom(".details"), bottom(".path:nth-child(3)")] as const;
      });
      assert.ok(sum <= room && rows > sum, `the sum ends at ${sum} of ${room}, the third path at ${rows}`);
      await panel.page.close();
    });

    it("begins below a message that is there when it is drawn", async () => {
      const text =
        "/** @at s = 0, t = 2 */\nfunction f(s: number, t: number) {\n  const root = Math.sqrt(s);\n  return root * t + s;\n}\n";
      const { state } = await serve({ text, name: "f" });
      const panel = await site.open({ width: 320, height: 720 });
      await showState(panel, state);
      await panel.drawn();
      const bottom = await panel.page.$eval(".bar", (bar) => bar.getBoundingClientRect().bottom);
      const tops = await panel.page.$$eval(".stage g.node rect.label-container", (nodes) =>
        nodes.map((node) => node.getBoundingClientRect().top),
      );
      assert.ok(
        tops.every((top) => top >= bottom),
        `${tops.join()} below ${bottom}`,
      );
      await panel.page.close();
    });

    it("is as large as there is room when it says less because the panel is narrower", async () => {
      const { state } = await serve(subjects.find(({ name }) => name === "sharedWeight")!);
      const panel = await site.open({ width: 480, height: 700 });
      await showState(panel, state);
      await panel.page.waitForSelector('.stage svg[data-manner="short TB"]');
      await panel.page.setViewportSize({ width: 320, height: 720 });
      await panel.page.waitForSelector('.stage svg:not([data-manner^="short"])');
      await scaleReaches(panel, 80);
      await panel.page.close();
    });

    it("can be read when a loop was unfolded, and is seen as a whole when that is wanted", async () => {
      const text = `/** @at x = 0.5, k = 1.1 */
function f(x: number, k: number) {
  let s = x;
  for (let i = 0; i < 70; i++) s = s * k + 0.1;
  return s;
}
`;
      const folded = await serve({ text, name: "f" });
      const rounds = Array.from({ length: 70 }, (_, index) => `round for ${index + 1}`);
      const unfolded = await serve({ text, name: "f", open: ["loop for 1", ...rounds] });
      const panel = await site.open({ width: 600, height: 800 });
      await showState(panel, folded.state);
      await panel.drawn();
      await showState(panel, unfolded.state);
      await panel.page.waitForFunction(() => document.querySelectorAll(".stage g.node").length > 60);
      await scaleReaches(panel, 60);
      await panel.page.click('[aria-label^="Fit"]');
      await panel.page.waitForFunction(() => parseInt(document.querySelector(".pct")!.textContent, 10) < 30);
      await panel.page.close();
    });

    it("keeps the tools at both sides apart", async () => {
      const { state } = await serve({
        text: example("lecture.ts"),
        name: "activation",
        open: ["call x 1", "call y 1"],
      });
      const panel = await site.open({ width: 640, height: 700 });
      await showState(panel, state);
      await panel.drawn();
      for (const width of [640, 600, 480, 400, 320, 230, 200]) {
        await panel.page.setViewportSize({ width, height: 700 });
        const meeting = await panel.page.$$eval(
          ".tools button",
          (buttons, room) => {
            const boxes = buttons.map((each) => each.getBoundingClientRect()).filter((box) => box.width > 0);
            const isOver = (one: DOMRect, other: DOMRect): boolean =>
              one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
            return boxes.filter(
              (box, index) =>
                box.left < 0 || box.right > room || boxes.slice(index + 1).some((other) => isOver(box, other)),
            ).length;
          },
          width,
        );
        assert.equal(meeting, 0, `at ${width}`);
      }
      await panel.page.close();
    });

    it("says what its edges pass on where they stand out, and there only, if there is room for no more", async () => {
      const { state } = await serve(subjects.find(({ name }) => name === "perceptron")!);
      const { page, ...panel } = await site.open({ width: 600, height: 800 });
      await showState({ ...panel, page }, state);
      await page.waitForSelector('.stage svg[data-manner^="bare"]');
      const seen = (): Promise<number> =>
        page.$$eval(".stage .labelBkg", (labels) => labels.filter((label) => label.getClientRects().length > 0).length);
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

/** Wait until the picture is seen at a scale in percent, or larger. */
async function scaleReaches(panel: Panel, least: number): Promise<void> {
  await panel.page.waitForFunction(
    (percent) => parseInt(document.querySelector(".pct")!.textContent, 10) >= percent,
    least,
  );
}
