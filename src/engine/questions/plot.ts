/** The result along one input: samples at points around where it is. */
import type { Output, Trace } from "../../language/trace.ts";
import { signedText } from "../../view/number.ts";
import { isRangeFor, rangeOf, type PlotRange } from "../../view/plotRange.ts";
import type { Plot, PlotPoint } from "../../view/question.ts";
import type { RunAt } from "../check.ts";
import { movable, Sampler, type Sample } from "./samples.ts";

/** Steps that all samples of a plot together may cost. */
const MOST_STEPS = 4_000_000;
/** Parts of the way at first, and how often each is halved if that can be paid for. */
const FEWEST_PARTS = 10;
const REFINEMENTS = 3;
/** Places nearer than this part of the range are one. */
const SAME_PLACE = 1e-9;
/** Kinks that are looked for at most, and how often the way to one is halved. */
const MOST_KINKS = 4;
const HALVINGS = 24;

/** A sample and where it was taken. */
interface Placed extends Sample {
  readonly at: number;
}

/** What a plot is made of. */
export interface PlotOptions {
  readonly trace: Trace;
  readonly output: Output;
  readonly input: string;
  /** What is to be shown of the axis, if the input is in it. */
  readonly range: PlotRange | undefined;
  readonly result: string;
  readonly digits: number;
  readonly runAt: RunAt;
}

/** Return the plot of an output along an input; undefined if the input is no number or taking samples would take too long. */
export function plotAlong({ trace, output, input: name, range, result, digits, runAt }: PlotOptions): Plot | undefined {
  const input = movable(trace, name);
  if (input === undefined) return undefined;
  const sampler = new Sampler({ trace, output, inputs: [input], runAt, steps: MOST_STEPS });
  if (!sampler.affords(FEWEST_PARTS)) return undefined;
  const { low, high } = range !== undefined && isRangeFor(range, input.value) ? range : rangeOf(input.value);
  const here = { at: input.value, ...sampler.here() };
  const sample = (at: number): Placed => (at === here.at ? here : { at, ...sampler.at([at]) });
  let samples = placesBetween(low, high, here.at).map(sample);
  if (sampler.isOverspent) return undefined;
  for (let round = 0; round < REFINEMENTS && sampler.affords(samples.length); round++)
    samples = halved(samples, sample);
  const kinks = kinksBetween(samples, sample, () => sampler.affords(HALVINGS));
  const slope = here.gradient[0]!;
  return {
    input: name,
    result,
    here: { at: here.at, value: here.value },
    slope,
    slopeText: signedText(slope, digits),
    low,
    high,
    points: [...samples, ...kinks].sort((one, other) => one.at - other.at).map(({ at, value }) => ({ at, value })),
    kinks,
  };
}

/** Places at equal distances, and among them the one where the input is. */
function placesBetween(low: number, high: number, here: number): readonly number[] {
  const places = Array.from({ length: FEWEST_PARTS + 1 }, (_, index) => low + ((high - low) * index) / FEWEST_PARTS);
  const others = places.filter((at) => Math.abs(at - here) > SAME_PLACE * (high - low));
  return [...others, here].sort((one, other) => one - other);
}

/** The samples with one more between each two. */
function halved(samples: readonly Placed[], sample: (at: number) => Placed): Placed[] {
  return samples.flatMap((right, index) => {
    const left = samples[index - 1];
    return left === undefined ? [right] : [sample((left.at + right.at) / 2), right];
  });
}

function kinksBetween(
  samples: readonly Placed[],
  sample: (at: number) => Placed,
  mayLook: () => boolean,
): (PlotPoint & { word: "kink" | "jump" })[] {
  const kinks: (PlotPoint & { word: "kink" | "jump" })[] = [];
  const finite = samples.filter(({ value }) => Number.isFinite(value)).map(({ value }) => value);
  const height = Math.max(...finite) - Math.min(...finite);
  const width = samples.at(-1)!.at - samples[0]!.at;
  for (const [index, right] of samples.entries()) {
    const left = samples[index - 1];
    if (left === undefined || left.signature === right.signature || kinks.length === MOST_KINKS) continue;
    if (!mayLook()) break;
    const [before, after] = narrowed(left, right, sample);
    if (!Number.isFinite(before.value) || !Number.isFinite(after.value)) continue;
    const isJump = Math.abs(after.value - before.value) > 1e-3 * height;
    const turn = Math.abs(after.gradient[0]! - before.gradient[0]!) * width;
    if (isJump || turn > 1e-3 * height)
      kinks.push({ at: (before.at + after.at) / 2, value: after.value, word: isJump ? "jump" : "kink" });
  }
  return kinks;
}

/** The two points next to each other between which the signature changes. */
function narrowed(left: Placed, right: Placed, sample: (at: number) => Placed): readonly [Placed, Placed] {
  let before = left;
  let after = right;
  for (let round = 0; round < HALVINGS; round++) {
    const middle = sample((before.at + after.at) / 2);
    if (middle.signature === before.signature) before = middle;
    else after = middle;
  }
  return [before, after];
}
