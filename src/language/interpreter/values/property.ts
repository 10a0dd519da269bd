/** Properties: what stands among the values of an object that is more than a value, and what names private ones. */
import type { FunctionValue } from "./functionValue.ts";
import type { ObjectValue } from "./objects.ts";
import type { Value } from "./values.ts";

/** A property that is not a plain writable, enumerable, configurable value. */
export class Property {
  value: Value = undefined;
  getter: FunctionValue | undefined = undefined;
  setter: FunctionValue | undefined = undefined;
  readonly isAccessor: boolean;
  writable: boolean;
  enumerable: boolean;
  configurable: boolean;

  protected constructor(isAccessor: boolean, writable: boolean, enumerable: boolean, configurable: boolean) {
    this.isAccessor = isAccessor;
    this.writable = writable;
    this.enumerable = enumerable;
    this.configurable = configurable;
  }

  /** A data property. */
  static data(value: Value, writable: boolean, enumerable: boolean, configurable: boolean): Property {
    const property = new Property(false, writable, enumerable, configurable);
    property.value = value;
    return property;
  }

  /** A property like those of built-in objects: writable and configurable, but not enumerable. */
  static hidden(value: Value): Property {
    return Property.data(value, true, false, true);
  }

  /** A getter, a setter, or both. */
  static accessor(
    getter: FunctionValue | undefined,
    setter: FunctionValue | undefined,
    enumerable: boolean,
    configurable: boolean,
  ): Property {
    const property = new Property(true, false, enumerable, configurable);
    property.getter = getter;
    property.setter = setter;
    return property;
  }

  /** Whether the plain form (the value itself among the values) says the same. */
  get isPlain(): boolean {
    return !this.isAccessor && this.writable && this.enumerable && this.configurable;
  }
}

/** What `lookup` answers for every property of a proxy: that the proxy is to be asked. */
export class Forward extends Property {
  readonly holder: ObjectValue;

  constructor(holder: ObjectValue) {
    super(true, false, false, true);
    this.holder = holder;
  }
}

/** What `lookup` answers for a property that an object does not have itself. */
export const ABSENT: unique symbol = Symbol("absent");

/** What stands among an object's values: a plain property's value, or a property with attributes. */
export type Slot = Value | Property;

/** The name of a private member of a class, `#x`. */
export class PrivateName {
  readonly description: string;
  /** The class of a method or an accessor, as errors name it; undefined for a field. */
  readonly method: { readonly className: string; readonly isStatic: boolean } | undefined;

  /** What is written to reach it, where it stands behind an accessor: `x`. */
  readonly written: string;

  constructor(
    description: string,
    method?: { readonly className: string; readonly isStatic: boolean },
    written = description,
  ) {
    this.description = description;
    this.method = method;
    this.written = written;
  }
}
