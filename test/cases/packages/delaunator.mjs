import Delaunator from "delaunator";

const points = Array.from({ length: 60 }, (_, i) => [((i * 37) % 101) + Math.sin(i), ((i * 61) % 97) + Math.cos(3 * i)]);

export function triangulation() {
  const { triangles, halfedges, hull } = Delaunator.from(points);
  return [triangles, halfedges, hull].map((list) => Array.from(list));
}

export function degenerate() {
  return [Delaunator.from([[0, 0], [1, 1], [2, 2]]), new Delaunator(new Float64Array([0, 0, 1, 0, 0, 1, 1, 1, 1, 1]))].map(({ triangles, hull }) => [[...triangles], [...hull]]);
}

/** The sum of the triangles' areas squared. The triangulation is the same around the point. @at x = 30.3, y = 41.7 @tolerance 1e-10 @reach 1e-3 */
export function areas(x, y) {
  const moved = points.map((point, i) => (i === 17 ? [x, y] : point));
  const { triangles } = Delaunator.from(moved);
  let total = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => moved[triangles[i + k]]);
    total += ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])) ** 2 / 1e4;
  }
  return total;
}
