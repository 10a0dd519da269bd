/**
 * What sites remember of the objects that they have met. Nearly always it is objects of one layout, so a look at the layout
 * replaces the search for a key, which took a fifth of the time of programs with objects.
 */
import { TypedArrayValue } from "../builtins/typedArray.ts";
import { getProperty } from "../convert.ts";
import { assignProperty } from "../elements.ts";
import type { Layout } from "../layout.ts";
import type { Machine } from "../machine.ts";
import { ABSENT, Forward, FunctionValue, isOrdinary, ObjectValue, Property, type Slot } from "../objects.ts";
import type { Names } from "../recording.ts";
import { Active, type Value } from "../values.ts";

/** How a site writes. */
export interface Writing {
  readonly isStrict: boolean;
  readonly names: Names;
  /** The name that an active number gets; -1 for none. */
  readonly name: number;
}

/** How a site has added its property to an object. */
interface Growth {
  readonly before: Layout;
  readonly after: Layout;
  /** The prototypes of the object, none of which had anything to say of the property. */
  readonly above: readonly Step[];
}

/** A site that reads or writes a property with a name. */
export class PropertySite {
  private layout: Layout | undefined = undefined;
  private place = -1;
  private growth: Growth | undefined = undefined;
  private getter: GetterSite | undefined = undefined;
  /** How often the site may still learn to add: where objects of many layouts come by, that is no gain. */
  private lessons = 16;
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
      // What a plain layout speaks of is a value.
      if (base.layout === this.layout) return base.values[this.place] as Value;
      if (this.getter?.isMet(base) === true) return this.getter.read(base, this.site);
      const place = this.learn(base);
      if (place >= 0) return base.values[place] as Value;
    }
    this.machine.site = this.site;
    const value = getProperty(this.machine, base, this.key);
    if (base instanceof ObjectValue && this.lessons > 0) this.learnGetter(base);
    return value;
  }

  /** Remember the getter that objects like this one have from a prototype, if they have one. */
  private learnGetter(base: ObjectValue): void {
    this.lessons--;
    const getter = new GetterSite(this.machine, this.key);
    if (getter.remember(base)) this.getter = getter;
  }

  /** Write the property as an assignment does, and give the value its name; for sites that say how. */
  write(base: Value, value: Value): void {
    const { machine } = this;
    const { isStrict, names, name } = this.writing!;
    machine.site = this.site;
    if (!(base instanceof ObjectValue)) assignProperty(machine, base, this.key, value, isStrict);
    else if (base.layout === this.layout) base.values[this.place] = value;
    else if (this.growth?.before === base.layout && canGrow(base, this.growth)) {
      machine.allocate(24);
      base.append(this.growth.after, value);
    } else this.writeAnywhere(base, value, isStrict);
    if (name >= 0 && value instanceof Active) names.give(value.node, name, machine.depth);
  }

  /** Where an object has the property as a plain value; -1 if it does not, or may have it elsewhere. */
  placeIn(object: ObjectValue): number {
    return object.layout === this.layout ? this.place : this.learn(object);
  }

  private writeAnywhere(base: ObjectValue, value: Value, isStrict: boolean): void {
    const place = this.learn(base);
    const before = base.layout;
    if (place >= 0) base.values[place] = value;
    else assignProperty(this.machine, base, this.key, value, isStrict);
    if (base.layout === before || !before.isPlain || !canRemember(this.key) || this.lessons-- <= 0) return;
    // A setter may have done anything.
    if (!isOrdinary(base) || base.layout !== before.with(this.key, true)) return;
    const above = prototypesWithout(base, this.key);
    if (above !== undefined) this.growth = { before, after: base.layout, above };
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

/** Whether nothing but what is stored under it can be found for a key: typed arrays have all that reads like a number. */
function canRemember(key: string): boolean {
  return !NEVER_STORED.has(key) && String(Number(key)) !== key;
}

/** Whether an object of the layout that a site has met can be given the property in the same way. */
function canGrow(object: ObjectValue, { above }: Growth): boolean {
  if (!object.extensible || !isOrdinary(object)) return false;
  let below = object;
  for (const { object: proto, changes } of above) {
    if (below.proto !== proto || proto.layout.changes !== changes) return false;
    below = proto;
  }
  return below.proto === null;
}

/** The prototypes of an object, whose changes are counted from now on; undefined if one of them has the property, or if there are many. */
function prototypesWithout(object: ObjectValue, key: string): readonly Step[] | undefined {
  const above: ObjectValue[] = [];
  for (let proto = object.proto; proto !== null; proto = proto.proto) {
    if (above.length === LONGEST_PATH || proto.stored(key) !== ABSENT || proto.lookup(key) !== ABSENT) return undefined;
    above.push(proto);
  }
  return above.map(counted);
}

/** A prototype with its changes, which are counted by layouts that objects have to themselves. */
function counted(object: ObjectValue): Step {
  object.layout = object.layout.alone();
  return { object, changes: object.layout.changes };
}

/** A prototype on the way to a method, and how often it had changed when the method was found. */
interface Step {
  readonly object: ObjectValue;
  readonly changes: number;
}

/** What a site remembers of something that objects have from a prototype; it holds as long as the prototypes stay as they were. */
abstract class InheritedSite {
  private layout: Layout | undefined = undefined;
  private proto: ObjectValue | null = null;
  /** How often the prototype had changed when it was found. */
  private changes = -1;
  /** The prototypes above, up to the one that has it. */
  private above: readonly Step[] = DIRECT;
  protected readonly machine: Machine;
  protected readonly key: string;

  constructor(machine: Machine, key: string) {
    this.machine = machine;
    this.key = key;
  }

  /** Whether an object has the same prototypes as the one that was met, and nothing else under the key. */
  protected isLike({ layout, proto }: ObjectValue): boolean {
    return (
      proto !== null &&
      layout === this.layout &&
      proto === this.proto &&
      proto.layout.changes === this.changes &&
      (this.above === DIRECT || isUnchanged(proto, this.above))
    );
  }

  /** Remember the way to something if it can only become something else by a change of a prototype that is counted; whether it can be remembered. */
  protected rememberPath({ layout, proto }: ObjectValue, isFound: (slot: Slot) => boolean): boolean {
    if (!layout.isShared || layout.find(this.key) >= 0) return false;
    const path = pathTo(proto, this.key, isFound);
    if (path === undefined) return false;
    const [first, ...above] = path.map(counted);
    this.layout = layout;
    this.proto = first!.object;
    this.changes = first!.changes;
    this.above = above.length === 0 ? DIRECT : above;
    return true;
  }
}

/** How many classes of objects a site that calls a method keeps apart. */
const MOST_MET = 4;

/** A site that calls a method with a name; it remembers what it found in the prototypes of the objects that it met. */
export class MethodSite extends InheritedSite {
  private method: Value = undefined;
  private readonly canRemember: boolean;
  /** What it has met besides, as sites of their own. */
  private next: MethodSite | undefined = undefined;
  private met = 0;
  /** How often the site may still learn: where objects of many classes come by, that is no gain. */
  private lessons = 64;

  constructor(machine: Machine, key: string) {
    super(machine, key);
    this.canRemember = canRemember(key);
  }

  /** Read the method. */
  read(self: Value): Value {
    if (!(self instanceof ObjectValue)) return getProperty(this.machine, self, this.key);
    if (this.isLike(self)) return this.method;
    for (let other = this.next; other !== undefined; other = other.next) if (other.isLike(self)) return other.method;
    const method = getProperty(this.machine, self, this.key);
    if (this.canRemember && method instanceof FunctionValue && this.lessons-- > 0) this.learn(self, method);
    return method;
  }

  private learn(self: ObjectValue, method: FunctionValue): void {
    const isFirst = this.met === 0 || this.met === MOST_MET;
    const site = isFirst ? this : new MethodSite(this.machine, this.key);
    if (!site.remember(self, method)) return;
    if (this.met < MOST_MET) this.met++;
    if (isFirst) return;
    site.next = this.next;
    this.next = site;
  }

  private remember(self: ObjectValue, method: FunctionValue): boolean {
    const isMethod = (slot: Slot): boolean =>
      slot instanceof Property ? !slot.isAccessor && slot.value === method : slot === method;
    const isRemembered = this.rememberPath(self, isMethod);
    if (isRemembered) this.method = method;
    return isRemembered;
  }
}

/** The getter that a site has met in the prototypes of an object. */
class GetterSite extends InheritedSite {
  private getter: FunctionValue | undefined = undefined;
  /** The class of the object: others may have something of their own under the key without storing it. */
  private kind: unknown = undefined;

  /** Whether an object has the getter that was met. */
  isMet(self: ObjectValue): boolean {
    return this.isLike(self) && self.constructor === this.kind;
  }

  /** Read the property of an object that has the getter. */
  read(self: ObjectValue, site: number): Value {
    this.machine.site = site;
    return this.getter!.call(this.machine, self, NO_ARGUMENTS);
  }

  /** Remember the getter of an object; whether it has one that can be remembered. */
  remember(self: ObjectValue): boolean {
    if ((!isOrdinary(self) && self.constructor !== TypedArrayValue) || String(Number(this.key)) === this.key)
      return false;
    const isGetter = (slot: Slot): boolean => {
      if (!(slot instanceof Property) || slot instanceof Forward) return false;
      this.getter = slot.getter;
      return slot.getter !== undefined;
    };
    this.kind = self.constructor;
    return this.rememberPath(self, isGetter);
  }
}

const NO_ARGUMENTS: readonly Value[] = Object.freeze([]);

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

/** The prototypes up to the one that has what is looked for; undefined if it is somewhere else, or far away. */
function pathTo(proto: ObjectValue | null, key: string, isFound: (slot: Slot) => boolean): ObjectValue[] | undefined {
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
