/** Of numbers that are made up, finds those at which a function shows what it does: with a result, with a gradient, away from kinks. */
import { backward } from "../../autodiff/sweep.ts";
import type { FindingCode } from "../findingCodes.ts";
import { GUESSES, type Guess } from "../inputs/assumed/numbers.ts";
import type { InputPlan } from "../inputs/plan.ts";
import type { Budget } from "../interpreter/meter.ts";
import type { Trace } from "../trace.ts";
import { pathsTo } from "./paths.ts";

/** A run that tries something out gets so much: it is made for every change of the text. */
const TRIAL = { steps: 200_000, nodes: 50_000, time: 100 };
/** All trials of a function together; one that was stopped counts as a whole one. */
const TRIALS = 5 * TRIAL.steps;
/** A function of more characters has its usual numbers: to read and compile it takes much longer than to run it. */
const LONGEST_TRIED = 50_000;
/** Gradients from here on tell more of the numbers than of the function. */
const HUGE = 1e9;
/** Gradients up to here are no better than none: something is saturated. */
const TINY = 1e-12;
/** And beside the result itself, up to here. */
const FLAT = 1e-3;
/** And beside the largest gradient, up to here. */
const NEXT_TO_NOTHING = 1e-4;

/** How inputs are planned, and a function is run on them within a trial's budget. */
export interface Trials {
  readonly plan: (guess: Guess) => InputPlan;
  readonly run: (plan: InputPlan) => Trace;
}

/** Return as much of a budget as a trial may use. */
export function trialBudget({ steps, nodes, time, memory }: Budget): Budget {
  const { min } = Math;
  return { steps: min(steps, TRIAL.steps), nodes: min(nodes, TRIAL.nodes), time: min(time, TRIAL.time), memory };
}

/** What was found, with the run of it, unless the numbers were only tried out for other ones to be changed. */
export interface Found {
  readonly guess: Guess;
  readonly trace: Trace | undefined;
}

/** Find the first guess that has least against it, from the plan of the usual one, and the run on that if there is one already. */
export function bestGuess({ plan, run }: Trials, usualPlan: InputPlan, first: Trace | undefined): Found {
  const [usual, ...others] = GUESSES;
  const tried = new Set([assumedTexts(usualPlan)]);
  const { node } = usualPlan.function;
  if (tried.has("") || node.end - node.pos > LONGEST_TRIED) return { guess: usual, trace: first };
  let trace = first ?? run(usualPlan);
  let best: Found & { readonly flaw: number } = { guess: usual, trace: first, flaw: flawOf(trace) };
  if (trace.steps >= TRIAL.steps) return best;
  let spent = 0;
  for (const guess of others) {
    if (
      best.flaw === 0 ||
      (best.flaw === IDLE && tried.size >= FEW) ||
      spent >= TRIALS ||
      (best.flaw < UNDEFINED && guess.startsWith("drawn"))
    )
      break;
    const other = plan(guess);
    const texts = assumedTexts(other);
    if (tried.has(texts)) continue;
    tried.add(texts);
    trace = run(other);
    spent += trace.findings.some(({ code }) => code.startsWith("budget/")) ? TRIAL.steps : trace.steps;
    const flaw = flawOf(trace);
    if (flaw < best.flaw) best = { guess, trace, flaw };
  }
  return best;
}

/** What was made up and is used, as texts; empty if nothing is: what a tag says takes the place of what was made up. */
function assumedTexts({ receiver, parameters, outer }: InputPlan): string {
  const values = [receiver, ...parameters].flatMap((each) => (each === undefined ? [] : [each.value, ...each.parts]));
  const own = values.flatMap((value) => (value?.source === "assumed" ? [value.expression.getSourceFile().text] : []));
  return [...own, ...(outer === undefined ? [] : [assumedTexts(outer)])].join("\n");
}

/** The flaw of gradients that are no numbers; those of results are larger, and only for them is it worth to draw numbers without a pattern. */
const UNDEFINED = 5;

/** The flaw of most inputs without a path to the result, as behind a table's end: often there is nothing better, so few others are tried. */
const IDLE = 0.5;
const FEW = 8;

/** How much speaks against the numbers of a run; 0 if nothing does. */
function flawOf(trace: Trace): number {
  const { tape, inputs, outputs, findings } = trace;
  const [output] = outputs;
  if (output === undefined) return 7;
  if (!outputs.every(({ value }) => Number.isFinite(value))) return 6;
  const gradients = output.node === undefined ? undefined : backward(tape, output.node);
  const sizes = inputs.flatMap(({ node }) => (node === undefined ? [] : Math.abs(gradients?.[node] ?? 0)));
  if (!sizes.every(Number.isFinite)) return UNDEFINED;
  const tells = (wanted: FindingCode): boolean => findings.some(({ code }) => code === wanted);
  if (tells("domain/value")) return 4;
  if (tells("kink/comparison") || tells("kink/point")) return 3;
  if (sizes.length > 0 && sizes.every((size) => size <= TINY)) return 2;
  if (sizes.some((size) => size >= HUGE) || isSaturated(sizes) || isFlat(trace, sizes)) return 1;
  return isIdle(trace) ? IDLE : 0;
}

/** Whether no input moves the result by more than next to nothing of it when it is doubled, as behind a `tanh` that has come to its end. */
function isFlat({ inputs, outputs }: Trace, sizes: readonly number[]): boolean {
  const whole = Math.abs(outputs[0]!.value);
  const active = inputs.filter(({ node }) => node !== undefined);
  return sizes.length > 0 && sizes.every((size, index) => size * Math.abs(Number(active[index]!.value)) < FLAT * whole);
}

/** Whether most inputs have no path to any number of the result. */
function isIdle({ tape, inputs, outputs }: Trace): boolean {
  const { leads } = pathsTo(outputs, tape);
  const nodes = inputs.flatMap(({ node }) => node ?? []);
  return nodes.filter((node) => leads[node] === 0).length * 2 > nodes.length;
}

/** Whether most gradients that there are are next to nothing beside the largest. */
function isSaturated(sizes: readonly number[]): boolean {
  const some = sizes.filter((size) => size > 0);
  const limit = some.reduce((most, size) => Math.max(most, size), 0) * NEXT_TO_NOTHING;
  return some.filter((size) => size < limit).length * 2 >= some.length && some.length > 0;
}
