/** Names in formulas. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { indexed, unsigned } from "../../../src/webview/details/formula.tsx";

it("writes what counts at the end of a name below the line", () => {
  const written = (name: string): string => {
    const { base, index } = indexed(name);
    return index === "" ? base : `${base} ${index}`;
  };
  assert.deepEqual(["w", "loss", "a1", "w1_12", "xs[0]", "W2[2][13]", "h₁₀", "w · x", "p.x", "a_b", "σ"].map(written), [
    "w",
    "loss",
    "a 1",
    "w 1,12",
    "xs 0",
    "W 2,2,13",
    "h 10",
    "w · x",
    "p.x",
    "a_b",
    "σ",
  ]);
});

it("writes no plus after an equals sign", () => {
  assert.deepEqual(["+3", "−3", "0"].map(unsigned), ["3", "−3", "0"]);
});
