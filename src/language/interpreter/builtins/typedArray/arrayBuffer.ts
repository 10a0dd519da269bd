/** `ArrayBuffer`: bytes of the host's, and beside them the active numbers that were stored there and not overwritten since. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { toRelativeIndex } from "../../rules/convert.ts";
import { type FunctionValue } from "../../values/functionValue.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Active, Value } from "../../values/values.ts";
import {
  defineClass,
  defineGetters,
  defineTag,
  getterTable,
  methodTable,
  prototypeFor,
  requireNew,
} from "../define.ts";
import { resultClassOf } from "../species.ts";
import { toIndex } from "./toIndex.ts";

/** Node makes no longer buffers. */
const LONGEST = 2 ** 33;

/** An active number in a buffer. One that a `DataView` stored may be at any offset, in either order of bytes. */
interface Stored {
  readonly offset: number;
  readonly active: Active;
  readonly width: 4 | 8;
  readonly littleEndian: boolean;
}

/** Where active numbers lie in a buffer. */
export class Shadow {
  /** Those of eight bytes, by their offset in eights. Read directly by typed arrays. */
  readonly wide: (Active | undefined)[];
  /** Those of four bytes, by their offset in fours. */
  readonly narrow: (Active | undefined)[];
  /** Those that are where typed arrays could not have stored them. */
  private readonly strays = new Map<number, Stored>();

  constructor(bytes: number) {
    this.wide = new Array<Active | undefined>(Math.ceil(bytes / 8)).fill(undefined);
    this.narrow = new Array<Active | undefined>(Math.ceil(bytes / 4)).fill(undefined);
  }

  /** The active number of a width at an offset. */
  read(offset: number, width: 4 | 8, littleEndian: boolean): Active | undefined {
    if (littleEndian && offset % width === 0) return width === 8 ? this.wide[offset / 8] : this.narrow[offset / 4];
    const stray = this.strays.get(offset);
    return stray?.width === width && stray.littleEndian === littleEndian ? stray.active : undefined;
  }

  /** Put an active number at an offset, over whatever lay there. */
  write(offset: number, width: 4 | 8, littleEndian: boolean, active: Active): void {
    if (width === 8 && littleEndian && offset % 8 === 0 && this.strays.size === 0) {
      this.wide[offset / 8] = active;
      this.narrow[offset / 4] = this.narrow[offset / 4 + 1] = undefined;
      return;
    }
    this.forget(offset, offset + width);
    if (!littleEndian || offset % width !== 0) this.strays.set(offset, { offset, active, width, littleEndian });
    else if (width === 8) this.wide[offset / 8] = active;
    else this.narrow[offset / 4] = active;
  }

  /** Forget every number that has a byte from `start` to before `end`. */
  forget(start: number, end: number): void {
    for (let i = Math.floor(start / 8); i * 8 < end; i++) this.wide[i] = undefined;
    for (let i = Math.floor(start / 4); i * 4 < end; i++) this.narrow[i] = undefined;
    if (this.strays.size === 0) return;
    for (const { offset, width } of this.strays.values())
      if (offset < end && offset + width > start) this.strays.delete(offset);
  }

  /** The numbers that have a byte from `start` to before `end`; few bytes are looked at. */
  overlapping(start: number, end: number): readonly Active[] {
    const found: (Active | undefined)[] = [];
    for (let i = Math.floor(start / 8); i * 8 < end; i++) found.push(this.wide[i]);
    for (let i = Math.floor(start / 4); i * 4 < end; i++) found.push(this.narrow[i]);
    for (const { offset, width, active } of this.strays.values())
      if (offset < end && offset + width > start) found.push(active);
    return found.filter((active) => active !== undefined);
  }

  /** The numbers that are wholly between `start` and before `end`. */
  within(start: number, end: number): readonly Stored[] {
    const found: Stored[] = [];
    const add = (offset: number, width: 4 | 8, active: Active | undefined): void => {
      if (active !== undefined && offset + width <= end) found.push({ offset, active, width, littleEndian: true });
    };
    for (let i = Math.ceil(start / 8); i * 8 < end; i++) add(i * 8, 8, this.wide[i]);
    for (let i = Math.ceil(start / 4); i * 4 < end; i++) add(i * 4, 4, this.narrow[i]);
    for (const stray of this.strays.values())
      if (stray.offset >= start && stray.offset + stray.width <= end) found.push(stray);
    return found;
  }

