/** Names in formulas. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { columnsOf, indexed, unsigned } from "../../../src/webview/details/formula.tsx";

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

it("keeps both ends of a long product, and what is the reason, in every room", () => {
  const columns = (count: number, cause?: string): string => {
    const factors = Array.from({ length: count }, (_, index) => ({
      edge: `e${index}`,
      of: "a",
      by: "b",
      value: { short: "1", six: "1", full: "1" },
    }));
    return columnsOf(factors, cause)
      .map(({ factor, room }) => `${factor?.edge.slice(1) ?? "…"} ${room}`)
      .join(", ");
  };
  assert.equal(columns(1), "0 always");
  assert.equal(columns(3), "0 always, 1 always, 2 always");
  assert.equal(columns(4), "0 always, 1 middle, … if-tiny, 2 middle, 3 always");
  assert.equal(columns(5, "e2"), "0 always, 1 middle, … if-small, 2 always, 3 middle, 4 always");
  const long = "0 always, 1 middle, 2 wide, 3 wide, … if-small, … wide, 17 wide, 18 middle, 19 always";
  assert.equal(columns(20), long);
  assert.match(columns(20, "e9"), /3 wide, … wide, 9 always, … wide, 17 wide|9 always/u);
});
