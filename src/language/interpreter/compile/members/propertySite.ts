/**
 * What sites remember of the properties of objects that they have met. Nearly always it is objects of one layout, so a look at the layout
 * replaces the search for a key, which took a fifth of the time of programs with objects.
 */
import type { Machine } from "../../machine.ts";
import type { Names } from "../../recording.ts";
import { getProperty } from "../../rules/convert.ts";
import { assignProperty } from "../../rules/elements.ts";
import type { Layout } from "../../values/layout.ts";
import { isOrdinary, ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";
import { GetterSite } from "./inheritedSites.ts";
import { canRemember, prototypesWithout, type Step } from "./prototypePath.ts";

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
