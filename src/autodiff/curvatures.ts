/** Second derivatives of functions of one number, in twice the usual precision where digits would be lost. */
import type { Pair } from "./doubleDouble.ts";
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  multiplyPairs,
  negatePair,
  rootOfPair,
} from "./doubleDouble.ts";

/** From here on 1 + x² and x² − 1 are x² to the last bit, also to the power 3/2. */
const FAR = 2 ** 30;

/** ∂²(x / y)/∂y² = 2v/y², without early underflow of the quotient. */
export function divisorCurvature(x: number, y: number, value: number): number {
  return Math.abs(value) > 1e-290 || x === 0 ? (2 * value) / y / y : ((2 * x * 2 ** 200) / y / y / y) * 2 ** -200;
}

/** asin″ = x/(1 − x²)^(3/2) = −acos″. */
export function asinCurvature(x: number): number {
  return quotient([x, 0], threeHalves(oneMinusSquare(x)));
}

/** acosh″ = −x/(x² − 1)^(3/2). */
export function acoshCurvature(x: number): number {
  return x > FAR ? -1 / x / x : quotient([-x, 0], threeHalves(negatePair(oneMinusSquare(x))));
}

/** asinh″ = −x/(1 + x²)^(3/2). */
export function asinhCurvature(x: number): number {
  return Math.abs(x) > FAR ? -1 / x / Math.abs(x) : quotient([-x, 0], threeHalves(onePlusSquare(x)));
}

/** atan″ = −2x/(1 + x²)². */
export function atanCurvature(x: number): number {
  if (Math.abs(x) > FAR) return -2 / x / x / x;
  const sum = onePlusSquare(x);
  return quotient([-2 * x, 0], multiplyPairs(sum, sum));
}

/** atanh″ = 2x/(1 − x²)². */
export function atanhCurvature(x: number): number {
  const rest = oneMinusSquare(x);
  return quotient([2 * x, 0], multiplyPairs(rest, rest));
}

/** cbrt″ = −2y/(9x²), with the root's last digits put right. */
export function cbrtCurvature(x: number, value: number): number {
  if (x === 0) return -Infinity * Math.sign(1 / x);
  if (!Number.isFinite(x)) return 0;
  // x² must neither overflow nor underflow: scale by whole cubes.
  if (Math.abs(x) > 1e100) return cbrtCurvature(x * 2 ** -600, value * 2 ** -200) * 2 ** -1000;
  if (Math.abs(x) < 1e-100) return cbrtCurvature(x * 2 ** 600, value * 2 ** 200) * 2 ** 1000;
  const cube = multiplyPairs(exactProduct(value, value), [value, 0]);
  const rest = addPairs([x, 0], negatePair(cube))[0] / (3 * value * value);
  const root = exactSum(value, rest);
  return quotient(multiplyPairs(root, [-2, 0]), multiplyPairs(exactProduct(x, x), [9, 0]));
}

/** sqrt″ = −1/(4xy). */
export function sqrtCurvature(x: number, value: number): number {
  return x === 0 ? -Infinity : -0.25 / x / value;
}

/** log1p″ = −1/(1 + x)². */
export function log1pCurvature(x: number): number {
  if (x > FAR * FAR) return -1 / x / x;
  const sum = exactSum(1, x);
  return quotient([-1, 0], multiplyPairs(sum, sum));
}

/** tan″ = 2t(1 + t²). */
export function tanCurvature(x: number, value: number): number {
  if (Math.abs(value) <= 1) {
    const square = addPairs([1, 0], exactProduct(value, value));
    return multiplyPairs(square, [2 * value, 0])[0];
  }
  const cosine = Math.cos(x);
  const cube = multiplyPairs(exactProduct(cosine, cosine), [cosine, 0]);
  return quotient([2 * Math.sin(x), 0], cube);
}

/** tanh″ = −2y(1 − y²) = 8em/(1 + e)³ with e = exp(−2|x|), m = e − 1. */
export function tanhCurvature(x: number): number {
  const size = Math.abs(x);
  const near = size < 0.35;
  const m = near ? Math.expm1(-2 * size) : NaN;
  const e: Pair = near ? exactSum(1, m) : [Math.exp(-2 * size), 0];
  const minusOne: Pair = near ? [m, 0] : exactSum(e[0], -1);
  const sum = addPairs(e, [1, 0]);
  const cube = multiplyPairs(multiplyPairs(sum, sum), sum);
  const curvature = quotient(multiplyPairs(multiplyPairs(e, minusOne), [8, 0]), cube);
  return x < 0 ? -curvature : curvature;
}

function oneMinusSquare(x: number): Pair {
  return addPairs([1, 0], negatePair(exactProduct(x, x)));
}

function onePlusSquare(x: number): Pair {
  return addPairs([1, 0], exactProduct(x, x));
}

function threeHalves(x: Pair): Pair {
  return multiplyPairs(x, rootOfPair(x));
}

function quotient(a: Pair, b: Pair): number {
  return dividePairs(a, b)[0];
}
