/** `Date` and `performance`: the clock stands still, so that every run of a function sees the same time. */
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { toNumber, toPrimitive, toText } from "../rules/convert.ts";
import { FunctionValue } from "../values/functionValue.ts";
import type { Native } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { Property } from "../values/property.ts";
import { Active, type Value } from "../values/values.ts";
import { defineClass, defineGlobal, defineMethods, makeFunction, methodTable, prototypeFor } from "./define.ts";
import { withHostErrors } from "./hostError.ts";
import { hostLocales, hostOptions } from "./text/locale.ts";

/** The time of every run: the beginning of the year 2000. */
const NOW = Date.UTC(2000, 0, 1);

/** A date of the program, around one of the host's that it never sees. */
export class DateValue extends ObjectValue {
  readonly date: Date;
  /** Whether an active number is in it, which dates do not keep. */
  isFromActive: boolean;

  constructor(proto: ObjectValue | null, date: Date, isFromActive: boolean) {
    super(proto);
    this.date = date;
    this.isFromActive = isFromActive;
  }

  override get className(): string {
    return "Date";
  }
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  if (newTarget === undefined) return new Date(NOW).toString();
  machine.allocate(200);
  const proto = prototypeFor(machine, newTarget, machine.intrinsics.date);
  return new DateValue(proto, hostDate(machine, args), args.some(isFromActive));
};

function isFromActive(value: Value): boolean {
  return value instanceof Active || (value instanceof DateValue && value.isFromActive);
}

/** Note that a number is read from a date into which an active one went; return what was read. */
function read<Result>(machine: Machine, isLost: boolean, result: Result): Result {
  if (isLost && typeof result === "string") machine.written.add(result);
  else if (isLost)
    machine.notice(
      "gradient/cut",
      "info",
      "`{code}` reads a number from a date that was made from one, so no gradient passes through it.",
      machine.site,
      "Compute with the number itself.",
    );
  return result;
}

function hostDate(machine: Machine, args: readonly Value[]): Date {
  if (args.length === 0) return new Date(NOW);
  if (args.length > 1) return new Date(...(numbers(machine, args.slice(0, 7)) as [number, number]));
  const [value] = args;
  if (value instanceof DateValue) return new Date(value.date.getTime());
  const primitive = toPrimitive(machine, value, "default");
  return new Date(typeof primitive === "string" ? primitive : toNumber(machine, primitive));
}

function numbers(machine: Machine, args: readonly Value[]): number[] {
  return args.map((arg) => toNumber(machine, arg));
}

const statics = methodTable({
  now: [0, () => NOW],
  parse: [
    1,
    (machine, _thisValue, args) => {
      const text = toText(machine, args[0]);
      return machine.noteReading(text, Date.parse(text));
    },
  ],
  UTC: [
    7,
    (machine, _thisValue, args) => {
      const time = Date.UTC(...(numbers(machine, args.length === 0 ? [undefined] : args.slice(0, 7)) as [number]));
      return read(machine, args.some(isFromActive), time);
    },
  ],
});

/** What the program calls a method on, if it is a date. */
function dateOf(machine: Machine, value: Value): Date {
  if (value instanceof DateValue) return value.date;
  throw machine.error("TypeError", "this is not a Date object.");
}

type Reader = "getYear" | Extract<keyof Date, `get${string}` | `to${string}String` | "valueOf" | "toString">;

const readers: readonly Exclude<Reader, `toLocale${string}`>[] = [
  ...(["toString", "toDateString", "toTimeString", "toISOString", "toUTCString", "getDate", "getDay"] as const),
  ...(["getFullYear", "getHours", "getMilliseconds", "getMinutes", "getMonth", "getSeconds", "getTime"] as const),
  ...(["getTimezoneOffset", "getUTCDate", "getUTCDay", "getUTCFullYear", "getUTCHours"] as const),
  ...(["getUTCMilliseconds", "getUTCMinutes", "getUTCMonth", "getUTCSeconds", "valueOf", "getYear"] as const),
];

function reader(name: (typeof readers)[number]): Native {
  return (machine, thisValue) => {
    const date = dateOf(machine, thisValue);
    const isLost = isFromActive(thisValue);
    if (name === "getYear") return read(machine, isLost, date.getFullYear() - 1900);
    return read(
      machine,
      isLost,
      withHostErrors(machine, () => date[name]()),
    );
  };
}

type Setter = Extract<keyof Date, `set${string}`>;

