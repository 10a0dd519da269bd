/** `new Number(1)`, `Object("text")` and the like: a primitive in an object's clothes. */
import { arrayIndex } from "./arrayIndex.ts";
import { ObjectValue } from "./objects.ts";
import { ABSENT, Property, type Slot } from "./property.ts";
import { Active, type Key, type Value } from "./values.ts";

/** A wrapper object; for a string it has the characters as properties. */
export class PrimitiveObject extends ObjectValue {
  readonly primitive: Exclude<Value, ObjectValue | undefined | null>;

  constructor(proto: ObjectValue | null, primitive: Exclude<Value, ObjectValue | undefined | null>) {
    super(proto);
    this.primitive = primitive;
  }

  override get className(): string {
    if (this.primitive instanceof Active) return "Number";
    const type = typeof this.primitive;
    // A wrapped symbol or bigint has no class name of its own; its prototype has a `Symbol.toStringTag`.
    if (type === "symbol" || type === "bigint") return "Object";
    return type.charAt(0).toUpperCase() + type.slice(1);
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    if (typeof this.primitive === "string" && typeof key === "string") {
      if (key === "length") return Property.data(this.primitive.length, false, false, false);
      const index = arrayIndex(key);
      if (index >= 0 && index < this.primitive.length) return Property.data(this.primitive[index], false, true, false);
    }
    return super.lookup(key);
  }

  override ownKeys(): Key[] {
    if (typeof this.primitive !== "string") return super.ownKeys();
    const own = super.ownKeys();
    const isIndex = (key: Key): boolean => typeof key === "string" && arrayIndex(key) >= 0;
    return [...Object.keys(this.primitive), ...own.filter(isIndex), "length", ...own.filter((key) => !isIndex(key))];
  }
}
