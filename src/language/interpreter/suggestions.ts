/** Names that may have been meant where a name means nothing. */
import type { Machine } from "./machine.ts";
import { prototypeOf } from "./rules/convert.ts";
import { FunctionValue } from "./values/functionValue.ts";
import { ObjectValue } from "./values/objects.ts";
import { Property } from "./values/property.ts";
import type { Value } from "./values/values.ts";

/** How many names are compared. */
const MOST = 2_000;
/** Shorter names are like too many others. */
const SHORTEST = 3;

/** Return the name that is most like another one; undefined if none is like it. */
export function similarName(name: string, names: Iterable<string>): string | undefined {
  if (name.length < SHORTEST) return undefined;
  let best: string | undefined;
  let least = Math.floor(name.length * 0.4) + 0.5;
  let left = MOST;
  for (const other of names) {
    if (left-- === 0) break;
    if (other === name || other.length < 2 || Math.abs(other.length - name.length) > least) continue;
    const distance = distanceOf(name, other);
    if (distance >= least) continue;
    least = distance;
    best = other;
  }
  return best;
}

/** How many letters have to be put in, left out, replaced or exchanged; case counts a little, and a first letter that differs, too. */
function distanceOf(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      const [a, b] = [one.charAt(row - 1), other.charAt(column - 1)];
      const replaced = a === b ? 0 : a.toLowerCase() === b.toLowerCase() ? 0.1 : 1.1;
      let cost = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + replaced);
      const isExchanged = a === other.charAt(column - 2) && b === one.charAt(row - 2);
      if (row > 1 && column > 1 && isExchanged) cost = Math.min(cost, before[column - 2]! + 1);
      next.push(cost);
    }
    [before, last] = [last, next];
  }
  return last[other.length]! + (one.charAt(0).toLowerCase() === other.charAt(0).toLowerCase() ? 0 : 0.5);
}

/** The names of the functions that a value has, its own first. Getters are not asked. */
export function* functionNames(machine: Machine, value: Value): Generator<string> {
  if (value === undefined || value === null) return;
  let object: ObjectValue | null = value instanceof ObjectValue ? value : prototypeOf(machine, value);
  for (; object !== null && object.proxy === undefined; object = object.proto)
    for (const key of object.ownKeys()) {
      const slot = typeof key === "string" ? object.lookup(key) : undefined;
      const member = slot instanceof Property ? slot.value : slot;
      if (member instanceof FunctionValue && key !== "constructor") yield String(key);
    }
}
