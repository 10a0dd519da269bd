import { incircle, incirclefast, insphere, orient2d, orient2dfast, orient3d } from "robust-predicates";

export function signs() {
  const list = [];
  for (let i = 0; i < 16; i++)
    for (let j = 0; j < 8; j++) {
      const x = 0.5 + i * 2 ** -53;
      const y = 0.5 + j * 2 ** -53;
      list.push(orient2d(x, y, 12, 12, 24, 24), orient2dfast(x, y, 12, 12, 24, 24), incircle(x, y, 12, 12, 24, 24, 3, 1));
    }
  return list;
}

export function space() {
  return [orient3d(0, 0, 0, 1, 0, 0, 0, 1, 0, 1e-17, 1e-17, 1e-30), insphere(0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 1, 1.0000000000000002), orient3d(1, 2, 3, 4, 5, 6, 7, 8, 10, -1, 2, 0.5)];
}

/** @at ax = 0.1, ay = 0.2, bx = 3, by = 1, cx = 2, cy = 4 @tolerance 1e-10 */
export function area(ax, ay, bx, by, cx, cy) {
  return orient2d(ax, ay, bx, by, cx, cy) + incircle(ax, ay, bx, by, cx, cy, 1.5, 1.5) + incirclefast(ax, ay, cx, cy, bx, by, 1, 1);
}
