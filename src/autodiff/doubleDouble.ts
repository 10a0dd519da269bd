/** Numbers of twice the usual precision, for formulas that lose digits otherwise. Operands must be far from overflow. */

/** An unevaluated sum of two numbers, the second at most half a unit in the last place of the first. */
export type Pair = readonly [high: number, low: number];

const SPLITTER = 2 ** 27 + 1;
const LN2: Pair = [0.6931471805599453, 2.319046813846299616e-17];

/** The exact sum of two numbers. */
export function exactSum(a: number, b: number): Pair {
  const high = a + b;
  const part = high - a;
  return [high, a - (high - part) + (b - part)];
}

/** The exact product of two numbers. */
export function exactProduct(a: number, b: number): Pair {
  const high = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return [high, aHigh * bHigh - high + aHigh * bLow + aLow * bHigh + aLow * bLow];
}

/** The sum of two pairs. */
export function addPairs(a: Pair, b: Pair): Pair {
  const [high, low] = exactSum(a[0], b[0]);
  const [lowHigh, lowLow] = exactSum(a[1], b[1]);
  const [first, rest] = exactSum(high, low + lowHigh);
  return exactSum(first, rest + lowLow);
}

/** The product of two pairs. */
export function multiplyPairs(a: Pair, b: Pair): Pair {
  const [high, low] = exactProduct(a[0], b[0]);
  return exactSum(high, low + (a[0] * b[1] + a[1] * b[0]));
}

/** The quotient of two pairs; the usual infinities and NaN where the divisor is 0. */
export function dividePairs(a: Pair, b: Pair): Pair {
  const first = a[0] / b[0];
  if (!Number.isFinite(first) || first === 0) return [first, 0];
  const rest = addPairs(a, negatePair(multiplyPairs([first, 0], b)));
  return exactSum(first, rest[0] / b[0]);
}

/** The square root of a pair. */
export function rootOfPair(a: Pair): Pair {
  const first = Math.sqrt(a[0]);
  if (first === 0 || !Number.isFinite(first)) return [first, 0];
  const rest = addPairs(a, negatePair(exactProduct(first, first)));
  return exactSum(first, rest[0] / (2 * first));
}

/** A pair with the sign changed. */
export function negatePair(a: Pair): Pair {
  return [-a[0], -a[1]];
}

/** The natural logarithm of a positive finite number. */
export function logPair(x: number): Pair {
  let exponent = Math.round(Math.log2(x));
  // In two steps, because 2 ** -exponent alone may overflow.
  const half = Math.trunc(exponent / 2);
  let mantissa = x * 2 ** -half * 2 ** (half - exponent);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const s = dividePairs(exactSum(mantissa, -1), exactSum(mantissa, 1));
  const square = multiplyPairs(s, s);
  // ln m = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1), |s| < 0.18.
  let series: Pair = [0, 0];
  for (let n = 45; n >= 1; n -= 2) series = addPairs(multiplyPairs(series, square), dividePairs([1, 0], [n, 0]));
  const mantissaLog = multiplyPairs(multiplyPairs(series, s), [2, 0]);
  return addPairs(multiplyPairs(LN2, [exponent, 0]), mantissaLog);
}

function split(a: number): Pair {
  const shifted = SPLITTER * a;
  const high = shifted - (shifted - a);
  return [high, a - high];
}
