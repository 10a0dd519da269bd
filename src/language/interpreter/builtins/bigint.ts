/** `BigInt`: whole numbers of any size, always inactive. */
import { valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { payForWriting, requireShort } from "../rules/bigint.ts";
import { toInteger, toPrimitive } from "../rules/convert.ts";
import type { Native } from "../values/nativeFunction.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { Active, type Value } from "../values/values.ts";
import { defineClass, defineTag, methodTable } from "./define.ts";
import { withHostErrors } from "./hostError.ts";
import { hostLocales, hostOptions } from "./text/locale.ts";
import { toIndex } from "./typedArray/toIndex.ts";

/** ToBigInt. */
export function toBigInt(machine: Machine, value: Value): bigint {
  const primitive = machine.plain(toPrimitive(machine, value, "number"));
  if (typeof primitive === "bigint") return primitive;
  if (typeof primitive === "boolean") return primitive ? 1n : 0n;
  if (typeof primitive === "string") {
    requireShort(machine, 4 * primitive.length);
    machine.pay(1 + primitive.length / 4 + primitive.length ** 2 / 2 ** 20);
    return withHostErrors(machine, () => BigInt(primitive));
  }
  throw machine.error("TypeError", `Cannot convert ${valueText(machine, primitive)} to a BigInt`);
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  if (newTarget !== undefined) throw machine.error("TypeError", "BigInt is not a constructor");
  const given = toPrimitive(machine, args[0], "number");
  const primitive = given instanceof Active ? machine.settleWhole("`{code}`", given) : given;
  if (typeof primitive !== "number") return toBigInt(machine, primitive);
  return withHostErrors(machine, () => BigInt(primitive));
};

function bigintOf(machine: Machine, value: Value, method: string): bigint {
  if (typeof value === "bigint") return value;
  if (value instanceof PrimitiveObject && typeof value.primitive === "bigint") return value.primitive;
  throw machine.error("TypeError", `BigInt.prototype.${method} requires that 'this' be a BigInt`);
}

const methods = methodTable({
  toLocaleString: [
    0,
    (machine, thisValue, args) => {
      const value = bigintOf(machine, thisValue, "toLocaleString");
      const locales = hostLocales(machine, args[0]);
      const options = hostOptions(machine, args[1], "number");
      payForWriting(machine, value);
      return withHostErrors(machine, () => value.toLocaleString(locales, options));
    },
  ],
  toString: [
    0,
    (machine, thisValue, args) => {
      const value = bigintOf(machine, thisValue, "toString");
      const radix = args[0] === undefined ? 10 : toInteger(machine, args[0]);
      payForWriting(machine, value);
      return withHostErrors(machine, () => value.toString(radix));
    },
  ],
  valueOf: [0, (machine, thisValue) => bigintOf(machine, thisValue, "valueOf")],
});

/** `asIntN` or `asUintN`. */
function wrapping(wrap: (bits: number, value: bigint) => bigint): Native {
  return (machine, _thisValue, args) => {
    const bits = toIndex(machine, args[0], "Invalid value: not (convertible to) a safe integer");
    const value = toBigInt(machine, args[1]);
    // A negative number of a few digits can become one of as many bits as are asked for.
    if (value < 0n && bits <= 2 ** 30) requireShort(machine, bits);
    return withHostErrors(machine, () => wrap(bits, value));
  };
}

const statics = methodTable({
  asUintN: [2, wrapping((bits, value) => BigInt.asUintN(bits, value))],
  asIntN: [2, wrapping((bits, value) => BigInt.asIntN(bits, value))],
});

/** Make `BigInt`. */
export function installBigInt(machine: Machine): void {
  const { bigint } = machine.intrinsics;
  defineClass(machine, bigint, { name: "BigInt", length: 1, work: construct, statics, methods });
  defineTag(bigint, "BigInt");
}
