/** Arrays, and objects that look like arrays, as the methods of `Array.prototype` see them; an ordinary array the short way. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { isArray, isConstructor, newArray, toLength, toObject } from "../../rules/convert.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { ABSENT, type Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { assign, createOrThrow, deleteOrThrow } from "../object/orThrow.ts";

/** The `length` of an object, as a number of elements. */
export function lengthOf(machine: Machine, object: ObjectValue): number {
  return object instanceof ArrayValue ? object.elements.length : toLength(machine, object.get(machine, "length"));
}

/** Read an element. */
export function getAt(machine: Machine, object: ObjectValue, index: number): Value {
  if (object instanceof ArrayValue) {
    const value = object.elements[index];
    if (value !== undefined || index in object.elements) return value;
  }
  return object.get(machine, String(index));
}

/** Whether there is an element, own or inherited. */
export function hasAt(object: ObjectValue, index: number): boolean {
  return (object instanceof ArrayValue && index in object.elements) || object.has(String(index));
}

/** Assign to an element; a TypeError of the program's if it may not be written. */
export function setAt(machine: Machine, object: ObjectValue, index: number, value: Value): void {
  if (object instanceof ArrayValue && object.elementsWritable && index in object.elements)
    object.elements[index] = value;
  else assign(machine, object, String(index), value);
}

/** Create an element of a new array; a TypeError of the program's if that is not possible. */
export function createAt(machine: Machine, object: ObjectValue, index: number, value: Value): void {
  if (isOwnArray(object) && index < 4294967295 && !object.layout.hasIndices) object.elements[index] = value;
  else createOrThrow(machine, object, String(index), value);
}

/** Remove an element; a TypeError of the program's if it may not be removed. */
export function deleteAt(machine: Machine, object: ObjectValue, index: number): void {
  deleteOrThrow(machine, object, String(index));
}

/** Assign to `length`. */
export function setLength(machine: Machine, object: ObjectValue, length: number): void {
  assign(machine, object, "length", length);
}

/** The host treats longer arrays as dictionaries, and takes ever so long for what is quick with others. */
const LONG = 1 << 25;
/** In longer arrays the host may have to move element by element. */
export const MOVABLE = 1 << 20;

/** Whether the object is an array whose elements can be treated as those of the host array in it: none is restricted, an accessor or inherited. */
export function isSimple(machine: Machine, object: ObjectValue, longest = LONG): object is ArrayValue {
  if (!isOwnArray(object) || machine.intrinsics.array.elements.length > 0) return false;
  if (object.elements.length > longest) return false;
  return !object.layout.hasIndices;
}

function isOwnArray(object: ObjectValue): object is ArrayValue {
  return object instanceof ArrayValue && object.extensible && object.elementsConfigurable && object.lengthWritable;
}

/** Insist on a callback. */
export function requireFunction(machine: Machine, value: Value): FunctionValue {
  if (value instanceof FunctionValue) return value;
  throw machine.error("TypeError", `${valueText(machine, value)} is not a function`);
}

/** The object that a method of `Array.prototype` works on; the methods that take a callback name themselves when there is none. */
export function receiverOf(machine: Machine, thisValue: Value, name?: string): ObjectValue {
  if (name !== undefined && (thisValue === undefined || thisValue === null))
    throw machine.error("TypeError", `${name} called on null or undefined`);
  return toObject(machine, thisValue);
}

/** Make an ordinary array with `length` holes. */
export function newArrayOf(machine: Machine, length: number): ArrayValue {
  if (length > 4294967295) throw machine.error("RangeError", "Invalid array length");
  machine.allocate(8 * length);
  const array = newArray(machine, []);
  array.elements.length = length;
  return array;
}

/** ArraySpeciesCreate: an array of the same class as `original`. */
export function speciesOf(machine: Machine, original: ObjectValue, length: number): ObjectValue {
  const species = speciesConstructor(machine, original);
  return species === undefined ? newArrayOf(machine, length) : species.construct(machine, [length], species);
}

/** The class that `original` wants its derived arrays to be of; undefined for an ordinary array. */
export function speciesConstructor(machine: Machine, original: ObjectValue): FunctionValue | undefined {
  if (!isArray(machine, original)) return undefined;
  const { array, arrayConstructor } = machine.intrinsics;
  let species = original.get(machine, "constructor");
  if (species === arrayConstructor && original.proto === array && hasUsualSpecies(machine)) return undefined;
  if (species instanceof ObjectValue) species = species.get(machine, Symbol.species) ?? undefined;
  if (species === undefined || species === arrayConstructor) return undefined;
  if (!isConstructor(species))
    throw machine.error("TypeError", "object.constructor[Symbol.species] is not a constructor");
  return species;
}

function hasUsualSpecies(machine: Machine): boolean {
  const slot = machine.intrinsics.arrayConstructor.lookup(Symbol.species);
  return slot !== ABSENT && (slot as Property).getter === machine.intrinsics.arraySpecies;
}
