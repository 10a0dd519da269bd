/**
 * Operands and places that need no call: variables of the current frame, elements and properties of what stands in them, and constants.
 * A call of a closure costs as much as the arithmetic in it, so who uses code that only reads a variable does that itself.
 */
import { ArrayValue } from "../values/arrayValue.ts";
import { TDZ, type Value } from "../values/values.ts";
import type { Code } from "./context.ts";
import type { PropertySite } from "./members/propertySite.ts";
import { frameAt, type Frame } from "./variables/scope.ts";

/** How a value is read. */
export interface Operand {
  /** The slot of a variable of the current frame: the operand itself, what has the property, or the index of an element; -1 if there is none. */
  readonly slot: number;
  /** The slot of the array that an element is read from; -1 for what is no element, or one of something else. */
  readonly list: number;
  /** What is added to the variable for an element's index, or the index itself. */
  readonly offset: number;
  /** What is called if there is no shorter way; undefined for what always has one. */
  readonly code: Code | undefined;
  readonly constant: Value;
  /** What reads a property of the variable; undefined for others. */
  readonly property: PropertySite | undefined;
  /** The variable that the operand is, if it is not one of the current frame that is known to be initialised. */
  readonly outer: Variable | undefined;
  /** What the element or the property is read from and by; undefined for others. */
  readonly member: Member | undefined;
}

/** An element or a property of anything. */
interface Member {
  readonly object: Operand;
  /** The index or key of an element. */
  readonly key: Operand;
  /** Reads an element that an array does not simply have; undefined for a property. */
  readonly whatever: ((object: Value, key: Value) => Value) | undefined;
  readonly property: PropertySite | undefined;
  readonly isLength: boolean;
}

/** A variable that is read in place. */
interface Variable {
  readonly slot: number;
  /** How many frames further out it is. */
  readonly hops: number;
  /** Whether it may not be initialised yet, for which the code itself looks. */
  readonly isChecked: boolean;
}

const variables = new WeakMap<Code, Variable>();
const constants = new WeakMap<Code, Value>();
/** What elements and properties are read by. */
const members = new WeakMap<Code, Operand>();
const lengths = new WeakMap<Code, number>();
const offsets = new WeakMap<Code, { readonly slot: number; readonly offset: number }>();

/** Say that code only reads a variable, `hops` frames further out; `isChecked` if it may not be initialised yet. */
export function markVariable(code: Code, slot: number, hops: number, isChecked: boolean): Code {
  variables.set(code, { slot, hops, isChecked });
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

/** The slot of the current frame whose length code reads; undefined if it does something else. */
export function lengthSlot(code: Code): number | undefined {
  return lengths.get(code);
}

/** Compile the read of an element; `whatever` reads it if the object is no array that has it. */
export function elementCode(list: Code, key: Code, whatever: (object: Value, key: Value) => Value): Code {
  const object = operandOf(list);
  const member: Member = { object, key: operandOf(key), whatever, property: undefined, isLength: false };
  const slot = localSlot(list);
  const at = indexOf(key);
  if (slot === undefined || at === undefined) return memberCode(member, {});
  return memberCode(member, { slot: at.slot, list: slot, offset: at.offset });
}

/** How an index is calculated in place; undefined if it is not. */
function indexOf(key: Code): { readonly slot: number; readonly offset: number } | undefined {
  const slot = localSlot(key);
  if (slot !== undefined) return { slot, offset: 0 };
  const constant = constants.get(key);
  // Others are properties, for which V8 would take a slow way to all elements.
  if (typeof constant === "number" && constant >= 0 && constant === (constant | 0))
    return { slot: -1, offset: constant };
  return offsets.get(key);
}

/** Compile the read of a property of what code gives. */
export function propertyCode(object: Code, property: PropertySite): Code {
  const member: Member = { object: operandOf(object), key: NOTHING, whatever: undefined, property, isLength: false };
  const slot = localSlot(object);
  return memberCode(member, slot === undefined ? {} : { slot, property });
}

/** Compile the read of the length of what code gives. */
export function lengthCode(object: Code, property: PropertySite): Code {
  const member: Member = { object: operandOf(object), key: NOTHING, whatever: undefined, property, isLength: true };
  const code = memberCode(member, {});
  const slot = localSlot(object);
  if (slot !== undefined) lengths.set(code, slot);
  return code;
}

/** Code that reads a member; `inPlace` says how its operand is read without it. */
function memberCode(member: Member, inPlace: Partial<Operand>): Code {
  const code: Code = (frame) => readMember(frame, member);
  members.set(code, operand({ ...inPlace, code, member }));
  return code;
}

/** An operand with what it has; every one has all the fields, in the same order: V8 gives them one shape. */
function operand(given: Partial<Operand>): Operand {
  return {
    slot: given.slot ?? -1,
    list: given.list ?? -1,
    offset: given.offset ?? 0,
    code: given.code,
    constant: given.constant,
    property: given.property,
    outer: given.outer,
    member: given.member,
  };
}

const NOTHING = operand({});

/** The slot of the current frame that code reads; undefined if it does more than that. */
export function localSlot(code: Code): number | undefined {
  const variable = variables.get(code);
  return variable === undefined || variable.hops > 0 || variable.isChecked ? undefined : variable.slot;
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
  const slot = localSlot(code);
  if (slot !== undefined) return operand({ slot });
  if (constants.has(code)) return operand({ constant: constants.get(code) });
  return operand({ code, outer: variables.get(code) });
}

/** Read an operand. V8 copies this to where it is used, twice into most operators, so it knows the shortest ways only. */
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

/** Read an operand without a call of its code for variables further out, and for members of members: for all but the operators. */
export function readFully(frame: Frame, operand: Operand): Value {
  const { outer, member } = operand;
  if (outer !== undefined) {
    const value = frameAt(frame, outer.hops).slots[outer.slot];
    return value === TDZ ? operand.code!(frame) : value;
  }
  return member !== undefined && operand.slot < 0 && operand.list < 0
    ? readMember(frame, member)
    : read(frame, operand);
}

/** Read an element or a property of anything. */
function readMember(frame: Frame, { object, key, whatever, property, isLength }: Member): Value {
  const base = readFully(frame, object);
  if (whatever === undefined)
    return isLength && base instanceof ArrayValue ? base.elements.length : property!.read(base);
  const at = read(frame, key);
  if (typeof at === "number" && base instanceof ArrayValue) {
    const value = base.elements[at];
    if (value !== undefined) return value;
  }
  return whatever(base, at);
}
