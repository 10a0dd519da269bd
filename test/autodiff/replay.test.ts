/** Replaying a tape against recording it anew. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Decisions, EQUAL, EXACT, FINITE, LESS, LESS_EQUAL, SIGN, TRUTH } from "../../src/autodiff/decisions.ts";
import { tape, type Recorder } from "../../src/autodiff/recorder.ts";
import { replay } from "../../src/autodiff/replay.ts";
import { CONSTANT, Tape } from "../../src/autodiff/tape.ts";
import { inputs, programs, recordProgram, seed, type Instruction } from "./program.ts";

/** A tape as plain lists. */
function listsOf(t: Tape): unknown {
  const cut = (column: ArrayLike<number>, length = t.length): number[] => Array.from(column).slice(0, length);
  return {
    columns: [t.op, t.a, t.b, t.da, t.db, t.value, t.tag].map((column) => cut(column)),
    extra: [t.extraNode, t.extraPartial].map((column) => cut(column, t.extraLength)),
  };
}

function recorded(program: readonly Instruction[], values: readonly number[]): Recorder {
  const t = tape();
  recordProgram(
    t,
    program,
    values.map((value) => t.input(value)),
  );
  return t;
}

describe("replay", () => {
  it("gives to the last bit what recording at the other inputs gives", () => {
    const points = fc.tuple(inputs, inputs);
    fc.assert(
      fc.property(programs, points, (program, [before, moves]) => {
        const after = before.map((value, i) => moves[i] ?? value);
        const first = recorded(program, before);
        const again = replay(first.steps, new Map(after.map((value, node) => [node, value])));
        assert.deepEqual(listsOf(again), listsOf(recorded(program, after).steps));
      }),
      { seed, numRuns: 600 },
    );
  });

  it("leaves inputs that are not named where they are, and uses a tape's memory again", () => {
    const t = tape();
    const [x, y] = [t.input(2), t.input(5)];
    const z = t.multiply(x, y);
    const into = new Tape();
    assert.equal(replay(t.steps, new Map([[x.node, 3]]), into).value[z.node], 15);
    assert.equal(replay(t.steps, new Map([[y.node, 7]]), into).value[z.node], 14);
    assert.equal(into.length, t.steps.length);
    assert.equal(t.steps.value[z.node], 10);
  });
});

describe("decisions", () => {
  const at = (...values: number[]): Tape => {
    const t = tape();
    for (const value of values) t.input(value);
    return t.steps;
  };
  const one = (add: (decisions: Decisions) => void): Decisions => {
    const decisions = new Decisions();
    add(decisions);
    return decisions;
  };

  it("agree as long as each comes out the same", () => {
    const cases: readonly [decisions: Decisions, before: number[], same: number[], other: number[]][] = [
      [
        one((d) => {
          d.add(LESS, 0, 1);
        }),
        [1, 2],
        [1, 1.5],
        [2, 2],
      ],
      [
        one((d) => {
          d.add(LESS, 0, CONSTANT, 3);
        }),
        [2],
        [-9],
        [3],
      ],
      [
        one((d) => {
          d.add(LESS_EQUAL, CONSTANT, 0, 3);
        }),
        [3],
        [4],
        [2],
      ],
      [
        one((d) => {
          d.add(LESS, 0, 1);
        }),
        [NaN, 2],
        [2, 2],
        [1, 2],
      ],
      [
        one((d) => {
          d.add(EQUAL, 0, CONSTANT, 0);
        }),
        [1],
        [2],
        [-0],
      ],
      [
        one((d) => {
          d.add(TRUTH, 0);
        }),
        [1],
        [-1],
        [NaN],
      ],
      [
        one((d) => {
          d.add(SIGN, 0);
        }),
        [1],
        [5],
        [0],
      ],
      [
        one((d) => {
          d.add(SIGN, 0);
        }),
        [0],
        [-0],
        [NaN],
      ],
      [
        one((d) => {
          d.add(FINITE, 0);
        }),
        [1],
        [5],
        [Infinity],
      ],
      [
        one((d) => {
          d.add(EXACT, 0);
        }),
        [0],
        [0],
        [-0],
      ],
    ];
    for (const [decisions, before, same, other] of cases) {
      assert.equal(decisions.agree(at(...before), at(...same)), true, `${before.join()} and ${same.join()}`);
      assert.equal(decisions.agree(at(...before), at(...other)), false, `${before.join()} and ${other.join()}`);
    }
  });

  it("are not kept without end, and then never agree", () => {
    const decisions = new Decisions();
    assert.equal(decisions.agree(at(1), at(2)), true);
    for (let i = 0; i < 300_000; i++) decisions.add(LESS, 0, CONSTANT, 3);
    assert.equal(decisions.isComplete, false);
    assert.ok(decisions.length < 300_000);
    assert.equal(decisions.agree(at(1), at(1)), false);
  });
});
