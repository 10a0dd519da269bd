/** Runs functions, keeps the runs, and makes models of them. */
import type { MemoryGauge } from "../language/interpreter/meter.ts";
import { traceFunction, type TraceAnswer } from "../language/language.ts";
import { parse } from "../language/parse.ts";
import { functionAt, functionInfo, functionNamed, functionsOf } from "../language/text/functions.ts";
import { linesOf } from "../view/findings.ts";
import type { ViewOptions } from "../view/options.ts";
import { viewModel } from "../view/viewModel.ts";
import { enlarged } from "./budget.ts";
import { checkGradients } from "./check.ts";
import { choiceFor } from "./choices.ts";
import { FileStore, type FetchFiles } from "./fileStore.ts";
import type { FunctionInfo, RunRequest, SourceText, Target } from "./request.ts";
import { Runs, type Run, type StampedModel } from "./runs.ts";

/** A run that got as far as a trace. */
export type Traced = Extract<TraceAnswer, { readonly kind: "traced" }>;

/** Lives as long as its worker. */
export class Runner {
  readonly files: FileStore;
  readonly runs = new Runs();
  /** For who runs functions beside those that are kept. */
  readonly gauge: MemoryGauge | undefined;
  private stamp = 0;

  constructor(fetch: FetchFiles, gauge: MemoryGauge | undefined) {
    this.gauge = gauge;
    this.files = new FileStore(fetch);
  }

  /** Take note that files have changed. */
  forget(uris: readonly string[]): void {
    if (this.files.forget(uris)) this.runs.clear();
  }

  /** Run a function, or find its run among those that are kept. Only hovers need it observed. */
  async run(request: RunRequest, target: Target, args: string | undefined, isObserved: boolean): Promise<Run> {
    const { source } = request;
    const found = resolve(source, target);
    const choice = found === undefined ? undefined : choiceFor(found, request);
    const changed = choice?.changed ?? {};
    const budget = enlarged(request.budget, choice?.effort);
    const key = JSON.stringify([found?.place.start ?? target, changed, args, budget, isObserved]);
    const kept = this.runs.find(source, key);
    if (kept !== undefined) return kept;
    const { gauge } = this;
    const tape = this.runs.takeTape(source.uri, found?.name);
    const answer = await this.files.withFiles(source, (files) => {
      tape?.reset();
      return traceFunction({ ...source, target, changed, arguments: args, budget, files, tape, isObserved, gauge });
    });
    const run = { source, key, answer, models: new Map() };
    this.runs.add(run);
    return run;
  }

  /** Return the model of a run, made once. */
  model(run: Run, traced: Traced, request: RunRequest): StampedModel {
    const options = optionsOf(traced, request);
    const key = JSON.stringify(options);
    const known = run.models.get(key);
    if (known !== undefined) return known;
    const made = { model: viewModel(traced.trace, options), stamp: ++this.stamp, wasChecked: false };
    run.models.set(key, made);
    return made;
  }

  /** The model with what differences say about its gradients; the one that was made before if they say nothing. */
  async checkedModel(run: Run, traced: Traced, request: RunRequest): Promise<StampedModel> {
    const known = this.model(run, traced, request);
    if (known.wasChecked) return known;
    const options = optionsOf(traced, request);
    const checked = await this.check(run, traced, request, options.output);
    const isNews = checked !== undefined;
    const made = { model: { ...known.model, checked }, stamp: isNews ? ++this.stamp : known.stamp, wasChecked: true };
    run.models.set(JSON.stringify(options), made);
    return made;
  }

  /** Compare the gradients with differences of whole runs of the function at points nearby. */
  private check(
    { source }: Run,
    { trace, function: traced }: Traced,
    request: RunRequest,
    output: string | undefined,
  ): Promise<boolean | undefined> {
    const before = choiceFor(traced, request)?.changed ?? {};
    const target: Target = { kind: "offset", offset: traced.namePlace.start };
    return this.files.withFiles(source, (files) =>
      checkGradients(trace, output, (moved) => {
        const changed = { ...before, ...moved };
        const answer = traceFunction({
          ...source,
          target,
          changed,
          arguments: undefined,
          budget: request.budget,
          files,
          tape: undefined,
          isObserved: false,
          gauge: this.gauge,
        });
        return answer.kind === "traced" ? answer.trace : undefined;
      }),
    );
  }
}

/** Return what a run's view is asked for. */
export function optionsOf({ function: traced }: Traced, request: RunRequest): ViewOptions {
  const { digits, room } = request;
  const { output, folding: chosen, changed = {} } = choiceFor(traced, request) ?? { output: undefined };
  const folding = room === undefined ? chosen : { open: [], closed: [], ...chosen, room };
  return {
    output,
    digits,
    ...(folding === undefined ? {} : { folding }),
    ...(Object.keys(changed).length === 0 ? {} : { changed }),
  };
}

/** Return the functions of a text. */
export function functionList({ uri, text }: SourceText): readonly FunctionInfo[] {
  return functionsOf(parse(uri, text)).map(functionInfo);
}

/** Return the function that a target means. */
export function resolve({ uri, text }: SourceText, target: Target): FunctionInfo | undefined {
  const file = parse(uri, text);
  return target.kind === "offset" ? functionAt(file, target.offset) : functionNamed(file, target.name, target.start);
}

/** Return the lines of a text. */
export function linesOfSource({ uri, text }: SourceText): ReturnType<typeof linesOf> {
  return linesOf(new Map([[uri, text]]));
}
