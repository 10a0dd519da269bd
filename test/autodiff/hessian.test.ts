/** Second derivatives against differences of gradients, and their conventions. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientByDifferences } from "../../src/autodiff/differences.ts";
import type { Recorder, Variable } from "../../src/autodiff/recorder.ts";
import { tape } from "../../src/autodiff/recorder.ts";
import { inputs, isTame, recordProgram, seed, smoothPrograms } from "./program.ts";

describe("second derivatives", () => {
  it("agree with extrapolated differences of gradients", () => {
    let compared = 0;
    fc.assert(
      fc.property(smoothPrograms, inputs, (program, point) => {
        const gradientAt = (x: readonly number[]): { t: Recorder; given: Variable[]; output: Variable } => {
          const t = tape();
          const given = x.map((value) => t.input(value));
          return { t, given, output: recordProgram(t, program, given) };
        };
        const { t, given, output } = gradientAt(point);
        if (!isTame(t.steps, output.node)) return;
        const rows = t.hessian(output, given);
        for (const i of given.keys()) {
          const partial = (x: readonly number[]): number => {
            const at = gradientAt(x);
            return at.t.gradient(at.output, [at.given[i]!])[0]!;
          };
          for (const [k, { derivative, error }] of gradientByDifferences(partial, point, { reach: 1e-3 }).entries()) {
            const scale = Math.max(1, Math.abs(rows[i]![k]!), Math.abs(partial(point)));
            if (!Number.isFinite(scale) || error > 1e-8 * scale) continue;
            compared++;
            assert.ok(Math.abs(derivative - rows[i]![k]!) <= 1e-5 * scale, `${derivative} ${rows[i]![k]}`);
          }
        }
      }),
      { numRuns: 400, seed },
    );
    assert.ok(compared > 300, `${compared} compared`);
  });

  it("of a quadratic form are its matrix", () => {
    const t = tape();
    const [x, y] = [t.input(1.5), t.input(-2)];
    const form = t.add(t.add(t.power(x, 2), t.multiply(3, t.multiply(x, y))), t.multiply(y, y));
    assert.deepEqual(t.hessian(form, [x, y]), [
      [2, 3],
      [3, 2],
    ]);
    assert.deepEqual(t.hessianProduct(form, [x, y], [1, 1]), [5, 5]);
  });

  it("of the length of a vector are those of the textbook, also where the vector is huge", () => {
    for (const scale of [1, 2 ** 900, 2 ** -900]) {
      const t = tape();
      const point = [2 * scale, 3 * scale, 6 * scale].map((x) => t.input(x));
      const rows = t.hessian(t.hypot(...point), point);
      const u = [2 / 7, 3 / 7, 6 / 7];
      for (const [i, row] of rows.entries()) {
        for (const [k, second] of row.entries()) {
          const expected = ((i === k ? 1 : 0) - u[i]! * u[k]!) / 7;
          assert.ok(Math.abs(second * scale - expected) < 1e-16, `${second * scale} ${expected}`);
        }
      }
    }
  });

  it("of straight pieces are 0, also at their kinks", () => {
    const t = tape();
    const [x, y] = [t.input(0), t.input(0)];
    const relu = t.max(0, t.add(t.multiply(2, x), y));
    assert.deepEqual(t.hessian(t.add(relu, t.abs(x)), [x, y]), [
      [0, 0],
      [0, 0],
    ]);
  });

  it("never ask for the logarithm of a base whose exponent is constant", () => {
    const t = tape();
    const x = t.input(-2);
    assert.deepEqual(t.hessian(t.power(x, 3), [x]), [[-12]]);
    assert.deepEqual(t.hessian(t.power(x, 1), [x]), [[0]]);
  });

  it("leave alone what does not reach the result, infinite as it may be", () => {
    const t = tape();
    const [x, y] = [t.input(0), t.input(2)];
    const root = t.sqrt(x);
    assert.deepEqual(t.hessian(t.add(t.multiply(root, 0), t.multiply(y, y)), [x, y]), [
      [0, 0],
      [0, 2],
    ]);
    assert.deepEqual(t.hessian(root, [x]), [[-Infinity]]);
  });
});
