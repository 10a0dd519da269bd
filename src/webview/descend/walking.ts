/** Walks down the gradient in the panel: what is chosen for them, and what the last ones gave. Plain data and functions, no DOM. */
import { isSameChange, type Changed } from "../../view/changed.ts";
import { hasMoved, joinedDescent } from "../../view/derivatives/descent.ts";
import type { InputView, ViewModel } from "../../view/model.ts";
import type { Descent } from "../../view/question.ts";
import type { Changes } from "../inputs/changes.ts";

/** A walk, with all that it goes on from, and what the inputs were changed to at its end. */
interface Walk {
  readonly changed: Changed;
  readonly descent: Descent;
}

/** Everything about walks. */
export interface Walking {
  readonly isOpen: boolean;
  readonly rate: number;
  readonly steps: number;
  /** Inputs that do not move although they could. */
  readonly resting: readonly string[];
  /** Whether an answer is awaited. */
  readonly isRunning: boolean;
  /** Whether the last answer was that there is no way. */
  readonly isStuck: boolean;
  readonly walks: readonly Walk[];
}

/** No walk yet. */
export const noWalking: Walking = {
  isOpen: false,
  rate: 0.1,
  steps: 30,
  resting: [],
  isRunning: false,
  isStuck: false,
  walks: [],
};

/** Return what is kept of walks when another function is shown. */
export function walkingElsewhere({ isOpen, rate, steps }: Walking): Walking {
  return { ...noWalking, isOpen, rate, steps };
}

/** Walks that are remembered. */
const MOST_WALKS = 100;

/** Return the inputs that can move: numbers and arrays that are differentiated by. */
export function movableInputs({ inputs }: ViewModel): readonly InputView[] {
  return inputs.filter(({ kind, gradient }) => (kind === "number" || kind === "array") && gradient != null);
}

/** Return the names of the inputs that move. */
export function movingInputs(model: ViewModel, { resting }: Walking): readonly string[] {
  return movableInputs(model)
    .map(({ name }) => name)
    .filter((name) => !resting.includes(name));
}

/** Return the walk that has led to where the inputs are; undefined if none has, or if the code has changed since. */
export function walkTo({ walks }: Walking, { changed, isUnseen }: Changes, { result }: ViewModel): Descent | undefined {
  const descent = walks.findLast((walk) => isSameChange(walk.changed, changed))?.descent;
  if (descent === undefined || isUnseen || !hasMoved(descent)) return descent;
  return Number(result?.full) === descent.losses.at(-1) ? descent : undefined;
}

/** Return what is known after another walk from one point to another; a walk that goes on continues the one before. */
export function afterWalk(walking: Walking, descent: Descent, before: Changed, after: Changed): Walking {
  const last = walking.walks.findLast(
    (walk) =>
      isSameChange(walk.changed, before) && hasMoved(walk.descent) && walk.descent.losses.at(-1) === descent.losses[0],
  );
  const whole = last === undefined ? descent : joinedDescent(last.descent, descent);
  const walks = [...walking.walks, { changed: after, descent: whole }].slice(-MOST_WALKS);
  return { ...walking, isRunning: false, isStuck: false, walks };
}
