/** First derivatives whose textbook formula loses digits, overflows or takes the wrong sign of 0 somewhere. */
import { exactProduct, exactSum } from "./doubleDouble.ts";

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

/** asin′ = −acos′. */
export function asinSlope(x: number): number {
  return 1 / Math.sqrt((1 - x) * (1 + x));
}

/** acosh′, without overflow of x². */
export function acoshSlope(x: number): number {
  return x > FAR ? 1 / x : 1 / Math.sqrt((x - 1) * (x + 1));
}

/** asinh′, without overflow of x². */
export function asinhSlope(x: number): number {
  const size = Math.abs(x);
  return size > FAR ? 1 / size : 1 / Math.sqrt(1 + x * x);
}

/** atan′, without overflow of x². */
export function atanSlope(x: number): number {
  return Math.abs(x) > FAR ? 1 / x / x : 1 / (1 + x * x);
}

/** atanh′; 1 − x² would lose digits near the ends. */
export function atanhSlope(x: number): number {
  return 1 / ((1 - x) * (1 + x));
}

/** cbrt′ = 1/(3y²) = y/(3x). */
export function cbrtSlope(x: number, value: number): number {
  if (x === 0) return Infinity;
  return Number.isFinite(x) ? value / x / 3 : 0;
}

/** sqrt′ = 1/(2y); +∞ also at −0. */
export function sqrtSlope(x: number, value: number): number {
  return x === 0 ? Infinity : 0.5 / value;
}

/** log′; +∞ also at −0. */
export function logSlope(x: number): number {
  return 1 / Math.abs(x);
}

/** tan′ = 1 + t²; where that would double the error of a large t, 1/cos². */
export function tanSlope(x: number, value: number): number {
  if (Math.abs(value) <= 1) {
    const [square, rest] = exactProduct(value, value);
    const [total, lost] = exactSum(1, square);
    return total + (lost + rest);
  }
  const cosine = Math.cos(x);
  return 1 / (cosine * cosine);
}

/** tanh′ = 1 − y² for small x, else 1/cosh² = 4e/(1 + e)² with e = exp(−2|x|), which keeps all digits and cannot overflow. */
export function tanhSlope(x: number, value: number): number {
  if (Math.abs(x) < 0.25) {
    const [square, rest] = exactProduct(value, value);
    return 1 - square - rest;
  }
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / (1 + e) / (1 + e);
}
