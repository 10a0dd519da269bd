import polylabel from "polylabel";

export function labels() {
  const shape = [[[0, 0], [10, 1], [12, 8], [5, 5], [1, 9], [0, 0]], [[3, 2], [4, 2], [4, 3], [3, 3], [3, 2]]];
  const found = polylabel(shape, 0.01);
  return [[...found], found.distance, [...polylabel([[[0, 0], [1, 0], [1, 0], [0, 0]]])], [...polylabel(shape)]];
}
