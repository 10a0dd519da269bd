import mat4 from "gl-mat4";

export function matrices() {
  const view = mat4.lookAt([], [1, 2, 3], [0, 0.5, 0], [0, 1, 0]);
  const m = mat4.multiply([], mat4.perspective([], 0.8, 1.5, 0.1, 100), view);
  return [view, m, mat4.invert([], m), mat4.determinant(m), mat4.fromQuat([], [0, 0.6, 0, 0.8]), mat4.str(m), Array.from(mat4.create()), mat4.frustum([], -1, 1, -1, 1, 1, 9)];
}

/** @at angle = 0.7, x = 1, depth = -5 @tolerance 1e-10 */
export function projected(angle, x, depth) {
  const m = mat4.multiply([], mat4.perspective([], angle, 1.5, 0.1, 100), mat4.rotate([], mat4.translate([], mat4.identity([]), [x, 2, depth]), angle, [1, x, 2]));
  return mat4.determinant(m) + m[12] * m[5];
}
