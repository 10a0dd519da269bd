/**
 * What sites remember of the objects that they have met. Nearly always it is objects of one layout, so a look at the layout
 * replaces the search for a key, which took a fifth of the time of programs with objects.
 */
import { getProperty } from "../convert.ts";
import { assignProperty } from "../elements.ts";
import type { Layout } from "../layout.ts";
import type { Machine } from "../machine.ts";
import { ABSENT, FunctionValue, ObjectValue, Property } from "../objects.ts";
import type { Names } from "../recording.ts";
import { Active, type Value } from "../values.ts";

/** How a site writes. */
export interface Writing {
  readonly isStrict: boolean;
  readonly names: Names;
  /** The name that an active number gets; -1 for none. */
  readonly name: number;
}

/** A site that reads or writes a property with a name. */
export class PropertySite {
  private layout: Layout | undefined = undefined;
  private place = -1;
  private readonly machine: Machine;
  private readonly key: string;
  private readonly site: number;
  private readonly writing: Writing | undefined;

  constructor(machine: Machine, key: string, site: number, writing?: Writing) {
    this.machine = machine;
    this.key = key;
    this.site = site;
    this.writing = writing;
  }

  /** Read the property. */
  read(base: Value): Value {
    if (base instanceof ObjectValue) {
      const place = this.placeIn(base);
      // What a plain layout speaks of is a value.
      if (place >= 0) return base.values[place] as Value;
    }
    this.machine.site = this.site;
    return getProperty(this.machine, base, this.key);
  }

  /** Write the property as an assignment does, and give the value its name; for sites that say how. */
  write(base: Value, value: Value): void {
    const { machine } = this;
    const { isStrict, names, name } = this.writing!;
    machine.site = this.site;
    const place = base instanceof ObjectValue ? this.placeIn(base) : -1;
    if (place >= 0) (base as ObjectValue).values[place] = value;
    else assignProperty(machine, base, this.key, value, isStrict);
    if (name >= 0 && value instanceof Active) names.give(value.node, name, machine.depth);
  }

  /** Where an object has the property as a plain value; -1 if it does not, or may have it elsewhere. */
  placeIn(object: ObjectValue): number {
    return object.layout === this.layout ? this.place : this.learn(object);
  }

  /** Remember where objects of this layout have the property; -1 if they do not, or if the layout can change. */
  private learn({ layout }: ObjectValue): number {
    if (!layout.isPlain) return -1;
    const place = layout.find(this.key);
    if (place < 0) return -1;
    this.layout = layout;
    return (this.place = place);
  }
}

/** Properties that functions, arrays or `arguments` have without anything being stored for them. */
const NEVER_STORED = new Set(["length", "name", "prototype", "arguments", "caller", "callee"]);

/** A prototype on the way to a method, and how often it had changed when the method was found. */
interface Step {
  readonly object: ObjectValue;
  readonly changes: number;
}

/** A site that calls a method with a name; it remembers what it found in the prototypes of the object that it met. */
export class MethodSite {
  private layout: Layout | undefined = undefined;
  private proto: ObjectValue | null = null;
  /** How often the prototype had changed when the method was found. */
  private changes = -1;
  /** The prototypes above, up to the one that has the method. */
  private above: readonly Step[] = DIRECT;
  private method: Value = undefined;
  private readonly machine: Machine;
  private readonly key: string;
  private readonly canRemember: boolean;

  constructor(machine: Machine, key: string) {
    this.machine = machine;
    this.key = key;
    // Typed arrays have all that reads like a number.
    this.canRemember = !NEVER_STORED.has(key) && String(Number(key)) !== key;
  }

  /** Read the method. */
  read(self: Value): Value {
    const { proto } = this;
    if (
      proto !== null &&
      self instanceof ObjectValue &&
      self.layout === this.layout &&
      self.proto === proto &&
      proto.layout.changes === this.changes &&
      (this.above === DIRECT || isUnchanged(proto, this.above))
    )
      return this.method;
    const method = getProperty(this.machine, self, this.key);
    if (this.canRemember && self instanceof ObjectValue && method instanceof FunctionValue) this.remember(self, method);
    return method;
  }

  /** Remember a method if it can only become another one by a change of a prototype that is counted. */
  private remember({ layout, proto }: ObjectValue, method: FunctionValue): void {
    if (!layout.isShared || layout.find(this.key) >= 0) return;
    const path = pathTo(proto, this.key, method);
    if (path === undefined) return;
    // Changes are counted by layouts that objects have to themselves.
    for (const object of path) object.layout = object.layout.alone();
    const [first, ...above] = path.map((object): Step => ({ object, changes: object.layout.changes }));
    this.layout = layout;
    this.proto = first!.object;
    this.changes = first!.changes;
    this.above = above.length === 0 ? DIRECT : above;
    this.method = method;
  }
}

/** No prototypes above: the method stands in the first one. */
const DIRECT: readonly Step[] = [];
/** How many prototypes are looked at before a search would be as quick. */
const LONGEST_PATH = 4;

/** Whether the prototypes above are those that were met, and as they were. */
function isUnchanged(proto: ObjectValue, above: readonly Step[]): boolean {
  let below = proto;
  for (const { object, changes } of above) {
    if (below.proto !== object || object.layout.changes !== changes) return false;
    below = object;
  }
  return true;
}

/** The prototypes up to the one that has a method as a value; undefined if it is somewhere else, or far away. */
function pathTo(proto: ObjectValue | null, key: string, method: FunctionValue): ObjectValue[] | undefined {
  const path: ObjectValue[] = [];
  for (let object = proto; object !== null && path.length < LONGEST_PATH; object = object.proto) {
    path.push(object);
    const found = object.stored(key);
    if (found instanceof Property ? !found.isAccessor && found.value === method : found === method) return path;
    // What is not stored may be there all the same, as in a proxy.
    if (found !== ABSENT || object.lookup(key) !== ABSENT) return undefined;
  }
  return undefined;
}
