/** `console.log`'s line: `%s` and its relatives replaced, everything else printed, spaces between. */
import { inspect } from "../inspect/inspect.ts";
import type { Machine } from "../machine.ts";
import { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";

/** Put the arguments of `console.log` together. */
export function formatText(machine: Machine, args: readonly Value[]): string {
  const [first, ...rest] = args;
  if (typeof first !== "string") return args.map((value) => printed(machine, value)).join(" ");
  let next = 0;
  const text =
    rest.length === 0
      ? first
      : first.replace(/%[sdifjoOc%]/g, (directive) => {
          if (directive === "%%") return "%";
          return next < rest.length ? directed(machine, directive, rest[next++]) : directive;
        });
  return [text, ...rest.slice(next).map((value) => printed(machine, value))].join(" ");
}

/** A string as it is, everything else as it is inspected. */
function printed(machine: Machine, value: Value): string {
  return typeof value === "string" ? value : inspect(machine, value);
}

function directed(machine: Machine, directive: string, value: Value): string {
  const plain = machine.plain(value);
  switch (directive) {
    case "%s":
      if (typeof plain === "bigint") return `${plain}n`;
      if (Object.is(plain, -0)) return "-0";
      return plain instanceof ObjectValue || typeof plain === "symbol" ? inspect(machine, plain) : String(plain);
    case "%c":
      return "";
    case "%d":
      return typeof plain === "bigint" ? `${plain}n` : numberText(plain, Number);
    case "%i":
      return typeof plain === "bigint" ? `${plain}n` : numberText(plain, parseInt);
    case "%f":
      return numberText(plain, parseFloat);
    case "%j":
      if (plain === undefined || typeof plain === "symbol") return "undefined";
      return plain instanceof ObjectValue ? inspect(machine, plain) : JSON.stringify(plain);
    default:
      return inspect(machine, plain);
  }
}

function numberText(value: Exclude<Value, object> | ObjectValue | null, convert: (text: string) => number): string {
  if (value instanceof ObjectValue || typeof value === "symbol") return "NaN";
  const number = convert(String(value));
  return Object.is(number, -0) ? "-0" : String(number);
}
