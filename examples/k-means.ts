// The loss that k-means makes small: each point counts with its distance to the nearest centre.
// A centre's gradient comes from the points that are nearest to it, and from no others.

type Point = [x: number, y: number];

const points: Point[] = [
  [0.8, 1.1],
  [1.3, 0.7],
  [0.6, 0.5],
  [3.9, 4.2],
  [4.4, 3.7],
  [4.1, 4.6],
  [7.2, 1.2],
  [6.8, 0.6],
  [7.5, 1.9],
];

function squaredDistance([ax, ay]: Point, [bx, by]: Point): number {
  return (ax - bx) ** 2 + (ay - by) ** 2;
}

/** @at centres = [[1, 1], [4, 4.5], [6.5, 1.5]] */
export function kMeansLoss(centres: Point[]): number {
  let loss = 0;
  for (const point of points) {
    const nearest = Math.min(...centres.map((centre) => squaredDistance(point, centre)));
    loss += nearest;
  }
  return loss / points.length;
}
