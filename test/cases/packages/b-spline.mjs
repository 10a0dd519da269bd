import bspline from "b-spline";

const points = [[-1, 0], [-0.5, 0.5], [0.5, -0.5], [1, 0.25]];

export function curve() {
  return [0, 0.1, 0.35, 0.5, 0.99, 1].map((t) => [
    bspline(t, 2, points), bspline(t, 3, points, [0, 0, 0, 0, 1, 1, 1, 1]), bspline(t, 2, points, [0, 0, 0, 0.4, 1, 1, 1], [1, 0.5, 2, 1]),
  ]);
}

export function refusal() {
  return bspline(2, 2, points);
}

/** @at t = 0.35, x = 0.5, y = -0.5, weight = 1.3 @tolerance 1e-10 @reach 0.01 */
export function point(t, x, y, weight) {
  const [a, b] = bspline(t, 2, [[-1, 0], [-0.5, 0.5], [x, y], [1, 0.25]], undefined, [1, 1, weight, 1]);
  return a * b;
}
