/** The way from an object up its prototypes to a property, with what must stay as it was for the way to hold. */
import { type ObjectValue } from "../../values/objects.ts";
import { ABSENT, type Slot } from "../../values/property.ts";

/** A prototype on the way, and how often it had changed when the way was found. */
export interface Step {
  readonly object: ObjectValue;
  readonly changes: number;
}

/** How many prototypes are looked at before a search would be as quick. */
const LONGEST_PATH = 4;

/** Properties that functions, arrays or `arguments` have without anything being stored for them. */
const NEVER_STORED = new Set(["length", "name", "prototype", "arguments", "caller", "callee"]);

/** Whether nothing but what is stored under it can be found for a key: typed arrays have all that reads like a number. */
export function canRemember(key: string): boolean {
  return !NEVER_STORED.has(key) && String(Number(key)) !== key;
}

/** A prototype with its changes, which are counted by layouts that objects have to themselves. */
export function counted(object: ObjectValue): Step {
  object.layout = object.layout.alone();
  return { object, changes: object.layout.changes };
}

/** The prototypes of an object, whose changes are counted from now on; undefined if one of them has the property, or if there are many. */
export function prototypesWithout(object: ObjectValue, key: string): readonly Step[] | undefined {
  const above: ObjectValue[] = [];
  for (let proto = object.proto; proto !== null; proto = proto.proto) {
    if (above.length === LONGEST_PATH || proto.stored(key) !== ABSENT || proto.lookup(key) !== ABSENT) return undefined;
    above.push(proto);
  }
  return above.map(counted);
}

/** The prototypes up to the one that has what is looked for; undefined if it is somewhere else, or far away. */
export function pathTo(
  proto: ObjectValue | null,
  key: string,
  isFound: (slot: Slot) => boolean,
): ObjectValue[] | undefined {
  const path: ObjectValue[] = [];
  for (let object = proto; object !== null && path.length < LONGEST_PATH; object = object.proto) {
    path.push(object);
    const found = object.stored(key);
    if (found !== ABSENT && isFound(found)) return path;
    // What is not stored may be there all the same, as in a proxy.
    if (found !== ABSENT || object.lookup(key) !== ABSENT) return undefined;
  }
  return undefined;
}

/** Whether the prototypes above are those that were met, and as they were. */
export function isUnchanged(proto: ObjectValue, above: readonly Step[]): boolean {
  let below = proto;
  for (const { object, changes } of above) {
    if (below.proto !== object || object.layout.changes !== changes) return false;
    below = object;
  }
  return true;
}
