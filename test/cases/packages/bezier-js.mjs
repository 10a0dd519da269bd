import { Bezier } from "bezier-js";

const curve = () => new Bezier(100, 25, 10, 90, 110, 100, 150, 195);
const plain = ({ x, y }) => [x, y];

export function curves() {
  const b = curve();
  return [
    b.length(), plain(b.get(0.3)), plain(b.derivative(0.3)), plain(b.normal(0.3)), b.curvature(0.4).k, b.extrema().values, b.bbox(), b.inflections(), b.split(0.25, 0.75).points.map(plain), b.getLUT(8).map(plain),
    plain(b.project({ x: 90, y: 80 })), b.hull(0.4).map(plain), b.reduce().length, b.intersects({ p1: { x: 0, y: 0 }, p2: { x: 150, y: 160 } }), b.offset(10).map((part) => part.points.map(plain)), b.arcs(0.5).length,
    b.toSVG(), Bezier.quadraticFromPoints({ x: 0, y: 0 }, { x: 2, y: 3 }, { x: 5, y: 1 }, 0.4).points.map(plain), new Bezier(curve().points.slice(0, 3)).simple(), b.selfintersects(),
  ];
}

/** @at x = 10, y = 90, t = 0.4 @tolerance 1e-10 */
export function along(x, y, t) {
  const b = new Bezier(100, 25, x, y, 110, 100, 150, 195);
  const point = b.get(t);
  const slope = b.derivative(t);
  return point.x * slope.y - point.y * slope.x + 100 * b.curvature(t).k;
}

/** @at x = 10, y = 90 @tolerance 1e-10 */
export function arcLength(x, y) {
  return new Bezier(100, 25, x, y, 110, 100, 150, 195).length();
}
