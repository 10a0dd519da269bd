/** What a run of a function starts from, as plain data. */
import type { Finding } from "../finding.ts";
import type { Surroundings } from "../modules/exports.ts";
import type { ts } from "../parse.ts";
import type { Place } from "../span.ts";
import type { FoundFunction } from "../text/functions.ts";
import type { InputSource, Path } from "../trace.ts";
import type { Assumptions, Borrowed } from "./assumed/assume.ts";
import type { Guess } from "./assumed/numbers.ts";
import type { Shape } from "./shapes/shape.ts";
import type { ExampleCall } from "./written/calls.ts";
import type { Root } from "./written/roots.ts";
import type { Target } from "./written/tags.ts";

/** A value to evaluate in the scope of the function's module. */
export interface PlannedValue {
  readonly expression: ts.Expression;
  readonly source: InputSource;
  /** Names in the expression that stand for names of other modules. */
  readonly borrowed: readonly Borrowed[];
}

/** A value to put at a place inside a parameter's value, after that is evaluated. */
export interface PlannedPart extends PlannedValue {
  readonly path: Path;
  /** Where the user wrote what is set. */
  readonly place: Place;
}

/** What a parameter, or `this`, gets. */
export interface PlannedParameter {
  readonly name: string;
  readonly place: Place;
  /** The declared type, if it has one. */
  readonly type: ts.TypeNode | undefined;
  readonly shape: Shape;
  /** Whether the value is an array that is spread over the rest of the arguments. */
  readonly isRest: boolean;
  /** Undefined if nothing is passed, so that the function's own default counts. */
  readonly value: PlannedValue | undefined;
  /** Later parts win. */
  readonly parts: readonly PlannedPart[];
}

/** Everything that a run of a function starts from. */
export interface InputPlan {
  readonly function: FoundFunction;
  /** The value of `this`; undefined where there is none. A class is the receiver of its static methods, and is not differentiated by. */
  readonly receiver: PlannedParameter | undefined;
  readonly parameters: readonly PlannedParameter[];
  readonly roots: readonly Root[];
  /** Undefined to differentiate by every number. */
  readonly wrt: readonly Target[] | undefined;
  readonly findings: readonly Finding[];
  /** The other files, for the types that values are held against. */
  readonly around: Surroundings | undefined;
  /** How to call the function around this one, which has to call it. */
  readonly outer: InputPlan | undefined;
  /** Texts that places can point into and that are no files: what was typed, and what was made up. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What a user has chosen beside the file's text. */
export interface InputChoice {
  /** Inputs by name (`w`, `p.x`), each a TypeScript expression. */
  readonly changed: Readonly<Record<string, string>>;
  /** All arguments, as an array in TypeScript; tags, defaults and examples are not looked at then. */
  readonly arguments?: string | undefined;
  /** How numbers are made up that nobody has said. */
  readonly guess?: Guess | undefined;
}

/** What is known while a plan is made. */
export interface Planning {
  readonly found: FoundFunction;
  readonly around: Surroundings | undefined;
  readonly roots: readonly Root[];
  readonly assumptions: Assumptions;
  readonly example: ExampleCall | undefined;
  readonly texts: Map<string, string>;
  readonly findings: Finding[];
}

/** Whether a user has said a value, by a tag or in the panel. */
export function isSaid({ source }: PlannedValue): boolean {
  return source === "at" || source === "panel";
}
