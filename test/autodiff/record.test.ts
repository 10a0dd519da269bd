/** The recorder's fast paths against the table, and the tape itself. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ManyOperation } from "../../src/autodiff/operations/operation.ts";
import {
  ADD,
  DIVIDE,
  HYPOT,
  INPUT,
  MAX,
  MIN,
  MULTIPLY,
  opcodeOf,
  OPERATIONS,
  SUBTRACT,
} from "../../src/autodiff/operations/operations.ts";
import * as record from "../../src/autodiff/record.ts";
import { ABSENT, CONSTANT, MANY, operandColumns, operandsOf, Tape } from "../../src/autodiff/tape.ts";

/** All columns of the last step. */
function last(steps: Tape): readonly number[] {
  const i = steps.length - 1;
  return [steps.op, steps.a, steps.b, steps.value, steps.da, steps.db, steps.tag].map((column) => column[i]!);
}

describe("recording", () => {
  const fast = [
    [ADD, record.recordAdd],
    [SUBTRACT, record.recordSubtract],
    [MULTIPLY, record.recordMultiply],
    [DIVIDE, record.recordDivide],
  ] as const;
  for (const [opcode, work] of fast) {
    const { name, points } = OPERATIONS[opcode]!;
    it(`has a fast path for ${name} that writes what the table says, to the bit`, () => {
      for (const [x, y] of points as readonly (readonly [number, number])[]) {
        for (const [a, b] of [
          [4, 9],
          [4, CONSTANT],
          [CONSTANT, 9],
        ] as const) {
          const [one, other] = [new Tape(), new Tape()];
          work(one, a, x, b, y, 77);
          record.recordBinary(other, opcode, a, x, b, y, 77);
          assert.deepEqual(last(one), last(other), `${x}, ${y}`);
        }
      }
    });
  }

  for (const opcode of [MAX, MIN] as const) {
    const operation = OPERATIONS[opcode] as ManyOperation;
    it(`has a fast path for ${operation.name} of two operands that writes what the table says, to the bit`, () => {
      for (const operands of operation.points.filter((point) => point.length === 2)) {
        for (const nodes of [
          [4, 9],
          [4, CONSTANT],
          [CONSTANT, 9],
        ]) {
          const steps = new Tape();
          record.recordExtremum(steps, opcode, nodes[0]!, operands[0]!, nodes[1]!, operands[1]!, 7);
          const value = operation.value(operands);
          const partials = operation.partials(operands, nodes, value);
          const slots = partials.map((partial, i) => (nodes[i] === CONSTANT ? operands[i] : partial));
          assert.deepEqual(last(steps), [opcode, ...nodes, value, ...slots, 7], operands.join(", "));
        }
      }
    });
  }

  it("keeps the value of a constant in the place of its partial", () => {
    const steps = new Tape();
    const x = record.recordInput(steps, 5, 1);
    const y = record.recordMultiply(steps, CONSTANT, 2.4, x, 5, 2);
    assert.deepEqual(operandsOf(steps, y), [
      { kind: "constant", value: 2.4 },
      { kind: "node", node: x, partial: 2.4 },
    ]);
    const h = record.recordMany(steps, HYPOT, [CONSTANT, x, y], [0, 5, 12], 3);
    assert.deepEqual(operandColumns(steps, h), {
      nodes: [CONSTANT, x, y],
      values: [0, 5, 12],
      partials: [NaN, 5 / 13, 12 / 13],
    });
    assert.deepEqual([steps.tag[x], steps.tag[y], steps.tag[h]], [1, 2, 3]);
  });

  it("writes one and two operands of any operation into the step itself", () => {
    const steps = new Tape();
    const x = record.recordInput(steps, 5, 0);
    record.recordMany(steps, MAX, [x], [5], 0);
    assert.deepEqual(last(steps), [MAX, x, ABSENT, 5, 1, 0, 0]);
    record.recordMany(steps, MAX, [CONSTANT, x], [0, 5], 0);
    assert.deepEqual(last(steps), [MAX, CONSTANT, x, 5, 0, 1, 0]);
    record.recordMany(steps, MAX, [CONSTANT, x, x], [0, 5, 5], 0);
    assert.deepEqual(last(steps), [MAX, 0, MANY, 5, 3, 0, 0]);
    record.recordUnary(steps, opcodeOf("sqrt"), x, 9);
    assert.deepEqual(last(steps), [opcodeOf("sqrt"), x, ABSENT, Math.sqrt(5), 0.5 / Math.sqrt(5), 0, 9]);
  });

  it("grows without losing anything, and forgets steps but not memory when it is reset", () => {
    const steps = new Tape(2);
    const x = record.recordInput(steps, 1.5, 0);
    for (let i = 1; i < 1000; i++) record.recordMany(steps, MAX, [CONSTANT, i - 1, x], [0, 1.5, 1.5], i);
    assert.equal(steps.length, 1000);
    for (let i = 1; i < 1000; i++) {
      assert.deepEqual([steps.tag[i], operandColumns(steps, i).nodes], [i, [CONSTANT, i - 1, 0]]);
    }
    const memory = steps.op.length;
    steps.reset();
    assert.deepEqual([steps.length, steps.extraLength, steps.op.length], [0, 0, memory]);
    assert.deepEqual([record.recordInput(steps, 2, 0), steps.op[0], steps.value[0]], [0, INPUT, 2]);
  });
});
