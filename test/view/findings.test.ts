import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { jsonNumber } from "../../src/view/documents/json.ts";
import { findingView, lineIndex, linesOf, positionAt } from "../../src/view/findings.ts";

describe("positions", () => {
  it("count lines and columns from 1, with every line break that TypeScript knows", () => {
    const text = "a\nb\r\nc\rd\u2028e\u2029f";
    const index = lineIndex(text);
    const letters = ["a", "b", "c", "d", "e", "f"].map((letter) => positionAt(index, text.indexOf(letter)));
    assert.deepEqual(
      letters,
      [1, 2, 3, 4, 5, 6].map((line) => ({ line, column: 1 })),
    );
    assert.deepEqual(positionAt(index, text.indexOf("\r\n") + 2), { line: 3, column: 1 });
  });

  it("stay inside the text", () => {
    const index = lineIndex("ab\ncd");
    assert.deepEqual(
      [positionAt(index, -5), positionAt(index, 99)],
      [
        { line: 1, column: 1 },
        { line: 2, column: 3 },
      ],
    );
  });

  it("link a finding to its line", () => {
    const lines = linesOf(new Map([["f.ts", "one\ntwo\n"]]));
    const place = { file: "f.ts", start: 4, end: 7 };
    const view = findingView({ code: "domain/value", severity: "warning", message: "It is NaN.", place }, lines);
    assert.deepEqual(view, {
      code: "domain/value",
      severity: "warning",
      message: "It is NaN.",
      help: "",
      source: { ...place, line: 2 },
    });
  });
});

describe("JSON numbers", () => {
  it("are texts where JSON has no number", () => {
    const values = [1.5, 0, -0, NaN, Infinity, -Infinity];
    assert.deepEqual(values.map(jsonNumber), [1.5, 0, "-0", "NaN", "Infinity", "-Infinity"]);
  });
});
