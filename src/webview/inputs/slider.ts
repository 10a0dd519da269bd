/** The range of an input's slider and the steps of its field. */
import { constantOf } from "./constant.ts";

/** A range around zero and the step between its stops. */
export interface Range {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

const STOPS = 400;

/** Return a range that holds all of some values with room to move: ±10, or the next power of ten. */
export function rangeAround(values: readonly number[]): Range {
  const sizes = values.filter((value) => Number.isFinite(value)).map((value) => Math.abs(value));
  const largest = Math.max(0, ...sizes);
  let high = largest > 0 && largest < 0.1 ? 1 : 10;
  while (high < largest) high *= 10;
  return { low: -high, high, step: (2 * high) / STOPS };
}

/** Return a slider's position as a tidy number: a whole number of steps, without the noise of binary fractions. */
export function tidied(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(6)) + 0;
}

/** Return the text after an arrow key: up or down by 1 (by 0.1 for a number below 0.1), ten times that with Shift, a tenth with Alt. Undefined for other keys and for what is no number. */
export function stepped(
  text: string,
  event: { readonly key: string; readonly shiftKey: boolean; readonly altKey: boolean },
): string | undefined {
  const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  const value = numberOf(text);
  if (sign === undefined || value === undefined || !Number.isFinite(value)) return undefined;
  const one = rangeAround([value]).high < 10 ? 0.1 : 1;
  return String(Number((value + sign * one * scaleOf(event)).toPrecision(12)));
}

/** Return how many steps one is while a key is held: ten with Shift, a tenth with Alt. */
export function scaleOf({ shiftKey, altKey }: { readonly shiftKey: boolean; readonly altKey: boolean }): number {
  return shiftKey ? 10 : altKey ? 0.1 : 1;
}

/** Return the number that a field holds: a number, or an expression that is one, as TypeScript writes them. Undefined if it is none. */
export function numberOf(text: string): number | undefined {
  const value = Number(text);
  if (!Number.isNaN(value) && text.trim() !== "") return value;
  const constant = constantOf(text);
  return constant.kind === "number" ? constant.value : undefined;
}

/** Return a number as a TypeScript literal. */
export function literalOf(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}
