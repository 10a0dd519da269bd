import besselj0 from "@stdlib/math-base-special-besselj0";
import erf from "@stdlib/math-base-special-erf";
import gamma from "@stdlib/math-base-special-gamma";
import beta from "@stdlib/stats-base-dists-beta-pdf";
import normal from "@stdlib/stats-base-dists-normal-cdf";

const points = [-30.5, -2.5, -1, -0.3, -0, 0, 1e-300, 0.2, 0.9, 1, 1.7, 3, 5.5, 12, 40, 171.5, 1e9, Infinity, NaN];

export function special() {
  return points.map((x) => [erf(x), gamma(x), besselj0(x)]);
}

export function distributions() {
  return points.map((x) => [normal(x, 0.5, 1.5), normal(x, 0, 0), beta(x, 2, 3.5), normal.factory(1, 2)(x), beta.factory(0.5, 0.5)(x)]);
}

/** @at x = 0.7, y = 1.7, z = 4.2 @tolerance 1e-9 */
export function functions(x, y, z) {
  return gamma(z) + besselj0(y) * besselj0(z * 3);
}
