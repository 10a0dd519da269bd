export function subclassOfArray() {
  class Stack<T> extends Array<T> {
    get top() {
      return this[this.length - 1];
    }
    static get [Symbol.species]() {
      return Array;
    }
  }
  class Vector extends Array<number> {
    sum() {
      return this.reduce((a, b) => a + b, 0);
    }
  }
  const stack = Stack.of(1, 2, 3);
  const vector = Vector.from([1, 2, 3], (x) => x * 2);
  return [
    stack.top,
    stack instanceof Stack,
    stack.map((x) => x) instanceof Stack,
    vector.sum(),
    vector.map((x) => x + 1) instanceof Vector,
    vector.filter((x) => x > 2).sum(),
    vector.slice(1).sum(),
    vector.concat([5]).sum(),
    vector.length,
    Array.isArray(vector),
    [...vector],
    vector.splice(0, 1).sum(),
    new Vector(3).length,
    Vector.of(4, 5).toSorted((a, b) => b - a) instanceof Vector,
  ];
}

export function subclassOfMap() {
  class Counter extends Map<string, number> {
    add(key: string) {
      return this.set(key, (this.get(key) ?? 0) + 1);
    }
    override get(key: string) {
      return super.get(key) ?? 0;
    }
  }
  const counter = new Counter([["a", 1]]);
  counter.add("a").set("b", 5);
  return [[...counter], counter.get("zz"), counter.size, counter instanceof Map, Object.prototype.toString.call(counter)];
}

export function mapCallsItsOwnSet() {
  const log: string[] = [];
  class Logged extends Map<string, number> {
    override set(key: string, value: number) {
      log.push(`${key}=${value}`);
      return super.set(key, value * 2);
    }
  }
  return [[...new Logged([["x", 1], ["y", 2]])], log];
}

export function errorClasses() {
  class Base extends Error {
    readonly code: number;
    constructor(message: string, code: number, options?: ErrorOptions) {
      super(message, options);
      this.name = "Base";
      this.code = code;
    }
  }
  class Derived extends Base {
    override get message() {
      return "from a getter";
    }
  }
  const error = new Base("went wrong", 7, { cause: new TypeError("inner") });
  const derived = new Derived("own", 8);
  return [
    String(error),
    error.code,
    error instanceof Error,
    (error.cause as Error).message,
    Object.prototype.toString.call(error),
    derived.message,
    typeof error.stack,
    Object.keys(error),
  ];
}

export function iteratorsAreClosed() {
  const log: string[] = [];
  const make = (name: string) => ({
    [Symbol.iterator]() {
      let n = 0;
      return {
        next: () => ({ done: n >= 5, value: n++ }),
        return: () => (log.push(`${name} closed`), {}),
      };
    },
  });
  for (const x of make("break")) if (x === 2) break;
  const [first, second] = make("pattern");
  const [...all] = make("rest");
  try {
    new Set({ [Symbol.iterator]: () => ({ next: () => { throw new Error("next"); }, return: () => (log.push("never"), {}) }) } as never);
  } catch (error) {
    log.push((error as Error).message);
  }
  try {
    Array.from(make("from"), () => {
      throw new Error("mapper");
    });
  } catch (error) {
    log.push((error as Error).message);
  }
  try {
    new Map(make("map") as never);
  } catch (error) {
    log.push((error as Error).message);
  }
  try {
    Object.fromEntries(make("entries") as never);
  } catch (error) {
    log.push((error as Error).message);
  }
  return [first, second, all, log];
}

export function patchedIterator() {
  const original = Array.prototype[Symbol.iterator];
  Array.prototype[Symbol.iterator] = function* (this: unknown[]) {
    for (let i = this.length - 1; i >= 0; i--) yield this[i];
  } as never;
  try {
    const [a, b] = [1, 2, 3];
    return [a, b, Math.max(...[4, 5]), new Set([1, 2]).values().next().value, Array.from([7, 8]).length, ...[1, 2]];
  } finally {
    Array.prototype[Symbol.iterator] = original;
  }
}

export function patchedArrayIteratorNext() {
  const prototype = Object.getPrototypeOf([][Symbol.iterator]()) as { next: () => IteratorResult<unknown> };
  const original = prototype.next;
  let calls = 0;
  prototype.next = function (this: never) {
    calls++;
    return original.call(this);
  };
  try {
    const list = [...[1, 2, 3]];
    return [list.length, calls];
  } finally {
    prototype.next = original;
  }
}

