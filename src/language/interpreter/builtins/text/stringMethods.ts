/** The methods of `String.prototype` that need no regular expression: the host's own, over converted arguments. */
import type { Machine } from "../../machine.ts";
import { toInteger, toNumber, toText } from "../../rules/convert.ts";
import { DONE } from "../../rules/iteration.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { PrimitiveObject } from "../../values/primitiveObject.ts";
import type { Value } from "../../values/values.ts";
import { followed, methodTable } from "../define.ts";
import { withHostErrors } from "../hostError.ts";
import { makeIterator } from "../iterator.ts";
import { isRegExp } from "../regexp/symbols.ts";
import { hostLocales, hostOptions } from "./locale.ts";

/** The longest string that V8 makes. */
const LONGEST = 2 ** 29 - 24;

/** The text that a method of `String.prototype` is called on. */
export function textOf(machine: Machine, value: Value, method: string): string {
  if (typeof value === "string") {
    machine.payForFlattening(value);
    return value;
  }
  if (value === undefined || value === null)
    throw machine.error("TypeError", `String.prototype${method} called on null or undefined`);
  return toText(machine, value);
}

/** Pay for a string that is about to be made; a RangeError of the program's if it would be too long. */
export function payForText(machine: Machine, length: number): void {
  if (length > LONGEST) throw machine.error("RangeError", "Invalid string length");
  machine.pay(length >> 4);
  machine.allocate(length);
}

/** Converts the arguments of one method, in their order. */
interface Arguments {
  readonly machine: Machine;
  readonly args: readonly Value[];
  /** ToIntegerOrInfinity. */
  integer(index: number): number;
  /** The same, but undefined stays. */
  optional(index: number): number | undefined;
  text(index: number): string;
}

class ConvertedArguments implements Arguments {
  readonly machine: Machine;
  readonly args: readonly Value[];

  constructor(machine: Machine, args: readonly Value[]) {
    this.machine = machine;
    this.args = args;
  }

  integer(index: number): number {
    return toInteger(this.machine, this.args[index]);
  }

  optional(index: number): number | undefined {
    return this.args[index] === undefined ? undefined : this.integer(index);
  }

  text(index: number): string {
    return toText(this.machine, this.args[index]);
  }
}

/** A method that only looks at the text, or makes one that is not longer. */
function method(name: string, work: (text: string, args: Arguments) => Value): Native {
  return (machine, thisValue, args) => {
    const text = textOf(machine, thisValue, name);
    machine.pay(1 + (text.length >> 6));
    const result = work(text, new ConvertedArguments(machine, args));
    if (typeof result === "string" && result.length > 16) machine.allocate(result.length);
    return result;
  };
}

function methods(
  rows: Readonly<Record<string, readonly [length: number, work: (text: string, args: Arguments) => Value]>>,
): Record<string, readonly [number, Native]> {
  return Object.fromEntries(
    Object.entries(rows).map(([name, [length, work]]) => [name, [length, method(`.${name}`, work)]]),
  );
}

/** A search that does not take a regular expression. */
function searching(
  name: string,
  work: (text: string, wanted: string, position: number | undefined) => Value,
): (text: string, args: Arguments) => Value {
  return (text, converted) => {
    const { machine, args } = converted;
    if (isRegExp(machine, args[0]))
      throw machine.error("TypeError", `First argument to String.prototype.${name} must not be a regular expression`);
    const wanted = converted.text(0);
    payForSearch(machine, text, wanted);
    return work(text, wanted, converted.optional(1));
  };
}

function payForSearch(machine: Machine, text: string, wanted: string): void {
  // The host may compare every place with the whole of what is wanted.
  machine.pay((text.length >> 4) * (1 + (Math.min(wanted.length, text.length) >> 6)));
}

function padding(isStart: boolean): (text: string, args: Arguments) => Value {
  return (text, args) => {
    const length = Math.min(args.integer(0), Number.MAX_SAFE_INTEGER);
    const filler = args.args[1] === undefined ? " " : args.text(1);
    if (length <= text.length || filler === "") return text;
    payForText(args.machine, length);
    return isStart ? text.padStart(length, filler) : text.padEnd(length, filler);
  };
}

const lookups = methods({
  at: [1, (text, args) => text.at(args.integer(0))],
  charAt: [1, (text, args) => text.charAt(args.integer(0))],
  charCodeAt: [1, (text, args) => text.charCodeAt(args.integer(0))],
  codePointAt: [1, (text, args) => text.codePointAt(args.integer(0))],
  endsWith: [1, searching("endsWith", (text, wanted, position) => text.endsWith(wanted, position))],
  includes: [1, searching("includes", (text, wanted, position) => text.includes(wanted, position))],
  startsWith: [1, searching("startsWith", (text, wanted, position) => text.startsWith(wanted, position))],
  indexOf: [
    1,
    (text, args) => {
      const wanted = args.text(0);
      payForSearch(args.machine, text, wanted);
      return text.indexOf(wanted, args.integer(1));
    },
  ],
  lastIndexOf: [
    1,
    (text, args) => {
      const wanted = args.text(0);
      payForSearch(args.machine, text, wanted);
      return text.lastIndexOf(wanted, toNumber(args.machine, args.args[1]));
    },
  ],
  isWellFormed: [0, (text) => !LONE_SURROGATE.test(text)],
  localeCompare: [
    1,
    (text, args) => {
      const { machine } = args;
      const other = args.text(0);
      const locales = hostLocales(machine, args.args[1]);
      const options = hostOptions(machine, args.args[2], "collation");
      machine.pay((text.length + other.length) >> 3);
      return withHostErrors(machine, () => text.localeCompare(other, locales, options));
    },
  ],
});