  /** Put numbers so many bytes further than they were. */
  put(numbers: readonly Stored[], further: number): void {
    for (const { offset, width, littleEndian, active } of numbers)
      this.write(offset + further, width, littleEndian, active);
  }
}

/** A buffer of the program. */
export class ArrayBufferValue extends ObjectValue {
  readonly machine: Machine;
  readonly bytes: ArrayBuffer;
  /** Up to which length it can be resized; undefined if it keeps its length. */
  readonly most: number | undefined;
  /** Undefined until an active number is stored. */
  shadow: Shadow | undefined = undefined;
  /** The views of a buffer that can be resized, which learn of it. */
  private readonly views: BufferView[] = [];

  constructor(machine: Machine, proto: ObjectValue | null, bytes: ArrayBuffer, most?: number) {
    super(proto);
    this.machine = machine;
    this.bytes = bytes;
    this.most = most;
  }

  /** Let a view know when the length changes. */
  watch(view: BufferView): void {
    if (this.most === undefined) return;
    this.machine.allocate(8);
    this.views.push(view);
  }

  /** Change the length of a buffer that can be resized; bytes that are added are 0. */
  resize(length: number): void {
    this.machine.pay(1 + this.views.length + (length >> 8));
    const before = this.bytes.byteLength;
    (this.bytes as unknown as { resize(length: number): void }).resize(length);
    if (length < before) this.shadow?.forget(length, before);
    for (const view of this.views) view.follow();
  }

  override get className(): string {
    return "ArrayBuffer";
  }

  /** The shadow, made if there is none yet. */
  shadowed(): Shadow {
    if (this.shadow === undefined) {
      const length = this.most ?? this.bytes.byteLength;
      this.machine.pay(length >> 5);
      this.machine.allocate(3 * length);
      this.shadow = new Shadow(length);
    }
    return this.shadow;
  }
}

/** Note that bytes of active numbers, but for those that are kept, are read as something else, and that the run hangs on them. */
export function noteBytes(
  { machine, shadow }: ArrayBufferValue,
  start: number,
  end: number,
  isKept: (active: Active) => boolean = () => false,
): void {
  const actives = shadow?.overlapping(start, end).filter((active) => !isKept(active)) ?? [];
  if (actives.length === 0) return;
  for (const active of actives) machine.settle(active);
  machine.notice(
    "gradient/cut",
    "info",
    "`{code}` reads the bytes of a number as something else, so no gradient passes through it.",
  );
}

/** Make a buffer of zeros; `tooLong` is the message of the program's RangeError. */
export function makeBuffer(
  machine: Machine,
  length: number,
  tooLong = "Array buffer allocation failed",
  proto: ObjectValue | null = machine.intrinsics.arrayBuffer,
): ArrayBufferValue {
  if (length > LONGEST) throw machine.error("RangeError", tooLong);
  machine.allocate(144);
  // With what the host keeps of it beside the bytes.
  machine.allocateOutside(300 + length);
  machine.pay(length >> 8);
  return new ArrayBufferValue(machine, proto, new ArrayBuffer(length));
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const target: FunctionValue = requireNew(machine, "ArrayBuffer", newTarget);
  const length = toIndex(machine, args[0], "Invalid array buffer length");
  const wanted = args[1] instanceof ObjectValue ? args[1].get(machine, "maxByteLength") : undefined;
  const most = wanted === undefined ? undefined : toIndex(machine, wanted, "Invalid array buffer max length");
  const proto = prototypeFor(machine, target, machine.intrinsics.arrayBuffer);
  return most === undefined
    ? makeBuffer(machine, length, "Array buffer allocation failed", proto)
    : makeResizable(machine, length, most, proto);
};

type ResizableClass = new (length: number, options: { readonly maxByteLength: number }) => ArrayBuffer;

