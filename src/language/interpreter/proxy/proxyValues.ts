/** Proxies: objects of which every use is a trap's. Those of functions can be called. */
import { fullDescriptor, plainDescriptor } from "../builtins/object/descriptor.ts";
import type { Machine } from "../machine.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { Forward, type Property, type Slot } from "../values/property.ts";
import type { Key, Value } from "../values/values.ts";
import * as whole from "./objectTraps.ts";
import * as one from "./propertyTraps.ts";
import type { ProxyState } from "./proxyState.ts";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- TypeScript wants this of the constructor that a mixin extends (TS2545).
type ObjectClass = abstract new (...args: any[]) => ObjectValue;

/** A class of objects with a trap for whatever is done to their properties, be they functions or not. */
function trapped<Base extends ObjectClass>(base: Base): Base {
  abstract class Trapped extends base {
    abstract override get proxy(): ProxyState;

    override getPrototype(): ObjectValue | null {
      return whole.getPrototypeOf(this.proxy);
    }

    override isExtensible(): boolean {
      return whole.isExtensible(this.proxy);
    }

    override preventExtensions(): boolean {
      return whole.preventExtensions(this.proxy);
    }

    override lookup(): Slot {
      return new Forward(this);
    }

    override own(key: Key): Property | undefined {
      return one.getOwn(this.proxy, key);
    }

    override define(key: Key, property: Property): void {
      one.defineOwn(this.proxy, key, fullDescriptor(property));
    }

    override put(key: Key, value: Value): void {
      one.defineOwn(this.proxy, key, plainDescriptor(value));
    }

    override write(key: Key, value: Value): boolean {
      return one.write(this.proxy, key, value);
    }

    override delete(key: Key): boolean {
      return one.deleteOwn(this.proxy, key);
    }

    override ownKeys(): Key[] {
      return whole.ownKeys(this.proxy);
    }

    override has(key: Key): boolean {
      return one.has(this.proxy, key);
    }

    override get(_machine: Machine, key: Key, receiver: Value = this): Value {
      return one.get(this.proxy, key, receiver);
    }

    override set(_machine: Machine, key: Key, value: Value, receiver: Value = this): boolean {
      return one.set(this.proxy, key, value, receiver);
    }
  }
  return Trapped;
}

/** A proxy of an object that is no function. */
export class ProxyObject extends trapped(ObjectValue) {
  private readonly state: ProxyState;

  constructor(state: ProxyState) {
    super(null);
    this.state = state;
  }

  override get proxy(): ProxyState {
    return this.state;
  }

  override get className(): string {
    const { target } = this.state;
    return target?.className === "Array" ? "Array" : "Object";
  }
}

/** A proxy of a function. */
export class ProxyFunction extends trapped(FunctionValue) {
  readonly isConstructor: boolean;
  private readonly state: ProxyState;

  constructor(state: ProxyState, target: FunctionValue) {
    super(null);
    this.state = state;
    this.isConstructor = target.isConstructor;
  }

  override get proxy(): ProxyState {
    return this.state;
  }

  override call(_machine: Machine, thisValue: Value, args: readonly Value[]): Value {
    return whole.apply(this.proxy, thisValue, args);
  }

  override construct(_machine: Machine, args: readonly Value[], newTarget: FunctionValue): ObjectValue {
    return whole.construct(this.proxy, args, newTarget);
  }

  protected override complete(): void {
    // It has no properties of its own.
  }
}
