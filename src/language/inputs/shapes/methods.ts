/** What the methods and functions that a value is used with tell of it. */

/** Functions that read a number from a text, and a text that they can read, also from its second character on. */
export const NUMBER_READERS: ReadonlySet<string> = new Set([
  "parseInt",
  "parseFloat",
  "Number.parseInt",
  "Number.parseFloat",
]);
export const DIGITS = '"123456"';
/** What a text that is split can be split into. */
export const PARTS: readonly string[] = ["1", "2", "3"];

/** Methods that arrays have, those of the last line like texts, with the position of the element among their callback's parameters. */
export const ARRAY_METHODS: Readonly<Partial<Record<string, number>>> = {
  map: 0,
  forEach: 0,
  filter: 0,
  some: 0,
  every: 0,
  find: 0,
  findIndex: 0,
  findLast: 0,
  flatMap: 0,
  sort: 0,
  toSorted: 0,
  reduce: 1,
  reduceRight: 1,
  join: 0,
  push: 0,
  pop: 0,
  fill: 0,
  reverse: 0,
  flat: 0,
  entries: 0,
  toReversed: 0,
  toSpliced: 0,
  at: 0,
  slice: 0,
  concat: 0,
  includes: 0,
  indexOf: 0,
  lastIndexOf: 0,
};

/** Methods that return an element. */
export const ELEMENT_METHODS: ReadonlySet<string> = new Set(["at", "find", "findLast", "pop"]);

/** Methods that return an array of the same elements. */
export const LIKE_METHODS: ReadonlySet<string> = new Set([
  "concat",
  "filter",
  "reverse",
  "slice",
  "sort",
  "toReversed",
  "toSorted",
]);

/** Functions of `Object` that look at whatever keys an object has. */
export const RECORD_FUNCTIONS: ReadonlySet<string> = new Set(["entries", "keys", "values"]);

/** Methods that take a function first, with the position of the last of its arguments that is always a number like the others. */
export const CALLBACK_METHODS: Readonly<Partial<Record<string, number>>> = {
  map: 0,
  forEach: 0,
  filter: 0,
  some: 0,
  every: 0,
  flatMap: 0,
  sort: 1,
  toSorted: 1,
  reduce: 1,
  reduceRight: 1,
};

/** Methods that only texts have. */
export const STRING_METHODS: ReadonlySet<string> = new Set([
  "charAt",
  "charCodeAt",
  "codePointAt",
  "endsWith",
  "match",
  "matchAll",
  "padEnd",
  "padStart",
  "replace",
  "replaceAll",
  "split",
  "startsWith",
  "substring",
  "toLowerCase",
  "toUpperCase",
  "trim",
]);
