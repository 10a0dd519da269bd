/** Explanations, passes, search, plots and exports, as a person meets them in the page. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { numberText } from "../../../src/view/number.ts";
import type { Explanation } from "../../../src/view/question.ts";
import { activation, finding, graphState, place, show, weightSharing } from "../fixtures.ts";
import { serve, showState } from "../gallery/served.ts";
import type { Panel } from "../harness.ts";
import { plot } from "./plots.ts";
import { last, reply, texts, type Site } from "./site.ts";

const explanation: Explanation = {
  node: "n0",
  reason: "zero",
  question: "Why is the gradient of `w` 0?",
  said: [{ text: "`max(0, v)` on " }, { text: "line 5", source: place(5) }, { text: " passes on nothing." }],
  cause: "e5",
  path: {
    via: "",
    edges: "e5 e3 e1",
    product: numberText(0),
    percent: 100,
  },
};

/** Add the tests to the suite. */
export function toolTests(site: Site): void {
  describe("the panel's tools", () => {
    it("explain a gradient that is no number from the message about it", async () => {
      const text = "/** @at s = 0 */\nfunction f(s: number) {\n  return Math.sqrt(s) * 2;\n}\n";
      const { state, answer } = await serve({ text, name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      await panel.page.click(".bar >> text=Explain");
      await answer(panel);
      await panel.page.waitForSelector("text=Why is the gradient of");
      await panel.page.close();
    });

    it("do not look for a reason in a picture of older text, and say so", async () => {
      const panel = await site.shown();
      await panel.page.click('[aria-label="Explain Gradient (E)"]');
      await panel.page.waitForSelector("text=Looking for the reason");
      await panel.send(show(graphState(activation(), finding("`)` expected.", 5)), 2));
      await panel.page.waitForSelector("text=The reason is told once the function works again.");
      await panel.page.close();
    });

    it("explain a gradient by button and by key, with the reason inverted in the formula and on its edge", async () => {
      const panel = await site.shown(activation(-2, 3, 1));
      await panel.page.click('[aria-label="Explain Gradient (E)"]');
      assert.deepEqual(last(await panel.posts(), "ask")?.question, { kind: "explain", node: "n0" });
      await reply(panel, { kind: "explain", explanation });
      await panel.page.waitForSelector(".details h2");
      assert.equal(await panel.page.textContent(".details h2"), "Why is the gradient of w 0?");
      assert.equal(await panel.page.$$eval(".f.cause", (cells) => cells.length), 2);
      assert.equal(await panel.page.$$eval(".label.cause", (labels) => labels.length), 1);
      await panel.page.click(".details .link");
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(5));
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".details h2"), null);
      assert.equal(await panel.page.$(".label.cause"), null);
      await panel.page.focus('[data-node="n3"]');
      await panel.page.keyboard.press("e");
      assert.deepEqual(last(await panel.posts(), "ask")?.question, { kind: "explain", node: "n3" });
      await panel.page.close();
    });

    it("step through both passes by keys, and show no number before it is computed", async () => {
      const panel = await site.shown(weightSharing());
      await panel.page.click("text=Step Through");
      assert.equal(await panel.page.textContent(".transport .pass"), "Forward pass");
      const hidden = (): Promise<number> => panel.page.$$eval(".node.novalue", (nodes) => nodes.length);
      const before = await hidden();
      assert.ok(before > 0);
      await panel.page.keyboard.press("ArrowRight");
      assert.equal(await hidden(), before - 1);
      assert.notEqual(last(await panel.posts(), "touch")?.source, undefined);
      await panel.page.getByLabel("Step", { exact: true }).fill("5");
      assert.equal(await panel.page.textContent(".transport .pass"), "Backward pass");
      assert.equal(await hidden(), 0);
      assert.ok((await panel.page.$$eval(".node.nogradient", (nodes) => nodes.length)) > 0);
      const sums: string[] = [];
      while ((await panel.page.textContent(".transport .place")) !== "9 of 9") {
        await panel.page.locator(".next").click();
        sums.push((await panel.page.textContent(".details .numbers")) ?? "");
      }
      // A sum that is not whole does not claim to be the gradient.
      assert.deepEqual(sums.slice(-2), ["=1.52·0.840+⋯=1.28+⋯", "=1.52·0.840+1.52·2=4.33"]);
      assert.equal(await panel.page.$(".node.nogradient"), null);
      assert.equal(await panel.page.$("path.flowchart-link:not(.passed)"), null);
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".transport"), null);
      await panel.page.close();
    });

    it("dim everything that is not on the way from a node to the result", async () => {
      const panel = await site.shown(weightSharing());
      await panel.page.focus('[data-node="n4"]');
      await panel.page.keyboard.press("f");
      const dimmed = await panel.page.$$eval(".node.dimmed", (nodes) =>
        nodes.map((node) => (node as SVGElement).dataset["node"]),
      );
      assert.ok(dimmed.includes("n0") && !dimmed.includes("n4") && !dimmed.includes("n9"), dimmed.join());
      await panel.page.click("text=Show Everything");
      assert.equal(await panel.page.$(".dimmed"), null);
      await panel.page.close();
    });

    it("find a node by text, and a step inside of one in the table", async () => {
      const panel = await site.shown(weightSharing());
      await panel.page.focus('[data-node="n0"]');
      await panel.page.keyboard.press("/");
      await panel.page.keyboard.type("max(0");
      assert.deepEqual(await texts(panel, ".find .count, .found .l1"), ["a2 = max(0, w · x)", "1 found"]);
      await panel.page.keyboard.press("Enter");
      assert.deepEqual(await texts(panel, ".find .count"), ["1 of 1"]);
      assert.equal(await panel.page.getAttribute(".node.sel", "data-node"), "n6");
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".find"), null);
      await panel.page.keyboard.press("Control+f");
      assert.ok(await panel.page.$(".find"));
      await panel.page.close();
    });

    it("list the keys, and give the focus back with Escape", async () => {
      const panel = await site.shown();
      await panel.page.focus('[data-node="n0"]');
      await panel.page.keyboard.press("?");
      assert.ok((await texts(panel, ".help dt")).length > 10);
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".help"), null);
      await panel.page.focus('[data-node="n0"]');
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".node.sel"), null);
      await panel.page.keyboard.press("Escape");
      assert.deepEqual(last(await panel.posts(), "leave"), { kind: "leave" });
      await panel.page.close();
    });

    it("say which tag would be written, and have it written", async () => {
      const panel = await site.shown(activation(2.5, 3, 1, { changed: ["w"] }));
      await panel.page.click(".twist");
      await reply(panel, { kind: "tag", tag: "@at w = 2.5, x = 3, b = 1", edits: [] });
      await panel.page.click("text=Write Inputs to Code");
      assert.match((await panel.page.textContent(".write"))!, /writes @at w = 2\.5, x = 3, b = 1 above the function/);
      assert.deepEqual(last(await panel.posts(), "writeInputs"), { kind: "writeInputs" });
      await panel.page.close();
    });

    it("copy and save what a command asks for", async () => {
      const panel = await site.shown();
      const run = async (
        command: Parameters<Panel["send"]>[0] extends infer M
          ? M extends { kind: "run"; command: infer C }
            ? C
            : never
          : never,
      ): Promise<void> => {
        await panel.send({ kind: "run", command, node: "n0" });
        await panel.page.waitForTimeout(150);
      };
      const copied = async (): Promise<string> => last(await panel.posts(), "copy")?.text ?? "";
      await run("copyValue");
      assert.equal(await copied(), "2");
      await run("copyGradient");
      assert.equal(await copied(), "3");
      await run("copyMermaid");
      assert.match(await copied(), /^```mermaid/);
      await run("copyLatex");
      assert.match(await copied(), /\\frac/);
      await run("copySvg");
      const svg = await copied();
      assert.match(svg, /^<svg[^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
      assert.doesNotMatch(svg, /color\(/, "colours that every program knows");
      assert.ok(svg.includes("max(0, v)") && !svg.includes("foreignObject") && !svg.includes("var(--"));
      await run("savePng");
      const saved = last(await panel.posts(), "save");
      assert.equal(saved?.name, "activation.png");
      assert.ok(saved.content.startsWith("iVBORw0KGgo") && saved.content.length > 5000);
      await panel.page.close();
    });

    it("unfold a function of one statement for the steps through it, and fold it afterwards", async () => {
      const text = "/** @at w = 2, x = 3 */\nfunction f(w: number, x: number) {\n  return Math.tanh(w * x) + w;\n}\n";
      const folded = await serve({ text, name: "f" });
      const panel = await site.open({});
      await showState(panel, folded.state);
      await panel.drawn();
      await panel.page.click("text=Step Through");
      const asked = last(await panel.posts(), "fold")?.folding?.open ?? [];
      assert.equal(asked.length, 1);
      await showState(panel, (await serve({ text, name: "f", open: asked })).state);
      // Inputs, product, tanh, sum.
      await panel.page.waitForSelector("text=1 of 4");
      for (let step = 1; step < 4; step++) await panel.page.keyboard.press("ArrowRight");
      await panel.page.waitForSelector("text=4 of 4");
      await panel.page.keyboard.press("Escape");
      assert.deepEqual(last(await panel.posts(), "fold")?.folding, { open: [], closed: [] });
      await showState(panel, folded.state);
      await panel.page.waitForFunction(() => document.querySelectorAll(".stage g.node").length === 3);
      const [canvas, picture] = await Promise.all(
        [".canvas", ".stage svg"].map((part) => panel.page.locator(part).boundingBox()),
      );
      const off = picture!.x + picture!.width / 2 - (canvas!.x + canvas!.width / 2);
      assert.ok(Math.abs(off) < 2, `the picture is in the middle again, and not ${off} beside it`);
      await panel.page.close();
    });

    it("say why a command cannot be carried out, once, and copy nothing then", async () => {
      const { state } = await serve({ text: "function f(w: number) {\n  const u = w * 2;\n}\n", name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.drawn();
      type Command = Extract<Parameters<Panel["send"]>[0], { kind: "run" }>["command"];
      const answers = async (command: Command, node: string | undefined): Promise<unknown[]> => {
        const before = (await panel.posts()).length;
        await panel.send({ kind: "run", command, node });
        await panel.page.waitForFunction(
          (count) => (globalThis as unknown as { posts: unknown[] }).posts.length > count,
          before,
        );
        return (await panel.posts()).slice(before);
      };
      const refused = (reason: string): unknown[] => [{ kind: "refuse", reason }];
      const unused = await panel.page.getAttribute('g.node[aria-label^="u "]', "data-node");
      assert.deepEqual(await answers("copyGradient", unused!), refused("no-gradient"));
      assert.deepEqual(await answers("copyLatex", unused!), refused("no-gradient"));
      assert.deepEqual(await answers("jacobian", undefined), refused("no-inputs"));
      assert.deepEqual(await answers("undoInputs", undefined), refused("no-change"));
      assert.deepEqual(await answers("goOut", undefined), refused("not-inside"));
      assert.deepEqual(await answers("enter", unused!), refused("no-inside"));
      assert.deepEqual(await answers("toggleFold", unused!), refused("no-fold"));
      assert.deepEqual(await answers("foldAround", unused!), refused("no-around"));
      assert.deepEqual(await answers("copyValue", "gone"), refused("no-node"));
      await panel.page.click('[role="tab"]:has-text("Table")');
      await panel.page.waitForSelector(".steps, table");
      assert.deepEqual(await answers("copySvg", undefined), refused("no-picture"));
      await panel.page.close();
    });

    it("have nothing that an accessibility checker objects to", async () => {
      const panel = await site.shown(activation(2.5, 3, 1, { changed: ["w"] }));
      await panel.page.evaluate(fs.readFileSync(path.join(PROJECT_ROOT, "node_modules/axe-core/axe.min.js"), "utf8"));
      const violations = (): Promise<string[]> =>
        panel.page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
          const { violations: found } = await axe.run("#panel");
          return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
        });
      await panel.page.click('[aria-label^="Plot a Along w"]');
      await reply(panel, { kind: "plot", plot });
      await panel.page.click(".twist");
      await reply(panel, { kind: "tag", tag: "@at w = 2.5", edits: [] });
      await panel.page.waitForSelector(".write");
      await panel.page.keyboard.press("Control+f");
      assert.deepEqual(await violations(), []);
      await panel.page.keyboard.press("Escape");
      await panel.page.click('[aria-label="Explain Gradient (E)"]');
      await reply(panel, { kind: "explain", explanation });
      await panel.page.waitForSelector(".details h2");
      await panel.send({ kind: "run", command: "keyboardHelp", node: undefined });
      await panel.page.waitForSelector(".help");
      assert.deepEqual(await violations(), []);
      await panel.page.keyboard.press("Escape");
      await panel.send({ kind: "run", command: "stepThrough", node: undefined });
      await panel.page.waitForSelector(".transport");
      assert.deepEqual(await violations(), []);
      await panel.page.close();
    });

    it("are about the node of the step on show", async () => {
      const panel = await site.shown();
      await panel.send({ kind: "run", command: "stepThrough", node: undefined });
      await panel.page.waitForSelector(".transport");
      await panel.page.keyboard.press("ArrowRight");
      await panel.page.waitForSelector(".dname:text-is('u')");
      await panel.send({ kind: "run", command: "copyValue", node: undefined });
      await panel.send({ kind: "run", command: "explain", node: undefined });
      await panel.page.waitForSelector(".explained");
      const question = last(await panel.posts(), "ask")?.question;
      assert.deepEqual(question?.kind === "explain" && question.node, "n3");
      assert.equal(last(await panel.posts(), "copy")?.text, "6");
      await panel.page.close();
    });

    it("close what was about another function", async () => {
      const panel = await site.shown();
      await panel.page.click("text=Step Through");
      await panel.send(show(graphState({ ...weightSharing(), title: "other" }), 2));
      await panel.page.waitForSelector('[data-node="n9"]');
      assert.equal(await panel.page.$(".transport"), null);
      await panel.page.close();
    });
  });
}
