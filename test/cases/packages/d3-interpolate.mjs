import * as d3 from "d3-interpolate";

export function numbers() {
  return [
    d3.interpolateNumber(10, 20)(0.3),
    d3.interpolateRound(10.5, 20.1)(0.3),
    d3.interpolateString("300 12px sans", "500 36px comic")(0.5),
    d3.interpolate({ x: 0, y: [1, 2] }, { x: 1, y: [3, 4] })(0.25),
    d3.interpolateArray([1, 2, 3], [4, 5, 6])(0.1),
    d3.quantize(d3.interpolateNumber(0, 7), 5),
    d3.interpolateTransformSvg === undefined,
  ];
}

export function colours() {
  return [
    d3.interpolateRgb("steelblue", "brown")(0.3),
    d3.interpolateHsl("red", "#00f")(0.4),
    d3.interpolateLab("white", "black")(0.6),
    d3.interpolateHcl("green", "purple")(0.7),
    d3.interpolateCubehelix.gamma(1.5)("red", "blue")(0.2),
    d3.interpolateRgbBasis(["red", "green", "blue", "white"])(0.55),
    d3.interpolateHue(350, 10)(0.25),
  ];
}

export function zoom() {
  const path = d3.interpolateZoom([30, 30, 40], [135, 85, 60]);
  return [path.duration, path(0), path(0.5), path(1)];
}

/** @at u = 30, v = 32, width = 40, t = 0.4 @tolerance 1e-9 */
export function zoomed(u, v, width, t) {
  const [x, y, w] = d3.interpolateZoom([u, v, width], [135, 85, 60])(t);
  return x + 2 * y + Math.log(w);
}

/** @at a = 1, b = 4, t = 0.55 @tolerance 1e-10 */
export function spline(a, b, t) {
  return d3.interpolateBasis([a, 2, b, -1, 3])(t) + d3.interpolateNumber(a, b)(t) + d3.interpolateBasisClosed([a, 2, b])(t);
}
