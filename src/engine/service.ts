/** What the worker does for each call: runs functions, keeps the runs, and makes views of them. */
import { parseAssignments } from "../language/inputs/tags.ts";
import { traceFunction, type TraceAnswer } from "../language/language.ts";
import { parse } from "../language/parse.ts";
import { functionAt, functionInfo, functionNamed, functionsOf } from "../language/text/functions.ts";
import type { Trace } from "../language/trace.ts";
import { changedBy } from "../view/changed.ts";
import { jsonFinding, traceJson } from "../view/documents/json.ts";
import { traceTable } from "../view/documents/table.ts";
import { statementHints, type Hint } from "../view/editor/hints.ts";
import { hoverMarkdown } from "../view/editor/hover.ts";
import { findingView, linesOf } from "../view/findings.ts";
import { chooseOutput, outputKey } from "../view/inputs/outputs.ts";
import type { ViewOptions } from "../view/options.ts";
import type { Reply } from "../view/question.ts";
import { viewModel } from "../view/viewModel.ts";
import { enlarged } from "./budget.ts";
import { checkGradients } from "./check.ts";
import { FileStore, type FetchFiles } from "./fileStore.ts";
import type { Ask } from "./message.ts";
import { olderOffset } from "./outdated.ts";
import { replyTo } from "./questions.ts";
import type {
  FunctionInfo,
  HintsRequest,
  HoverAnswer,
  HoverRequest,
  QuestionRequest,
  ReportAnswer,
  ReportRequest,
  RunRequest,
  SourceText,
  Target,
  ViewAnswer,
  ViewRequest,
} from "./request.ts";
import { Runs, type Run, type StampedModel } from "./runs.ts";

/** Outputs that a message lists. */
const MOST_NAMES = 12;

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
      case "hints":
        return this.hints(ask.request);
      case "question":
        return this.question(ask.request);
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
    const run = await this.run(request, request.target, undefined, false);
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
        const made = request.check
          ? await this.checkedModel(run, run.answer, request)
          : this.model(run, run.answer, request);
        const { model, stamp } = made;
        if (stamp === request.known) return { kind: "same", function: run.answer.function, stamp };
        return { kind: "view", function: run.answer.function, model, stamp };
      }
      default:
        return run.answer satisfies never;
    }
  }

  private async hover(asked: HoverRequest): Promise<HoverAnswer> {
    const request = { ...asked, choices: wholeRuns(asked.choices) };
    const { source, offset } = request;
    const run = await this.run(request, { kind: "offset", offset }, undefined, true);
    if (run.answer.kind === "none") return undefined;
    if (run.answer.kind === "traced" && run.answer.trace.evaluations.length > 0) {
      const { model } = this.model(run, run.answer, request);
      return hoverMarkdown(run.answer.trace, model, { file: source.uri, offset }, optionsOf(run.answer, request));
    }
    return this.outdatedHover(request);
  }

  /** The hints of a run that got to its end; a half-typed function has none. */
  private async hints(request: HintsRequest): Promise<readonly Hint[]> {
    const { answer } = await this.run(request, request.target, undefined, false);
    return answer.kind === "traced" ? statementHints(answer.trace, optionsOf(answer, request)) : [];
  }

  /** What an expression was when the function around it last worked, if neither has been edited since. */
  private async outdatedHover(request: HoverRequest): Promise<HoverAnswer> {
    const { source, offset } = request;
    const last = this.runs.lastGood(source.uri, (run) => {
      const older = olderOffset(run.source.text, source.text, offset);
      if (older === undefined || run.answer.kind !== "traced") return false;
      const { start, end } = run.answer.function.place;
      return start <= older && older <= end;
    });
    if (last === undefined) return undefined;
    const older = olderOffset(last.source.text, source.text, offset)!;
    const good = await this.run(
      { ...request, source: last.source },
      { kind: "offset", offset: older },
      undefined,
      true,
    );
    if (good.answer.kind !== "traced") return undefined;
    const { model } = this.model(good, good.answer, request);
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
    const { source, target, at, output } = request;
    const changed = changesOf(at);
    if (typeof changed === "string") return { kind: "wrong", message: changed };
    const found = resolve(source, target);
    const choices = found === undefined ? {} : { [found.name]: { changed, output } };
    const run = await this.run({ ...request, choices }, target, request.arguments, false);
    const { answer } = run;
    if (answer.kind === "none") return { kind: "none", functions: functionList(source) };
    if (answer.kind === "broken") {
      const findings = [jsonFinding(answer.finding, linesOfSource(source))];
      const json = { function: found?.name ?? "", value: null, output: [], gradient: [], steps: 0, findings };
      return { kind: "broken", json };
    }
    const { trace } = answer;
    const chosen = chooseOutput(trace, output);
    const wrong = unknownInput(trace, changed) ?? (chosen === undefined ? unknownOutput(trace, output) : undefined);
    if (wrong !== undefined) return { kind: "wrong", message: wrong };
    const { model } = this.model(run, answer, { ...request, choices });
    return { kind: "report", json: traceJson(trace, chosen), table: traceTable(trace, model) };
  }

  /** Run a function, or find its run among those that are kept. Only hovers need it observed. */
  private async run(request: RunRequest, target: Target, args: string | undefined, isObserved: boolean): Promise<Run> {
    const { source, choices } = request;
    const found = resolve(source, target);
    const choice = found === undefined ? undefined : choices[found.name];
    const changed = choice?.changed ?? {};
    const budget = enlarged(request.budget, choice?.effort);
    const key = JSON.stringify([found?.place.start ?? target, changed, args, budget, isObserved]);
    const kept = this.runs.find(source, key);
    if (kept !== undefined) return kept;
    const tape = this.runs.takeTape(source.uri, found?.name);
    const answer = await this.files.withFiles(source, (files) => {
      tape?.reset();
      return traceFunction({ ...source, target, changed, arguments: args, budget, files, tape, isObserved });
    });
    const run = { source, key, answer, models: new Map() };
    this.runs.add(run);
    return run;
  }

  private model(run: Run, traced: Traced, request: RunRequest): StampedModel {
    const options = optionsOf(traced, request);
    const key = JSON.stringify(options);
    const known = run.models.get(key);
    if (known !== undefined) return known;
    const made = { model: viewModel(traced.trace, options), stamp: ++this.stamp, wasChecked: false };
    run.models.set(key, made);
    return made;
  }

  /** The model with what differences say about its gradients; the one that was made before if they say nothing. */
  private async checkedModel(run: Run, traced: Traced, request: RunRequest): Promise<StampedModel> {
    const known = this.model(run, traced, request);
    if (known.wasChecked) return known;
    const options = optionsOf(traced, request);
    const checked = await this.check(run, traced, request, options.output);
    const isNews = checked !== undefined;
    const made = { model: { ...known.model, checked }, stamp: isNews ? ++this.stamp : known.stamp, wasChecked: true };
    run.models.set(JSON.stringify(options), made);
    return made;
  }

  /** Answer what a panel asks; explanations look at what was evaluated, so the run is observed for them. */
  private async question(request: QuestionRequest): Promise<Reply> {
    const { source, target, question, choices } = request;
    const { answer } = await this.run(request, target, undefined, question.kind === "explain");
    if (answer.kind !== "traced") return { kind: "none" };
    const { trace } = answer;
    const { name, namePlace } = answer.function;
    const before = choices[name]?.changed ?? {};
    const again: Target = { kind: "offset", offset: namePlace.start };
    return await this.files.withFiles(source, (files) => {
      const trial = (text: string, at: Target, changed: Readonly<Record<string, string>>): Trace | undefined => {
        const request = { uri: source.uri, text, target: at, changed, arguments: undefined, files, tape: undefined };
        const run = traceFunction({ ...request, budget, isObserved: false });
        return run.kind === "traced" ? run.trace : undefined;
      };
      const { budget } = request;
      return replyTo(question, {
        source,
        trace,
        options: optionsOf(answer, request),
        runAt: (moved) => trial(source.text, again, changedBy(before, moved)),
        runText: (text) => trial(text, { kind: "name", name }, {}),
      });
    });
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
          isObserved: false,
        });
        return answer.kind === "traced" ? answer.trace : undefined;
      }),
    );
  }
}

