/** The programs that the interpreter is measured with: each a function of numbers and arrays, written as users write. */

/** A program and what it is called with. */
export interface BenchProgram {
  readonly name: string;
  readonly source: string;
  /** Arguments, scaled so that a run takes about `operations` arithmetic steps. */
  readonly args: (operations: number) => (number | number[])[];
}

function spread(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * 0.5 + 0.1);
}

export const programs: readonly BenchProgram[] = [
  {
    name: "locals",
    source: `export function main(x: number, y: number, n: number) {
      let a = x;
      let b = y;
      for (let i = 0; i < n; i++) {
        const u = a * b + x;
        const v = u - b * 0.5;
        a = v * 0.25 + 0.1;
        b = u * 0.125 - a;
      }
      return a + b;
    }`,
    args: (operations) => [0.7, -0.3, Math.round(operations / 8)],
  },
  {
    name: "arrays",
    source: `export function main(ws: number[], xs: number[], rounds: number) {
      let total = 0;
      for (let r = 0; r < rounds; r++) {
        let sum = 0;
        for (let i = 0; i < ws.length; i++) sum += ws[i] * xs[i];
        total = total * 0.5 + sum;
      }
      return total;
    }`,
    args: (operations) => [spread(100), spread(100), Math.round(operations / 202)],
  },
  {
    name: "rosenbrock",
    source: `export function main(x: number[], rounds: number) {
      let s = 0;
      for (let r = 0; r < rounds; r++)
        for (let i = 0; i + 1 < x.length; i++) {
          const t = x[i + 1] - x[i] * x[i];
          const u = 1 - x[i];
          s += 100 * t * t + u * u;
        }
      return s;
    }`,
    args: (operations) => [spread(100), Math.round(operations / 900)],
  },
  {
    name: "helpers",
    source: `function square(v: number) { return v * v; }
    function relu(v: number) { return Math.max(0, v); }
    export function main(x: number, n: number) {
      let s = x;
      for (let i = 0; i < n; i++) s = relu(square(s) * 0.5 + 0.2) - Math.sin(s) * 0.1;
      return s;
    }`,
    args: (operations) => [0.4, Math.round(operations / 7)],
  },
  {
    name: "pendulum",
    source: `class Pendulum {
      constructor(public angle: number, public speed: number, readonly length: number) {}
      step(dt: number) {
        const force = -9.81 / this.length * Math.sin(this.angle);
        this.speed += force * dt;
        this.angle += this.speed * dt;
      }
    }
    export function main(angle: number, length: number, n: number) {
      const p = new Pendulum(angle, 0, length);
      for (let i = 0; i < n; i++) p.step(0.01);
      return p.angle * p.angle + p.speed * p.speed;
    }`,
    args: (operations) => [0.5, 1.2, Math.round(operations / 7)],
  },
];
