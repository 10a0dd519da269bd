/** Names for the numbers in an array or an object that a variable gets: `h[0]`, `p.x`. */
import type { Machine } from "../../machine.ts";
import type { Names } from "../../recording.ts";
import { ArrayValue } from "../../values/arrayValue.ts";
import type { Layout } from "../../values/layout.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";

/** Members of one value that get names; of longer lists none does, because no picture would show them. */
const MOST = 16;
/** Keys for which one variable has names; one that gets objects of ever other keys gets no more. */
const MOST_KEYS = 256;
/** Levels of members: `A[0][1]`, `p.at.x`. */
const LEVELS = 2;

/** The names of a variable's members, made when they are first given. */
export class MemberNames {
  private readonly machine: Machine;
  private readonly names: Names;
  private readonly text: string;
  private readonly level: number;
  private readonly inner = new Map<string | number, MemberNames>();
  private element = -1;
  private readonly properties = new Map<string, number>();
  /** The last layout of objects that was met, its keys, and their names as far as some were given. */
  private layout: Layout | undefined = undefined;
  private keys: readonly string[] = [];
  private known: number[] = [];

  constructor(machine: Machine, names: Names, text: string, level = 1) {
    this.machine = machine;
    this.names = names;
    this.text = text;
    this.level = level;
  }

  /** Name the numbers in a value, as `Names` does: unless a call nearer to the traced function has named them. */
  give(value: ObjectValue): void {
    if (value.constructor === ArrayValue) this.giveElements((value as ArrayValue).elements);
    else if (value.constructor === ObjectValue && value.layout.isPlain) this.giveProperties(value);
  }

  private giveElements(elements: readonly Value[]): void {
    if (elements.length > MOST) return;
    for (let index = 0; index < elements.length; index++) {
      const element = elements[index];
      if (element instanceof Active) {
        if (this.element < 0) this.element = this.names.intern(this.text, -1, true);
        this.names.giveElement(element.node, this.element, index, this.machine.depth);
      } else if (element instanceof ObjectValue) this.innerOf(index, `[${index}]`)?.give(element);
    }
  }

  private giveProperties({ layout, values }: ObjectValue): void {
    if (layout !== this.layout) this.learn(layout);
    const { keys } = this;
    for (let place = 0; place < keys.length; place++) {
      const value = values[place];
      if (value instanceof Active) this.names.give(value.node, this.nameAt(place), this.machine.depth);
      else if (value instanceof ObjectValue) this.innerOf(keys[place]!, `.${keys[place]!}`)?.give(value);
    }
  }

  /** Remember the keys of objects of a layout by their places: a plain one has its texts in their order. */
  private learn(layout: Layout): void {
    const keys = layout.size <= MOST ? layout.ordered() : [];
    const areNamed = this.properties.size < MOST_KEYS && keys.every((key) => typeof key === "string");
    this.layout = layout;
    this.keys = areNamed ? keys : [];
    this.known = [];
  }

  private nameAt(place: number): number {
    return (this.known[place] ??= this.nameOf(this.keys[place]!));
  }

  /** A variable may get objects of several layouts in turn. */
  private nameOf(key: string): number {
    const known = this.properties.get(key);
    if (known !== undefined) return known;
    const name = this.names.intern(`${this.text}.${key}`, -1, false);
    this.properties.set(key, name);
    return name;
  }

  private innerOf(key: string | number, suffix: string): MemberNames | undefined {
    if (this.level === LEVELS) return undefined;
    let inner = this.inner.get(key);
    if (inner === undefined && this.inner.size < MOST_KEYS) {
      inner = new MemberNames(this.machine, this.names, this.text + suffix, this.level + 1);
      this.inner.set(key, inner);
    }
    return inner;
  }
}
