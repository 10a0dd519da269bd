import easing from "bezier-easing";

export function curves() {
  const list = [easing(0.25, 0.1, 0.25, 1), easing(0.42, 0, 0.58, 1), easing(0, 0, 1, 1), easing(0.68, -0.55, 0.265, 1.55)];
  return list.map((ease) => [-1, 0, 0.1, 0.25, 0.5, 0.99, 1, 2, NaN].map((x) => ease(x)));
}

export function refusal() {
  return easing(2, 0, 0, 0);
}

/** @at x = 0.3 @tolerance 1e-9 */
export function eased(x) {
  return easing(0.25, 0.1, 0.25, 1)(x);
}

/** @at x1 = 0.3, y1 = 0.2, x2 = 0.7, y2 = 0.9 @tolerance 1e-9 */
export function byHandles(x1, y1, x2, y2) {
  return easing(x1, y1, x2, y2)(0.4);
}
