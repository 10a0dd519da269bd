/** Where an object keeps its own properties. */
import type { Slot } from "./objects.ts";
import type { Key } from "./values.ts";

/** Own properties by key. The class has no prototype to inherit from, so `__proto__` is a key like any other, and V8 still gives it hidden classes. */
export type Slots = Record<Key, Slot>;

const SlotsConstructor = function () {
  // Empty: a constructor only so that V8 tracks shapes.
} as unknown as { new (): Slots; prototype: unknown };
SlotsConstructor.prototype = Object.create(null);

// V8 sizes a constructor's objects by what it sees of the first few. Those of built-in prototypes come first and have many
// properties; small ones before them keep the program's objects small.
for (let i = 0; i < 16; i++) Object.assign(new SlotsConstructor(), { x: 0, y: 0 });

/** The slots of every object that has no properties of its own, as arrays and functions seldom do; frozen. */
export const NO_SLOTS: Slots = Object.freeze(new SlotsConstructor());

/** Slots for an object's first property. */
export function newSlots(): Slots {
  return new SlotsConstructor();
}
