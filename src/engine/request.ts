/** What can be asked of the engine, and what it answers. Plain data: it crosses the worker's border. */
import type { Place, Span } from "../language/span.ts";
import type { FindingView, ViewModel } from "../view/model.ts";

/** A text as an editor has it now. */
export interface SourceText {
  readonly uri: string;
  /** Grows with every change; two texts with the same URI and version are equal. */
  readonly version: number;
  readonly text: string;
}

/** A function of a file. */
export interface FunctionInfo {
  readonly name: string;
  readonly signature: string;
  readonly place: Place;
  readonly namePlace: Place;
  /** Whether it carries an `@at` or `@wrt` tag. */
  readonly tagged: boolean;
}

/** Which function of a text: the innermost around an offset, or by name (`name`, `Class.method`). */
export type Target = { readonly kind: "offset"; readonly offset: number } | { readonly kind: "name"; readonly name: string };

/** Ask for the view of one function at one point. */
export interface ViewRequest {
  readonly source: SourceText;
  readonly target: Target;
  /** Inputs that the panel has changed: a name as in `Input.name`, and a TypeScript literal. */
  readonly changed: Readonly<Record<string, string>>;
  /** The output to differentiate, as in `OutputView.key`; undefined for the first. */
  readonly output: string | undefined;
}

/** The answer to a view request. */
export type ViewAnswer =
  /** No function there; `functions` are all of the file. */
  | { readonly kind: "none"; readonly functions: readonly FunctionInfo[] }
  /** The function does not parse. */
  | { readonly kind: "broken"; readonly function: FunctionInfo | undefined; readonly finding: FindingView }
  /** It ran; a model without result has findings that say why. */
  | { readonly kind: "view"; readonly function: FunctionInfo; readonly model: ViewModel };

/** Ask what to show for the expression at an offset. */
export interface HoverRequest {
  readonly source: SourceText;
  readonly offset: number;
  readonly changed: Readonly<Record<string, string>>;
  readonly output: string | undefined;
}

/** The answer: Markdown without HTML, and the expression that it is about; undefined where nothing is known. */
export type HoverAnswer = { readonly span: Span; readonly markdown: string } | undefined;

