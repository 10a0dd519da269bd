/** A picture of the host's own objects, to see that nothing has reached them. */

/** Every object that can be reached from the host's global object through own properties and prototypes, with its properties. */
export function hostRealm(): ReadonlyMap<object, ReadonlyMap<PropertyKey, PropertyDescriptor>> {
  const seen = new Map<object, ReadonlyMap<PropertyKey, PropertyDescriptor>>();
  const pending: unknown[] = [
    ...ROOTS.map((name) => (globalThis as Record<string, unknown>)[name]),
    ...[
      [].values(),
      new Map().keys(),
      new Set().keys(),
      ""[Symbol.iterator](),
      "".matchAll(/a/g),
      generator,
      ended,
    ].map((value) => Object.getPrototypeOf(value) as unknown),
  ];
  while (pending.length > 0) {
    const next = pending.pop();
    const isObject = (typeof next === "object" && next !== null) || typeof next === "function";
    if (!isObject || seen.has(next)) continue;
    const object = next;
    const properties = new Map<PropertyKey, PropertyDescriptor>();
    for (const key of Reflect.ownKeys(object)) {
      const descriptor = Object.getOwnPropertyDescriptor(object, key)!;
      properties.set(key, descriptor);
      pending.push(...(Object.values(descriptor) as unknown[]));
    }
    seen.set(object, properties);
    pending.push(Object.getPrototypeOf(object));
  }
  return seen;
}

function* generator(): Generator<number> {
  yield 1;
}

const ended = async (): Promise<void> => {
  await Promise.resolve();
};

const ROOTS =
  "Object Function Array String Number Boolean Symbol BigInt Math JSON Reflect Proxy Promise Map Set WeakMap WeakSet WeakRef Date RegExp Error TypeError RangeError ReferenceError SyntaxError EvalError URIError AggregateError ArrayBuffer DataView Float64Array Float32Array Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array eval parseFloat parseInt isNaN isFinite".split(
    " ",
  );

/** What differs between two pictures, a line each. */
export function changesOf(
  before: ReturnType<typeof hostRealm>,
  after: ReturnType<typeof hostRealm>,
): readonly string[] {
  const changes: string[] = [];
  const called = (object: object): string => Object.prototype.toString.call(object);
  for (const [object, properties] of before) {
    const now = after.get(object);
    if (now === undefined) {
      changes.push(`${called(object)} is gone`);
      continue;
    }
    for (const key of new Set([...properties.keys(), ...now.keys()]))
      if (!isSame(properties.get(key), now.get(key))) changes.push(`${called(object)}: ${String(key)}`);
  }
  return changes;
}

function isSame(x: PropertyDescriptor | undefined, y: PropertyDescriptor | undefined): boolean {
  if (x === undefined || y === undefined) return x === y;
  // A regular expression remembers what it matched last, and so do the old properties of `RegExp`.
  const isValue = typeof x.value !== "string" && typeof x.value !== "number";
  return (
    (!isValue || Object.is(x.value, y.value)) &&
    (["get", "set", "writable", "enumerable", "configurable"] as const).every((part) => x[part] === y[part])
  );
}
