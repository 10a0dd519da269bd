/** What sites remember of methods and getters that objects have from their prototypes. */
import { TypedArrayValue } from "../../builtins/typedArray/typedArray.ts";
import type { Machine } from "../../machine.ts";
import { getProperty } from "../../rules/convert.ts";
import { FunctionValue } from "../../values/functionValue.ts";
import type { Layout } from "../../values/layout.ts";
import { isOrdinary, ObjectValue } from "../../values/objects.ts";
import { Forward, Property, type Slot } from "../../values/property.ts";
import type { Value } from "../../values/values.ts";
import { canRemember, counted, isUnchanged, pathTo, type Step } from "./prototypePath.ts";

/** No prototypes above: the method stands in the first one. */
const DIRECT: readonly Step[] = [];
const NO_ARGUMENTS: readonly Value[] = Object.freeze([]);

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
export class GetterSite extends InheritedSite {
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
