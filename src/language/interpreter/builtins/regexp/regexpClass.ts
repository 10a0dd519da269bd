/** `RegExp` and its prototype. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { toBoolean, toText } from "../../rules/convert.ts";
import { type FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import {
  defineClass,
  defineGetters,
  defineMethods,
  getterTable,
  makeFunction,
  methodTable,
  prototypeFor,
} from "../define.ts";
import {
  captureOf,
  capturesOf,
  execute,
  makeRegExp,
  matchArray,
  matchNext,
  recompile,
  regExpRealm,
  type RegExpRealm,
  RegExpValue,
  setLastIndex,
} from "./regexpValue.ts";
import { isRegExp, receiver, symbolMethods } from "./symbols.ts";

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const [pattern, flags] = args;
  const isPattern = isRegExp(machine, pattern);
  if (newTarget === undefined && isPattern && flags === undefined) {
    const constructor = (pattern as ObjectValue).get(machine, "constructor");
    if (constructor === regExpRealm(machine).constructor) return pattern;
  }
  const [source, ownFlags] = partsOf(machine, pattern, flags, isPattern);
  const proto = prototypeFor(machine, newTarget, machine.intrinsics.regExp);
  return makeRegExp(
    machine,
    source === undefined ? "" : toText(machine, source),
    ownFlags === undefined ? "" : toText(machine, ownFlags),
    proto,
  );
};

function partsOf(machine: Machine, pattern: Value, flags: Value, isPattern: boolean): readonly [Value, Value] {
  if (pattern instanceof RegExpValue) return [pattern.source, flags === undefined ? pattern.flags : flags];
  if (!isPattern) return [pattern, flags];
  const object = pattern as ObjectValue;
  return [object.get(machine, "source"), flags === undefined ? object.get(machine, "flags") : flags];
}

function regExpOf(machine: Machine, value: Value, method: string): RegExpValue {
  if (value instanceof RegExpValue) return value;
  throw machine.error(
    "TypeError",
    `Method RegExp.prototype.${method} called on incompatible receiver ${valueText(machine, value)}`,
  );
}

const methods = methodTable({
  exec: [
    1,
    (machine, thisValue, args) => {
      const regExp = regExpOf(machine, thisValue, "exec");
      const text = toText(machine, args[0]);
      const captures = matchNext(machine, regExp, text);
      return captures === undefined ? null : matchArray(machine, regExp, text, captures);
    },
  ],
  compile: [
    2,
    (machine, thisValue, args) => {
      const regExp = regExpOf(machine, thisValue, "compile");
      const [source, flags] = partsOf(machine, args[0], args[1], false);
      const flagsText = flags === undefined ? "" : toText(machine, flags);
      recompile(machine, regExp, source === undefined ? "" : toText(machine, source), flagsText);
      setLastIndex(machine, regExp, 0);
      return regExp;
    },
  ],
  toString: [
    0,
    (machine, thisValue) => {
      const regExp = receiver(machine, thisValue, "toString");
      return `/${toText(machine, regExp.get(machine, "source"))}/${toText(machine, regExp.get(machine, "flags"))}`;
    },
  ],
  test: [
    1,
    (machine, thisValue, args) => {
      const regExp = receiver(machine, thisValue, "test");
      const text = toText(machine, args[0]);
      if (regExp instanceof RegExpValue && regExp.get(machine, "exec") === regExpRealm(machine).exec)
        return matchNext(machine, regExp, text) !== undefined;
      return execute(machine, regExp, text) !== null;
    },
  ],
});

/** The properties that make up `flags`, in its order. */
const flagNames: readonly (readonly [name: string, flag: string])[] = [
  ["hasIndices", "d"],
  ["global", "g"],
  ["ignoreCase", "i"],
  ["multiline", "m"],
  ["dotAll", "s"],
  ["unicode", "u"],
  ["unicodeSets", "v"],
  ["sticky", "y"],
];

function flagGetter(name: string, flag: string): Native {
  return (machine, thisValue) => {
    if (thisValue instanceof RegExpValue) return thisValue.flags.includes(flag);
    if (thisValue === machine.intrinsics.regExp) return undefined;
    throw machine.error("TypeError", `RegExp.prototype.${name} getter called on non-RegExp object`);
  };
}

const getters = getterTable({
  ...Object.fromEntries(flagNames.map(([name, flag]) => [name, flagGetter(name, flag)])),
  flags: (machine, thisValue) => {
    if (!(thisValue instanceof ObjectValue))
      throw machine.error(
        "TypeError",
        `RegExp.prototype.flags getter called on non-object ${valueText(machine, thisValue)}`,
      );
    return flagNames.map(([name, flag]) => (toBoolean(machine, thisValue.get(machine, name)) ? flag : "")).join("");
  },
  source: (machine, thisValue) => {
    if (thisValue instanceof RegExpValue) return thisValue.source;
    if (thisValue === machine.intrinsics.regExp) return "(?:)";
    throw machine.error("TypeError", "RegExp.prototype.source getter called on non-RegExp object");
  },
});

const classGetters = getterTable({ [Symbol.species]: (_machine, thisValue) => thisValue });

/** What `RegExp.$1` and its siblings tell about the last match. */
const lastMatches: readonly (readonly [names: readonly string[], tell: (realm: RegExpRealm) => string])[] = [
  [["input", "$_"], ({ text }) => text],
  [["lastMatch", "$&"], ({ text, captures }) => captureOf(text, captures, 0) ?? ""],
  [["lastParen", "$+"], ({ text, captures }) => capturesOf(text, captures).at(-1) ?? ""],
  [["leftContext", "$`"], ({ text, captures }) => text.slice(0, captures[0])],
  [["rightContext", "$'"], ({ text, captures }) => text.slice(captures[1])],
  ...Array.from({ length: 9 }, (_, i) => {
    const tell = ({ text, captures }: RegExpRealm) =>
      (2 * i + 3 < captures.length ? captureOf(text, captures, i + 1) : undefined) ?? "";
    return [[`$${i + 1}`], tell] as const;
  }),
];

function defineLastMatches(machine: Machine, target: FunctionValue, realm: RegExpRealm): void {
  for (const [names, tell] of lastMatches)
    for (const name of names) {
      const getter = makeFunction(machine, `get ${name}`, 0, () => tell(realm));
      const setter = makeFunction(machine, `set ${name}`, 1, () => undefined);
      target.define(name, Property.accessor(getter, setter, false, true));
    }
}

/** Make `RegExp`. */
export function installRegExp(machine: Machine): void {
  const prototype = machine.intrinsics.regExp;
  const created = defineClass(machine, prototype, { name: "RegExp", length: 2, work: construct, methods, getters });
  defineMethods(machine, prototype, symbolMethods);
  defineGetters(machine, created, classGetters);
  const realm = regExpRealm(machine);
  realm.constructor = created;
  realm.exec = prototype.get(machine, "exec") as FunctionValue;
  defineLastMatches(machine, created, realm);
}