function optionsOf({ function: { name } }: Traced, { choices, digits }: RunRequest): ViewOptions {
  const { output, folding, changed = {} } = choices[name] ?? { output: undefined };
  return {
    output,
    digits,
    ...(folding === undefined ? {} : { folding }),
    ...(Object.keys(changed).length === 0 ? {} : { changed }),
  };
}

/** Choices without the regions that a panel has entered: a hover is about the whole run. */
function wholeRuns(choices: RunRequest["choices"]): RunRequest["choices"] {
  const whole = Object.entries(choices).map(([name, { folding, ...choice }]) => {
    return [name, folding === undefined ? choice : { ...choice, folding: { ...folding, inside: [] } }] as const;
  });
  return Object.fromEntries(whole);
}

/** Inputs as they were typed for a report, by name; a sentence if they cannot be read. */
function changesOf(at: string | undefined): Readonly<Record<string, string>> | string {
  if (at === undefined) return {};
  const { entries, findings } = parseAssignments(at, "--at");
  const [first] = findings;
  return first?.message ?? Object.fromEntries(entries.map(({ target, value }) => [target.name, value.getText()]));
}

/** A sentence about the first changed input that the function does not have. */
function unknownInput(trace: Trace, changed: Readonly<Record<string, string>>): string | undefined {
  const rootOf = (name: string): string => /^[^.[]*/.exec(name)![0];
  const roots = new Set([...trace.function.parameters, ...trace.inputs.map(({ name }) => rootOf(name))]);
  const unknown = Object.keys(changed).find((name) => !roots.has(rootOf(name)));
  return unknown === undefined ? undefined : `\`${trace.function.name}\` has no input \`${unknown}\`.`;
}

/** A sentence about an output that the result does not have, if it has any. */
function unknownOutput({ outputs }: Trace, key: string | undefined): string | undefined {
  const [first] = outputs;
  if (first === undefined || key === undefined) return undefined;
  if (first.path.length === 0) return `The result is a number and has no part \`${key}\`.`;
  const names = outputs.slice(0, MOST_NAMES).map((output) => `\`${outputKey(output)}\``);
  const more = outputs.length > MOST_NAMES ? ` and ${outputs.length - MOST_NAMES} more` : "";
  return `The result has no number \`${key}\`. It has ${names.join(", ")}${more}.`;
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
