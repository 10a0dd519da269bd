/** What the panel asks about the picture on show, and what it is answered. Plain data. */
import type { Changed } from "./changed.ts";
import type { NumberText, PathView, RowView, SourceLink, ViewEdgeId, ViewNodeId } from "./model.ts";
import type { PlotRange } from "./plotRange.ts";

/** A question about the function on show, at the inputs on show. */
export type Question =
  /** Why is the gradient of a node what it is? For an input without a node, `inputId` says which. */
  | { readonly kind: "explain"; readonly node: ViewNodeId }
  /** How does the result change when one input moves? Without a range that has the input in it, around where the input is. */
  | { readonly kind: "plot"; readonly input: string; readonly range?: PlotRange | undefined }
  /** How does the result change when two inputs move? */
  | {
      readonly kind: "surface";
      readonly inputs: readonly [string, string];
      readonly ranges?: readonly [PlotRange, PlotRange] | undefined;
    }
  /** What are the second derivatives, or those of all numbers of the result? `inputs` names inputs that must be among those shown, the most wanted first. */
  | { readonly kind: "matrix"; readonly of: MatrixKind; readonly inputs: readonly string[] }
  /** Which tag would say the inputs on show? */
  | { readonly kind: "tag" }
  /** What is inside of an array that is shown as one input? */
  | { readonly kind: "array"; readonly input: string }
  /** Where do some inputs, by their names in the model, get to if they walk down the gradient? */
  | { readonly kind: "descend"; readonly inputs: readonly string[]; readonly rate: number; readonly steps: number }
  /** What are other values of some inputs? Equal seeds give equal ones. */
  | { readonly kind: "random"; readonly inputs: readonly string[]; readonly seed: number }
  /** Which paths lead from a node to the result, more of them than its details list? */
  | { readonly kind: "paths"; readonly node: ViewNodeId }
  /** What stands in the table from a row on, more of it than the model has? */
  | { readonly kind: "rows"; readonly order: RowOrder; readonly from: number }
  /** In which rows of the table is a text? */
  | { readonly kind: "find"; readonly text: string }
  /** What does the whole table look like to other programs? */
  | { readonly kind: "document"; readonly format: TableFormat };

/** In which order rows stand: that of the run, or that of the sizes of their gradients. */
export type RowOrder = "steps" | "gradient";

/** How a table is written. */
export type TableFormat = "markdown" | "csv";

/** The id of the result's node where no step computes it from an input. */
export const CONSTANT_RESULT: ViewNodeId = "result";

/** Return what an input is asked about by that no node of the picture stands for. */
export function inputId(name: string): ViewNodeId {
  return `input ${name}`;
}

/** The answer to a question. */
export type Reply =
  | { readonly kind: "explain"; readonly explanation: Explanation }
  | { readonly kind: "plot"; readonly plot: Plot }
  /** `@at w = 2.5, x = 3`, and the edits that write it above the function. */
  | { readonly kind: "tag"; readonly tag: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: "array"; readonly array: ArrayView }
  | { readonly kind: "descend"; readonly descent: Descent }
  | { readonly kind: "random"; readonly changed: Changed }
  | { readonly kind: "surface"; readonly surface: Surface }
  | { readonly kind: "matrix"; readonly matrix: MatrixView }
  | { readonly kind: "paths"; readonly list: PathList }
  | { readonly kind: "rows"; readonly part: TablePart }
  | { readonly kind: "find"; readonly found: FoundRows }
  | { readonly kind: "document"; readonly text: string }
  /** There is nothing to say: the node is gone, or the run gave no result. */
  | { readonly kind: "none" };

/** The paths of one node, the largest products first. */
export interface PathList {
  readonly node: ViewNodeId;
  readonly paths: readonly PathView[];
  /** How many more there are, exactly: `1,234,567`. */
  readonly hidden: string;
  /** What those add up to. */
  readonly rest: NumberText;
}

/** Rows of the table that follow each other. */
export interface TablePart {
  readonly order: RowOrder;
  readonly from: number;
  readonly rows: readonly RowView[];
}

/** Where a text is in the table. */
export interface FoundRows {
  readonly text: string;
  /** The first of the rows, with the nodes that they are in. */
  readonly rows: readonly { readonly row: number; readonly node: ViewNodeId | undefined }[];
  /** How many rows there are in all. */
  readonly count: number;
}

/** A replacement in the function's file. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A piece of a sentence, with code in backticks; with a source it is a link. */
export interface Said {
  readonly text: string;
  readonly source?: SourceLink | undefined;
}

