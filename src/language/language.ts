/** The door to the language: a text and a target in, a trace out. Nothing of the user's code is executed by the host. */
import type { Tape } from "../autodiff/tape.ts";
import type { Finding } from "./finding.ts";
import type { Guess } from "./inputs/assumed/numbers.ts";
import { planInputs } from "./inputs/inputs.ts";
import type { InputChoice, InputPlan } from "./inputs/plan.ts";
import type { Budget, MemoryGauge } from "./interpreter/meter.ts";
import type { Files } from "./modules/files.ts";
import { createResolver } from "./modules/resolve.ts";
import { parse, type ts } from "./parse.ts";
import { bestGuess, trialBudget } from "./run/guessing.ts";
import { runFunction } from "./run/run.ts";
import { textErrors } from "./text/errors.ts";
import {
  functionAt,
  functionInfo,
  functionNamed,
  functionsOf,
  type FoundFunction,
  type FunctionInfo,
} from "./text/functions.ts";
import type { Trace } from "./trace.ts";

/** Which function of a text: the innermost around an offset, or by name (`name`, `Class.method`). */
export type Target =
  | { readonly kind: "offset"; readonly offset: number }
  /** Of functions that the code calls the same it is the one whose name is at `start`, if one is, whatever its number. */
  | { readonly kind: "name"; readonly name: string; readonly start?: number | undefined };

/** Ask for a run. */
export interface TraceRequest {
  readonly uri: string;
  readonly text: string;
  readonly target: Target;
  /** Inputs that replace those of the text, by name, each a TypeScript expression. */
  readonly changed: Readonly<Record<string, string>>;
  /** All arguments as an array in TypeScript. */
  readonly arguments: string | undefined;
  readonly budget: Budget;
  readonly files: Files;
  /** A tape whose memory may be used again; whoever held it must not read it any more. */
  readonly tape: Tape | undefined;
  /** Whether the trace shall tell what each expression was (`Trace.evaluations`), for hovers; costs time. */
  readonly isObserved: boolean;
  /** Tells how full the heap is, where the host can tell; without it, all values that were ever made count as alive. */
  readonly gauge?: MemoryGauge | undefined;
}

/** The outcome of a request. */
export type TraceAnswer =
  /** There is no such function. */
  | { readonly kind: "none"; readonly functions: readonly FunctionInfo[] }
  /** The function's text is not whole. */
  | { readonly kind: "broken"; readonly function: FunctionInfo | undefined; readonly finding: Finding }
  /** It ran; a trace without outputs has findings that say why. */
  | { readonly kind: "traced"; readonly function: FunctionInfo; readonly trace: Trace };

/** Run a function of a text. Throws `NeedFiles` if other files are wanted that are not known yet: read them and ask again. */
export function traceFunction(request: TraceRequest): TraceAnswer {
  const { uri, text, target } = request;
  const file = parse(uri, text);
  const found =
    target.kind === "offset" ? functionAt(file, target.offset) : functionNamed(file, target.name, target.start);
  const error = errorOf(file, found, target);
  if (error !== undefined)
    return { kind: "broken", function: found === undefined ? undefined : functionInfo(found), finding: error };
  if (found === undefined) return { kind: "none", functions: functionsOf(file).map(functionInfo) };
  return { kind: "traced", function: functionInfo(found), trace: traceFound(request, found) };
}

/** What was found out of each function: how numbers are best made up for it. */
const guesses = new WeakMap<ts.Node, Guess>();

/** Run a function with what was chosen. Numbers that nobody has said are guessed from the text alone, so that they stay while others are changed. */
function traceFound(request: TraceRequest, found: FoundFunction): Trace {
  const { changed, files, tape, gauge } = request;
  const resolve = createResolver(files);
  const plan = (choice: InputChoice): InputPlan => planInputs(found, choice, { files, resolve });
  const run = (of: InputPlan, budget: Budget, reused?: Tape): Trace =>
    runFunction({ ...request, found, plan: of, budget, resolve, tape: reused, gauge });
  if (request.arguments !== undefined)
    return run(plan({ changed, arguments: request.arguments }), request.budget, tape);
  const isChanged = Object.keys(changed).length > 0;
  let guess = isChanged ? guesses.get(found.node) : undefined;
  if (guess === undefined) {
    const usual = plan({ changed: {} });
    const first = isChanged ? undefined : run(usual, request.budget, tape);
    const tryOut = (of: InputPlan): Trace => run(of, trialBudget(request.budget));
    const best = bestGuess({ plan: (other) => plan({ changed: {}, guess: other }), run: tryOut }, usual, first);
    guess = best.guess;
    guesses.set(found.node, guess);
    if (!isChanged && best.trace !== undefined) return best.trace;
  }
  return run(plan({ changed, guess }), request.budget, tape);
}

/** The error that breaks a function; without a function, one in the statement where it should be. */
function errorOf(file: ts.SourceFile, found: FoundFunction | undefined, target: Target): Finding | undefined {
  const errors = textErrors(file);
  if (errors.length === 0) return undefined;
  // Without statements nothing of the text was read.
  if (found === undefined && (target.kind === "name" || file.statements.length === 0)) return errors[0];
  const around =
    found?.place ??
    file.statements.find(
      (statement) => target.kind === "offset" && statement.pos <= target.offset && target.offset <= statement.end,
    );
  if (around === undefined) return undefined;
  const start = "pos" in around ? around.pos : around.start;
  return errors.find(({ place }) => place.start >= start && place.start <= around.end);
}
