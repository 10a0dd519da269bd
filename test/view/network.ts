/** A run with many steps, calls, loops and arrays. */
import type { Trace } from "../../src/language/trace.ts";
import { startRun } from "./run.ts";

const NETWORK = `function loss(W1: number[][], W2: number[][], w3: number[]): number {
  let o = 0;
  for (let i = 0; i < 16; i++) { h1[i] = neuron(W1[i], X); }
  for (let j = 0; j < 16; j++) { h2[j] = neuron(W2[j], h1); }
  for (let k = 0; k < 16; k++) { o = o + w3[k] * h2[k]; }
  return (o - 0.5) ** 2;
}
function neuron(w: number[], x: number[]): number {
  let s = 0;
  for (let i = 0; i < w.length; i++) s = s + w[i] * x[i];
  return Math.tanh(s);
}
`;

/** A network with two layers of `units` and a sum, as an interpreter would record it. */
export function network(units: number, width: number): Trace {
  const run = startRun(NETWORK);
  const weights = (name: string, rows: number): { readonly node: number }[][] =>
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: width }, (_unused, j) =>
        run.input(`${name}[${i}][${j}]`, Math.sin(i * width + j + name.length)),
      ),
    );
  const w1 = weights("W1", units);
  const w2 = weights("W2", units);
  const w3 = Array.from({ length: units }, (_, i) => run.input(`w3[${i}]`, Math.cos(i)));
  const neuron = (
    w: readonly { readonly node: number }[],
    x: readonly ({ readonly node: number } | number)[],
    name: string,
  ) =>
    run.inside("call", "neuron", "function neuron", () => {
      let s: { readonly node: number } | number = 0;
      run.inside("loop", "for", "for (let i = 0; i < w.length; i++)", () => {
        for (const [i, weight] of w.entries()) {
          run.inside("round", "for", "s = s + w[i] * x[i]", () => {
            s = run.step(
              "add",
              [s, run.step("multiply", [weight, x[i % x.length]!], "w[i] * x[i]")],
              "s + w[i] * x[i]",
              "s",
            );
          });
        }
      });
      return run.step("tanh", [s], "Math.tanh(s)", name);
    });
  const layer = (
    w: readonly (readonly { readonly node: number }[])[],
    x: readonly ({ readonly node: number } | number)[],
    name: string,
    code: string,
  ) =>
    run.inside("loop", "for", code, () =>
      w.map((row, i) => run.inside("round", "for", code, () => neuron(row, x, `${name}[${i}]`))),
    );
  const points = Array.from({ length: width }, (_, i) => Math.sin(3 * i));
  const h1 = layer(w1, points, "h1", "for (let i = 0; i < 16; i++)");
  const h2 = layer(w2, h1, "h2", "for (let j = 0; j < 16; j++)");
  let o: { readonly node: number } | number = 0;
  run.inside("loop", "for", "for (let k", () => {
    for (const [k, weight] of w3.entries()) {
      run.inside("round", "for", "o = o + w3[k] * h2[k]", () => {
        o = run.step("add", [o, run.step("multiply", [weight, h2[k]!], "w3[k] * h2[k]")], "o + w3[k] * h2[k]", "o");
      });
    }
  });
  return run.end(run.step("power", [run.step("subtract", [o, 0.5], "o - 0.5"), 2], "(o - 0.5) ** 2"));
}
