/** `Number`, `Boolean`, `parseFloat` and `parseInt`. */
import type { Machine } from "../machine.ts";
import { toBoolean, toClass, toInteger, toNumber, toNumeric, toText } from "../rules/convert.ts";
import type { FunctionValue } from "../values/functionValue.ts";
import type { Native } from "../values/nativeFunction.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { Property } from "../values/property.ts";
import { Active, type Value } from "../values/values.ts";
import { defineClass, defineConstants, defineGlobal, makeFunction, methodTable, prototypeFor } from "./define.ts";
import { withHostErrors } from "./hostError.ts";
import { hostLocales, hostOptions } from "./text/locale.ts";

const constructNumber: Native = (machine, _thisValue, args, newTarget) => {
  const given = args.length === 0 ? 0 : toNumeric(machine, args[0]);
  const number = typeof given === "bigint" ? Number(given) : given;
  if (newTarget === undefined) return number;
  return new PrimitiveObject(prototypeFor(machine, newTarget, machine.intrinsics.number), number);
};

const constructBoolean: Native = (machine, _thisValue, args, newTarget) => {
  const boolean = toBoolean(machine, args[0]);
  if (newTarget === undefined) return boolean;
  return new PrimitiveObject(prototypeFor(machine, newTarget, machine.intrinsics.boolean), boolean);
};

function numberOf(machine: Machine, value: Value, method: string): number | Active {
  if (typeof value === "number" || value instanceof Active) return value;
  if (value instanceof PrimitiveObject) {
    const { primitive } = value;
    if (typeof primitive === "number" || primitive instanceof Active) return primitive;
  }
  throw machine.error("TypeError", `Number.prototype.${method} requires that 'this' be a Number`);
}

function booleanOf(machine: Machine, value: Value, method: string): boolean {
  if (typeof value === "boolean") return value;
  if (value instanceof PrimitiveObject && typeof value.primitive === "boolean") return value.primitive;
  throw machine.error("TypeError", `Boolean.prototype.${method} requires that 'this' be a Boolean`);
}

/** A method that writes the number as text, with at most one whole number as its argument. */
function writing(method: string, write: (number: number, argument: number | undefined) => string): Native {
  return (machine, thisValue, args) => {
    const given = numberOf(machine, thisValue, method);
    const number = machine.plain(given) as number;
    const argument = args[0] === undefined ? undefined : toInteger(machine, args[0]);
    const text = withHostErrors(machine, () => write(number, argument));
    return given instanceof Active ? machine.written.add(text) : machine.written.make(text);
  };
}

const numberMethods = methodTable({
  toExponential: [1, writing("toExponential", (number, digits) => number.toExponential(digits))],
  toFixed: [1, writing("toFixed", (number, digits) => number.toFixed(digits))],
  toPrecision: [1, writing("toPrecision", (number, digits) => number.toPrecision(digits))],
  toString: [1, writing("toString", (number, radix) => number.toString(radix))],
  valueOf: [0, (machine, thisValue) => numberOf(machine, thisValue, "valueOf")],
  toLocaleString: [
    0,
    (machine, thisValue, args) => {
      const given = numberOf(machine, thisValue, "toLocaleString");
      const number = machine.plain(given) as number;
      const locales = hostLocales(machine, args[0]);
      const options = hostOptions(machine, args[1], "number");
      const text = withHostErrors(machine, () => number.toLocaleString(locales, options));
      return given instanceof Active ? machine.written.add(text) : machine.written.make(text);
    },
  ],
});

const booleanMethods = methodTable({
  toString: [0, (machine, thisValue) => String(booleanOf(machine, thisValue, "toString"))],
  valueOf: [0, (machine, thisValue) => booleanOf(machine, thisValue, "valueOf")],
});

/** A question about a number that says no to anything else; `read` tells what of the number it is about. */
function question(
  ask: (number: number) => boolean,
  read = (machine: Machine, value: Value) => machine.plain(value),
): Native {
  return (machine, _thisValue, args) => {
    const [value] = args;
    const isNumber = typeof value === "number" || value instanceof Active;
    return isNumber && ask(read(machine, value) as number);
  };
}

const statics = methodTable({
  isFinite: [1, question(Number.isFinite, toClass)],
  isInteger: [1, question(Number.isInteger)],
  isNaN: [1, question(Number.isNaN, toClass)],
  isSafeInteger: [1, question(Number.isSafeInteger)],
});

const parse: readonly (readonly [name: string, length: number, work: Native])[] = [
  [
    "parseFloat",
    1,
    (machine, _thisValue, args) => {
      const text = toText(machine, args[0]);
      machine.pay(text.length >> 4);
      return machine.noteReading(text, parseFloat(text));
    },
  ],
  [
    "parseInt",
    2,
    (machine, _thisValue, args) => {
      const text = toText(machine, args[0]);
      machine.pay(text.length >> 4);
      return machine.noteReading(text, parseInt(text, toNumber(machine, args[1])));
    },
  ],
];

const { EPSILON, MAX_SAFE_INTEGER, MAX_VALUE, MIN_SAFE_INTEGER, MIN_VALUE } = Number;
const constants: Readonly<Record<string, Value>> = {
  ...{ MAX_VALUE, MIN_VALUE, NaN: NaN, NEGATIVE_INFINITY: -Infinity, POSITIVE_INFINITY: Infinity },
  ...{ MAX_SAFE_INTEGER, MIN_SAFE_INTEGER, EPSILON },
};

/** Make `Number`, `Boolean`, `parseFloat` and `parseInt`. */
export function installNumber(machine: Machine): void {
  const { number, boolean } = machine.intrinsics;
  const created: FunctionValue = defineClass(machine, number, {
    ...{ name: "Number", length: 1, work: constructNumber },
    ...{ statics, methods: numberMethods },
  });
  defineConstants(created, constants);
  for (const [name, length, work] of parse) {
    const parser = makeFunction(machine, name, length, work);
    created.define(name, Property.hidden(parser));
    defineGlobal(machine, name, parser);
  }
  defineClass(machine, boolean, { name: "Boolean", length: 1, work: constructBoolean, methods: booleanMethods });
}
