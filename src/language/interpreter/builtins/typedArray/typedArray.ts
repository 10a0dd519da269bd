/** Typed arrays as objects of the program: views of a buffer whose elements may be active (ECMA-262, 10.4.5). */
import { opcodeOf } from "../../../../autodiff/operations/operations.ts";
import { recordUnary } from "../../../../autodiff/record.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { toActiveNumber } from "../../rules/convert.ts";
import { arrayIndex } from "../../values/arrayIndex.ts";
import { type ObjectValue } from "../../values/objects.ts";
import { ABSENT, type Property, type Slot } from "../../values/property.ts";
import { Active, activeAt, type Key, type Value } from "../../values/values.ts";
import { toBigInt } from "../bigint.ts";
import { type ArrayBufferValue, BufferView, makeBuffer, noteBytes } from "./arrayBuffer.ts";
import type { ElementKind, HostArray } from "./elementKinds.ts";

const FROUND = opcodeOf("fround");

/** A value that has been converted to what a typed array can store, though not yet rounded to its elements. */
export type ElementValue = number | bigint | Active;

/** Which part of a buffer a typed array shows. */
export interface Extent {
  /** In bytes. */
  readonly offset: number;
  /** In elements. */
  readonly length: number;
  /** Whether it reaches to the buffer's end wherever that is. */
  readonly isTracking: boolean;
}

/** A typed array of the program. */
export class TypedArrayValue extends BufferView {
  readonly kind: ElementKind;
  readonly buffer: ArrayBufferValue;
  readonly byteOffset: number;
  /** Changes only when the buffer is resized. */
  length: number;
  /** Whether it is always as long as the buffer. */
  readonly isTracking: boolean;
  /** The same view of the same bytes, as the host has it. */
  readonly data: HostArray;
  private readonly made: number;

  constructor(
    proto: ObjectValue | null,
    elementKind: ElementKind,
    buffer: ArrayBufferValue,
    { offset, length, isTracking }: Extent,
  ) {
    super(proto);
    this.kind = elementKind;
    this.buffer = buffer;
    this.byteOffset = offset;
    this.length = length;
    this.made = length;
    this.isTracking = isTracking;
    this.data = elementKind.view(buffer.bytes, offset, isTracking ? undefined : length);
    buffer.watch(this);
  }

  get isOutside(): boolean {
    const end = this.byteOffset + (this.isTracking ? 0 : this.made * this.kind.size);
    return end > this.buffer.bytes.byteLength;
  }

  follow(): void {
    this.length = this.data.length;
  }

  get byteLength(): number {
    return this.data.byteLength;
  }

  override get className(): string {
    return this.kind.name;
  }

  /** The element at an index; undefined where there is none. */
  getIndex(_machine: Machine, index: number): Value {
    return this.buffer.shadow === undefined ? this.data[index] : (this.activeAt(index) ?? this.plainAt(index));
  }

  /** Store a value at an index, converted as the standard says; where there is no element, it is only converted. */
  setIndex(machine: Machine, index: number, value: Value): void {
    const converted = typeof value === "number" && !this.kind.isBigInt ? value : this.convert(machine, value);
    if (this.hasIndex(index)) this.place(index, this.rounded(machine, converted));
  }

  /** Whether there is an element at an index. */
  hasIndex(index: number): boolean {
    return index >= 0 && index < this.length && Number.isInteger(index);
  }

  /** The active number at an index, if the element is active. */
  activeAt(index: number): Active | undefined {
    const { shadow } = this.buffer;
    if (shadow === undefined || !this.hasIndex(index)) return undefined;
    if (this.kind.activeWidth === 8) return shadow.wide[this.byteOffset / 8 + index];
    return this.kind.activeWidth === 4 ? shadow.narrow[this.byteOffset / 4 + index] : undefined;
  }

  /** An element that is no active number; it may be made of the bytes of one. */
  private plainAt(index: number): number | bigint | undefined {
    const { buffer, data, byteOffset, kind: elementKind } = this;
    const start = byteOffset + index * elementKind.size;
    if (this.hasIndex(index)) noteBytes(buffer, start, start + elementKind.size);
    return data[index];
  }

  /** Convert a value to a number or a bigint, whichever the elements are. */
  convert(machine: Machine, value: Value): ElementValue {
    return this.kind.isBigInt ? toBigInt(machine, value) : toActiveNumber(machine, value);
  }

  /** Round an active number as storing it does: a step of its own for 32 bits, a plain number for integers. */
  rounded(machine: Machine, value: ElementValue): ElementValue {
    if (!(value instanceof Active)) return value;
    switch (this.kind.activeWidth) {
      case 8:
        return value;
      case 4:
        return activeAt(recordUnary(machine.tape, FROUND, value.node, machine.site));
      case 0:
        return machine.settleWhole(`An element of \`${this.kind.name}\``, value);
    }
  }

  /** Store a rounded value at an index that exists. */
  place(index: number, value: ElementValue): void {
    const { buffer, data, kind: elementKind, byteOffset } = this;
    const offset = byteOffset + index * elementKind.size;
    if (value instanceof Active) {
      data[index] = buffer.machine.number(value);
      buffer.shadowed().write(offset, elementKind.activeWidth === 4 ? 4 : 8, true, value);
      return;
    }
    // The classes of elements have been told apart by `convert`.
    (data as Float64Array)[index] = value as number;
    buffer.shadow?.forget(offset, offset + elementKind.size);
  }

