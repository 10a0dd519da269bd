/** What people type into number fields, against what JavaScript makes of it. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import vm from "node:vm";
import { constantOf } from "../../../src/webview/inputs/constant.ts";
import { problemOf } from "../../../src/webview/inputs/numberField.tsx";
import { numberOf } from "../../../src/webview/inputs/slider.ts";

describe("a constant expression", () => {
  const written = [
    "1/3",
    "Math.PI/4",
    "2e-3",
    "-2e-3 + .5",
    "1 - 2 - 3",
    "8 / 4 / 2 * 3 % 4",
    "2 ** 3 ** 2",
    "2 ** -1",
    "(-2) ** 2",
    "-(1 + 2) * 3",
    "- -1",
    "1_000 / 0x10",
    "Math.sqrt(2) / Math.max(1, 2, 3)",
    "Math.atan2(1, -1) - Math.LN2",
    "Infinity - 1",
    "0/0",
    "5.",
    "-0",
  ];
  for (const text of written)
    it(`is the number that JavaScript makes of ${text}`, () => {
      assert.equal(numberOf(text), vm.runInNewContext(text));
    });

  it("may have the signs in it that numbers are drawn with", () => {
    assert.equal(numberOf("−2e−3 · 3"), -2e-3 * 3);
    assert.equal(numberOf("π / 2"), Math.PI / 2);
    assert.equal(numberOf("−∞"), -Infinity);
  });

  it("is nothing that has to be run, and nothing that is another number every time", () => {
    for (const text of ["w", "constructor", "Math.random()", "Math.constructor", "alert(1)", "1; 2", "x => 1", '"1"'])
      assert.equal(numberOf(text), undefined, text);
    for (const text of ["", " ", "1 2", "1 +", "-2 ** 2", "(1", "1)", "Math.max", "1.5.2", "1px", "()"])
      assert.equal(numberOf(text), undefined, text);
    assert.equal(constantOf("(".repeat(100_000)).kind, "wrong");
  });

  it("tells where it is wrong", () => {
    assert.equal(problemOf("abc", "2"), "`abc` is no number; the value is still 2.");
    assert.equal(problemOf("1 / ", "2"), "`1 / ` is not finished; the value is still 2.");
    assert.equal(problemOf("1 / w", "2"), "`1 / w` is no number because of `w` at character 5; the value is still 2.");
    assert.equal(problemOf("", "2"), "There is no number; the value is still 2.");
  });
});
