/** The runs that are kept, so that hovers and cursor movements find their answer made. */
import type { Tape } from "../autodiff/tape.ts";
import type { TraceAnswer } from "../language/language.ts";
import type { ViewModel } from "../view/model.ts";
import type { SourceText } from "./request.ts";

/** How many runs are kept at most. */
const MOST_RUNS = 24;
/** Steps for which the kept runs together may hold memory; the newest run is kept whatever its size. */
const MOST_STEPS = 1_000_000;
/** A tape with room for more steps than this is used again for the next run of the same function. */
const LARGE = 65_536;

/** One run with what was made from it. */
export interface Run {
  readonly source: SourceText;
  /** Tells runs of one text apart: which function, at which inputs, within which budget. */
  readonly key: string;
  readonly answer: TraceAnswer;
  /** Models by output and digits, each with its stamp. */
  readonly models: Map<string, StampedModel>;
}

/** A model that was made of a run. */
export interface StampedModel {
  readonly model: ViewModel;
  readonly stamp: number;
  /** Whether its gradients were compared with differences, whatever that gave. */
  readonly wasChecked: boolean;
}

/** The newest runs, newest last. */
export class Runs {
  private runs: Run[] = [];

  /** Return a kept run of the same text. */
  find(source: SourceText, key: string): Run | undefined {
    const found = this.runs.find(
      (run) => run.key === key && run.source.uri === source.uri && run.source.text === source.text,
    );
    if (found !== undefined) this.runs = [...this.runs.filter((run) => run !== found), found];
    return found;
  }

  /** Keep a run; older ones go when there are too many or their tapes are too large. */
  add(run: Run): void {
    this.runs.push(run);
    let steps = 0;
    const kept = this.runs.reverse().filter((each, index) => {
      steps += capacity(each);
      return index === 0 || (index < MOST_RUNS && steps <= MOST_STEPS);
    });
    this.runs = kept.reverse();
  }

  /** Return the newest run of a file that gave a result and satisfies a condition, whatever the text was. */
  lastGood(uri: string, isMeant: (run: Run) => boolean): Run | undefined {
    return this.runs.findLast(
      (run) =>
        run.source.uri === uri && run.answer.kind === "traced" && run.answer.trace.outputs.length > 0 && isMeant(run),
    );
  }

  /** Take the large tape of an older run of a function, which is forgotten, to record the next one. */
  takeTape(uri: string, name: string | undefined): Tape | undefined {
    const old = this.runs.findLast(
      ({ source, answer }) =>
        source.uri === uri &&
        answer.kind === "traced" &&
        answer.function.name === name &&
        answer.trace.tape.op.length >= LARGE,
    );
    if (old?.answer.kind !== "traced") return undefined;
    this.runs = this.runs.filter((run) => run !== old);
    return old.answer.trace.tape;
  }

  /** Forget every run: a file that some of them read has changed. */
  clear(): void {
    this.runs = [];
  }
}

function capacity({ answer }: Run): number {
  return answer.kind === "traced" ? answer.trace.tape.op.length : 0;
}
