import clipping from "polygon-clipping";

const square = [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]];
const star = [[[1, -0.5], [2.5, 1], [1, 2.5], [-0.5, 1.07], [1, -0.5]]];

export function operations() {
  return [clipping.union(square, star), clipping.intersection(square, star), clipping.difference(square, star), clipping.xor(square, star), clipping.union([square, star], [[[5, 5], [6, 5], [6, 6], [5, 5]]])];
}

/** @at x = 2.5, y = 1.1 @tolerance 1e-9 @reach 1e-3 */
export function overlap(x, y) {
  const [[ring]] = clipping.intersection(square, [[[1, -0.5], [x, y], [1, 2.5], [-0.5, 1.07], [1, -0.5]]]);
  return ring.slice(1).reduce((total, [bx, by], i) => total + ring[i][0] * by - bx * ring[i][1], 0) / 2;
}
