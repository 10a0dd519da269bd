/** Built-in objects that are filled in when a program first looks at them: a short run needs few of the many hundred functions. */
import { ObjectValue } from "./objects.ts";
import { ABSENT, type Property, type Slot } from "./property.ts";
import type { Key, Value } from "./values.ts";
import { WatchedObject } from "./watchedObject.ts";

/** A prototype that is empty until somebody looks at its properties. */
export class LazyObject extends ObjectValue {
  /** Defines the properties; undefined once that has begun. */
  fillIn: (() => void) | undefined = undefined;

  constructor(proto: ObjectValue | null) {
    super(proto);
    // As long as it is empty, it must not be taken for an object that has no properties.
    this.layout = this.layout.alone();
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    this.filled();
    return super.lookup(key);
  }

  override define(key: Key, property: Property): void {
    this.filled();
    super.define(key, property);
  }

  override put(key: Key, value: Value): void {
    this.filled();
    super.put(key, value);
  }

  override delete(key: Key): boolean {
    this.filled();
    return super.delete(key);
  }

  override ownKeys(): Key[] {
    this.filled();
    return super.ownKeys();
  }

  private filled(): void {
    const { fillIn } = this;
    this.fillIn = undefined;
    fillIn?.();
  }
}

/** The global object: some of its variables are made when they are first looked up. */
export class GlobalObject extends WatchedObject {
  /** What makes a variable that does not exist yet. */
  readonly waiting = new Map<Key, () => void>();

  override lookup(key: Key): Slot | typeof ABSENT {
    this.make(key);
    return super.lookup(key);
  }

  override define(key: Key, property: Property): void {
    this.make(key);
    super.define(key, property);
  }

  override put(key: Key, value: Value): void {
    this.make(key);
    super.put(key, value);
  }

  override delete(key: Key): boolean {
    this.make(key);
    return super.delete(key);
  }

  override ownKeys(): Key[] {
    for (const key of [...this.waiting.keys()]) this.make(key);
    return super.ownKeys();
  }

  private make(key: Key): void {
    const make = this.waiting.get(key);
    this.waiting.delete(key);
    make?.();
  }
}
