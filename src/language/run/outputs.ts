/** The numbers of a result, each with the way to it. */
import { CollectionValue } from "../interpreter/builtins/collection/collectionValue.ts";
import { TypedArrayValue } from "../interpreter/builtins/typedArray/typedArray.ts";
import type { Machine } from "../interpreter/machine.ts";
import { presentIndices } from "../interpreter/rules/elements.ts";
import { ArrayValue } from "../interpreter/values/arrayValue.ts";
import { FunctionValue } from "../interpreter/values/functionValue.ts";
import { ObjectValue } from "../interpreter/values/objects.ts";
import { Active, type Key, type Value } from "../interpreter/values/values.ts";
import { pathName } from "../pathName.ts";
import type { Output } from "../trace.ts";

/** More numbers than this are not listed. */
const MOST = 100_000;

type Step = string | number;

/** Find every number in a result: of arrays, typed arrays, objects, maps and sets, nested as they are; an object that is met again is not entered again. */
export function outputsOf(machine: Machine, result: Value): Output[] {
  const outputs: Output[] = [];
  const seen = new Set<ObjectValue>();
  const visit = (value: Value, path: readonly Step[]): void => {
    if (outputs.length >= MOST || path.length > 64) return;
    if (typeof value === "number" || value instanceof Active) {
      const node = value instanceof Active ? value.node : undefined;
      outputs.push({ path, name: pathName(path), value: machine.number(value), node });
    } else if (value instanceof ObjectValue && !(value instanceof FunctionValue) && !seen.has(value)) {
      seen.add(value);
      for (const [key, item] of entriesOf(machine, value)) visit(item, [...path, key]);
    }
  };
  visit(result, []);
  return outputs;
}

function* entriesOf(machine: Machine, object: ObjectValue): Generator<readonly [Step, Value]> {
  if (object instanceof ArrayValue) {
    for (const index of presentIndices(object.elements)) yield [index, object.elements[index]];
    yield* membersOf(object, object.storedKeys());
    return;
  }
  if (object instanceof TypedArrayValue) {
    const { length } = object;
    for (let index = 0; index < length; index++) yield [index, object.getIndex(machine, index)];
    return;
  }
  if (object instanceof CollectionValue) {
    for (const [index, [plain, entry]] of [...object.entries].entries())
      yield [stepTo(plain, object, index), entry.value];
    return;
  }
  yield* membersOf(object, object.ownKeys());
}

function* membersOf(object: ObjectValue, keys: readonly Key[]): Generator<readonly [Step, Value]> {
  for (const key of keys) {
    if (typeof key === "symbol") continue;
    const property = object.own(key);
    // A getter runs the program's code, which is over.
    if (property?.enumerable === true && !property.isAccessor) yield [key, property.value];
  }
}

/** The key of a map's entry where it reads as one; else, and in a set, how many entries stand before it. */
function stepTo(key: Value, { kind }: CollectionValue, index: number): Step {
  return kind === "Map" && (typeof key === "string" || typeof key === "number") ? key : index;
}
