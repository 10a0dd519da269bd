import gaussian from "gaussian";

export function distributions() {
  const d = gaussian(0.5, 2.25);
  return [[-3, 0, 0.5, 2].map((x) => [d.pdf(x), d.cdf(x)]), [0.01, 0.4, 0.9].map((p) => d.ppf(p)), { ...d.mul(2) }, { ...d.mul(gaussian(1, 3)) }, { ...d.div(gaussian(1, 3)) }, { ...d.add(d) }, { ...d.scale(3) }];
}

export function refusal() {
  return gaussian(0, -1);
}

/** @at x = 0.7, mean = 0.2, variance = 1.4 @tolerance 1e-10 */
export function probability(x, mean, variance) {
  const d = gaussian(mean, variance);
  return d.pdf(x) + d.cdf(x) * d.mul(gaussian(1, 2)).mean;
}
