/**
 * Operands and places that need no call: variables of the current frame, elements of arrays that stand in them, and constants.
 * A call of a closure costs as much as the arithmetic in it, so who uses code that only reads or writes a variable does that itself.
 */
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../objects.ts";
import type { Names } from "../recording.ts";
import { Active, type Value } from "../values.ts";
import type { Code, Run } from "./context.ts";
import type { Frame } from "./scope.ts";

/** How a value is read. */
export interface Operand {
  /** The slot of a variable of the current frame; -1 for another operand. */
  readonly slot: number;
  /** What is called; undefined for a constant and for an element. */
  readonly code: Code | undefined;
  readonly constant: Value;
  readonly element: Element | undefined;
}

/** An element whose array and index are variables of the current frame. */
interface Element {
  readonly list: number;
  readonly index: number;
  /** Reads it whatever the variables hold. */
  readonly whatever: Code;
}

/** What code that only writes a variable of the current frame does. */
interface Store {
  readonly slot: number;
  /** The name that an active number gets. */
  readonly name: number;
  readonly names: Names;
  readonly machine: Machine;
}

const slots = new WeakMap<Code, number>();
const constants = new WeakMap<Code, Value>();
const elements = new WeakMap<Code, Element>();
const stores = new WeakMap<Write, Store>();

/** A compiled write. */
export type Write = (frame: Frame, value: Value) => void;

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

/** Compile the read of an element whose array and index stand in slots of the current frame; `whatever` reads it if they are something else. */
export function localElement(list: number, index: number, whatever: Code): Code {
  const element: Element = { list, index, whatever };
  const code: Code = (frame) => readElement(frame, element);
  elements.set(code, element);
  return code;
}

/** The slot that code reads; undefined if it does more than that. */
export function localSlot(code: Code): number | undefined {
  return slots.get(code);
}

/** The operand that code is. */
export function operandOf(code: Code): Operand {
  const slot = slots.get(code) ?? -1;
  const element = elements.get(code);
  const isInPlace = constants.has(code) || element !== undefined;
  return { slot, code: isInPlace ? undefined : code, constant: constants.get(code), element };
}

/** Read an operand. */
export function read(frame: Frame, { slot, code, constant, element }: Operand): Value {
  if (slot >= 0) return frame.slots[slot];
  if (code !== undefined) return code(frame);
  return element === undefined ? constant : readElement(frame, element);
}

function readElement(frame: Frame, { list, index, whatever }: Element): Value {
  const array = frame.slots[list];
  const at = frame.slots[index];
  if (typeof at === "number" && array instanceof ArrayValue) {
    const value = array.elements[at];
    if (value !== undefined) return value;
  }
  return whatever(frame);
}

/** A write of a variable of the current frame, whose value gets a name. */
export function localStore(machine: Machine, names: Names, slot: number, name: number): Write {
  const write: Write = (frame, value) => {
    frame.slots[slot] = value;
    if (value instanceof Active) names.give(value.node, name, machine.depth);
  };
  stores.set(write, { slot, name, names, machine });
  return write;
}

/** Whether a write does no more than storing and naming. */
export function isStore(write: Write): boolean {
  return stores.has(write);
}

/** Compile an assignment as a statement. */
export function storeStatement(write: Write, value: Code): Run {
  const store = stores.get(write);
  if (store === undefined)
    return (frame) => {
      write(frame, value(frame));
      return undefined;
    };
  const { slot, name, names, machine } = store;
  return (frame) => {
    const stored = value(frame);
    frame.slots[slot] = stored;
    if (stored instanceof Active) names.give(stored.node, name, machine.depth);
    return undefined;
  };
}

/** Compile an assignment as an expression. */
export function storeExpression(write: Write, value: Code): Code {
  return (frame) => {
    const stored = value(frame);
    write(frame, stored);
    return stored;
  };
}
