/** Values as Node's `console.log` prints them, on one line. Nothing of the program runs for it: getters are named, not called. */
import { CollectionValue } from "../builtins/collection/collectionValue.ts";
import { WeakValue } from "../builtins/collection/weakCollection.ts";
import { DateValue } from "../builtins/date.ts";
import { RegExpValue } from "../builtins/regexp/regexpValue.ts";
import { ArrayBufferValue } from "../builtins/typedArray/arrayBuffer.ts";
import { TypedArrayValue } from "../builtins/typedArray/typedArray.ts";
import type { Machine } from "../machine.ts";
import { ArrayValue } from "../values/arrayValue.ts";
import { ErrorValue } from "../values/errors.ts";
import { FunctionValue } from "../values/functionValue.ts";
import { ObjectValue } from "../values/objects.ts";
import { PrimitiveObject } from "../values/primitiveObject.ts";
import { ABSENT, Property } from "../values/property.ts";
import { Active, type Key, type Value } from "../values/values.ts";
import { behindProxies, peekText } from "./describe.ts";
import { errorText, nameOf, prefixOf, tagBeside, visibleKeys } from "./inspectClass.ts";
import { inspectFunction } from "./inspectFunction.ts";
import { quote, quoteKey } from "./quote.ts";

/** Levels of objects in objects that are printed. */
const DEPTH = 2;
/** Elements of one array, map or set that are printed. */
const ELEMENTS = 100;

