/** Objects whose changes are noticed. */
import { ObjectValue } from "./objects.ts";
import { type Property } from "./property.ts";
import type { Key, Value } from "./values.ts";

/** An object whose changes can be noticed: `globalThis` and `Math`, so that reads of their properties can be remembered. */
export class WatchedObject extends ObjectValue {
  private readonly changed: () => void;

  constructor(proto: ObjectValue | null, changed: () => void) {
    super(proto);
    this.changed = changed;
  }

  override define(key: Key, property: Property): void {
    this.changed();
    super.define(key, property);
  }

  override put(key: Key, value: Value): void {
    this.changed();
    super.put(key, value);
  }

  override delete(key: Key): boolean {
    this.changed();
    return super.delete(key);
  }

  override write(key: Key, value: Value): boolean {
    this.changed();
    return super.write(key, value);
  }
}
