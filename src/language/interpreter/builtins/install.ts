/**
 * Makes every built-in object of a run.
 *
 * First all prototypes are made, empty, so that `machine.intrinsics` can be read from then on; then each installer fills in what
 * belongs to it with the functions of `define.ts`: `export function installMath(machine: Machine): void`.
 */
import type { ErrorName } from "../errors.ts";
import type { Intrinsics, TypedArrayName } from "../intrinsics.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue, NativeFunction, ObjectValue } from "../objects.ts";
import { PrimitiveObject } from "../primitiveObject.ts";
import { WatchedObject } from "../watchedObject.ts";
import { installArray } from "./array.ts";
import { installArrayBuffer } from "./arrayBuffer.ts";
import { installBigInt } from "./bigint.ts";
import { installCollection } from "./collection.ts";
import { installConsole } from "./console.ts";
import { installDataView } from "./dataView.ts";
import { installDate } from "./date.ts";
import { installError } from "./error.ts";
import { installFunction } from "./function.ts";
import { installGlobal } from "./global.ts";
import { installIterator } from "./iterator.ts";
import { installJson } from "./json.ts";
import { installMath } from "./math.ts";
import { installNumber } from "./number.ts";
import { installObject } from "./object.ts";
import { installReflect } from "./reflect.ts";
import { installRegExp } from "./regexp/regExp.ts";
import { installString } from "./string.ts";
import { installSymbol } from "./symbol.ts";
import { installTypedArrays } from "./typedArrayClass.ts";
import { installWeakCollection } from "./weakCollection.ts";

/** Intrinsics while they are being filled in. */
export type Draft = { -readonly [K in keyof Intrinsics]: Intrinsics[K] };

/** Fills in one part of the built-in objects; every prototype exists already, functions of the draft only once their installer ran. */
export type Installer = (machine: Machine, draft: Draft) => void;

const errorNames: readonly ErrorName[] = [
  "EvalError",
  "RangeError",
  "ReferenceError",
  "SyntaxError",
  "TypeError",
  "URIError",
  "AggregateError",
];

const typedArrayNames: readonly TypedArrayName[] = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
  "BigInt64Array",
  "BigUint64Array",
];

/** In the order in which they run. */
const installers: readonly Installer[] = [
  installObject,
  installFunction,
  installIterator,
  installArray,
  installReflect,
  installCollection,
  installWeakCollection,
  installSymbol,
  installError,
  installGlobal,
  installConsole,
  installArrayBuffer,
  installBigInt,
  installDataView,
  installDate,
  installJson,
  installMath,
  installNumber,
  installRegExp,
  installString,
  installTypedArrays,
];

/** Fill `machine.intrinsics`; to be called once, before anything runs. */
export function installIntrinsics(machine: Machine): void {
  const draft = prototypes(machine);
  machine.intrinsics = draft;
  for (const install of installers) install(machine, draft);
}

function prototypes(machine: Machine): Draft {
  const object = new ObjectValue(null);
  const make = () => new ObjectValue(object);
  const inherit = <Name extends string>(names: readonly Name[], proto: ObjectValue) =>
    Object.fromEntries(names.map((name) => [name, new ObjectValue(proto)])) as Record<Name, ObjectValue>;
  const functionPrototype = new NativeFunction(object, "", 0, () => undefined);
  const error = make();
  const iterator = make();
  const typedArray = make();
  const array = new ArrayValue(object, []);
  return {
    global: new WatchedObject(object, () => machine.epoch++),
    object,
    function: functionPrototype,
    array,
    string: new PrimitiveObject(object, ""),
    number: new PrimitiveObject(object, 0),
    boolean: new PrimitiveObject(object, false),
    bigint: make(),
    symbol: make(),
    regExp: make(),
    date: make(),
    map: make(),
    set: make(),
    weakMap: make(),
    weakSet: make(),
    arrayBuffer: make(),
    dataView: make(),
    typedArray,
    typedArrays: inherit(typedArrayNames, typedArray),
    errorPrototypes: { ...inherit(errorNames, error), Error: error },
    iterator,
    arrayIterator: new ObjectValue(iterator),
    stringIterator: new ObjectValue(iterator),
    mapIterator: new ObjectValue(iterator),
    setIterator: new ObjectValue(iterator),
    regExpStringIterator: new ObjectValue(iterator),
    iteratorNexts: new Set(),
    generator: new ObjectValue(iterator),
    generatorFunction: new ObjectValue(functionPrototype),
    // Their installers put the real functions here before anything can read them.
    arrayValues: functionPrototype,
    arrayIteratorNext: functionPrototype,
    arrayConstructor: functionPrototype,
    hasInstance: functionPrototype,
    arraySpecies: functionPrototype,
  };
}
