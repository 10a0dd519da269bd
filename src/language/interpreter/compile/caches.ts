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
      const place = base.layout === this.layout ? this.place : this.learn(base);
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
    const place = base instanceof ObjectValue ? (base.layout === this.layout ? this.place : this.learn(base)) : -1;
    if (place >= 0) (base as ObjectValue).values[place] = value;
    else assignProperty(machine, base, this.key, value, isStrict);
    if (name >= 0 && value instanceof Active) names.give(value.node, name, machine.depth);
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

/** A site that calls a method with a name; it remembers what it found in the prototype of the object that it met. */
export class MethodSite {
  private layout: Layout | undefined = undefined;
  private proto: ObjectValue | null = null;
  /** How often the prototype had changed when the method was found there. */
  private changes = -1;
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
      proto.layout.changes === this.changes
    )
      return this.method;
    const method = getProperty(this.machine, self, this.key);
    if (this.canRemember && self instanceof ObjectValue && method instanceof FunctionValue) this.remember(self, method);
    return method;
  }

  /** Remember a method if it can only become another one by a change of the prototype that is counted. */
  private remember({ layout, proto }: ObjectValue, method: FunctionValue): void {
    if (!layout.isShared || layout.find(this.key) >= 0) return;
    if (proto === null) return;
    const found = proto.stored(this.key);
    if (found === ABSENT || (found instanceof Property ? found.isAccessor || found.value !== method : found !== method))
      return;
    // Changes are counted by layouts that objects have to themselves.
    proto.layout = proto.layout.alone();
    this.layout = layout;
    this.proto = proto;
    this.changes = proto.layout.changes;
    this.method = method;
  }
}
