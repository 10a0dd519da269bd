/** Total derivatives through eliminated steps against sums over all paths, one by one. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { totalPartials } from "../../src/autodiff/elimination.ts";
import { ADD, MAX } from "../../src/autodiff/operations/operations.ts";
import { recordInput } from "../../src/autodiff/record.ts";
import { tape } from "../../src/autodiff/recorder.ts";
import { backward } from "../../src/autodiff/sweep.ts";
import { ABSENT, CONSTANT, eachOperand, Tape } from "../../src/autodiff/tape.ts";
import { seed } from "./program.ts";

interface Total {
  readonly from: number;
  readonly to: number;
  readonly partial: number;
  readonly isDirect: boolean;
}

function totals(steps: Tape, kept: Uint8Array, needed?: Uint8Array): Total[] {
  const all: Total[] = [];
  totalPartials(steps, kept, needed, (from, to, partial, isDirect) => all.push({ from, to, partial, isDirect }));
  return all;
}

/** The same by walking every path by itself. */
function pathSums(steps: Tape, kept: Uint8Array): Total[] {
  const sums = new Map<string, Total>();
  const walk = (node: number, to: number, product: number, length: number): void => {
    eachOperand(steps, node, (operand, partial) => {
      if (kept[operand] !== 1) {
        walk(operand, to, product * partial, length + 1);
        return;
      }
      const key = `${to} ${operand}`;
      const { partial: sum, isDirect } = sums.get(key) ?? { partial: 0, isDirect: true };
      sums.set(key, { from: operand, to, partial: sum + product * partial, isDirect: isDirect && length === 0 });
    });
  };
  for (let node = 0; node < steps.length; node++) if (kept[node] === 1) walk(node, node, 1, 0);
  return [...sums.values()];
}

/** A tape of made-up steps whose partials are small whole numbers, so that sums are exact in any order. */
const tapes = fc
  .array(
    fc.record({
      operands: fc.array(fc.nat(), { maxLength: 4 }),
      partials: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 }),
      kept: fc.boolean(),
    }),
    {
      minLength: 2,
      maxLength: 16,
    },
  )
  .map((list) => {
    const steps = new Tape(2);
    for (const { operands, partials } of list) {
      const nodes = operands.map((pick) => (steps.length === 0 ? CONSTANT : (pick % (steps.length + 1)) - 1));
      if (nodes.length === 0) recordInput(steps, 1, 0);
      else if (nodes.length === 1) steps.push(ADD, nodes[0]!, ABSENT, 1, partials[0]!, 0, 0);
      else if (nodes.length === 2) steps.push(ADD, nodes[0]!, nodes[1]!, 1, partials[0]!, partials[1]!, 0);
      else steps.pushMany(MAX, nodes, partials.slice(0, nodes.length), 1, 0);
    }
    return { steps, kept: Uint8Array.from(list, ({ kept }, i) => (kept || i === list.length - 1 ? 1 : 0)) };
  });

describe("elimination", () => {
  it("gives the sum over all inner paths, for every pair of kept steps and in no other pair", () => {
    fc.assert(
      fc.property(tapes, ({ steps, kept }) => {
        const key = ({ from, to }: Total): string => `${to} ${from}`;
        const sorted = (list: Total[]): Total[] =>
          list.map((t) => ({ ...t, partial: t.partial + 0 })).sort((a, b) => key(a).localeCompare(key(b)));
        assert.deepEqual(sorted(totals(steps, kept)), sorted(pathSums(steps, kept)));
      }),
      { numRuns: 500, seed },
    );
  });

  it("keeps the chain rule: gradients over the kept steps alone are those of the whole tape", () => {
    fc.assert(
      fc.property(tapes, ({ steps, kept }) => {
        const output = steps.length - 1;
        const gradient = new Float64Array(steps.length);
        gradient[output] = 1;
        for (const { from, to, partial } of totals(steps, kept).sort((a, b) => b.to - a.to)) {
          gradient[from]! += gradient[to]! * partial;
        }
        const whole = backward(steps, output);
        for (let node = 0; node < steps.length; node++) {
          if (kept[node] === 1) assert.equal(gradient[node]! + 0, whole[node]! + 0);
        }
      }),
      { numRuns: 500, seed },
    );
  });

  it("folds an expression into the statement that uses it", () => {
    const t = tape();
    const [w, x] = [t.input(2), t.input(3)];
    const y = t.add(t.multiply(w, x), t.multiply(w, w));
    const kept = Uint8Array.from({ length: t.steps.length }, (_, i) => (i < 2 || i === y.node ? 1 : 0));
    assert.deepEqual(totals(t.steps, kept), [
      { from: w.node, to: y.node, partial: 7, isDirect: false },
      { from: x.node, to: y.node, partial: 2, isDirect: false },
    ]);
  });

  it("names pairs in the order in which they are read, and those whose total is 0 too", () => {
    const t = tape();
    const [a, b, c] = [t.input(1), t.input(2), t.input(3)];
    const y = t.max(t.subtract(c, t.multiply(b, a)), 10);
    const kept = Uint8Array.from({ length: t.steps.length }, (_, i) => (i < 3 || i === y.node ? 1 : 0));
    assert.deepEqual(
      totals(t.steps, kept).map(({ from, partial }) => [from, partial + 0]),
      [
        [c.node, 0],
        [b.node, 0],
        [a.node, 0],
      ],
    );
  });

  it("leaves out what is not needed", () => {
    const t = tape();
    const [a, b] = [t.input(1), t.input(2)];
    const y = t.add(a, b);
    t.exp(y);
    const kept = new Uint8Array(t.steps.length).fill(1);
    assert.deepEqual(totals(t.steps, kept, Uint8Array.of(1, 0, 1, 0)), [
      { from: a.node, to: y.node, partial: 1, isDirect: true },
    ]);
  });

  it("never multiplies 0 by an infinity", () => {
    const t = tape();
    const x = t.input(0);
    const y = t.multiply(t.sqrt(t.multiply(x, 1)), 0);
    assert.deepEqual(totals(t.steps, Uint8Array.of(1, 0, 0, 1)), [
      { from: x.node, to: y.node, partial: 0, isDirect: false },
    ]);
  });

  it("walks deep chains without recursion", () => {
    const t = tape();
    const x = t.input(1);
    let y = x;
    for (let i = 0; i < 300_000; i++) y = t.add(y, x);
    const kept = new Uint8Array(t.steps.length);
    kept[x.node] = kept[y.node] = 1;
    assert.deepEqual(totals(t.steps, kept), [{ from: x.node, to: y.node, partial: 300_001, isDirect: false }]);
  });
});
