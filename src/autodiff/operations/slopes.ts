/** First derivatives whose textbook formula loses digits, overflows or takes the wrong sign of 0 somewhere. */
import type { Pair } from "./doubleDouble.ts";
import {
  addPairs,
  exactProduct,
  exactSum,
  multiplyPairs,
  negatePair,
  oneMinusSquare,
  onePlusSquare,
  quotient,
  rootOfPair,
  squareMinusOne,
} from "./doubleDouble.ts";
import { sinCosPair } from "./elementary.ts";

const ONE: Pair = [1, 0];
const SMALLEST_NORMAL = 2 ** -1022;
/** From here on 1 + x² and x² − 1 are x² to the last bit. */
const FAR = 2 ** 30;

/** ∂(x / y)/∂y = −v/y. */
export function divisorSlope(x: number, y: number, value: number): number {
  if (Math.abs(value) >= SMALLEST_NORMAL || x === 0) return -value / y;
  // The quotient has lost digits by underflow; the slope need not.
  return -((x * 2 ** 200) / y / y) * 2 ** -200;
}

/** ∂(x % y)/∂y = −trunc(x/y), with the whole number taken from the remainder: x/y may round up to the next one. */
export function modulusSlope(x: number, y: number, value: number): number {
  return 0 - Math.round((x - value) / y);
}

/** asin′ = −acos′ = 1/√(1 − x²). */
export function asinSlope(x: number): number {
  return quotient(ONE, rootOfPair(oneMinusSquare(x)));
}

/** acosh′ = 1/√(x² − 1). */
export function acoshSlope(x: number): number {
  return x > FAR ? 1 / x : quotient(ONE, rootOfPair(squareMinusOne(x)));
}

/** asinh′ = 1/√(1 + x²). */
export function asinhSlope(x: number): number {
  const size = Math.abs(x);
  return size > FAR ? 1 / size : quotient(ONE, rootOfPair(onePlusSquare(x)));
}

/** atan′ = 1/(1 + x²). */
export function atanSlope(x: number): number {
  return Math.abs(x) > FAR ? 1 / x / x : quotient(ONE, onePlusSquare(x));
}

/** atanh′ = 1/(1 − x²). */
export function atanhSlope(x: number): number {
  return quotient(ONE, oneMinusSquare(x));
}

/** cbrt′ = 1/(3y²) = y/(3x). */
export function cbrtSlope(x: number, value: number): number {
  if (x === 0) return Infinity;
  if (!Number.isFinite(x)) return 0;
  // Away from overflow and underflow by whole cubes.
  if (Math.abs(x) > 1e100) return cbrtSlope(x * 2 ** -600, value * 2 ** -200) * 2 ** -400;
  if (Math.abs(x) < 1e-100) return cbrtSlope(x * 2 ** 600, value * 2 ** 200) * 2 ** 400;
  return quotient(preciseRoot(x, value), exactProduct(3, x));
}

/** The cube root of x with the last digits of `value` put right by a step of Newton's method. */
export function preciseRoot(x: number, value: number): Pair {
  const cube = multiplyPairs(exactProduct(value, value), [value, 0]);
  return exactSum(value, addPairs([x, 0], negatePair(cube))[0] / (3 * value * value));
}

/** sqrt′ = 1/(2y); +∞ also at −0. */
export function sqrtSlope(x: number, value: number): number {
  return x === 0 ? Infinity : 0.5 / value;
}

/** log′; +∞ also at −0. */
export function logSlope(x: number): number {
  return 1 / Math.abs(x);
}

/** tan′ = 1 + t² = 1/cos², without the error of t twice. */
export function tanSlope(x: number): number {
  const { cos } = sinCosPair(x);
  return quotient(ONE, multiplyPairs(cos, cos));
}

/** tanh′ = 1 − y² for small x, else 1/cosh² = 4e/(1 + e)² with e = exp(−2|x|), which keeps all digits and cannot overflow. */
export function tanhSlope(x: number, value: number): number {
  if (Math.abs(x) < 0.25) {
    const [square, rest] = exactProduct(value, value);
    return 1 - square - rest;
  }
  const e = Math.exp(-2 * Math.abs(x));
  const sum = exactSum(1, e);
  return quotient([4 * e, 0], multiplyPairs(sum, sum));
}
