/** Second derivatives of functions of one number, in twice the usual precision where digits would be lost. */
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
import { preciseRoot } from "./slopes.ts";

/** From here on 1 + x² and x² − 1 are x² to the last bit, also to the power 3/2. */
const FAR = 2 ** 30;
const LOG2E: Pair = [Math.LOG2E, 2.0355273740931033e-17];
const LOG10E: Pair = [Math.LOG10E, 1.098319650216765e-17];

/** ∂²(x / y)/∂y² = 2v/y², without early underflow of the quotient. */
export function divisorCurvature(x: number, y: number, value: number): number {
  if (isModerate(x) && isModerate(y)) return quotient([2 * x, 0], multiplyPairs(exactProduct(y, y), [y, 0]));
  return Math.abs(value) > 1e-290 || x === 0 ? (2 * value) / y / y : ((2 * x * 2 ** 200) / y / y / y) * 2 ** -200;
}

/** asin″ = x/(1 − x²)^(3/2) = −acos″. */
export function asinCurvature(x: number): number {
  return quotient([x, 0], threeHalves(oneMinusSquare(x)));
}

/** acosh″ = −x/(x² − 1)^(3/2). */
export function acoshCurvature(x: number): number {
  return x > FAR ? -1 / x / x : quotient([-x, 0], threeHalves(squareMinusOne(x)));
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

/** cbrt″ = −2y/(9x²). */
export function cbrtCurvature(x: number, value: number): number {
  if (x === 0) return -Infinity * Math.sign(1 / x);
  if (!Number.isFinite(x)) return 0;
  // x² must neither overflow nor underflow: scale by whole cubes.
  if (Math.abs(x) > 1e100) return cbrtCurvature(x * 2 ** -600, value * 2 ** -200) * 2 ** -1000;
  if (Math.abs(x) < 1e-100) return cbrtCurvature(x * 2 ** 600, value * 2 ** 200) * 2 ** 1000;
  return quotient(multiplyPairs(preciseRoot(x, value), [-2, 0]), multiplyPairs(exactProduct(x, x), [9, 0]));
}

/** sqrt″ = −1/(4xy). */
export function sqrtCurvature(x: number, value: number): number {
  if (x === 0) return -Infinity;
  return isModerate(x) ? quotient([-0.25, 0], threeHalves([x, 0])) : -0.25 / x / value;
}

/** log2″ = −1/(x² ln 2). */
export function log2Curvature(x: number): number {
  return logCurvature(x, LOG2E);
}

/** log10″ = −1/(x² ln 10). */
export function log10Curvature(x: number): number {
  return logCurvature(x, LOG10E);
}

function logCurvature(x: number, factor: Pair): number {
  return isModerate(x) ? quotient(negatePair(factor), exactProduct(x, x)) : -factor[0] / x / x;
}

/** log1p″ = −1/(1 + x)². */
export function log1pCurvature(x: number): number {
  if (x > FAR * FAR) return -1 / x / x;
  const sum = exactSum(1, x);
  return quotient([-1, 0], multiplyPairs(sum, sum));
}

/** tan″ = 2 sin/cos³. */
export function tanCurvature(x: number): number {
  const { sin, cos } = sinCosPair(x);
  return quotient(multiplyPairs(sin, [2, 0]), multiplyPairs(multiplyPairs(cos, cos), cos));
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

/** Whether squares and cubes are far from overflow and underflow. */
function isModerate(x: number): boolean {
  const size = Math.abs(x);
  return size > 1e-80 && size < 1e80;
}

function threeHalves(x: Pair): Pair {
  return multiplyPairs(x, rootOfPair(x));
}
