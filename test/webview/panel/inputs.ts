/** The inputs opened: fields, grids, choices, the way back, walks down the gradient, and what the host hears of them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { InputView, ViewModel } from "../../../src/view/model.ts";
import { numberText, signedText } from "../../../src/view/number.ts";
import type { Descent, Question, Reply } from "../../../src/view/question.ts";
import { activation, graphState, show } from "../fixtures.ts";
import type { Panel } from "../harness.ts";
import { last, screenshot, type Site } from "./site.ts";

/** Inputs of every kind beside the lecture's own. */
function everyKind(): ViewModel {
  const model = activation();
  const number = (name: string, value: number): InputView => ({
    ...model.inputs[0]!,
    name,
    value: numberText(value),
    gradient: signedText(value * 2),
    gradientName: `∂a/∂${name}`,
  });
  const other = (name: string, kind: InputView["kind"], text: string, more: Partial<InputView> = {}): InputView => ({
    ...number(name, 0),
    kind,
    value: { short: text, six: text, full: text },
    gradient: undefined,
    node: undefined,
    ...more,
  });
  const matrix = [0, 1].flatMap((row) => [0, 1, 2].map((column) => number(`W[${row}][${column}]`, row * 3 + column)));
  const choices = ['"relu"', '"tanh"'];
  const single = [other("kind", "string", '"relu"', { choices }), other("on", "boolean", "true")];
  const inputs = [...model.inputs, number("p.x", 0.05), number("p.y", 4), ...matrix, ...single];
  return { ...model, inputs };
}

/** What the page has sent last. */
async function sent(panel: Panel): Promise<unknown> {
  return last(await panel.posts(), "setInputs")?.changed;
}

async function asked(
  panel: Panel,
  kind: Question["kind"],
): Promise<{ readonly id: number; readonly question: Question }> {
  const found = (await panel.posts()).findLast((post) => post.kind === "ask" && post.question.kind === kind);
  assert.ok(found?.kind === "ask", `the page has not asked for ${kind}`);
  return found;
}

async function reply(panel: Panel, kind: Question["kind"], answer: Reply): Promise<void> {
  await panel.send({ kind: "reply", id: (await asked(panel, kind)).id, reply: answer });
}

function descent(losses: readonly number[], changed: Record<string, string>, more: Partial<Descent> = {}): Reply {
  const [from, to] = [numberText(losses[0]!), numberText(losses.at(-1)!)];
  return { kind: "descend", descent: { result: "a", losses, from, to, rate: 0.1, end: "done", changed, ...more } };
}

async function opened(site: Site, model?: ViewModel, width = 760): Promise<Panel> {
  const panel = await site.shown(model, { width, height: 900 });
  await panel.page.click(".twist");
  return panel;
}

