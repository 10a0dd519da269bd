/** The object that `import * as name` gives. */
import { ObjectValue } from "../values/objects.ts";
import { ABSENT, Property, type Slot } from "../values/property.ts";
import type { Key, Value } from "../values/values.ts";

/** What a namespace object shows. */
export interface Exports {
  readonly read: (name: string) => (() => Value) | undefined;
  readonly names: () => readonly string[];
}

/** A read-only view of a module's exports. */
export class NamespaceValue extends ObjectValue {
  private readonly exports: () => Exports;

  constructor(exports: () => Exports) {
    super(null);
    this.exports = exports;
    this.extensible = false;
  }

  override get className(): string {
    return "Module";
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    if (key === Symbol.toStringTag) return Property.data("Module", false, false, false);
    if (typeof key === "symbol") return ABSENT;
    const read = this.exports().read(key);
    return read === undefined ? ABSENT : Property.data(read(), true, true, false);
  }

  override ownKeys(): Key[] {
    return [...[...this.exports().names()].sort(), Symbol.toStringTag];
  }

  override has(key: Key): boolean {
    return key === Symbol.toStringTag || (typeof key === "string" && this.exports().read(key) !== undefined);
  }

  override write(): boolean {
    return false;
  }

  override delete(key: Key): boolean {
    return !this.has(key);
  }
}
