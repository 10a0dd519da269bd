/** How strings use regular expressions: `match`, `matchAll`, `replace`, `search` and `split` (ECMA-262, 22.2.6). */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { newArray, sameValue, toBoolean, toInteger, toLength, toObject, toText } from "../../rules/convert.ts";
import { DONE } from "../../rules/iteration.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { methodTable } from "../define.ts";
import { makeIterator } from "../iterator.ts";
import { resultClassOf } from "../species.ts";
import { nextIndex } from "./characters.ts";
import { findMatch } from "./match.ts";
import {
  captureOf,
  capturesOf,
  execute,
  groupsOf,
  isUsual,
  makeRegExp,
  matchNext,
  regExpRealm,
  rememberMatch,
  setLastIndex,
} from "./regexpValue.ts";
import { substitute, type Replaceable } from "./substitution.ts";

/** The object that a method of `RegExp.prototype` is called on, or a TypeError of the program's. */
export function receiver(machine: Machine, value: Value, method: string): ObjectValue {
  if (value instanceof ObjectValue) return value;
  // V8 does not say which receiver it was in two of the methods.
  const shown = method === "test" || method === "@@replace" ? "undefined" : valueText(machine, value);
  throw machine.error("TypeError", `Method RegExp.prototype.${method} called on incompatible receiver ${shown}`);
}

const match: Native = (machine, thisValue, args) => {
  const regExp = receiver(machine, thisValue, "@@match");
  const text = toText(machine, args[0]);
  const flags = toText(machine, regExp.get(machine, "flags"));
  if (!flags.includes("g")) return execute(machine, regExp, text);
  const found: string[] = [];
  eachMatch(machine, regExp, text, flags, (matched) => {
    found.push(matched.matched);
  });
  return found.length === 0 ? null : newArray(machine, found);
};

/** Do something for each match of a global regular expression. */
function eachMatch(
  machine: Machine,
  regExp: ObjectValue,
  text: string,
  flags: string,
  work: (match: Replaceable) => void,
): void {
  const unicode = /[uv]/.test(flags);
  setLastIndex(machine, regExp, 0);
  for (;;) {
    machine.pay(1);
    const found = nextMatch(machine, regExp, text);
    if (found === undefined) return;
    machine.allocate(64 + found.matched.length);
    work(found);
    if (found.matched !== "") continue;
    const index = toLength(machine, regExp.get(machine, "lastIndex"));
    setLastIndex(machine, regExp, nextIndex(text, index, unicode));
  }
}

/** The next match, without a result object if nobody can see it. */
function nextMatch(machine: Machine, regExp: ObjectValue, text: string): Replaceable | undefined {
  if (isUsual(machine, regExp)) {
    const captures = matchNext(machine, regExp, text);
    if (captures === undefined) return undefined;
    return {
      text,
      position: captures[0]!,
      matched: captureOf(text, captures, 0)!,
      captures: capturesOf(text, captures),
      groups: groupsOf(machine, regExp, (group) => captureOf(text, captures, group)),
    };
  }
  const result = execute(machine, regExp, text);
  if (result === null) return undefined;
  const matched = toText(machine, result.get(machine, "0"));
  const position = Math.max(Math.min(toInteger(machine, result.get(machine, "index")), text.length), 0);
  const captures: (string | undefined)[] = [];
  const count = toLength(machine, result.get(machine, "length"));
  for (let i = 1; i < count; i++) {
    machine.pay(1);
    const capture = result.get(machine, String(i));
    captures.push(capture === undefined ? undefined : toText(machine, capture));
  }
  const groups = result.get(machine, "groups");
  return { text, position, matched, captures, groups: groups === undefined ? undefined : toObject(machine, groups) };
}

const matchAll: Native = (machine, thisValue, args) => {
  const regExp = receiver(machine, thisValue, "@@matchAll");
  const text = toText(machine, args[0]);
  const flags = toText(machine, regExp.get(machine, "flags"));
  const matcher = copyOf(machine, regExp, flags);
  setLastIndex(machine, matcher, toLength(machine, regExp.get(machine, "lastIndex")));
  const unicode = /[uv]/.test(flags);
  let done = false;
  return makeIterator(machine, "regExpStringIterator", () => {
    const result = done ? null : execute(machine, matcher, text);
    if (result === null) return DONE;
    if (!flags.includes("g")) done = true;
    else if (toText(machine, result.get(machine, "0")) === "") {
      const index = toLength(machine, matcher.get(machine, "lastIndex"));
      setLastIndex(machine, matcher, nextIndex(text, index, unicode));
    }
    return result;
  });
};

/** A new regular expression of the same class and with these flags. */
function copyOf(machine: Machine, regExp: ObjectValue, flags: string): ObjectValue {
  const constructor = resultClassOf(machine, regExp) ?? regExpRealm(machine).constructor!;
  return constructor.construct(machine, [regExp, flags], constructor);
}

const replace: Native = (machine, thisValue, args) => {
  const regExp = receiver(machine, thisValue, "@@replace");
  const text = toText(machine, args[0]);
  const replacement = args[1] instanceof FunctionValue ? args[1] : toText(machine, args[1]);
  const flags = toText(machine, regExp.get(machine, "flags"));
  const matches: Replaceable[] = [];
  if (flags.includes("g")) {
    eachMatch(machine, regExp, text, flags, (found) => {
      matches.push(found);
    });
  } else {
    const found = nextMatch(machine, regExp, text);
    if (found !== undefined) matches.push(found);
  }
  let result = "";
  let end = 0;
  let carries = false;
  for (const found of matches) {
    const inserted = replacementFor(machine, replacement, found);
    carries ||= machine.written.has(inserted);
    if (found.position < end) continue;
    result += text.slice(end, found.position) + inserted;
    end = found.position + found.matched.length;
    machine.allocate(inserted.length);
  }
  machine.allocate(text.length);
  result += text.slice(end);
  return carries ? machine.written.carry(result) : result;
};

