/** `DataView`: numbers of any kind at any offset of a buffer. */
import { opcodeOf } from "../../../../autodiff/operations/operations.ts";
import { recordUnary } from "../../../../autodiff/record.ts";
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { toActiveNumber, toBoolean } from "../../rules/convert.ts";
import type { Native } from "../../values/nativeFunction.ts";
import type { ObjectValue } from "../../values/objects.ts";
import { Active, activeAt, type Value } from "../../values/values.ts";
import { toBigInt } from "../bigint.ts";
import {
  defineClass,
  defineTag,
  getterTable,
  methodTable,
  prototypeFor,
  requireNew,
  type WrittenMethod,
} from "../define.ts";
import { ArrayBufferValue, BufferView, noteBytes } from "./arrayBuffer.ts";
import { toIndex } from "./toIndex.ts";
import { outside } from "./typedArray.ts";

const FROUND = opcodeOf("fround");

/** A view of the program. */
export class DataViewValue extends BufferView {
  readonly buffer: ArrayBufferValue;
  readonly byteOffset: number;
  readonly data: DataView;

  /** How many bytes it needs; undefined if it ends where the buffer does. */
  private readonly made: number | undefined;

  constructor(proto: ObjectValue | null, buffer: ArrayBufferValue, offset: number, length: number | undefined) {
    super(proto);
    this.buffer = buffer;
    this.byteOffset = offset;
    this.made = length;
    this.data = new DataView(buffer.bytes, offset, length);
  }

  get isOutside(): boolean {
    return this.byteOffset + (this.made ?? 0) > this.buffer.bytes.byteLength;
  }

  // The host's own view follows its buffer.
  follow(): void {
    return undefined;
  }

  get byteLength(): number {
    return this.data.byteLength;
  }

  override get className(): string {
    return "DataView";
  }
}

const construct: Native = (machine, _thisValue, args, newTarget) => {
  const target = requireNew(machine, "DataView", newTarget);
  const [buffer] = args;
  if (!(buffer instanceof ArrayBufferValue))
    throw machine.error("TypeError", "First argument to DataView constructor must be an ArrayBuffer");
  const { byteLength } = buffer.bytes;
  const outside = `Start offset ${valueText(machine, args[1])} is outside the bounds of the buffer`;
  const offset = toIndex(machine, args[1], outside);
  if (offset > byteLength) throw machine.error("RangeError", outside);
  const wrong = `Invalid DataView length ${valueText(machine, args[2])}`;
  const fixed = buffer.most === undefined ? byteLength - offset : undefined;
  const length = args[2] === undefined ? fixed : toIndex(machine, args[2], wrong);
  if (offset + (length ?? 0) > byteLength) throw machine.error("RangeError", wrong);
  machine.allocate(96);
  return new DataViewValue(prototypeFor(machine, target, machine.intrinsics.dataView), buffer, offset, length);
};

/** The kinds of numbers that a view reads and writes, with their bytes. */
const sizes = {
  ...{ Int8: 1, Uint8: 1, Int16: 2, Uint16: 2, Int32: 4, Uint32: 4 },
  ...{ Float32: 4, Float64: 8, BigInt64: 8, BigUint64: 8 },
} as const;

type NumberKind = keyof typeof sizes;

const activeWidths: Readonly<Partial<Record<NumberKind, 4 | 8>>> = { Float32: 4, Float64: 8 };

function viewOf(machine: Machine, value: Value, method: string): DataViewValue {
  if (value instanceof DataViewValue) return value;
  // V8 does not say which receiver it was.
  throw machine.error("TypeError", `Method ${method} called on incompatible receiver undefined`);
}

const OUTSIDE = "Offset is outside the bounds of the DataView";

function checked(machine: Machine, view: DataViewValue, offset: number, kind: NumberKind): void {
  // V8 speaks of reading also where it was to write.
  if (view.isOutside) throw outside(machine, `DataView.prototype.get${kind}`);
  if (offset + sizes[kind] > view.byteLength) throw machine.error("RangeError", OUTSIDE);
}

function reader(kind: NumberKind): Native {
  const name = `get${kind}` as const;
  return (machine, thisValue, args) => {
    const view = viewOf(machine, thisValue, `DataView.prototype.${name}`);
    const offset = toIndex(machine, args[0], OUTSIDE);
    const littleEndian = toBoolean(machine, args[1]);
    checked(machine, view, offset, kind);
    const width = activeWidths[kind];
    const { shadow } = view.buffer;
    const start = view.byteOffset + offset;
    const active = width === undefined ? undefined : shadow?.read(start, width, littleEndian);
    if (active !== undefined) return active;
    noteBytes(view.buffer, start, start + sizes[kind]);
    return view.data[name](offset, littleEndian);
  };
}

function writer(kind: NumberKind): Native {
  const name = `set${kind}` as const;
  const width = activeWidths[kind];
  return (machine, thisValue, args) => {
    const view = viewOf(machine, thisValue, `DataView.prototype.${name}`);
    const offset = toIndex(machine, args[0], OUTSIDE);
    const given = kind.startsWith("Big") ? toBigInt(machine, args[1]) : toActiveNumber(machine, args[1]);
    const value = given instanceof Active && width === undefined ? machine.settleWhole("`{code}`", given) : given;
    const littleEndian = toBoolean(machine, args[2]);
    checked(machine, view, offset, kind);
    const { buffer } = view;
    const start = view.byteOffset + offset;
    const plain = value instanceof Active ? machine.number(value) : value;
    // Each kind's own method takes what `value` was converted to.
    const writers = view.data as unknown as Record<string, (offset: number, value: unknown, isLittle: boolean) => void>;
    writers[name]!(offset, plain, littleEndian);
    if (value instanceof Active && width !== undefined) {
      const rounded = width === 8 ? value : activeAt(recordUnary(machine.tape, FROUND, value.node, machine.site));
      buffer.shadowed().write(start, width, littleEndian, rounded);
    } else buffer.shadow?.forget(start, start + sizes[kind]);
    return undefined;
  };
}

const kinds = Object.keys(sizes) as readonly NumberKind[];
const written: Record<string, WrittenMethod> = {};
for (const kind of kinds) {
  written[`get${kind}`] = [1, reader(kind)];
  written[`set${kind}`] = [2, writer(kind)];
}
const methods = methodTable(written);

/** A getter; V8 calls it by two names. */
function measure(name: "byteLength" | "byteOffset", called: string): Native {
  return (machine, thisValue) => {
    const view = viewOf(machine, thisValue, `get DataView.prototype.${called}`);
    if (view.isOutside) throw outside(machine, `DataView.prototype.${name}`);
    return view[name];
  };
}

const getters = getterTable({
  buffer: (machine, thisValue) => viewOf(machine, thisValue, "get DataView.prototype.buffer").buffer,
  byteLength: measure("byteLength", "byte_length"),
  byteOffset: measure("byteOffset", "byte_offset"),
});

/** Make `DataView`. */
export function installDataView(machine: Machine): void {
  const { dataView } = machine.intrinsics;
  defineClass(machine, dataView, { name: "DataView", length: 1, work: construct, methods, getters });
  defineTag(dataView, "DataView");
}
