/** Every state other than a fresh graph, and what a checker of accessibility says. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import type { ToWebview } from "../../../src/protocol.ts";
import { numberText } from "../../../src/view/number.ts";
import { sealed } from "../../../src/view/sealed.ts";
import { activation, finding, graphState, place, show, weightSharing } from "../fixtures.ts";
import { serve, showState } from "../gallery/served.ts";
import { last, screenshot, texts, transformOf, type Site } from "./site.ts";

/** Add the tests to the suite. */
export function stateTests(site: Site): void {
  describe("the panel's states", () => {
    it("comes back after a reload as it was, dimmed until the numbers are known again", async () => {
      const before = await site.shown();
      await before.page.click('[data-node="n3"]');
      await before.page.click('[aria-label="Zoom Out (−)"]');
      await before.page.waitForFunction(() =>
        JSON.stringify((globalThis as unknown as { state: unknown }).state ?? "").includes('"selected":"n3"'),
      );
      await before.page.waitForFunction(() =>
        JSON.stringify((globalThis as unknown as { state: unknown }).state).includes('"isFitted":false'),
      );
      const state = await before.state();
      const transform = await transformOf(before);
      await before.page.close();
      const panel = await site.open({ state });
      await panel.drawn();
      assert.ok(await panel.page.$(".panel.stale"));
      assert.equal(await panel.page.getAttribute(".node.sel", "data-node"), "n3");
      assert.equal(await transformOf(panel), transform);
      await panel.send(show(graphState(activation())));
      await panel.page.waitForSelector(".panel:not(.stale)");
      assert.equal(await transformOf(panel), transform);
      await panel.page.close();
    });

    it("keeps the last good picture, says why it is old, and moves nothing for that", async () => {
      const panel = await site.shown();
      const before = await panel.page.locator('[data-node="n5"]').boundingBox();
      await panel.send(show(graphState(activation(), finding("`)` expected.", 5)), 2));
      await panel.page.waitForSelector(".panel.stale");
      assert.equal(
        await panel.page.textContent(".bar .text"),
        "Showing the last version that worked. Line 5: ) expected.",
      );
      assert.deepEqual(await panel.page.locator('[data-node="n5"]').boundingBox(), before);
      await panel.page.screenshot({ path: screenshot("stale-dark.png"), animations: "disabled" });
      await panel.page.click("text=Go to Line 5");
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(5));
      await panel.page.close();
    });

    it("offers nothing to be done with a picture that has no nodes", async () => {
      const { state } = await serve({ text: 'function f(name: string) {\n  return name + "a";\n}\n', name: "f" });
      const panel = await site.open({});
      await showState(panel, state);
      await panel.page.waitForSelector(".bar .text");
      assert.equal(await panel.page.locator(".tools").count(), 0);
      assert.equal(await panel.page.textContent(".details"), "");
      await panel.page.close();
    });

    it("makes room for a message that stays, once, and none for one that goes at the next key", async () => {
      const panel = await site.shown(weightSharing(), { width: 400, height: 560 });
      const top = (): Promise<number> =>
        panel.page.$$eval(".stage g.node", (nodes) =>
          Math.min(...nodes.map((node) => node.getBoundingClientRect().top)),
        );
      const before = await top();
      const isUnder = (): Promise<boolean> =>
        panel.page.evaluate(() => {
          const bottom = document.querySelector(".bar")?.getBoundingClientRect().bottom ?? 0;
          const tops = [...document.querySelectorAll(".stage g.node")].map((node) => node.getBoundingClientRect().top);
          return Math.min(...tops) < bottom;
        });
      for (let revision = 2; revision < 8; revision++) {
        const problem = revision % 2 === 0 ? finding("`)` expected.", 5) : undefined;
        await panel.send(show(graphState(weightSharing(), problem), revision));
        await panel.page.waitForFunction(
          (wanted) => (document.querySelector(".bar") !== null) === wanted,
          problem !== undefined,
        );
        assert.equal(await top(), before);
      }
      await panel.send(show(graphState(weightSharing(), finding("`)` expected.", 5)), 8));
      await panel.page.waitForSelector(".bar");
      assert.ok(await isUnder(), "the message lies over the picture at first");
      await panel.page.waitForFunction(() => {
        const { bottom } = document.querySelector(".bar")!.getBoundingClientRect();
        return [...document.querySelectorAll(".stage g.node")].every(
          (node) => node.getBoundingClientRect().top >= bottom,
        );
      });
      const moved = await top();
      await panel.send(show(graphState(weightSharing()), 9));
      await panel.page.waitForSelector(".panel:not(.stale)");
      assert.equal(await top(), moved, "it does not go back");
      await panel.page.close();
    });

    it("makes room for the search at once, below the messages", async () => {
      const panel = await site.shown(weightSharing(), { width: 400, height: 560 });
      await panel.send(show(graphState(weightSharing(), finding("`)` expected.", 5)), 2));
      await panel.page.waitForSelector(".bar");
      await panel.page.keyboard.press("Control+f");
      await panel.page.waitForFunction(() => {
        const bar = document.querySelector(".bar")!.getBoundingClientRect();
        const find = document.querySelector(".find")?.getBoundingClientRect();
        const tops = [...document.querySelectorAll(".stage g.node")].map((node) => node.getBoundingClientRect().top);
        return find !== undefined && find.top >= bar.bottom - 1 && Math.min(...tops) >= find.bottom;
      });
      await panel.page.close();
    });

    it("says that it works on the first picture until that is there", async () => {
      const panel = await site.open({});
      const first = panel.page.locator("#first");
      assert.equal(await first.textContent(), "Tracing …");
      await panel.send({ kind: "busy", busy: true });
      await panel.page.waitForSelector(".busy");
      assert.ok(await first.isVisible());
      await panel.page.screenshot({ path: screenshot("first-dark.png"), animations: "disabled" });
      await panel.send(show(graphState(activation())));
      await panel.drawn();
      assert.equal(await first.count(), 0);
      await panel.page.close();
    });

    it("comes back as it was looked at when the cursor has been outside of every function", async () => {
      const panel = await site.shown();
      await panel.page.click('[data-node="n3"]');
      await panel.page.click('[aria-label="Zoom In (+)"]');
      await panel.page.click('[aria-label="Zoom In (+)"]');
      const transform = await transformOf(panel);
      await panel.send(show({ kind: "empty", suggestions: [] }, 2));
      await panel.page.waitForSelector(".notice");
      assert.equal(await panel.page.isVisible(".panel"), false);
      await panel.send(show(graphState(activation()), 3));
      await panel.page.waitForSelector(".panel");
      assert.equal(await transformOf(panel), transform);
      assert.equal(await panel.page.getAttribute(".node.sel", "data-node"), "n3");
      await panel.page.close();
    });

    it("is fitted when another function is there after a while without one", async () => {
      const panel = await site.shown();
      await panel.page.click('[aria-label="Zoom In (+)"]');
      await panel.page.click('[aria-label="Zoom In (+)"]');
      await panel.send(show({ kind: "empty", suggestions: [] }, 2));
      await panel.page.waitForSelector(".notice");
      await panel.send(show(graphState(weightSharing()), 3));
      await panel.page.waitForSelector('.stage svg[aria-label^="loss"]');
      await panel.page.waitForFunction(() => parseInt(document.querySelector(".pct")!.textContent, 10) <= 100);
      await panel.page.close();
    });

    it("offers the walkthrough until a graph has been seen", async () => {
      const panel = await site.shown();
      const empty = show({ kind: "empty", suggestions: [] }, 2);
      await panel.send({ ...empty, isFirst: true } as ToWebview);
      await panel.page.waitForSelector("text=Change inputs here; nothing runs your code.");
      await panel.page.click("text=Open Walkthrough");
      assert.deepEqual(last(await panel.posts(), "openWalkthrough"), { kind: "openWalkthrough" });
      await panel.send({ ...empty, revision: 3 } as ToWebview);
      await panel.page.waitForSelector("text=Open Walkthrough", { state: "detached" });
      await panel.page.close();
    });

    it("offers a way on in every state without a picture", async () => {
      const panel = await site.shown();
      await panel.send(show({ kind: "empty", suggestions: [{ name: "f", signature: "f(x)", source: place(7) }] }, 2));
      await panel.page.click("text=f(x)");
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(7));
      await panel.send(show({ kind: "failed", title: "f", message: "Error: no" }, 3));
      await panel.page.click("text=Try Again");
      assert.deepEqual(last(await panel.posts(), "retry"), { kind: "retry" });
      await panel.page.click("text=Report Issue");
      assert.deepEqual(last(await panel.posts(), "report"), { kind: "report" });
      const findings = [finding("`await` is not supported.", 8), finding("`this` is not supported.", 9)] as const;
      await panel.send(show({ kind: "rejected", title: "f", findings, partial: undefined }, 4));
      await panel.page.click("text=Go to Line 9");
      assert.deepEqual(last(await panel.posts(), "open")?.source, place(9));
      await panel.send(
        show({ kind: "rejected", title: "f", findings, partial: sealed({ ...activation(), result: undefined }) }, 5),
      );
      await panel.drawn();
      assert.deepEqual(await texts(panel, "h1"), ["activation"]);
      assert.equal(await panel.page.textContent(".bar .text"), "await is not supported.");
      await panel.page.close();
    });

    it("offers what can be done about a folded picture, an early end and a finding", async () => {
      const codes = { "budget/steps": "Stopped after 10,000,000 steps.", "unsupported/dom": "`window` is not here." };
      const findings = Object.entries(codes).map(([code, message]) => ({ ...finding(message, 5, "warning"), code }));
      const folded = "1,218 steps. Showing 9: loop rounds and calls are folded.";
      const nodes = activation().nodes.map((node) => (node.name === "u" ? { ...node, unfolds: "loop for 1" } : node));
      const panel = await site.shown({ ...activation(), nodes, findings, folded });
      await panel.page.click("text=Allow More Steps");
      assert.deepEqual(last(await panel.posts(), "allowMore"), { kind: "allowMore" });
      await panel.page.click("text=2 More");
      await panel.page.click(".message:nth-child(2) >> text=Learn More");
      assert.deepEqual(last(await panel.posts(), "openHelp"), { kind: "openHelp", code: "unsupported/dom" });
      assert.equal(await panel.page.textContent(".message:nth-child(3) .text"), folded);
      await panel.page.click(".message >> text=Unfold");
      assert.deepEqual(last(await panel.posts(), "fold")?.folding, { open: ["loop for 1"], closed: [] });
      await panel.page.click(".message >> text=Table");
      await panel.page.waitForSelector(".tablebox");
      await panel.page.close();
    });

    it("says beside an input, and not above the picture, that it only decides", async () => {
      const model = activation();
      const deciding = { ...finding("`b` has no gradient.", 1, "info"), code: "input/deciding" };
      const inputs = model.inputs.map((input) =>
        input.name === "b"
          ? { ...input, node: undefined, gradient: numberText(0), isDeciding: true }
          : input.name === "x"
            ? { ...input, gradient: numberText(0), isWithoutPath: true }
            : input,
      );
      const panel = await site.shown({ ...model, inputs, findings: [deciding] });
      assert.deepEqual(await texts(panel, ".inputs .none"), ["no effect", "only decides"]);
      assert.equal(await panel.page.locator(".bar").count(), 0);
      await panel.send(show(graphState({ ...model, inputs, findings: [{ ...deciding, code: "input/unused" }] }), 2));
      await panel.page.waitForSelector(".bar");
      await panel.page.close();
    });

    it("lets what takes longer than two seconds be stopped, and says where a picture is from", async () => {
      const panel = await site.shown();
      await panel.send({ ...show(graphState(activation()), 2), from: "train.ts" } as ToWebview);
      await panel.page.waitForSelector("text=from train.ts");
      await panel.send({ kind: "busy", busy: true });
      await panel.page.click("text=Stop");
      assert.deepEqual(last(await panel.posts(), "stop"), { kind: "stop" });
      await panel.send({ kind: "busy", busy: false });
      await panel.page.waitForSelector(".stop", { state: "detached" });
      await panel.page.close();
    });

    it("has nothing that an accessibility checker objects to", async () => {
      const panel = await site.shown(weightSharing());
      await panel.page.evaluate(fs.readFileSync(path.join(PROJECT_ROOT, "node_modules/axe-core/axe.min.js"), "utf8"));
      const violations = (): Promise<string[]> =>
        panel.page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
          const { violations: found } = await axe.run("#panel");
          return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
        });
      assert.deepEqual(await violations(), []);
      await panel.page.click(".twist");
      await panel.page.click("text=Table");
      assert.deepEqual(await violations(), []);
      await panel.page.close();
    });
  });
}
