/** The derivatives of the table's rows in sixty digits, written down from calculus and not from the table. */
import { Decimal } from "decimal.js";

/** Numbers of sixty digits and any size. */
export const Big = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15, toExpNeg: -9e15, toExpPos: 9e15 });
const Wide = Decimal.clone({ precision: 700 });
const TWO_PI = Wide.acos(-1).times(2);

/** First derivatives by each operand, and second ones: [xx] or [xx, xy, yy]. */
export interface Reference {
  readonly value: (...x: Decimal[]) => Decimal;
  readonly first: readonly ((...x: Decimal[]) => Decimal)[];
  readonly second: readonly ((...x: Decimal[]) => Decimal)[];
}

/** A floating-point number exactly, or as exactly as sixty digits can be. */
export function exact(x: number): Decimal {
  if (Math.abs(x) >= 2 ** 53) return new Wide(BigInt(x).toString());
  let scale = 0;
  let whole = x;
  while (!Number.isInteger(whole)) {
    whole *= 2 ** 52;
    scale += 52;
  }
  return new Big(BigInt(whole).toString()).times(powerOfTwo(-scale));
}

const powersOfTwo = new Map<number, Decimal>();

function powerOfTwo(exponent: number): Decimal {
  let power = powersOfTwo.get(exponent);
  if (power === undefined) powersOfTwo.set(exponent, (power = new Big(2).pow(exponent)));
  return power;
}

/** How many units in the last place of the exact result lie between it and a floating-point number. */
export function ulpsBetween(actual: number, expected: Decimal): number {
  const nearest = Number(expected.toString());
  if (Object.is(actual, nearest) || actual === nearest) return actual === 0 ? 0 : unitsOff(actual, expected, nearest);
  if (!Number.isFinite(actual) || !Number.isFinite(nearest)) return Infinity;
  return unitsOff(actual, expected, nearest);
}

function unitsOff(actual: number, expected: Decimal, nearest: number): number {
  if (!Number.isFinite(nearest)) return 0;
  const exponent = Math.max(-1022, Math.floor(Math.log2(Math.abs(nearest) || 5e-324)));
  return exact(actual)
    .minus(expected)
    .abs()
    .times(powerOfTwo(52 - exponent))
    .toNumber();
}

const one = new Big(1);
const two = new Big(2);
const none = () => new Big(0);
const ten = new Big(10);

function reduced(x: Decimal): Decimal {
  return x.abs().lt(1e6) ? x : new Big(new Wide(x).mod(TWO_PI));
}
const sin = (x: Decimal) => Big.sin(reduced(x));
const cos = (x: Decimal) => Big.cos(reduced(x));
/** Infinite and vanishing results need not be computed to sixty digits. */
function exp(x: Decimal): Decimal {
  return x.abs().gt(5000) ? (x.gt(0) ? new Big("1e2000") : new Big("1e-2000")) : Big.exp(x);
}
const sinh = (x: Decimal) =>
  x.abs().lt("1e-10")
    ? x.plus(x.pow(3).div(6)).plus(x.pow(5).div(120)).plus(x.pow(7).div(5040))
    : exp(x).minus(exp(x.neg())).div(2);
const cosh = (x: Decimal) => exp(x).plus(exp(x.neg())).div(2);
const square = (x: Decimal) => x.times(x);
const threeHalves = (x: Decimal) => x.times(x.sqrt());
const radius = (y: Decimal, x: Decimal) => square(x).plus(square(y));

function unary(
  value: (x: Decimal) => Decimal,
  first: (x: Decimal) => Decimal,
  second: (x: Decimal) => Decimal,
): Reference {
  return { value, first: [first], second: [second] };
}

const logarithms = new Map<string, Decimal>();

function log(x: Decimal): Decimal {
  const key = x.toString();
  let result = logarithms.get(key);
  if (result === undefined) logarithms.set(key, (result = Big.ln(x)));
  return result;
}

/** x to the power y, by the logarithm of a positive x; a negative x needs a whole y. */
function pow(x: Decimal, y: Decimal): Decimal {
  if (y.isZero()) return one;
  if (x.isZero()) return y.gt(0) ? new Big(0) : new Big(Infinity);
  const size = exp(y.times(log(x.abs())));
  return x.lt(0) && !y.mod(2).isZero() ? size.neg() : size;
}

const power: Reference = {
  value: (x, y) => pow(x, y),
  first: [(x, y) => y.times(pow(x, y.minus(1))), (x, y) => pow(x, y).times(log(x))],
  second: [
    (x, y) => y.times(y.minus(1)).times(pow(x, y.minus(2))),
    (x, y) => pow(x, y.minus(1)).times(one.plus(y.times(log(x)))),
    (x, y) => pow(x, y).times(square(log(x))),
  ],
};

const tanh = (x: Decimal) => sinh(x).div(cosh(x));

