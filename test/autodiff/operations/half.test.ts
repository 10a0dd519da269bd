/** Rounding to 16-bit floating-point numbers, against all of them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { roundToHalf, roundToHalfBySteps } from "../../../src/autodiff/operations/half.ts";

/** Decode the bits of a 16-bit floating-point number. */
function decode(bits: number): number {
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  return exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25);
}

/** Smallest steps of a double up and down from a positive number. */
function beside(x: number): [number, number] {
  return [x * (1 - 2 ** -53), x * (1 + 2 ** -52)];
}

describe("rounding to half precision", () => {
  const halves = Array.from({ length: 0x7c00 }, (_, bits) => decode(bits));

  it("keeps every number that has sixteen bits, with its sign", () => {
    for (const half of halves) {
      assert.ok(Object.is(roundToHalfBySteps(half), half));
      assert.ok(Object.is(roundToHalfBySteps(-half), -half));
    }
  });

  it("rounds what lies between two to the nearer one, and ties to the even one", () => {
    for (let bits = 0; bits + 1 < halves.length; bits++) {
      const [low, high] = [halves[bits]!, halves[bits + 1]!];
      const middle = (low + high) / 2;
      const [below, above] = beside(middle);
      const rounded = [below, middle, above].map(roundToHalfBySteps);
      assert.deepEqual(rounded, [low, bits % 2 === 0 ? low : high, high]);
      assert.equal(roundToHalfBySteps(-middle), -rounded[1]!);
    }
  });

  it("rounds from 65520 on to infinity, and keeps infinities, NaN and signed zeros", () => {
    const numbers = [65519.99999999999, 65520, -1e300, Infinity, -Infinity, NaN, 0, -0, -1e-320];
    const expected = [65504, Infinity, -Infinity, Infinity, -Infinity, NaN, 0, -0, -0];
    assert.deepEqual(numbers.map(roundToHalfBySteps), expected);
    assert.deepEqual(numbers.map(roundToHalf), expected);
  });

  it("does not round twice", () => {
    // As a 32-bit number this would first become a tie, and then even.
    assert.equal(roundToHalfBySteps(1 + 2 ** -11 + 2 ** -40), 1 + 2 ** -10);
  });
});
