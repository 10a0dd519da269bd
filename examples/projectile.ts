// A ball thrown through air: a simulation with a class, and how far it flies.

const gravity = 9.81;

class Ball {
  x = 0;
  y = 1.8;
  vx: number;
  vy: number;

  constructor(
    speed: number,
    angle: number,
    readonly drag: number,
  ) {
    this.vx = speed * Math.cos(angle);
    this.vy = speed * Math.sin(angle);
  }

  get speed(): number {
    return Math.hypot(this.vx, this.vy);
  }

  /** Move on by `dt` seconds (semi-implicit Euler). */
  step(dt: number): void {
    const braking = this.drag * this.speed;
    this.vx -= braking * this.vx * dt;
    this.vy -= (gravity + braking * this.vy) * dt;
    this.x += this.vx * dt;
    this.y += this.vy * dt;
  }
}

/**
 * Where the ball touches the ground, between the last step above it and the first one below.
 * Where the gradient by `angle` is 0, the throw is the farthest.
 * @at speed = 20, angle = 0.7, drag = 0.01
 */
export function throwDistance(speed: number, angle: number, drag: number): number {
  const ball = new Ball(speed, angle, drag);
  let last = { x: ball.x, y: ball.y };
  while (ball.y > 0) {
    last = { x: ball.x, y: ball.y };
    ball.step(0.1);
  }
  const part = last.y / (last.y - ball.y);
  return last.x + part * (ball.x - last.x);
}
