/** Layouts: which key of an object stands where in the list of its values. Objects that were made alike share one, so code can remember where it found a property. */
import { arrayIndex } from "./arrayIndex.ts";
import type { Slot } from "./property.ts";
import type { Key } from "./values.ts";

/** How many keys are looked through one by one, which is quicker than a table. */
const FEW = 8;
/** Objects with more properties are tables of the program's, each of which has keys of its own. */
const MOST_KEYS = 16;
/** How many layouts are made from one empty layout; then another takes its place, and what nobody uses can be dropped. */
const MOST_LAYOUTS = 4096;

/**
 * Which key stands where. A shared layout never changes; an object whose property is removed, is an index or gets attributes
 * later than its value has a layout to itself from then on.
 */
export class Layout {
  readonly isShared: boolean;
  /** Whether it is shared and every property that it speaks of is a plain value. */
  readonly isPlain: boolean;
  /** How many places of the list are taken, those of removed properties among them. */
  size: number;
  /** Of a layout that is not shared: how often something has been stored by it or removed from it. */
  changes = 0;
  /** The keys by their places, for as long as there is no table; undefined where one has been removed. */
  private keys: readonly (Key | undefined)[];
  private places: Map<Key, number> | undefined = undefined;
  /** The layout that was made of this one first, with the key that it has more; nearly always it is the only one. */
  private next: Layout | undefined = undefined;
  private nextKey: Key | undefined = undefined;
  private others: Map<Key, Layout> | undefined = undefined;
  /** Of a plain layout: those with one more key whose property has attributes. */
  private special: Map<Key, Layout> | undefined = undefined;

  constructor(isShared: boolean, isPlain: boolean, keys: readonly (Key | undefined)[]) {
    this.isShared = isShared;
    this.isPlain = isPlain;
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
  with(key: Key, isPlain: boolean): Layout {
    if (this.isShared) {
      if (this.isPlain && !isPlain) return this.special?.get(key) ?? this.lengthened(key, false);
      if (key === this.nextKey) return this.next!;
      return this.others?.get(key) ?? this.lengthened(key, this.isPlain);
    }
    if (this.places === undefined && this.size < FEW) this.keys = this.keys.concat(key);
    else this.table().set(key, this.size);
    this.size++;
    return this;
  }

  /** A layout of the same keys that only one object has. */
  alone(): Layout {
    return this.isShared ? new Layout(false, false, this.keys) : this;
  }

  /** Remove a key. Its place stays empty. */
  remove(key: Key): void {
    if (this.places === undefined) this.keys = this.keys.map((known) => (known === key ? undefined : known));
    else this.places.delete(key);
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
    for (const key of this.own()) if (typeof key === "string" && arrayIndex(key) >= 0) return true;
    return false;
  }

  /** The keys in JavaScript's order: indices ascending, strings, then symbols. */
  ordered(): Key[] {
    const indices: string[] = [];
    const strings: string[] = [];
    const symbols: symbol[] = [];
    for (const key of this.own())
      if (key === undefined) continue;
      else if (typeof key === "symbol") symbols.push(key);
      else if (arrayIndex(key) >= 0) indices.push(key);
      else strings.push(key);
    indices.sort((a, b) => Number(a) - Number(b));
    return [...indices, ...strings, ...symbols];
  }

  private lengthened(key: Key, isPlain: boolean): Layout {
    const isIndex = typeof key === "string" && arrayIndex(key) >= 0;
    if (isIndex || this.size >= MOST_KEYS) return this.alone().with(key, isPlain);
    const layout = new Layout(true, isPlain, this.keys.concat(key));
    if (isPlain !== this.isPlain) (this.special ??= new Map()).set(key, layout);
    else if (this.next === undefined) {
      this.next = layout;
      this.nextKey = key;
    } else (this.others ??= new Map()).set(key, layout);
    if (++made === MOST_LAYOUTS) startAnew();
    return layout;
  }

  /** The keys in the order in which they came. */
  private own(): Iterable<Key | undefined> {
    return this.places?.keys() ?? this.keys;
  }

  private table(): Map<Key, number> {
    return (this.places ??= tableOf(this.keys));
  }
}

function tableOf(keys: readonly (Key | undefined)[]): Map<Key, number> {
  const table = new Map<Key, number>();
  for (const [place, key] of keys.entries()) if (key !== undefined) table.set(key, place);
  return table;
}

let empty = new Layout(true, true, []);
let made = 0;

function startAnew(): void {
  empty = new Layout(true, true, []);
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
