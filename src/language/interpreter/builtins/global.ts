/** `globalThis` and its functions; what makes code from text ends the run. */
import type { Machine } from "../machine.ts";
import { toClass, toText } from "../rules/convert.ts";
import type { Native } from "../values/nativeFunction.ts";
import type { Thrown } from "../values/values.ts";
import { cloneValue } from "./clone.ts";
import { defineConstants, defineGlobal, defineMethods, defineTag, methodTable } from "./define.ts";
import type { Draft } from "./install.ts";
import { payForText } from "./join.ts";

/** A function of texts that the host has, too. */
function onText(work: (text: string) => string): Native {
  return (machine, _thisValue, args) => {
    const text = toText(machine, args[0]);
    payForText(machine, text.length, 3 * text.length);
    try {
      return work(text);
    } catch {
      throw machine.error("URIError", "URI malformed");
    }
  };
}

/** `escape`, which the language keeps for old programs: everything but letters, digits and `@*_+-./` as `%XX` or `%uXXXX`. */
function escapeText(text: string): string {
  return text.replace(/[^A-Za-z0-9@*_+\-./]/g, (unit) => {
    const code = unit.charCodeAt(0);
    const digits = code.toString(16).toUpperCase();
    return code < 256 ? `%${digits.padStart(2, "0")}` : `%u${digits.padStart(4, "0")}`;
  });
}

function unescapeText(text: string): string {
  return text.replace(/%u([0-9a-fA-F]{4})|%([0-9a-fA-F]{2})/g, (_all, long?: string, short?: string) =>
    String.fromCharCode(parseInt(long ?? short ?? "", 16)),
  );
}

/**
 * What is thrown where code would be made from text, which is never run. Programs may catch it, as in pages that forbid the same;
 * since what they do then may differ from what they do elsewhere, it is noted in any case.
 */
export function refuseText(machine: Machine, name: string, help: string): Thrown {
  const code = "unsupported/eval";
  const message = `\`${name}\` makes code from text, which is never run`;
  machine.notice(code, "warning", `${message}.`, machine.site, help);
  const text = "Code generation from strings disallowed for this context";
  return machine.refusal("EvalError", text, machine.stop(code, message, machine.site, help));
}

const evaluate: Native = (machine, _thisValue, args) => {
  if (typeof args[0] !== "string") return args[0];
  throw refuseText(machine, "eval", "Write the code itself.");
};

const functions = methodTable({
  decodeURI: [1, onText(decodeURI)],
  decodeURIComponent: [1, onText(decodeURIComponent)],
  encodeURI: [1, onText(encodeURI)],
  encodeURIComponent: [1, onText(encodeURIComponent)],
  escape: [1, onText(escapeText)],
  unescape: [1, onText(unescapeText)],
  eval: [1, evaluate],
  isFinite: [1, (machine, _thisValue, args) => Number.isFinite(toClass(machine, args[0]))],
  isNaN: [1, (machine, _thisValue, args) => Number.isNaN(toClass(machine, args[0]))],
  structuredClone: [
    0,
    (machine, _thisValue, args) => {
      if (args.length === 0) throw machine.error("TypeError", "The value argument must be specified");
      return cloneValue(machine, args[0]);
    },
  ],
});

/** Fill in the global object with what belongs to no class. */
export function installGlobal(machine: Machine, draft: Draft): void {
  const { global } = draft;
  defineGlobal(machine, "globalThis", global);
  // Node's older name for it, which packages look for.
  global.put("global", global);
  defineTag(global, "global");
  defineConstants(global, { Infinity, NaN, undefined });
  defineMethods(machine, global, functions);
}
