import { CholeskyDecomposition, determinant, EigenvalueDecomposition, inverse, LuDecomposition, Matrix, pseudoInverse, QrDecomposition, solve, SVD } from "ml-matrix";

const rows = [[4, 1, 0.5], [1, 3, 0.25], [0.5, 0.25, 5]];

export function decompositions() {
  const a = new Matrix(rows);
  const eigen = new EigenvalueDecomposition(a);
  const svd = new SVD(a);
  return [
    inverse(a).to2DArray(), determinant(a), new QrDecomposition(a).orthogonalMatrix.to2DArray(), new LuDecomposition(a).upperTriangularMatrix.to2DArray(),
    new CholeskyDecomposition(a).lowerTriangularMatrix.to2DArray(), [...eigen.realEigenvalues], eigen.eigenvectorMatrix.to2DArray(),
    [...svd.diagonal], pseudoInverse(new Matrix([[1, 2], [3, 4], [5, 6]])).to2DArray(), svd.condition,
    [...new EigenvalueDecomposition(new Matrix([[0, 1], [-1, 0.2]])).imaginaryEigenvalues],
  ];
}

export function arithmetic() {
  const a = new Matrix(rows);
  return [
    a.mmul(a).to2DArray(), Matrix.add(a, 2).to2DArray(), a.transpose().to2DArray(), a.norm(), a.trace(), a.sum("row"), a.mean("column"),
    a.clone().sqrt().to2DArray(), Matrix.eye(3).kroneckerProduct(new Matrix([[1, 2]])).to2DArray(), a.subMatrix(0, 1, 1, 2).to2DArray(),
    a.selection([0, 2], [1]).to2DArray(), a.variance(), a.maxIndex(), a.toString(), a.isSymmetric(), JSON.stringify(a),
  ];
}

/** @at a = 4, b = 1, c = 3 @tolerance 1e-10 */
export function solved(a, b, c) {
  const x = solve(new Matrix([[a, b], [b, c]]), Matrix.columnVector([1, 2]));
  return x.get(0, 0) * x.get(1, 0);
}

/** @at a = 4, b = 1, c = 3 @tolerance 1e-10 */
export function determined(a, b, c) {
  const m = new Matrix([[a, b, 0.5], [b, c, 0.25], [0.5, 0.25, 5]]);
  return determinant(m) + inverse(m).get(0, 1) + m.norm("frobenius");
}

/** @at a = 4, b = 1, c = 3 @tolerance 1e-9 */
export function spectrum(a, b, c) {
  const { realEigenvalues } = new EigenvalueDecomposition(new Matrix([[a, b], [b, c]]));
  return realEigenvalues[0] * 2 + realEigenvalues[1] ** 2;
}
