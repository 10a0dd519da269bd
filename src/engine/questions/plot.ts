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
/** Kinks that are looked for at most, those next to the input first, and how often the way to one is halved. */
const MOST_KINKS = 24;
const HALVINGS = 24;
/** A jump or a bend is seen from this part of the plot's height on. */
const SEEN = 1e-3;

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
  const kinks = kinksBetween(samples, here.at, sample, () => sampler.affords(HALVINGS));
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
  here: number,
  sample: (at: number) => Placed,
  mayLook: () => boolean,
): (PlotPoint & { word: "kink" | "jump" })[] {
  const kinks: (PlotPoint & { word: "kink" | "jump" })[] = [];
  const finite = samples.filter(({ value }) => Number.isFinite(value)).map(({ value }) => value);
  const height = Math.max(...finite) - Math.min(...finite);
  const width = samples.at(-1)!.at - samples[0]!.at;
  const isJump = (left: Placed, right: Placed): boolean => {
    const climb = ((left.gradient[0]! + right.gradient[0]!) / 2) * (right.at - left.at);
    return Math.abs(right.value - left.value - (Number.isFinite(climb) ? climb : 0)) > SEEN * height;
  };
  const isBend = (left: Placed, right: Placed): boolean =>
    Math.abs(right.gradient[0]! - left.gradient[0]!) * width > SEEN * height;
  const isSmooth = (left: Placed, right: Placed): boolean =>
    Number.isFinite(left.value + right.value) && !isJump(left, right) && !isBend(left, right);
  const turns = samples.flatMap((right, index) => {
    const left = samples[index - 1];
    return left === undefined || left.signature === right.signature ? [] : [{ left, right }];
  });
  const distance = ({ left, right }: (typeof turns)[number]): number => Math.abs((left.at + right.at) / 2 - here);
  for (const { left, right } of turns.sort((one, other) => distance(one) - distance(other))) {
    if (kinks.length === MOST_KINKS || !mayLook()) break;
    const [before, after] = narrowed(left, right, sample, isSmooth);
    if (!Number.isFinite(before.value) || !Number.isFinite(after.value) || isSmooth(before, after)) continue;
    const word = isJump(before, after) ? "jump" : "kink";
    kinks.push({ at: (before.at + after.at) / 2, value: after.value, word });
  }
  return kinks.sort((one, other) => one.at - other.at);
}

/** The two points next to each other between which the signature changes; farther from each other where that changes nothing that could be seen. */
function narrowed(
  left: Placed,
  right: Placed,
  sample: (at: number) => Placed,
  isSmooth: (left: Placed, right: Placed) => boolean,
): readonly [Placed, Placed] {
  let before = left;
  let after = right;
  for (let round = 0; round < HALVINGS && !isSmooth(before, after); round++) {
    const middle = sample((before.at + after.at) / 2);
    if (middle.signature === before.signature) before = middle;
    else after = middle;
  }
  return [before, after];
}
