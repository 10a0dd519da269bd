/** Samples of a function: replayed or run, they are the same, and runs are counted. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { RunAt } from "../../../src/engine/check.ts";
import { plotAlong } from "../../../src/engine/questions/plot.ts";
import { movable, Sampler, type Sample } from "../../../src/engine/questions/samples.ts";
import type { Trace } from "../../../src/language/trace.ts";
import { traceOf } from "../../language/traced.ts";

/** A function at its own inputs, with a way to run it at others that counts. */
function counted(text: string): { readonly trace: Trace; readonly runAt: RunAt; readonly runs: () => number } {
  let runs = 0;
  const runAt = (changed: Readonly<Record<string, string>>): Trace => traceOf(text, { changed, isObserved: false });
  const trace = runAt({});
  return {
    trace,
    runAt: (moved) => {
      runs++;
      return runAt(moved);
    },
    runs: () => runs,
  };
}

function samplerOf(text: string, name = "x", steps = 1e6): { sampler: Sampler; runs: () => number } {
  const { trace, runAt, runs } = counted(text);
  const sampler = new Sampler({ trace, output: trace.outputs[0]!, inputs: [movable(trace, name)!], runAt, steps });
  return { sampler, runs };
}

const values = ({ value, gradient }: Sample): readonly number[] => [value, ...gradient];

describe("samples", () => {
  it("are replayed as long as no decision turns; one run proves it", () => {
    const { sampler, runs } = samplerOf(
      "/** @at x = 2, y = 3 */\nfunction f(x: number, y: number) { return x > 0 ? x * x * y : x * y; }",
    );
    assert.deepEqual(values(sampler.here()), [12, 12]);
    assert.deepEqual(values(sampler.at([5])), [75, 30]);
    assert.deepEqual(values(sampler.at([1])), [3, 6]);
    assert.equal(runs(), 1);
    assert.deepEqual(values(sampler.at([-2])), [-6, 3]);
    assert.equal(runs(), 2);
    assert.deepEqual(values(sampler.at([4])), [48, 24]);
    assert.equal(runs(), 2);
  });

  it("are all run if the text computes one argument from another before the call", () => {
    const { sampler } = samplerOf(
      "const g = (x: number, y: number) => x * y;\n/** @at x = 2 */\nexport function f(x: number, y: number = x * 10) { return g(x, y); }",
    );
    const { trace, runAt } = counted(
      "const g = (x: number, y: number) => x * y;\n/** @at x = 2 */\nexport function f(x: number, y: number = x * 10) { return g(x, y); }",
    );
    const again = runAt({ x: "3" });
    assert.equal(trace.outputs[0]?.node !== undefined, true);
    assert.equal(sampler.at([3]).value, again?.outputs[0]?.value);
  });

  it("are all run if something hangs on bytes", () => {
    const { sampler, runs } = samplerOf(
      "/** @at x = 2 */\nfunction f(x: number) { const a = new Float64Array([x]); return new Uint8Array(a.buffer)[7] > 63 ? x * 2 : x; }",
    );
    assert.deepEqual(values(sampler.at([5])), [10, 2]);
    assert.deepEqual(values(sampler.at([1])), [1, 1]);
    assert.equal(runs(), 2);
  });

  it("have other signatures on the sides of a branch whose arms take the same steps", () => {
    const { sampler } = samplerOf("/** @at x = 2 */\nfunction f(x: number) { return x > 0 ? x * 2 : x * 3; }");
    assert.equal(sampler.at([1]).signature, sampler.here().signature);
    assert.notEqual(sampler.at([-1]).signature, sampler.here().signature);
  });

  it("are refused when they have become too expensive", () => {
    const { sampler } = samplerOf(
      "/** @at x = 2 */\nfunction f(x: number) { let s = 0; for (let i = 0; i < 1000; i++) s += x > i ? x : 1; return s; }",
      "x",
      30_000,
    );
    assert.equal(sampler.affords(10), true);
    for (let i = 0; i < 40; i++) sampler.at([100 + i]);
    assert.equal(sampler.affords(1), false);
    assert.equal(sampler.isOverspent, true);
    assert.equal(Number.isNaN(sampler.at([500]).value), true);
  });
});

describe("a plot", () => {
  const plot = (text: string): ReturnType<typeof plotAlong> => {
    const { trace, runAt } = counted(text);
    return plotAlong({ trace, output: trace.outputs[0]!, input: "x", range: undefined, result: "f", digits: 3, runAt });
  };

  it("marks the kink of a branch whose arms take the same steps", () => {
    const made = plot("/** @at x = 2 */\nfunction f(x: number) { return x > 0 ? x * 2 : x * 3; }")!;
    assert.deepEqual(
      made.kinks.map(({ at, word }) => [Math.abs(at) < 1e-6, word]),
      [[true, "kink"]],
    );
    assert.equal(made.points.length, 82);
  });

  it("gives up runs that take far longer than the function at its own inputs", () => {
    // The series has more terms the nearer x is to 1, and no end beyond.
    const { trace, runAt } = counted(
      "/** @at x = 0.5 */\nfunction f(x: number) { let s = 0; let t = 1; while (Math.abs(t) > 1e-17 && s < 1e300) { s += t; t *= x; } return s; }",
    );
    const limits: (number | undefined)[] = [];
    const made = plotAlong({
      trace,
      output: trace.outputs[0]!,
      input: "x",
      range: { low: -0.9, high: 1.1 },
      result: "f",
      digits: 3,
      runAt: (moved, most) => {
        limits.push(most);
        const other = runAt(moved)!;
        return other.steps > most! ? undefined : other;
      },
    })!;
    assert.ok(limits.every((most) => most === 100_000));
    assert.ok(made.points.some(({ at, value }) => at > 0.9 && Math.abs(value - 1 / (1 - at)) < 1e-9));
  });

  it("is made of a function of many steps with few runs", () => {
    const { trace, runAt, runs } = counted(
      "/** @at x = 0.5 */\nfunction f(x: number) { let s = x; for (let i = 0; i < 20000; i++) s = Math.sin(s + x); return s; }",
    );
    const made = plotAlong({
      trace,
      output: trace.outputs[0]!,
      input: "x",
      range: undefined,
      result: "f",
      digits: 3,
      runAt,
    })!;
    assert.equal(runs(), 1);
    assert.equal(made.points.length, 81);
  });
});
