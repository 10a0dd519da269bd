/** `ArrayBuffer`: bytes of the host's, and beside them the active numbers that were stored there and not overwritten since. */
import { toRelativeIndex } from "../convert.ts";
import type { Machine } from "../machine.ts";
import type { Native } from "../nativeFunction.ts";
import { ObjectValue, type FunctionValue } from "../objects.ts";
import type { Active, Value } from "../values.ts";
import { defineClass, defineGetters, defineTag, getterTable, methodTable, prototypeFor, requireNew } from "./define.ts";
import { valueText } from "./describe.ts";
import { resultClassOf } from "./species.ts";
import { toIndex } from "./toIndex.ts";

/** Node makes no longer buffers. */
const LONGEST = 2 ** 33;

/** An active number that a `DataView` stored where typed arrays could not have: at any offset, in either order of bytes. */
interface Stray {
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
  private readonly strays = new Map<number, Stray>();

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
    this.forget(offset, offset + width);
    if (!littleEndian || offset % width !== 0) this.strays.set(offset, { active, width, littleEndian });
    else if (width === 8) this.wide[offset / 8] = active;
    else this.narrow[offset / 4] = active;
  }

  /** Forget every number that has a byte from `start` to before `end`. */
  forget(start: number, end: number): void {
    for (let i = Math.floor(start / 8); i * 8 < end; i++) this.wide[i] = undefined;
    for (let i = Math.floor(start / 4); i * 4 < end; i++) this.narrow[i] = undefined;
    if (this.strays.size === 0) return;
    for (const [offset, { width }] of this.strays)
      if (offset < end && offset + width > start) this.strays.delete(offset);
  }

  /** Take over what another shadow has from `start` to before `end`, and put it at the beginning. */
  take(other: Shadow, start: number, end: number): void {
    const move = (offset: number, width: 4 | 8, littleEndian: boolean, active: Active | undefined) => {
      if (active !== undefined && offset >= start && offset + width <= end)
        this.write(offset - start, width, littleEndian, active);
    };
    for (let i = Math.ceil(start / 8); i * 8 < end; i++) move(i * 8, 8, true, other.wide[i]);
    for (let i = Math.ceil(start / 4); i * 4 < end; i++) move(i * 4, 4, true, other.narrow[i]);
    for (const [offset, { width, littleEndian, active }] of other.strays) move(offset, width, littleEndian, active);
  }
}

/** A buffer of the program. */
export class ArrayBufferValue extends ObjectValue {
  readonly machine: Machine;
  readonly bytes: ArrayBuffer;
  /** Undefined until an active number is stored. */
  shadow: Shadow | undefined = undefined;

  constructor(machine: Machine, proto: ObjectValue | null, bytes: ArrayBuffer) {
    super(proto);
    this.machine = machine;
    this.bytes = bytes;
  }

  override get className(): string {
    return "ArrayBuffer";
  }

  /** The shadow, made if there is none yet. */
  shadowed(): Shadow {
    if (this.shadow === undefined) {
      this.machine.pay(this.bytes.byteLength >> 5);
      this.machine.allocate(3 * this.bytes.byteLength);
      this.shadow = new Shadow(this.bytes.byteLength);
    }
    return this.shadow;
  }
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
  if (args[1] instanceof ObjectValue && args[1].get(machine, "maxByteLength") !== undefined)
    throw machine.stop(
      "unsupported/resizable",
      "Buffers of changing length cannot be run here",
      machine.site,
      "Make the buffer as long as it will ever have to be.",
    );
  const proto = prototypeFor(machine, target, machine.intrinsics.arrayBuffer);
  return makeBuffer(machine, length, "Array buffer allocation failed", proto);
};

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
  if (buffer.shadow !== undefined) copy.shadowed().take(buffer.shadow, start, end);
  return copy;
};

/** Every buffer keeps its length, because only those that may change it would do something here. */
const resize: Native = (machine, thisValue) => {
  throw machine.error(
    "TypeError",
    `Method ArrayBuffer.prototype.resize called on incompatible receiver ${valueText(machine, thisValue)}`,
  );
};

const methods = methodTable({ slice: [2, slice], resize: [1, resize] });

const lengthGetter =
  (name: string): Native =>
  (machine, thisValue) =>
    bufferOf(machine, thisValue, `get ArrayBuffer.prototype.${name}`).bytes.byteLength;

const getters = getterTable({
  byteLength: lengthGetter("byteLength"),
  maxByteLength: lengthGetter("maxByteLength"),
  resizable: (machine, thisValue) => {
    bufferOf(machine, thisValue, "get ArrayBuffer.prototype.resizable");
    return false;
  },
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
