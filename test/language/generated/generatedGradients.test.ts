/**
 * Gradients of functions that nobody wrote, against differences of Node's own runs and against dual numbers.
 * `GRADLENS_RUNS` says how many, `GRADLENS_SEED` which (a number, or `random`).
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { derivativeByDifferences, type Estimate } from "../../../src/autodiff/differences.ts";
import { backward, forward } from "../../../src/autodiff/sweep.ts";
import type { Trace } from "../../../src/language/trace.ts";
import { inNode } from "../program.ts";
import { traceOf } from "../traced.ts";
import { choiceNumbers, seedOf } from "./choices.ts";
import { pointOf, writeSmooth } from "./smooth.ts";

const RUNS = Number(process.env["GRADLENS_RUNS"] ?? 300);
const SEED = seedOf(process.env["GRADLENS_SEED"]);

/** How far a gradient may be from differences that claim to be this good, relative to the larger of 1, value and gradient. */
const TOLERANCE = 1e-6;
/** How far it may be from a dual number's: both multiply the same partials, in another order. */
const ROUNDING = 1e-9;

type Numeric = (...point: number[]) => number;

describe("Gradients of generated functions", () => {
  it(`agree with differences and dual numbers: ${RUNS} functions, seed ${SEED}`, (test) => {
    const seen = { compared: 0, doubtful: 0 };
    const property = fc.property(choiceNumbers(200), (numbers) => {
      compareGradient(numbers, seen);
    });
    const { failed, counterexample } = fc.check(property, { numRuns: RUNS, seed: SEED });
    // Once more, for the message.
    if (failed) compareGradient(counterexample![0], seen);
    // A kink near the point spoils differences; it must stay rare, or nothing would be compared.
    test.diagnostic(`${seen.compared} derivatives compared, ${seen.doubtful} doubtful`);
    assert.ok(seen.compared > RUNS, `only ${seen.compared} derivatives were compared`);
    assert.ok(seen.doubtful * 10 < seen.compared, `${seen.doubtful} of ${seen.compared} differences are doubtful`);
  });
});

function compareGradient(numbers: readonly number[], seen: { compared: number; doubtful: number }): void {
  const source = writeSmooth(numbers);
  const point = pointOf(numbers);
  const about = `${source.slice(source.indexOf("function f"))}\nat ${point.join(", ")}, seed ${SEED}`;
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- both sides must run the same text
  const make = new Function(`"use strict"; ${source}\nreturn f;`) as () => Numeric;
  // A new program for each call: functions may keep something from call to call.
  const f: Numeric = (...at) => make()(...at);
  const ended = inNode(() => f(...point));
  if ("error" in ended || !Number.isFinite(ended.value)) return;
  const { inputs, outputs, tape } = traceAt(source, point, about);
  const output = outputs[0]!;
  const expected = ended.value as number;
  assert.ok(Object.is(output.value, expected), `${output.value} instead of ${expected}\n${about}`);
  const gradient = output.node === undefined ? undefined : backward(tape, output.node);
  for (const [index, { node }] of inputs.entries()) {
    const ours = gradient === undefined || node === undefined ? 0 : (gradient[node] ?? 0);
    const scale = Math.max(1, Math.abs(expected), Math.abs(ours));
    const { derivative, error } = differencesOf(f, point, index);
    if (!(error < (TOLERANCE / 10) * scale)) seen.doubtful++;
    else {
      seen.compared++;
      assert.ok(
        Math.abs(ours - derivative) <= TOLERANCE * scale,
        `input ${index}: ${ours}, not ${derivative}\n${about}`,
      );
    }
    if (output.node === undefined || node === undefined) continue;
    const tangent = forward(tape, new Map([[node, 1]]))[output.node]!;
    assert.ok(Math.abs(ours - tangent) <= ROUNDING * scale, `input ${index}: ${ours}, dual ${tangent}\n${about}`);
  }
}

function traceAt(text: string, point: readonly number[], about: string): Trace {
  const trace = traceOf(text, { uri: "file:///generated.js", given: JSON.stringify(point), isObserved: false });
  assert.equal(trace.outputs.length, 1, `${JSON.stringify(trace.findings)}\n${about}`);
  return trace;
}

/** What a second table's steps are longer by than the first one's: in no ratio to their halves. */
const OTHER_STEPS = 0.739;

/**
 * The best estimate of a few: with shorter steps, a kink may be out of reach. Where a function swings many times within a step, the
 * halved steps of one table can all meet it at the same phase, and agree on a wrong slope; so another table with steps in another
 * ratio has to find the same, and what the two disagree by is part of the error.
 */
function differencesOf(f: Numeric, point: readonly number[], index: number): Estimate {
  const along = (x: number): number => f(...point.map((value, i) => (i === index ? x : value)));
  let best: Estimate = { derivative: NaN, error: Infinity };
  for (const reach of [1 / 32, 1 / 512, 1 / 4096]) {
    const one = derivativeByDifferences(along, point[index]!, { reach });
    const other = derivativeByDifferences(along, point[index]!, { reach: reach * OTHER_STEPS });
    const error = Math.max(one.error, other.error, Math.abs(one.derivative - other.derivative));
    const estimate = { derivative: one.derivative, error: Number.isNaN(error) ? Infinity : error };
    if (estimate.error < best.error) best = estimate;
    if (best.error < TOLERANCE / 100) break;
  }
  return best;
}
