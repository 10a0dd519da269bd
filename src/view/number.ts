/** Numbers as people read them: three digits in the picture, six in the details, all of them when copied. */
import type { NumberText } from "./model.ts";

/** The minus sign of mathematics, as wide as a plus. */
export const MINUS = "−";
/** Digits of a short number unless the user says otherwise. */
export const SHORT_DIGITS = 3;

/** Numbers from here on are written with an exponent. */
const SCIENTIFIC_FROM = 1e5;
/** Digits of the largest integers without an exponent. */
const WHOLE_DIGITS = 5;
/** Numbers below are written with an exponent. */
const SCIENTIFIC_BELOW = 1e-3;

/** How many numbers are kept as they were written. */
const MOST_WRITTEN = 4000;
/** What was written lately: a number of a picture stands in it several times, and most come again when the next key is pressed. */
const written = { digits: SHORT_DIGITS, texts: new Map<number, NumberText>() };

/** Return a number in its three lengths. */
export function numberText(value: number, digits: number = SHORT_DIGITS): NumberText {
  if (digits !== written.digits || written.texts.size >= MOST_WRITTEN) {
    written.digits = digits;
    written.texts.clear();
  }
  let text = written.texts.get(value);
  if (text === undefined) {
    text = { short: rounded(value, digits), six: rounded(value, Math.max(6, digits)), full: String(value) };
    written.texts.set(value, text);
  }
  return text;
}

/** Return a number in its three lengths with a sign in front of the two that are read, as gradients are written: `+3`, `0`. */
export function signedText(value: number, digits: number = SHORT_DIGITS): NumberText {
  const text = numberText(value, digits);
  return { short: withSign(value, text.short), six: withSign(value, text.six), full: text.full };
}

/** Return a text in the place of a number, the same in every length. */
export function plainText(text: string): NumberText {
  return { short: text, six: text, full: text };
}

/** Return the smallest and the largest of some gradients, `−3.41 … +3.3`, or the one that all are. */
export function rangeText(low: number, high: number, digits: number = SHORT_DIGITS): string {
  const from = withSign(low, rounded(low, digits));
  const to = withSign(high, rounded(high, digits));
  return from === to ? from : `${from} … ${to}`;
}

/** Return a number as it is if `digits` significant digits say it exactly, else rounded to that many. */
export function rounded(value: number, digits: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size === Infinity ? "∞" : unsigned(size, Math.min(15, Math.max(1, Math.trunc(digits))));
  return value < 0 ? MINUS + text : text;
}

/** Return a count with commas between thousands. */
export function countText(count: number | bigint): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Return a count with its noun: `1 step`, `1,218 steps`. */
export function counted(count: number, noun: string): string {
  return `${countText(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function withSign(value: number, text: string): string {
  return value > 0 ? `+${text}` : text;
}

function unsigned(size: number, digits: number): string {
  const nearest = Number(size.toPrecision(digits));
  const isExact = nearest === size;
  const whole = Number(size.toPrecision(Math.max(digits, WHOLE_DIGITS)));
  if (whole >= SCIENTIFIC_FROM || nearest < SCIENTIFIC_BELOW) return scientific(size, digits, isExact);
  if (isExact) return String(size);
  // The integer part is always written out: 12346 says more than 12300 and is as short.
  const exponent = Math.floor(Math.log10(nearest));
  return size.toFixed(Math.max(0, digits - 1 - exponent));
}

function scientific(size: number, digits: number, isExact: boolean): string {
  const text = isExact ? size.toExponential() : size.toExponential(digits - 1);
  return text.replace("e-", `e${MINUS}`);
}
