import { polygonArea, polygonCentroid, polygonContains, polygonHull, polygonLength } from "d3-polygon";

export function measures() {
  const points = Array.from({ length: 30 }, (_, i) => [(i * 37) % 23, (i * 61) % 19]);
  const hull = polygonHull(points);
  return [hull, polygonArea(hull), polygonCentroid(hull), polygonContains(hull, [5, 5]), polygonContains(hull, [50, 5]), polygonLength(hull), polygonHull([[1, 1]])];
}

/** @at x = 5.2, y = 4.1 @tolerance 1e-10 */
export function moved(x, y) {
  const polygon = [[0, 0], [4, 0.5], [x, y], [1, 3]];
  const [cx, cy] = polygonCentroid(polygon);
  return polygonArea(polygon) * polygonLength(polygon) + cx * cy;
}