/** Print a value on one line of at most `limit` characters. */
export function inspect(machine: Machine, value: Value, limit = 10_000): string {
  const text = new Inspector(machine, limit).print(value, 0);
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

/** What an object prints besides its properties. */
interface Shape {
  /** Before the brace: the class, or the whole value of a function, an error, a wrapper. */
  readonly base: string;
  readonly open: "{" | "[";
  readonly close: "}" | "]";
  /** Elements, entries. */
  readonly items: () => string[];
  readonly keys: readonly Key[];
  /** What is printed if there are no items and no keys. */
  readonly empty: string;
}

class Inspector {
  private readonly machine: Machine;
  private room: number;
  private readonly open: ObjectValue[] = [];
  private readonly circular: ObjectValue[] = [];

  constructor(machine: Machine, limit: number) {
    this.machine = machine;
    this.room = limit;
  }

  print(value: Value, depth: number): string {
    if (value instanceof ObjectValue) return this.printObject(value, depth);
    const text = this.printPrimitive(value);
    this.room -= text.length;
    return text;
  }

  private printPrimitive(value: Exclude<Value, ObjectValue>): string {
    const plain = value instanceof Active ? this.machine.number(value) : value;
    if (typeof plain === "string")
      return quote(plain.length > this.room ? plain.slice(0, Math.max(0, this.room) + 1) : plain);
    if (typeof plain === "bigint") return `${plain}n`;
    return Object.is(plain, -0) ? "-0" : String(plain);
  }

  private printObject(shown: ObjectValue, depth: number): string {
    // Traps are not asked: what is shown of a proxy is its target.
    const object = behindProxies(shown);
    if (object === null) return "<Revoked Proxy>";
    if (this.open.includes(object)) {
      if (!this.circular.includes(object)) this.circular.push(object);
      return `[Circular *${this.circular.indexOf(object) + 1}]`;
    }
    const shape = this.shapeOf(object, depth);
    if (shape.empty !== "" && shape.keys.length === 0) {
      this.room -= shape.empty.length;
      return shape.empty;
    }
    if (depth > DEPTH) return `[${(nameOf(this.machine, object) ?? "Object: null prototype").split(" ")[0]!}]`;
    this.open.push(object);
    const parts = shape.items();
    for (const key of shape.keys) {
      if (this.room < 0) break;
      parts.push(this.printProperty(object, key, depth));
    }
    this.open.pop();
    const reference = this.circular.indexOf(object);
    const mark = reference >= 0 ? `<ref *${reference + 1}> ` : "";
    const base = shape.base === "" ? "" : `${shape.base} `;
    return `${mark}${base}${shape.open} ${parts.join(", ")} ${shape.close}`;
  }

  private printProperty(object: ObjectValue, key: Key, depth: number): string {
    const property = object.own(key);
    let name = quoteKey(key);
    if (property?.enumerable === false) name = `[${name}]`;
    this.room -= name.length + 4;
    return `${name}: ${this.printSlot(property, depth)}`;
  }

  private printSlot(property: Property | undefined, depth: number): string {
    if (property === undefined) return "undefined";
    if (!property.isAccessor) return this.print(property.value, depth + 1);
    if (property.getter === undefined) return property.setter === undefined ? "undefined" : "[Setter]";
    return property.setter === undefined ? "[Getter]" : "[Getter/Setter]";
  }

  private shapeOf(object: ObjectValue, depth: number): Shape {
    const { machine } = this;
    const name = nameOf(machine, object);
    const tag = tagBeside(object);
    const keys = visibleKeys(object);
    const plain = (base: string, rest: Partial<Shape> = {}): Shape => {
      const prefix = base === "" ? "" : `${base} `;
      return { base, open: "{", close: "}", items: () => [], keys, empty: `${prefix}{}`, ...rest };
    };
    if (object instanceof ArrayValue) {
      const base = name === "Array" && tag === "" ? "" : prefixOf(name, tag, "Array", `(${object.elements.length})`);
      const empty = object.elements.length > 0 ? "" : `${base === "" ? "" : `${base} `}[]`;
      return plain(base, { open: "[", close: "]", items: () => this.printElements(object, depth), empty });
    }
    if (object instanceof TypedArrayValue) {
      const base = prefixOf(name, tag, object.kind.name, `(${object.length})`);
      const items = () => this.printNumbers(object, depth);
      return plain(base, { open: "[", close: "]", items, empty: object.length > 0 ? "" : `${base} []` });
    }
    if (object instanceof ArrayBufferValue)
      return plain(prefixOf(name, tag, "ArrayBuffer"), { items: () => printBytes(object), empty: "" });
    if (object instanceof CollectionValue) {
      const base = prefixOf(name, tag, object.kind, `(${object.entries.size})`);
      const empty = object.entries.size > 0 ? "" : `${base} {}`;
      return plain(base, { items: () => this.printEntries(object, depth), empty });
    }
    if (object instanceof WeakValue && object.kind !== "FinalizationRegistry")
      return plain(prefixOf(name, tag, object.kind), {
        items: () => [object.kind === "WeakRef" ? this.print(object.target, depth + 1) : "<items unknown>"],
        empty: "",
      });
    const whole = this.wholeText(object, name, tag, depth);
    if (whole !== undefined) return plain(whole, { empty: whole, keys: this.keysBeside(object, keys) });
    if (object.className === "Arguments") return plain("[Arguments]");
    return plain(name === "Object" && tag === "" ? "" : prefixOf(name, tag, "Object"));
  }

  /** What an object prints that is more a value than a bag of properties. */
  private wholeText(object: ObjectValue, name: string | undefined, tag: string, depth: number): string | undefined {
    if (object instanceof FunctionValue) return inspectFunction(this.machine, object, name, tag);
    if (object instanceof ErrorValue) return errorText(object, name, depth);
    if (object instanceof PrimitiveObject) {
      const { primitive } = object;
      const type = primitive instanceof Active ? "number" : typeof primitive;
      const kind = type === "bigint" ? "BigInt" : type.charAt(0).toUpperCase() + type.slice(1);
      const own = name === kind || name === undefined ? kind : `${kind} (${name})`;
      return `[${own}: ${this.printPrimitive(primitive)}]`;
    }
    const prefix = prefixOf(name, tag, "");
    if (object instanceof DateValue) {
      const text = Number.isNaN(object.date.getTime()) ? "Invalid Date" : object.date.toISOString();
      return prefix === "Date" ? text : `${prefix} ${text}`;
    }
    if (object instanceof RegExpValue) {
      const text = `/${object.source}/${object.flags}`;
      return prefix === "RegExp" ? text : `${prefix} ${text}`;
    }
    return undefined;
  }

  /** The properties that are printed beside the text of a function, an error or a wrapper. */
  private keysBeside(object: ObjectValue, keys: readonly Key[]): readonly Key[] {
    if (!(object instanceof ErrorValue)) return keys;
    const text = peekText(object, "stack") ?? "";
    const shown = keys.filter(
      (key) => !["name", "message", "stack"].includes(String(key)) || !text.includes(peekText(object, key) ?? text),
    );
    const hidden = ["cause", "errors"].filter((key) => !shown.includes(key) && object.lookup(key) !== ABSENT);
    return [...shown, ...hidden];
  }

  private printElements(array: ArrayValue, depth: number): string[] {
    const parts: string[] = [];
    const { elements } = array;
    let index = 0;
    while (index < elements.length && parts.length < ELEMENTS && this.room >= 0) {
      const end = endOfHoles(array, index);
      if (end > index) {
        parts.push(`<${end - index} empty item${end - index > 1 ? "s" : ""}>`);
        index = end;
        continue;
      }
      this.room -= 2;
      parts.push(this.printSlot(array.own(String(index)), depth));
      index++;
    }
    return this.withRest(parts, elements.length - index);
  }

  private printNumbers(array: TypedArrayValue, depth: number): string[] {
    const count = Math.min(array.length, ELEMENTS);
    const parts = Array.from({ length: count }, (_, index) =>
      this.print(array.getIndex(this.machine, index), depth + 1),
    );
    return this.withRest(parts, array.length - count);
  }

  private printEntries(collection: CollectionValue, depth: number): string[] {
    const parts: string[] = [];
    for (const { key, value } of collection.entries.values()) {
      if (parts.length === ELEMENTS || this.room < 0) break;
      this.room -= 2;
      const left = this.print(key, depth + 1);
      parts.push(collection.kind === "Map" ? `${left} => ${this.print(value, depth + 1)}` : left);
    }
    return this.withRest(parts, collection.entries.size - parts.length);
  }

  private withRest(parts: string[], rest: number): string[] {
    if (rest > 0) parts.push(`... ${rest} more item${rest > 1 ? "s" : ""}`);
    return parts;
  }
}

/** The first index from `index` on that has an element; a huge gap is skipped by the keys that there are. */
function endOfHoles(array: ArrayValue, index: number): number {
  const { elements } = array;
  let end = index;
  while (end < elements.length && !(end in elements) && array.lookup(String(end)) === ABSENT) {
    if (end - index < 10_000) end++;
    else return Number(Object.keys(elements).find((key) => Number(key) > end) ?? elements.length);
  }
  return end;
}

function printBytes(buffer: ArrayBufferValue): string[] {
  const bytes = new Uint8Array(buffer.bytes, 0, Math.min(buffer.bytes.byteLength, 50));
  const rest = buffer.bytes.byteLength - bytes.length;
  const shown = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  const more = rest > 0 ? ` ... ${rest} more byte${rest > 1 ? "s" : ""}` : "";
  return [`[Uint8Contents]: <${shown}${more}>`, `byteLength: ${buffer.bytes.byteLength}`];
}
