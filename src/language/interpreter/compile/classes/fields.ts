/** What `new` defines on each object of a class: its fields and its private members. */
import { createOrThrow } from "../../builtins/object/orThrow.ts";
import type { Machine } from "../../machine.ts";
import type { Layout } from "../../values/layout.ts";
import { isOrdinary, type ObjectValue } from "../../values/objects.ts";
import { ABSENT, Forward, Property, type PrivateName } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";

/** A field of a class. It remembers what defining it made of the layout of the last object: nearly always the next one has the same. */
export class Field {
  readonly key: Key | PrivateName;
  readonly value: ((object: ObjectValue) => Value) | undefined;
  /** A private method or accessor is there before the fields are. */
  readonly member: Property | undefined;
  before: Layout | undefined = undefined;
  after: Layout | undefined = undefined;

  constructor(key: Key | PrivateName, value?: (object: ObjectValue) => Value, member?: Property) {
    this.key = key;
    this.value = value;
    this.member = member;
  }
}

/** The fields of a class, in the order in which each object gets them. */
export class Fields {
  /** Private methods and accessors. */
  private readonly members: readonly Field[];
  private readonly others: readonly Field[];
  /** Whether there is nothing to compute: then objects get all fields at once, like the last one. */
  private readonly areBlank: boolean;
  private before: Layout | undefined = undefined;
  private after: Layout | undefined = undefined;

  constructor(fields: readonly Field[]) {
    this.members = fields.filter(({ member }) => member !== undefined);
    this.others = fields.filter(({ member }) => member === undefined);
    this.areBlank = fields.every(({ key, value, member }) => typeof key !== "object" && !value && !member);
  }

  /** Define them on a new object. */
  define(machine: Machine, object: ObjectValue): void {
    if (object.layout === this.before && object.extensible && isOrdinary(object)) {
      machine.allocate(24 * this.others.length);
      object.extend(this.after!);
      return;
    }
    const before = object.layout;
    for (const { key, member } of this.members) definePrivate(machine, object, key as PrivateName, member!);
    for (const field of this.others) defineOne(machine, object, field);
    const { layout } = object;
    if (!this.areBlank || !isOrdinary(object) || layout.size !== before.size + this.others.length) return;
    if (!before.isPlain || !layout.isPlain) return;
    this.before = before;
    this.after = layout;
  }
}

function defineOne(machine: Machine, object: ObjectValue, field: Field): void {
  const { key } = field;
  const value = field.value?.(object);
  machine.allocate(24);
  if (typeof key === "object") definePrivate(machine, object, key, Property.data(value, true, false, false));
  else if (isKnown(object, field)) object.append(field.after!, value);
  else {
    const before = object.layout;
    defineField(machine, object, key, value);
    if (isOrdinary(object)) learn(field, before, object.layout);
  }
}

/** Whether defining a field on an object only makes its layout the next one. */
function isKnown(object: ObjectValue, { before }: Field): boolean {
  return object.layout === before && object.extensible && isOrdinary(object);
}

/** Remember what the layout became, if the field was added to layouts that never change. */
function learn(field: Field, before: Layout, after: Layout): void {
  if (!before.isPlain || !after.isPlain || after.size !== before.size + 1) return;
  field.before = before;
  field.after = after;
}

function defineField(machine: Machine, object: ObjectValue, key: Key, value: Value): void {
  const slot = object.lookup(key);
  if (slot instanceof Forward) {
    createOrThrow(machine, object, key, value);
    return;
  }
  if (slot === ABSENT && !object.extensible)
    throw machine.error("TypeError", `Cannot define property ${String(key)}, object is not extensible`);
  if (slot instanceof Property && !slot.configurable)
    throw machine.error("TypeError", `Cannot redefine property: ${String(key)}`);
  if (slot instanceof Property) object.define(key, Property.data(value, true, true, true));
  else object.put(key, value);
}

function definePrivate(machine: Machine, object: ObjectValue, name: PrivateName, member: Property): void {
  if (object.privates === undefined) {
    machine.allocate(160);
    object.privates = new Map();
  }
  if (object.privates.has(name)) {
    const what = name.method === undefined ? name.description : `private methods of class ${name.method.className}`;
    throw machine.error("TypeError", `Cannot initialize ${what} twice on the same object`);
  }
  object.privates.set(name, member);
}