export function generatorsInCollections() {
  function* squares(n: number) {
    for (let i = 0; i < n; i++) yield [i, i * i] as const;
  }
  const map = new Map(squares(4));
  const set = new Set([...map.values()].filter((x) => x > 0));
  return [Object.fromEntries(squares(3)), [...map.entries()].flat(), Array.from(set.entries()), Math.max(...set)];
}

export function memoryOfObjects() {
  const cache = new WeakMap<object, number>();
  const key = { id: 1 };
  cache.set(key, 42);
  const seen = new WeakSet([key]);
  return [cache.get(key), cache.has({}), seen.has(key), cache.delete(key), cache.has(key)];
}

export function sortsAreStable() {
  const people = ["Ann:3", "Bob:1", "Cid:3", "Dan:2", "Eve:1", "Fay:2"].map((text) => {
    const [name, age] = text.split(":");
    return { name: name!, age: Number(age) };
  });
  const byAge = [...people].sort((a, b) => a.age - b.age).map((p) => p.name);
  const byBoth = people.toSorted((a, b) => b.age - a.age || a.name.localeCompare(b.name)).map((p) => p.name);
  return [byAge.join(), byBoth.join(), [5, 25, 100, 1].sort().join(), ["B", "a", "C"].sort().join()];
}

export function changesDuringIteration() {
  const list = [1, 2, 3];
  const seen: number[] = [];
  for (const x of list) {
    seen.push(x);
    if (x === 2) list.push(4);
    if (x === 3) list.length = 3;
  }
  const map = new Map([[1, "a"], [2, "b"], [3, "c"]]);
  const keys: number[] = [];
  for (const [key] of map) {
    keys.push(key);
    if (key === 1) map.delete(2);
    if (key < 6) map.set(key + 3, "x");
  }
  return [seen, keys];
}

export function prototypePollution() {
  const prototype = Object.prototype as Record<string, unknown>;
  prototype["extra"] = "found";
  Object.defineProperty(Array.prototype, "last", {
    configurable: true,
    get(this: unknown[]) {
      return this[this.length - 1];
    },
  });
  try {
    const keys: string[] = [];
    for (const key in { own: 1 }) keys.push(key);
    return [({} as Record<string, unknown>)["extra"], keys, ([1, 2, 3] as never as { last: number }).last, JSON.stringify({ a: 1 })];
  } finally {
    delete prototype["extra"];
    delete (Array.prototype as never as Record<string, unknown>)["last"];
  }
}

export function frozenThingsComplain() {
  const frozen = Object.freeze({ x: 1, list: Object.freeze([1, 2]) as number[] });
  const attempts: (() => unknown)[] = [
    () => ((frozen as { x: number }).x = 2),
    () => ((frozen as Record<string, number>)["y"] = 2),
    () => delete (frozen as { x?: number }).x,
    () => frozen.list.push(3),
    () => frozen.list.sort(),
    () => (frozen.list[0] = 5),
    () => (frozen.list.length = 0),
    () => Object.defineProperty(frozen, "x", { value: 9 }),
    () => Object.setPrototypeOf(frozen, {}),
    () => ((Object.create({ get g() { return 1; } }) as { g: number }).g = 2),
  ];
  return attempts.map((attempt) => {
    try {
      return attempt();
    } catch (error) {
      return String(error);
    }
  });
}

export function functionsAsObjects() {
  function add(this: { base: number }, a: number, b = 2, ...rest: number[]) {
    return this.base + a + b + rest.length;
  }
  const bound = add.bind({ base: 100 }, 1);
  class Point {
    constructor(readonly x: number) {}
  }
  const PointAt = Point.bind(null, 5) as unknown as new () => Point;
  return [
    add.call({ base: 1 }, 2, 3, 4, 5),
    add.apply({ base: 1 }, [2]),
    bound(5),
    bound.name,
    bound.length,
    add.length,
    new PointAt().x,
    new PointAt() instanceof Point,
    new PointAt() instanceof PointAt,
    Reflect.construct(Point, [3]).x,
    Reflect.ownKeys(add).includes("prototype"),
    (() => 1).hasOwnProperty("prototype"),
  ];
}