/** What kind of reason an explanation gives. */
export type Reason =
  "no-path" | "branch" | "zero" | "kink" | "not-a-number" | "infinite" | "huge" | "tiny" | "cancels" | "plain";

/** Why a gradient is what it is. */
export interface Explanation {
  readonly node: ViewNodeId;
  readonly reason: Reason;
  /** ``Why is the gradient of `w` 0?`` */
  readonly question: string;
  readonly said: readonly Said[];
  /** The edge whose partial is the reason; drawn inverted. */
  readonly cause: ViewEdgeId | undefined;
  /** The path that is lit and, where its partials are known, written out; undefined without a path. */
  readonly path: PathView | undefined;
}

/** A point of a curve. */
export interface PlotPoint {
  readonly at: number;
  readonly value: number;
}

/** The result along one input around where it is. */
export interface Plot {
  readonly input: string;
  readonly result: string;
  /** Where the input is, and the result there. */
  readonly here: PlotPoint;
  /** The gradient, which is the slope of the tangent. */
  readonly slope: number;
  readonly slopeText: NumberText;
  readonly low: number;
  readonly high: number;
  /** In order; a value that is not finite interrupts the curve. */
  readonly points: readonly PlotPoint[];
  /** Where the function has a kink or a branch turns. */
  readonly kinks: readonly (PlotPoint & { readonly word: "kink" | "jump" })[];
}

/** Why a walk ended: all steps were taken, it took too long, or there was no next step. */
export type DescentEnd = "done" | "late" | "flat" | "no-gradient" | "infinite" | "not-a-number";

/** A walk down the gradient. */
export interface Descent {
  readonly result: string;
  /** The result at the beginning and after each step; all of them are finite. */
  readonly losses: readonly number[];
  /** The first and the last of them. */
  readonly from: NumberText;
  readonly to: NumberText;
  readonly rate: number;
  readonly end: DescentEnd;
  /** Where the inputs are at the end; empty if they stay where they were. */
  readonly changed: Changed;
}

/** The result over two inputs around where they are. A pair is first the one that runs to the right, then the one that runs upwards. */
export interface Surface {
  readonly inputs: readonly [string, string];
  readonly result: string;
  /** Where the inputs are, and the result there. */
  readonly at: readonly [number, number];
  readonly value: number;
  readonly gradient: readonly [number, number];
  readonly gradientTexts: readonly [NumberText, NumberText];
  readonly low: readonly [number, number];
  readonly high: readonly [number, number];
  /** Parts of each side. */
  readonly parts: number;
  /** Row by row from the lowest, `parts + 1` values each; what is not finite is a gap. */
  readonly values: readonly number[];
}

/** The numbers in an array, a row for each of its inner arrays. */
export interface ArrayView {
  readonly input: string;
  readonly rows: readonly (readonly ArrayCell[])[];
  /** How many numbers are not listed. */
  readonly hidden: number;
}

/** One number of an array. */
export interface ArrayCell {
  readonly name: string;
  readonly value: NumberText;
  readonly gradient: NumberText | undefined;
}

/** Which derivatives a matrix holds: a gradient's by each input, or each output's. */
export type MatrixKind = "hessian" | "jacobian";

/** Derivatives as a table: a row for each thing that changes, a column for each input that moves. */
export interface MatrixView {
  readonly kind: MatrixKind;
  /** ``Second derivatives of `loss` ``. */
  readonly title: string;
  readonly columns: readonly MatrixHead[];
  readonly rows: readonly MatrixRow[];
  /** What is not shown and what is special, a sentence each. */
  readonly notes: readonly string[];
}

/** The name above a column or before a row. */
export interface MatrixHead {
  readonly name: string;
  /** The input's node in the picture; undefined for an output, and for an input that no step uses. */
  readonly node: ViewNodeId | undefined;
}

/** A row of a matrix. */
export interface MatrixRow extends MatrixHead {
  /** The key of the output, by which it is chosen; undefined in a Hessian. */
  readonly output: string | undefined;
  /** Whether the output is the one that is differentiated. */
  readonly isChosen: boolean;
  readonly cells: readonly MatrixCell[];
}

/** An entry of a matrix. */
export interface MatrixCell {
  /** `∂²loss/∂x ∂w`, `∂a/∂w`. */
  readonly name: string;
  /** With its sign. */
  readonly value: NumberText;
  /** Size against the largest, 0 to 1. */
  readonly strength: number;
  /** ``Raising `w` a little raises `∂loss/∂x` 2.4 times as much.`` */
  readonly sentence: string;
  /** Whether a step that both hang on is at a kink, so that the entry is that of one side. */
  readonly isKink: boolean;
}
