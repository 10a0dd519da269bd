/** Names in formulas. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { columnsOf, unsigned } from "../../../src/webview/details/formula.tsx";
import { indexed } from "../../../src/webview/details/name.tsx";
import { piecesOf, type Piece } from "../../../src/webview/details/writtenFormula.tsx";

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
      formula: "",
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

it("takes a written formula apart into what is drawn", () => {
  const shown = (pieces: readonly Piece[]): string =>
    pieces
      .map((piece) => (piece.kind === "group" ? `[${shown(piece.pieces)}]` : `${piece.kind[0]}:${piece.text}`))
      .join(" ");
  assert.equal(shown(piecesOf("(1 − a1²) · x[0]")), "[n:1 s:− n:a1 e:²] s:· n:x[0]");
  assert.equal(shown(piecesOf("−x · sin(y) + 2.5e-7 / y³")), "s:− n:x s:· n:sin [n:y] s:+ n:2.5e-7 s:/ n:y e:³");
  assert.equal(shown(piecesOf("pow(x, y − 1)")), "n:pow [n:x s:, n:y s:− n:1]");
  assert.equal(shown(piecesOf("p.x)")), "n:p.x s:)");
});
