/** Arrow keys in the graph, and the fields' keys. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { literalOf, numberOf, rangeAround, stepped, tidied } from "../../src/webview/inputs/slider.ts";
import { moved, moveOf } from "../../src/webview/picture/moving/moves.ts";
import { modelOf, weightSharing } from "./fixtures.ts";

const model = weightSharing();
const order = model.nodes.map((node) => node.id);
const go = (from: string, key: string): string | undefined =>
  moved(model, from, moveOf(key, "LR")!, (id) => order.indexOf(id));

describe("moving in the graph", () => {
  it("follows the edge with the largest share", () => {
    assert.equal(go("n0", "ArrowRight"), "n6");
    assert.equal(go("n9", "ArrowLeft"), "n7");
    assert.equal(go("n9", "ArrowRight"), undefined);
    assert.equal(go("n0", "ArrowLeft"), undefined);
  });

  it("follows the largest share back to an operand, in whatever order they stand in the code", () => {
    const sum = (a: number, b: number) =>
      modelOf({
        title: "f",
        parameters: ["a", "b"],
        nodes: [
          { id: "n0", name: "a", value: 1, line: 2 },
          { id: "n1", name: "b", value: 1, line: 2 },
          { id: "n2", name: "r", formula: "a + b", value: 2, line: 3 },
        ],
        edges: [
          ["n0", "n2", a],
          ["n1", "n2", b],
        ],
      });
    const back = (each: ReturnType<typeof sum>): string | undefined =>
      moved(each, "n2", "operand", (id) => order.indexOf(id));
    assert.equal(back(sum(1, -5)), "n1");
    assert.equal(back(sum(-5, 1)), "n0");
    assert.equal(back(sum(2, 2)), "n0");
  });

  it("goes between operands and users of the same neighbours", () => {
    assert.equal(go("n4", "ArrowDown"), "n6");
    assert.equal(go("n6", "ArrowUp"), "n4");
    assert.equal(go("n4", "ArrowUp"), undefined);
    assert.equal(go("n2", "ArrowDown"), "n7");
  });

  it("goes to the first input and to the result", () => {
    assert.equal(go("n7", "Home"), "n0");
    assert.equal(go("n0", "End"), "n9");
  });

  it("turns the arrows with the picture", () => {
    assert.equal(moveOf("ArrowDown", "TB"), "user");
    assert.equal(moveOf("ArrowLeft", "TB"), "before");
    assert.equal(moveOf("x", "LR"), undefined);
  });
});

describe("number fields", () => {
  const key = (name: string, shiftKey = false, altKey = false) => ({ key: name, shiftKey, altKey });

  it("steps by 1, by 10 with Shift and by 0.1 with Alt, without binary noise", () => {
    assert.equal(stepped("2", key("ArrowUp")), "3");
    assert.equal(stepped("2", key("ArrowDown", true)), "-8");
    assert.equal(stepped("0.2", key("ArrowUp", false, true)), "0.3");
    assert.equal(stepped("abc", key("ArrowUp")), undefined);
    assert.equal(stepped("2", key("a")), undefined);
  });

  it("reads numbers as TypeScript writes them, and the signs that it shows itself", () => {
    assert.deepEqual(["2.5", " -3 ", "−3", "1e3", "0x10", "Infinity", "−∞", "NaN", "", "two", "1,5"].map(numberOf), [
      2.5,
      -3,
      -3,
      1000,
      16,
      Infinity,
      -Infinity,
      NaN,
      undefined,
      undefined,
      undefined,
    ]);
    assert.equal(literalOf(-0), "-0");
    assert.equal(literalOf(1e21), "1e+21");
  });

  it("gives a slider room around its value and tidy stops", () => {
    assert.deepEqual(rangeAround([2]), { low: -10, high: 10, step: 0.05 });
    assert.deepEqual(rangeAround([2, 25]), { low: -100, high: 100, step: 0.5 });
    assert.deepEqual(rangeAround([0.05]).high, 1);
    assert.deepEqual(rangeAround([NaN, Infinity]).high, 10);
    assert.equal(tidied(2.5249999, 0.05), 2.5);
    assert.equal(tidied(0.30000000000000004, 0.05), 0.3);
    assert.ok(Object.is(tidied(-0.001, 0.05), 0));
  });
});
