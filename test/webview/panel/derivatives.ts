/** Tables of derivatives, as a person meets them in the page. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { signedText } from "../../../src/view/number.ts";
import type { MatrixView } from "../../../src/view/question.ts";
import { weightSharing } from "../fixtures.ts";
import { last, reply, screenshot, texts, type Site } from "./site.ts";

/** A Hessian by inputs of these names; `nodes` are those that stand for them. */
function hessianOf(
  values: readonly (readonly number[])[],
  names: readonly string[],
  nodes: readonly string[],
): MatrixView {
  const largest = Math.max(...values.flat().filter(Number.isFinite).map(Math.abs));
  const heads = names.map((name, index) => ({ name, node: nodes[index] }));
  return {
    kind: "hessian",
    title: "Second derivatives of `loss`",
    columns: heads,
    rows: heads.map((head, row) => ({
      ...head,
      output: undefined,
      isChosen: false,
      cells: heads.map(({ name }, column) => ({
        name: row === column ? `∂²loss/∂${name}²` : `∂²loss/∂${head.name} ∂${name}`,
        value: signedText(values[row]![column]!),
        strength: Math.abs(values[row]![column]! || 0) / largest,
        sentence: `Raising \`${name}\` a little raises \`∂loss/∂${head.name}\` by ${values[row]![column]!} times as much.`,
        isKink: row === 0 && column === 0,
      })),
    })),
    notes: ["Entries with a circle pass a kink, where there is no second derivative; both sides count as straight."],
  };
}

const VALUES = [
  [2.6, 0.813, -0.5],
  [0.813, 1.04, 0],
  [-0.5, 0, NaN],
];

