/** Plots, maps, second derivatives and Jacobians of functions whose derivatives are known on paper. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

const FILE = `/** @at x = 1, y = 2 */
export function bowl(x: number, y: number) {
  const f = x ** 2 * y + 3 * y ** 2;
  return f;
}

/** @at a = 2, b = 3 */
export function both(a: number, b: number) {
  const sum = a + b;
  const product = a * b;
  return { sum, product };
}
`;

describe("Derivatives", () => {
  const desk = useEditor("derivatives", { files: { "bowl.ts": FILE } });

  before(async () => {
    await desk.open("bowl.ts");
    await desk.show("const f =", "f = 14");
  });

  /** The numbers of the table, row by row. */
  function table(): Promise<string[][]> {
    return desk.panel
      .locator(".matrix tbody tr")
      .evaluateAll((rows) => rows.map((row) => Array.from(row.querySelectorAll("td"), (cell) => cell.textContent)));
  }

  async function valueOf(input: string): Promise<number> {
    return Number(
      await desk.panel
        .locator(".cell", { hasText: `∂f/∂${input}` })
        .locator(".num")
        .first()
        .textContent(),
    );
  }

  const SECOND = [
    ["+4", "+2"],
    ["+2", "+6"],
  ];

  it("second derivatives by the mouse: what an entry means, and its inputs lit", async () => {
    await desk.node("x").click();
    await desk.button("Second Derivatives (H)").click();
    await becomes(table, SECOND);
    await desk.panel.getByRole("gridcell", { name: /^\+2/ }).first().hover();
    await desk.panel.locator(".matrix .say", { hasText: "∂²f/∂x ∂y = +2" }).waitFor();
    await desk.panel.locator("g.node.lit", { hasText: /^y/ }).waitFor();
    await desk.screenshot("hessian-dark");
    await desk.button("Close (Esc)").click();
    await desk.panel.locator(".matrix").waitFor({ state: "detached" });
  });

  it("second derivatives by keys", async () => {
    await desk.tabTo("node");
    await desk.press("h");
    await becomes(table, SECOND);
    await desk.tabTo(/^\+6\. /);
    await desk.press("ArrowLeft");
    assert.match(await desk.focusedInPage(), /^\+2\. /);
    await desk.panel.locator(".matrix .say", { hasText: "= +2" }).waitFor();
    await desk.press("Escape");
    await desk.panel.locator(".matrix").waitFor({ state: "detached" });
  });

  it("the plot along an input by the mouse: drawn with its slope, and dragging moves the input", async () => {
    await desk.node("x").click();
    await desk.button("Plot f Along x (L)").click();
    const plot = desk.panel.getByRole("group", { name: /^f along x/ });
    await plot.locator(".tangent").waitFor();
    await desk.panel.getByText("slope +4").waitFor();
    await desk.drag(plot, 40, 0);
    await becomes(async () => (await valueOf("x")) > 1, true);
    await desk.run("Undo Change of Inputs");
    await desk.resultIs("f = 14");
  });

  it("the plot by keys: an arrow moves the input", async () => {
    await desk.tabTo(/^f along x/);
    await desk.press("ArrowRight");
    await becomes(async () => (await valueOf("x")) > 1, true);
    await desk.press("Control+z");
    await desk.resultIs("f = 14");
  });

  it("the map over two inputs by the mouse: level lines and the gradient, and dragging moves both", async () => {
    await desk.panel.getByLabel("Second input of the plot").selectOption("y");
    const map = desk.panel.getByRole("group", { name: /^f over x/ });
    await map.locator(".level").first().waitFor();
    await map.locator(".arrow").waitFor();
    const label = (await map.getAttribute("aria-label")) ?? "";
    assert.match(label, /At 1 and 2 the gradient is \+4 by x and \+13 by y/);
    await desk.screenshot("contour-dark");
    await desk.drag(map.locator(".area"), 12, -12);
    await becomes(async () => (await valueOf("x")) > 1 && (await valueOf("y")) > 2, true);
    await desk.run("Undo Change of Inputs");
    await desk.resultIs("f = 14");
  });

  it("the map by keys: chosen in the list, and arrows move the point", async () => {
    await desk.tabTo("Second input of the plot");
    await desk.press("ArrowUp");
    await desk.panel.locator(".surface").waitFor({ state: "detached" });
    await desk.press("ArrowDown");
    await desk.panel.locator(".surface").waitFor();
    await desk.tabTo(/^f over x/);
    await desk.press("ArrowUp");
    await becomes(async () => (await valueOf("x")) === 1 && (await valueOf("y")) > 2, true);
    await desk.press("Control+z");
    await desk.resultIs("f = 14");
    await desk.tabTo("node");
    await desk.press("l");
    await desk.panel.locator(".plot").waitFor({ state: "detached" });
  });

  const ALL = [
    ["+1", "+1"],
    ["+3", "+2"],
  ];

  it("derivatives of all results by the mouse, where a click chooses the result", async () => {
    await desk.edit();
    await desk.cursorBehind("const sum =");
    await desk.node("a").click();
    await desk.button("Derivatives of All Results (J)").click();
    await becomes(table, ALL);
    await desk.screenshot("jacobian-dark");
    await desk.panel.locator(".matrix").getByRole("button", { name: "product" }).click();
    await desk.panel.locator(".cell", { hasText: "product/∂a+3" }).waitFor();
    await desk.panel.locator(".matrix").getByRole("button", { name: "sum" }).click();
    await desk.panel.locator(".cell", { hasText: "sum/∂a+1" }).waitFor();
    await desk.button("Close (Esc)").click();
  });

  it("derivatives of all results by keys", async () => {
    await desk.tabTo("node");
    await desk.press("j");
    await becomes(table, ALL);
    await desk.tabTo("product");
    await desk.press("Enter");
    await desk.panel.locator(".cell", { hasText: "product/∂a+3" }).waitFor();
    await desk.press("Escape");
    await desk.panel.locator(".matrix").waitFor({ state: "detached" });
  });
});
