/** Elementary functions more exactly than Math has them, for derivatives that would double Math's errors. */
import type { Pair } from "./doubleDouble.ts";
import { addPairs, dividePairs, exactProduct, exactSum, multiplyPairs, negatePair } from "./doubleDouble.ts";

const LN2: Pair = [0.6931471805599453, 2.3190468138462996e-17];
const HALF_PI = [1.5707963267948966, 6.123233995736766e-17, -1.4973849048591833e-33] as const;

/** The natural logarithm, to about thirty digits. */
export function logPair(x: number): Pair {
  if (!(x > 0 && x < Infinity)) return [Math.log(x), 0];
  const { exponent, s } = logParts(x);
  const square = multiplyPairs(s, s);
  // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), |s| < 0.18.
  let series: Pair = [0, 0];
  for (let n = 43; n >= 1; n -= 2) series = addPairs(multiplyPairs(series, square), dividePairs([1, 0], [n, 0]));
  return addPairs(multiplyPairs(LN2, [exponent, 0]), multiplyPairs(multiplyPairs(series, s), [2, 0]));
}

/** The same to about eighteen digits and much faster: all but the first term of the series need usual precision only. */
export function shortLogPair(x: number): Pair {
  if (!(x > 0 && x < Infinity)) return [Math.log(x), 0];
  const { exponent, s } = logParts(x);
  const square = s[0] * s[0];
  let series = 0;
  for (let n = 23; n >= 3; n -= 2) series = (series + 1 / n) * square;
  const mantissa = addPairs(multiplyPairs(s, [2, 0]), [2 * s[0] * series, 0]);
  return addPairs(multiplyPairs(LN2, [exponent, 0]), mantissa);
}

/** Sine and cosine, to about seventeen digits. */
export function sinCosPair(x: number): { readonly sin: Pair; readonly cos: Pair } {
  if (!Number.isFinite(x)) return { sin: [NaN, 0], cos: [NaN, 0] };
  const { quadrant, rest } = Math.abs(x) <= 2 ** 20 ? reduce(x) : reduceHuge(x);
  const { sin, cos } = smallSinCos(rest);
  switch (quadrant) {
    case 0:
      return { sin, cos };
    case 1:
      return { sin: cos, cos: negatePair(sin) };
    case 2:
      return { sin: negatePair(sin), cos: negatePair(cos) };
    default:
      return { sin: negatePair(cos), cos: sin };
  }
}

/** Sine and cosine of at most half a quarter turn: their first terms in pairs, the rest, which is small, is not. */
function smallSinCos([high, low]: Pair): { readonly sin: Pair; readonly cos: Pair } {
  const square = high * high;
  let sine = 0;
  let cosine = 0;
  for (let n = 20; n >= 4; n -= 2) {
    sine = (1 - sine) * (square / (n * (n + 1)));
    cosine = (1 - cosine) * (square / ((n - 1) * n));
  }
  const cubic = high * (square / 6) * (1 - sine);
  const sin = exactSum(high, low * (1 - square / 2) - cubic);
  const [half, rest] = exactProduct(high / 2, high);
  const cos = addPairs(exactSum(1, -half), [half * cosine - rest - high * low, 0]);
  return { sin, cos };
}

/** An angle as quarter turns (0 to 3) and a rest of at most half of one. */
interface Reduced {
  readonly quadrant: number;
  readonly rest: Pair;
}

function reduce(x: number): Reduced {
  const quarters = Math.round(x / HALF_PI[0]);
  let rest: Pair = [x, 0];
  for (const part of HALF_PI) rest = addPairs(rest, negatePair(exactProduct(quarters, part)));
  return { quadrant: ((quarters % 4) + 4) % 4, rest };
}

/** Bits behind the point with which huge angles are reduced: those of the largest number, and enough for the rest. */
const REDUCTION_BITS = 1300n;
let quarterTurn: bigint | undefined;

/** The same for angles of any size, in whole numbers: the steps above would lose the rest. */
function reduceHuge(x: number): Reduced {
  quarterTurn ??= quarterTurnBits();
  const turned = ((BigInt(Math.trunc(x)) << 64n) + BigInt(Math.round((x % 1) * 2 ** 64))) << (REDUCTION_BITS - 64n);
  let quarters = turned / quarterTurn;
  let rest = turned - quarters * quarterTurn;
  if (2n * rest > quarterTurn) [quarters, rest] = [quarters + 1n, rest - quarterTurn];
  if (2n * rest < -quarterTurn) [quarters, rest] = [quarters - 1n, rest + quarterTurn];
  return { quadrant: Number(BigInt.asUintN(2, quarters)), rest: pairOfBits(rest) };
}

function pairOfBits(bits: bigint): Pair {
  const shift = REDUCTION_BITS - 300n;
  const high = Number(bits >> shift);
  return [high * 2 ** -300, Number((bits >> shift) - BigInt(high)) * 2 ** -300];
}

/** π/2 as a whole number, by Machin's formula: π/4 = 4 arctan(1/5) − arctan(1/239). */
function quarterTurnBits(): bigint {
  const guard = 32n;
  const arctan = (inverse: bigint): bigint => {
    let power = (1n << (REDUCTION_BITS + guard)) / inverse;
    let sum = 0n;
    for (let n = 1n; power !== 0n; n += 4n) {
      sum += power / n;
      power /= inverse * inverse;
      sum -= power / (n + 2n);
      power /= inverse * inverse;
    }
    return sum;
  };
  return (8n * arctan(5n) - 2n * arctan(239n)) >> guard;
}

/** The hyperbolic sine, within one unit in the last place. */
export function preciseSinh(x: number): number {
  const size = Math.abs(x);
  if (!(size >= 2 ** -26)) return x;
  if (size > 22) return Math.sign(x) * halfExp(size);
  const m = Math.expm1(size);
  const sum = addPairs([m, 0], dividePairs([m, 0], exactSum(1, m)));
  return (Math.sign(x) * sum[0]) / 2;
}

/** The hyperbolic cosine, within one unit in the last place. */
export function preciseCosh(x: number): number {
  const size = Math.abs(x);
  if (size > 22) return halfExp(size);
  const e = Math.exp(size);
  return addPairs([e, 0], dividePairs([1, 0], [e, 0]))[0] / 2;
}

/** exp(x)/2, also where exp(x) would overflow. */
function halfExp(x: number): number {
  if (!(x < 800)) return x * Infinity;
  const [high, low] = addPairs([x, 0], negatePair(LN2));
  const e = Math.exp(high);
  return e + e * low;
}

function logParts(x: number): { readonly exponent: number; readonly s: Pair } {
  let exponent = Math.round(Math.log2(x));
  // In two steps, because 2 ** -exponent alone may overflow.
  const half = Math.trunc(exponent / 2);
  let mantissa = x * 2 ** -half * 2 ** (half - exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  return { exponent, s: dividePairs(exactSum(mantissa, -1), exactSum(mantissa, 1)) };
}