/** Add the tests to the suite. */
export function derivativeTests(site: Site): void {
  describe("the panel's tables of derivatives", () => {
    const model = weightSharing();
    const inputs = model.inputs.slice(0, 3);
    const matrix = hessianOf(
      VALUES,
      inputs.map(({ name }) => name),
      inputs.map(({ node }) => node!),
    );

    it("show all columns of eight inputs beside what an entry means, in a panel half as wide as a window", async () => {
      const panel = await site.shown(model, { width: 570, height: 800 });
      await panel.page.click('[aria-label="Second Derivatives (H)"]');
      const names = ["a", "b", "c", "d", "e", "f", "g", "h"];
      const values = names.map((_, row) =>
        names.map((__, column) => (row === column ? 13.7 : row + column > 8 ? -0.559 : 0)),
      );
      await reply(panel, { kind: "matrix", matrix: hessianOf(values, names, []) });
      const { inner, outer } = await panel.page
        .locator(".matrix .entries")
        .evaluate((entries) => ({ inner: entries.scrollWidth, outer: entries.clientWidth }));
      assert.ok(inner <= outer, `${inner} of ${outer} pixels`);
      await panel.page.screenshot({ path: screenshot("hessian-570-dark.png"), animations: "disabled" });
      await panel.page.setViewportSize({ width: 450, height: 800 });
      const [meaning, entries] = await Promise.all(
        [".matrix .meaning", ".matrix .entries"].map((part) => panel.page.locator(part).boundingBox()),
      );
      assert.ok(
        meaning!.y + meaning!.height <= entries!.y && meaning!.width > 400,
        "above it where there is less room",
      );
      await panel.page.close();
    });

    it("open by button and by key, say what each entry means, and light its inputs", async () => {
      const panel = await site.shown(model);
      await panel.page.click('[aria-label="Second Derivatives (H)"]');
      assert.deepEqual(last(await panel.posts(), "ask")?.question, { kind: "matrix", of: "hessian", inputs: [] });
      await reply(panel, { kind: "matrix", matrix });
      await panel.page.waitForSelector(".matrix table");
      assert.deepEqual(await texts(panel, ".matrix td.num"), [
        "+2.6",
        "+0.813",
        "−0.5",
        "+0.813",
        "+1.04",
        "0",
        "−0.5",
        "0",
        "NaN",
      ]);
      assert.deepEqual(
        await texts(panel, '.matrix th[scope="row"]'),
        inputs.map(({ name }) => name),
      );
      const [first, second] = inputs.map(({ name }) => name);
      await panel.page.hover('[data-at="0 1"]');
      assert.equal(
        await panel.page.textContent(".matrix .say"),
        `∂²loss/∂${first} ∂${second} = +0.813Raising ${second} a little raises ∂loss/∂${first} by 0.813 times as much.`,
      );
      const lit = await panel.page.$$eval("g.node.lit", (nodes) => nodes.map((node) => node.getAttribute("data-node")));
      for (const { node } of inputs.slice(0, 2)) assert.ok(lit.includes(node!), `${node} of ${lit.join()}`);
      assert.equal(
        await panel.page.getAttribute('[data-at="0 1"]', "aria-label"),
        `+0.813. Raising ${second} a little raises ∂loss/∂${first} by 0.813 times as much.`,
      );
      await panel.page.focus('[data-at="0 1"]');
      await panel.page.keyboard.press("ArrowDown");
      assert.equal(await panel.page.evaluate(() => document.activeElement!.getAttribute("data-at")), "1 1");
      await panel.page.keyboard.press("End");
      await panel.page.keyboard.press("ArrowRight");
      assert.equal(await panel.page.evaluate(() => document.activeElement!.getAttribute("data-at")), "1 2");
      await panel.page.keyboard.press("Escape");
      assert.equal(await panel.page.$(".matrix"), null);
      await panel.page.focus(`[data-node="${inputs[0]!.node}"]`);
      await panel.page.keyboard.press("h");
      await panel.page.waitForSelector(".matrix");
      await panel.page.close();
    });

    it("take in an input that is selected, and give way to any other node", async () => {
      const panel = await site.shown(model);
      await panel.send({ kind: "run", command: "hessian", node: undefined });
      await panel.page.waitForFunction(() =>
        (globalThis as unknown as { posts: { kind: string }[] }).posts.some(({ kind }) => kind === "ask"),
      );
      await reply(panel, { kind: "matrix", matrix });
      await panel.page.waitForSelector(".matrix");
      const second = inputs[1]!;
      await panel.page.click(`[data-node="${second.node}"]`);
      assert.deepEqual(last(await panel.posts(), "ask")?.question, {
        kind: "matrix",
        of: "hessian",
        inputs: [second.name],
      });
      assert.notEqual(await panel.page.$(".matrix"), null);
      await panel.page.click('[data-node="n9"]');
      assert.equal(await panel.page.$(".matrix"), null);
      await panel.page.close();
    });

    it("choose the result that is clicked in a Jacobian", async () => {
      const head = matrix.rows[0]!;
      const outputs = ["price", "delta"].map((key) => ({ name: `greeks.${key}`, key, value: signedText(1) }));
      const panel = await site.shown({ ...model, outputs });
      await panel.page.focus(`[data-node="${inputs[0]!.node}"]`);
      await panel.page.keyboard.press("j");
      assert.deepEqual(last(await panel.posts(), "ask")?.question, { kind: "matrix", of: "jacobian", inputs: [] });
      const rows = outputs.map(({ name, key }, index) => ({
        ...head,
        name,
        node: undefined,
        output: key,
        isChosen: index === 0,
      }));
      await reply(panel, {
        kind: "matrix",
        matrix: { ...matrix, kind: "jacobian", title: "Derivatives of both results", rows },
      });
      await panel.page.click(".matrix tr:nth-child(2) th button");
      assert.deepEqual(last(await panel.posts(), "chooseOutput"), { kind: "chooseOutput", key: "delta" });
      await panel.page.close();
    });

    for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
      for (const width of [760, 360]) {
        it(`keep the contrast of their numbers and fit: ${theme}, ${width} pixels`, async () => {
          const size = 8;
          const names = Array.from({ length: size }, (_, i) => (i === 3 ? "learningRate" : `w${i}`));
          const values = names.map((_, i) =>
            names.map((_, k) => ((i * k) % 7 === 0 ? 0 : (i + k + 1) * (i === k ? 11.3 : -2.77))),
          );
          const panel = await site.shown(model, { theme, width });
          await panel.page.focus(`[data-node="${inputs[0]!.node}"]`);
          await panel.page.keyboard.press("h");
          await reply(panel, {
            kind: "matrix",
            matrix: hessianOf(
              values,
              names,
              inputs.map(({ node }) => node!),
            ),
          });
          await panel.page.waitForSelector(".matrix");
          await panel.page.hover('[data-at="2 2"]');
          const contrasts = await panel.page.$$eval(".matrix td.num", (cells) => {
            const luminance = (text: string): number => {
              const [r = 0, g = 0, b = 0] = text
                .match(/[\d.]+/g)!
                .map((part) => Number(part) * (text.startsWith("color(") ? 255 : 1));
              const linear = [r, g, b].map((c) => (c <= 10.3 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
              return linear[0]! * 0.2126 + linear[1]! * 0.7152 + linear[2]! * 0.0722;
            };
            const page = getComputedStyle(document.body).backgroundColor;
            return cells.map((cell) => {
              const { color, backgroundColor } = getComputedStyle(cell);
              const back = luminance(backgroundColor === "rgba(0, 0, 0, 0)" ? page : backgroundColor);
              const ink = luminance(color);
              return (Math.max(back, ink) + 0.05) / (Math.min(back, ink) + 0.05);
            });
          });
          assert.ok(Math.min(...contrasts) >= 4.5, `${Math.min(...contrasts)}`);
          assert.equal(
            await panel.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
            true,
          );
          await panel.page.screenshot({ path: screenshot(`hessian-${theme}-${width}.png`), animations: "disabled" });
          await panel.page.close();
        });
      }
    }
  });
}
