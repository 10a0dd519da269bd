/** The lecture's four graphs as they are recorded: every step, every edge and every gradient, against formulas worked out by hand. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OPERATIONS } from "../../src/autodiff/operations/operations.ts";
import { backward } from "../../src/autodiff/sweep.ts";
import { operandsOf, type NodeId } from "../../src/autodiff/tape.ts";
import type { Trace } from "../../src/language/trace.ts";
import { activation, perceptron, sharedWeight, singlePath } from "../view/lecture.ts";

/** What a node is called, its value, its gradient, and its partial by each operand. */
type Row = readonly [name: string, value: number, gradient: number, partials: Readonly<Record<string, number>>];

/** Numbers differ in their last digits where a formula is written in another way. */
const CLOSE = 4 * Number.EPSILON;

describe("the lecture's graphs, number by number", () => {
  it("activation", () => {
    assertRows(activation(), [
      ["w", 2, 3, {}],
      ["x", 3, 2, {}],
      ["b", 1, 1, {}],
      ["u", 6, 1, { w: 3, x: 2 }],
      ["v", 7, 1, { u: 1, b: 1 }],
      ["max(0, v)", 7, 1, { v: 1 }],
    ]);
  });

  for (const b of [-7, -7.5, -1000]) {
    it(`activation passes nothing on where b is ${b}`, () => {
      const trace = activation({ b });
      assertRows(trace, [
        ["w", 2, 0, {}],
        ["x", 3, 0, {}],
        ["b", b, 0, {}],
        ["u", 6, 0, { w: 3, x: 2 }],
        ["v", 6 + b, 0, { u: 1, b: 1 }],
        ["max(0, v)", 0, 1, { v: 0 }],
      ]);
      assert.deepEqual([trace.findings, trace.kinks], [[], []]);
    });
  }

  it("activation has a kink where v is 0, and takes the slope 0 of 0 and 1", () => {
    const trace = activation({ b: -6 });
    assertRows(trace, [
      ["w", 2, 0, {}],
      ["x", 3, 0, {}],
      ["b", -6, 0, {}],
      ["u", 6, 0, { w: 3, x: 2 }],
      ["v", 0, 0, { u: 1, b: 1 }],
      ["max(0, v)", 0, 1, { v: 0 }],
    ]);
    assert.deepEqual(trace.kinks, [{ node: 5, kind: "corner", left: 0, right: 1 }]);
    const [finding] = trace.findings;
    const { start, end } = finding!.place;
    assert.deepEqual(
      [trace.findings.length, finding!.code, trace.texts.get(finding!.place.file)!.slice(start, end)],
      [1, "kink/point", "Math.max(0, v)"],
    );
    assert.match(finding!.message, /To the left it is 0, to the right \+1\.$/u);
  });

  it("single path", () => {
    const [w, x, b, y] = [0.5, 2, 0.1, 1];
    const z = w * x + b;
    const e = Math.exp(-z);
    const o = 1 / (1 + e);
    const error = 2 * (o - y);
    // The sigmoid's slope is o · (1 − o), and the relu passes everything on, because z is above 0.
    const slope = error * o * (1 - o);
    assertRows(singlePath(), [
      ["w", w, slope * x, {}],
      ["x", x, slope * w, {}],
      ["b", b, slope, {}],
      ["y", y, -error, {}],
      ["w · x", 1, slope, { w: x, x: w }],
      ["z", z, slope, { "w · x": 1, b: 1 }],
      ["a", z, slope, { z: 1 }],
      ["−a", -z, -slope, { a: -1 }],
      ["exp(−a)", e, -error * o * o, { "−a": e }],
      ["1 + exp(−a)", 1 + e, -error * o * o, { "exp(−a)": 1 }],
      ["o", o, error, { "1 + exp(−a)": -o * o }],
      ["o − y", o - y, error, { o: 1, y: -1 }],
      ["l", (o - y) ** 2, 1, { "o − y": error }],
    ]);
  });

  it("weight sharing", () => {
    const [w, x, y] = [0.5, 2, 1];
    const a1 = Math.tanh(1);
    const slope = 1 - a1 * a1;
    const o = a1 + 1;
    const error = 2 * (o - y);
    assertRows(sharedWeight(), [
      ["w", w, error * slope * x + error * x, {}],
      ["x", x, error * slope * w + error * w, {}],
      ["y", y, -error, {}],
      ["w · x", 1, error * slope, { w: x, x: w }],
      ["a1", a1, error, { "w · x": slope }],
      ["w · x", 1, error, { w: x, x: w }],
      ["a2", 1, error, { "w · x": 1 }],
      ["o", o, error, { a1: 1, a2: 1 }],
      ["o − y", o - y, error, { o: 1, y: -1 }],
      ["l", (o - y) ** 2, 1, { "o − y": error }],
    ]);
  });

  it("perceptron", () => {
    const [x1, x2, y] = [1, 0.5, 1];
    const [v1, v2] = [0.8, -0.5];
    const [a11, a12] = [Math.tanh(0.3 * x1 - 0.2 * x2), Math.tanh(0.5 * x1 + 0.4 * x2)];
    const [a21, a22] = [Math.tanh(0.7 * a11 - 0.6 * a12), Math.tanh(0.2 * a11 + 0.9 * a12)];
    const o = v1 * a21 + v2 * a22;
    const error = 2 * (o - y);
    const [s11, s12, s21, s22] = [1 - a11 ** 2, 1 - a12 ** 2, 1 - a21 ** 2, 1 - a22 ** 2];
    // Net inputs of the second layer, activations and net inputs of the first: one product per path, paths added.
    const [n21, n22] = [error * v1 * s21, error * v2 * s22];
    const [g11, g12] = [n21 * 0.7 + n22 * 0.2, n21 * -0.6 + n22 * 0.9];
    const [n11, n12] = [g11 * s11, g12 * s12];
    assertRows(perceptron(), [
      ["x1", x1, n11 * 0.3 + n12 * 0.5, {}],
      ["x2", x2, n11 * -0.2 + n12 * 0.4, {}],
      ["y", y, -error, {}],
      ["w1_11", 0.3, n11 * x1, {}],
      ["w1_12", -0.2, n11 * x2, {}],
      ["w1_21", 0.5, n12 * x1, {}],
      ["w1_22", 0.4, n12 * x2, {}],
      ["w2_11", 0.7, n21 * a11, {}],
      ["w2_12", -0.6, n21 * a12, {}],
      ["w2_21", 0.2, n22 * a11, {}],
      ["w2_22", 0.9, n22 * a12, {}],
      ["v1", v1, error * a21, {}],
      ["v2", v2, error * a22, {}],
      ["w1_11 · x1", 0.3, n11, { w1_11: x1, x1: 0.3 }],
      ["w1_12 · x2", -0.1, n11, { w1_12: x2, x2: -0.2 }],
      ["w1_11 · x1 + w1_12 · x2", 0.2, n11, { "w1_11 · x1": 1, "w1_12 · x2": 1 }],
      ["a1_1", a11, g11, { "w1_11 · x1 + w1_12 · x2": s11 }],
      ["w1_21 · x1", 0.5, n12, { w1_21: x1, x1: 0.5 }],
      ["w1_22 · x2", 0.2, n12, { w1_22: x2, x2: 0.4 }],
      ["w1_21 · x1 + w1_22 · x2", 0.7, n12, { "w1_21 · x1": 1, "w1_22 · x2": 1 }],
      ["a1_2", a12, g12, { "w1_21 · x1 + w1_22 · x2": s12 }],
      ["w2_11 · a1_1", 0.7 * a11, n21, { w2_11: a11, a1_1: 0.7 }],
      ["w2_12 · a1_2", -0.6 * a12, n21, { w2_12: a12, a1_2: -0.6 }],
      ["w2_11 · a1_1 + w2_12 · a1_2", 0.7 * a11 - 0.6 * a12, n21, { "w2_11 · a1_1": 1, "w2_12 · a1_2": 1 }],
      ["a2_1", a21, error * v1, { "w2_11 · a1_1 + w2_12 · a1_2": s21 }],
      ["w2_21 · a1_1", 0.2 * a11, n22, { w2_21: a11, a1_1: 0.2 }],
      ["w2_22 · a1_2", 0.9 * a12, n22, { w2_22: a12, a1_2: 0.9 }],
      ["w2_21 · a1_1 + w2_22 · a1_2", 0.2 * a11 + 0.9 * a12, n22, { "w2_21 · a1_1": 1, "w2_22 · a1_2": 1 }],
      ["a2_2", a22, error * v2, { "w2_21 · a1_1 + w2_22 · a1_2": s22 }],
      ["v1 · a2_1", v1 * a21, error, { v1: a21, a2_1: v1 }],
      ["v2 · a2_2", v2 * a22, error, { v2: a22, a2_2: v2 }],
      ["o", o, error, { "v1 · a2_1": 1, "v2 · a2_2": 1 }],
      ["o − y", o - y, error, { o: 1, y: -1 }],
      ["l", (o - y) ** 2, 1, { "o − y": error }],
    ]);
  });
});

