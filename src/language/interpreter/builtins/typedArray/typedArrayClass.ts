/** The classes of typed arrays: how they are made, `from` and `of` (ECMA-262, 23.2). */
import { typedText, valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { isConstructor, toLength, toObject } from "../../rules/convert.ts";
import { listOf } from "../../rules/iteration.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { NativeFunction, type Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Property } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { requireFunction } from "../array/arrayLike.ts";
import {
  defineClass,
  defineConstants,
  defineGetters,
  defineMethods,
  getterTable,
  methodTable,
  prototypeFor,
  requireNew,
} from "../define.ts";
import { ArrayBufferValue } from "./arrayBuffer.ts";
import { elementKinds, type ElementKind } from "./elementKinds.ts";
import { toIndex } from "./toIndex.ts";
import { makeTypedArray, outside, requireSameContent, TypedArrayValue } from "./typedArray.ts";
import { typedArrayChanges } from "./typedArrayChange.ts";
import { createWith } from "./typedArrayCreate.ts";
import { installTypedArrayIterators, typedArrayGetters } from "./typedArrayView.ts";
import { typedArrayVisits } from "./typedArrayVisit.ts";

const abstractClass: Native = (machine) => {
  throw machine.error("TypeError", "Abstract class TypedArray not directly constructable");
};

function constructor(elementKind: ElementKind): Native {
  return (machine, _thisValue, args, newTarget) => {
    const target = requireNew(machine, elementKind.name, newTarget);
    const [first] = args;
    const proto = prototypeFor(machine, target, machine.intrinsics.typedArrays[elementKind.name]);
    if (!(first instanceof ObjectValue)) {
      const message = `Invalid typed array length: ${valueText(machine, first)}`;
      return makeTypedArray(machine, elementKind, toIndex(machine, first, message), proto);
    }
    if (first instanceof ArrayBufferValue) return viewOf(machine, elementKind, first, args, proto);
    if (first instanceof TypedArrayValue) return copyOf(machine, elementKind, first, proto);
    const values = valuesOf(machine, first, "TypedArray's constructor");
    const created = makeTypedArray(machine, elementKind, values.length, proto);
    values.forEach((value, index) => {
      machine.pay(1);
      created.setIndex(machine, index, value);
    });
    return created;
  };
}

/** A typed array over an existing buffer. */
function viewOf(
  machine: Machine,
  elementKind: ElementKind,
  buffer: ArrayBufferValue,
  args: readonly Value[],
  proto: ObjectValue,
): TypedArrayValue {
  const { name, size } = elementKind;
  const { byteLength } = buffer.bytes;
  const offset = toIndex(machine, args[1], "Start offset is too large:");
  if (offset % size !== 0) throw machine.error("RangeError", `start offset of ${name} should be a multiple of ${size}`);
  const given =
    args[2] === undefined
      ? undefined
      : toIndex(machine, args[2], `Invalid typed array length: ${valueText(machine, args[2])}`);
  if (given === undefined && byteLength % size !== 0)
    throw machine.error("RangeError", `byte length of ${name} should be a multiple of ${size}`);
  const isTracking = given === undefined && buffer.most !== undefined;
  if (given === undefined && offset > byteLength)
    throw machine.error("RangeError", `Start offset ${offset} is outside the bounds of the buffer`);
  const length = given ?? (byteLength - offset) / size;
  if (offset + length * size > byteLength) throw machine.error("RangeError", `Invalid typed array length: ${length}`);
  machine.allocate(220);
  return new TypedArrayValue(proto, elementKind, buffer, { offset, length, isTracking });
}

/** A typed array with the elements of another. */
function copyOf(
  machine: Machine,
  elementKind: ElementKind,
  source: TypedArrayValue,
  proto: ObjectValue,
): TypedArrayValue {
  if (source.isOutside) throw outside(machine, "Construct");
  const created = makeTypedArray(machine, elementKind, source.length, proto);
  requireSameContent(machine, created, source);
  if (source.kind === elementKind) {
    created.copyFrom(source, 0, 0, source.length);
    return created;
  }
  for (let i = 0; i < source.length; i++) {
    machine.pay(1);
    created.setIndex(machine, i, source.getIndex(machine, i));
  }
  return created;
}

/** The values of an iterable, or else of an array-like object; `asker` is who V8 says wants them. */
function valuesOf(machine: Machine, source: ObjectValue, asker: string): Value[] {
  const method = source.get(machine, Symbol.iterator);
  if (method !== undefined && method !== null && !(method instanceof FunctionValue))
    throw machine.error(
      "TypeError",
      `${asker} requires that the property of the first argument, items[Symbol.iterator], when exists, be a function`,
    );
  if (method instanceof FunctionValue) return listOf(machine, source);
  const length = toLength(machine, source.get(machine, "length"));
  const values: Value[] = [];
  for (let i = 0; i < length; i++) {
    machine.pay(1);
    machine.allocate(8);
    values.push(source.get(machine, String(i)));
  }
  return values;
}

function classOf(machine: Machine, thisValue: Value): FunctionValue {
  if (isConstructor(thisValue)) return thisValue;
  throw machine.error("TypeError", `${valueText(machine, thisValue)} is not a constructor`);
}

const from: Native = (machine, thisValue, args) => {
  const target = classOf(machine, thisValue);
  const mapper = args[1] === undefined ? undefined : requireFunction(machine, args[1]);
  const [source] = args;
  if (source === undefined || source === null)
    throw machine.error(
      "TypeError",
      `${typedText(source)} is not iterable (cannot read property Symbol(Symbol.iterator))`,
    );
  const values = valuesOf(machine, toObject(machine, source), "%TypedArray%.from");
  const created = createWith(machine, target, [values.length]);
  values.forEach((value, index) => {
    machine.pay(1);
    const mapped = mapper === undefined ? value : mapper.call(machine, args[2], [value, index]);
    created.set(machine, String(index), mapped);
  });
  return created;
};

const of: Native = (machine, thisValue, args) => {
  const created = createWith(machine, classOf(machine, thisValue), [args.length]);
  args.forEach((value, index) => {
    machine.pay(1);
    created.set(machine, String(index), value);
  });
  return created;
};

const statics = methodTable({ of: [0, of], from: [1, from] });
const classGetters = getterTable({ [Symbol.species]: (_machine, thisValue) => thisValue });
const constructors: readonly Native[] = elementKinds.map(constructor);

/** Make `%TypedArray%` and its eleven classes. */
export function installTypedArrays(machine: Machine): void {
  const { intrinsics } = machine;
  const { typedArray, typedArrays } = intrinsics;
  const parent = new NativeFunction(intrinsics.function, "TypedArray", 0, abstractClass, true);
  parent.define("prototype", Property.data(typedArray, false, false, false));
  typedArray.define("constructor", Property.hidden(parent));
  defineMethods(machine, parent, statics);
  defineGetters(machine, parent, classGetters);
  defineGetters(machine, typedArray, typedArrayGetters);
  defineMethods(machine, typedArray, typedArrayVisits);
  defineMethods(machine, typedArray, typedArrayChanges);
  installTypedArrayIterators(machine);
  elementKinds.forEach(({ name, size }, index) => {
    const row = { name, length: 3, work: constructors[index]! };
    const created = defineClass(machine, typedArrays[name], row, parent);
    defineConstants(created, { BYTES_PER_ELEMENT: size });
    defineConstants(typedArrays[name], { BYTES_PER_ELEMENT: size });
  });
}
