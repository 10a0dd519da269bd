/** The published names, used as a program would use them. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as autodiff from "../../src/autodiff/autodiff.ts";
import { applyDual, derivativeByDifferences, OPERATIONS, tape } from "../../src/autodiff/autodiff.ts";

describe("the published API", () => {
  it("is this list of names", () => {
    assert.deepEqual(Object.keys(autodiff).sort(), [
      ...["ABSENT", "CONSTANT", "MANY", "OPERATIONS", "Tape", "applyDual", "backward", "derivativeByDifferences"],
      ...["formulaText", "forward", "gradientByDifferences", "hessian", "hessianProduct", "kinkAt", "kinksOf"],
      ...[
        "opcodeOf",
        "operandsOf",
        "partialText",
        "recordAdd",
        "recordBinary",
        "recordDivide",
        "recordExtremum",
        "recordInput",
      ],
      ...["recordMany", "recordMultiply", "recordSubtract", "recordUnary", "replay"],
      ...["tape", "totalPartials", "violatedDomain"],
    ]);
  });

  it("differentiates what its documentation shows", () => {
    const t = tape();
    const x = t.input(3);
    const y = t.multiply(x, t.sin(x));
    const [gradient] = t.gradient(y, [x]);
    assert.ok(Math.abs(gradient! - (Math.sin(3) + 3 * Math.cos(3))) < 1e-15);
    assert.ok(Math.abs(t.hessian(y, [x])[0]![0]! - (2 * Math.cos(3) - 3 * Math.sin(3))) < 1e-15);
    assert.ok(Math.abs(t.tangent(y, [x], [2]) - 2 * gradient!) < 1e-15);
    const dual = applyDual("multiply", [{ value: 3, tangent: 1 }, applyDual("sin", [{ value: 3, tangent: 1 }])]);
    assert.deepEqual(dual, { value: y.value, tangent: gradient });
    assert.ok(Math.abs(derivativeByDifferences((v) => v * Math.sin(v), 3).derivative - gradient!) < 1e-11);
  });

  it("trains: gradient descent finds the line through points", () => {
    const points = [0, 1, 2, 3, 4].map((x) => [x, 2 * x - 1] as const);
    let [slope, offset] = [0, 0];
    const t = tape();
    for (let round = 0; round < 500; round++) {
      t.reset();
      const [w, b] = [t.input(slope), t.input(offset)];
      const errors = points.map(([x, y]) => t.power(t.subtract(t.add(t.multiply(w, x), b), y), 2));
      const loss = errors.reduce((sum, error) => t.add(sum, error));
      const [dw, db] = t.gradient(loss, [w, b]);
      slope -= 0.02 * dw!;
      offset -= 0.02 * db!;
    }
    assert.ok(Math.abs(slope - 2) < 1e-6 && Math.abs(offset + 1) < 1e-6);
  });

  it("computes constants without recording them", () => {
    const t = tape();
    const x = t.input(2);
    const two = t.add(1, 1);
    assert.deepEqual([two.node, two.value, t.steps.length], [autodiff.CONSTANT, 2, 1]);
    assert.deepEqual([t.gradient(two, [x]), t.tangent(two, [x], [1]), t.hessian(two, [x])], [[0], 0, [[0]]]);
    assert.deepEqual([t.sqrt(4).value, t.max(1, 2, 3).value], [2, 3]);
    const y = t.multiply(x, two);
    assert.deepEqual([y.value, t.gradient(y, [x, two])], [4, [2, 0]]);
  });

  it("refuses what would have to give a wrong number", () => {
    const t = tape();
    const x = t.input(3);
    const u = t.multiply(x, x);
    const y = t.sin(u);
    assert.ok(Math.abs(t.gradient(y, [u])[0]! - Math.cos(9)) < 1e-15);
    assert.throws(() => t.tangent(y, [u], [1]), /come from `input`/);
    assert.throws(() => t.hessian(y, [u]), /come from `input`/);
    assert.throws(() => t.hessianProduct(y, [u], [1]), /come from `input`/);
    assert.throws(() => t.tangent(y, [x], [1, 2]), /direction of 2 numbers does not fit 1 inputs/);
    const other = tape();
    assert.throws(() => t.add(y, other.input(1)), /another tape/);
    assert.throws(() => other.gradient(y, [x]), /another tape/);
    t.reset();
    t.input(3);
    assert.throws(() => t.sin(x), /before a reset/);
  });

  it("has a method for every row of the table", () => {
    const t = tape();
    const missing = OPERATIONS.filter(({ name, arity }) => arity !== 0 && typeof Reflect.get(t, name) !== "function");
    assert.deepEqual(missing, []);
  });
});
