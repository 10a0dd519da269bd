/** The built-in objects that the interpreter itself needs; made anew for each run, so that a program that changes them changes only its own. */
import type { TypedArrayName } from "../typedArrayNames.ts";
import type { ArrayValue } from "./values/arrayValue.ts";
import type { ErrorName } from "./values/errors.ts";
import type { FunctionValue } from "./values/functionValue.ts";
import type { ObjectValue } from "./values/objects.ts";
import type { Value } from "./values/values.ts";

/** Prototypes and functions by what they are for. */
export interface Intrinsics {
  /** `globalThis`; global variables are its properties. */
  readonly global: ObjectValue;
  readonly object: ObjectValue;
  readonly function: ObjectValue;
  readonly array: ArrayValue;
  readonly string: ObjectValue;
  readonly number: ObjectValue;
  readonly boolean: ObjectValue;
  readonly bigint: ObjectValue;
  readonly symbol: ObjectValue;
  readonly regExp: ObjectValue;
  readonly date: ObjectValue;
  readonly map: ObjectValue;
  readonly set: ObjectValue;
  readonly weakMap: ObjectValue;
  readonly weakSet: ObjectValue;
  readonly arrayBuffer: ObjectValue;
  readonly dataView: ObjectValue;
  readonly typedArray: ObjectValue;
  readonly typedArrays: Readonly<Record<TypedArrayName, ObjectValue>>;
  readonly errorPrototypes: Readonly<Record<ErrorName, ObjectValue>>;
  /** `%IteratorPrototype%`, and those of the built-in iterators. */
  readonly iterator: ObjectValue;
  readonly arrayIterator: ObjectValue;
  readonly stringIterator: ObjectValue;
  readonly mapIterator: ObjectValue;
  readonly setIterator: ObjectValue;
  readonly regExpStringIterator: ObjectValue;
  readonly iteratorHelper: ObjectValue;
  /** The `next` of each built-in iterator as it was made, to know whether they step as usual. */
  readonly iteratorNexts: ReadonlySet<Value>;
  readonly generator: ObjectValue;
  /** The prototype of generator functions. */
  readonly generatorFunction: ObjectValue;
  /** Those of `async` functions, and of `async` generator functions. */
  readonly asyncFunction: ObjectValue;
  readonly asyncGeneratorFunction: ObjectValue;
  /** `Array.prototype[Symbol.iterator]` and `%ArrayIteratorPrototype%.next` as they were made, to know whether arrays iterate as usual. */
  readonly arrayValues: FunctionValue;
  readonly arrayIteratorNext: FunctionValue;
  /** `Function.prototype[Symbol.hasInstance]`, to know whether `instanceof` works as usual. */
  readonly hasInstance: FunctionValue;
  /** What stands where only sloppy functions show their caller and their arguments. */
  readonly throwTypeError: FunctionValue;
  /** The getter of `Array[Symbol.species]`, to know whether derived arrays are as usual. */
  readonly arraySpecies: FunctionValue;
  /** `Array.prototype.toString` as it was made, which typed arrays share. */
  readonly arrayToString: FunctionValue;
  /** A class of the registry by its global name, for example for `Array` species. */
  readonly arrayConstructor: FunctionValue;
}
