/** Makes up values that fit a shape, as TypeScript expressions: generic, distinct, and away from where functions have kinks. */
import { isName } from "../../pathName.ts";
import type { PlaceUse } from "../shapes/reads.ts";
import { hasNumbers, NUMBER, type Shape } from "../shapes/shape.ts";
import { lengthOf, nextDefinite, nextNumber, noNumbers, type Guess, type Numbers } from "./numbers.ts";

/** A name in an expression that stands for another one in the scope of another module. */
export interface Borrowed {
  /** As the expression writes it. */
  readonly name: string;
  /** What it is called in the module, where it may have dots; `default` for a default export without a name. */
  readonly original: string;
  readonly file: string;
}

/** What has been made up for one function so far, so that all numbers differ. */
export interface Assumptions {
  readonly numbers: Numbers;
  /** The module whose scope the expressions are for. */
  readonly file: string;
  readonly borrowed: Borrowed[];
  strings: number;
  dates: number;
  /** Values of any kind. */
  values: number;
  /** What numbers are multiples of, as text: inside of a function, something of its arguments. */
  unit: string | undefined;
}

/** After so many values arrays get one element only, and then nothing more is made up. */
const MANY = 400;
const MOST = 4_000;
const DEPTH = 10;

/** Start making up values for a function of a file, of which so many numbers tell how many there are of something. */
export function assumptionsFor(
  file: string,
  guess: Guess = "counting",
  taken: ReadonlySet<number> = new Set(),
  counts = 0,
): Assumptions {
  const numbers = noNumbers(guess, taken, counts);
  return { numbers, file, borrowed: [], strings: 0, dates: 0, values: 0, unit: undefined };
}

/** Return an expression whose value fits the shape, with numbers as they are to be guessed; in nested arrays always decimals. */
export function assumedText(shape: Shape, state: Assumptions, arrays = 0, depth = 0): string {
  const inner = (part: Shape): string => assumedText(part, state, arrays, depth + 1);
  const element = (part: Shape): string => assumedText(part, state, arrays + 1, depth + 1);
  // However many parameters there are, none that is a number goes without one.
  if ((depth > DEPTH || ++state.values > MOST) && !(depth === 0 && shape.kind === "number")) return "undefined";
  switch (shape.kind) {
    case "number":
      return numberText(state, arrays, shape.place);
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
    case "date":
      return `new Date(${JSON.stringify(dateText(state.dates++))})`;
    case "array":
      if (state.numbers.guess === "definite" && isMatrix(shape)) return definiteText(shape, state, arrays);
      return `[${elements(shape.element, lengthIn(shape, state, arrays), element).join(", ")}]`;
    case "iterator":
      return `[${elements(shape.element, lengthIn({}, state, arrays), element).join(", ")}].values()`;
    case "tuple":
      return `[${shape.elements.map(element).join(", ")}]`;
    case "typed-array":
      return `new ${shape.name}([${typedElements(shape, state, arrays).join(", ")}])`;
    case "object":
      return objectText(shape.members, inner);
    case "map":
      return `new Map([${elements(shape.value, lengthIn({}, state, 1), (part, index) => `[${keyOf(shape.key, index)}, ${element(part)}]`).join(", ")}])`;
    case "set":
      return `new Set([${elements(shape.element, lengthIn({}, state, 1), inner).join(", ")}])`;
    case "function": {
      const text = functionText(shape, state, inner);
      const { members } = shape;
      return members === undefined ? text : `Object.assign(${text}, ${objectText(members, inner)})`;
    }
    case "class":
      return `new ${borrow(shape.text, shape.file, state)}(${shape.parameters.map(inner).join(", ")})`;
    case "maker":
      return makerText(shape, state, inner);
  }
}

/** How many elements an array gets: as many as its use asks for, and where that does not tell, as its depth does. */
function lengthIn({ length = 0 }: { readonly length?: number }, state: Assumptions, arrays: number): number {
  return state.values > MANY ? Math.max(1, length) : Math.max(length, lengthOf(state.numbers, arrays));
}

