/** Finds the numbers, booleans and strings inside a value of the program. */
import { CollectionValue } from "../interpreter/builtins/collectionValue.ts";
import { TypedArrayValue } from "../interpreter/builtins/typedArray.ts";
import type { Machine } from "../interpreter/machine.ts";
import { ABSENT, ArrayValue, FunctionValue, ObjectValue, Property } from "../interpreter/objects.ts";
import { Active, type Value } from "../interpreter/values.ts";
import type { Path } from "../trace.ts";

/** A value that is no object, with the way to it. */
export interface Leaf {
  readonly path: Path;
  readonly value: number | boolean | string | Active;
  /** Put an active number in its place; undefined where none can be kept, as in an array of integers. */
  readonly replace: ((active: Active) => void) | undefined;
}

/** How deep values are looked into. */
const DEPTH = 100;

/** Visit the leaves of a value, each object once. */
export function visitLeaves(
  machine: Machine,
  value: Value,
  replace: (active: Active) => void,
  add: (leaf: Leaf) => void,
  seen: Set<ObjectValue>,
): void {
  const visit = (inner: Value, path: Path, put: Leaf["replace"]): void => {
    machine.pay(1);
    if (
      typeof inner === "number" ||
      typeof inner === "boolean" ||
      typeof inner === "string" ||
      inner instanceof Active
    ) {
      machine.allocate(100);
      add({ path, value: inner, replace: put });
      return;
    }
    if (!(inner instanceof ObjectValue) || inner instanceof FunctionValue || seen.has(inner) || path.length > DEPTH)
      return;
    seen.add(inner);
    if (inner instanceof ArrayValue) visitArray(inner, path, visit);
    else if (inner instanceof TypedArrayValue) visitTypedArray(machine, inner, path, visit);
    else if (inner instanceof CollectionValue) visitMap(machine, inner, path, visit);
    else if (inner.className === "Object") visitObject(inner, path, visit);
  };
  visit(value, [], replace);
}

type Visit = (value: Value, path: Path, replace: Leaf["replace"]) => void;

function visitArray(array: ArrayValue, path: Path, visit: Visit): void {
  const { elements } = array;
  for (let index = 0; index < elements.length; index++)
    if (index in elements)
      visit(elements[index], [...path, index], (active) => {
        elements[index] = active;
      });
}

function visitTypedArray(machine: Machine, array: TypedArrayValue, path: Path, visit: Visit): void {
  for (let index = 0; index < array.length; index++) {
    // The element is rounded already, so the active number takes its place as it is.
    const put = (active: Active): void => {
      array.place(index, active);
    };
    visit(array.getIndex(machine, index), [...path, index], array.kind.activeWidth === 0 ? undefined : put);
  }
}

function visitMap(machine: Machine, map: CollectionValue, path: Path, visit: Visit): void {
  if (map.kind === "Set") return;
  let index = 0;
  for (const entry of map.entries.values()) {
    const key = machine.plain(entry.key);
    const step = typeof key === "string" || typeof key === "number" ? key : index;
    visit(entry.value, [...path, step], (active) => {
      entry.value = active;
    });
    index++;
  }
}

function visitObject(object: ObjectValue, path: Path, visit: Visit): void {
  for (const key of object.ownKeys()) {
    if (typeof key === "symbol") continue;
    const slot = object.stored(key);
    if (slot === ABSENT) continue;
    if (!(slot instanceof Property))
      visit(slot, [...path, key], (active) => {
        object.put(key, active);
      });
    else if (slot.enumerable) visitProperty(slot, [...path, key], visit);
  }
  for (const [name, property] of object.privates ?? []) visitProperty(property, [...path, name.written], visit);
}

function visitProperty(property: Property, path: Path, visit: Visit): void {
  if (!property.isAccessor)
    visit(property.value, path, (active) => {
      property.value = active;
    });
}
