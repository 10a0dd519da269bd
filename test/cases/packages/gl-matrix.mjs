import { mat3, mat4, quat, vec2, vec3, vec4 } from "gl-matrix";

const m = [2, 0.1, 0.3, 0, -0.4, 3, 0.2, 0, 0.5, 0.6, 1.5, 0, 7, 8, 9, 1];

export function matrices() {
  const out = mat4.create();
  const lookAt = mat4.lookAt(mat4.create(), [1, 2, 3], [0, 0.5, 0], [0, 1, 0]);
  const perspective = mat4.perspective(mat4.create(), 0.8, 16 / 9, 0.1, 100);
  return [
    mat4.invert(out, m),
    mat4.determinant(m),
    lookAt,
    perspective,
    mat4.multiply(mat4.create(), perspective, lookAt),
    mat3.normalFromMat4(mat3.create(), m),
    mat4.rotate(mat4.create(), m, 0.7, [1, 2, 2]),
    mat4.str(m),
  ].map((value) => (typeof value === "object" ? Array.from(value) : value));
}

export function quaternions() {
  const a = quat.setAxisAngle(quat.create(), [0, 0.6, 0.8], 1.1);
  const b = quat.fromEuler(quat.create(), 10, 20, 30);
  return [a, b, quat.slerp(quat.create(), a, b, 0.3), quat.multiply(quat.create(), a, b)].map((q) => Array.from(q));
}

export function vectors() {
  return [
    Array.from(vec3.cross(vec3.create(), [1, 2, 3], [4, 5, 6.5])),
    vec3.angle([1, 2, 3], [3, -1, 2]),
    vec2.distance([1, 2], [4, 6.5]),
    Array.from(vec4.normalize(vec4.create(), [1, 2, 3, 4])),
    vec3.equals([1, 2, 3], [1, 2, 3.0000001]),
    Array.from(vec3.transformMat4(vec3.create(), [1, 2, 3], m)),
    vec3.forEach([1, 2, 3, 4, 5, 6], 0, 0, 0, (out, a, by) => vec3.scale(out, a, by), 2),
  ];
}

/** Arrays keep all digits; the library's own Float32Array would not. @at x = 1, y = 2, z = 3 @tolerance 1e-10 */
export function transformed(x, y, z) {
  const [a, b, c] = vec3.transformMat4([0, 0, 0], [x, y, z], m);
  return a * b + Math.sin(c);
}

/** @at angle = 0.7, x = 1, y = 2, z = 2 @tolerance 1e-10 */
export function rotated(angle, x, y, z) {
  const r = mat4.rotate(new Array(16).fill(0), m, angle, [x, y, z]);
  return vec3.length(vec3.transformMat4([0, 0, 0], [1, 2, 3], r));
}

/** @at t = 0.3 @tolerance 1e-10 */
export function slerped(t) {
  const a = quat.setAxisAngle([0, 0, 0, 0], [0, 0.6, 0.8], 1.1);
  const b = quat.setAxisAngle([0, 0, 0, 0], [1, 0, 0], 0.4);
  const q = quat.slerp([0, 0, 0, 0], a, b, t);
  return q[0] + 2 * q[1] + 3 * q[2] + 4 * q[3];
}

/** @at a = 2, b = 0.3, c = 0.5 @tolerance 1e-10 */
export function determinant(a, b, c) {
  return mat3.determinant(mat3.invert([], [a, b, c, b, 3, 0.2, c, 0.2, 4]));
}
