import { levenbergMarquardt } from "ml-levenberg-marquardt";

const x = Array.from({ length: 12 }, (_, i) => i / 2);
const model = ([a, b, c]) => (t) => a * Math.exp(-b * t) + c;

export function fit() {
  const y = x.map((t, i) => 3 * Math.exp(-0.7 * t) + 0.5 + 0.02 * Math.sin(7 * i));
  return levenbergMarquardt({ x, y }, model, { initialValues: [1, 1, 1], damping: 1e-2, gradientDifference: 1e-6, maxIterations: 60 });
}

/** @at a = 3, b = 0.7 @tolerance 1e-7 because the fit itself uses forward differences of 1e-6, whose rounding both sides amplify @reach 1e-3 */
export function fitted(a, b) {
  const y = x.map((t) => a * Math.exp(-b * t) + 0.5);
  const { parameterValues } = levenbergMarquardt({ x, y }, model, { initialValues: [1, 1, 1], damping: 1e-2, gradientDifference: 1e-6, maxIterations: 8 });
  return parameterValues[0] + parameterValues[1] * 2;
}
