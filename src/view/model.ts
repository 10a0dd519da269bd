/** What a person reads of one trace, as plain data that survives JSON: numbers are texts. Made in the engine, drawn by the page. */
import type { Severity } from "../language/finding.ts";
import type { InputSource } from "../language/trace.ts";
import type { Changed } from "./changed.ts";
import type { FoldChoice } from "./options.ts";
import type { Crumb } from "./picture/inside.ts";

/** One number in the three lengths in which it is shown. `−` is U+2212 in `short` and `six`; `full` is what JavaScript prints. */
export interface NumberText {
  readonly short: string;
  readonly six: string;
  readonly full: string;
}

/** The id of a node of the picture, `n12`; the same step has the same id as long as the function's steps stay the same. */
export type ViewNodeId = string;
/** The id of an edge of the picture, `e7`. */
export type ViewEdgeId = string;

/** A place of the text as a person and an editor name it. */
export interface SourceLink {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Counted from 1. */
  readonly line: number;
}

/** A leaf of the arguments with its gradient. */
export interface InputView {
  readonly name: string;
  readonly value: NumberText;
  /** Undefined if the input is not differentiated by. Signed: `+3`, `0`. */
  readonly gradient: NumberText | undefined;
  /** `∂a/∂w`. */
  readonly gradientName: string;
  /** `array` is a large array shown as one: its value reads `320 values`, its gradient is a range. */
  readonly kind: "number" | "boolean" | "string" | "array";
  /** The values that the declared type allows, as literals; missing if it allows others. */
  readonly choices?: readonly string[] | undefined;
  /** What these are called in the text, by their literals; missing if they have no names. */
  readonly choiceNames?: Readonly<Record<string, string>> | undefined;
  readonly source: InputSource;
  /** Undefined if no step uses the input. */
  readonly node: ViewNodeId | undefined;
  /** True if the run may take other steps for other values of the input; missing otherwise. */
  readonly isDeciding?: boolean | undefined;
  /** True if steps use the input, but none of them leads to the result; missing otherwise. */
  readonly isWithoutPath?: boolean | undefined;
}

/** Something special about a node that a person must see. */
export type Mark = "kink" | "not-finite" | "zero" | "cut";

/** A node of the picture. */
export interface NodeView {
  readonly id: ViewNodeId;
  /** `inputs` are the numbers of an array drawn as one, `group` is a folded part of the run. */
  readonly kind: "input" | "inputs" | "step" | "result" | "group";
  /** What the node is called in formulas: `u`; for a node without a name its formula. */
  readonly name: string;
  /** First line: `u = w · x`. */
  readonly title: string;
  /** Second line. */
  readonly value: NumberText;
  /** Signed; undefined without a gradient (no numeric input, or no path to the result). */
  readonly gradient: NumberText | undefined;
  /** Third line in full and in short notation: `∂a/∂u = 1`, `∂ +1`. */
  readonly gradientLine: { readonly full: string; readonly short: string };
  /** Fourth line of a group: `call, 33 steps`; empty for others. */
  readonly countLine: string;
  readonly marks: readonly Mark[];
  readonly source: SourceLink;
  /** The first line before it was cut; missing if nothing was. */
  readonly whole?: string | undefined;
  /** The row of the table that has its value; missing for a result that no step made. */
  readonly row?: number | undefined;
  /** The name of the folded part, by which it is opened; missing for others. */
  readonly unfolds?: string | undefined;
  /** The name of the call, loop or round, by which it is entered; missing for others. */
  readonly enters?: string | undefined;
  /** The name of the call, loop or round around the node, by which that is folded; missing where there is none. */
  readonly folds?: string | undefined;
  /** Spoken name: "u equals w times x, value 6, gradient 1, used by v. Step 1 of 3." */
  readonly label: string;
}

/** An edge of the picture: from an operand to the step that uses it. */
export interface EdgeView {
  readonly id: ViewEdgeId;
  readonly from: ViewNodeId;
  readonly to: ViewNodeId;
  /** The exact total derivative of `to` by `from` along this edge; empty texts where an end has several values. */
  readonly partial: NumberText;
  /** `∂u/∂w = 3`, `× 3`. */
  readonly label: { readonly full: string; readonly short: string };
  /** The formula of the partial: `x`, `2 · (o − y)`; empty where it goes through what is folded, and where it would be too long to be read. */
  readonly formula: string;
  /** Thickness: 0 for a share of zero, then 1, 2, 3 by the share's size against the largest. */
  readonly weight: 0 | 1 | 2 | 3;
}

/** A factor of a chain: one edge's partial. */
export interface Factor {
  readonly edge: ViewEdgeId;
  /** What is differentiated, and by what: `a`, `v`. */
  readonly of: string;
  readonly by: string;
  readonly value: NumberText;
  /** The partial's formula; empty where it has none that says more than its number. */
  readonly formula: string;
}

