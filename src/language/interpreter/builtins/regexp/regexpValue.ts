/** Regular expressions as objects of the program, and how they are applied to a text (ECMA-262, 22.2.7). */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { newArray, newObject, toLength } from "../../rules/convert.ts";
import { type ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { ABSENT, Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { withHostErrors } from "../hostError.ts";
import { compilePattern } from "./compile.ts";
import { findMatch } from "./match.ts";
import type { Program } from "./program.ts";

/** How many compiled patterns are kept: a literal in a loop is compiled once. */
const KEPT = 500;

interface Compiled {
  readonly source: string;
  readonly program: Program;
}

const kept = new Map<string, Compiled>();

/** A regular expression of the program. */
export class RegExpValue extends ObjectValue {
  /** The pattern as `source` shows it. */
  source: string;
  /** The flags in alphabetical order. */
  flags: string;
  program: Program;

  constructor(proto: ObjectValue | null, source: string, flags: string, program: Program) {
    super(proto);
    this.source = source;
    this.flags = flags;
    this.program = program;
    this.define("lastIndex", Property.data(0, true, false, false));
  }

  override get className(): string {
    return "RegExp";
  }
}

/** What the regular expressions of one run share. */
export interface RegExpRealm {
  /** `RegExp.prototype.exec` as it was made. */
  exec: FunctionValue | undefined;
  /** `RegExp` as it was made. */
  constructor: FunctionValue | undefined;
  /** The last match, for `RegExp.$1` and the like. */
  text: string;
  captures: readonly number[];
}

const realms = new WeakMap<Machine, RegExpRealm>();

/** The regular expressions' share of a run. */
export function regExpRealm(machine: Machine): RegExpRealm {
  let realm = realms.get(machine);
  if (realm === undefined) {
    realm = { exec: undefined, constructor: undefined, text: "", captures: [0, 0] };
    realms.set(machine, realm);
  }
  return realm;
}

/** Make a regular expression, as a literal does; a SyntaxError of the program's if it is not correct. */
export function makeRegExp(
  machine: Machine,
  source: string,
  flags: string,
  proto: ObjectValue | null = machine.intrinsics.regExp,
): RegExpValue {
  const compiled = compile(machine, source, flags);
  machine.allocate(128);
  return new RegExpValue(proto, compiled.source, sorted(flags), compiled.program);
}

/** Give a regular expression another pattern (`RegExp.prototype.compile`). */
export function recompile(machine: Machine, regExp: RegExpValue, source: string, flags: string): void {
  const compiled = compile(machine, source, flags);
  regExp.source = compiled.source;
  regExp.flags = sorted(flags);
  regExp.program = compiled.program;
}

/** Flags in the order in which `flags` lists them. */
function sorted(flags: string): string {
  return Array.from(flags).sort().join("");
}

function compile(machine: Machine, source: string, flags: string): Compiled {
  const key = `${flags}/${source}`;
  const known = kept.get(key);
  machine.pay(1);
  if (known !== undefined) return known;
  // The tree of a pattern is large, though it is forgotten soon.
  machine.pay(100 + 8 * source.length);
  machine.allocate(400 * source.length);
  // The host only reads the pattern here; it is never asked to match with it.
  const host = withHostErrors(machine, () => new RegExp(source, flags));
  let program: Program;
  try {
    program = compilePattern(source, flags);
  } catch (error) {
    if (error instanceof RangeError)
      throw machine.error(
        "SyntaxError",
        `Invalid regular expression: /${source}/${flags}: Regular expression too large`,
      );
    throw machine.stop("unsupported/regexp", "This regular expression uses syntax that cannot be run here");
  }
  if (kept.size >= KEPT) kept.clear();
  const compiled = { source: host.source, program };
  kept.set(key, compiled);
  return compiled;
}

/** Apply a regular expression from its `lastIndex` on and move that (RegExpBuiltinExec): pairs of start and end for each group. */
export function matchNext(machine: Machine, regExp: RegExpValue, text: string): readonly number[] | undefined {
  machine.payForFlattening(text);
  const lastIndex = toLength(machine, regExp.get(machine, "lastIndex"));
  const sticky = regExp.flags.includes("y");
  const moves = sticky || regExp.flags.includes("g");
  const from = moves ? lastIndex : 0;
  const captures = from > text.length ? undefined : findMatch(machine, regExp.program, text, from, sticky);
  if (captures === undefined) {
    if (moves) setLastIndex(machine, regExp, 0);
    return undefined;
  }
  if (moves) setLastIndex(machine, regExp, captures[1]!);
  rememberMatch(machine, text, captures);
  return captures;
}

/** Note a match for `RegExp.$1` and the like. */
export function rememberMatch(machine: Machine, text: string, captures: readonly number[]): void {
  const realm = regExpRealm(machine);
  realm.text = text;
  realm.captures = captures;
}

/** Set `lastIndex`, or throw a TypeError of the program's if that cannot be written. */
export function setLastIndex(machine: Machine, regExp: ObjectValue, index: number): void {
  if (!regExp.set(machine, "lastIndex", index))
    throw machine.error(
      "TypeError",
      `Cannot assign to read only property 'lastIndex' of object '[object ${regExp.className}]'`,
    );
}

/** The text of a group of a match. */
export function captureOf(text: string, captures: readonly number[], group: number): string | undefined {
  const start = captures[2 * group]!;
  const end = captures[2 * group + 1]!;
  return start < 0 || end < 0 ? undefined : text.slice(start, end);
}

/** The texts of all groups of a match, from the first on. */
export function capturesOf(text: string, captures: readonly number[]): (string | undefined)[] {
  return Array.from({ length: captures.length / 2 - 1 }, (_, i) => captureOf(text, captures, i + 1));
}

/** The array that `exec` answers. */
export function matchArray(
  machine: Machine,
  regExp: RegExpValue,
  text: string,
  captures: readonly number[],
): ArrayValue {
  const count = captures.length / 2;
  const result = newArray(
    machine,
    Array.from({ length: count }, (_, group) => captureOf(text, captures, group)),
  );
  machine.allocate(2 * (captures[1]! - captures[0]!));
  machine.written.follow(result, [text]);
  result.put("index", captures[0]);
  result.put("input", text);
  result.put(
    "groups",
    groupsOf(machine, regExp, (group) => result.elements[group]),
  );
  if (regExp.flags.includes("d")) {
    const pair = (group: number): Value =>
      captures[2 * group]! < 0 ? undefined : newArray(machine, [captures[2 * group]!, captures[2 * group + 1]!]);
    const indices = newArray(
      machine,
      Array.from({ length: count }, (_, group) => pair(group)),
    );
    indices.put(
      "groups",
      groupsOf(machine, regExp, (group) => indices.elements[group]),
    );
    result.put("indices", indices);
  }
  return result;
}

/** An object with the named groups; undefined if there are none. */
export function groupsOf(
  machine: Machine,
  { program }: RegExpValue,
  valueOf: (group: number) => Value,
): ObjectValue | undefined {
  if (program.names.length === 0) return undefined;
  const groups = newObject(machine);
  groups.proto = null;
  for (const [name, group] of program.names) {
    const value = valueOf(group);
    if (value !== undefined || groups.stored(name) === ABSENT) groups.put(name, value);
  }
  return groups;
}

/** Apply something that is like a regular expression, through its `exec` (RegExpExec): the result object, or null. */
export function execute(machine: Machine, regExp: ObjectValue, text: string): ObjectValue | null {
  const exec = regExp.get(machine, "exec");
  if (exec instanceof FunctionValue) {
    const result = exec.call(machine, regExp, [text]);
    if (result === null || result instanceof ObjectValue) return result;
    throw machine.error("TypeError", "RegExp exec method returned something other than an Object or null");
  }
  if (!(regExp instanceof RegExpValue))
    throw machine.error(
      "TypeError",
      `Method RegExp.prototype.exec called on incompatible receiver ${valueText(machine, regExp)}`,
    );
  const captures = matchNext(machine, regExp, text);
  return captures === undefined ? null : matchArray(machine, regExp, text, captures);
}

/** Whether an object is a regular expression whose `exec` nobody has replaced, so that the way through result objects can be left out. */
export function isUsual(machine: Machine, regExp: ObjectValue): regExp is RegExpValue {
  return regExp instanceof RegExpValue && regExp.get(machine, "exec") === regExpRealm(machine).exec;
}
