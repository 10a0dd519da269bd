/** What the compiler knows while it turns a function's syntax tree into closures. */
import type { Finding } from "../../finding.ts";
import type { ts } from "../../parse.ts";
import type { Machine } from "../machine.ts";
import type { Names, Regions, Sites } from "../recording.ts";
import type { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";
import type { Closure } from "./functions/closure.ts";
import type { BlockScope, Frame, FramePlan } from "./variables/scope.ts";

/** A compiled expression. */
export type Code = (frame: Frame) => Value;

/** A compiled expression that may `yield`. */
export type YieldingCode = (frame: Frame) => Generator<Yielded, Value, Value>;

/** What a body hands out at a `yield`: a value, or within `yield*` the inner iterator's result as it is. */
export type Yielded = Value | Delegated;

/** The result of an iterator that `yield*` stands before. */
export class Delegated {
  readonly result: ObjectValue;

  constructor(result: ObjectValue) {
    this.result = result;
  }
}

/** Why a statement ended early. `undefined` is the normal end. */
export class Signal {
  readonly kind: "break" | "continue" | "return";
  readonly label: string | undefined;

  constructor(kind: "break" | "continue" | "return", label?: string) {
    this.kind = kind;
    this.label = label;
  }
}

/** Thrown into a generator's body by its `return` method, with the value that it was given; the program cannot catch it. */
export class ForcedReturn {
  readonly value: Value;

  constructor(value: Value) {
    this.value = value;
  }
}

/** `break` and `continue` without a label, and `return`, whose value is in the machine's `returned`. */
export const BREAK = new Signal("break");
export const CONTINUE = new Signal("continue");
export const RETURN = new Signal("return");

/** Whether a statement ended by a `break` to this label. */
export function endsAtLabel(signal: Signal | undefined, label: string): boolean {
  return signal?.kind === "break" && signal.label === label;
}

/** A compiled statement. */
export type Run = (frame: Frame) => Signal | undefined;

/** A compiled statement that may `yield`. */
export type YieldingRun = (frame: Frame) => Generator<Yielded, Signal | undefined, Value>;

/** The file that is being compiled, and where its run is recorded. */
export interface Unit {
  readonly machine: Machine;
  readonly sites: Sites;
  readonly names: Names;
  readonly regions: Regions;
  readonly file: ts.SourceFile;
  readonly uri: string;
  /** Whether values are kept per site, for hovers; off where only the numbers count. */
  readonly isObserved: boolean;
  /** The function that the run is about, and its value once its declaration has been evaluated. */
  readonly capture: Capture;
  /** The `import.meta` of the file, once it has been asked for. */
  readonly meta: { value: ObjectValue | undefined };
  /** Why module-level variables have no value, by name: the exceptions of the statements that should have set them. */
  readonly failures: Map<string, unknown>;
  /** Whether a failing statement of the module's top level is passed over, as in the file that is being looked at. */
  readonly isTolerant: boolean;
  /** Statements and functions that cannot be used because of an error of syntax in them, with the first error of each. */
  readonly broken: ReadonlyMap<ts.Node, Finding>;
}

/** A function of the text that somebody waits for. */
export interface Capture {
  readonly node: ts.Node | undefined;
  /** Its value, once its declaration has been evaluated. */
  found: Closure | undefined;
  /** Whether its next call shall end the run by throwing an `Intercepted`. */
  intercepts: boolean;
}

/** Thrown when the function that somebody waits for is called by the program itself. */
export class Intercepted {
  readonly closure: Closure;
  readonly self: Value;
  readonly args: readonly Value[];

  constructor(closure: Closure, self: Value, args: readonly Value[]) {
    this.closure = closure;
    this.self = self;
    this.args = args;
  }
}

/** Where in a function the compiler is. */
export interface Context {
  readonly unit: Unit;
  readonly scope: BlockScope;
  /** Whether a loop of the same function encloses this place: then blocks whose variables closures keep need frames of their own. */
  readonly inLoop: boolean;
  /** Whether the code is strict; scripts of JavaScript are not unless they say so. */
  readonly isStrict: boolean;
  /** Labels that stand before the statement being compiled. */
  readonly labels: readonly string[];
  /** The name that an anonymous function gets here, as in `const f = () => 1`. */
  readonly name?: string | undefined;
  /** Operands that have been evaluated already, before a `yield` beside them, and where their values wait. */
  readonly evaluated?: ReadonlyMap<ts.Node, WaitingPlace> | undefined;
}

/** A slot without a name. */
export interface WaitingPlace {
  readonly plan: FramePlan;
  readonly slot: number;
}

/** The same place with another scope. */
export function inScope(context: Context, scope: BlockScope): Context {
  return { ...context, scope, labels: [], name: undefined };
}