/** Add the tests to the suite. */
export function inputTests(site: Site): void {
  describe("the opened inputs", () => {
    it("take an expression that is a number, and say where one is wrong", async () => {
      const panel = await opened(site);
      for (const text of ["1/3", "1 / w"]) await panel.page.getByLabel("Value of w").fill(text);
      await panel.page.waitForSelector("text=because of");
      assert.deepEqual(await sent(panel), { w: String(1 / 3) });
      await panel.page.close();
    });

    it("take changes back and bring them again, a gesture at a time", async () => {
      const panel = await opened(site);
      const { keyboard } = panel.page;
      await panel.page.getByLabel("Value of w").fill("4");
      await panel.page.getByLabel("Value of x").fill("5");
      const slider = panel.page.getByLabel("Slider of b");
      await slider.focus();
      for (const key of ["ArrowRight", "ArrowRight"]) await keyboard.press(key);
      assert.deepEqual(await sent(panel), { w: "4", x: "5", b: "1.1" });
      await keyboard.press("Control+z");
      assert.deepEqual(await sent(panel), { w: "4", x: "5", b: "1.05" });
      await keyboard.press("Control+z");
      await keyboard.press("Control+z");
      assert.deepEqual(await sent(panel), { w: "4" });
      assert.equal(await panel.page.getByLabel("Value of x").inputValue(), "3");
      await keyboard.press("Control+y");
      await keyboard.press("Control+Shift+Z");
      assert.deepEqual(await sent(panel), { w: "4", x: "5", b: "1.05" });
      await panel.page.click("text=Reset");
      assert.deepEqual(await sent(panel), {});
      await panel.page.getByLabel("Undo Change of Inputs").click();
      assert.deepEqual(await sent(panel), { w: "4", x: "5", b: "1.05" });
      await panel.send({ kind: "run", command: "redoInputs", node: undefined });
      await panel.page.getByText("Reset", { exact: true }).and(panel.page.locator(":disabled")).waitFor();
      assert.deepEqual(await sent(panel), {});
      await panel.page.close();
    });

    it("take a whole drag back at once", async () => {
      const panel = await opened(site);
      const box = (await panel.page.getByLabel("Value of w").boundingBox())!;
      await panel.page.mouse.move(box.x + 20, box.y + 10);
      await panel.page.mouse.down();
      await panel.page.mouse.move(box.x + 80, box.y + 10, { steps: 6 });
      await panel.page.mouse.up();
      assert.deepEqual(await sent(panel), { w: "3" });
      await panel.page.getByLabel("Undo Change of Inputs").click();
      assert.deepEqual(await sent(panel), {});
      assert.equal(await panel.page.getByLabel("Undo Change of Inputs").isDisabled(), true);
      await panel.page.close();
    });

    it("are dragged in smaller and larger steps while a key is held, from where the number is", async () => {
      const panel = await opened(site);
      const { mouse, keyboard } = panel.page;
      const box = (await panel.page.getByLabel("Value of w").boundingBox())!;
      const to = (right: number): Promise<void> => mouse.move(box.x + right, box.y + 10, { steps: 3 });
      await to(20);
      await mouse.down();
      await to(50);
      assert.deepEqual(await sent(panel), { w: "2.5" });
      await keyboard.down("Alt");
      await to(53);
      await to(65);
      assert.ok(Math.abs(Number(((await sent(panel)) as { w: string }).w) - 2.52) <= 0.005);
      await keyboard.up("Alt");
      await mouse.up();
      await panel.page.close();
    });

    it("keep what is no number, and say that the value is still the old one", async () => {
      const panel = await opened(site);
      const field = panel.page.getByLabel("Value of w");
      await field.fill("2..5");
      await panel.page.getByLabel("Value of x").focus();
      assert.equal(await field.inputValue(), "2..5");
      assert.equal(await field.getAttribute("aria-invalid"), "true");
      const id = (await field.getAttribute("aria-describedby"))!;
      const problem = "2..5 is no number because of .5 at character 3; the value is still 2.";
      assert.equal(await panel.page.locator(`[id="${id}"]`).textContent(), problem);
      assert.equal(await sent(panel), undefined);
      await field.press("Escape");
      assert.equal(await field.inputValue(), "2");
      await panel.page.close();
    });

    it("show the fields of an object under its name, an array as a grid, and a union as a choice", async () => {
      const panel = await opened(site, everyKind());
      const { page } = panel;
      assert.deepEqual(await page.locator(".grouphead").allTextContents(), ["p"]);
      assert.deepEqual(await page.locator(".name.inner").allTextContents(), [".x", ".y"]);
      await page.getByLabel("Value of p.x").focus();
      await page.keyboard.press("ArrowUp");
      assert.deepEqual(await sent(panel), { "p.x": "0.15" });
      await page.getByLabel("Value of kind").selectOption({ label: "tanh" });
      await page.getByLabel("Value of on").uncheck();
      assert.deepEqual(await sent(panel), { "p.x": "0.15", kind: '"tanh"', on: "false" });
      assert.deepEqual(
        await page.locator(".gridrow").evaluateAll((rows) => rows.map((row) => row.children.length)),
        [3, 3],
      );
      const focused = (): Promise<string | null> =>
        page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
      await page.getByLabel("Value of W[0][0]").focus();
      for (const key of ["ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
      assert.equal(await focused(), "Value of W[1][1]");
      await page.keyboard.type("7");
      await page.keyboard.press("Shift+ArrowUp");
      assert.deepEqual(await sent(panel), { "p.x": "0.15", kind: '"tanh"', on: "false", "W[1][1]": "17" });
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowLeft");
      assert.equal(await focused(), "Value of W[1][0]");
      await page.keyboard.type("x");
      assert.match(
        (await page.locator(".problem").textContent())!,
        /^x is no number; the value is still W\[1\]\[0\] = 3\.$/,
      );
      await page.keyboard.press("Escape");
      await page.screenshot({ path: screenshot("inputs-every-kind-dark.png"), animations: "disabled" });
      await page.close();
    });

    it("have targets of 24 pixels and nothing that sticks out, however narrow", async () => {
      for (const width of [320, 360, 500, 900]) {
        const panel = await opened(site, everyKind(), width);
        await panel.page.click("text=Descend");
        const wrong = await panel.page.locator(".inputs").evaluate((inputs) =>
          Array.from(inputs.querySelectorAll("button, input, select"), (control) => {
            const target = control.closest("label") ?? control;
            const { width: wide, height, right } = target.getBoundingClientRect();
            const isGood = height >= 24 && wide >= 24 && right <= window.innerWidth;
            return isGood ? "" : `${control.outerHTML.slice(0, 90)} ${wide} × ${height} to ${right}`;
          }).filter((text) => text !== ""),
        );
        assert.deepEqual(wrong, [], String(width));
        await panel.page.screenshot({ path: screenshot(`inputs-${width}-dark.png`), animations: "disabled" });
        await panel.page.close();
      }
    });
  });

  describe("a walk down the gradient", () => {
    it("asks for the ticked inputs with rate and steps, moves them as one change, and draws the curve", async () => {
      const panel = await opened(site);
      const { page } = panel;
      await page.click("text=Descend");
      await page.getByLabel("x moves in Descend").uncheck();
      await page.getByLabel("Rate", { exact: true }).fill("0.05");
      await page.getByLabel("Steps", { exact: true }).fill("20");
      await page.click("text=Run");
      const question = { kind: "descend", inputs: ["w", "b"], rate: 0.05, steps: 20 };
      assert.deepEqual((await asked(panel, "descend")).question, question);
      await reply(panel, "descend", descent([7, 3, 0.5], { w: "1", b: "-2.5" }));
      await page.waitForSelector(".losses");
      assert.deepEqual(await sent(panel), { w: "1", b: "-2.5" });
      assert.equal(await page.textContent(".walked"), "a went from 7 to 0.5 in 2 steps.");
      assert.equal(await page.getAttribute(".losses", "aria-label"), "a went from 7 to 0.5 in 2 steps.");
      await page.click("text=One Step");
      assert.deepEqual((await asked(panel, "descend")).question, { ...question, steps: 1 });
      await reply(panel, "descend", descent([0.5, 0.25], { w: "0.5", b: "-2.5" }));
      await page.getByText("a went from 7 to 0.25 in 3 steps.").waitFor();
      await page.getByLabel("Undo Change of Inputs").click();
      assert.deepEqual(await sent(panel), { w: "1", b: "-2.5" });
      assert.equal(await page.textContent(".walked"), "a went from 7 to 0.5 in 2 steps.");
      await page.getByLabel("Undo Change of Inputs").click();
      assert.deepEqual(await sent(panel), {});
      assert.equal(await page.$(".losses"), null);
      await page.close();
    });

    it("says which rate and number of steps there can be, and goes on with the old ones", async () => {
      const panel = await opened(site);
      await panel.page.click("text=Descend");
      await panel.page.getByLabel("Rate", { exact: true }).fill("fast");
      await panel.page.getByText("The rate is a number other than 0; it is still 0.1.").waitFor();
      await panel.page.getByLabel("Rate", { exact: true }).fill("0.1");
      await panel.page.getByText("Each step takes rate × gradient").waitFor();
      await panel.page.getByLabel("Steps", { exact: true }).fill("0.5");
      await panel.page.getByText("The number of steps is a whole one from 1 to 10,000; it is still 30.").waitFor();
      await panel.page.click("text=Run");
      const { question } = await asked(panel, "descend");
      assert.ok(question.kind === "descend" && question.steps === 30);
      await panel.page.close();
    });

    it("has its curve within the panel, however wide that is", async () => {
      for (const width of [320, 500, 570, 640, 900]) {
        const panel = await opened(site, undefined, width);
        await panel.page.click("text=Descend");
        await panel.page.click("text=Run");
        await reply(panel, "descend", descent([7, 3, 0.5], { w: "1" }));
        const curve = (await panel.page.locator(".losses").boundingBox())!;
        assert.ok(curve.x + curve.width <= width, `the curve ends at ${curve.x + curve.width} of ${width}`);
        assert.ok(curve.width >= 160, `the curve is ${curve.width} wide at ${width}`);
        await panel.page.screenshot({ path: screenshot(`descend-${width}-dark.png`), animations: "disabled" });
        await panel.page.close();
      }
    });

    it("leaves the inputs where they were when the result grows to infinity, and says so", async () => {
      const panel = await opened(site);
      await panel.send({ kind: "run", command: "descend", node: undefined });
      await panel.page.click("text=Run");
      await reply(panel, "descend", descent([7, 1e100, 1e300], {}, { end: "infinite" }));
      await panel.page.getByText("a grew to infinity at step 3; try a smaller rate.").waitFor();
      assert.equal(await sent(panel), undefined);
      await panel.page.click("text=Run");
      await reply(panel, "descend", { kind: "none" });
      await panel.page.getByText("Run", { exact: true }).and(panel.page.locator(":enabled")).waitFor();
      await panel.page.close();
    });

    it("is not taken when the inputs have been moved meanwhile", async () => {
      const panel = await opened(site);
      await panel.page.click("text=Descend");
      await panel.page.click("text=Run");
      await panel.page.getByLabel("Value of w").fill("9");
      await reply(panel, "descend", descent([7, 3], { w: "1" }));
      await panel.page.getByText("Run", { exact: true }).and(panel.page.locator(":enabled")).waitFor();
      assert.deepEqual(await sent(panel), { w: "9" });
      await panel.page.close();
    });

    it("is no longer told when the code has changed", async () => {
      const panel = await opened(site);
      await panel.page.click("text=Descend");
      await panel.page.click("text=Run");
      await reply(panel, "descend", descent([7, 4], { w: "1" }));
      await panel.page.waitForSelector(".losses");
      await panel.send(show(graphState(activation(1, 3, 1, { changed: ["w"] })), 2));
      await panel.page.getByText("∂a/∂x = 1").waitFor();
      assert.equal(await panel.page.textContent(".walked"), "a went from 7 to 4 in 1 step.");
      await panel.send(show(graphState(activation(1, 3, 2, { changed: ["w"] })), 3));
      await panel.page.waitForSelector(".losses", { state: "detached" });
      await panel.page.close();
    });

    it("and a random point are asked for by commands too", async () => {
      const panel = await site.shown();
      await panel.send({ kind: "run", command: "randomPoint", node: undefined });
      await panel.page.waitForFunction(() =>
        (globalThis as unknown as { posts: { kind: string }[] }).posts.some(({ kind }) => kind === "ask"),
      );
      const { question } = await asked(panel, "random");
      assert.ok(question.kind === "random" && Number.isInteger(question.seed));
      assert.deepEqual(question.inputs, ["w", "x", "b"]);
      await reply(panel, "random", { kind: "random", changed: { w: "1.5", x: "4", b: "0.7" } });
      await panel.send({ kind: "run", command: "undoInputs", node: undefined });
      await panel.send({ kind: "run", command: "descend", node: undefined });
      await panel.page.waitForSelector(".descend button:focus");
      const changes = (await panel.posts()).flatMap((post) => (post.kind === "setInputs" ? [post.changed] : []));
      assert.deepEqual(changes, [{ w: "1.5", x: "4", b: "0.7" }, {}]);
      await panel.page.close();
    });
  });
}
