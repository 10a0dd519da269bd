/** Walks down the gradient: the function is run again after each step, so every gradient is exact where it is used. */
import { backward } from "../../autodiff/sweep.ts";
import type { Output, Trace } from "../../language/trace.ts";
import { numberText } from "../../view/number.ts";
import type { Descent, DescentEnd } from "../../view/question.ts";
import type { RunAt } from "../check.ts";
import { movedInputs, outputIn, writerOf, type Write } from "./movedInputs.ts";

/** What a walk needs. */
export interface DescendOptions {
  readonly trace: Trace;
  readonly output: Output;
  /** Which inputs move, by their names in the model. */
  readonly inputs: readonly string[];
  readonly rate: number;
  readonly steps: number;
  readonly result: string;
  readonly digits: number;
  readonly runAt: RunAt;
  /** Whether it has taken too long. */
  readonly isLate: () => boolean;
}

/** A point on the way. */
interface Point {
  readonly trace: Trace;
  readonly output: Output;
}

/** Where one step leads: to a point, or nowhere. */
type Step = { readonly kind: "point"; readonly point: Point } | { readonly kind: "end"; readonly end: DescentEnd };

/** Walk; undefined if there is nothing to move or the result is no finite number. A walk into infinity leaves the inputs where they were. */
export function descend(options: DescendOptions): Descent | undefined {
  const { trace, output, inputs, rate, steps, runAt, isLate, digits, result } = options;
  if (movedInputs(trace, inputs).length === 0 || !Number.isFinite(output.value)) return undefined;
  const write = writerOf(trace, inputs, runAt);
  const losses = [output.value];
  let point: Point = { trace, output };
  let end: DescentEnd = "done";
  while (losses.length <= steps) {
    const step = stepFrom(point, options, write);
    if (step.kind === "end") {
      end = step.end;
      break;
    }
    point = step.point;
    losses.push(point.output.value);
    if (losses.length <= steps && isLate()) {
      end = "late";
      break;
    }
  }
  const isLost = end === "infinite" || end === "not-a-number";
  return {
    result,
    losses,
    from: numberText(losses[0]!, digits),
    to: numberText(losses.at(-1)!, digits),
    rate,
    end,
    changed: isLost || losses.length === 1 ? {} : write(valuesOf(point.trace, inputs)),
  };
}

function stepFrom({ trace, output }: Point, { inputs, rate, runAt }: DescendOptions, write: Write): Step {
  if (output.node === undefined) return { kind: "end", end: "flat" };
  const gradients = backward(trace.tape, output.node);
  const moved = movedInputs(trace, inputs);
  if (!moved.every(({ node }) => Number.isFinite(gradients[node]))) return { kind: "end", end: "no-gradient" };
  if (moved.every(({ node }) => gradients[node] === 0)) return { kind: "end", end: "flat" };
  const next = new Map(moved.map(({ name, value, node }) => [name, value - rate * gradients[node]!]));
  const run = runAt(write(next));
  const there = outputIn(run, output);
  if (run === undefined || there === undefined || Number.isNaN(there.value))
    return { kind: "end", end: "not-a-number" };
  if (!Number.isFinite(there.value)) return { kind: "end", end: "infinite" };
  return { kind: "point", point: { trace: run, output: there } };
}

function valuesOf(trace: Trace, inputs: readonly string[]): ReadonlyMap<string, number> {
  return new Map(movedInputs(trace, inputs).map(({ name, value }) => [name, value]));
}
