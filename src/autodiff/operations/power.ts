/** The derivatives of x ** y. */
import type { Pair } from "./doubleDouble.ts";
import { addPairs, exactSum, multiplyPairs } from "./doubleDouble.ts";
import { logPair, shortLogPair } from "./elementary.ts";
import type { BinarySecond, Kink } from "./operation.ts";

/** ∂(x ** y)/∂x = y·x^(y−1). */
export function baseSlope(x: number, y: number): number {
  if (y === 2) return 2 * x;
  return y === 0 ? 0 : scaledPower(x, y, 1, [y, 0]);
}

/** ∂(x ** y)/∂y = z·ln x; NaN for a negative base, which has no neighbours in y. */
export function exponentSlope(x: number, y: number, value: number): number {
  if (x < 0) return NaN;
  return timesLogarithm(x, y, value, shortLogPair);
}

/** z·f(x) for f made of ln x; 0 at the base 0 with an exponent from 0 on, and where an infinite base gives 0. */
function timesLogarithm(x: number, y: number, value: number, f: (x: number) => Pair): number {
  if (x === 0 && y === 0) return 0;
  if (x === 0 || !Number.isFinite(x)) return value === 0 ? 0 : value * f(x)[0];
  return scaledPower(x, y, 0, f(x));
}

/** The second derivatives of x ** y. */
export const powerSecond: BinarySecond = {
  xx(x, y) {
    if (y === 0 || y === 1) return 0;
    const factor: Pair = Math.abs(y) < 1e140 ? multiplyPairs([y, 0], exactSum(y, -1)) : [y * y, 0];
    return scaledPower(x, y, 2, factor);
  },
  xy(x, y) {
    if (x < 0) return NaN;
    if (x === 0 || !Number.isFinite(x))
      return x === 0 && y > 1 ? 0 : scaledPower(x, y, 1, [1, 0]) * (1 + y * Math.log(x));
    const bracket = addPairs([1, 0], multiplyPairs(logPair(x), [y, 0]));
    return bracket[0] === 0 ? 0 : scaledPower(x, y, 1, bracket);
  },
  yy(x, y, value) {
    if (x < 0) return NaN;
    return timesLogarithm(x, y, value, (base) => {
      const log = logPair(base);
      return Number.isFinite(log[0]) ? multiplyPairs(log, log) : [Infinity, 0];
    });
  },
};

/** Where x ** y has no derivative: at the base 0, unless the exponent is a whole number from 0 on. */
export function powerKink(x: number, y: number, movesX: boolean, movesY: boolean): Kink | undefined {
  if (x !== 0 || Number.isNaN(y)) return undefined;
  if (y < 0) return { kind: "pole", left: undefined, right: movesX ? -Infinity : undefined };
  if (movesY && y === 0) return { kind: "jump", left: undefined, right: 0 };
  if (!movesX || Number.isInteger(y) || y === Infinity) return undefined;
  return { kind: "end", left: undefined, right: y < 1 ? Infinity : 0 };
}

/** factor · x^(y − less), with the exponent's rounding error made good and without early overflow or underflow. */
function scaledPower(x: number, y: number, less: number, factor: Pair): number {
  const [exponent, rest] = exactSum(y, -less);
  const result = x ** exponent;
  // Exponents without a place for the 1 that is taken away, and factors that may be infinite where the power is 0.
  if (Math.abs(y) >= 2 ** 53) {
    if (result === 0) return 0;
    return Number.isFinite(result) ? (factor[0] * x ** y) / x ** less : factor[0] * result;
  }
  if (x === 0 || !Number.isFinite(x)) return factor[0] * result;
  // A fractional exponent means a positive base, so that the logarithm exists wherever `rest` is not 0.
  const correction = rest === 0 ? 0 : rest * Math.log(x);
  const size = Math.abs(result);
  if (size > 1e-280 && size < 1e280 && Math.abs(factor[0] * result) < 1e280 && Math.abs(factor[0]) < 1e280) {
    return multiplyPairs(multiplyPairs(factor, [result, 0]), [1, correction])[0];
  }
  if (size >= 2 ** -1022 && size < Infinity) return factor[0] * result * (1 + correction);
  const half = Math.abs(x) ** (exponent / 2);
  const product = factor[0] * half * half;
  return (x < 0 && exponent % 2 !== 0 ? -product : product) * (1 + correction);
}
