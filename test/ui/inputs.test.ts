/** Inputs of every kind: numbers, arrays, objects and booleans, typed, dragged and taken back. */
import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { becomes } from "./desk.ts";
import { useEditor } from "./editor.ts";

const FILE = `interface Layer {
  weights: number[];
  bias: number;
  isOn: boolean;
}

/** @at layer = { weights: [1, 2, 3, 0, 0], bias: 0.5, isOn: true }, x = 2 */
export function forward(layer: Layer, x: number) {
  const s = layer.weights.reduce((sum, weight) => sum + weight * x, 0);
  const out = layer.isOn ? s + layer.bias : s * 2;
  return out;
}
`;

describe("Inputs", () => {
  const desk = useEditor("inputs", { files: { "layer.ts": FILE } });

  before(async () => {
    await desk.open("layer.ts");
    await desk.show("const s =", "out = 12.5");
    await desk.toggleInputs();
  });

  it("a number of an array is typed into its cell, and the array is reset by its button", async () => {
    await desk.field("layer.weights[1]").fill("5");
    await desk.resultIs("out = 18.5");
    await becomes(() => desk.hintBehind("s + layer.bias : s * 2;"), "= 18.5  ∂ +1");
    await desk.screenshot("inputs-object-dark");
    await desk.button("Reset layer.weights").click();
    await desk.resultIs("out = 12.5");
  });

  it("a cell is reached, edited and left by keys", async () => {
    // The grid is one stop, where one was last.
    await desk.tabTo(/^Value of layer\.weights/);
    await desk.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowRight");
    assert.equal(await desk.focusedInPage(), "Value of layer.weights[1]");
    await desk.page.keyboard.type("5");
    await desk.resultIs("out = 18.5");
    await desk.press("Enter", "Control+z");
    await desk.resultIs("out = 12.5");
  });

  it("a boolean is a checkbox, by mouse and by key", async () => {
    await desk.field("layer.isOn").click();
    await desk.resultIs("out = 24");
    await desk.tabTo("Value of layer.isOn");
    await desk.press("Space");
    await desk.resultIs("out = 12.5");
  });

  it("a number is dragged in its field, stepped by keys, and everything is reset at once", async () => {
    await desk.drag(desk.field("layer.bias"), 30, 0);
    await becomes(async () => Number(await desk.field("layer.bias").inputValue()) > 0.5, true);
    await desk.tabTo("Value of x");
    await desk.press("ArrowUp");
    await becomes(async () => Number(await desk.field("x").inputValue()) > 2, true);
    await desk.button("Reset").click();
    await desk.resultIs("out = 12.5");
    assert.equal(await desk.field("x").inputValue(), "2");
  });

  it("what is no number is marked and said, and changes nothing", async () => {
    await desk.field("x").fill("2x");
    await desk.panel.getByText("2x is no number because of x at character 2; the value is still 2.").waitFor();
    await desk.resultIs("out = 12.5");
    await desk.field("x").press("Escape");
    assert.equal(await desk.field("x").inputValue(), "2");
  });

  it("an object is written into the code as a whole", async () => {
    await desk.field("layer.weights[2]").fill("4");
    await desk.resultIs("out = 14.5");
    await desk.tabTo("Write Inputs to Code");
    await desk.press("Enter");
    await desk.line("weights: [1, 2, 4, 0, 0], bias: 0.5, isOn: true").waitFor();
    await desk.resultIs("out = 14.5");
    await desk.revert();
    await desk.resultIs("out = 12.5");
  });
});
