import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countText, counted, numberText, rangeText, rounded, signedText } from "../../src/view/number.ts";

describe("numbers", () => {
  it("are written as they are if three digits say them exactly, else with three digits", () => {
    const cases: readonly (readonly [number, string])[] = [
      [3, "3"],
      [0.5, "0.5"],
      [-2.25, "−2.25"],
      [0.84, "0.84"],
      [0.8400001, "0.840"],
      [1 / 3, "0.333"],
      [0.1 + 0.2, "0.300"],
      [9.996, "10.0"],
      [999.6, "1000"],
      [1234.5, "1235"],
      [12345, "12345"],
      [99999, "99999"],
      [0.001, "0.001"],
      [0, "0"],
      [-0, "0"],
    ];
    assert.deepEqual(
      cases.map(([value]) => rounded(value, 3)),
      cases.map(([, text]) => text),
    );
  });

  it("have an exponent below a thousandth and from a hundred thousand", () => {
    const cases: readonly (readonly [number, string])[] = [
      [0.0009, "9e−4"],
      [0.00012345, "1.23e−4"],
      [0.0009999, "0.00100"],
      [100000, "1e+5"],
      [99999.6, "1.00e+5"],
      [-1.23456e9, "−1.23e+9"],
      [5e-324, "5e−324"],
      [Number.MAX_VALUE, "1.80e+308"],
    ];
    assert.deepEqual(
      cases.map(([value]) => rounded(value, 3)),
      cases.map(([, text]) => text),
    );
  });

  it("say in words what is no number", () => {
    assert.deepEqual(
      [NaN, Infinity, -Infinity].map((value) => rounded(value, 3)),
      ["NaN", "∞", "−∞"],
    );
  });

  it("come in three lengths, the last as JavaScript prints it", () => {
    assert.deepEqual(numberText(-Math.PI), { short: "−3.14", six: "−3.14159", full: "-3.141592653589793" });
    assert.deepEqual(numberText(1 / 3, 1).short, "0.3");
    assert.deepEqual(numberText(1 / 3, 15).six, "0.333333333333333");
    assert.deepEqual(numberText(1 / 3, 99).short, "0.333333333333333");
  });

  it("have a sign where they are gradients", () => {
    assert.deepEqual(
      [3, -0.5, 0, -0, NaN, Infinity].map((value) => signedText(value).short),
      ["+3", "−0.5", "0", "0", "NaN", "+∞"],
    );
    assert.equal(rangeText(-3.414, 3.3), "−3.41 … +3.3");
    assert.equal(rangeText(2, 2), "+2");
  });

  it("are counted with commas", () => {
    assert.deepEqual([1, 999, 1218, 1234567].map(countText), ["1", "999", "1,218", "1,234,567"]);
    assert.deepEqual([counted(1, "step"), counted(2000, "step")], ["1 step", "2,000 steps"]);
  });
});
