/** The number that a constant expression is, as people type it into a field: `1/3`, `Math.PI / 4`, `-2e-3`. It follows TypeScript's rules. */

/** What an expression is: a number, or wrong from a place on; at its end where it only is not finished. */
export type Constant =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "wrong"; readonly at: number; readonly token: string };

/** Where the reading of a text is. */
interface Reader {
  readonly tokens: readonly { readonly text: string; readonly at: number }[];
  next: number;
}

/** Thrown at the token that cannot stand where it does. */
class Wrong extends Error {
  readonly place: number;
  constructor(place: number) {
    super("wrong");
    this.place = place;
  }
}

/** Deeper parentheses and longer rows of signs are typed by nobody, and would take more stack than there is. */
const LONGEST = 300;

const TOKEN =
  /\s+|0[xX][\da-fA-F]+|0[oO][0-7]+|0[bB][01]+|(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+)(?:[eE][+-]?\d+)?|[\p{L}_$∞][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*|\*\*|./gsu;

/** Names of numbers; those of `Math` are found there. */
const NAMES: ReadonlyMap<string, number> = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["∞", Infinity],
  ["π", Math.PI],
  ["Number.EPSILON", Number.EPSILON],
  ["Number.MAX_SAFE_INTEGER", Number.MAX_SAFE_INTEGER],
  ["Number.MAX_VALUE", Number.MAX_VALUE],
  ["Number.MIN_VALUE", Number.MIN_VALUE],
]);

/** What `Math` has, without what gives no number for numbers, or another one every time. */
const MATH: ReadonlyMap<string, unknown> = new Map(
  Object.entries(Object.getOwnPropertyDescriptors(Math))
    .filter(([name]) => name !== "random" && name !== "sumPrecise")
    .map(([name, { value }]) => [`Math.${name}`, value]),
);

/** Return what a text is. */
export function constantOf(text: string): Constant {
  const tokens = [...asTyped(text).matchAll(TOKEN)]
    .map(({ 0: token, index }) => ({ text: token, at: index }))
    .filter(({ text: token }) => token.trim() !== "");
  const reader: Reader = { tokens: tokens.slice(0, LONGEST), next: 0 };
  try {
    const value = sum(reader);
    if (reader.next < tokens.length) throw new Wrong(reader.next);
    return { kind: "number", value };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    const token = tokens[error.place];
    return { kind: "wrong", at: token?.at ?? text.length, token: token?.text ?? "" };
  }
}

/** Signs as they are typed, of which some are drawn otherwise. */
function asTyped(text: string): string {
  return text.replaceAll("−", "-").replace(/[·×]/gu, "*");
}

function sum(reader: Reader): number {
  let value = product(reader);
  for (;;) {
    if (take(reader, "+")) value += product(reader);
    else if (take(reader, "-")) value -= product(reader);
    else return value;
  }
}

function product(reader: Reader): number {
  let value = power(reader);
  for (;;) {
    if (take(reader, "*")) value *= power(reader);
    else if (take(reader, "/")) value /= power(reader);
    else if (take(reader, "%")) value %= power(reader);
    else return value;
  }
}

/** A sign before a base stands in parentheses, because nobody could tell what is meant. */
function power(reader: Reader): number {
  if (take(reader, "-")) return -signed(reader);
  if (take(reader, "+")) return signed(reader);
  const base = single(reader);
  return take(reader, "**") ? base ** power(reader) : base;
}

function signed(reader: Reader): number {
  if (take(reader, "-")) return -signed(reader);
  if (take(reader, "+")) return signed(reader);
  const value = single(reader);
  if (reader.tokens[reader.next]?.text === "**") throw new Wrong(reader.next);
  return value;
}

function single(reader: Reader): number {
  const token = reader.tokens[reader.next]?.text;
  if (token === undefined) throw new Wrong(reader.next);
  if (take(reader, "(")) {
    const value = sum(reader);
    need(reader, ")");
    return value;
  }
  const number = /^\d|^\.\d/u.test(token) ? Number(token.replaceAll("_", "")) : NAMES.get(token);
  if (number !== undefined) {
    reader.next += 1;
    return number;
  }
  return ofMath(reader, token);
}

/** A number of `Math`, or what a function of it gives for numbers. */
function ofMath(reader: Reader, token: string): number {
  const member = MATH.get(token);
  if (typeof member !== "number" && typeof member !== "function") throw new Wrong(reader.next);
  reader.next += 1;
  if (typeof member === "number") return member;
  need(reader, "(");
  const values: number[] = [];
  while (!take(reader, ")")) {
    if (values.length > 0) need(reader, ",");
    values.push(sum(reader));
  }
  return Number(Reflect.apply(member, Math, values));
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.next]?.text !== token) return false;
  reader.next += 1;
  return true;
}

function need(reader: Reader, token: string): void {
  if (!take(reader, token)) throw new Wrong(reader.next);
}
