import inside from "point-in-polygon";
import nested from "point-in-polygon/nested.js";

const polygon = [[1, 1], [1, 2], [2, 2.5], [2.2, 1]];

export function inclusion() {
  return [[1.5, 1.5], [4.9, 1.2], [1.8, 1.1], [1, 1], [2.1, 2]].map((point) => [inside(point, polygon), inside(point, polygon.flat()), nested(point, polygon, 0, 3)]);
}
