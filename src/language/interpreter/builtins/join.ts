/** Texts put together from elements, within the bounds of a string and of the run. */
import type { Machine } from "../machine.ts";
import type { ObjectValue } from "../values/objects.ts";
import type { Value } from "../values/values.ts";
import { getAt } from "./array/arrayLike.ts";

/** No string of V8's is longer. */
const LONGEST = 536_870_888;

/** The arrays that are being joined, by run: an array within itself is joined to an empty text. */
const open = new WeakMap<Machine, Set<ObjectValue>>();

/** Join the texts of the elements of an array-like object. */
export function joinTexts(
  machine: Machine,
  object: ObjectValue,
  length: number,
  separator: string,
  textOf: (value: Value) => string,
): string {
  const outer = open.get(machine) ?? new Set();
  open.set(machine, outer);
  if (outer.has(object)) return "";
  outer.add(object);
  machine.enter();
  try {
    let text = "";
    let isWritten = false;
    for (let index = 0; index < length; index++) {
      machine.pay(1);
      const part = textOf(getAt(machine, object, index));
      const added = index === 0 ? part : separator + part;
      payForText(machine, text.length + added.length, added.length);
      isWritten ||= machine.written.has(part);
      text += added;
    }
    return isWritten ? machine.written.add(text) : machine.written.make(text);
  } finally {
    machine.depth--;
    outer.delete(object);
  }
}

/** Pay for `added` characters of a text that becomes `length` long; a RangeError of the program's if no string is that long. */
export function payForText(machine: Machine, length: number, added: number): void {
  if (length > LONGEST) throw machine.error("RangeError", "Invalid string length");
  machine.pay(added >> 4);
  machine.allocate(2 * added);
}
