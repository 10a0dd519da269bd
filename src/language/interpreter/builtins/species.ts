/** Which class a built-in method makes its result with (ECMA-262, 7.3.22). */
import type { Machine } from "../machine.ts";
import { isConstructor } from "../rules/convert.ts";
import { type FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";

/** The class that an object's own class names for results of its methods; undefined for the built-in one. */
export function resultClassOf(machine: Machine, object: ObjectValue): FunctionValue | undefined {
  const constructor = object.get(machine, "constructor");
  if (constructor === undefined) return undefined;
  if (!(constructor instanceof ObjectValue))
    throw machine.error("TypeError", "The .constructor property is not an object");
  const species = constructor.get(machine, Symbol.species);
  if (species === undefined || species === null) return undefined;
  if (isConstructor(species)) return species;
  throw machine.error("TypeError", "object.constructor[Symbol.species] is not a constructor");
}
