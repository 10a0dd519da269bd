/** Other values for the inputs, near the size that they have. */
import type { Output, Trace } from "../../language/trace.ts";
import type { Changed } from "../../view/changed.ts";
import type { RunAt } from "../check.ts";
import { movedInputs, outputIn, writerOf, type MovedInput } from "./movedInputs.ts";

/** So many points are tried for one that is finite and at no kink; dear functions take the first. */
const TRIES = 8;
const MOST_STEPS = 2_000_000;
const DIGITS = 3;

/** What a point is made from. */
export interface RandomOptions {
  readonly trace: Trace;
  readonly output: Output | undefined;
  /** Which inputs get other values, by their names in the model. */
  readonly inputs: readonly string[];
  readonly seed: number;
  readonly runAt: RunAt;
}

/** Return values of inputs: each is the old one times a factor between ½ and 2, an input at 0 becomes a number between −1 and 1; no two are alike. Undefined if there is nothing to change. */
export function randomPoint({ trace, output, inputs, seed, runAt }: RandomOptions): Changed | undefined {
  const moved = movedInputs(trace, inputs);
  if (moved.length === 0) return undefined;
  const write = writerOf(trace, inputs, runAt);
  const random = randomFrom(seed);
  const tries = Math.max(1, Math.min(TRIES, Math.floor(MOST_STEPS / Math.max(1, trace.steps))));
  let first: Changed | undefined;
  for (let count = 0; count < tries; count++) {
    const changed = write(drawn(moved, random));
    const there = runAt(changed);
    first ??= changed;
    if (there === undefined || there.kinks.length > 0) continue;
    if (output === undefined || Number.isFinite(outputIn(there, output)?.value)) return changed;
  }
  return first;
}

function drawn(moved: readonly MovedInput[], random: () => number): ReadonlyMap<string, number> {
  const taken = new Set<number>();
  return new Map(
    moved.map(({ name, value }) => {
      let next = near(value, random);
      // With very many inputs three digits are not enough for all of them.
      for (let count = 0; taken.has(next) && count < TRIES; count++) next = near(value, random);
      taken.add(next);
      return [name, next];
    }),
  );
}

function near(value: number, random: () => number): number {
  const isSized = value !== 0 && Number.isFinite(value);
  const next = isSized ? value * 2 ** (2 * random() - 1) : 2 * random() - 1;
  return Number(next.toPrecision(DIGITS));
}

/** Numbers from 0 to 1 that depend on the seed alone (the generator mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
