/** Reverse against forward mode, with and without a tape, and against differences. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientByDifferences } from "../../src/autodiff/differences.ts";
import { tangentOf } from "../../src/autodiff/dual.ts";
import type { Recorder } from "../../src/autodiff/recorder.ts";
import { tape } from "../../src/autodiff/recorder.ts";
import { backward, forward, share } from "../../src/autodiff/sweep.ts";
import { eachOperand } from "../../src/autodiff/tape.ts";
import {
  dualProgram,
  inputs,
  isTame,
  pathSizes,
  programs,
  recordProgram,
  seed,
  smoothPrograms,
  valueOfProgram,
} from "./program.ts";

function hasFinitePartials(t: Recorder): boolean {
  let areFinite = true;
  for (let node = 0; node < t.steps.length; node++) {
    eachOperand(t.steps, node, (_, partial) => {
      areFinite &&= Number.isFinite(partial);
    });
  }
  return areFinite;
}

describe("gradients of random programs", () => {
  it("are the same in reverse, forward along the tape, and forward in dual numbers", () => {
    let compared = 0;
    fc.assert(
      fc.property(programs, inputs, (program, point) => {
        const t = tape();
        const given = point.map((x) => t.input(x));
        const output = recordProgram(t, program, given);
        const gradient = backward(t.steps, output.node);
        const size = pathSizes(t.steps, output.node);
        for (const [i, input] of given.entries()) {
          const dual = dualProgram(
            program,
            point.map((value, k) => ({ value, tangent: k === i ? 1 : 0 })),
          );
          const ways = [tangentOf(dual), forward(t.steps, new Map([[input.node, 1]]))[output.node]!];
          const expected = gradient[input.node]!;
          // Where something cancels by orders of magnitude the order of additions shows, and where partials are not
          // finite the direction in which zeros hide them.
          if (!hasFinitePartials(t) || Math.abs(expected) < 1e-3 * size[input.node]!) continue;
          compared++;
          for (const way of ways)
            assert.ok(Math.abs(way - expected) <= 1e-12 * Math.abs(expected), `${way} ${expected}`);
        }
      }),
      { numRuns: 2000, seed },
    );
    assert.ok(compared > 1000, `${compared} compared`);
  });

  it("agree with extrapolated differences", () => {
    let compared = 0;
    fc.assert(
      fc.property(smoothPrograms, inputs, (program, point) => {
        const t = tape();
        const given = point.map((x) => t.input(x));
        const output = recordProgram(t, program, given);
        if (!isTame(t.steps, output.node)) return;
        const gradient = t.gradient(output, given);
        const estimates = gradientByDifferences((x) => valueOfProgram(program, x), point, { reach: 1e-3 });
        for (const [i, { derivative, error }] of estimates.entries()) {
          const scale = Math.max(1, Math.abs(gradient[i]!), Math.abs(output.value));
          if (!Number.isFinite(scale) || error > 1e-9 * scale) continue;
          compared++;
          assert.ok(Math.abs(derivative - gradient[i]!) <= 1e-6 * scale, `${derivative} ${gradient[i]}`);
        }
      }),
      { numRuns: 1500, seed },
    );
    assert.ok(compared > 500, `${compared} compared`);
  });
});

describe("the reverse sweep", () => {
  it("gives the lecture's gradients", () => {
    const t = tape();
    const [w, x, b] = [t.input(2), t.input(3), t.input(1)];
    const u = t.multiply(w, x);
    const v = t.add(u, b);
    const a = t.max(0, v);
    assert.deepEqual([a.value, t.gradient(a, [w, x, b, u, v, a])], [7, [3, 2, 1, 1, 1, 1]]);
  });

  it("adds up one product per path where a number is used twice", () => {
    const t = tape();
    const w = t.input(3);
    const y = t.add(t.multiply(w, w), t.multiply(2, w));
    assert.deepEqual(t.gradient(y, [w]), [8]);
  });

  it("passes on nothing from a gradient of 0, so that 0 × ∞ never appears", () => {
    const t = tape();
    const x = t.input(0);
    const y = t.multiply(t.sqrt(x), 0);
    assert.deepEqual(t.gradient(y, [x]), [0]);
    const dead = t.max(0, t.subtract(t.log(x), 1));
    assert.deepEqual(t.gradient(dead, [x]), [0]);
  });

  it("passes on nothing through a partial of 0 from an infinite gradient either, in both directions", () => {
    const t = tape();
    const x = t.input(0);
    const y = t.sqrt(t.multiply(x, x));
    assert.deepEqual([t.gradient(y, [x]), t.tangent(y, [x], [1])], [[0], 0]);
  });

  it("keeps NaN visible", () => {
    const t = tape();
    const x = t.input(-1);
    const y = t.add(t.log(x), x);
    assert.deepEqual([t.gradient(y, [x]), t.tangent(y, [x], [1])], [[NaN], NaN]);
    assert.deepEqual([share(NaN, 0), share(0, NaN), share(0, Infinity), share(-Infinity, -0)], [NaN, 0, 0, 0]);
  });

  it("fills a given buffer, whatever was in it, and leaves later nodes at 0", () => {
    const t = tape();
    const x = t.input(2);
    const y = t.multiply(x, 5);
    t.exp(y);
    const buffer = new Float64Array(8).fill(9);
    assert.equal(backward(t.steps, y.node, buffer), buffer);
    assert.deepEqual([...buffer], [5, 1, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual([...forward(t.steps, new Map([[x.node, 2]]), buffer)].slice(0, 2), [2, 10]);
  });

  it("goes through steps with many operands, constants among them", () => {
    const t = tape();
    const [x, y, z] = [t.input(2), t.input(3), t.input(6)];
    const h = t.hypot(x, y, z);
    const m = t.max(1, h, x, 3);
    const total = t.add(m, t.min(y, 9, z));
    assert.deepEqual(t.gradient(total, [x, y, z]), [2 / 7, 3 / 7 + 1, 6 / 7]);
    assert.equal(t.tangent(total, [x, y, z], [7, 0, 7]), 8);
  });

  it("is linear in the tape's length: a million steps take no recursion", () => {
    const t = tape();
    const x = t.input(1);
    let y = x;
    for (let i = 0; i < 1e6; i++) y = t.add(y, x);
    assert.deepEqual(t.gradient(y, [x]), [1e6 + 1]);
  });
});
