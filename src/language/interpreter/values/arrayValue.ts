/** Arrays of the interpreted program. */
import { arrayIndex } from "./arrayIndex.ts";
import { ObjectValue } from "./objects.ts";
import { ABSENT, Property, type Slot } from "./property.ts";
import type { Key, Value } from "./values.ts";

/** An array: its elements stand in a host array that the program never sees; a hole there is a hole here. */
export class ArrayValue extends ObjectValue {
  elements: Value[];
  /** False after `Object.freeze`: elements cannot be written, then `elementsConfigurable` is false too. */
  elementsWritable = true;
  /** False after `Object.seal` and `Object.freeze`: elements cannot be removed. */
  elementsConfigurable = true;
  lengthWritable = true;

  constructor(proto: ObjectValue | null, elements: Value[]) {
    super(proto);
    this.elements = elements;
  }

  override get className(): string {
    return "Array";
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    if (typeof key === "string") {
      if (key === "length") return Property.data(this.elements.length, this.lengthWritable, false, false);
      const index = arrayIndex(key);
      if (index >= 0) {
        // An element with an accessor or with attributes of its own (rare) is stored like a property, over a hole.
        if (!(index in this.elements)) return super.lookup(key);
        const value = this.elements[index];
        return this.elementsConfigurable ? value : Property.data(value, this.elementsWritable, true, false);
      }
    }
    return super.lookup(key);
  }

  override define(key: Key, property: Property): void {
    const index = typeof key === "string" ? arrayIndex(key) : -1;
    if (index >= 0) {
      if (property.isPlain && this.elementsConfigurable) {
        this.elements[index] = property.value;
        this.unstore(key);
        return;
      }
      if (index >= this.elements.length) this.elements.length = index + 1;
      delete this.elements[index];
    } else if (key === "length") {
      this.resize(property.value as number);
      this.lengthWritable = property.writable;
      return;
    }
    super.define(key, property);
  }

  override put(key: Key, value: Value): void {
    const index = typeof key === "string" ? arrayIndex(key) : -1;
    if (index >= 0) this.elements[index] = value;
    else super.put(key, value);
  }

  override delete(key: Key): boolean {
    const index = typeof key === "string" ? arrayIndex(key) : -1;
    if (key === "length") return false;
    if (index >= 0 && index in this.elements) {
      if (!this.elementsConfigurable) return false;
      delete this.elements[index];
      return true;
    }
    return super.delete(key);
  }

  override ownKeys(): Key[] {
    const own = super.ownKeys();
    const indices = Object.keys(this.elements);
    const extra = own.filter((key) => typeof key === "string" && arrayIndex(key) >= 0);
    if (extra.length > 0) indices.push(...(extra as string[]));
    if (extra.length > 0) indices.sort((a, b) => Number(a) - Number(b));
    const rest = extra.length > 0 ? own.filter((key) => !extra.includes(key)) : own;
    return [...indices, "length", ...rest];
  }

  override write(key: Key, value: Value): boolean {
    if (key === "length") return this.setLength(value as number);
    const index = typeof key === "string" ? arrayIndex(key) : -1;
    if (index < 0) return super.write(key, value);
    if (index in this.elements) {
      if (!this.elementsWritable) return false;
    } else {
      if (this.lookup(key) !== ABSENT) return super.write(key, value);
      if (!this.extensible || (index >= this.elements.length && !this.lengthWritable)) return false;
    }
    this.elements[index] = value;
    return true;
  }

  /** Cut or extend the array; the length is a valid array length. */
  private setLength(length: number): boolean {
    if (!this.lengthWritable) return length === this.elements.length;
    return this.resize(length);
  }

  /** Cut or extend the array as far as an element that cannot be removed allows; false if one was in the way. */
  private resize(length: number): boolean {
    let end = length;
    if (!this.elementsConfigurable)
      for (let index = this.elements.length - 1; index >= end; index--) if (index in this.elements) end = index + 1;
    if (end < this.elements.length)
      for (const key of this.storedKeys().reverse()) {
        const index = typeof key === "string" ? arrayIndex(key) : -1;
        if (index < end) continue;
        if (super.delete(key)) continue;
        end = index + 1;
      }
    this.elements.length = end;
    return end === length;
  }
}
