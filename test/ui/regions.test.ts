/** Calls and loops, folded, unfolded and entered, and the paths through a graph. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { becomes, eventually } from "./desk.ts";
import { useEditor } from "./editor.ts";

const LOOP = "loss, rounds 1 … 20";
const LEVELS = ["a", "b", "c", "d", "e"];
/** Two ways at each of five levels: 32 paths. */
const PATHS = `export function many(x = 1) {
${LEVELS.map((name, level) => {
  const from = LEVELS[level - 1] ?? "x";
  return `  const ${name}1 = Math.sin(${from});\n  const ${name}2 = ${from} * 0.5;\n  const ${name} = ${name}1 + ${name}2;\n`;
}).join("")}  return e;
}
`;

describe("Regions and paths", () => {
  const desk = useEditor("regions", { files: { "many.ts": PATHS } });

  before(async () => {
    await desk.open("logistic-regression.ts");
    await desk.show("let loss =", "l = 0.427");
    await becomes(nodes, 4);
    await desk.drawAcross("slope", LOOP);
  });

  /** How many nodes the picture has. */
  async function nodes(): Promise<number> {
    return (await desk.picture()).nodes.length;
  }

  /** The way in, from the whole function. */
  function crumbs(): Promise<string[]> {
    return desk.panel.getByRole("navigation", { name: "Inside of" }).locator("code").allInnerTexts();
  }

  /** Gives the keyboard to the folded loop, along the edge from the first input; again, if the picture of the whole comes only between the keys. */
  async function focusLoop(): Promise<void> {
    await desk.tabTo("node");
    const walk = async (): Promise<string> => {
      await desk.press("Home", "ArrowRight");
      return desk.focusedInPage();
    };
    await becomes(walk, `node ${LOOP}`);
  }

  it("a double click goes inside, and the way that is shown leads back", async () => {
    await desk.node(LOOP).dblclick();
    await becomes(crumbs, ["logLoss", LOOP]);
    await desk.screenshot("regions-inside-dark");
    await desk.panel.locator(".stage g.node.group").first().dblclick();
    await eventually(crumbs, (way) => way.length === 3);
    await desk.button("Back (Backspace)").click();
    await becomes(crumbs, ["logLoss", LOOP]);
    await desk.button("logLoss").click();
    await becomes(crumbs, []);
    await becomes(nodes, 4);
  });

  it("I goes inside and Backspace back", async () => {
    await focusLoop();
    await desk.press("i");
    await becomes(crumbs, ["logLoss", LOOP]);
    await desk.tabTo("node");
    await desk.press("Backspace");
    await becomes(crumbs, []);
    await becomes(nodes, 4);
  });

  it("a loop is unfolded and folded by buttons", async () => {
    await desk.node(LOOP).click();
    await desk.panel.locator(".details").getByRole("button", { name: "Unfold" }).click();
    await eventually(nodes, (count) => count > 4);
    await desk.screenshot("regions-unfolded-dark");
    await desk.panel
      .getByRole("navigation", { name: "Folded and unfolded by hand" })
      .getByRole("button")
      .first()
      .click();
    await becomes(nodes, 4);
  });

  it("a loop is unfolded by U, and folded by the button with its name", async () => {
    await focusLoop();
    await desk.press("u");
    await eventually(nodes, (count) => count > 4);
    await desk.tabTo(/^for loop/);
    await desk.press("Enter");
    await becomes(nodes, 4);
  });

  it("a loop whose rounds are seen is folded from any of them by Shift and U", async () => {
    await focusLoop();
    await desk.press("u");
    await eventually(nodes, (count) => count > 4);
    await desk.panel.locator(".stage g.node.group").first().focus();
    await desk.press("Shift+U");
    await becomes(nodes, 4);
  });

  it("the gradients of the inputs are the same, folded or not", async () => {
    const gradients = (): Promise<string[]> => desk.panel.locator(".cell .cell-g").allInnerTexts();
    const folded = await gradients();
    await desk.node(LOOP).dblclick();
    await becomes(crumbs, ["logLoss", LOOP]);
    await becomes(gradients, folded);
    await desk.button("Back (Backspace)").click();
    await becomes(crumbs, []);
  });

  it("all paths are listed by the mouse, and the one that is pointed at is lit", async () => {
    await desk.open("many.ts");
    await desk.cursorBehind("const a =");
    await desk.panel.locator(".stage g.node", { hasText: "e1" }).first().waitFor();
    await desk.panel.locator(".cell", { hasText: "∂e/∂x" }).click();
    const rows = desk.panel.locator(".path");
    await becomes(() => rows.count(), 4);
    await desk.panel.getByRole("button", { name: "28 more" }).click();
    await becomes(() => rows.count(), 32);
    await rows.nth(2).hover();
    await desk.panel.locator(".path.on").and(rows.nth(2)).waitFor();
    assert.equal(await desk.panel.locator("path.lit").count(), 10);
    await desk.screenshot("paths-all-dark");
    await desk.panel.getByRole("button", { name: "Show the Largest Only" }).click();
    await becomes(() => rows.count(), 4);
  });

  it("all paths are listed and walked through by keys", async () => {
    const rows = desk.panel.locator(".path");
    await desk.tabTo("28 more");
    await desk.press("Enter");
    await becomes(() => rows.count(), 32);
    await desk.tabTo(/^via/);
    await desk.press("ArrowDown");
    await desk.panel.locator(".path.on").and(rows.nth(1)).waitFor();
    await desk.tabTo("Show the Largest Only");
    await desk.press("Enter");
    await becomes(() => rows.count(), 4);
  });
});
