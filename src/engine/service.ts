/** What the worker does for each call. */
import type { MemoryGauge } from "../language/interpreter/meter.ts";
import { traceFunction } from "../language/language.ts";
import type { Trace } from "../language/trace.ts";
import { changedBy } from "../view/changed.ts";
import { statementHints, type Hint } from "../view/editor/hints.ts";
import { hoverMarkdown } from "../view/editor/hover.ts";
import { findingView } from "../view/findings.ts";
import type { Reply } from "../view/question.ts";
import { sealed, type Deflate } from "../view/sealed.ts";
import { choiceFor } from "./choices.ts";
import type { FetchFiles } from "./fileStore.ts";
import type { Ask } from "./message.ts";
import { olderOffset } from "./outdated.ts";
import { replyTo } from "./questions/questions.ts";
import { report } from "./report.ts";
import type {
  HintsRequest,
  HoverAnswer,
  HoverRequest,
  QuestionRequest,
  RunRequest,
  Target,
  ViewAnswer,
  ViewRequest,
} from "./request.ts";
import { functionList, linesOfSource, optionsOf, Runner } from "./runner.ts";

/** What some of the places can do where a service runs. */
export interface Abilities {
  /** Tells how full the heap is. */
  readonly usedHeap?: MemoryGauge | undefined;
  /** Packs bytes more quickly than our own code does. */
  readonly deflate?: Deflate | undefined;
}

/** Answers calls, one at a time. Lives as long as its worker. */
export class Service {
  private readonly runner: Runner;
  private readonly deflate: Deflate | undefined;

  constructor(fetch: FetchFiles, { usedHeap, deflate }: Abilities = {}) {
    this.runner = new Runner(fetch, usedHeap);
    this.deflate = deflate;
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
        return report(this.runner, ask.request);
      default:
        return ask satisfies never;
    }
  }

  /** Take note that files have changed. */
  forget(uris: readonly string[]): void {
    this.runner.forget(uris);
  }

  private async view(request: ViewRequest): Promise<ViewAnswer> {
    const run = await this.runner.run(request, request.target, undefined, false);
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
          ? await this.runner.checkedModel(run, run.answer, request)
          : this.runner.model(run, run.answer, request);
        const { model, stamp } = made;
        if (stamp === request.known) return { kind: "same", function: run.answer.function, stamp };
        return { kind: "view", function: run.answer.function, model: sealed(model, this.deflate), stamp };
      }
      default:
        return run.answer satisfies never;
    }
  }

  private async hover(asked: HoverRequest): Promise<HoverAnswer> {
    const request = { ...asked, choices: wholeRuns(asked.choices) };
    const { source, offset } = request;
    const run = await this.runner.run(request, { kind: "offset", offset }, undefined, true);
    if (run.answer.kind === "none") return undefined;
    if (run.answer.kind === "traced" && run.answer.trace.evaluations.length > 0) {
      const { model } = this.runner.model(run, run.answer, request);
      return hoverMarkdown(run.answer.trace, model, { file: source.uri, offset }, optionsOf(run.answer, request));
    }
    return this.outdatedHover(request);
  }

  /** The hints of a run that got to its end; a half-typed function has none. */
  private async hints(request: HintsRequest): Promise<readonly Hint[]> {
    const { answer } = await this.runner.run(request, request.target, undefined, false);
    return answer.kind === "traced" ? statementHints(answer.trace, optionsOf(answer, request)) : [];
  }

  /** What an expression was when the function around it last worked, if neither has been edited since. */
  private async outdatedHover(request: HoverRequest): Promise<HoverAnswer> {
    const { source, offset } = request;
    const last = this.runner.runs.lastGood(source.uri, (run) => {
      const older = olderOffset(run.source.text, source.text, offset);
      if (older === undefined || run.answer.kind !== "traced") return false;
      const { start, end } = run.answer.function.place;
      return start <= older && older <= end;
    });
    if (last === undefined) return undefined;
    const older = olderOffset(last.source.text, source.text, offset)!;
    const good = await this.runner.run(
      { ...request, source: last.source },
      { kind: "offset", offset: older },
      undefined,
      true,
    );
    if (good.answer.kind !== "traced") return undefined;
    const { model } = this.runner.model(good, good.answer, request);
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

  /** Answer what a panel asks; explanations look at what was evaluated, so the run is observed for them. */
  private async question(request: QuestionRequest): Promise<Reply> {
    const { source, target, question } = request;
    const { answer } = await this.runner.run(request, target, undefined, question.kind === "explain");
    if (answer.kind !== "traced") return { kind: "none" };
    const { trace } = answer;
    const { name, namePlace } = answer.function;
    const before = choiceFor(answer.function, request)?.changed ?? {};
    const again: Target = { kind: "offset", offset: namePlace.start };
    const { gauge, files: store } = this.runner;
    return await store.withFiles(source, (files) => {
      const trial = (
        text: string,
        at: Target,
        changed: Readonly<Record<string, string>>,
        most = budget.steps,
      ): Trace | undefined => {
        const request = { uri: source.uri, text, target: at, changed, arguments: undefined, files, tape: undefined };
        const limited = { ...budget, steps: Math.min(budget.steps, most) };
        const run = traceFunction({ ...request, budget: limited, isObserved: false, gauge });
        return run.kind === "traced" ? run.trace : undefined;
      };
      const { budget } = request;
      return replyTo(question, {
        source,
        trace,
        options: optionsOf(answer, request),
        runAt: (moved, most) => trial(source.text, again, changedBy(before, moved), most),
        runText: (text) => trial(text, { kind: "name", name }, {}),
      });
    });
  }
}

/** Choices without the regions that a panel has entered: a hover is about the whole run. */
function wholeRuns(choices: RunRequest["choices"]): RunRequest["choices"] {
  return choices.map(({ folding, ...choice }) =>
    folding === undefined ? choice : { ...choice, folding: { ...folding, inside: [] } },
  );
}
