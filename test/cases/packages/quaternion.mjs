import Quaternion from "quaternion";

export function algebra() {
  const q = new Quaternion(1, 2, 3, 4);
  const p = Quaternion.fromAxisAngle([1, 1, 0], 0.7);
  return [q.mul(p).toVector(), q.inverse().toVector(), q.exp().toVector(), q.log().toVector(), q.pow(0.5).toVector(), q.norm(), q.normalize().toMatrix(true), p.rotateVector([1, 2, 3]), p.toEuler(), Quaternion.fromEuler(0.1, 0.2, 0.3).toVector(), q.slerp(p)(0.3).toVector(), q.toString(), q.equals(q.clone())];
}

export function parsed() {
  return [new Quaternion("1 - 2i + 3j - 4k").toVector(), new Quaternion([1, 2, 3, 4]).dot([4, 3, 2, 1]), Quaternion.fromBetweenVectors([1, 0, 0], [0, 1, 0.2]).toVector()];
}

/** @at angle = 0.7, x = 1.2 @tolerance 1e-10 */
export function rotated(angle, x) {
  const [a, b, c] = Quaternion.fromAxisAngle([1, 2, -1], angle).rotateVector([x, 0.5, 2]);
  return a * b + c;
}
