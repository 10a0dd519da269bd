import * as d3 from "d3-shape";

const points = [[0, 3], [10, 22], [25, 7.5], [31, 18], [50, 2]];

export function curves() {
  return Object.keys(d3)
    .filter((name) => name.startsWith("curve") && !name.includes("Bundle"))
    .map((name) => [name, d3.line().curve(d3[name])(points)]);
}

export function shapes() {
  return [
    d3.arc()({ innerRadius: 10, outerRadius: 100, startAngle: 0.2, endAngle: 2.4, padAngle: 0.03 }),
    d3.arc().cornerRadius(8)({ innerRadius: 40, outerRadius: 100, startAngle: 0, endAngle: 5.5 }),
    d3.pie()([1, 1, 2, 3, 5, 8, 13]),
    d3.area().curve(d3.curveMonotoneX)(points),
    d3.symbol(d3.symbolStar, 80)(),
    d3.linkHorizontal()({ source: [1, 2], target: [30, 40] }),
    d3.lineRadial()(points),
  ];
}

export function stacks() {
  const rows = [{ a: 1, b: 5, c: 3 }, { a: 2, b: 4, c: 7 }, { a: 4, b: 1, c: 2 }];
  const stack = d3.stack().keys(["a", "b", "c"]).offset(d3.stackOffsetWiggle).order(d3.stackOrderInsideOut);
  return stack(rows).map((series) => [series.key, series.index, series.map(([low, high]) => [low, high])]);
}

/** @at a = 3, b = 5, c = 8 @tolerance 1e-10 */
export function pie(a, b, c) {
  return d3.pie().sort(null)([a, b, c]).reduce((total, { startAngle, endAngle }) => total + startAngle * endAngle, 0);
}

/** @at inner = 40, outer = 100, end = 1.5 @tolerance 1e-10 */
export function centroid(inner, outer, end) {
  const [x, y] = d3.arc().centroid({ innerRadius: inner, outerRadius: outer, startAngle: 0.2, endAngle: end });
  return x * y;
}

/** The curve writes its control points to a context, as to a canvas. @at a = 3, b = 22, c = 7.5 @tolerance 1e-10 */
export function monotone(a, b, c) {
  let total = 0;
  const context = {
    moveTo: (x, y) => (total += x * y),
    lineTo: (x, y) => (total += x * y),
    bezierCurveTo: (x1, y1, x2, y2, x, y) => (total += x1 * y1 + 2 * x2 * y2 + x * y),
    closePath: () => undefined,
  };
  d3.line().curve(d3.curveMonotoneX).context(context)([[0, a], [10, b], [25, c], [31, 18]]);
  return total;
}
