import { Body, Box, Mat3, Plane, Quaternion, Sphere, Vec3, World } from "cannon-es";

export function vectors() {
  const v = new Vec3(1, 2, 3);
  const q = new Quaternion().setFromAxisAngle(new Vec3(0, 1, 0), 0.4);
  return [v.cross(new Vec3(0, 1, -1)).toArray(), v.length(), v.dot(v), q.vmult(v).toArray(), q.inverse().toArray(), new Mat3([1, 2, 0, 0, 3, 1, 2, 0, 1]).reverse().elements, v.unit().toString()];
}

function falling(height, steps = 30) {
  const world = new World({ gravity: new Vec3(0, -9.82, 0) });
  const ball = new Body({ mass: 5, shape: new Sphere(0.5), position: new Vec3(0.1, height, 0) });
  ball.angularVelocity.set(0.3, 0, 0.1);
  const ground = new Body({ mass: 0, shape: new Plane() });
  ground.quaternion.setFromEuler(-Math.PI / 2, 0, 0);
  world.addBody(ball);
  world.addBody(ground);
  world.addBody(new Body({ mass: 1, shape: new Box(new Vec3(0.2, 0.2, 0.2)), position: new Vec3(3, 4, 0) }));
  for (let i = 0; i < steps; i++) world.step(1 / 60);
  return ball;
}

export function simulated() {
  const ball = falling(1, 20);
  return [ball.position.toArray(), ball.velocity.toArray(), ball.quaternion.toArray()];
}

/** @at height = 9 @tolerance 1e-9 */
export function dropped(height) {
  const { position, velocity } = falling(height, 10);
  return position.y * velocity.y + position.x;
}
