/** The programs that the interpreter is measured with: each a function of numbers and arrays, written as users write. */

/** A number or a list of such arguments. */
export type Argument = number | readonly Argument[];

/** A program and what it is called with. */
export interface BenchProgram {
  readonly name: string;
  readonly source: string;
  /** Arguments, scaled so that a run takes about `operations` arithmetic steps. */
  readonly args: (operations: number) => Argument[];
}

function spread(count: number): number[] {
  return Array.from({ length: count }, (_, i) => Math.sin(i * 12.9898) * 0.5 + 0.1);
}

function matrix(rows: number, columns: number): number[][] {
  const all = spread(rows * columns);
  return Array.from({ length: rows }, (_, i) => all.slice(i * columns, (i + 1) * columns));
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
  {
    name: "network",
    source: `function dense(weights: number[][], biases: number[], inputs: number[]) {
      const outputs: number[] = [];
      for (let i = 0; i < weights.length; i++) {
        let sum = biases[i];
        for (let j = 0; j < inputs.length; j++) sum += weights[i][j] * inputs[j];
        outputs.push(Math.tanh(sum));
      }
      return outputs;
    }
    export function main(w1: number[][], b1: number[], w2: number[][], b2: number[], rounds: number) {
      let loss = 0;
      for (let r = 0; r < rounds; r++) {
        const hidden = dense(w1, b1, [0.1 + r * 0.001, 0.5, -0.3, 0.8]);
        const outputs = dense(w2, b2, hidden);
        for (let i = 0; i < outputs.length; i++) loss += (outputs[i] - 0.5) * (outputs[i] - 0.5);
      }
      return loss;
    }`,
    args: (operations) => [matrix(16, 4), spread(16), matrix(3, 16), spread(3), Math.round(operations / 255)],
  },
  {
    name: "regression",
    source: `const rows: number[][] = [];
    const labels: number[] = [];
    for (let i = 0; i < 100; i++) {
      rows.push([Math.sin(i), Math.sin(i * 1.7), Math.sin(i * 2.3), Math.sin(i * 3.1)]);
      labels.push(Math.max(0, Math.sin(i * 5.3)));
    }
    export function main(weights: number[], bias: number, rounds: number) {
      let loss = 0;
      for (let r = 0; r < rounds; r++)
        for (let i = 0; i < rows.length; i++) {
          let z = bias;
          for (let j = 0; j < weights.length; j++) z += weights[j] * rows[i][j];
          const p = 1 / (1 + Math.exp(-z));
          loss -= labels[i] * Math.log(p) + (1 - labels[i]) * Math.log(1 - p);
        }
      return loss;
    }`,
    args: (operations) => [spread(4), 0.3, Math.max(1, Math.round(operations / 1900))],
  },
  {
    name: "mixture",
    source: `function logSumExp(terms: number[]) {
      let largest = terms[0];
      for (let i = 1; i < terms.length; i++) largest = Math.max(largest, terms[i]);
      let sum = 0;
      for (let i = 0; i < terms.length; i++) sum += Math.exp(terms[i] - largest);
      return largest + Math.log(sum);
    }
    export function main(logits: number[], means: number[], scales: number[], points: number) {
      let total = 0;
      for (let p = 0; p < points; p++) {
        const x = Math.sin(p) * 3;
        const terms: number[] = [];
        for (let k = 0; k < means.length; k++) {
          const d = (x - means[k]) / scales[k];
          terms.push(logits[k] - 0.5 * d * d - Math.log(scales[k] * scales[k]));
        }
        total += logSumExp(terms) - logSumExp(logits);
      }
      return total;
    }`,
    args: (operations) => [spread(5), spread(5), spread(5), Math.round(operations / 89)],
  },
  {
    name: "vectors",
    source: `function add(a: number[], b: number[]) { return [a[0] + b[0], a[1] + b[1]]; }
    function scale(a: number[], k: number) { return [a[0] * k, a[1] * k]; }
    export function main(x: number, y: number, n: number) {
      let position = [x, y];
      let velocity = [0.3, x];
      for (let i = 0; i < n; i++) {
        velocity = add(velocity, scale(position, -0.01));
        position = add(position, scale(velocity, 0.01));
      }
      return position[0] * position[1];
    }`,
    args: (operations) => [0.5, 1.2, Math.round(operations / 8)],
  },
  {
    name: "points",
    source: `interface Point { x: number; y: number }
    function turn(p: Point, c: number, s: number) { return { x: p.x * c - p.y * s, y: p.x * s + p.y * c }; }
    export function main(x: number, y: number, c: number, s: number, n: number) {
      let p = { x: x, y: y };
      for (let i = 0; i < n; i++) p = turn(p, c, s);
      return p.x + p.y;
    }`,
    args: (operations) => [0.5, 1.2, 0.995, 0.0998, Math.round(operations / 6)],
  },
  {
    name: "callbacks",
    source: `export function main(xs: number[], k: number, rounds: number) {
      let total = 0;
      for (let r = 0; r < rounds; r++)
        total += xs.map((x) => (x - k) * (x - k)).reduce((sum, x) => sum + x, 0) * 0.01;
      return total;
    }`,
    args: (operations) => [spread(100), 0.3, Math.round(operations / 402)],
  },
];
