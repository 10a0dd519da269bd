/** Makes up values that fit a shape, as TypeScript expressions: generic, distinct, and away from where functions have kinks. */
import { isName } from "../pathName.ts";
import { hasNumbers, type Shape } from "./shape.ts";

/** A name in an expression that stands for another one in the scope of another module. */
export interface Borrowed {
  /** As the expression writes it. */
  readonly name: string;
  /** What it is called in the module, where it may have dots; `default` for a default export without a name. */
  readonly original: string;
  readonly file: string;
}

/**
 * Which numbers are made up: `counting` 1, 2, 3, … for all; `apart` the same for elements of arrays and for other numbers, which may be places in those arrays;
 * `fractions` between 0 and 1, except for places; `mixed` those for elements and 1, 2, 3, … for other numbers; `falling` 9, 8, 7, …, for numbers of which the first is the largest;
 * `shares` fractions that add up to 1 in each array.
 */
export type Guess = "counting" | "apart" | "fractions" | "mixed" | "falling" | "shares";

/** All of them; the first is used where nothing speaks against it. */
export const GUESSES = [
  "counting",
  "apart",
  "fractions",
  "mixed",
  "falling",
  "shares",
] as const satisfies readonly Guess[];

/** What has been made up for one function so far, so that all numbers differ. */
export interface Assumptions {
  readonly guess: Guess;
  /** Numbers that other inputs have by default. */
  readonly taken: ReadonlySet<number>;
  /** The module whose scope the expressions are for. */
  readonly file: string;
  readonly borrowed: Borrowed[];
  count: number;
  /** Numbers outside of arrays, where they are counted apart. */
  singles: number;
  fractions: number;
  primes: number;
  strings: number;
  /** Values of any kind. */
  values: number;
  /** What numbers are multiples of, as text: inside of a function, something of its arguments. */
  unit: string | undefined;
}

/** How many elements an array gets whose length is not known. */
const LENGTH = 3;
/** After so many values arrays get one element only, and then nothing more is made up. */
const MANY = 400;
const MOST = 4_000;
const DEPTH = 10;

/** Start making up values for a function of a file. */
export function assumptionsFor(
  file: string,
  guess: Guess = "counting",
  taken: ReadonlySet<number> = new Set(),
): Assumptions {
  const counts = { count: 0, singles: 0, fractions: 0, primes: 0, strings: 0, values: 0 };
  return { guess, taken, file, borrowed: [], ...counts, unit: undefined };
}

/** Return an expression whose value fits the shape, with numbers as they are to be guessed; in nested arrays always decimals. */
export function assumedText(shape: Shape, state: Assumptions, arrays = 0, depth = 0): string {
  const inner = (part: Shape): string => assumedText(part, state, arrays, depth + 1);
  const element = (part: Shape): string => assumedText(part, state, arrays + 1, depth + 1);
  if (depth > DEPTH || ++state.values > MOST) return "undefined";
  switch (shape.kind) {
    case "number":
      return numberText(state, arrays, shape.isPlace);
    case "unknown":
      return numberText(state, arrays);
    case "boolean":
      return "true";
    case "string":
      return JSON.stringify(letters(state.strings++));
    case "bigint":
      return "1n";
    case "literal":
      return shape.choices[0];
    case "none":
      return shape.isNull ? "null" : "undefined";
    case "array":
      return `[${elements(shape.element, state, element).join(", ")}]`;
    case "tuple":
      return `[${shape.elements.map(element).join(", ")}]`;
    case "typed-array":
      return `new ${shape.name}([${typedElements(shape.name, state).join(", ")}])`;
    case "object":
      return objectText(shape.members, inner);
    case "map":
      return `new Map([${elements(shape.value, state, (part, index) => `[${keyOf(shape.key, index)}, ${element(part)}]`).join(", ")}])`;
    case "set":
      return `new Set([${elements(shape.element, state, inner).join(", ")}])`;
    case "function": {
      const text = functionText(shape, state, inner);
      const { members } = shape;
      return members === undefined ? text : `Object.assign(${text}, ${objectText(members, inner)})`;
    }
    case "class":
      return `new ${borrow(shape.text, shape.file, state)}(${shape.parameters.map(inner).join(", ")})`;
  }
}

function elements(element: Shape, state: Assumptions, write: (element: Shape, index: number) => string): string[] {
  if (element.kind === "none") return [];
  const length = state.values > MANY ? 1 : LENGTH;
  return Array.from({ length }, (_, index) => write(element, index));
}

function typedElements(name: string, state: Assumptions): string[] {
  const suffix = name.startsWith("Big") ? "n" : "";
  return Array.from({ length: LENGTH }, () => (suffix === "" ? numberText(state, 1) : `${++state.count}n`));
}

function objectText(members: ReadonlyMap<string, Shape>, inner: (part: Shape) => string): string {
  const texts: string[] = [];
  for (const [key, member] of members)
    if (member.kind !== "none" || member.isNull)
      texts.push(`${isName(key) && !key.startsWith("#") ? key : JSON.stringify(key)}: ${inner(member)}`);
  return texts.length === 0 ? "{}" : `{ ${texts.join(", ")} }`;
}

