/** Objects of the interpreted program. They live in the interpreter's own classes, so nothing of the host can be reached through a prototype. */
import type { Machine } from "../machine.ts";
import type { ProxyState } from "../proxy/proxyState.ts";
import { emptyLayout, NO_VALUES, withRoom, type Layout } from "./layout.ts";
import { ABSENT, Forward, Property, type PrivateName, type Slot } from "./property.ts";
import type { Key, Value } from "./values.ts";

/** An object of the program. Subclasses are JavaScript's exotic objects. */
export class ObjectValue {
  proto: ObjectValue | null;
  extensible = true;
  /** Private members, for objects that have any. */
  privates: Map<PrivateName, Property> | undefined = undefined;
  /** Where each own property stands in `values`. Both are to be read only: what is written goes through `store`. */
  layout: Layout = emptyLayout();
  values: Slot[] = NO_VALUES;

  constructor(proto: ObjectValue | null) {
    this.proto = proto;
  }

  /** What stands behind a proxy; undefined for every other object. */
  get proxy(): ProxyState | undefined {
    return undefined;
  }

  /** What `Object.prototype.toString` calls the object if it has no `Symbol.toStringTag`. */
  get className(): string {
    return "Object";
  }

  /** The prototype, as the program is told. */
  getPrototype(): ObjectValue | null {
    return this.proto;
  }

  /** Whether properties can be added. */
  isExtensible(): boolean {
    return this.extensible;
  }

  /** Let no more properties be added; false if the object does not allow that. */
  preventExtensions(): boolean {
    this.extensible = false;
    return true;
  }

  /** The own property as it is stored, or ABSENT. The fast way to read; `own` is the complete one. */
  lookup(key: Key): Slot | typeof ABSENT {
    return this.stored(key);
  }

  /** What is stored under a key, whatever the kind of the object makes of the key. */
  stored(key: Key): Slot | typeof ABSENT {
    const place = this.layout.find(key);
    return place < 0 ? ABSENT : this.values[place];
  }

  /** The keys under which something is stored, in JavaScript's order. */
  storedKeys(): Key[] {
    return this.layout.ordered();
  }

  /** The own property with its attributes. */
  own(key: Key): Property | undefined {
    const slot = this.lookup(key);
    if (slot === ABSENT) return undefined;
    return slot instanceof Property ? slot : Property.data(slot, true, true, true);
  }

  /** Create or replace an own property without asking (the caller has validated it, or made the object). */
  define(key: Key, property: Property): void {
    if (property.isPlain) this.store(key, property.value, true);
    else this.store(key, property, false);
  }

  /** Create or replace a plain own property without asking. */
  put(key: Key, value: Value): void {
    this.store(key, value, true);
  }

  /** Add a plain own property, the one that `layout` has more than the layout so far; both never change. */
  append(layout: Layout, value: Value): void {
    const place = this.layout.size;
    this.layout = layout;
    this.values = withRoom(this.values, place, undefined);
    this.values[place] = value;
  }

  /** Add plain own properties without values, those that `layout` has more than the layout so far; both never change. */
  extend(layout: Layout): void {
    for (let place = this.layout.size; place < layout.size; place++)
      this.values = withRoom(this.values, place, undefined);
    this.layout = layout;
  }

  /** Store something under a key; what is not plain is a property with attributes. */
  protected store(key: Key, slot: Slot, isPlain: boolean): void {
    let place = this.layout.find(key);
    if (place < 0) {
      place = this.layout.size;
      this.layout = this.layout.with(key, isPlain);
      this.values = withRoom(this.values, place, undefined);
    } else if (!isPlain && this.layout.isPlain) this.layout = this.layout.alone();
    this.values[place] = slot;
    if (!this.layout.isShared) this.layout.changes++;
  }

  /** Store nothing under a key any more. */
  protected unstore(key: Key): void {
    const place = this.layout.find(key);
    if (place < 0) return;
    const layout = (this.layout = this.layout.alone());
    layout.changes++;
    layout.remove(key);
    this.values[place] = undefined;
    if (!layout.isSparse) return;
    const { values } = this;
    this.values = layout.close().map((before) => values[before]);
  }

  /** Remove an own property; false if it is not configurable. */
  delete(key: Key): boolean {
    const slot = this.lookup(key);
    if (slot instanceof Property && !slot.configurable) return false;
    this.unstore(key);
    return true;
  }

  /** The own keys in JavaScript's order: indices ascending, strings, then symbols. */
  ownKeys(): Key[] {
    return this.storedKeys();
  }

  /** Whether the object or one of its prototypes has the property. */
  has(key: Key): boolean {
    for (let object: ObjectValue | null = this; object !== null; object = object.proto) {
      const slot = object.lookup(key);
      if (slot instanceof Forward) return slot.holder.has(key);
      if (slot !== ABSENT) return true;
    }
    return false;
  }

  /** Read a property through the prototypes; getters are called with `receiver`. */
  get(machine: Machine, key: Key, receiver: Value = this): Value {
    for (let object: ObjectValue | null = this; object !== null; object = object.proto) {
      const slot = object.lookup(key);
      if (slot === ABSENT) continue;
      if (!(slot instanceof Property)) return slot;
      if (!slot.isAccessor) return slot.value;
      if (slot instanceof Forward) return slot.holder.get(machine, key, receiver);
      return slot.getter === undefined ? undefined : slot.getter.call(machine, receiver, []);
    }
    return undefined;
  }

  /** Write a property as an assignment does; false if it may not be written. `receiver` is where a new property is made. */
  set(machine: Machine, key: Key, value: Value, receiver: Value = this): boolean {
    for (let object: ObjectValue | null = this; object !== null; object = object.proto) {
      const slot = object.lookup(key);
      if (slot === ABSENT) continue;
      if (!(slot instanceof Property)) break;
      if (slot.isAccessor) {
        if (slot instanceof Forward) return slot.holder.set(machine, key, value, receiver);
        if (slot.setter === undefined) return false;
        slot.setter.call(machine, receiver, [value]);
        return true;
      }
      if (!slot.writable) return false;
      break;
    }
    return receiver instanceof ObjectValue && receiver.write(key, value);
  }

  /** Give an own data property a value, or make a plain one; false if the object does not allow it. */
  write(key: Key, value: Value): boolean {
    const slot = this.lookup(key);
    if (slot === ABSENT) {
      if (!this.extensible) return false;
      this.put(key, value);
    } else if (slot instanceof Property) {
      if (slot.isAccessor || !slot.writable) return false;
      slot.value = value;
      this.layout.changes++;
    } else this.put(key, value);
    return true;
  }
}

/** Whether an object has nothing but what is stored in it, as opposed to a proxy, an array or a function. */
export function isOrdinary(object: ObjectValue): boolean {
  return object.constructor === ObjectValue;
}