/** Methods that change a date, with the number of arguments that each takes. */
const setters: Readonly<Record<Setter, number>> = {
  ...{
    setDate: 1,
    setFullYear: 3,
    setHours: 4,
    setMilliseconds: 1,
    setMinutes: 3,
    setMonth: 2,
    setSeconds: 2,
    setTime: 1,
  },
  ...{ setUTCDate: 1, setUTCFullYear: 3, setUTCHours: 4, setUTCMilliseconds: 1, setUTCMinutes: 3, setUTCMonth: 2 },
  ...{ setUTCSeconds: 2 },
};

function setter(name: Setter, count: number): Native {
  return (machine, thisValue, args) => {
    const date = dateOf(machine, thisValue);
    if (thisValue instanceof DateValue && args.some(isFromActive)) thisValue.isFromActive = true;
    const given = numbers(machine, args.length === 0 ? [undefined] : args.slice(0, count));
    // Each takes numbers only; those that are left out stay as they are.
    return (date as unknown as Record<Setter, (...values: number[]) => number>)[name](...given);
  };
}

function localeWriter(name: "toLocaleString" | "toLocaleDateString" | "toLocaleTimeString"): Native {
  return (machine, thisValue, args) => {
    const date = dateOf(machine, thisValue);
    const locales = hostLocales(machine, args[0]);
    const options = hostOptions(machine, args[1], "date");
    machine.pay(1_000);
    return read(
      machine,
      isFromActive(thisValue),
      withHostErrors(machine, () => date[name](locales, options)),
    );
  };
}

const toPrimitiveOfDate: Native = (machine, thisValue, args) => {
  if (!(thisValue instanceof ObjectValue))
    throw machine.error(
      "TypeError",
      `Method Date.prototype [ @@toPrimitive ] called on incompatible receiver ${valueText(machine, thisValue)}`,
    );
  const [hint] = args;
  if (hint !== "default" && hint !== "string" && hint !== "number")
    throw machine.error("TypeError", `Invalid hint: ${valueText(machine, hint)}`);
  for (const name of hint === "number" ? ["valueOf", "toString"] : ["toString", "valueOf"]) {
    const method = thisValue.get(machine, name);
    if (!(method instanceof FunctionValue)) continue;
    const result = method.call(machine, thisValue, []);
    if (!(result instanceof ObjectValue)) return result;
  }
  throw machine.error("TypeError", "Cannot convert object to primitive value");
};

const toJson: Native = (machine, thisValue) => {
  if (!(thisValue instanceof ObjectValue)) throw machine.error("TypeError", "toISOString is not a function");
  const time = machine.plain(toPrimitive(machine, thisValue, "number"));
  if (typeof time === "number" && !Number.isFinite(time)) return null;
  const method = thisValue.get(machine, "toISOString");
  if (!(method instanceof FunctionValue)) throw machine.error("TypeError", "toISOString is not a function");
  return method.call(machine, thisValue, []);
};

const setYear: Native = (machine, thisValue, args) => {
  const date = dateOf(machine, thisValue);
  const year = Math.trunc(toNumber(machine, args[0]));
  if (Number.isNaN(date.getTime())) date.setTime(new Date(0).getTimezoneOffset() * 60_000);
  return date.setFullYear(year >= 0 && year <= 99 ? 1900 + year : year);
};

const methods = methodTable({
  ...Object.fromEntries(readers.map((name) => [name, [0, reader(name)] as const])),
  ...Object.fromEntries(
    (Object.entries(setters) as [Setter, number][]).map(([name, count]) => [
      name,
      [count, setter(name, count)] as const,
    ]),
  ),
  setYear: [1, setYear],
  toJSON: [1, toJson],
  toLocaleString: [0, localeWriter("toLocaleString")],
  toLocaleDateString: [0, localeWriter("toLocaleDateString")],
  toLocaleTimeString: [0, localeWriter("toLocaleTimeString")],
});

const performanceMethods = methodTable({ now: [0, () => 0] });

/** Make `Date` and `performance`. */
export function installDate(machine: Machine): void {
  const { date, object } = machine.intrinsics;
  defineClass(machine, date, { name: "Date", length: 7, work: construct, statics, methods });
  const convert = makeFunction(machine, "[Symbol.toPrimitive]", 1, toPrimitiveOfDate);
  date.define(Symbol.toPrimitive, Property.data(convert, false, false, true));
  date.define("toGMTString", Property.hidden(date.get(machine, "toUTCString")));
  const performance = new ObjectValue(object);
  defineMethods(machine, performance, performanceMethods);
  performance.put("timeOrigin", NOW);
  defineGlobal(machine, "performance", performance);
}
