/** `JSON`: the host's parser, and a writer of our own over the program's objects (ECMA-262, 25.5). */
import type { Machine } from "../../machine.ts";
import { isArray, newArray, newObject, toText } from "../../rules/convert.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import type { Value } from "../../values/values.ts";
import { lengthOf } from "../array/arrayLike.ts";
import { defineGlobal, defineMethods, defineTag, methodTable } from "../define.ts";
import { withDepthErrors, withHostErrors } from "../hostError.ts";
import { defineOwn, plainDescriptor } from "../object/descriptor.ts";
import { stringify } from "./jsonWriter.ts";

/** What the host's parser answers. */
type Parsed = null | boolean | number | string | Parsed[] | ParsedObject;

interface ParsedObject {
  readonly [key: string]: Parsed;
}

/** How many values a long text has beside each other, about: twice their places are needed at once, the host's and the program's. */
function commasIn(text: string): number {
  if (text.length < LONG) return 0;
  let count = 0;
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) === 44) count++;
  return count;
}

/** Texts from here on may hold more than fits into the memory of a run. */
const LONG = 1_000_000;

function parse(machine: Machine, text: string): Value {
  machine.pay(1 + (text.length >> 3));
  machine.allocate(text.length + 24 * commasIn(text));
  const parsed = withHostErrors(machine, () => JSON.parse(text) as Parsed);
  return machine.noteReading(text, imported(machine, parsed, text));
}

/** An object or array that has been made, and what is to be put into it. */
interface Unfilled {
  readonly into: ObjectValue;
  readonly from: readonly Parsed[] | ParsedObject;
}

/** The program's own copy of parsed data; without recursion, because the host's parser knows no limit of depth either. */
function imported(machine: Machine, data: Parsed, text: string): Value {
  const unfilled: Unfilled[] = [];
  const copy = (item: Parsed): Value => {
    machine.pay(1);
    if (typeof item === "string") return machine.written.make(item, text);
    if (typeof item !== "object" || item === null) return item;
    const into = Array.isArray(item) ? newArray(machine, []) : newObject(machine);
    unfilled.push({ into, from: item });
    return into;
  };
  const root = copy(data);
  while (unfilled.length > 0) {
    const { into, from } = unfilled.pop()!;
    if (into instanceof ArrayValue) into.elements = (from as readonly Parsed[]).map(copy);
    else for (const [key, item] of Object.entries(from as ParsedObject)) into.put(key, copy(item));
  }
  return root;
}

/** Let the program's function have a look at each value, from the inside out (InternalizeJSONProperty). */
function revive(machine: Machine, holder: ObjectValue, key: string, reviver: FunctionValue): Value {
  const value = holder.get(machine, key);
  machine.enter();
  if (value instanceof ObjectValue) {
    const keys = isArray(machine, value)
      ? Array.from({ length: lengthOf(machine, value) }, (_, index) => String(index))
      : value.ownKeys().filter((name) => typeof name === "string" && value.own(name)?.enumerable === true);
    for (const name of keys as string[]) {
      machine.pay(1);
      const revived = revive(machine, value, name, reviver);
      if (revived === undefined) value.delete(name);
      else defineOwn(machine, value, name, plainDescriptor(revived));
    }
  }
  const result = reviver.call(machine, holder, [key, value]);
  machine.depth--;
  return result;
}

const methods = methodTable({
  parse: [
    2,
    (machine, _thisValue, args) => {
      const result = parse(machine, toText(machine, args[0]));
      if (!(args[1] instanceof FunctionValue)) return result;
      const root = newObject(machine);
      root.put("", result);
      const reviver = args[1];
      return withDepthErrors(machine, () => revive(machine, root, "", reviver));
    },
  ],
  stringify: [
    3,
    (machine, _thisValue, args) => withDepthErrors(machine, () => stringify(machine, args[0], args[1], args[2])),
  ],
});

/** Make `JSON`. */
export function installJson(machine: Machine): void {
  const json = new ObjectValue(machine.intrinsics.object);
  defineMethods(machine, json, methods);
  defineTag(json, "JSON");
  defineGlobal(machine, "JSON", json);
}