  /** Copy elements of an array of the same kind, bit by bit; the two may overlap. */
  copyFrom(source: TypedArrayValue, from: number, at: number, count: number): void {
    const { machine } = this.buffer;
    machine.pay(1 + (count >> 3));
    const { size } = this.kind;
    const first = source.byteOffset + from * size;
    const { shadow } = source.buffer;
    if (shadow !== undefined) machine.pay(count);
    const actives = shadow?.within(first, first + count * size) ?? [];
    const kept = new Set(actives.map(({ active }) => active));
    noteBytes(source.buffer, first, first + count * size, (active) => kept.has(active));
    // Both are of one kind, so the host's types fit each other.
    (this.data as Float64Array).set(source.data.subarray(from, from + count) as Float64Array, at);
    const start = this.byteOffset + at * size;
    this.buffer.shadow?.forget(start, start + count * size);
    if (actives.length > 0) this.buffer.shadowed().put(actives, start - first);
  }

  /** Whether a key can only name an element, there or not. */
  isElement(key: Key): boolean {
    return numericIndex(key) !== undefined;
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    const index = numericIndex(key);
    if (index === undefined) return super.lookup(key);
    return this.hasIndex(index) ? this.getIndex(this.buffer.machine, index) : ABSENT;
  }

  override has(key: Key): boolean {
    const index = numericIndex(key);
    return index === undefined ? super.has(key) : this.hasIndex(index);
  }

  override get(machine: Machine, key: Key, receiver: Value = this): Value {
    const index = numericIndex(key);
    return index === undefined ? super.get(machine, key, receiver) : this.getIndex(machine, index);
  }

  override set(machine: Machine, key: Key, value: Value, receiver: Value = this): boolean {
    const index = numericIndex(key);
    if (index === undefined || receiver !== this) return super.set(machine, key, value, receiver);
    this.setIndex(machine, index, value);
    return true;
  }

  override define(key: Key, property: Property): void {
    if (numericIndex(key) === undefined) super.define(key, property);
    else this.put(key, property.value);
  }

  override put(key: Key, value: Value): void {
    const index = numericIndex(key);
    if (index === undefined) super.put(key, value);
    else this.setIndex(this.buffer.machine, index, value);
  }

  override write(key: Key, value: Value): boolean {
    const index = numericIndex(key);
    if (index === undefined) return super.write(key, value);
    this.put(key, value);
    return true;
  }

  override delete(key: Key): boolean {
    const index = numericIndex(key);
    return index === undefined ? super.delete(key) : !this.hasIndex(index);
  }

  override ownKeys(): Key[] {
    this.buffer.machine.pay(this.length);
    this.buffer.machine.allocate(16 * this.length);
    return [...Object.keys(this.data), ...super.ownKeys()];
  }
}

/** The number that a key writes in the way that numbers are written (CanonicalNumericIndexString); most are no index of anything. */
function numericIndex(key: Key): number | undefined {
  if (typeof key !== "string") return undefined;
  const index = arrayIndex(key);
  if (index >= 0) return index;
  const first = key.charCodeAt(0);
  // Numbers begin with a digit, `-`, `I`nfinity or `N`aN.
  if (!(first <= 57 && first >= 45) && first !== 73 && first !== 78) return undefined;
  if (key === "-0") return -1;
  const number = Number(key);
  return String(number) === key ? number : undefined;
}

/** Make a typed array of zeros. */
export function makeTypedArray(
  machine: Machine,
  elementKind: ElementKind,
  length: number,
  proto: ObjectValue = machine.intrinsics.typedArrays[elementKind.name],
): TypedArrayValue {
  const buffer = makeBuffer(machine, length * elementKind.size, `Invalid typed array length: ${length}`);
  return new TypedArrayValue(proto, elementKind, buffer, { offset: 0, length, isTracking: false });
}

/** What V8 says of a view whose buffer has become too short. */
export function outside(machine: Machine, method: string): unknown {
  return machine.error("TypeError", `Cannot perform ${method} on a detached ArrayBuffer`);
}

/** The typed array that a method is called on, or a TypeError of the program's; V8 names `method` in it, and `done` only for views that have lost their bytes. */
export function typedArrayOf(machine: Machine, value: Value, method?: string, done = "values"): TypedArrayValue {
  if (value instanceof TypedArrayValue) {
    if (value.isOutside) throw outside(machine, `%TypedArray%.prototype.${method ?? done}`);
    return value;
  }
  if (method === undefined) throw machine.error("TypeError", "this is not a typed array.");
  throw machine.error(
    "TypeError",
    `Method %TypedArray%.prototype.${method} called on incompatible receiver ${valueText(machine, value)}`,
  );
}

/** Insist that numbers go to numbers and bigints to bigints. */
export function requireSameContent(machine: Machine, x: TypedArrayValue, y: TypedArrayValue): void {
  if (x.kind.isBigInt !== y.kind.isBigInt)
    throw machine.error("TypeError", "Cannot mix BigInt and other types, use explicit conversions");
}
