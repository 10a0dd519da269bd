/**
 * Operands and places that need no call: variables of the current frame, elements and properties of what stands in them, and constants.
 * A call of a closure costs as much as the arithmetic in it, so who uses code that only reads a variable does that itself.
 */
import { ArrayValue } from "../objects.ts";
import type { Value } from "../values.ts";
import type { PropertySite } from "./caches.ts";
import type { Code } from "./context.ts";
import type { Frame } from "./scope.ts";

/** How a value is read. */
export interface Operand {
  /** The slot of a variable of the current frame: the operand itself, what has the property, or the index of an element; -1 if there is none. */
  readonly slot: number;
  /** The slot of the array that an element is read from; -1 for what is no element. */
  readonly list: number;
  /** What is added to the variable for an element's index, or the index itself. */
  readonly offset: number;
  /** What is called, for an element if the variables are not an array and an index that it has; undefined for the others. */
  readonly code: Code | undefined;
  readonly constant: Value;
  /** What reads a property of the variable; undefined for others. */
  readonly property: PropertySite | undefined;
}

const slots = new WeakMap<Code, number>();
const constants = new WeakMap<Code, Value>();
/** What elements and properties are read by. */
const members = new WeakMap<Code, Operand>();
const lengths = new WeakMap<Code, number>();
const offsets = new WeakMap<Code, { readonly slot: number; readonly offset: number }>();

/** Say that code only reads a slot of the current frame. */
export function markLocal(code: Code, slot: number): Code {
  slots.set(code, slot);
  return code;
}

/** Say that code is a constant. */
export function markConstant(code: Code, value: Value): Code {
  constants.set(code, value);
  return code;
}

/** Say that code adds a constant to a slot of the current frame, if that holds a plain number. */
export function markOffset(code: Code, slot: number, offset: number): Code {
  offsets.set(code, { slot, offset });
  return code;
}

/** Say that code reads the length of what stands in a slot of the current frame. */
export function markLength(code: Code, slot: number): Code {
  lengths.set(code, slot);
  return code;
}

/** The slot whose length code reads; undefined if it does something else. */
export function lengthSlot(code: Code): number | undefined {
  return lengths.get(code);
}

/** Compile the read of an element; `whatever` reads it if the object is no array that has it. */
export function elementCode(list: Code, key: Code, whatever: (object: Value, key: Value) => Value): Code {
  const other = otherElement(operandOf(list), operandOf(key), whatever);
  const listSlot = slots.get(list);
  const at = indexOf(key);
  if (listSlot === undefined || at === undefined) return other;
  const operand: Operand = {
    slot: at.slot,
    list: listSlot,
    offset: at.offset,
    code: other,
    constant: undefined,
    property: undefined,
  };
  const code: Code = (frame) => read(frame, operand);
  members.set(code, operand);
  return code;
}

/** How an index is calculated in place; undefined if it is not. */
function indexOf(key: Code): { readonly slot: number; readonly offset: number } | undefined {
  const slot = slots.get(key);
  if (slot !== undefined) return { slot, offset: 0 };
  const constant = constants.get(key);
  // Others are properties, for which V8 would take a slow way to all elements.
  if (typeof constant === "number" && constant >= 0 && constant === (constant | 0))
    return { slot: -1, offset: constant };
  return offsets.get(key);
}

function otherElement(list: Operand, key: Operand, whatever: (object: Value, key: Value) => Value): Code {
  return (frame) => {
    const array = read(frame, list);
    const at = read(frame, key);
    if (typeof at === "number" && array instanceof ArrayValue) {
      const value = array.elements[at];
      if (value !== undefined) return value;
    }
    return whatever(array, at);
  };
}

/** Compile the read of a property of what code gives. */
export function propertyCode(object: Code, property: PropertySite): Code {
  const operand = operandOf(object);
  const code: Code = (frame) => property.read(read(frame, operand));
  const slot = slots.get(object);
  if (slot !== undefined)
    members.set(code, { slot, list: -1, offset: 0, code: undefined, constant: undefined, property });
  return code;
}

/** The slot that code reads; undefined if it does more than that. */
export function localSlot(code: Code): number | undefined {
  return slots.get(code);
}

/** The number that code is; undefined if it is something else. */
export function constantNumber(code: Code): number | undefined {
  const value = constants.get(code);
  return typeof value === "number" ? value : undefined;
}

/** The operand that code is. */
export function operandOf(code: Code): Operand {
  const member = members.get(code);
  if (member !== undefined) return member;
  const slot = slots.get(code) ?? -1;
  const isInPlace = slot >= 0 || constants.has(code);
  return {
    slot,
    list: -1,
    offset: 0,
    code: isInPlace ? undefined : code,
    constant: constants.get(code),
    property: undefined,
  };
}

/** Read an operand. */
export function read(frame: Frame, operand: Operand): Value {
  const { slot, list, code } = operand;
  if (list >= 0) {
    const array = frame.slots[list];
    const index = slot < 0 ? 0 : frame.slots[slot];
    if (typeof index === "number" && array instanceof ArrayValue) {
      const element = array.elements[index + operand.offset];
      if (element !== undefined) return element;
    }
  } else if (slot >= 0) {
    const value = frame.slots[slot];
    return operand.property === undefined ? value : operand.property.read(value);
  }
  return code === undefined ? operand.constant : code(frame);
}
