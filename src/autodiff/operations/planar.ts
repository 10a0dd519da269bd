/** The derivatives of functions of a point's coordinates: atan2 and hypot. */
import { CONSTANT } from "../tape.ts";
import type { Pair } from "./doubleDouble.ts";
import {
  addPairs,
  dividePairs,
  exactProduct,
  exactSum,
  multiplyPairs,
  negatePair,
  quotient,
  rootOfPair,
} from "./doubleDouble.ts";
import type { BinarySecond, Kink } from "./operation.ts";

/** ∂atan2(y, x)/∂y = x/r². */
export function angleSlopeY(y: number, x: number): number {
  return overSquare(x, y, x);
}

/** ∂atan2(y, x)/∂x = −y/r². */
export function angleSlopeX(y: number, x: number): number {
  return -overSquare(y, y, x);
}

/** The second derivatives of atan2(y, x), in the order of its operands. */
export const angleSecond: BinarySecond = {
  xx: (y, x) => -2 * productOverFourth(y, x),
  xy: (y, x) => overFourth(y, x, (b, a) => multiplyPairs(exactSum(b, -a), exactSum(b, a))),
  yy: (y, x) => 2 * productOverFourth(y, x),
};

/** Where atan2 jumps from π to −π: on the negative x axis, when y moves. */
export function angleKink(y: number, x: number, movesY: boolean): Kink | undefined {
  if (!movesY || y !== 0 || !(x < 0)) return undefined;
  const slope = overSquare(x, y, x);
  return { kind: "jump", left: slope, right: slope };
}

/** ∂h/∂xᵢ = xᵢ/h; 0 at the origin; ±1 for an infinite operand and 0 for the others beside one. */
export function lengthPartials(operands: readonly number[], _nodes: readonly number[], value: number): number[] {
  if (Number.isNaN(value)) return operands.map(() => NaN);
  if (operands.includes(Infinity) || operands.includes(-Infinity)) {
    return operands.map((x) => (Math.abs(x) === Infinity ? Math.sign(x) : 0));
  }
  const { scaled, length } = scaledLength(operands);
  return length[0] === 0 ? operands.map(() => 0) : scaled.map((x) => quotient([x, 0], length));
}

/** How hypot's partials change along a direction: (tᵢ·Σⱼxⱼ² − xᵢ·Σⱼxⱼtⱼ)/h³, the sums without j = i, where they cancel. */
export function lengthSecond(operands: readonly number[], direction: readonly number[], value: number): number[] {
  if (Number.isNaN(value)) return operands.map(() => NaN);
  if (value === Infinity && !operands.every(Number.isFinite)) return operands.map(() => 0);
  const { scaled, length, scale } = scaledLength(operands);
  if (length[0] === 0) return operands.map(() => 0);
  const squares = sumsOfOthers(scaled.map((x) => exactProduct(x, x)));
  const products = sumsOfOthers(scaled.map((x, i) => exactProduct(x, direction[i]!)));
  return scaled.map((x, i) => {
    const first = multiplyPairs(squares[i]!, [direction[i]!, 0]);
    const numerator = addPairs(first, negatePair(multiplyPairs(products[i]!, [x, 0])));
    const over = dividePairs(dividePairs(numerator, length), length);
    return quotient(over, length) * scale;
  });
}

/** hypot has a corner at the origin: the length of whatever moves. */
export function lengthKink(operands: readonly number[], nodes: readonly number[]): Kink | undefined {
  if (!operands.every((x) => x === 0) || !nodes.some((node) => node !== CONSTANT)) return undefined;
  return { kind: "corner", left: -1, right: 1 };
}

/** numerator/(x² + y²), NaN at the origin and 0 at infinity. */
function overSquare(numerator: number, y: number, x: number): number {
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (size === Infinity) return 0;
  if (size === 0) return NaN;
  const scale = scaleFor(size);
  const square = addPairs(exactProduct(x * scale, x * scale), exactProduct(y * scale, y * scale));
  return quotient([numerator * scale, 0], square) * scale;
}

function overFourth(y: number, x: number, numerator: (y: number, x: number) => Pair): number {
  const size = Math.max(Math.abs(x), Math.abs(y));
  if (size === 0) return NaN;
  if (size === Infinity) return 0;
  const scale = scaleFor(size);
  const [b, a] = [y * scale, x * scale];
  const square = addPairs(exactProduct(a, a), exactProduct(b, b));
  return quotient(dividePairs(numerator(b, a), square), square) * scale * scale;
}

/** x·y/(x² + y²)². */
function productOverFourth(y: number, x: number): number {
  // A product that underflows loses digits, which the quotient may bring back into range.
  const isTiny = Math.min(Math.abs(x), Math.abs(y)) < 1e-200 && Math.max(Math.abs(x), Math.abs(y)) > 1e-100;
  const lift = isTiny ? 2 ** 300 : 1;
  return (
    overFourth(y, x, (b, a) => (Math.abs(b) < Math.abs(a) ? exactProduct(b * lift, a) : exactProduct(b, a * lift))) /
    lift
  );
}

function scaledLength(operands: readonly number[]): { scaled: number[]; length: Pair; scale: number } {
  const scale = scaleFor(operands.reduce((most, x) => Math.max(most, Math.abs(x)), 0));
  const scaled = operands.map((x) => x * scale);
  const square = scaled.reduce<Pair>((total, x) => addPairs(total, exactProduct(x, x)), [0, 0]);
  return { scaled, length: rootOfPair(square), scale };
}

/** For each place the sum of all the others, from sums from both ends: subtracting it from the whole would lose digits. */
function sumsOfOthers(terms: readonly Pair[]): Pair[] {
  const sums: Pair[] = [];
  let before: Pair = [0, 0];
  for (const term of terms) {
    sums.push(before);
    before = addPairs(before, term);
  }
  let after: Pair = [0, 0];
  for (let i = terms.length - 1; i >= 0; i--) {
    sums[i] = addPairs(sums[i]!, after);
    after = addPairs(after, terms[i]!);
  }
  return sums;
}

/** A power of 2 that brings numbers of this size to where squares neither overflow nor underflow. */
function scaleFor(size: number): number {
  if (size > 1e100) return 2 ** -600;
  return size < 1e-100 ? 2 ** 600 : 1;
}
