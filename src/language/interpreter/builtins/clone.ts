/** `structuredClone` for plain data: primitives, arrays, objects, maps, sets, errors and buffers; numbers keep their history. */
import { peekText, valueText } from "../inspect/describe.ts";
import type { Machine } from "../machine.ts";
import { newArray, newObject } from "../rules/convert.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { createError, ErrorValue, type ErrorName } from "../values/errors.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { Property } from "../values/property.ts";
import { Thrown, type Value } from "../values/values.ts";
import { CollectionValue } from "./collection/collectionValue.ts";
import { DateValue } from "./date.ts";
import { isEnumerable, keysOf } from "./object/keys.ts";
import { makeRegExp, RegExpValue } from "./regexp/regexpValue.ts";
import { ArrayBufferValue, BufferView, makeBuffer, makeResizable } from "./typedArray/arrayBuffer.ts";
import { DataViewValue } from "./typedArray/dataView.ts";
import { TypedArrayValue, type Extent } from "./typedArray/typedArray.ts";

/** Copy a value with everything in it. */
export function cloneValue(machine: Machine, value: Value, seen = new Map<ObjectValue, ObjectValue>()): Value {
  if (typeof value === "symbol") throw refusal(machine, value);
  if (!(value instanceof ObjectValue)) return value;
  const done = seen.get(value);
  if (done !== undefined) return done;
  machine.enter();
  try {
    return cloneObject(machine, value, seen);
  } finally {
    machine.depth--;
  }
}

function cloneObject(machine: Machine, value: ObjectValue, seen: Map<ObjectValue, ObjectValue>): ObjectValue {
  machine.allocate(64);
  if (value instanceof BufferView) return cloneView(machine, value, seen);
  const copy = emptyCopy(machine, value);
  seen.set(value, copy);
  if (value instanceof CollectionValue && copy instanceof CollectionValue) {
    for (const entry of [...value.entries.values()]) {
      machine.pay(1);
      copy.enter(machine, cloneValue(machine, entry.key, seen), cloneValue(machine, entry.value, seen));
    }
  } else if (value instanceof ErrorValue) {
    const cause = value.own("cause");
    if (cause?.isAccessor === false) copy.define("cause", Property.hidden(cloneValue(machine, cause.value, seen)));
  } else if (!(value instanceof PrimitiveObject) && !(value instanceof RegExpValue)) {
    for (const key of keysOf(machine, value)) {
      if (typeof key === "string" && isEnumerable(value, key))
        copy.put(key, cloneValue(machine, value.get(machine, key), seen));
    }
  }
  return copy;
}

/** Views of one buffer are views of one copy. */
function cloneView(machine: Machine, value: BufferView, seen: Map<ObjectValue, ObjectValue>): ObjectValue {
  if (!(value instanceof TypedArrayValue) && !(value instanceof DataViewValue)) throw refusal(machine, value);
  if (value.isOutside) throw refusal(machine, value, "[object Object]");
  const buffer = cloneValue(machine, value.buffer, seen) as ArrayBufferValue;
  const { typedArrays, dataView } = machine.intrinsics;
  const copy =
    value instanceof TypedArrayValue
      ? new TypedArrayValue(typedArrays[value.kind.name], value.kind, buffer, extentOf(value))
      : new DataViewValue(dataView, buffer, value.byteOffset, value.byteLength);
  seen.set(value, copy);
  return copy;
}

function extentOf({ byteOffset, length, isTracking }: TypedArrayValue): Extent {
  return { offset: byteOffset, length, isTracking };
}

function emptyCopy(machine: Machine, value: ObjectValue): ObjectValue {
  const { intrinsics } = machine;
  if (value instanceof FunctionValue) throw refusal(machine, value);
  if (value instanceof ArrayValue) {
    const copy = newArray(machine, []);
    machine.allocate(8 * value.elements.length);
    copy.elements.length = value.elements.length;
    return copy;
  }
  if (value instanceof CollectionValue)
    return new CollectionValue(value.kind === "Map" ? intrinsics.map : intrinsics.set, value.kind);
  if (value instanceof ErrorValue) return cloneError(machine, value);
  if (value instanceof PrimitiveObject) {
    const { number, string, boolean, bigint, object } = intrinsics;
    const byClass: Readonly<Record<string, ObjectValue>> = { Number: number, String: string, Boolean: boolean };
    return new PrimitiveObject(
      byClass[value.className] ?? (typeof value.primitive === "bigint" ? bigint : object),
      value.primitive,
    );
  }
  if (value instanceof ArrayBufferValue) return cloneBuffer(machine, value);
  if (value instanceof DateValue) return new DateValue(intrinsics.date, new Date(value.date), value.isFromActive);
  if (value instanceof RegExpValue) return makeRegExp(machine, value.source, value.flags);
  // Class instances become plain objects; what has a nature of its own is not plain data.
  if (Object.getPrototypeOf(value) !== ObjectValue.prototype) throw refusal(machine, value);
  return newObject(machine);
}

function cloneBuffer(machine: Machine, value: ArrayBufferValue): ArrayBufferValue {
  const { byteLength } = value.bytes;
  const copy =
    value.most === undefined ? makeBuffer(machine, byteLength) : makeResizable(machine, byteLength, value.most);
  new Uint8Array(copy.bytes).set(new Uint8Array(value.bytes));
  if (value.shadow !== undefined) copy.shadowed().put(value.shadow.within(0, value.bytes.byteLength), 0);
  return copy;
}

function cloneError(machine: Machine, value: ErrorValue): ErrorValue {
  const name = peekText(value, "name");
  const known = name !== undefined && name in machine.intrinsics.errorPrototypes ? (name as ErrorName) : "Error";
  const copy = createError(machine, known, peekText(value, "message") ?? "");
  const stack = value.lookup("stack");
  if (stack instanceof Property) copy.define("stack", stack);
  return copy;
}

/** What Node throws for something that cannot be copied. */
function refusal(machine: Machine, value: Value, text = valueText(machine, value)): Thrown {
  const error = createError(machine, "Error", `${text} could not be cloned.`);
  error.define("name", Property.hidden("DataCloneError"));
  return new Thrown(error, machine.site);
}
