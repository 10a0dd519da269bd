import earcut, { deviation, flatten } from "earcut";

const outer = Array.from({ length: 40 }, (_, i) => [100 * Math.cos((i * Math.PI) / 20) * (1 + (i % 3) / 5), 100 * Math.sin((i * Math.PI) / 20)]);
const hole = [[-10, -10], [-10, 10], [10, 10], [10, -10]];

export function triangles() {
  const { vertices, holes, dimensions } = flatten([outer, hole]);
  const list = earcut(vertices, holes, dimensions);
  return [list, deviation(vertices, holes, dimensions, list), earcut([10, 0, 0, 50, 60, 60, 70, 10])];
}

/** @at x = 60, y = 61 @tolerance 1e-10 @reach 1e-3 */
export function moment(x, y) {
  const v = [10, 0, 0, 50, x, y, 70, 10, 40, -20];
  const list = earcut(v);
  let total = 0;
  for (let i = 0; i < list.length; i += 3) {
    const [a, b, c] = [list[i] * 2, list[i + 1] * 2, list[i + 2] * 2];
    total += Math.abs((v[b] - v[a]) * (v[c + 1] - v[a + 1]) - (v[b + 1] - v[a + 1]) * (v[c] - v[a])) * (v[a] + v[b] + v[c]);
  }
  return total / 1e4;
}
