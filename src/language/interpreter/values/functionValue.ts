/** Functions of the interpreted program, whatever makes them. */
import type { Machine } from "../machine.ts";
import { ObjectValue } from "./objects.ts";
import type { ABSENT, Property, Slot } from "./property.ts";
import type { Key, Value } from "./values.ts";

/** Something that can be called. */
export abstract class FunctionValue extends ObjectValue {
  override get className(): string {
    return "Function";
  }

  /** Whether `new` works on it. */
  abstract readonly isConstructor: boolean;

  /** What `toString` answers: the text of a function of the program's, or what stands for one that has none. */
  get sourceText(): string {
    return "function () { [native code] }";
  }
  /** The function that `bind` was called on, for `instanceof`. */
  boundTarget: FunctionValue | undefined = undefined;
  private isComplete = false;

  /** Call it. */
  abstract call(machine: Machine, thisValue: Value, args: readonly Value[]): Value;

  /** `new` it; `newTarget` is the class that `new` was applied to. Only if `isConstructor`. */
  abstract construct(machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue;

  // `name`, `length` and `prototype` are made only when somebody looks: most functions are only called.

  /** Define the properties that a function has from the start. */
  protected abstract complete(): void;

  override lookup(key: Key): Slot | typeof ABSENT {
    if (!this.isComplete && this.isMade(key)) this.completed();
    return super.lookup(key);
  }

  private isMade(key: Key): boolean {
    return key === "prototype" || key === "name" || key === "length" || key === "arguments" || key === "caller";
  }

  override define(key: Key, property: Property): void {
    this.completed();
    super.define(key, property);
  }

  override put(key: Key, value: Value): void {
    this.completed();
    super.put(key, value);
  }

  override delete(key: Key): boolean {
    this.completed();
    return super.delete(key);
  }

  override ownKeys(): Key[] {
    this.completed();
    return super.ownKeys();
  }

  private completed(): void {
    if (this.isComplete) return;
    this.isComplete = true;
    this.complete();
  }
}
