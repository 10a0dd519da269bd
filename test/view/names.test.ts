/** What nodes are called: results, variables, their members, rounds and parameters. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { viewModel } from "../../src/view/viewModel.ts";
import { traceOf } from "../language/traced.ts";
import { startRun } from "./run.ts";

describe("names", () => {
  it("calls a number of the result as the result does where its own name is taken", () => {
    const run = startRun("function scaled(s: number): object {\n  const t = s * s;\n  const u = t * t;\n}\n");
    const s = run.input("s", 3);
    const t = run.step("multiply", [s, s], "s * s", "t");
    const u = run.step("multiply", [t, t], "t * t", "u");
    const outputs = ["s", "t", "u"].map((key) => ({ path: [key], name: `.${key}`, value: 81, node: u.node }));
    const model = viewModel(run.end(u, { outputs }));
    assert.deepEqual(
      model.outputs.map(({ name }) => name),
      ["scaled.s", "scaled.t", "u"],
    );
  });

  it("says of a result that a called function computes what is returned, and of a round's variable or a parameter how it came about", () => {
    for (const [text, titles] of [
      ["const square = (x: number) => x * x;\nfunction f(n: number) { return square(n); }", ["n", "f = square(n)"]],
      ["function f(n: number) { return [n, 2 * n].reduce((s, x) => s + x, 0); }", ["n", "f = [n, 2 · n].reduce((…"]],
      ["const f = (n: number) => Math.max(n, 2 * n);", ["n", "f = max(n, 2 · n)"]],
      [
        "function f(n: number) { let s = 0; for (const x of [2 * n, 3 * n]) s += x; return s; }",
        ["n", "x₁ = 2 · n", "x₂ = 3 · n", "s₁ = s + x", "s = s + x"],
      ],
      [
        "function f(n: number, k = 2, b: number = n * n): number { return k === 0 ? b : f(n, k - 1, b + n); }",
        ["n", "k", "b₁ = n · n", "b₂ = b + n", "f = b + n"],
      ],
    ] as const) {
      const model = viewModel(traceOf(`/** @at n = 2 */\n${text}`));
      assert.deepEqual(
        model.nodes.map(({ title }) => title),
        titles,
      );
    }
  });

  it("calls the numbers of an array and of an object by the variable that they are given to", () => {
    for (const [text, titles] of [
      [
        "function f(n: number) { const h = [1, 2].map((w) => Math.tanh(w * n)); return h[0]! + h[1]!; }",
        ["n", "h[0] = tanh(w · n)", "h[1] = tanh(w · n)", "f = h[0] + h[1]"],
      ],
      [
        "const at = (t: number) => ({ x: t * t, to: { y: 3 * t } });\nfunction f(n: number) { const p = at(n); return p.x * p.to.y; }",
        ["n", "p.x = t · t", "p.to.y = 3 · t", "f = p.x · p.to.y"],
      ],
      [
        "function f(n: number) { let v = { x: n }; for (let i = 0; i < 2; i++) v = { x: v.x * n + i }; return v.x; }",
        ["n", "v.x = v.x · n + i", "f = v.x · n + i"],
      ],
      [
        "function f(n: number) { const ps = Array.from({ length: 40 }, (_, i) => n ** i); return ps[3]! + ps[5]!; }",
        ["n", "f = ps[3] + ps[5]"],
      ],
    ] as const) {
      const model = viewModel(traceOf(`/** @at n = 2 */\n${text}`));
      assert.deepEqual(
        model.nodes.map(({ title }) => title),
        titles,
      );
    }
  });

  it("tells repeated names apart and leaves the result its name", () => {
    const run = startRun(
      "function f(x: number): number {\n  sum = x * x;\n  sum = sum * x;\n  x = sum + x;\n  return sum;\n}\n",
    );
    const x = run.input("x", 2);
    const first = run.step("multiply", [x, x], "x * x", "sum");
    const second = run.step("multiply", [first, x], "sum * x", "sum");
    const third = run.step("add", [second, x], "sum + x", "x");
    const last = run.step("multiply", [third, second], "sum", "sum");
    assert.deepEqual(
      viewModel(run.end(last)).nodes.map((node) => node.name),
      ["x", "sum₁", "sum₂", "x₁", "sum"],
    );
  });

  it("calls the result by the function's first letter only where that letter is free", () => {
    const name = (text: string, input: string): string => {
      const run = startRun(text);
      return viewModel(run.end(run.step("sin", [run.input(input, 1)], "sin"))).resultName;
    };
    assert.equal(name("function activation(w: number): number {\n sin }\n", "w"), "a");
    assert.equal(name("function activation(a: number): number {\n sin }\n", "a"), "activation");
    assert.equal(name("function loss(w: number): number {\n sin }\n", "w"), "loss");
  });
});