/** One path from a node to the result. */
export interface PathView {
  /** The node that tells it from the other paths: `a1`. */
  readonly via: string;
  /**
   * The ids of its edges from the result down to the node, as the chain rule is written, with a space between two; what they are is said once, in the
   * model's edges (`edgesOf`, `factorsOf`). One text, because lists of ids are half of what a large model would have to bring and look at.
   */
  readonly edges: string;
  readonly product: NumberText;
  /** The path's part of the sum of the products' magnitudes, in percent, rounded; undefined where the sum is 0 or no number. */
  readonly percent: number | undefined;
}

/** What the details show of a node. */
export interface NodeDetails {
  readonly node: ViewNodeId;
  /** `input`, `step`, `result`, … */
  readonly kind: string;
  /** One sentence, with code in backticks: "Raising `w` a little raises `a` 3 times as much." */
  readonly sentence: string;
  /** The paths with the largest products, at most four. */
  readonly paths: readonly PathView[];
  /** How many paths there are in all, as text because there can be astronomically many; empty if they pass nodes with several values. */
  readonly pathCount: string;
  /** The products' sum, which is the gradient. */
  readonly gradient: NumberText | undefined;
  /** What is in an array or a loop, or what each use hands back where that goes through nodes with several values; missing for others. */
  readonly members?: MembersView | undefined;
}

/** Some of the numbers that are drawn as one node. */
export interface MembersView {
  /** `Largest of 256`. */
  readonly title: string;
  readonly rows: readonly MemberView[];
}

/** One of the numbers, or what a loop passes back to one of its operands. */
export interface MemberView {
  /** `W2[2][3]`, `round 1: o`. */
  readonly name: string;
  /** Undefined for what is passed back. */
  readonly value: NumberText | undefined;
  readonly gradient: NumberText | undefined;
  /** What uses it: `h2[2]`; empty where that says nothing. */
  readonly usedBy: string;
  /** Where it is used, or made. */
  readonly source: SourceLink | undefined;
}

/** A row of the table: one recorded step or input. */
export interface RowView {
  /** Its place in the order of the run, from 0. */
  readonly index: number;
  /** Undefined for inputs. */
  readonly step: number | undefined;
  readonly name: string;
  readonly formula: string;
  readonly source: SourceLink;
  readonly value: NumberText;
  readonly gradient: NumberText | undefined;
  /** Size of the gradient against the largest, 0 to 1. */
  readonly magnitude: number;
  readonly usedBy: string;
  /** The node of the picture that the step is in. */
  readonly node: ViewNodeId | undefined;
}

/** A finding as it is shown. */
export interface FindingView {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly source: SourceLink;
}

/** A number of the result that can be looked at. */
export interface OutputView {
  /** `a`, `greeks.delta`. */
  readonly name: string;
  /** As the command line names it: `delta`, `0.1`; empty for a result that is a number. */
  readonly key: string;
  readonly value: NumberText;
}

/** Everything that the panel shows of one trace. */
export interface ViewModel {
  /** The function's name; the panel's title. */
  readonly title: string;
  /** `activation(w, x, b)`. */
  readonly signature: string;
  readonly file: string;
  /** What the result is called: `a`. */
  readonly resultName: string;
  /** Undefined if the run did not get to a number. */
  readonly result: NumberText | undefined;
  readonly outputs: readonly OutputView[];
  /** Index in `outputs` of the one that is differentiated. */
  readonly output: number;
  readonly inputs: readonly InputView[];
  readonly nodes: readonly NodeView[];
  readonly edges: readonly EdgeView[];
  readonly details: readonly NodeDetails[];
  /** The first rows of the table. */
  readonly rows: readonly RowView[];
  /** How many rows the table has, and how many of them are inputs, which come first. */
  readonly rowCounts: { readonly all: number; readonly inputs: number };
  readonly findings: readonly FindingView[];
  /** `1,218 steps. Showing 9: loop rounds and calls are folded.`; missing if the rule has folded nothing. */
  readonly folded?: string | undefined;
  /** `3 steps, 5 edges`. */
  readonly size: string;
  /** True if central differences confirm every gradient; undefined if they were not taken. */
  readonly checked: boolean | undefined;
  /** Equal for two models whose pictures have the same nodes and edges, so that only texts need patching. */
  readonly topology: string;
  /** The regions that were entered, from the outermost; the picture and the table show the inside of the last. Missing for the whole run. */
  readonly inside?: readonly Crumb[] | undefined;
  /** What a person has folded and unfolded; missing if nothing. */
  readonly folding?: FoldChoice | undefined;
  /** What the inputs were changed to in the panel; missing if nothing. */
  readonly changed?: Changed | undefined;
}
