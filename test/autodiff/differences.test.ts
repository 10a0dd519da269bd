/** Differences of functions whose derivatives are known. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { derivativeByDifferences, gradientByDifferences } from "../../src/autodiff/differences.ts";

describe("differences", () => {
  it("find derivatives to ten digits, and say how good they are", () => {
    const cases: readonly (readonly [(x: number) => number, number, number])[] = [
      [Math.sin, 1, Math.cos(1)],
      [Math.exp, 2, Math.exp(2)],
      [(x) => x ** 5, -3, 405],
      [Math.atan, 1e4, 1 / (1 + 1e8)],
      [(x) => 3 * x, 0, 3],
      [Math.tanh, 0.5, 1 - Math.tanh(0.5) ** 2],
      [() => 4, 1, 0],
    ];
    for (const [f, x, expected] of cases) {
      const { derivative, error } = derivativeByDifferences(f, x);
      const scale = Math.max(1, Math.abs(expected));
      assert.ok(Math.abs(derivative - expected) <= 1e-10 * scale, `${derivative} for ${expected}`);
      assert.ok(error < 1e-8 * scale && Math.abs(derivative - expected) <= 10 * error + 1e-14 * scale);
    }
  });

  it("come closer when the function ends within the first step", () => {
    const { derivative } = derivativeByDifferences(Math.log, 0.01);
    assert.ok(Math.abs(derivative - 100) < 1e-6);
  });

  it("report a large error where there is no derivative, and an infinite one where there are no values", () => {
    assert.ok(derivativeByDifferences((x) => Math.floor(x), 2).error > 1);
    assert.deepEqual(
      derivativeByDifferences(() => NaN, 2),
      { derivative: NaN, error: Infinity },
    );
  });

  it("move one number at a time and put it back", () => {
    const seen = new Set<string>();
    const estimates = gradientByDifferences(
      ([x, y]) => {
        seen.add(`${x === 2} ${y === 5}`);
        return x! * x! * y!;
      },
      [2, 5],
    );
    assert.deepEqual(
      estimates.map(({ derivative }) => Math.round(derivative * 1e8) / 1e8),
      [20, 4],
    );
    assert.deepEqual([...seen].sort(), ["false true", "true false"]);
  });
});
