import * as d3 from "d3-scale";

export function scales() {
  const linear = d3.scaleLinear([0.3, 9.7], [0, 960]).nice();
  const log = d3.scaleLog([1, 1000], [0, 300]);
  const power = d3.scalePow([0, 10], [0, 1]).exponent(1.7);
  const band = d3.scaleBand(["a", "b", "c"], [0, 120]).padding(0.1);
  return [
    linear(3.3), linear.invert(200), linear.ticks(7), linear.ticks(7).map(linear.tickFormat(7)), linear.domain(),
    log(50), log.invert(150), log.ticks(), log.ticks().map(log.tickFormat(3)),
    power(4), power.invert(0.5),
    ["a", "b", "c", "d"].map((key) => band(key)), band.bandwidth(), band.step(),
    d3.scaleSymlog([-100, 100])(12), d3.scaleRadial([0, 10], [2, 7])(3),
    d3.scaleQuantize([0, 10], ["x", "y", "z"])(7), d3.scaleQuantile([1, 2, 3, 9, 12, 40], [0, 1, 2]).quantiles(),
    d3.scaleThreshold([0, 1], ["red", "white", "blue"])(0.5), d3.scaleOrdinal(["p", "q"], [5, 6])("q"),
    d3.scaleLinear([0, 5, 10], ["red", "white", "blue"])(7.5), d3.scalePoint([1, 2, 3], [0, 100])(2),
  ];
}

export function times() {
  const scale = d3.scaleUtc([new Date(Date.UTC(2024, 0, 1)), new Date(Date.UTC(2024, 6, 1))], [0, 100]);
  return [scale(new Date(Date.UTC(2024, 2, 15))), scale.invert(50).toISOString(), scale.ticks(5).map((date) => date.toISOString())];
}

/** @at x = 3.3, low = 1, high = 9, top = 100 @tolerance 1e-10 */
export function linear(x, low, high, top) {
  return d3.scaleLinear([low, high], [0, top])(x);
}

/** @at x = 3.3, low = 1, high = 9, exponent = 1.7 @tolerance 1e-10 */
export function curved(x, low, high, exponent) {
  return d3.scaleLog([low, high], [0, 5])(x) + d3.scalePow([low, high], [0, 3]).exponent(exponent)(x) + d3.scaleSymlog([low, high])(x);
}

/** @at y = 0.4, a = 1, b = 4, c = 9 @tolerance 1e-10 */
export function piecewise(y, a, b, c) {
  return d3.scaleLinear([a, b, c], [0, 1, 3]).invert(y) ** 2;
}
