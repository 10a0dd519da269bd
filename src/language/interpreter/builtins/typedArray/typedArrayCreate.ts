/** How methods of typed arrays make their results (ECMA-262, 23.2.4). */
import type { Machine } from "../../machine.ts";
import type { FunctionValue } from "../../values/functionValue.ts";
import type { Value } from "../../values/values.ts";
import { resultClassOf } from "../species.ts";
import { makeTypedArray, requireSameContent, typedArrayOf, type TypedArrayValue } from "./typedArray.ts";

/** Make a typed array with any class (TypedArrayCreate). */
export function createWith(machine: Machine, constructed: FunctionValue, args: readonly Value[]): TypedArrayValue {
  const created = typedArrayOf(machine, constructed.construct(machine, args, constructed));
  const [length] = args;
  if (args.length === 1 && typeof length === "number" && created.length < length)
    throw machine.error("TypeError", "Derived TypedArray constructor created an array which was too small");
  return created;
}

/** Make a typed array of the class that `exemplar` wants its results to be of (TypedArraySpeciesCreate). */
export function createLike(machine: Machine, exemplar: TypedArrayValue, length: number): TypedArrayValue {
  const species = resultClassOf(machine, exemplar);
  if (species === undefined) return makeTypedArray(machine, exemplar.kind, length);
  const created = createWith(machine, species, [length]);
  requireSameContent(machine, created, exemplar);
  return created;
}
