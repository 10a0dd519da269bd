/** What is drawn, what is patched and what stays where it is. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ViewModel } from "../../../src/view/model.ts";
import { keptState } from "../../../src/webview/messages.ts";
import { activation, finding, graphState, modelOf, perceptron, show, weightSharing } from "../fixtures.ts";
import { themes, type ThemeName } from "../themes.ts";
import { screenshot, texts, transformOf, type Site } from "./site.ts";

/** Add the tests to the suite. */
export function pictureTests(site: Site): void {
  describe("the picture", () => {
    it("asks for its state and draws the lecture's graph with every number", async () => {
      const panel = await site.shown();
      assert.deepEqual((await panel.posts())[0], { kind: "room", room: { width: 760, height: 320 } });
      assert.deepEqual((await panel.posts())[1], { kind: "ready" });
      assert.deepEqual(await texts(panel, ".stage .nodeLabel"), [
        "w\n2\n∂a/∂w = 3",
        "x\n3\n∂a/∂x = 2",
        "b\n1\n∂a/∂b = 1",
        "u = w · x\n6\n∂a/∂u = 1",
        "v = u + b\n7\n∂a/∂v = 1",
        "a = max(0, v)\n7\n∂a/∂a = 1",
      ]);
      const edges = ["∂u/∂w = 3", "∂u/∂x = 2", "∂v/∂u = 1", "∂v/∂b = 1", "∂a/∂v = 1"];
      assert.deepEqual(await texts(panel, ".stage .labelBkg"), edges);
      assert.deepEqual(await texts(panel, "h1"), ["a = 7"]);
      assert.deepEqual(await texts(panel, ".cell"), ["w2∂a/∂w+3", "x3∂a/∂x+2", "b1∂a/∂b+1"]);
      assert.equal(await panel.page.textContent(".say"), "Raising w a little raises a 3 times as much.");
      assert.deepEqual(await texts(panel, "mtable.chain .numbers mn"), ["1", "1", "3", "3"]);
      assert.deepEqual(await texts(panel, ".tools .pct"), ["100 %"]);
      await panel.page.close();
    });

    it("looks its best in every theme, and follows a change of theme without drawing again", async () => {
      const panel = await site.shown(weightSharing(), { height: 680 });
      await panel.page.$eval(".stage svg", (svg) => {
        svg.setAttribute("data-first", "yes");
      });
      for (const theme of Object.keys(themes) as ThemeName[]) {
        await panel.page.evaluate(({ className, variables }) => {
          document.body.className = className;
          for (const [name, value] of Object.entries(variables))
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
        }, themes[theme]);
        const accent = await panel.page.$eval(".cell-g b", (each) => getComputedStyle(each).color);
        const [red, green, blue] = /^#(..)(..)(..)$/.exec(themes[theme].variables["charts-purple"])!.slice(1);
        assert.equal(accent, `rgb(${[red, green, blue].map((part) => parseInt(part!, 16)).join(", ")})`);
        await panel.page.screenshot({ path: screenshot(`paths-${theme}.png`), animations: "disabled" });
      }
      assert.equal(await panel.page.getAttribute(".stage svg", "data-first"), "yes");
      await panel.page.close();
    });

    it("puts new numbers into the picture that is there, without a call of Mermaid", async () => {
      const panel = await site.shown();
      await panel.page.evaluate(() => {
        document.querySelector(".stage svg")!.setAttribute("data-first", "yes");
        // Mermaid draws into an element of the page, out of sight.
        Object.assign(globalThis, { drawings: 0 });
        new MutationObserver((records) => {
          const added = records.flatMap((record) => [...record.addedNodes]).filter((node) => node instanceof Element);
          const drawings = added.filter((node) => node.matches("svg") || node.querySelector("svg") !== null).length;
          (globalThis as unknown as { drawings: number }).drawings += drawings;
        }).observe(document, { childList: true, subtree: true });
      });
      const drawings = (): Promise<number> =>
        panel.page.evaluate(() => (globalThis as unknown as { drawings: number }).drawings);
      await panel.send(show(graphState(activation(5, 4, 2)), 2));
      await panel.page.waitForSelector("text=∂u/∂w = 4");
      assert.equal(await panel.page.getAttribute(".stage svg", "data-first"), "yes");
      assert.deepEqual((await texts(panel, ".stage .nodeLabel"))[5], "a = max(0, v)\n22\n∂a/∂a = 1");
      // Counted as soon as the numbers are there: boxes that have become too narrow for them follow.
      const atOnce = panel.page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const observer = new MutationObserver(() => {
              if (document.querySelector('[data-node="n0"].zero') === null) return;
              observer.disconnect();
              resolve((globalThis as unknown as { drawings: number }).drawings);
            });
            observer.observe(document, { attributes: true, subtree: true });
          }),
      );
      await panel.send(show(graphState(activation(-5, 4, 2)), 3));
      assert.equal(await atOnce, 0);
      assert.equal(await panel.page.$$eval("path.w0", (paths) => paths.length), 5);
      await panel.send(show(graphState(weightSharing()), 4));
      await panel.page.waitForFunction(() => document.querySelectorAll(".stage g.node").length > 6);
      assert.ok((await drawings()) > 0, "another topology is drawn by Mermaid");
      await panel.page.close();
    });

    it("finds a picture again that was left for another one, with the numbers of now", async () => {
      const panel = await site.shown(activation(), { width: 1000 });
      await panel.page.$eval(".stage svg", (svg) => {
        svg.setAttribute("data-first", "yes");
      });
      await panel.send(show(graphState({ ...weightSharing(), title: "activation", file: activation().file }), 2));
      await panel.page.waitForSelector(".stage svg:not([data-first])");
      await panel.send(show(graphState(activation(5, 4, 2)), 3));
      await panel.page.waitForSelector('.stage svg[data-first="yes"]');
      await panel.page.waitForSelector("text=∂u/∂w = 4");
      assert.deepEqual((await texts(panel, ".stage .nodeLabel"))[5], "a = max(0, v)\n22\n∂a/∂a = 1");
      await panel.page.close();
    });

    it("gives longer numbers wider boxes, and keeps them wide", async () => {
      const panel = await site.shown(activation(), { width: 1000 });
      const widthOf = (): Promise<number> =>
        panel.page.$eval('[data-node="n1"] .label-container', (rect) => Number(rect.getAttribute("width")));
      const narrow = await widthOf();
      await panel.send(show(graphState(activation(1.23456789, 1e-5 / 3, 1)), 2));
      await panel.page.waitForFunction((before) => {
        const rect = document.querySelector('[data-node="n1"] .label-container');
        return rect !== null && Number(rect.getAttribute("width")) > before;
      }, narrow);
      const overflowing = await panel.page.$$eval(
        ".stage g.node",
        (groups) =>
          groups.filter((group) => {
            const box = group.querySelector(".label-container")!.getBoundingClientRect();
            return [...group.querySelectorAll(".nodeLabel span")].some(
              (line) => line.getBoundingClientRect().width > box.width,
            );
          }).length,
      );
      assert.equal(overflowing, 0);
      const wide = await widthOf();
      await panel.send(show(graphState(activation()), 3));
      await panel.page.waitForSelector("text=∂u/∂w = 3");
      assert.equal(await widthOf(), wide);
      await panel.page.close();
    });

    it("makes room for a longer number also if it has gone again before the boxes follow", async () => {
      const panel = await site.shown(activation(), { width: 1000 });
      const selector = '[data-node="n1"] .label-container';
      const narrow = await panel.page.$eval(selector, (rect) => Number(rect.getAttribute("width")));
      await panel.page.evaluate(
        (messages) => {
          for (const message of messages) window.postMessage(message, "*");
        },
        [show(graphState(activation(1.23456789, 1e-5 / 3, 1)), 2), show(graphState(activation()), 3)],
      );
      await panel.page.waitForFunction((before) => {
        const rect = document.querySelector('[data-node="n1"] .label-container');
        return rect !== null && Number(rect.getAttribute("width")) > before;
      }, narrow);
      await panel.page.close();
    });

    it("writes another title in place, and then fits the box to it", async () => {
      const panel = await site.shown(activation(), { width: 1000 });
      const model = activation();
      const titled = (title: string): ViewModel => ({
        ...model,
        nodes: model.nodes.map((node) => (node.id === "n3" ? { ...node, title } : node)),
      });
      const widthOf = (): Promise<number> =>
        panel.page.$eval('[data-node="n3"] .label-container', (rect) => Number(rect.getAttribute("width")));
      const before = await widthOf();
      // In one go, so that it listens before the next message is sent.
      const isInPlace = panel.page.evaluate(
        (text) =>
          new Promise<boolean>((resolve) => {
            const svg = document.querySelector(".stage svg")!;
            const observer = new MutationObserver(() => {
              if (document.querySelector(".stage")?.textContent.includes(text) !== true) return;
              observer.disconnect();
              resolve(svg.isConnected && svg.textContent.includes(text));
            });
            observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          }),
        "0.12345678",
      );
      await panel.send(show(graphState(titled("u = w · x · 0.12345678")), 2));
      assert.ok(await isInPlace, "the text was written into the picture on show");
      const isWidth = (sign: 1 | -1, than: number): Promise<unknown> =>
        panel.page.waitForFunction(
          ([factor, limit]) => {
            const rect = document.querySelector('[data-node="n3"] .label-container');
            return rect !== null && factor * (Number(rect.getAttribute("width")) - limit) > 0;
          },
          [sign, than] as const,
        );
      await isWidth(1, before);
      const wide = await widthOf();
      await panel.send(show(graphState(model), 3));
      await isWidth(-1, wide);
      assert.equal(await widthOf(), before);
      await panel.page.close();
    });

    it("draws another topology out of sight, and keeps zoom and selection", async () => {
      const panel = await site.shown();
      await panel.page.click('[data-node="n4"]');
      await panel.page.click('[aria-label="Zoom In (+)"]');
      const transform = await transformOf(panel);
      const longer = modelOf({
        title: "activation",
        parameters: ["w", "x", "b"],
        nodes: [
          { id: "n0", name: "w", value: 2, line: 2 },
          { id: "n2", name: "b", value: 1, line: 2 },
          { id: "n3", name: "u", formula: "w · w", value: 4, line: 3 },
          { id: "n4", name: "v", formula: "u + b", value: 5, line: 4 },
          { id: "n6", name: "s", formula: "v + v", value: 10, line: 5 },
          { id: "n5", name: "a", formula: "max(0, s)", value: 10, line: 6 },
        ],
        edges: [
          ["n0", "n3", 4],
          ["n3", "n4", 1],
          ["n2", "n4", 1],
          ["n4", "n6", 2],
          ["n6", "n5", 1],
        ],
      });
      await panel.send(show(graphState(longer), 2));
      await panel.page.waitForSelector('[data-node="n6"]');
      assert.equal(await transformOf(panel), transform);
      assert.equal(await panel.page.getAttribute(".node.sel", "data-node"), "n4");
      await panel.send(show(graphState(weightSharing()), 3));
      await panel.page.waitForSelector('[data-node="n9"]');
      assert.notEqual(await transformOf(panel), transform);
      assert.equal(await panel.page.getAttribute(".node.sel", "data-node"), "n0");
      await panel.page.close();
    });

    it("draws only the last of many topologies that come at once", async () => {
      const panel = await site.shown();
      const models = [weightSharing(), perceptron(), activation(3), weightSharing()];
      for (const [index, model] of models.entries()) await panel.send(show(graphState(model), index + 2));
      await panel.page.waitForSelector('[data-node="n9"]');
      assert.equal((await texts(panel, ".stage .nodeLabel")).length, 7);
      await panel.page.close();
    });

    it("writes hostile names as they are and runs nothing", async () => {
      const names = [
        '"><img src=x onerror=alert(1)>',
        "`%%{init: {}}%%`",
        "end",
        "a]b}c)",
        "$$x^2$$",
        "fa:fa-car",
        "#quot;&lt;",
        "<script>alert(1)</script>",
        "𝛼🙂",
        "call()",
        "click n0 href",
      ];
      const nodes = names.map((name, index) => ({ id: `n${index}`, name, value: index, line: 1 }));
      const result = { id: "n99", name: "javascript:alert(1)", formula: names.join(" "), value: 1, line: 2 };
      const model = modelOf({
        title: "<b>f</b>",
        parameters: names,
        nodes: [...nodes, result],
        edges: nodes.map((node) => [node.id, "n99", 1] as const),
        findings: [finding("<img src=x onerror=alert(2)> `<b>`", 1, "warning")],
      });
      const panel = await site.shown(model, { width: 1600, height: 1600 });
      const titles = (await texts(panel, ".stage .nodeLabel")).map((text) => text.split("\n")[0]);
      assert.deepEqual(titles.slice(0, names.length), names);
      assert.equal(await panel.page.textContent(".fn"), model.signature);
      assert.equal(await panel.page.$("#panel :is(img, script, iframe, a, h1 b, .fn b)"), null);
      await panel.page.close();
    });

    it("draws an edge that carries no number from one node to the next", async () => {
      const model = activation();
      const edges = model.edges.map((edge) => ({ ...edge, label: { full: "", short: "" } }));
      const panel = await site.shown({ ...model, edges, topology: "without numbers" });
      const nodes = await panel.page.locator(".stage g.node").all();
      const boxes = await Promise.all(nodes.map((node) => node.boundingBox()));
      const [left, top] = [Math.min(...boxes.map((box) => box!.x)), Math.min(...boxes.map((box) => box!.y))];
      for (const path of await panel.page.locator(".stage path.flowchart-link").all()) {
        const box = await path.boundingBox();
        assert.ok(box!.x > left && box!.y >= top, `${box!.x}, ${box!.y} is beside the nodes`);
      }
      await panel.page.close();
    });

    it("draws nothing while the picture is hidden, and draws it when it is seen", async () => {
      const kept = { state: keptState(graphState(activation())), pinned: false, view: "table" };
      const panel = await site.open({ state: kept });
      await panel.send(show(graphState(activation())));
      await panel.page.waitForSelector(".steps tbody tr");
      assert.equal(await panel.page.$(".stage svg"), null);
      await panel.page.click("text=Graph");
      await panel.drawn();
      await panel.page.close();
    });

    it("draws from top to bottom where it is narrow, and in short notation where the full one does not fit", async () => {
      const narrow = await site.shown(activation(), { width: 320, height: 700 });
      const boxes = await Promise.all(
        ["n0", "n5"].map((id) => narrow.page.locator(`[data-node="${id}"]`).boundingBox()),
      );
      assert.ok(boxes[1]!.y > boxes[0]!.y + 100);
      assert.equal(await narrow.page.evaluate(() => document.documentElement.scrollWidth), 320);
      await narrow.page.screenshot({ path: screenshot("narrow-dark.png"), animations: "disabled" });
      await narrow.page.setViewportSize({ width: 760, height: 660 });
      await narrow.page.waitForSelector("text=∂u/∂w = 3");
      await narrow.page.close();
      const large = await site.shown(weightSharing());
      assert.ok((await texts(large, ".stage .labelBkg")).every((text) => text.startsWith("× ")));
      assert.ok((await texts(large, ".stage .nodeLabel .l3")).every((text) => text.startsWith("∂ ")));
      await large.page.close();
    });
  });
}
