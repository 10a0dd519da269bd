/** Finds the numbers, booleans and strings inside a value of the program. */
import { CollectionValue, type PlainKey } from "../interpreter/builtins/collection/collectionValue.ts";
import { TypedArrayValue } from "../interpreter/builtins/typedArray/typedArray.ts";
import type { Machine } from "../interpreter/machine.ts";
import { presentIndices } from "../interpreter/rules/elements.ts";
import { NativeIterator } from "../interpreter/rules/iteration.ts";
import { ArrayValue } from "../interpreter/values/arrayValue.ts";
import { FunctionValue } from "../interpreter/values/functionValue.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { ABSENT, Property } from "../interpreter/values/property.ts";
import { Active, type Value } from "../interpreter/values/values.ts";
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
    else if (inner instanceof CollectionValue) visitCollection(machine, inner, path, visit);
    else if (inner instanceof NativeIterator) visit(inner.array, path, undefined);
    else if (inner.className === "Object") visitObject(inner, path, visit);
  };
  visit(value, [], replace);
}

type Visit = (value: Value, path: Path, replace: Leaf["replace"]) => void;

function visitArray(array: ArrayValue, path: Path, visit: Visit): void {
  const { elements } = array;
  for (const index of presentIndices(elements))
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

function visitCollection(machine: Machine, collection: CollectionValue, path: Path, visit: Visit): void {
  for (const { step, key, value } of stepsOf(collection))
    visit(value, [...path, step], (active) => {
      collection.replace(machine, key, active);
    });
}

/** What a collection holds, with the step that leads there: a key that can be written, else how many are before it. */
export function stepsOf({ kind, entries }: CollectionValue): readonly {
  readonly step: string | number;
  readonly key: PlainKey;
  readonly value: Value;
}[] {
  return [...entries].map(([key, { value }], index) => {
    const isWritten = kind === "Map" && (typeof key === "string" || typeof key === "number");
    return { step: isWritten ? key : index, key, value };
  });
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