/** By the names of the table; rows whose derivatives are 0 or 1 everywhere, or that take any number of operands, are missing. */
export const references: ReadonlyMap<string, Reference> = new Map<string, Reference>([
  ["add", { value: (x, y) => x.plus(y), first: [() => one, () => one], second: [none, none, none] }],
  ["subtract", { value: (x, y) => x.minus(y), first: [() => one, () => one.neg()], second: [none, none, none] }],
  ["multiply", { value: (x, y) => x.times(y), first: [(_, y) => y, (x) => x], second: [none, () => one, none] }],
  [
    "divide",
    {
      value: (x, y) => x.div(y),
      first: [(_, y) => one.div(y), (x, y) => x.neg().div(square(y))],
      second: [none, (_, y) => one.neg().div(square(y)), (x, y) => x.times(2).div(y.pow(3))],
    },
  ],
  [
    "remainder",
    {
      value: (x, y) => x.minus(y.times(x.div(y).trunc())),
      first: [() => one, (x, y) => new Wide(x).div(y).trunc().neg()],
      second: [none, none, none],
    },
  ],
  ["power", power],
  ["pow", power],
  [
    "atan2",
    {
      value: (y, x) => Big.atan2(y, x),
      first: [(y, x) => x.div(radius(y, x)), (y, x) => y.neg().div(radius(y, x))],
      second: [
        (y, x) =>
          y
            .times(x)
            .times(-2)
            .div(square(radius(y, x))),
        (y, x) =>
          square(y)
            .minus(square(x))
            .div(square(radius(y, x))),
        (y, x) =>
          y
            .times(x)
            .times(2)
            .div(square(radius(y, x))),
      ],
    },
  ],
  [
    "negate",
    unary(
      (x) => x.neg(),
      () => one.neg(),
      none,
    ),
  ],
  [
    "plus",
    unary(
      (x) => x,
      () => one,
      none,
    ),
  ],
  [
    "abs",
    unary(
      (x) => x.abs(),
      (x) => new Big(Decimal.sign(x)),
      none,
    ),
  ],
  [
    "acos",
    unary(
      (x) => Big.acos(x),
      (x) => one.minus(square(x)).sqrt().pow(-1).neg(),
      (x) => x.neg().div(threeHalves(one.minus(square(x)))),
    ),
  ],
  [
    "acosh",
    unary(
      (x) => Big.acosh(x),
      (x) => square(x).minus(1).sqrt().pow(-1),
      (x) => x.neg().div(threeHalves(square(x).minus(1))),
    ),
  ],
  [
    "asin",
    unary(
      (x) => Big.asin(x),
      (x) => one.minus(square(x)).sqrt().pow(-1),
      (x) => x.div(threeHalves(one.minus(square(x)))),
    ),
  ],
  [
    "asinh",
    unary(
      (x) => Big.asinh(x),
      (x) => square(x).plus(1).sqrt().pow(-1),
      (x) => x.neg().div(threeHalves(square(x).plus(1))),
    ),
  ],
  [
    "atan",
    unary(
      (x) => Big.atan(x),
      (x) => square(x).plus(1).pow(-1),
      (x) => x.times(-2).div(square(square(x).plus(1))),
    ),
  ],
  [
    "atanh",
    unary(
      (x) => Big.atanh(x),
      (x) => one.minus(square(x)).pow(-1),
      (x) => x.times(2).div(square(one.minus(square(x)))),
    ),
  ],
  [
    "cbrt",
    unary(
      (x) => Big.cbrt(x),
      (x) => one.div(square(Big.cbrt(x)).times(3)),
      (x) => two.neg().div(Big.cbrt(x).pow(5).times(9)),
    ),
  ],
  [
    "cos",
    unary(
      cos,
      (x) => sin(x).neg(),
      (x) => cos(x).neg(),
    ),
  ],
  ["cosh", unary(cosh, sinh, cosh)],
  ["exp", unary(exp, exp, exp)],
  ["expm1", unary((x) => exp(x).minus(1), exp, exp)],
  [
    "log",
    unary(
      log,
      (x) => one.div(x),
      (x) => one.neg().div(square(x)),
    ),
  ],
  [
    "log10",
    unary(
      (x) => Big.log10(x),
      (x) => one.div(x.times(ten.ln())),
      (x) => one.neg().div(square(x).times(ten.ln())),
    ),
  ],
  [
    "log1p",
    unary(
      (x) => x.plus(1).ln(),
      (x) => one.div(x.plus(1)),
      (x) => one.neg().div(square(x.plus(1))),
    ),
  ],
  [
    "log2",
    unary(
      (x) => Big.log2(x),
      (x) => one.div(x.times(two.ln())),
      (x) => one.neg().div(square(x).times(two.ln())),
    ),
  ],
  ["sin", unary(sin, cos, (x) => sin(x).neg())],
  ["sinh", unary(sinh, cosh, sinh)],
  [
    "sqrt",
    unary(
      (x) => Big.sqrt(x),
      (x) => one.div(x.sqrt().times(2)),
      (x) => one.neg().div(threeHalves(x).times(4)),
    ),
  ],
  [
    "tan",
    unary(
      (x) => sin(x).div(cos(x)),
      (x) => square(cos(x)).pow(-1),
      (x) => sin(x).times(2).div(cos(x).pow(3)),
    ),
  ],
  [
    "tanh",
    unary(
      tanh,
      (x) => square(cosh(x)).pow(-1),
      (x) => sinh(x).times(-2).div(cosh(x).pow(3)),
    ),
  ],
]);
