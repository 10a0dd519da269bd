/** Rounding to 16-bit floating-point numbers, which Node 20's Math does not have. */

const bits = new DataView(new ArrayBuffer(8));
const native = (Math as { readonly f16round?: (x: number) => number }).f16round;

/** Round to the nearest 16-bit floating-point number, ties to even, as `Math.f16round` does. */
export const roundToHalf: (x: number) => number = native ?? roundToHalfBySteps;

/** The rounding itself; also where the platform has one, so that the two can be compared. */
export function roundToHalfBySteps(x: number): number {
  const size = Math.abs(x);
  // Below half of the last step above 65504; NaN and the infinities fail the comparison too.
  if (!(size < 65520)) return Number.isNaN(x) ? NaN : x < 0 ? -Infinity : Infinity;
  if (size === 0) return x;
  bits.setFloat64(0, size);
  const exponent = (bits.getUint32(0) >>> 20) - 1023;
  // Neighbours are this far apart: ten bits behind the first, and 2 ** -24 among the smallest.
  const step = 2 ** (Math.max(exponent, -14) - 10);
  const rounded = roundHalfToEven(size / step) * step;
  return x < 0 ? -rounded : rounded;
}

function roundHalfToEven(x: number): number {
  // Adding 2 ** 52 leaves no bits behind the point, and the addition itself rounds ties to even.
  return x + 2 ** 52 - 2 ** 52;
}
