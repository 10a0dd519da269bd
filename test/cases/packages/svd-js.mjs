import { SVD, VERSION } from "svd-js";

const matrix = (x) => [[22, 10, 2, 3, x], [14, 7, 10, 0, 8], [-1, 13, -1, -11, 3], [-3, -2, 13, -2, 4], [9, 8, 1, -2, 4], [9, 1, -7, 5, -1], [2, -6, 6, 5, 1], [4, 5, 0, -2, 2]];

export function decomposed() {
  return [SVD(matrix(7)), typeof VERSION];
}

/** @at x = 7.3 @tolerance 1e-8 because the decomposition ends when its rest is small */
export function largest(x) {
  return Math.max(...SVD(matrix(x)).q);
}