/** Make a buffer of zeros that can be resized. */
export function makeResizable(
  machine: Machine,
  length: number,
  most: number,
  proto: ObjectValue | null = machine.intrinsics.arrayBuffer,
): ArrayBufferValue {
  if (length > most || most > LONGEST) throw machine.error("RangeError", "Invalid array buffer max length");
  machine.allocate(144);
  machine.allocateOutside(300 + most);
  machine.pay(most >> 8);
  const bytes = new (ArrayBuffer as unknown as ResizableClass)(length, { maxByteLength: most });
  return new ArrayBufferValue(machine, proto, bytes, most);
}

function bufferOf(machine: Machine, value: Value, method: string): ArrayBufferValue {
  if (value instanceof ArrayBufferValue) return value;
  throw machine.error("TypeError", `Method ${method} called on incompatible receiver ${valueText(machine, value)}`);
}

const slice: Native = (machine, thisValue, args) => {
  const buffer = bufferOf(machine, thisValue, "ArrayBuffer.prototype.slice");
  const length = buffer.bytes.byteLength;
  const start = toRelativeIndex(machine, args[0], length, 0);
  const end = Math.max(toRelativeIndex(machine, args[1], length, length), start);
  const species = resultClassOf(machine, buffer);
  const copy =
    species === undefined
      ? makeBuffer(machine, end - start)
      : bufferOf(machine, species.construct(machine, [end - start], species), "ArrayBuffer.prototype.slice");
  if (copy === buffer) throw machine.error("TypeError", "ArrayBuffer subclass returned this from species constructor");
  if (copy.bytes.byteLength < end - start)
    throw machine.error("TypeError", "Species constructor returned a too small ArrayBuffer");
  new Uint8Array(copy.bytes).set(new Uint8Array(buffer.bytes, start, end - start));
  copy.shadow?.forget(0, end - start);
  if (buffer.shadow !== undefined) copy.shadowed().put(buffer.shadow.within(start, end), -start);
  return copy;
};

const resize: Native = (machine, thisValue, args) => {
  const name = "ArrayBuffer.prototype.resize";
  const buffer = bufferOf(machine, thisValue, name);
  if (buffer.most === undefined)
    throw machine.error("TypeError", `Method ${name} called on incompatible receiver ${valueText(machine, thisValue)}`);
  const wrong = `${name}: Invalid length parameter`;
  const length = toIndex(machine, args[0], wrong);
  if (length > buffer.most) throw machine.error("RangeError", wrong);
  buffer.resize(length);
  return undefined;
};

const methods = methodTable({ slice: [2, slice], resize: [1, resize] });

const getter =
  (name: string, read: (buffer: ArrayBufferValue) => Value): Native =>
  (machine, thisValue) =>
    read(bufferOf(machine, thisValue, `get ArrayBuffer.prototype.${name}`));

const getters = getterTable({
  byteLength: getter("byteLength", ({ bytes }) => bytes.byteLength),
  maxByteLength: getter("maxByteLength", ({ most, bytes }) => most ?? bytes.byteLength),
  resizable: getter("resizable", ({ most }) => most !== undefined),
});

const statics = methodTable({
  isView: [1, (_machine, _thisValue, args) => args[0] instanceof BufferView],
});

const classGetters = getterTable({ [Symbol.species]: (_machine, thisValue) => thisValue });

/** What looks at a part of a buffer: a typed array or a `DataView`. */
export abstract class BufferView extends ObjectValue {
  abstract readonly buffer: ArrayBufferValue;
  abstract readonly byteOffset: number;
  abstract readonly byteLength: number;
  /** Whether the buffer has become too short for it. */
  abstract readonly isOutside: boolean;

  /** Learn that the buffer has another length. */
  abstract follow(): void;
}

/** Make `ArrayBuffer`. */
export function installArrayBuffer(machine: Machine): void {
  const { arrayBuffer } = machine.intrinsics;
  const created = defineClass(machine, arrayBuffer, {
    ...{ name: "ArrayBuffer", length: 1, work: construct },
    ...{ statics, methods, getters },
  });
  defineGetters(machine, created, classGetters);
  defineTag(arrayBuffer, "ArrayBuffer");
}
