/** Proof beside the claim: gradients against differences of whole runs at points nearby. */
import { derivativeByDifferences, type Estimate } from "../autodiff/differences.ts";
import { backward } from "../autodiff/sweep.ts";
import type { Output, Trace } from "../language/trace.ts";
import { chooseOutput } from "../view/inputs/outputs.ts";

/** Steps that all runs of a check together may take, because a picture waits for it; a dearer function is not checked. */
const MOST_STEPS = 200_000;
/** Inputs that are moved at most. */
const MOST_INPUTS = 64;
/** How far to go at first and at last, each time nearer by a factor, and how often to halve the way: two runs each. */
const REACHES = { first: 2 ** -8, last: 2 ** -44, nearer: 2 ** -12 };
const ROUNDS = 3;
/** What rounding does to a difference of two results, relative to their size. */
const ROUNDING = 2 ** -48;
/** How far the measured slope may be off, relative to what all inputs together contribute to it. */
const TOLERANCE = 1e-5;

/** Runs the function again with some inputs moved, for so many steps at most if that is said; undefined if that gives no trace. */
export type RunAt = (moved: Readonly<Record<string, string>>, most?: number) => Trace | undefined;

/**
 * Return whether differences confirm the gradients of an output; undefined if they were not taken or say nothing, as beside a kink.
 *
 * All inputs move at once, each by an amount of its own, so that a wrong gradient of any of them makes the slope along
 * that line another one: the cost is six runs, however many inputs there are. Where the function bends more than such
 * a way can tell, as beside a pole, they are taken nearer.
 */
export function checkGradients(trace: Trace, key: string | undefined, runAt: RunAt): boolean | undefined {
  const output = chooseOutput(trace, key);
  const inputs = trace.inputs.flatMap(({ name, value, node }, index) =>
    typeof value === "number" && node !== undefined ? [{ name, value, node, pace: paceOf(index, value) }] : [],
  );
  if (output?.node === undefined || inputs.length === 0 || inputs.length > MOST_INPUTS || trace.kinks.length > 0)
    return undefined;
  const gradients = backward(trace.tape, output.node);
  const along = (way: number): number => {
    const moved = inputs.map(({ name, value, pace }) => [name, String(value + way * pace)] as const);
    return outputAt(runAt(Object.fromEntries(moved)), output);
  };
  const parts = inputs.map(({ node, pace }) => gradients[node]! * pace);
  let steps = 0;
  for (let reach = REACHES.first; reach >= REACHES.last; reach *= REACHES.nearer) {
    steps += trace.steps * ROUNDS * 2;
    if (steps > MOST_STEPS) return undefined;
    const measured = derivativeByDifferences(along, 0, { reach, rounds: ROUNDS });
    const verdict = verdictOn(parts, measured, (Math.abs(output.value) * ROUNDING) / reach);
    if (verdict !== undefined) return verdict;
  }
  return undefined;
}

/** Whether a measured slope is the sum of what the inputs contribute to it; undefined where it proves nothing either way. `noise` is what rounding makes of it. */
function verdictOn(parts: readonly number[], { derivative, error }: Estimate, noise: number): boolean | undefined {
  const slope = parts.reduce((sum, part) => sum + part, 0);
  const allowed = TOLERANCE * Math.max(1, ...parts.map(Math.abs));
  if (!(Math.max(error, noise) <= allowed)) return undefined;
  if (Math.abs(derivative - slope) <= allowed + error) return true;
  // What is measured only so well that it may be the change between far ends contradicts nothing.
  return error <= TOLERANCE * Math.max(1, Math.abs(derivative)) ? false : undefined;
}

/** How fast an input moves: no two alike, none much slower than another, large numbers faster. */
function paceOf(index: number, value: number): number {
  const golden = ((index + 1) * 0.6180339887498949) % 1;
  return (index % 2 === 0 ? 1 : -1) * (0.5 + golden / 2) * Math.max(1, Math.abs(value));
}

function outputAt(trace: Trace | undefined, { path }: Output): number {
  const key = path.join(".");
  return trace?.outputs.find((output) => output.path.join(".") === key)?.value ?? NaN;
}
