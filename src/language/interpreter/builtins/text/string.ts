/** `String`: the class, and those methods of its prototype that hand over to regular expressions. */
import type { Machine } from "../../machine.ts";
import { getMethod, newArray, toInteger, toLength, toNumber, toObject, toText } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { PrimitiveObject } from "../../values/primitiveObject.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { defineClass, defineMethods, followed, makeFunction, methodTable, prototypeFor } from "../define.ts";
import type { Replaceable } from "../regexp/substitution.ts";
import { invokeRegExp, isRegExp, replacementFor } from "../regexp/symbols.ts";
import { payForText, stringMethods, textOf, trimRows } from "./stringMethods.ts";

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const [value] = args;
  if (newTarget === undefined && typeof value === "symbol") return value.toString();
  const text = args.length === 0 ? "" : toText(machine, value);
  if (newTarget === undefined) return text;
  return new PrimitiveObject(prototypeFor(machine, newTarget, machine.intrinsics.string), text);
};

const statics = methodTable({
  fromCharCode: [
    1,
    (machine, _thisValue, args) => {
      payForText(machine, args.length);
      let text = "";
      for (const arg of args) text += String.fromCharCode(toNumber(machine, arg));
      return text;
    },
  ],
  fromCodePoint: [
    1,
    (machine, _thisValue, args) => {
      payForText(machine, args.length);
      let text = "";
      for (const arg of args) {
        const code = toNumber(machine, arg);
        if (!(Number.isInteger(code) && code >= 0 && code <= 0x10ffff))
          throw machine.error("RangeError", `Invalid code point ${code}`);
        text += String.fromCodePoint(code);
      }
      return text;
    },
  ],
  raw: [
    1,
    (machine, _thisValue, args) => {
      const pieces = toObject(machine, toObject(machine, args[0]).get(machine, "raw"));
      const count = toLength(machine, pieces.get(machine, "length"));
      let text = "";
      for (let i = 0; i < count; i++) {
        machine.pay(1);
        const piece = toText(machine, pieces.get(machine, String(i)));
        const between = i + 1 < count && i + 1 < args.length ? toText(machine, args[i + 1]) : "";
        payForText(machine, text.length + piece.length + between.length);
        text += piece + between;
      }
      return text;
    },
  ],
});

/** Check what a method is called on, and hand over to the pattern if it knows the protocol; undefined if it does not. */
function handOver(
  machine: Machine,
  { thisValue, name, key }: { readonly thisValue: Value; readonly name: string; readonly key: symbol },
  pattern: Value,
  rest: readonly Value[],
): { readonly result: Value } | undefined {
  if (thisValue === undefined || thisValue === null) textOf(machine, thisValue, `.${name}`);
  if (pattern === undefined || pattern === null) return undefined;
  const method = getMethod(machine, pattern, key);
  return method && { result: method.call(machine, pattern, [thisValue, ...rest]) };
}

/** `match`, `matchAll` and `search`: whatever is no regular expression is made one. */
function matching(name: "match" | "matchAll" | "search", key: symbol): Native {
  const flags = name === "matchAll" ? "g" : "";
  return (machine, thisValue, args) => {
    const [pattern] = args;
    if (name === "matchAll") requireGlobal(machine, pattern, "matchAll");
    const handed = handOver(machine, { thisValue, name, key }, pattern, []);
    if (handed !== undefined) return handed.result;
    return invokeRegExp(machine, pattern, flags, key, textOf(machine, thisValue, `.${name}`));
  };
}

function requireGlobal(machine: Machine, pattern: Value, method: string): void {
  if (!isRegExp(machine, pattern)) return;
  const flags = (pattern as ObjectValue).get(machine, "flags");
  if (flags === undefined || flags === null || !toText(machine, flags).includes("g"))
    throw machine.error("TypeError", `String.prototype.${method} called with a non-global RegExp argument`);
}

/** `replace` and `replaceAll`. */
function replacing(name: "replace" | "replaceAll"): Native {
  return (machine, thisValue, args) => {
    const [pattern, replacement] = args;
    if (name === "replaceAll") requireGlobal(machine, pattern, "replaceAll");
    const handed = handOver(machine, { thisValue, name, key: Symbol.replace }, pattern, [replacement]);
    if (handed !== undefined) return handed.result;
    const text = textOf(machine, thisValue, `.${name}`);
    const wanted = toText(machine, pattern);
    const filler = replacement instanceof FunctionValue ? replacement : toText(machine, replacement);
    machine.pay(1 + (text.length >> 4));
    let result = "";
    let end = 0;
    let carries = false;
    const step = Math.max(wanted.length, 1);
    for (let position = text.indexOf(wanted); position >= 0; position = text.indexOf(wanted, position + step)) {
      machine.pay(1);
      const match: Replaceable = { text, position, matched: wanted, captures: [], groups: undefined };
      const inserted = replacementFor(machine, filler, match);
      carries ||= machine.written.has(inserted);
      payForText(machine, result.length + position - end + inserted.length);
      result += text.slice(end, position) + inserted;
      end = position + wanted.length;
      if (name === "replace" || position + step > text.length) break;
    }
    payForText(machine, result.length + text.length - end);
    result += text.slice(end);
    return carries ? machine.written.carry(result) : result;
  };
}

const split: Native = (machine, thisValue, args) => {
  const [separator] = args;
  const handed = handOver(machine, { thisValue, name: "split", key: Symbol.split }, separator, [args[1]]);
  if (handed !== undefined) return handed.result;
  const text = textOf(machine, thisValue, ".split");
  const limit = args[1] === undefined ? 2 ** 32 - 1 : toInteger(machine, args[1]) >>> 0;
  const wanted = toText(machine, separator);
  if (limit === 0) return newArray(machine, []);
  if (separator === undefined) return newArray(machine, [text]);
  machine.pay(1 + (wanted === "" ? text.length : text.length >> 4));
  machine.allocate(wanted === "" ? 8 * text.length : text.length);
  const parts = text.split(wanted, limit);
  machine.pay(parts.length);
  return newArray(machine, parts);
};

const patternMethods = followed(
  methodTable({
    match: [1, matching("match", Symbol.match)],
    matchAll: [1, matching("matchAll", Symbol.matchAll)],
    replace: [2, replacing("replace")],
    replaceAll: [2, replacing("replaceAll")],
    search: [1, matching("search", Symbol.search)],
    split: [2, split],
  }),
);

/** Make `String`. */
export function installString(machine: Machine): void {
  const { string } = machine.intrinsics;
  defineClass(machine, string, { name: "String", length: 1, work: construct, statics, methods: stringMethods });
  defineMethods(machine, string, patternMethods);
  // `trimLeft` is `trimStart` under its old name, and `trimRight` is `trimEnd`.
  for (const [index, alias] of ["trimLeft", "trimRight"].entries()) {
    const { key, name, length, work } = trimRows[index]!;
    const trim = Property.hidden(makeFunction(machine, name, length, work));
    string.define(key, trim);
    string.define(alias, Property.hidden(trim.value));
  }
}
