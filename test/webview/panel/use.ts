/** What a person does with keys, pointer and fields, and what the host hears of it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activation, graphState, place, show, weightSharing } from "../fixtures.ts";
import { serve, showState } from "../gallery/served.ts";
import { last, screenshot, texts, type Site } from "./site.ts";

/** Add the tests to the suite. */
export function useTests(site: Site): void {
  describe("using the panel", () => {
    it("is used by keyboard alone", async () => {
      const panel = await site.shown(weightSharing());
      const { keyboard } = panel.page;
      const focused = (): Promise<string | null> =>
        panel.page.evaluate(() => document.activeElement!.getAttribute("data-node"));
      await panel.page.focus(".cell:last-child");
      await keyboard.press("Tab");
      assert.equal(await focused(), "n0");
      await keyboard.press("ArrowRight");
      assert.equal(await focused(), "n6");
      assert.deepEqual(last(await panel.posts(), "touch")?.source, place(4));
      await keyboard.press("ArrowUp");
      assert.equal(await focused(), "n4");
      await keyboard.press("End");
      assert.equal(await focused(), "n9");
      await keyboard.press("Space");
      assert.equal(await panel.page.textContent(".dname"), "loss");
      await keyboard.press("Enter");
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(6));
      await keyboard.press("Space");
      assert.equal(await panel.page.$(".node.sel"), null);
      await keyboard.press("Home");
      assert.equal(await focused(), "n0");
      await keyboard.press("+");
      assert.notEqual(await panel.page.textContent(".pct"), "100 %");
      await keyboard.press("0");
      await keyboard.press("p");
      assert.deepEqual(last(await panel.posts(), "pin"), { kind: "pin", pinned: true });
      await keyboard.press("t");
      assert.equal(await panel.page.$$eval(".steps tbody tr", (rows) => rows.length), 7);
      await panel.page.close();
    });

    it("goes into the graph with arrows, the search and Escape while nothing has the focus, and takes no letters", async () => {
      const panel = await site.shown(weightSharing());
      const { keyboard } = panel.page;
      const focused = (): Promise<string | null> =>
        panel.page.evaluate(() => document.activeElement!.getAttribute("data-node"));
      await keyboard.press("p");
      await keyboard.press("t");
      assert.equal(last(await panel.posts(), "pin"), undefined);
      assert.equal(await panel.page.$(".steps"), null);
      await keyboard.press("ArrowRight");
      assert.equal(await focused(), "n6");
      await panel.page.evaluate(() => {
        (document.activeElement as SVGElement).blur();
      });
      await keyboard.press("/");
      await panel.page.waitForSelector(".find input:focus");
      await keyboard.press("Escape");
      await keyboard.press("t");
      await panel.page.evaluate(() => {
        (document.activeElement as HTMLElement).blur();
      });
      await keyboard.press("ArrowDown");
      assert.equal(await panel.page.evaluate(() => document.activeElement!.tagName), "TR");
      await panel.send({
        kind: "show",
        revision: 9,
        state: { kind: "empty", suggestions: [] },
        pinned: false,
      });
      await panel.page.waitForSelector("text=Put the cursor in a function");
      await keyboard.press("Escape");
      assert.deepEqual(last(await panel.posts(), "leave"), { kind: "leave" });
      await panel.page.close();
    });

    it("turns the graph with D, in this panel for good, and back", async () => {
      const panel = await site.shown(weightSharing());
      const { page } = panel;
      await page.focus('g.node[tabindex="0"]');
      await page.keyboard.press("d");
      await page.waitForSelector('.stage svg[data-manner$="TB"]');
      await panel.send({ kind: "run", command: "turn", node: undefined });
      await page.waitForSelector('.stage svg[data-manner$="LR"]');
      await panel.send({ kind: "run", command: "turn", node: undefined });
      await page.waitForSelector('.stage svg[data-manner$="TB"]');
      await page.waitForFunction(() =>
        JSON.stringify((globalThis as unknown as { state: unknown }).state ?? "").includes('"turned":"TB"'),
      );
      const again = await site.open({ state: await panel.state() });
      await again.page.waitForSelector('.stage svg[data-manner$="TB"]');
      const look = { direction: "leftToRight", view: "auto" } as const;
      await again.send({ kind: "show", revision: 1, state: graphState(weightSharing()), pinned: false, look });
      await again.drawn();
      await again.page.focus('g.node[tabindex="0"]');
      await again.page.keyboard.press("d");
      await again.page.waitForSelector('.stage svg[data-manner$="LR"]');
      await page.close();
      await again.page.close();
    });

    it("sends what is typed, dragged and taken back in an input's row", async () => {
      const panel = await site.shown();
      await panel.page.click(".twist");
      const field = panel.page.getByLabel("Value of w");
      await field.fill("2.5");
      const sent = async (): Promise<unknown> => last(await panel.posts(), "setInputs")?.changed;
      assert.deepEqual(await sent(), { w: "2.5" });
      await panel.send(show(graphState(activation(2.5, 3, 1, { changed: ["w"], assumed: ["b"] })), 2));
      await panel.page.waitForSelector("text=was 2 in");
      assert.deepEqual(await texts(panel, ".prov"), ["was 2 in @at", "from @at", "assumed"]);
      await field.fill("two");
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      assert.deepEqual(await sent(), { w: "2.5" });
      await panel.page.getByLabel("Slider of w").focus();
      assert.equal(await field.inputValue(), "two");
      await panel.page.keyboard.press("ArrowRight");
      assert.equal(await field.inputValue(), "2.55");
      assert.deepEqual(await sent(), { w: "2.55" });
      await field.focus();
      await panel.page.keyboard.press("Shift+ArrowUp");
      assert.deepEqual(await sent(), { w: "12.55" });
      await panel.page.getByLabel("Reset w").click();
      assert.deepEqual(await sent(), {});
      await panel.page.screenshot({ path: screenshot("inputs-dark.png"), animations: "disabled" });
      await panel.page.close();
    });

    it("moves softly where one points, and not while one types elsewhere", async () => {
      const panel = await site.shown();
      const moving = (): Promise<number> =>
        panel.page.$$eval(
          ".stage *",
          (elements) =>
            elements.filter((element) => parseFloat(getComputedStyle(element).transitionDuration) > 0).length,
        );
      assert.equal(await moving(), 0);
      await panel.page.hover(".head");
      assert.ok((await moving()) > 0);
      await panel.page.mouse.move(-1, -1);
      await panel.page.focus(".stage g.node");
      assert.ok((await moving()) > 0);
      await panel.page.close();
    });

    it("moves nothing by itself for who wants less motion", async () => {
      const panel = await site.shown();
      const moving = (): Promise<string[]> =>
        panel.page.$$eval("body *", (elements) =>
          elements
            .flatMap((element) => [getComputedStyle(element), getComputedStyle(element, "::after")])
            .filter((style) => parseFloat(style.transitionDuration) > 0 || style.animationName !== "none")
            .map((style) => `${style.transitionDuration} ${style.animationName}`),
        );
      await panel.send({ kind: "busy", busy: true });
      await panel.page.waitForSelector(".busy");
      await panel.page.hover(".head");
      assert.notDeepEqual(await moving(), []);
      await panel.page.emulateMedia({ reducedMotion: "reduce" });
      assert.deepEqual(await moving(), []);
      await panel.page.emulateMedia({ reducedMotion: null });
      await panel.page.evaluate(() => {
        document.body.classList.add("vscode-reduce-motion");
      });
      assert.deepEqual(await moving(), []);
      await panel.page.close();
    });

    it("lights what is pointed at, and tells the editor where it is", async () => {
      const panel = await site.shown();
      const lit = (): Promise<(string | undefined)[]> =>
        panel.page.$$eval("path.lit", (paths) => paths.map((each) => (each as SVGElement).dataset["id"]));
      assert.deepEqual(await lit(), ["e1", "e3", "e5"]);
      await panel.page.hover('[data-node="n4"]');
      assert.deepEqual(await lit(), ["e3", "e4", "e5"]);
      assert.deepEqual(last(await panel.posts(), "touch")?.source, place(4));
      await panel.page.hover("mtable.chain .numbers .f");
      assert.deepEqual(await lit(), ["e5"]);
      await panel.page.hover(".say");
      assert.equal(last(await panel.posts(), "touch")?.source, undefined);
      await panel.page.dblclick('[data-node="n3"]');
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(3));
      await panel.send({ kind: "point", file: place(5).file, offset: place(5).start });
      await panel.page.waitForSelector('[data-node="n5"].marked');
      await panel.page.close();
    });

    it("adds up all paths in an explanation, with the reason in the one that it is on", async () => {
      const text =
        "/** @at w = 0.5, x = -1 */\nfunction f(w: number, x: number) {\n  const u = w * 2;\n  const v = Math.max(0, x * w) + Math.min(0, x + 3);\n  const t = Math.max(0, x);\n  return u - v - w + t;\n}\n";
      const { state, answer } = await serve({ text, name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      await panel.page.click('[aria-label="Explain Gradient (E)"]');
      await answer(panel);
      await panel.page.waitForSelector(".details .sum");
      const texts = (selector: string) => panel.page.$$eval(selector, (all) => all.map((each) => each.textContent));
      assert.deepEqual(await texts(".details .path > .prod"), ["2", "−1", "0"]);
      assert.deepEqual(await texts(".details .sum > :is(.nums, .prod)"), ["2−1+0", "1"]);
      assert.deepEqual(await texts(".details mtable.chain"), []);
      const lit = (): Promise<string[]> =>
        panel.page.$$eval(".path.on .via", (all) => all.map((each) => each.textContent));
      const [before] = await lit();
      await panel.page.click(".details .path:nth-of-type(2)");
      assert.notDeepEqual(await lit(), [before]);
      // What cuts a gradient of 0 off is inverted in its row.
      await panel.page.focus('g.node[aria-label^="x,"]');
      await panel.page.keyboard.press("e");
      await answer(panel);
      await panel.page.waitForSelector(".details .path mn.cause");
      assert.deepEqual(await texts(".details .path mn.cause"), ["0"]);
      await panel.page.close();
    });

    for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const)
      it(`takes a picture along in the colours of paper, and of dark pages, from ${theme}`, async () => {
        const panel = await site.shown(weightSharing(), { theme });
        await panel.send({ kind: "run", command: "copySvg", node: undefined });
        await panel.page.waitForFunction(() =>
          (globalThis as unknown as { posts: { kind: string }[] }).posts.some(({ kind }) => kind === "copy"),
        );
        const [style = "", ...shapes] = (last(await panel.posts(), "copy")?.text ?? "").split("</style>");
        assert.match(style, /@media \(prefers-color-scheme:dark\)\{.*\.fill-bg\{fill:#1f1f1f\}/u);
        const colors = [...shapes.join("").matchAll(/(?:fill|stroke)="([^"]+)"/gu)].map(([, color]) => color!);
        assert.equal(colors[0], "#ffffff");
        assert.deepEqual(
          [...new Set(colors)].filter((color) => !/^(?:#[\da-f]{6}|none)$/u.test(color)),
          [],
        );
        await panel.page.close();
      });
  });
}
