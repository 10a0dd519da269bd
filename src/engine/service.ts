/** What the worker does for each call: runs functions, keeps the runs, and makes views of them. */
import { functionAt, functionInfo, functionNamed, functionsOf } from "../language/functions.ts";
import { traceFunction, type TraceAnswer } from "../language/language.ts";
import { parse } from "../language/parse.ts";
import { findingView, linesOf } from "../view/findings.ts";
import { hoverMarkdown } from "../view/hover.ts";
import { jsonFinding, traceJson } from "../view/json.ts";
import type { ViewOptions } from "../view/options.ts";
import { chooseOutput, outputKey } from "../view/outputs.ts";
import { traceTable } from "../view/table.ts";
import { viewModel } from "../view/viewModel.ts";
import { checkGradients } from "./check.ts";
import { FileStore, type FetchFiles } from "./fileStore.ts";
import type { Ask } from "./message.ts";
import { olderOffset } from "./outdated.ts";
import type {
  FunctionInfo,
  HoverAnswer,
  HoverRequest,
  ReportAnswer,
  ReportRequest,
  RunRequest,
  SourceText,
  Target,
  ViewAnswer,
  ViewRequest,
} from "./request.ts";
import { Runs, type Run } from "./runs.ts";

/** A run that got as far as a trace. */
type Traced = Extract<TraceAnswer, { readonly kind: "traced" }>;

/** Answers calls, one at a time. Lives as long as its worker. */
export class Service {
  private readonly files: FileStore;
  private readonly runs = new Runs();
  private stamp = 0;

  constructor(fetch: FetchFiles) {
    this.files = new FileStore(fetch);
  }

  /** Answer a call; the answer's type is that of the call in `Calls`. */
  answer(ask: Ask): Promise<unknown> {
    switch (ask.call) {
      case "functions":
        return Promise.resolve(functionList(ask.request));
      case "view":
        return this.view(ask.request);
      case "hover":
        return this.hover(ask.request);
      case "report":
        return this.report(ask.request);
      default:
        return ask satisfies never;
    }
  }

  /** Take note that files have changed. */
  forget(uris: readonly string[]): void {
    if (this.files.forget(uris)) this.runs.clear();
  }

  private async view(request: ViewRequest): Promise<ViewAnswer> {
    const run = await this.run(request, request.target, undefined);
    switch (run.answer.kind) {
      case "none":
        return { kind: "none", functions: functionList(request.source) };
      case "broken":
        return {
          kind: "broken",
          function: run.answer.function,
          finding: findingView(run.answer.finding, linesOfSource(request.source)),
        };
      case "traced": {
        const { model, stamp } = await this.model(run, run.answer, request);
        if (stamp === request.known) return { kind: "same", function: run.answer.function, stamp };
        return { kind: "view", function: run.answer.function, model, stamp };
      }
      default:
        return run.answer satisfies never;
    }
  }

  private async hover(request: HoverRequest): Promise<HoverAnswer> {
    const { source, offset } = request;
    const run = await this.run(request, { kind: "offset", offset }, undefined);
    if (run.answer.kind === "none") return undefined;
    if (run.answer.kind === "traced" && run.answer.trace.evaluations.length > 0) {
      const { model } = await this.model(run, run.answer, request);
      return hoverMarkdown(run.answer.trace, model, { file: source.uri, offset }, optionsOf(run.answer, request));
    }
    return this.outdatedHover(request);
  }

