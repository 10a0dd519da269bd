/** Proof beside the claim: gradients against differences of whole runs at points nearby. */
import { derivativeByDifferences } from "../autodiff/differences.ts";
import { backward } from "../autodiff/sweep.ts";
import type { Output, Trace } from "../language/trace.ts";
import { chooseOutput } from "../view/outputs.ts";

/** Steps that all runs of a check together may take; a function for which that is not enough is not checked. */
const MOST_STEPS = 200_000;
/** Milliseconds that a check may take; it is given up then, because a picture waits for it. */
const PATIENCE = 40;
/** How far to move an input, and how often to halve the way: two runs each. */
const DIFFERENCES = { reach: 1 / 256, rounds: 3 };
/** How far a gradient may be off, relative to its size or to 1. */
const TOLERANCE = 1e-5;

/** Runs the function again with some inputs moved; undefined if that gives no trace. */
export type RunAt = (moved: Readonly<Record<string, string>>) => Trace | undefined;

/** Return whether differences confirm every gradient of an output; undefined if they were not taken or say nothing, as beside a kink. */
export function checkGradients(trace: Trace, key: string | undefined, runAt: RunAt): boolean | undefined {
  const output = chooseOutput(trace, key);
  const inputs = trace.inputs.flatMap(({ name, value, node }) =>
    typeof value === "number" && node !== undefined ? [{ name, value, node }] : [],
  );
  const runs = inputs.length * DIFFERENCES.rounds * 2;
  if (
    output?.node === undefined ||
    runs === 0 ||
    trace.kinks.length > 0 ||
    runs * Math.max(trace.steps, 100) > MOST_STEPS
  )
    return undefined;
  const gradients = backward(trace.tape, output.node);
  const end = Date.now() + PATIENCE;
  for (const { name, value, node } of inputs) {
    const gradient = gradients[node]!;
    const scale = Math.max(1, Math.abs(gradient));
    const along = (x: number): number => (Date.now() > end ? NaN : outputAt(runAt({ [name]: String(x) }), output));
    const { derivative, error } = derivativeByDifferences(along, value, DIFFERENCES);
    // Differences that do not settle down prove nothing either way.
    if (!(error <= TOLERANCE * scale)) return undefined;
    if (!(Math.abs(derivative - gradient) <= TOLERANCE * scale + error)) return false;
  }
  return true;
}

function outputAt(trace: Trace | undefined, { path }: Output): number {
  const key = path.join(".");
  return trace?.outputs.find((output) => output.path.join(".") === key)?.value ?? NaN;
}
