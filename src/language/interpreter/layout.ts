/** Layouts: which key of an object stands where in the list of its values. Objects that were made alike share one, so code can remember where it found a property. */
import { arrayIndex } from "./arrayIndex.ts";
import type { Slot } from "./property.ts";
import type { Key } from "./values.ts";

/** How many keys are looked through one by one, which is quicker than a table. */
const FEW = 8;
/** Objects with more properties are tables of the program's, each of which has keys of its own. */
const MOST_KEYS = 64;
/** How many layouts are made from one empty layout; then another takes its place, and what nobody uses can be dropped. */
const MOST_LAYOUTS = 4096;

/**
 * Which key stands where. A shared layout never changes, and every property that it speaks of is a plain value; an object
 * whose property is removed, is an index or gets attributes has a layout to itself from then on.
 */
export class Layout {
  readonly isShared: boolean;
  /** How many places of the list are taken, those of removed properties among them. */
  size: number;
  /** Of a layout that is not shared: how often something has been stored by it or removed from it. */
  changes = 0;
  private readonly keys: readonly Key[];
  private places: Map<Key, number> | undefined = undefined;
  private longer: Map<Key, Layout> | undefined = undefined;

  constructor(isShared: boolean, keys: readonly Key[]) {
    this.isShared = isShared;
    this.keys = keys;
    this.size = keys.length;
  }

  /** Where a key stands; -1 if the layout does not have it. */
  find(key: Key): number {
    if (this.places !== undefined) return this.places.get(key) ?? -1;
    const { keys } = this;
    if (keys.length > FEW) return this.table().get(key) ?? -1;
    for (let place = 0; place < keys.length; place++) if (keys[place] === key) return place;
    return -1;
  }

  /** The layout with one more key, which stands at the end. */
  with(key: Key): Layout {
    if (!this.isShared) {
      this.table().set(key, this.size++);
      return this;
    }
    return this.longer?.get(key) ?? this.lengthened(key);
  }

  /** A layout of the same keys that only one object has. */
  alone(): Layout {
    if (!this.isShared) return this;
    const layout = new Layout(false, this.keys);
    layout.table();
    return layout;
  }

  /** Remove a key. Its place stays empty. */
  remove(key: Key): void {
    this.table().delete(key);
  }

  /** Whether most of the places are empty. */
  get isSparse(): boolean {
    return this.size > FEW && this.table().size * 2 < this.size;
  }

  /** Close the gaps between the places; the answer says where each was. */
  close(): number[] {
    const before = [...this.table().values()];
    this.size = 0;
    for (const key of this.table().keys()) this.table().set(key, this.size++);
    return before;
  }

  /** Whether a key is an index. */
  get hasIndices(): boolean {
    if (this.isShared) return false;
    for (const key of this.table().keys()) if (typeof key === "string" && arrayIndex(key) >= 0) return true;
    return false;
  }

  /** The keys in JavaScript's order: indices ascending, strings, then symbols. */
  ordered(): Key[] {
    const indices: string[] = [];
    const strings: string[] = [];
    const symbols: symbol[] = [];
    for (const key of this.isShared ? this.keys : this.table().keys())
      if (typeof key === "symbol") symbols.push(key);
      else if (arrayIndex(key) >= 0) indices.push(key);
      else strings.push(key);
    indices.sort((a, b) => Number(a) - Number(b));
    return [...indices, ...strings, ...symbols];
  }

  private lengthened(key: Key): Layout {
    const isIndex = typeof key === "string" && arrayIndex(key) >= 0;
    if (isIndex || this.size >= MOST_KEYS) return this.alone().with(key);
    const layout = new Layout(true, [...this.keys, key]);
    this.longer ??= new Map();
    this.longer.set(key, layout);
    if (++made === MOST_LAYOUTS) startAnew();
    return layout;
  }

  private table(): Map<Key, number> {
    return (this.places ??= new Map(this.keys.map((key, place) => [key, place])));
  }
}

let empty = new Layout(true, []);
let made = 0;

function startAnew(): void {
  empty = new Layout(true, []);
  made = 0;
}

/** The layout of an object without properties. */
export function emptyLayout(): Layout {
  return empty;
}

/** The values of objects that have no properties; frozen. */
export const NO_VALUES: Slot[] = Object.freeze([]) as unknown as Slot[];

/** The values with room for one at `place`. They are lists of anything from the start: V8 has other kinds for numbers, which code that reads them would have to tell apart. */
export function withRoom(values: Slot[], place: number, nothing: undefined): Slot[] {
  if (place < values.length) return values;
  if (place === 0) return [nothing, nothing, nothing, nothing];
  return values.concat(values.map(() => nothing));
}
