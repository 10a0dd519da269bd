/** Differences confirm right gradients, deny wrong ones, and say nothing where they cannot know. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import { checkGradients } from "../../src/engine/check.ts";
import type { Trace } from "../../src/language/trace.ts";
import { traceOf } from "../language/traced.ts";

function runAt(text: string, changed: Readonly<Record<string, string>> = {}): Trace {
  return traceOf(text, { changed, budget: defaultBudget });
}

function check(text: string, spoil: (trace: Trace) => void = () => undefined, key?: string): boolean | undefined {
  const trace = runAt(text);
  spoil(trace);
  return checkGradients(trace, key, (moved) => runAt(text, moved));
}

const smooth =
  "/** @at x = 0.7, y = 1.3, z = 40 */ function f(x: number, y: number, z: number) { return Math.sin(x * y) / z + Math.exp(x) }";

it("right gradients are confirmed", () => {
  assert.equal(check(smooth), true);
});

it("a wrong partial of any step is noticed", () => {
  const { length } = runAt(smooth).tape;
  for (let node = 3; node < length; node++)
    assert.equal(
      check(smooth, ({ tape }) => (tape.da[node]! += 0.01)),
      false,
      `step ${node}`,
    );
});

it("the chosen number of a result is the one that is checked", () => {
  const text = "/** @at x = 2, y = 3 */ function f(x: number, y: number) { return { sum: x + y, product: x * y } }";
  assert.equal(check(text, undefined, "product"), true);
  assert.equal(
    check(text, ({ tape }) => (tape.da[tape.length - 1]! += 1), "product"),
    false,
  );
  assert.equal(
    check(text, ({ tape }) => (tape.da[tape.length - 1]! += 1), "sum"),
    true,
  );
});

it("arrays are moved element by element", () => {
  assert.equal(
    check(
      "/** @at xs = [1, 2, 3, 4] */ function f(xs: number[]) { return xs.reduce((sum, x, i) => sum + x * x * i, 0) }",
    ),
    true,
  );
});

it("beside a pole, a jump or a kink one looks nearer", () => {
  const pole = "/** @at a = 1e-9, b = 2 */ function f(a: number, b: number) { const d = a * b; return (1 / d) * b }";
  assert.equal(check(pole), true);
  assert.equal(
    check(pole, ({ tape }) => (tape.da[2]! *= 1.001)),
    false,
  );
  assert.equal(check("/** @at x = 1.0005 */ function f(x: number) { return x > 1 ? x * 100 : x }"), true);
  assert.equal(check("/** @at x = 0.0005 */ function f(x: number) { return Math.abs(x) }"), true);
});

it("what rounding hides is no contradiction", () => {
  assert.equal(check("/** @at x = 0.5 */ function f(x: number) { return 1e16 + x }"), undefined);
});

it("nothing is said at a kink, on the edge of a jump, without inputs and of long runs", () => {
  assert.equal(check("/** @at x = 0 */ function f(x: number) { return Math.abs(x) }"), undefined);
  assert.equal(
    check("/** @at x = 1.000000000000001 */ function f(x: number) { return x > 1 ? x * 100 : x }"),
    undefined,
  );
  assert.equal(check("function f() { return 3 }"), undefined);
  assert.equal(
    check("/** @at x = 1 */ function f(x: number) { let s = 0; for (let i = 0; i < 50000; i++) s += x; return s }"),
    undefined,
  );
});
