/** Typed arrays on both sides: the host's classes, and arrays and active numbers in a machine of ours. */
import assert from "node:assert/strict";
import { recordInput } from "../../../src/autodiff/record.ts";
import { TypedArrayValue } from "../../../src/language/interpreter/builtins/typedArray/typedArray.ts";
import { Active, type Value } from "../../../src/language/interpreter/values/values.ts";
import { construct, newMachine } from "../host.ts";

const classes = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
};

/** The name of a class of typed arrays. */
export type Name = keyof typeof classes;

/** The names of all classes. */
export const names = Object.keys(classes) as Name[];

/** The machine that everything here is made in. */
export const machine = newMachine({ steps: 1e12, time: 1e9, memory: 1e12 });

/** The host's class, used as if its elements were numbers. */
export function hostClass(name: Name): Float64ArrayConstructor {
  return classes[name] as unknown as Float64ArrayConstructor;
}

/** A number that is an input. */
export function active(value: number): Active {
  return new Active(recordInput(machine.tape, value, 0));
}

/** An array of ours. */
export function make(name: Name, ...args: Value[]): TypedArrayValue {
  const created = construct(machine, name, args);
  assert.ok(created instanceof TypedArrayValue);
  return created;
}