  /** What an expression was when the function around it last worked, if neither has been edited since. */
  private async outdatedHover(request: HoverRequest): Promise<HoverAnswer> {
    const { source, offset } = request;
    const good = this.runs.lastGood(source.uri, (run) => {
      const older = olderOffset(run.source.text, source.text, offset);
      if (older === undefined || run.answer.kind !== "traced") return false;
      const { start, end } = run.answer.function.place;
      return start <= older && older <= end;
    });
    if (good?.answer.kind !== "traced") return undefined;
    const older = olderOffset(good.source.text, source.text, offset)!;
    const { model } = await this.model(good, good.answer, request);
    const answer = hoverMarkdown(
      good.answer.trace,
      model,
      { file: source.uri, offset: older },
      optionsOf(good.answer, request),
    );
    if (answer === undefined) return undefined;
    const moved = offset - older;
    const span = { start: answer.span.start + moved, end: answer.span.end + moved };
    return { span, markdown: `From the last version that worked:\n\n${answer.markdown}` };
  }

  private async report(request: ReportRequest): Promise<ReportAnswer> {
    const run = await this.run(request, request.target, request.arguments);
    const { answer } = run;
    if (answer.kind === "none") return { kind: "none", functions: functionList(request.source) };
    if (answer.kind === "broken") {
      const name = answer.function?.name ?? (request.target.kind === "name" ? request.target.name : "");
      const findings = [jsonFinding(answer.finding, linesOfSource(request.source))];
      return { kind: "broken", json: { function: name, value: null, output: [], gradient: [], steps: 0, findings } };
    }
    const { trace } = answer;
    const { model } = await this.model(run, answer, request);
    const json = traceJson(trace, chooseOutput(trace, request.choices[answer.function.name]?.output));
    return { kind: "report", json, table: traceTable(trace, model), outputs: trace.outputs.map(outputKey) };
  }

  private async run(request: RunRequest, target: Target, args: string | undefined): Promise<Run> {
    const { source, choices, budget } = request;
    const found = resolve(source, target);
    const changed = found === undefined ? {} : (choices[found.name]?.changed ?? {});
    const key = JSON.stringify([found?.place.start ?? target, changed, args, budget]);
    const kept = this.runs.find(source, key);
    if (kept !== undefined) return kept;
    const tape = this.runs.takeTape(source.uri, found?.name);
    const answer = await this.files.withFiles(source, (files) => {
      tape?.reset();
      return traceFunction({ ...source, target, changed, arguments: args, budget, files, tape });
    });
    const run = { source, key, answer, models: new Map() };
    this.runs.add(run);
    return run;
  }

  private async model(
    run: Run,
    traced: Traced,
    request: RunRequest,
  ): Promise<{ readonly model: ReturnType<typeof viewModel>; readonly stamp: number }> {
    const choice = request.choices[traced.function.name];
    const key = JSON.stringify([choice?.output, request.digits]);
    const known = run.models.get(key);
    if (known !== undefined) return known;
    const checked = await this.check(run, traced, request, choice?.output);
    const made = { model: viewModel(traced.trace, { ...optionsOf(traced, request), checked }), stamp: ++this.stamp };
    run.models.set(key, made);
    return made;
  }

  /** Compare the gradients with differences of whole runs of the function at points nearby. */
  private check(
    { source }: Run,
    { trace, function: { name, namePlace } }: Traced,
    request: RunRequest,
    output: string | undefined,
  ): Promise<boolean | undefined> {
    const before = request.choices[name]?.changed ?? {};
    const target: Target = { kind: "offset", offset: namePlace.start };
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
        });
        return answer.kind === "traced" ? answer.trace : undefined;
      }),
    );
  }
}

function optionsOf({ function: { name } }: Traced, { choices, digits }: RunRequest): ViewOptions {
  return { output: choices[name]?.output, digits };
}

function functionList({ uri, text }: SourceText): readonly FunctionInfo[] {
  return functionsOf(parse(uri, text)).map(functionInfo);
}

function resolve({ uri, text }: SourceText, target: Target): FunctionInfo | undefined {
  const file = parse(uri, text);
  return target.kind === "offset" ? functionAt(file, target.offset) : functionNamed(file, target.name);
}

function linesOfSource({ uri, text }: SourceText): ReturnType<typeof linesOf> {
  return linesOf(new Map([[uri, text]]));
}
