import * as ss from "simple-statistics";

const data = [2, 4, 4, 5.5, 7, 9, 12, 3.25];

export function summaries() {
  return [
    ss.mean(data), ss.median(data), ss.mode(data), ss.variance(data), ss.standardDeviation(data), ss.sampleSkewness(data), ss.sampleKurtosis(data),
    ss.geometricMean(data), ss.harmonicMean(data), ss.rootMeanSquare(data), ss.quantile(data, 0.3), ss.interquartileRange(data),
    ss.medianAbsoluteDeviation(data), ss.sumNthPowerDeviations(data, 3), ss.zScore(3, 5, 2), ss.ckmeans([...data], 3), ss.jenks(data, 3),
    ss.sum([0.1, 0.2, 0.3, 1e16, 1, -1e16]),
  ];
}

export function distributions() {
  return [
    ss.erf(0.7), ss.inverseErrorFunction(0.3), ss.probit(0.2), ss.cumulativeStdNormalProbability(1.2), ss.cumulativeStdLogisticProbability(0.4),
    ss.gamma(4.5), ss.gammaln(7.25), ss.poissonDistribution(3), ss.binomialDistribution(8, 0.3), ss.bernoulliDistribution(0.2),
    ss.chiSquaredGoodnessOfFit([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3], ss.poissonDistribution, 0.05), ss.factorial(12), ss.combinations([1, 2, 3], 2),
    ss.permutationsHeap([1, 2, 3]), ss.logit(0.3), ss.bisect(Math.cos, 1, 4, 100, 0.003), ss.tTest(data, 5), ss.tTestTwoSample(data, [1, 2, 3]),
  ];
}

export function models() {
  const pairs = data.map((x, i) => [i, x]);
  const line = ss.linearRegression(pairs);
  const bayes = new ss.BayesianClassifier();
  bayes.train({ species: "Cat" }, "animal");
  bayes.train({ species: "Oak" }, "plant");
  const perceptron = new ss.PerceptronModel();
  for (let i = 0; i < 5; i++) {
    perceptron.train([1, 1], 1);
    perceptron.train([0, 1], 0);
  }
  return [
    line, ss.linearRegressionLine(line)(3.5), ss.rSquared(pairs, ss.linearRegressionLine(line)), ss.sampleCorrelation(data, [...data].reverse()),
    ss.sampleRankCorrelation(data, [...data].reverse()), bayes.score({ species: "Cat" }), perceptron.predict([1, 1]), { ...perceptron },
    ss.kernelDensityEstimation(data, "gaussian", 1.2)(5), ss.kMeansCluster([[1, 2], [2, 1], [8, 9], [9, 8]], 2, () => 0.3), ss.equalIntervalBreaks(data, 3),
  ];
}

/** @at a = 2, b = 4.2, c = 5.5, d = 9 @tolerance 1e-10 */
export function spread(a, b, c, d) {
  const list = [a, b, c, d];
  return ss.variance(list) + ss.sampleSkewness(list) + ss.geometricMean(list) + ss.harmonicMean(list) + ss.median(list) + ss.rootMeanSquare(list);
}

/** @at a = 2, b = 4.2, c = 5.5, d = 9 @tolerance 1e-10 */
export function slope(a, b, c, d) {
  const { m, b: intercept } = ss.linearRegression([[0, a], [1, b], [2.5, c], [4, d]]);
  return m * intercept + ss.sampleCorrelation([a, b, c, d], [1, 2, 3, 5]);
}

/** @at x = 0.7, y = 0.3, z = 4.5 @tolerance 1e-9 */
export function special(x, y, z) {
  return ss.errorFunction(x) + ss.probit(y) + ss.inverseErrorFunction(y) + ss.logit(y) + ss.gammaln(z) + ss.kernelDensityEstimation([1, z, 3], "gaussian", x)(2);
}
