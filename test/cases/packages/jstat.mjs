import jstat from "jstat";
const { jStat } = jstat;

const points = [-1.3, 0.2, 0.5, 0.9, 2.4];

export function distributions() {
  return points.map((x) => [
    jStat.normal.pdf(x, 0.5, 1.5), jStat.normal.cdf(x, 0.5, 1.5), jStat.studentt.pdf(x, 4.5), jStat.studentt.cdf(x, 4.5),
    jStat.gamma.pdf(x, 2.5, 1.1), jStat.gamma.cdf(x, 2.5, 1.1), jStat.beta.pdf(x, 2, 3.5), jStat.beta.cdf(x, 2, 3.5), jStat.chisquare.cdf(x, 3),
    jStat.centralF.pdf(x, 3, 7), jStat.exponential.pdf(x, 1.5), jStat.weibull.cdf(x, 1.2, 2), jStat.lognormal.pdf(x, 0, 1), jStat.cauchy.cdf(x, 0, 1),
    jStat.laplace.pdf(x, 0, 1), jStat.poisson.pdf(3, Math.abs(x)), jStat.binomial.cdf(3, 8, 0.3), jStat.tukey.cdf(Math.abs(x) * 2, 3, 10),
  ]);
}

export function inverses() {
  return [0.01, 0.3, 0.5, 0.975].map((p) => [
    jStat.normal.inv(p, 1, 2), jStat.studentt.inv(p, 5), jStat.gamma.inv(p, 2, 3), jStat.beta.inv(p, 2, 3), jStat.chisquare.inv(p, 4), jStat.centralF.inv(p, 3, 8),
  ]);
}

export function functions() {
  return [
    jStat.gammafn(4.5), jStat.gammaln(20.5), jStat.betafn(2, 3), jStat.erf(0.4), jStat.erfc(0.4), jStat.erfcinv(0.3), jStat.factorial(10), jStat.combination(10, 3),
    jStat.lowRegGamma(2.5, 1.5), jStat.ibeta(0.3, 2, 5), jStat.mean([1, 2, 4]), jStat.stdev([1, 2, 4], true), jStat.corrcoeff([1, 2, 3], [2, 4, 7]),
    jStat.percentile([1, 2, 3, 9], 0.3), jStat([1, 2, 3]).mean(), jStat([[1, 2], [3, 4]]).transpose().toArray(), jStat.det([[1, 2], [3, 4.5]]),
    jStat.inv([[4, 7], [2, 6]]), jStat.anovaftest([1, 2, 3], [2, 4, 6], [5, 6, 7]), jStat.ttest(1.2, [1, 2, 3, 4], 2), jStat.histogram([1, 2, 2, 3, 9], 3),
    jStat.romberg(Math.sin, 0, 2, 8), jStat.gauss_jordan([[2, 1, 3], [1, 3, 5]], 1e-6),
  ];
}

/** @at x = 0.7, mean = 0.2, deviation = 1.4 @tolerance 1e-10 */
export function density(x, mean, deviation) {
  return Math.log(jStat.normal.pdf(x, mean, deviation)) + jStat.lognormal.pdf(x, mean, deviation) + jStat.cauchy.pdf(x, mean, deviation);
}

/** @at x = 0.4, a = 2.2, b = 3.4 @tolerance 1e-9 */
export function beta(x, a, b) {
  return jStat.beta.pdf(x, a, b) + jStat.gamma.pdf(x, a, b) + jStat.ibeta(x, a, b);
}

/** @at x = 0.4, a = 2.2 @tolerance 1e-9 */
export function cumulative(x, a) {
  return jStat.lowRegGamma(a, x) + jStat.studentt.cdf(x, 4.5) + jStat.weibull.cdf(x, a, 2) + jStat.normal.cdf(x, a, 1.3);
}
