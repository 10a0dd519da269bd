import gamma from "gamma";

export function values() {
  return [-2.5, -1, 0, 0.3, 1, 4.5, 20, 99.5, 101, 150.5, 180].map((x) => [gamma(x), gamma.log(x)]);
}

/** @at x = 4.3, y = 0.3 @tolerance 1e-9 */
export function special(x, y) {
  return gamma(x) + gamma(y) + gamma.log(x * 10);
}
