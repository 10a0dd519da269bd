/** The `arguments` of a call. */
import type { Machine } from "../../machine.ts";
import { arrayIndex } from "../../values/arrayIndex.ts";
import { type FunctionValue } from "../../values/functionValue.ts";
import { ObjectValue } from "../../values/objects.ts";
import { ABSENT, Property, type Slot } from "../../values/property.ts";
import type { Key, Value } from "../../values/values.ts";
import type { Frame } from "../variables/scope.ts";
import type { CompiledFunction } from "./closure.ts";

/** Make the `arguments` of a call; in sloppy code it follows the parameters, and they follow it. */
export function argumentsObject(
  machine: Machine,
  callee: FunctionValue,
  { mapped }: CompiledFunction,
  frame: Frame,
  args: readonly Value[],
): ObjectValue {
  const object =
    mapped === undefined || mapped.length === 0
      ? new ArgumentsValue(machine, mapped === undefined)
      : new MappedArguments(machine, frame, mapped, args.length);
  machine.allocate(280 + 64 * args.length);
  args.forEach((value, index) => {
    object.fill(String(index), value);
  });
  object.define("length", Property.hidden(args.length));
  object.define(Symbol.iterator, Property.hidden(machine.intrinsics.arrayValues));
  if (mapped !== undefined) object.define("callee", Property.hidden(callee));
  return object;
}

class ArgumentsValue extends ObjectValue {
  private readonly machine: Machine;
  private readonly isStrict: boolean;

  constructor(machine: Machine, isStrict: boolean) {
    super(machine.intrinsics.object);
    this.machine = machine;
    this.isStrict = isStrict;
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    if (key !== "callee" || !this.isStrict) return super.lookup(key);
    const refuse = this.machine.intrinsics.throwTypeError;
    return Property.accessor(refuse, refuse, false, false);
  }

  override get className(): string {
    return "Arguments";
  }

  /** Give an element its first value, which the parameter has already or will get. */
  fill(key: Key, value: Value): void {
    super.put(key, value);
  }
}

/** An `arguments` whose first elements are the parameters themselves. */
class MappedArguments extends ArgumentsValue {
  private readonly frame: Frame;
  /** The parameters' slots by index; undefined for an element that goes its own way. */
  private readonly parameters: (number | undefined)[];

  constructor(machine: Machine, frame: Frame, mapped: readonly number[], given: number) {
    super(machine, false);
    this.frame = frame;
    // Of several parameters of one name the last one counts.
    this.parameters = mapped
      .slice(0, given)
      .map((slot, index) => (mapped.lastIndexOf(slot) === index ? slot : undefined));
  }

  private slotOf(key: Key): number | undefined {
    const index = typeof key === "string" ? arrayIndex(key) : -1;
    return index < 0 ? undefined : this.parameters[index];
  }

  override lookup(key: Key): Slot | typeof ABSENT {
    const known = super.lookup(key);
    const slot = this.slotOf(key);
    if (slot === undefined) return known;
    const value = this.frame.slots[slot];
    if (!(known instanceof Property)) return value;
    known.value = value;
    return known;
  }

  override put(key: Key, value: Value): void {
    super.put(key, value);
    const slot = this.slotOf(key);
    if (slot !== undefined) this.frame.slots[slot] = value;
  }

  override define(key: Key, property: Property): void {
    super.define(key, property);
    const slot = this.slotOf(key);
    if (slot === undefined) return;
    if (!property.isAccessor) this.frame.slots[slot] = property.value;
    if (property.isAccessor || !property.writable) this.parameters[Number(key)] = undefined;
  }

  override write(key: Key, value: Value): boolean {
    const isWritten = super.write(key, value);
    const slot = this.slotOf(key);
    if (isWritten && slot !== undefined) this.frame.slots[slot] = value;
    return isWritten;
  }

  override delete(key: Key): boolean {
    const isDeleted = super.delete(key);
    if (isDeleted && this.slotOf(key) !== undefined) this.parameters[Number(key)] = undefined;
    return isDeleted;
  }
}
