/** The outcome of one interpreted run: what every view is made from. */
import type { Decisions } from "../autodiff/decisions.ts";
import type { KinkOnTape } from "../autodiff/kinks.ts";
import type { NodeId, Tape } from "../autodiff/tape.ts";
import type { Finding } from "./finding.ts";
import type { Place, Span } from "./span.ts";

/** A step from an argument to a number inside it: the argument's index first, then keys and indices. */
export type Path = readonly (string | number)[];

/** Where an input's value came from. */
export type InputSource = "panel" | "at" | "default" | "call" | "assumed";

/** A leaf of the arguments. */
export interface Input {
  /** As a user would write it: `w`, `xs[0]`, `p.x`. */
  readonly name: string;
  readonly path: Path;
  readonly value: number | boolean | string;
  /** The tape's node of an input that is differentiated by; undefined for an inactive one. */
  readonly node: NodeId | undefined;
  readonly source: InputSource;
  /** The values that the declared type allows, as literals; missing if it allows others. */
  readonly choices?: readonly string[] | undefined;
  /** What these are called in the text, by their literals: `Kind.Tanh` for 1; missing if they have no names. */
  readonly choiceNames?: Readonly<Record<string, string>> | undefined;
  /** The parameter's name in the text. */
  readonly place: Place;
}

/** A number of the result. */
export interface Output {
  /** Keys and indices from the result to this number; empty if the result is the number. */
  readonly path: Path;
  /** As a user would write it after the result's name: ``, `[0]`, `.delta`. */
  readonly name: string;
  readonly value: number;
  /** Undefined if the number depends on no input. */
  readonly node: NodeId | undefined;
}

/** A place of the text whose evaluations are recorded: an expression, a parameter or a declared name. */
export interface Site extends Place {
  /** The expression in mathematical notation, on one line: `max(0, w · x)`. */
  readonly formula: string;
  /** Its operands in the same notation, in the order in which they are written; empty for what has none. */
  readonly operands: readonly string[];
  /** What encloses it, for telling statement from part: the span of the innermost statement; undefined in the head of a loop or a branch. */
  readonly statement: Span | undefined;
}

/** The last thing an expression or a name was, for hovers. */
export interface Evaluation {
  readonly site: number;
  /** The variable that the site reads, declares or assigns; undefined for other expressions. */
  readonly name: string | undefined;
  /** The value as text, cut to one line, as JavaScript would write it. */
  readonly text: string;
  /** The last value, if it was a number. */
  readonly value: number | undefined;
  /** The node of the last value, if it was active. */
  readonly node: NodeId | undefined;
  /** How many steps of the tape were recorded at the site; 0 for one that computes nothing. */
  readonly count: number;
}

/** A part of the run that can be folded: a call of a user's function, a loop, or one round of a loop. */
export interface Region {
  /** Blocks are statements that follow each other; runs have none, views divide long bodies into them. */
  readonly kind: "call" | "loop" | "round" | "block";
  /** The function's name, or the loop's keyword. */
  readonly name: string;
  /** Nodes from `start` to before `end` were recorded in it. */
  readonly start: NodeId;
  readonly end: NodeId;
  /** Index of the enclosing region in the trace's list; -1 at the top. */
  readonly parent: number;
  readonly place: Place;
}

/** What a declaration or an assignment called a node. */
export interface NodeName {
  /** `u`, `h[2]`, `p.x`. */
  readonly name: string;
  /** The site of the expression whose value got the name: what stands right of `=`. */
  readonly site: number;
}

/** The names of nodes; of several names a node has, the one given nearest to the traced function's own body. */
export interface NodeNames {
  get(node: NodeId): NodeName | undefined;
}

/** The function that was run. */
export interface TracedFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  /** The whole declaration. */
  readonly place: Place;
  /** Its name, or its parameter list if it has none. */
  readonly namePlace: Place;
  /** The variable whose value is returned (`return loss;`), if the result has such a name. */
  readonly returned: string | undefined;
  /** The `return` that the run took, and what it returns; undefined if that is a variable, or not known. */
  readonly taken: { readonly statement: Span; readonly expression: Span } | undefined;
}

/** One run of one function at one point. Numbers are on the tape; everything else says where they come from. */
export interface Trace {
  readonly function: TracedFunction;
  readonly tape: Tape;
  /** What the run has decided by looking at numbers of the tape. */
  readonly decisions: Decisions;
  readonly inputs: readonly Input[];
  /** 1 for steps on which decisions hang: they have an effect also where no path leads from them to the result. Empty if nothing was decided. */
  readonly deciding: Uint8Array;
  /** Every number in the result; empty if the run did not get that far. */
  readonly outputs: readonly Output[];
  /** The result as JavaScript would print it; undefined if the run did not get that far. */
  readonly result: string | undefined;
  /** The tape's `tag` column indexes this list. */
  readonly sites: readonly Site[];
  readonly names: NodeNames;
  readonly regions: readonly Region[];
  readonly kinks: readonly KinkOnTape[];
  readonly evaluations: readonly Evaluation[];
  readonly findings: readonly Finding[];
  /** What the function wrote to the console, a line each. */
  readonly log: readonly string[];
  /** Steps of the budget that the run used. */
  readonly steps: number;
  /** The text of every file that a place can point into. */
  readonly texts: ReadonlyMap<string, string>;
}