function isMatrix({ element }: Extract<Shape, { kind: "array" }>): boolean {
  return element.kind === "array" && isNumeric(element.element);
}

function definiteText(shape: Extract<Shape, { kind: "array" }>, state: Assumptions, arrays: number): string {
  const { numbers, unit } = state;
  const rows = nextDefinite(numbers, lengthIn(shape, state, arrays));
  return `[${rows.map((row) => `[${row.map((number) => withUnit(number, unit)).join(", ")}]`).join(", ")}]`;
}

function elements(element: Shape, length: number, write: (element: Shape, index: number) => string): string[] {
  if (element.kind === "none") return [];
  return Array.from({ length }, (_, index) => write(element, index));
}

function typedElements(shape: Extract<Shape, { kind: "typed-array" }>, state: Assumptions, arrays: number): string[] {
  const { numbers } = state;
  const isBig = shape.name.startsWith("Big");
  return Array.from({ length: lengthIn(shape, state, arrays) }, () =>
    isBig ? `${++numbers.count}n` : numberText(state, 1, shape.place),
  );
}

/** Days that follow each other, so that something lies between them. */
function dateText(index: number): string {
  return new Date(Date.UTC(2024, 4, 15 + index)).toISOString().slice(0, 10);
}

/** A class itself, or a function that makes what is wanted. */
function makerText(
  { parameters, result }: Extract<Shape, { kind: "maker" }>,
  state: Assumptions,
  inner: (part: Shape) => string,
): string {
  if (result.kind === "class") return borrow(result.text, result.file, state);
  const names = parameters.map((_, index) => `x${index + 1}`);
  return `function (${names.join(", ")}) { return ${inner(result)}; }`;
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
  const isCurved = state.numbers.guess === "curved";
  if (same >= 0 && !(isCurved && isNumeric(result))) return `${head} ${names[same]!}`;
  const terms = parameters.flatMap((parameter, index) => sumText(names[index]!, parameter, isCurved) ?? []);
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

/** The sum of all numbers of a value, or of their squares, as text; undefined if it has none. */
function sumText(value: string, shape: Shape, isSquared: boolean, depth = 0): string | undefined {
  if (isNumeric(shape)) return isSquared ? `${value} * ${value}` : value;
  if (depth > DEPTH || !hasNumbers(shape)) return undefined;
  const name = depth === 0 ? "v" : `v${depth}`;
  switch (shape.kind) {
    case "array":
      return `${value}.reduce((s, ${name}) => s + ${sumText(name, shape.element, isSquared, depth + 1) ?? 0}, 0)`;
    case "typed-array":
      return `${value}.reduce((s, ${name}) => s + ${sumText(name, NUMBER, isSquared, depth + 1) ?? 0}, 0)`;
    case "tuple":
      return sumOf(
        shape.elements.map((element, index) => sumText(`${value}[${index}]`, element, isSquared, depth + 1)),
      );
    case "object":
      return sumOf(
        [...shape.members].map(([key, member]) =>
          sumText(`${value}${isName(key) ? `.${key}` : `[${JSON.stringify(key)}]`}`, member, isSquared, depth + 1),
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
function numberText(state: Assumptions, arrays: number, place?: PlaceUse): string {
  return withUnit(nextNumber(state.numbers, arrays, place), state.unit);
}

function withUnit(number: number, unit: string | undefined): string {
  return unit === undefined ? String(number) : `${number} * ${unit}`;
}

/** The keys of all maps begin alike, so that one that is made up for looking something up is found. */
function keyOf(shape: Shape, index: number): string {
  return shape.kind === "number" ? String(index) : JSON.stringify(letters(index));
}

/** `a`, `b`, …, `z`, `a1`, … */
function letters(index: number): string {
  return String.fromCharCode(97 + (index % 26)) + (index < 26 ? "" : String(Math.floor(index / 26)));
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
