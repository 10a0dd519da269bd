/** The lecture's four graphs as traces made by hand. */
import type { Trace } from "../../src/language/trace.ts";
import { startRun } from "./run.ts";

const ACTIVATION = `/** @at w = 2, x = 3, b = 1 */
export function activation(w: number, x: number, b: number): number {
  const u = w * x;
  const v = u + b;
  return Math.max(0, v);
}
`;

/** (a) relu(w · x + b). */
export function activation(at = { w: 2, x: 3, b: 1 }): Trace {
  const run = startRun(ACTIVATION);
  const w = run.input("w", at.w);
  const x = run.input("x", at.x);
  const b = run.input("b", at.b);
  const u = run.step("multiply", [w, x], "w * x", "u");
  const v = run.step("add", [u, b], "u + b", "v");
  return run.end(run.step("max", [0, v], "Math.max(0, v)"));
}

const SINGLE = `/** @at w = 0.5, x = 2, b = 0.1, y = 1 */
export function single(w: number, x: number, b: number, y: number): number {
  const z = w * x + b;
  const a = 1 / (1 + Math.exp(-z));
  const loss = (a - y) ** 2;
  return loss;
}
`;

/** (b) net input, activation, output, squared loss. */
export function single(): Trace {
  const run = startRun(SINGLE);
  const w = run.input("w", 0.5);
  const x = run.input("x", 2);
  const b = run.input("b", 0.1);
  const y = run.input("y", 1);
  const z = run.step("add", [run.step("multiply", [w, x], "w * x"), b], "w * x + b", "z");
  const exponential = run.step("exp", [run.step("negate", [z], "-z")], "Math.exp(-z)");
  const a = run.step(
    "divide",
    [1, run.step("add", [1, exponential], "1 + Math.exp(-z)")],
    "1 / (1 + Math.exp(-z))",
    "a",
  );
  const error = run.step("subtract", [a, y], "a - y");
  return run.end(run.step("power", [error, 2], "(a - y) ** 2", "loss"));
}

const SHARED = `/** @at w = 0.5, x = 2, y = 1 */
export function loss(w: number, x: number, y: number): number {
  const a1 = Math.tanh(w * x);
  const a2 = Math.max(0, w * x);
  const o = a1 + a2;
  return (o - y) ** 2;
}
`;

/** (c) one weight in two activations. */
export function shared(): Trace {
  const run = startRun(SHARED);
  const w = run.input("w", 0.5);
  const x = run.input("x", 2);
  const y = run.input("y", 1);
  const a1 = run.step("tanh", [run.step("multiply", [w, x], "w * x")], "Math.tanh(w * x)", "a1");
  const product = run.step("multiply", [w, x], "w * x");
  const a2 = run.step("max", [0, product], "Math.max(0, w * x)", "a2");
  const o = run.step("add", [a1, a2], "a1 + a2", "o");
  return run.end(run.step("power", [run.step("subtract", [o, y], "o - y"), 2], "(o - y) ** 2"));
}

const PERCEPTRON = `/** @at x1 = 1, x2 = 0.5 */
export function perceptron(x1: number, x2: number, w11: number, w12: number, w21: number, w22: number): number {
  const h1 = Math.tanh(w11 * x1 + w12 * x2);
  const h2 = Math.tanh(w21 * x1 + w22 * x2);
  const k1 = Math.tanh(0.3 * h1 + 0.7 * h2);
  const k2 = Math.tanh(0.6 * h1 - 0.2 * h2);
  return 0.5 * k1 + 0.9 * k2;
}
`;

/** (d) two hidden layers of two units. */
export function perceptron(): Trace {
  const run = startRun(PERCEPTRON);
  const x1 = run.input("x1", 1);
  const x2 = run.input("x2", 0.5);
  const [w11, w12, w21, w22] = ([0.1, 0.2, 0.3, 0.4] as const).map((value, index) => {
    return run.input(["w11", "w12", "w21", "w22"][index]!, value, "assumed");
  });
  const unit = (
    name: string,
    first: string,
    second: string,
    operands: readonly Operands[],
    sign: "add" | "subtract",
  ) => {
    const [p, q] = operands.map((pair, index) => run.step("multiply", pair, [first, second][index]!));
    const whole = `${first} ${sign === "add" ? "+" : "-"} ${second}`;
    const net = run.step(sign, [p!, q!], whole);
    return name === "" ? net : run.step("tanh", [net], `Math.tanh(${whole})`, name);
  };
  const h1 = unit(
    "h1",
    "w11 * x1",
    "w12 * x2",
    [
      [w11!, x1],
      [w12!, x2],
    ],
    "add",
  );
  const h2 = unit(
    "h2",
    "w21 * x1",
    "w22 * x2",
    [
      [w21!, x1],
      [w22!, x2],
    ],
    "add",
  );
  const k1 = unit(
    "k1",
    "0.3 * h1",
    "0.7 * h2",
    [
      [0.3, h1],
      [0.7, h2],
    ],
    "add",
  );
  const k2 = unit(
    "k2",
    "0.6 * h1",
    "0.2 * h2",
    [
      [0.6, h1],
      [0.2, h2],
    ],
    "subtract",
  );
  return run.end(
    unit(
      "",
      "0.5 * k1",
      "0.9 * k2",
      [
        [0.5, k1],
        [0.9, k2],
      ],
      "add",
    ),
  );
}

type Operands = readonly [{ readonly node: number } | number, { readonly node: number } | number];
