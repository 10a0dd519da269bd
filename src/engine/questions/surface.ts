/** The result over two inputs: samples on a grid around where they are. */
import type { Output, Trace } from "../../language/trace.ts";
import { signedText } from "../../view/number.ts";
import { isRangeFor, rangeOf, type PlotRange } from "../../view/plotRange.ts";
import type { Surface } from "../../view/question.ts";
import type { RunAt } from "../check.ts";
import { movable, Sampler } from "./samples.ts";

/** Steps that all samples together may cost. */
const MOST_STEPS = 6_000_000;
/** Parts of each side, from the finest grid to the coarsest. */
const PARTS = [40, 20, 10];

/** What a surface is made of. */
export interface SurfaceOptions {
  readonly trace: Trace;
  readonly output: Output;
  readonly inputs: readonly [string, string];
  /** What is to be shown of each axis, if the input is in it. */
  readonly ranges: readonly [PlotRange, PlotRange] | undefined;
  readonly result: string;
  readonly digits: number;
  readonly runAt: RunAt;
}

/** Return the result over two inputs; undefined if one is no number, both are the same, or taking samples would take too long. */
export function surfaceOver({
  trace,
  output,
  inputs,
  ranges,
  result,
  digits,
  runAt,
}: SurfaceOptions): Surface | undefined {
  const x = movable(trace, inputs[0]);
  const y = movable(trace, inputs[1]);
  if (x === undefined || y === undefined || x === y) return undefined;
  const sampler = new Sampler({ trace, output, inputs: [x, y], runAt, steps: MOST_STEPS });
  const isInRange = ranges !== undefined && isRangeFor(ranges[0], x.value) && isRangeFor(ranges[1], y.value);
  const [across, upwards] = isInRange ? ranges : [rangeOf(x.value), rangeOf(y.value)];
  const low = [across.low, upwards.low] as const;
  const high = [across.high, upwards.high] as const;
  const corner = sampler.at(low);
  const rest = PARTS.filter((each) => sampler.affords((each + 1) ** 2));
  // What a run costs is known now; a replay cost as little as it can.
  const parts = rest[0] ?? PARTS.at(-1)!;
  const here = sampler.here();
  const place = (axis: 0 | 1, index: number): number => low[axis] + ((high[axis] - low[axis]) * index) / parts;
  const values: number[] = [corner.value];
  for (let index = 1; index < (parts + 1) ** 2 && !sampler.isOverspent; index++) {
    const [column, row] = [index % (parts + 1), Math.floor(index / (parts + 1))];
    values.push(sampler.at([place(0, column), place(1, row)]).value);
  }
  if (values.length < (parts + 1) ** 2 || sampler.isOverspent) return undefined;
  const [dx = 0, dy = 0] = here.gradient;
  return {
    inputs,
    result,
    at: [x.value, y.value],
    value: here.value,
    gradient: [dx, dy],
    gradientTexts: [signedText(dx, digits), signedText(dy, digits)],
    low,
    high,
    parts,
    values,
  };
}
