// The length of a cubic Bézier curve: how much longer does it get when one of its points moves?

interface Point {
  x: number;
  y: number;
}

/** Nodes and weights of the Gauss–Legendre rule with five points, on −1 … 1. */
const rule = [
  { node: -0.906179845938664, weight: 0.23692688505618908 },
  { node: -0.5384693101056831, weight: 0.47862867049936647 },
  { node: 0, weight: 0.5688888888888889 },
  { node: 0.5384693101056831, weight: 0.47862867049936647 },
  { node: 0.906179845938664, weight: 0.23692688505618908 },
];

/** How fast the curve moves at `t` along one axis. */
function slope(a: number, b: number, c: number, d: number, t: number): number {
  const s = 1 - t;
  return 3 * (s * s * (b - a) + 2 * s * t * (c - b) + t * t * (d - c));
}

/** @at start = { x: 0, y: 0 }, pull = { x: 1, y: 2 }, push = { x: 3, y: 2.5 }, end = { x: 4, y: 0.5 } */
export function arcLength(start: Point, pull: Point, push: Point, end: Point): number {
  let length = 0;
  for (const { node, weight } of rule) {
    const t = (1 + node) / 2;
    const dx = slope(start.x, pull.x, push.x, end.x, t);
    const dy = slope(start.y, pull.y, push.y, end.y, t);
    length += (weight / 2) * Math.hypot(dx, dy);
  }
  return length;
}