/** Names, operands and their order must be equal, numbers as good as equal. */
function assertRows(trace: Trace, expected: readonly Row[]): void {
  const { tape, inputs, names, sites } = trace;
  const gradients = backward(tape, trace.outputs[0]!.node!);
  const nameOf = (node: NodeId): string =>
    inputs.find((input) => input.node === node)?.name ?? names.get(node)?.name ?? sites[tape.tag[node]!]!.formula;
  const actual = Array.from({ length: tape.length }, (_, node): Row => {
    const partials = operandsOf(tape, node).flatMap((operand) =>
      operand.kind === "node" ? [[nameOf(operand.node), operand.partial] as const] : [],
    );
    return [nameOf(node), tape.value[node]!, gradients[node]!, Object.fromEntries(partials)];
  });
  const structure = (rows: readonly Row[]): unknown =>
    rows.map(([name, , , partials]) => [name, Object.keys(partials)]);
  assert.deepEqual(structure(actual), structure(expected));
  for (const [index, [name, value, gradient, partials]] of actual.entries()) {
    const [, wantedValue, wantedGradient, wantedPartials] = expected[index]!;
    const numbers = [value, gradient, ...Object.values(partials)];
    const wanted = [wantedValue, wantedGradient, ...Object.values(wantedPartials)];
    for (const [at, number] of numbers.entries()) {
      const isClose = Math.abs(number - wanted[at]!) <= CLOSE * Math.max(1, Math.abs(wanted[at]!));
      assert.ok(isClose, `${OPERATIONS[tape.op[index]!]!.name} ${name}: ${number} is not ${wanted[at]!}`);
    }
  }
}
