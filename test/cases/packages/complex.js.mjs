import Complex from "complex.js";

const numbers = [new Complex(3, 4), new Complex("2-1.5i"), new Complex({ abs: 2, arg: 0.7 }), new Complex([0.3, -0.4])];
const unary = ["sqrt", "exp", "log", "sin", "cos", "tan", "cot", "sec", "asin", "acos", "atan", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh", "inverse", "conjugate", "sign", "neg"];

export function functions() {
  return numbers.map((z) => [unary.map((name) => ({ ...z[name]() })), z.abs(), z.arg(), z.toString()]);
}

export function arithmetic() {
  const [a, b] = numbers;
  return [a.add(b), a.sub(b), a.mul(b), a.div(b), a.pow(b), a.pow(3), a.div(0), new Complex("i").pow("i")].map((z) => [z.re, z.im, z.toString(), z.isNaN(), z.isInfinite()]);
}

export function refusal() {
  return new Complex("2 + j").toString();
}

/** @at x = 0.6, y = 0.8 @tolerance 1e-10 */
export function analytic(x, y) {
  const z = new Complex(x, y);
  const w = z.pow(2.5).add(z.exp()).mul(z.sin()).div(z.log()).sqrt();
  return w.re * w.im;
}

/** @at x = 0.6, y = 0.8 @tolerance 1e-10 */
export function inverse(x, y) {
  const z = new Complex(x, y);
  return z.asin().re + z.acos().im + z.atan().re + z.asinh().im + z.tanh().abs() + z.arg();
}
