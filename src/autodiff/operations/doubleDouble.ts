/** Numbers of twice the usual precision, for formulas that lose digits otherwise. Operands must be far from overflow. */

/** An unevaluated sum of two numbers, the second at most half a unit in the last place of the first. */
export type Pair = readonly [high: number, low: number];

const SPLITTER = 2 ** 27 + 1;

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

/** The quotient of two pairs as a number. */
export function quotient(a: Pair, b: Pair): number {
  return dividePairs(a, b)[0];
}

/** 1 − x². */
export function oneMinusSquare(x: number): Pair {
  return addPairs([1, 0], negatePair(exactProduct(x, x)));
}

/** x² − 1. */
export function squareMinusOne(x: number): Pair {
  return addPairs(exactProduct(x, x), [-1, 0]);
}

/** 1 + x². */
export function onePlusSquare(x: number): Pair {
  return addPairs([1, 0], exactProduct(x, x));
}

function split(a: number): Pair {
  const shifted = SPLITTER * a;
  const high = shifted - (shifted - a);
  return [high, a - high];
}
