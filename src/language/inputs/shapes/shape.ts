/** What a value looks like, as far as its declaration or its use tells: what inputs are made up from. */

import type { PlaceUse } from "./reads.ts";

/** What some of the choices are called in the text, by their literals: `Kind.Tanh` for 1. */
export type ChoiceNames = Readonly<Record<string, string>>;

/** The form of a value. */
export type Shape =
  /** `place`: what it counts, if it is a whole number. */
  | { readonly kind: "number"; readonly place?: PlaceUse }
  | { readonly kind: "boolean" | "string" | "bigint" | "date" }
  /** One of some values, each written as TypeScript; inactive even if they are numbers. `isOpen`: there may be others, which nothing is said of. */
  | {
      readonly kind: "literal";
      readonly choices: readonly [string, ...string[]];
      readonly names?: ChoiceNames;
      readonly isOpen?: true;
    }
  /** `length`: how many elements are read at least, where the use tells. */
  | { readonly kind: "array"; readonly element: Shape; readonly length?: number }
  | { readonly kind: "tuple"; readonly elements: readonly Shape[] }
  /** `place`: what its elements count. */
  | { readonly kind: "typed-array"; readonly name: string; readonly length?: number; readonly place?: PlaceUse }
  /** Something that is taken from one by one, once. */
  | { readonly kind: "iterator"; readonly element: Shape }
  | { readonly kind: "object"; readonly members: ReadonlyMap<string, Shape> }
  | { readonly kind: "map"; readonly key: Shape; readonly value: Shape }
  | { readonly kind: "set"; readonly element: Shape }
  /** `members` are what it has beside being called. */
  | {
      readonly kind: "function";
      readonly parameters: readonly Shape[];
      readonly result: Shape;
      readonly members?: ReadonlyMap<string, Shape>;
    }
  /** An instance: `new text(…parameters)`, where `text` is read in the scope of the module `file`. */
  | { readonly kind: "class"; readonly text: string; readonly file: string; readonly parameters: readonly Shape[] }
  /** A class, or something else that is called with `new`. */
  | { readonly kind: "maker"; readonly parameters: readonly Shape[]; readonly result: Shape }
  /** Nothing: undefined, or a member to leave out; null only where that is what the type asks for. */
  | { readonly kind: "none"; readonly isNull?: true }
  | { readonly kind: "unknown" };

export const NUMBER: Shape = { kind: "number" };
export const STRING: Shape = { kind: "string" };
export const BOOLEAN: Shape = { kind: "boolean" };
export const DATE: Shape = { kind: "date" };
export const BIGINT: Shape = { kind: "bigint" };
export const NONE: Shape = { kind: "none" };
export const NULL: Shape = { kind: "none", isNull: true };
export const UNKNOWN: Shape = { kind: "unknown" };

/** Return the shape of an array, of which so many elements are read at least. */
export function arrayOf(element: Shape, length = 0): Shape {
  return length === 0 ? { kind: "array", element } : { kind: "array", element, length };
}

/** Return the shape of an object with these members. */
export function objectOf(members: Iterable<readonly [string, Shape]>): Shape {
  return { kind: "object", members: new Map(members) };
}

/** Whether a value of the shape holds numbers that can be differentiated by. */
export function hasNumbers(shape: Shape): boolean {
  switch (shape.kind) {
    case "number":
      return true;
    case "array":
    case "iterator":
      return hasNumbers(shape.element);
    case "tuple":
      return shape.elements.some(hasNumbers);
    case "object":
      return [...shape.members.values()].some(hasNumbers);
    case "class":
      return shape.parameters.some(hasNumbers);
    case "map":
      return hasNumbers(shape.value);
    case "typed-array":
      return shape.name.startsWith("Float");
    case "boolean":
    case "string":
    case "bigint":
    case "literal":
    case "date":
    case "set":
    case "function":
    case "maker":
    case "none":
    case "unknown":
      return false;
  }
}

