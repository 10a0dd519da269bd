/** What can be asked of the engine, and what it answers. Plain data: it crosses the worker's border. */
import type { Budget } from "../language/interpreter/meter.ts";
import type { Target } from "../language/language.ts";
import type { Span } from "../language/span.ts";
import type { FunctionInfo } from "../language/text/functions.ts";
import type { Changed } from "../view/changed.ts";
import type { JsonTrace } from "../view/documents/json.ts";
import type { Hint } from "../view/editor/hints.ts";
import type { FindingView } from "../view/model.ts";
import type { FoldChoice } from "../view/options.ts";
import type { Size } from "../view/picture/layout/fit.ts";
import type { Question, Reply } from "../view/question.ts";
import type { SealedModel } from "../view/sealed.ts";

export { writtenName } from "../language/text/functionNames.ts";
export { LONGEST } from "../language/text/longest.ts";
export type { FunctionInfo, Target };

/** A text as an editor has it now. */
export interface SourceText {
  readonly uri: string;
  readonly text: string;
}

/** What a person has chosen for one function. */
export interface Choice {
  readonly changed: Changed;
  /** The output to differentiate, as in `OutputView.key`; undefined for the first. */
  readonly output: string | undefined;
  /** What is folded and unfolded by hand; missing if nothing is. */
  readonly folding?: FoldChoice | undefined;
  /** How many times the budget's steps and time the function may take; missing for once. */
  readonly effort?: number;
}

/** What was chosen, and for which function. */
export interface Chosen extends Choice {
  readonly name: string;
  /** Where the function's name begins, as in a target: of functions of one name it tells which is meant. Undefined if that is not known. */
  readonly start?: number | undefined;
}

/** What every run needs: the text, what was chosen for its functions, and how far to go. */
export interface RunRequest {
  readonly source: SourceText;
  readonly choices: readonly Chosen[];
  readonly budget: Budget;
  /** Significant digits of short numbers. */
  readonly digits: number;
  /** The room that the panel has for the picture; missing without a panel. */
  readonly room?: Size | undefined;
}

/** Ask for the view of one function at one point. */
export interface ViewRequest extends RunRequest {
  readonly target: Target;
  /** The stamp of the model that the asker has; it is not sent once more. */
  readonly known: number | undefined;
  /** Whether to compare the gradients with differences, which takes longer than everything else. */
  readonly check: boolean;
}

/** The answer to a view request. */
export type ViewAnswer =
  /** No function there; `functions` are all of the file. */
  | { readonly kind: "none"; readonly functions: readonly FunctionInfo[] }
  /** The function does not parse. */
  | { readonly kind: "broken"; readonly function: FunctionInfo | undefined; readonly finding: FindingView }
  /** It ran; a model without result has findings that say why. Equal stamps mean equal models. */
  | { readonly kind: "view"; readonly function: FunctionInfo; readonly model: SealedModel; readonly stamp: number }
  /** The model is the one that the asker has. */
  | { readonly kind: "same"; readonly function: FunctionInfo; readonly stamp: number };

/** Ask what to show for the expression at an offset. */
export interface HoverRequest extends RunRequest {
  readonly offset: number;
}

/** The answer to a hover request: Markdown without HTML, and the expression that it is about; undefined where nothing is known. */
export type HoverAnswer = { readonly span: Span; readonly markdown: string } | undefined;

/** Ask for the hints behind the statements of a function. */
export interface HintsRequest extends RunRequest {
  readonly target: Target;
}

/** Ask something about a function at the inputs that a panel shows. */
export interface QuestionRequest extends RunRequest {
  readonly target: Target;
  readonly question: Question;
}

/** Ask for everything that a program wants to know of one run. */
export interface ReportRequest extends Omit<RunRequest, "choices"> {
  readonly target: Target;
  /** Inputs as an `@at` tag writes them: `w = 2, p.x = 3`. */
  readonly at: string | undefined;
  /** The arguments as a TypeScript array literal; undefined to find them as a view does. */
  readonly arguments: string | undefined;
  /** The output to differentiate, as in `OutputView.key`; undefined for the first. */
  readonly output: string | undefined;
}

/** The answer to a report request. */
export type ReportAnswer =
  | { readonly kind: "none"; readonly functions: readonly FunctionInfo[] }
  /** The request itself makes no sense. */
  | { readonly kind: "wrong"; readonly message: string }
  /** The function does not parse. */
  | { readonly kind: "broken"; readonly json: JsonTrace }
  /** It ran; `table` is for terminals. */
  | { readonly kind: "report"; readonly json: JsonTrace; readonly table: string };

/** Every call of the engine: what it takes and what it gives. */
export interface Calls {
  readonly functions: { readonly request: SourceText; readonly answer: readonly FunctionInfo[] };
  readonly view: { readonly request: ViewRequest; readonly answer: ViewAnswer };
  readonly hover: { readonly request: HoverRequest; readonly answer: HoverAnswer };
  readonly hints: { readonly request: HintsRequest; readonly answer: readonly Hint[] };
  readonly question: { readonly request: QuestionRequest; readonly answer: Reply };
  readonly report: { readonly request: ReportRequest; readonly answer: ReportAnswer };
}

/** How a call ended. */
export type Outcome<Answer> =
  | { readonly kind: "answered"; readonly answer: Answer }
  /** Nobody waits for it any more: it was cancelled, or a newer call took its place. */
  | { readonly kind: "dropped" }
  /** The worker died of it, or did not answer in time, and was replaced. */
  | { readonly kind: "restarted"; readonly message: string }
  /** A mistake of ours; the message has the stack. */
  | { readonly kind: "failed"; readonly message: string };