/** A function of which something can be learnt: its first argument unchanged, if that fits what is expected of it, else something of its numbers. */
function functionText(
  { parameters, result }: Extract<Shape, { kind: "function" }>,
  state: Assumptions,
  inner: (part: Shape) => string,
): string {
  const names = parameters.map((_, index) => (parameters.length === 1 ? "x" : `x${index + 1}`));
  const head = `(${names.join(", ")}) =>`;
  if (result.kind === "none") return `${head} {}`;
  const same = parameters.findIndex(
    (parameter) => parameter.kind === result.kind || (isNumeric(parameter) && isNumeric(result)),
  );
  if (same >= 0) return `${head} ${names[same]!}`;
  const terms = parameters.flatMap((parameter, index) => sumText(names[index]!, parameter) ?? []);
  const sum = terms.length === 0 ? undefined : terms.join(" + ");
  if (sum !== undefined && isNumeric(result)) return `${head} ${sum}`;
  const { unit } = state;
  state.unit = sum !== undefined && terms.length > 1 ? `(${sum})` : (sum ?? unit);
  const made = result.kind === "object" && !hasNumbers(result) ? "{}" : inner(result);
  state.unit = unit;
  return `${head} ${result.kind === "object" ? `(${made})` : made}`;
}

function isNumeric(shape: Shape): boolean {
  return shape.kind === "number" || shape.kind === "unknown";
}

/** The sum of all numbers of a value, as text; undefined if it has none. */
function sumText(value: string, shape: Shape, depth = 0): string | undefined {
  if (isNumeric(shape)) return value;
  if (depth > DEPTH || !hasNumbers(shape)) return undefined;
  const name = depth === 0 ? "v" : `v${depth}`;
  switch (shape.kind) {
    case "array":
      return `${value}.reduce((s, ${name}) => s + ${sumText(name, shape.element, depth + 1) ?? 0}, 0)`;
    case "typed-array":
      return `${value}.reduce((s, ${name}) => s + ${name}, 0)`;
    case "tuple":
      return sumOf(shape.elements.map((element, index) => sumText(`${value}[${index}]`, element, depth + 1)));
    case "object":
      return sumOf(
        [...shape.members].map(([key, member]) =>
          sumText(`${value}${isName(key) ? `.${key}` : `[${JSON.stringify(key)}]`}`, member, depth + 1),
        ),
      );
    default:
      return undefined;
  }
}

function sumOf(terms: readonly (string | undefined)[]): string | undefined {
  const known = terms.filter((term) => term !== undefined);
  return known.length === 0 ? undefined : known.join(" + ");
}

/** The next number, as text. */
function numberText(state: Assumptions, arrays: number, isPlace = false): string {
  const number = nextNumber(state, arrays, isPlace);
  return state.unit === undefined ? String(number) : `${number} * ${state.unit}`;
}

/** The keys of all maps begin alike, so that one that is made up for looking something up is found. */
function keyOf(shape: Shape, index: number): string {
  return shape.kind === "number" ? String(index) : JSON.stringify(letters(index));
}

/** `a`, `b`, …, `z`, `a1`, … */
function letters(index: number): string {
  return String.fromCharCode(97 + (index % 26)) + (index < 26 ? "" : String(Math.floor(index / 26)));
}

/** The next number in so many arrays that is no other input's. */
function nextNumber(state: Assumptions, arrays: number, isPlace: boolean): number {
  let number: number;
  do number = isPlace && state.guess === "fractions" ? ++state.singles : guessedNumber(state, arrays);
  while (state.taken.has(number));
  return number;
}

function guessedNumber(state: Assumptions, arrays: number): number {
  const { guess } = state;
  if (guess === "shares") return arrays > 0 ? nextShare(state) : nextFraction(state);
  if (guess === "fractions" || (guess === "mixed" && arrays > 0)) return nextFraction(state);
  // 1, 2, …, 9 would make a matrix without an inverse.
  if (arrays > 1) return nextPrime(state);
  if (guess === "falling") return state.count < 9 ? 9 - state.count++ : ++state.count;
  return arrays === 0 && guess !== "counting" ? ++state.singles : ++state.count;
}

const FRACTIONS = [0.3, 0.7, 0.2, 0.9, 0.4, 0.6, 0.1, 0.8, 0.5];
const GOLDEN = 0.6180339887498949;

/** 0.3, 0.7, 0.2, …, and after nine of them fractions with three digits, spread evenly. */
function nextFraction(state: Assumptions): number {
  const index = state.fractions++;
  return FRACTIONS[index] ?? Number(((index * GOLDEN) % 1).toFixed(3));
}

/** Three by three they add up to exactly 1. */
const SHARES = [0.2, 0.3, 0.5, 0.6, 0.1, 0.3];

function nextShare(state: Assumptions): number {
  return SHARES[state.count++] ?? nextFraction(state);
}

const PRIMES = [2];

/** Tenths of the primes: 0.2, 0.3, 0.5, 0.7, 1.1, … */
function nextPrime(state: Assumptions): number {
  for (let number = PRIMES.at(-1)! + 1; PRIMES.length <= state.primes; number++)
    if (PRIMES.every((prime) => number % prime !== 0)) PRIMES.push(number);
  return PRIMES[state.primes++]! / 10;
}

/** The name under which a class can be read: its own in its own module, else one that is bound to it. */
function borrow(original: string, file: string, state: Assumptions): string {
  if (file === state.file && original !== "default") return original;
  const known = state.borrowed.find((entry) => entry.original === original && entry.file === file);
  if (known !== undefined) return known.name;
  const name = `${original.split(".").at(-1)!}_${state.borrowed.length + 1}`;
  state.borrowed.push({ name, original, file });
  return name;
}