/** Return how many numbers that can be differentiated by a value of the shape holds, with one for each list. */
export function numbersIn(shape: Shape): number {
  if (!hasNumbers(shape)) return 0;
  const sum = (shapes: Iterable<Shape>): number => [...shapes].reduce((count, inner) => count + numbersIn(inner), 0);
  if (shape.kind === "tuple") return sum(shape.elements);
  if (shape.kind === "object") return sum(shape.members.values());
  if (shape.kind === "class") return sum(shape.parameters);
  return shape.kind === "array" ? numbersIn(shape.element) : 1;
}

/** Return the shape of a member or an element. */
export function memberOf(shape: Shape, key: string | number): Shape {
  if (shape.kind === "array" || shape.kind === "iterator") return shape.element;
  if (shape.kind === "tuple") return shape.elements[Number(key)] ?? UNKNOWN;
  if (shape.kind === "function") return shape.members?.get(String(key)) ?? UNKNOWN;
  if (shape.kind === "object") return shape.members.get(String(key)) ?? UNKNOWN;
  return shape.kind === "map" ? shape.value : UNKNOWN;
}

/** Return the shapes of what a rest stands for: what its tuple holds, or so many of what its array does. */
export function restShapes(shape: Shape, count: number): readonly Shape[] {
  if (shape.kind === "tuple") return shape.elements;
  return new Array<Shape>(count).fill(shape.kind === "array" ? shape.element : NUMBER);
}

/** Return the shape of a value that is one of several: the first that holds numbers, else all literals together, else the first. */
export function unionOf(shapes: readonly Shape[]): Shape {
  const present = shapes.filter((shape) => shape.kind !== "none");
  const numeric = present.find(hasNumbers);
  if (numeric !== undefined) return numeric;
  const literals = present.filter((shape) => shape.kind === "literal");
  const [first, ...others] = literals.flatMap(({ choices }) => choices);
  const chosen =
    present.find((shape) => shape.kind !== "unknown") ??
    present[0] ??
    shapes.find((shape) => shape.kind === "none" && shape.isNull) ??
    NONE;
  if (chosen.kind !== "literal" || first === undefined) return chosen;
  const names: ChoiceNames = Object.fromEntries(literals.flatMap((shape) => Object.entries(shape.names ?? {})));
  return { kind: "literal", choices: [first, ...others], ...(Object.keys(names).length === 0 ? {} : { names }) };
}

/** Whether every value of a shape is certainly one of another. */
export function fits(shape: Shape, other: Shape): boolean {
  if (other.kind === "object")
    return (
      shape.kind === "object" &&
      [...other.members].every(([key, member]) => fits(shape.members.get(key) ?? NONE, member))
    );
  if (shape.kind !== "literal") return shape.kind === other.kind;
  if (other.kind === "literal") return shape.choices.every((choice) => other.choices.includes(choice));
  return other.kind === (/^["'`]/.test(shape.choices[0]) ? "string" : "number");
}

/** Return the shape of a value that is several things at once. */
export function intersectionOf(shapes: readonly Shape[]): Shape {
  const literal = shapes.find(({ kind }) => kind === "literal");
  if (literal !== undefined) return literal;
  const primitive = shapes.find(
    ({ kind }) => kind === "number" || kind === "string" || kind === "boolean" || kind === "bigint" || kind === "date",
  );
  if (primitive !== undefined) return primitive;
  const objects = shapes.flatMap((shape) => (shape.kind === "object" ? [shape] : []));
  const other = shapes.find(({ kind }) => kind !== "object" && kind !== "unknown" && kind !== "none");
  if (other !== undefined) return other;
  return objects.length === 0 ? UNKNOWN : objectOf(objects.flatMap(({ members }) => [...members]));
}

/** Return the shape of a text that other values are written into: `${number}px` is "1px". */
export function templateOf(parts: readonly (string | Shape)[]): Shape {
  const text = parts.map((part) => (typeof part === "string" ? part : writtenText(part))).join("");
  return { kind: "literal", choices: [JSON.stringify(text)] };
}

function writtenText(shape: Shape): string {
  if (shape.kind === "literal") return keyText(shape.choices[0]);
  if (shape.kind === "boolean") return "true";
  return shape.kind === "number" || shape.kind === "bigint" ? "1" : "a";
}

/** Return the key that a literal's text names. */
export function keyText(literal: string): string {
  return literal.replace(/^(["'`])(.*)\1$/s, "$2");
}
