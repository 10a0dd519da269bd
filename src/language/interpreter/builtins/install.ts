/**
 * Makes every built-in object of a run.
 *
 * First all prototypes are made, empty, so that `machine.intrinsics` can be read from then on; then each installer fills in what
 * belongs to it, most of them only when a program first looks at it, with the functions of `define.ts`: `export function installMath(machine: Machine): void`.
 */
import { typedArrayNames } from "../../typedArrayNames.ts";
import type { Intrinsics } from "../intrinsics.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import type { ErrorName } from "../values/errors.ts";
import { type FunctionValue } from "../values/functionValue.ts";
import { GlobalObject, LazyObject } from "../values/lazyObject.ts";
import { NativeFunction } from "../values/nativeFunction.ts";
import { ObjectValue } from "../values/objects.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { installArray } from "./array/array.ts";
import { installBigInt } from "./bigint.ts";
import { installCollection } from "./collection/collection.ts";
import { installWeakCollection } from "./collection/weakCollection.ts";
import { installConsole } from "./console.ts";
import { installDate } from "./date.ts";
import { installError } from "./error.ts";
import { installFunction } from "./function.ts";
import { installGlobal } from "./global.ts";
import { installIterator } from "./iterator.ts";
import { installIteratorHelpers } from "./iteratorHelpers.ts";
import { installMath } from "./math.ts";
import { installNumber } from "./number.ts";
import { installObject } from "./object/object.ts";
import { installProxy } from "./object/proxy.ts";
import { installReflect } from "./object/reflect.ts";
import { installRegExp } from "./regexp/regexpClass.ts";
import { installSymbol } from "./symbol.ts";
import { installJson } from "./text/json.ts";
import { installString } from "./text/string.ts";
import { installArrayBuffer } from "./typedArray/arrayBuffer.ts";
import { installDataView } from "./typedArray/dataView.ts";
import { installTypedArrays } from "./typedArray/typedArrayClass.ts";
import { installWaiting, WAITING } from "./waiting.ts";

/** Intrinsics while they are being filled in. */
export type Draft = { -readonly [K in keyof Intrinsics]: Intrinsics[K] };

/** The objects that everything else is put into. */
type Objects = ReturnType<typeof makeObjects>;

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

/** What every run needs, in the order in which it is made. */
const installers: readonly Installer[] = [
  installObject,
  installFunction,
  installIterator,
  installIteratorHelpers,
  installArray,
  installGlobal,
  installNumber,
  installString,
];

/** What is made when one of its global variables or one of its prototypes is first looked at. */
interface LazyPart {
  readonly install: Installer;
  readonly variables: readonly string[];
  readonly prototypes: (objects: Objects) => readonly LazyObject[];
}

const nothing = (): [] => [];
const lazyParts: readonly LazyPart[] = [
  { install: installProxy, variables: ["Proxy"], prototypes: nothing },
  { install: installReflect, variables: ["Reflect"], prototypes: nothing },
  { install: installCollection, variables: ["Map", "Set"], prototypes: ({ map, set }) => [map, set] },
  {
    install: installWeakCollection,
    variables: ["WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry"],
    prototypes: ({ weakMap, weakSet }) => [weakMap, weakSet],
  },
  { install: installWaiting, variables: WAITING, prototypes: nothing },
  { install: installSymbol, variables: ["Symbol"], prototypes: ({ symbol }) => [symbol] },
  {
    install: installError,
    variables: ["Error", ...errorNames],
    prototypes: ({ errorPrototypes }) => Object.values(errorPrototypes),
  },
  { install: installConsole, variables: ["console"], prototypes: nothing },
  { install: installArrayBuffer, variables: ["ArrayBuffer"], prototypes: ({ arrayBuffer }) => [arrayBuffer] },
  { install: installBigInt, variables: ["BigInt"], prototypes: ({ bigint }) => [bigint] },
  { install: installDataView, variables: ["DataView"], prototypes: ({ dataView }) => [dataView] },
  { install: installDate, variables: ["Date", "performance"], prototypes: ({ date }) => [date] },
  { install: installJson, variables: ["JSON"], prototypes: nothing },
  { install: installMath, variables: ["Math"], prototypes: nothing },
  { install: installRegExp, variables: ["RegExp"], prototypes: ({ regExp }) => [regExp] },
  {
    install: installTypedArrays,
    variables: typedArrayNames,
    prototypes: ({ typedArray, typedArrays }) => [typedArray, ...Object.values(typedArrays)],
  },
];

/** Fill `machine.intrinsics`; to be called once, before anything runs. */
export function installIntrinsics(machine: Machine): void {
  const objects = makeObjects(machine);
  const draft: Draft = objects;
  machine.intrinsics = draft;
  for (const install of installers) install(machine, draft);
  for (const { install, variables, prototypes } of lazyParts) {
    const waiting = prototypes(objects);
    const { global } = objects;
    const make = (): void => {
      // Whatever is looked at first makes the whole part.
      for (const name of variables) global.waiting.delete(name);
      for (const prototype of waiting) prototype.fillIn = undefined;
      install(machine, draft);
    };
    for (const name of variables) global.waiting.set(name, make);
    for (const prototype of waiting) prototype.fillIn = make;
  }
}

/** Objects that are there from the start and inherit from another one. */
function inheritPlainly<Name extends string>(names: readonly Name[], proto: ObjectValue): Record<Name, ObjectValue> {
  return Object.fromEntries(names.map((name) => [name, new ObjectValue(proto)])) as Record<Name, ObjectValue>;
}

function makeObjects(machine: Machine) {
  const object = new ObjectValue(null);
  const make = () => new LazyObject(object);
  const inherit = <Name extends string>(names: readonly Name[], proto: ObjectValue) =>
    Object.fromEntries(names.map((name) => [name, new LazyObject(proto)])) as Record<Name, LazyObject>;
  const functionPrototype = new NativeFunction(object, "", 0, () => undefined);
  const error = make();
  const iterator = new ObjectValue(object);
  const typedArray = make();
  const array = new ArrayValue(object, []);
  return {
    global: new GlobalObject(object, () => machine.epoch++),
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
    iteratorHelper: new ObjectValue(iterator),
    iteratorNexts: new Set<FunctionValue>(),
    generator: new ObjectValue(iterator),
    ...inheritPlainly(["generatorFunction", "asyncFunction", "asyncGeneratorFunction"], functionPrototype),
    // Their installers put the real functions here before anything can read them.
    arrayValues: functionPrototype,
    arrayIteratorNext: functionPrototype,
    arrayConstructor: functionPrototype,
    hasInstance: functionPrototype,
    throwTypeError: functionPrototype,
    arraySpecies: functionPrototype,
    arrayToString: functionPrototype,
  };
}