const LONE_SURROGATE = /\p{Surrogate}/u;
const LONE_SURROGATES = /\p{Surrogate}/gu;

const parts = methods({
  slice: [2, (text, args) => text.slice(args.integer(0), args.optional(1))],
  substring: [2, (text, args) => text.substring(args.integer(0), args.optional(1))],
  substr: [
    2,
    (text, args) => {
      const start = args.integer(0);
      const from = start < 0 ? Math.max(text.length + start, 0) : Math.min(start, text.length);
      return text.slice(from, from + Math.max(args.optional(1) ?? text.length, 0));
    },
  ],
  trim: [0, (text) => text.trim()],
});

function changingCase(change: (text: string, locales: string | string[] | undefined) => string) {
  return (text: string, args: Arguments): Value => {
    const locales = hostLocales(args.machine, args.args[0]);
    payForText(args.machine, text.length);
    return withHostErrors(args.machine, () => change(text, locales));
  };
}

const changes = methods({
  concat: [
    1,
    (text, { machine, args }) => {
      let result = text;
      for (const arg of args) {
        const next = toText(machine, arg);
        payForText(machine, result.length + next.length);
        result += next;
      }
      return result;
    },
  ],
  normalize: [
    0,
    (text, args) => {
      const form = args.args[0] === undefined ? "NFC" : args.text(0);
      payForText(args.machine, 4 * text.length);
      return withHostErrors(args.machine, () => text.normalize(form));
    },
  ],
  padEnd: [1, padding(false)],
  padStart: [1, padding(true)],
  repeat: [
    1,
    (text, args) => {
      const count = toNumber(args.machine, args.args[0]);
      // An empty text may be repeated as often as one likes.
      if (text === "" && count >= 0 && count < Infinity) return "";
      if (count >= 1 && count < Infinity) payForText(args.machine, text.length * Math.trunc(count));
      if (count <= -1 || count === Infinity)
        throw args.machine.error("RangeError", `Invalid count value: ${toText(args.machine, args.args[0])}`);
      return withHostErrors(args.machine, () => text.repeat(count));
    },
  ],
  toLocaleLowerCase: [0, changingCase((text, locales) => text.toLocaleLowerCase(locales))],
  toLocaleUpperCase: [0, changingCase((text, locales) => text.toLocaleUpperCase(locales))],
  toLowerCase: [0, (text) => text.toLowerCase()],
  toUpperCase: [0, (text) => text.toUpperCase()],
  toWellFormed: [0, (text) => text.replace(LONE_SURROGATES, "\ufffd")],
});

/** The methods that put the text into an HTML element, as old browsers had them. */
const elements: readonly (readonly [name: string, tag: string, attribute: string])[] = [
  ["anchor", "a", "name"],
  ["big", "big", ""],
  ["blink", "blink", ""],
  ["bold", "b", ""],
  ["fixed", "tt", ""],
  ["fontcolor", "font", "color"],
  ["fontsize", "font", "size"],
  ["italics", "i", ""],
  ["link", "a", "href"],
  ["small", "small", ""],
  ["strike", "strike", ""],
  ["sub", "sub", ""],
  ["sup", "sup", ""],
];

const wrappers = methods(
  Object.fromEntries(
    elements.map(([name, tag, attribute]) => {
      const open = (args: Arguments) =>
        attribute === "" ? "" : ` ${attribute}="${args.text(0).replaceAll('"', "&quot;")}"`;
      return [
        name,
        [attribute === "" ? 0 : 1, (text: string, args: Arguments) => `<${tag}${open(args)}>${text}</${tag}>`],
      ];
    }),
  ),
);

const identity =
  (name: string): Native =>
  (machine, thisValue) => {
    if (typeof thisValue === "string") return thisValue;
    if (thisValue instanceof PrimitiveObject && typeof thisValue.primitive === "string") return thisValue.primitive;
    throw machine.error("TypeError", `String.prototype.${name} requires that 'this' be a String`);
  };

/** Methods that are one function under two names; the second row's function also stands at the first row's old name. */
export const trimRows = followed(
  methodTable(methods({ trimStart: [0, (text) => text.trimStart()], trimEnd: [0, (text) => text.trimEnd()] })),
);

/** The methods in a table. */
export const stringMethods = followed(
  methodTable({
    ...wrappers,
    ...lookups,
    ...parts,
    ...changes,
    toString: [0, identity("toString")],
    valueOf: [0, identity("valueOf")],
    [Symbol.iterator]: [
      0,
      (machine, thisValue) => {
        const text = textOf(machine, thisValue, "[Symbol.iterator]");
        let index = 0;
        return makeIterator(machine, "stringIterator", () => {
          if (index >= text.length) return DONE;
          const character = String.fromCodePoint(text.codePointAt(index)!);
          index += character.length;
          return machine.written.make(character, text);
        });
      },
    ],
  }),
);
