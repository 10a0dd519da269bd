/** What a `Map` or a `Set` holds: a host map by the plain form of the key, which keeps the key as the program gave it, so that a number stays active. */
import { valueText } from "../../inspect/describe.ts";
import type { Machine } from "../../machine.ts";
import { noteTie } from "../../rules/compare.ts";
import type { Native } from "../../values/nativeFunction.ts";
import { ObjectValue } from "../../values/objects.ts";
import { Active, type Value } from "../../values/values.ts";

/** What a key is compared by: the host map's own key. */
export type PlainKey = Exclude<Value, Active>;

/** A key as the program gave it, with its value; in a set, both are the element. */
interface Entry {
  readonly key: Value;
  value: Value;
}

/** A `Map` or a `Set`. Host maps go on well when they are changed during an iteration, just as the program's must. */
export class CollectionValue extends ObjectValue {
  readonly kind: "Map" | "Set";
  readonly entries = new Map<PlainKey, Entry>();

  constructor(proto: ObjectValue | null, kind: "Map" | "Set") {
    super(proto);
    this.kind = kind;
  }

  /** Find an entry. */
  find(machine: Machine, key: Value): Entry | undefined {
    machine.payForLooking(key);
    return this.entries.get(machine.plain(key));
  }

  /** Add or replace an entry. */
  enter(machine: Machine, key: Value, value: Value): void {
    const plain = machine.plain(key);
    machine.payForKey(plain);
    const entry = this.entries.get(plain);
    if (entry !== undefined) {
      // Of two numbers that move apart there would be two entries.
      if (key instanceof Active || entry.key instanceof Active) noteTie(machine, key, entry.key, machine.site);
      entry.value = this.kind === "Map" ? value : entry.value;
      return;
    }
    machine.allocate(130);
    // A key of minus zero becomes zero, whatever its history.
    const kept = Object.is(plain, -0) ? 0 : key;
    this.entries.set(plain, { key: kept, value: this.kind === "Map" ? value : kept });
  }

  /** Put another value in the place of one: in a set its own active number, or another element. */
  replace(machine: Machine, key: PlainKey, value: Value): void {
    if (this.kind === "Map") this.entries.get(key)!.value = value;
    else if (value instanceof Active) this.entries.set(key, { key: value, value });
    else {
      const elements = [...this.entries].map(([plain, entry]) => (plain === key ? value : entry.value));
      this.entries.clear();
      for (const element of elements) this.enter(machine, element, element);
    }
  }
}

/** Insist that a method is called on a collection of its kind. */
export function receiver(machine: Machine, thisValue: Value, kind: "Map" | "Set", name: string): CollectionValue {
  if (thisValue instanceof CollectionValue && thisValue.kind === kind) return thisValue;
  throw machine.error("TypeError", `Method ${name} called on incompatible receiver ${valueText(machine, thisValue)}`);
}

/** Return a method of `Map` or `Set`. */
export function method(
  kind: "Map" | "Set",
  name: string,
  work: (machine: Machine, collection: CollectionValue, args: readonly Value[]) => Value,
): Native {
  const fullName = `${kind}.prototype.${name}`;
  return (machine, thisValue, args) => {
    machine.pay(1);
    return work(machine, receiver(machine, thisValue, kind, fullName), args);
  };
}