/** What one match is replaced by: a function's answer, or a template filled in. */
export function replacementFor(machine: Machine, replacement: FunctionValue | string, found: Replaceable): string {
  if (typeof replacement === "string")
    return replacement.includes("$") ? substitute(machine, replacement, found) : replacement;
  for (const part of [found.matched, ...found.captures]) if (part !== undefined) machine.written.make(part, found.text);
  const args: Value[] = [found.matched, ...found.captures, found.position, found.text];
  if (found.groups !== undefined) args.push(found.groups);
  return toText(machine, replacement.call(machine, undefined, args));
}

const search: Native = (machine, thisValue, args) => {
  const regExp = receiver(machine, thisValue, "@@search");
  const text = toText(machine, args[0]);
  const previous = regExp.get(machine, "lastIndex");
  if (!sameValue(machine, previous, 0)) setLastIndex(machine, regExp, 0);
  const result = execute(machine, regExp, text);
  const current = regExp.get(machine, "lastIndex");
  if (!sameValue(machine, current, previous)) regExp.set(machine, "lastIndex", previous);
  return result === null ? -1 : result.get(machine, "index");
};

const split: Native = (machine, thisValue, args) => {
  const regExp = receiver(machine, thisValue, "@@split");
  const text = toText(machine, args[0]);
  const { constructor: usual } = regExpRealm(machine);
  const constructor = resultClassOf(machine, regExp) ?? usual!;
  const limitOf = () => (args[1] === undefined ? 2 ** 32 - 1 : toInteger(machine, args[1]) >>> 0);
  if (isUsual(machine, regExp) && constructor === usual) {
    const { program } = regExp;
    const find = (from: number) => findMatch(machine, program, text, from, false);
    const limit = limitOf();
    return newArray(machine, limit === 0 ? [] : splitUsual(machine, text, { find, limit, unicode: program.unicode }));
  }
  const flags = toText(machine, regExp.get(machine, "flags"));
  const splitter = constructor.construct(machine, [regExp, flags.includes("y") ? flags : `${flags}y`], constructor);
  const limit = limitOf();
  return newArray(machine, limit === 0 ? [] : splitBy(machine, splitter, text, limit, /[uv]/.test(flags)));
};

interface Splitter {
  readonly find: (from: number) => readonly number[] | undefined;
  readonly limit: number;
  readonly unicode: boolean;
}

/** Split with a search; the same parts as trying at each index in turn. */
function splitUsual(machine: Machine, text: string, { find, limit, unicode }: Splitter): Value[] {
  if (text === "") return find(0) === undefined ? [text] : [];
  const parts: Value[] = [];
  let start = 0;
  for (let from = 0; from < text.length;) {
    machine.pay(1);
    const captures = find(from);
    if (captures === undefined || captures[0]! >= text.length) break;
    rememberMatch(machine, text, captures);
    if (captures[1] === start) {
      from = nextIndex(text, Math.max(from, captures[0]!), unicode);
      continue;
    }
    machine.allocate(16 + captures[0]! - start);
    parts.push(text.slice(start, captures[0]));
    start = captures[1]!;
    parts.push(...capturesOf(text, captures));
    if (parts.length >= limit) return parts.slice(0, limit);
    from = start === captures[0] ? nextIndex(text, start, unicode) : start;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Split by trying a sticky regular expression at each index in turn. */
function splitBy(machine: Machine, splitter: ObjectValue, text: string, limit: number, unicode: boolean): Value[] {
  if (text === "") return execute(machine, splitter, text) === null ? [text] : [];
  const parts: Value[] = [];
  let start = 0;
  let from = 0;
  while (from < text.length) {
    machine.pay(1);
    setLastIndex(machine, splitter, from);
    const result = execute(machine, splitter, text);
    const end = result === null ? start : Math.min(toLength(machine, splitter.get(machine, "lastIndex")), text.length);
    if (result === null || end === start) {
      from = nextIndex(text, from, unicode);
      continue;
    }
    parts.push(text.slice(start, from));
    if (parts.length === limit) return parts;
    start = end;
    const count = Math.max(toLength(machine, result.get(machine, "length")) - 1, 0);
    for (let i = 1; i <= count; i++) {
      machine.pay(1);
      parts.push(result.get(machine, String(i)));
      if (parts.length === limit) return parts;
    }
    from = start;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Whether a value is to be treated as a regular expression (IsRegExp). */
export function isRegExp(machine: Machine, value: Value): boolean {
  if (!(value instanceof ObjectValue)) return false;
  const mark = value.get(machine, Symbol.match);
  return mark === undefined ? value.className === "RegExp" : toBoolean(machine, mark);
}

/** The methods of `RegExp.prototype` that strings' methods call. */
export const symbolMethods = methodTable({
  [Symbol.match]: [1, match],
  [Symbol.matchAll]: [1, matchAll],
  [Symbol.replace]: [2, replace],
  [Symbol.search]: [1, search],
  [Symbol.split]: [2, split],
});

/** Make a regular expression from any value and call one of its methods, as strings' methods do with what is no regular expression. */
export function invokeRegExp(machine: Machine, pattern: Value, flags: string, key: symbol, text: string): Value {
  const regExp = makeRegExp(machine, pattern === undefined ? "" : toText(machine, pattern), flags);
  return machine.call(regExp.get(machine, key), regExp, [text]);
}
