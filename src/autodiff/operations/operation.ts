/** What a row of the table of operations is: everything that the project knows about one primitive. */
import type { NodeId } from "../tape.ts";
import type { Formula } from "./formula.ts";

/** A point where a step has no derivative, and the slopes on its two sides as far as they exist. */
export interface Kink {
  /** `corner`: two slopes; `jump`: two values; `end`: of the domain; `vertical`: an infinite slope; `pole`: an infinite value. */
  readonly kind: "corner" | "jump" | "end" | "vertical" | "pole";
  /** Slopes by the operand that moves; of a jump, the slopes of its two sides. */
  readonly left: number | undefined;
  readonly right: number | undefined;
}

/** The operands for which an operation has a value and a derivative, ends included where the derivative is infinite there. */
export interface Domain {
  /** As a person would write it: `x > 0`. */
  readonly text: string;
  /** `nodes[i]` is CONSTANT for an inactive operand: `x ** y` with an active exponent needs a positive base. */
  readonly contains: (operands: readonly number[], nodes: readonly NodeId[]) => boolean;
}

interface Row {
  /** The name in this project and of the method in the published API: `add`, `sin`. */
  readonly name: string;
  /** The sign or the function's name in mathematical notation: `·`, `sin`. */
  readonly symbol: string;
  /** True if the derivative is 0 everywhere because the operation keeps only some of the operand: steps and bits. */
  readonly cuts: boolean;
  /** Undefined if every operand is allowed. */
  readonly domain: Domain | undefined;
  /** Tell whether the operation has a kink at these operands; an operand with the node CONSTANT does not move. */
  readonly kink: ((operands: readonly number[], nodes: readonly NodeId[]) => Kink | undefined) | undefined;
  /** The step in mathematical notation. */
  readonly notation: (operands: readonly Formula[]) => Formula;
  /** The partial by the operand `index` in mathematical notation; `partial` is its value where the step was taken. */
  readonly formula: (index: number, operands: readonly Formula[], result: Formula, partial: number) => Formula;
  /** Operands to test at: inside the domain, at its ends, at kinks, ±0, tiny, huge, infinite, NaN. */
  readonly points: readonly (readonly number[])[];
}

/** A number that is given from outside. */
export interface InputOperation extends Row {
  readonly arity: 0;
}

/** An operation with one operand. Each function gets the operand and the step's value. */
export interface UnaryOperation extends Row {
  readonly arity: 1;
  readonly value: (x: number) => number;
  readonly partial: (x: number, value: number) => number;
  /** The second derivative; undefined if it is 0 wherever it exists. */
  readonly second: ((x: number, value: number) => number) | undefined;
}

/** An operation with two operands. Each function gets the operands and the step's value. */
export interface BinaryOperation extends Row {
  readonly arity: 2;
  readonly value: (x: number, y: number) => number;
  readonly partialX: (x: number, y: number, value: number) => number;
  readonly partialY: (x: number, y: number, value: number) => number;
  /** The second derivatives by x twice, by x and y, by y twice; undefined if they are 0 wherever they exist. */
  readonly second: BinarySecond | undefined;
}

/** Second derivatives of an operation with two operands, each on its own because some are not defined where others are. */
export interface BinarySecond {
  readonly xx: (x: number, y: number, value: number) => number;
  readonly xy: (x: number, y: number, value: number) => number;
  readonly yy: (x: number, y: number, value: number) => number;
}

/** An operation with any number of operands. */
export interface ManyOperation extends Row {
  readonly arity: "many";
  readonly value: (operands: readonly number[]) => number;
  /** The partials by all operands; `nodes[i]` is CONSTANT for an inactive one, whose partial means nothing. */
  readonly partials: (operands: readonly number[], nodes: readonly NodeId[], value: number) => number[];
  /** How each partial changes when the operands move in a direction; undefined if partials do not change. */
  readonly second: ((operands: readonly number[], direction: readonly number[], value: number) => number[]) | undefined;
}

/** A row of the table. */
export type Operation = InputOperation | UnaryOperation | BinaryOperation | ManyOperation;
