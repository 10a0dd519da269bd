import Spline from "cubic-spline";

export function curve() {
  const spline = new Spline([0, 1, 2.5, 4, 5], [9, 3, 6, 2, 4]);
  return [[-1, 0, 0.3, 1.4, 2.5, 3.9, 5, 6].map((x) => spline.at(x)), spline.getIndexBefore(3), [...spline.ks]];
}

/** @at a = 9, b = 3, c = 6, x = 1.4 @tolerance 1e-10 */
export function interpolated(a, b, c, x) {
  return new Spline([0, 1, 2.5, 4], [a, b, c, 2]).at(x);
}
