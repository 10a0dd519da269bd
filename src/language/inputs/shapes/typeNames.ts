/** The types that every TypeScript file knows by name. */
import { typedArrayNames } from "../../typedArrayNames.ts";
import {
  arrayOf,
  BIGINT,
  BOOLEAN,
  DATE,
  keyText,
  memberOf,
  NUMBER,
  objectOf,
  STRING,
  UNKNOWN,
  type Shape,
} from "./shape.ts";

/** Return the shape of a built-in type with its arguments; undefined for a name that is not built in. */
export function builtInShape(name: string, args: readonly Shape[]): Shape | undefined {
  const [first = UNKNOWN, second = UNKNOWN] = args;
  if (TYPED_ARRAYS.has(name)) return { kind: "typed-array", name };
  return BUILT_IN[name]?.(args.length === 0 && LISTS.has(name) ? NUMBER : first, second);
}

/** Names whose missing argument means numbers, as JavaScript's comments write them. */
const LISTS: ReadonlySet<string> = new Set([
  "Array",
  "array",
  "ReadonlyArray",
  "ArrayLike",
  "Iterable",
  "Iterator",
  "Generator",
  "Set",
]);

const TYPED_ARRAYS: ReadonlySet<string> = new Set(typedArrayNames);

const same = (shape: Shape): Shape => shape;
const textual = (): Shape => STRING;
/** Texts that are written otherwise. */
const written =
  (change: (text: string) => string) =>
  (shape: Shape): Shape => {
    const [first, ...others] = literalKeys(shape).map((key) => JSON.stringify(change(key)));
    return first === undefined ? STRING : { kind: "literal", choices: [first, ...others] };
  };
/** A value that is made in one way, whatever it is used for. */
const made = (text: string) => (): Shape => ({ kind: "literal", choices: [text] });

const BUILT_IN: Readonly<Partial<Record<string, (first: Shape, second: Shape) => Shape>>> = {
  Array: listOf,
  array: listOf,
  ReadonlyArray: listOf,
  ArrayLike: listOf,
  Iterable: listOf,
  Iterator: iteratorOf,
  IterableIterator: iteratorOf,
  IteratorObject: iteratorOf,
  ArrayIterator: iteratorOf,
  Generator: iteratorOf,
  Readonly: same,
  Partial: same,
  Required: same,
  NonNullable: same,
  Awaited: same,
  NoInfer: same,
  InstanceType: (made) => (made.kind === "maker" ? made.result : made),
  ReturnType: (made) => (made.kind === "function" ? made.result : UNKNOWN),
  Parameters: (made) => (made.kind === "function" ? { kind: "tuple", elements: made.parameters } : arrayOf(UNKNOWN)),
  ConstructorParameters: (made) =>
    made.kind === "maker" ? { kind: "tuple", elements: made.parameters } : arrayOf(UNKNOWN),
  Number: () => NUMBER,
  String: textual,
  Boolean: () => BOOLEAN,
  BigInt: () => BIGINT,
  Uppercase: written((text) => text.toUpperCase()),
  Lowercase: written((text) => text.toLowerCase()),
  Capitalize: written((text) => text.replace(/^./su, (first) => first.toUpperCase())),
  Uncapitalize: written((text) => text.replace(/^./su, (first) => first.toLowerCase())),
  Map: (key, value) => ({ kind: "map", key, value }),
  ReadonlyMap: (key, value) => ({ kind: "map", key, value }),
  Set: (element) => ({ kind: "set", element }),
  ReadonlySet: (element) => ({ kind: "set", element }),
  Date: () => DATE,
  RegExp: made("/a/"),
  ArrayBuffer: made("new ArrayBuffer(64)"),
  DataView: made("new DataView(new ArrayBuffer(64))"),
  TemplateStringsArray: () => ({ kind: "tuple", elements: [STRING, STRING, STRING, STRING] }),
  Record: record,
  Object: record,
  object: record,
  Pick: pick,
  Omit: omit,
  Exclude: exclude,
  Extract: (_, second) => second,
  Function: () => ({ kind: "function", parameters: [NUMBER], result: NUMBER }),
  function: () => ({ kind: "function", parameters: [NUMBER], result: NUMBER }),
};

function listOf(element: Shape): Shape {
  return arrayOf(element);
}

function iteratorOf(element: Shape): Shape {
  return { kind: "iterator", element };
}

/** Return a shape's keys as literals. */
export function keysOf(shape: Shape): Shape | undefined {
  if (shape.kind !== "object") return undefined;
  const [first, ...others] = [...shape.members.keys()].map((key) => JSON.stringify(key));
  return first === undefined ? undefined : { kind: "literal", choices: [first, ...others] };
}

/** Return the keys that a literal shape names. */
function literalKeys(shape: Shape): readonly string[] {
  return shape.kind === "literal" ? shape.choices.map(keyText) : [];
}

function record(key: Shape, value: Shape): Shape {
  if (key.kind === "unknown") return objectOf([]);
  if (key.kind === "number") return arrayOf(value);
  return objectOf((key.kind === "literal" ? literalKeys(key) : ["a", "b", "c"]).map((name) => [name, value]));
}

function pick(shape: Shape, keys: Shape): Shape {
  return objectOf(literalKeys(keys).map((key) => [key, memberOf(shape, key)]));
}

function omit(shape: Shape, keys: Shape): Shape {
  if (shape.kind !== "object") return shape;
  return objectOf([...shape.members].filter(([key]) => !literalKeys(keys).includes(key)));
}

function exclude(shape: Shape, other: Shape): Shape {
  if (shape.kind !== "literal" || other.kind !== "literal") return shape;
  const [first, ...others] = shape.choices.filter((choice) => !other.choices.includes(choice));
  return first === undefined ? UNKNOWN : { kind: "literal", choices: [first, ...others] };
}
