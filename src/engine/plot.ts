/** The result along one input: the function is run again at points around where it is. */
import { OPERATIONS } from "../autodiff/operations.ts";
import { backward } from "../autodiff/sweep.ts";
import type { Tape } from "../autodiff/tape.ts";
import type { Output, Trace } from "../language/trace.ts";
import { signedText } from "../view/number.ts";
import type { Plot, PlotPoint } from "../view/question.ts";
import type { RunAt } from "./check.ts";

/** Steps that all runs of a plot together may take. */
const MOST_STEPS = 4_000_000;
const MOST_POINTS = 81;
const FEWEST_POINTS = 9;
/** Kinks that are looked for at most, and how often the way to one is halved. */
const MOST_KINKS = 4;
const HALVINGS = 24;

/** What is known of the function at one point. */
interface Sample extends PlotPoint {
  readonly slope: number;
  /** Equal for two points between which no comparison and no choice is another one. */
  readonly signature: number;
}

/** What a plot is made of. */
export interface PlotOptions {
  readonly trace: Trace;
  readonly output: Output;
  readonly input: string;
  readonly result: string;
  readonly digits: number;
  readonly runAt: RunAt;
}

/** Return the plot of an output along an input; undefined if the input is no number or running it so often would take too long. */
export function plotAlong({ trace, output, input: name, result, digits, runAt }: PlotOptions): Plot | undefined {
  const input = trace.inputs.find((each) => each.name === name);
  if (typeof input?.value !== "number" || !Number.isFinite(input.value) || input.node === undefined) return undefined;
  const room = Math.floor(MOST_STEPS / Math.max(1, trace.steps));
  const count = Math.min(MOST_POINTS, room) | 1;
  if (count < FEWEST_POINTS) return undefined;
  const half = reachOf(input.value);
  const low = input.value - half;
  const high = input.value + half;
  const sample = (at: number): Sample => sampleOf(runAt({ [name]: literal(at) }), output, name, at);
  const here = sampleOf(trace, output, name, input.value);
  const middle = (count - 1) / 2;
  const samples = Array.from({ length: count }, (_, index) =>
    index === middle ? here : sample(low + (2 * half * index) / (count - 1)),
  );
  const kinks = room > count + MOST_KINKS * HALVINGS ? kinksBetween(samples, sample) : [];
  return {
    input: name,
    result,
    here: { at: here.at, value: here.value },
    slope: here.slope,
    slopeText: signedText(here.slope, digits),
    low,
    high,
    points: [...samples.map(({ at, value }) => ({ at, value })), ...kinks]
      .sort((one, other) => one.at - other.at)
      .map(({ at, value }) => ({ at, value })),
    kinks,
  };
}

/** How far to look to each side: a round number not smaller than the input. */
function reachOf(value: number): number {
  const size = Math.abs(value);
  if (size <= 1) return size > 0 && size < 0.1 ? 2 * size : 1;
  const ten = 10 ** Math.floor(Math.log10(size));
  return Math.ceil(size / ten) * ten;
}

function literal(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function sampleOf(trace: Trace | undefined, { path }: Output, input: string, at: number): Sample {
  const key = path.join(".");
  const output = trace?.outputs.find((each) => each.path.join(".") === key);
  if (trace === undefined || output === undefined) return { at, value: NaN, slope: NaN, signature: 0 };
  const node = trace.inputs.find((each) => each.name === input)?.node;
  const slope = output.node === undefined || node === undefined ? 0 : backward(trace.tape, output.node)[node]!;
  return { at, value: output.value, slope, signature: signatureOf(trace.tape) };
}

const isBent = OPERATIONS.map((row) => row.kink !== undefined);
const isCut = OPERATIONS.map((row) => row.cuts);

/** A number that stands for the steps that were taken, the sides of their kinks that were chosen, and what was cut off. */
function signatureOf({ length, op, da, db, value }: Tape): number {
  let hash = 0x811c9dc5;
  const add = (number: number): void => {
    hash = Math.imul(hash ^ number, 0x01000193);
  };
  for (let node = 0; node < length; node++) {
    const code = op[node]!;
    add(code);
    if (isBent[code]) {
      add(Math.sign(da[node]!));
      add(Math.sign(db[node]!));
    }
    if (isCut[code]) add(Math.trunc(value[node]!));
  }
  return hash;
}

function kinksBetween(
  samples: readonly Sample[],
  sample: (at: number) => Sample,
): (PlotPoint & { word: "kink" | "jump" })[] {
  const kinks: (PlotPoint & { word: "kink" | "jump" })[] = [];
  const finite = samples.filter(({ value }) => Number.isFinite(value)).map(({ value }) => value);
  const height = Math.max(...finite) - Math.min(...finite);
  const width = samples.at(-1)!.at - samples[0]!.at;
  for (const [index, right] of samples.entries()) {
    const left = samples[index - 1];
    if (left === undefined || left.signature === right.signature || kinks.length === MOST_KINKS) continue;
    const [before, after] = narrowed(left, right, sample);
    if (!Number.isFinite(before.value) || !Number.isFinite(after.value)) continue;
    const isJump = Math.abs(after.value - before.value) > 1e-3 * height;
    const turn = Math.abs(after.slope - before.slope) * width;
    if (isJump || turn > 1e-3 * height)
      kinks.push({ at: (before.at + after.at) / 2, value: after.value, word: isJump ? "jump" : "kink" });
  }
  return kinks;
}

/** The two points next to each other between which the signature changes. */
function narrowed(left: Sample, right: Sample, sample: (at: number) => Sample): readonly [Sample, Sample] {
  let before = left;
  let after = right;
  for (let round = 0; round < HALVINGS; round++) {
    const middle = sample((before.at + after.at) / 2);
    if (middle.signature === before.signature) before = middle;
    else after = middle;
  }
  return [before, after];
}
