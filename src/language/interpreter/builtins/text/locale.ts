/** Locales and formatting options, from the program's values to the host's `Intl`. */
import type { Machine } from "../../machine.ts";
import { toBoolean, toNumber, toObject, toText } from "../../rules/convert.ts";
import { listOf } from "../../rules/iteration.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";

type OptionType = "text" | "number" | "boolean";

/** The options that are read, by what they are for. */
const optionTypes = {
  number: {
    ...{ localeMatcher: "text", numberingSystem: "text", style: "text", currency: "text", currencyDisplay: "text" },
    ...{ currencySign: "text", unit: "text", unitDisplay: "text", notation: "text", compactDisplay: "text" },
    ...{ signDisplay: "text", useGrouping: "text", roundingMode: "text", roundingPriority: "text" },
    ...{ trailingZeroDisplay: "text", minimumIntegerDigits: "number", minimumFractionDigits: "number" },
    ...{ maximumFractionDigits: "number", minimumSignificantDigits: "number", maximumSignificantDigits: "number" },
    ...{ roundingIncrement: "number" },
  },
  date: {
    ...{ localeMatcher: "text", calendar: "text", numberingSystem: "text", hour12: "boolean", hourCycle: "text" },
    ...{ timeZone: "text", weekday: "text", era: "text", year: "text", month: "text", day: "text", dayPeriod: "text" },
    ...{ hour: "text", minute: "text", second: "text", fractionalSecondDigits: "number", timeZoneName: "text" },
    ...{ formatMatcher: "text", dateStyle: "text", timeStyle: "text" },
  },
  collation: {
    ...{ usage: "text", localeMatcher: "text", collation: "text", numeric: "boolean", caseFirst: "text" },
    ...{ sensitivity: "text", ignorePunctuation: "boolean" },
  },
} satisfies Record<string, Record<string, OptionType>>;

/** The locales that a `toLocale…` method is given; where it is given none, the host's own. */
export function hostLocales(machine: Machine, value: Value): string | string[] | undefined {
  // The host keeps what it needs for its own locale; for others it reads tables.
  machine.pay(value === undefined ? 20 : 1_000);
  if (value === undefined) return undefined;
  if (typeof value === "string") return value;
  if (value === null) throw machine.error("TypeError", "Cannot convert undefined or null to object");
  return listOf(machine, value).map((item) => toText(machine, item));
}

/** The options of a `toLocale…` method. */
export function hostOptions(
  machine: Machine,
  value: Value,
  purpose: keyof typeof optionTypes,
): Record<string, string | number | boolean> | undefined {
  if (value === undefined) return undefined;
  const source = value instanceof ObjectValue ? value : toObject(machine, value);
  const options: Record<string, string | number | boolean> = {};
  for (const [name, type] of Object.entries(optionTypes[purpose])) {
    const option = source.get(machine, name);
    if (option !== undefined) options[name] = hostOption(machine, option, type);
  }
  return options;
}

function hostOption(machine: Machine, value: Value, type: OptionType): string | number | boolean {
  if (typeof value === "boolean") return value;
  if (type === "number") return toNumber(machine, value);
  return type === "boolean" ? toBoolean(machine, value) : toText(machine, value);
}
