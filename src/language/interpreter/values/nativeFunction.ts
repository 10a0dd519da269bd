/** Functions that the interpreter brings along. */
import type { Machine } from "../machine.ts";
import { FunctionValue } from "./functionValue.ts";
import { type ObjectValue } from "./objects.ts";
import { Property } from "./property.ts";
import type { Value } from "./values.ts";

/** The work of a built-in function. `newTarget` is undefined in a plain call. */
export type Native = (
  machine: Machine,
  thisValue: Value,
  args: readonly Value[],
  newTarget: FunctionValue | undefined,
) => Value;

/** A built-in function. */
export class NativeFunction extends FunctionValue {
  readonly isConstructor: boolean;
  private readonly nativeName: string;
  private readonly nativeLength: number;
  readonly work: Native;

  constructor(proto: ObjectValue | null, name: string, length: number, work: Native, isConstructor = false) {
    super(proto);
    this.work = work;
    this.nativeName = name;
    this.nativeLength = length;
    this.isConstructor = isConstructor;
  }

  override get sourceText(): string {
    return `function ${this.nativeName}() { [native code] }`;
  }

  override call(machine: Machine, thisValue: Value, args: readonly Value[]): Value {
    return this.work(machine, thisValue, args, undefined);
  }

  override construct(machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
    return this.work(machine, undefined, args, newTarget) as ObjectValue;
  }

  protected override complete(): void {
    this.define("length", Property.data(this.nativeLength, false, false, true));
    this.define("name", Property.data(this.nativeName, false, false, true));
  }
}
