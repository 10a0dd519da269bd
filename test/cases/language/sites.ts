// Sites meet objects of every kind one after the other: what one of them has been found like must not be taken for the next.
// Hence `any`: a site that a type keeps to one kind of object would prove nothing, and users' code has both.

const readX = (o: any) => o.x;
const writeX = (o: any, value: unknown) => {
  o.x = value;
  return o.x;
};
const addX = (o: any, value: any) => (o.x += value);
const callM = (o: any) => o.m();

function outcome(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
}

function describeAll(o: object): unknown[] {
  return Reflect.ownKeys(o).map((key) => {
    const { value, get, set, ...rest } = Object.getOwnPropertyDescriptor(o, key)!;
    return [String(key), String(value), rest, typeof get, typeof set];
  });
}

export function manyShapes() {
  const base = { x: 1 };
  const frozen = Object.freeze({ x: 2 });
  const objects: any[] = [
    { x: 1 },
    { y: 1, x: 2 },
    { x: undefined },
    {},
    Object.create(base),
    Object.create(frozen),
    frozen,
    Object.seal({ x: 3 }),
    Object.preventExtensions({ x: 4 }),
    Object.preventExtensions({}),
    {
      get x() {
        return 5;
      },
    },
    {
      set x(value: number) {
        (this as any).y = value;
      },
    },
    Object.defineProperty({}, "x", { value: 6 }),
    Object.defineProperty({}, "x", { value: 7, writable: true }),
    Object.assign([1, 2, 3], { x: 8 }),
    Object.assign(() => 1, { x: 9 }),
    new Proxy({ x: 10 }, {}),
    new Proxy({ x: 11 }, { get: () => "trap", set: () => true }),
    Object.assign(new Map(), { x: 12 }),
    Object.assign(new Float64Array(1), { x: 13 }),
    "text",
    5,
    null,
    undefined,
  ];
  const results = [];
  for (let round = 0; round < 3; round++)
    for (const o of objects)
      results.push([
        outcome(() => readX(o)),
        outcome(() => writeX(o, round * 10)),
        outcome(() => addX(o, 1)),
        outcome(() => readX(o)),
        o instanceof Object ? describeAll(o).length : 0,
      ]);
  return results;
}

export function changesBetweenReads() {
  const o: any = { a: 1, x: 2, b: 3 };
  const seen = [readX(o)];
  delete o.x;
  seen.push(readX(o), addX(o, 1));
  o.x = 4;
  seen.push(readX(o), Object.keys(o).join());
  Object.defineProperty(o, "x", { get: () => 5, configurable: true });
  seen.push(readX(o));
  Object.defineProperty(o, "x", { value: 6, writable: true, enumerable: true, configurable: true });
  seen.push(readX(o), writeX(o, 7), Object.keys(o).join());
  Object.freeze(o);
  seen.push(outcome(() => writeX(o, 8)) as number, readX(o));
  return seen;
}

export function changedWhileAssigning() {
  const o: any = { x: 1, y: 2 };
  const log = [];
  o.x += (delete o.x, 5);
  log.push(Object.entries(o));
  o.y += (Object.defineProperty(o, "y", { set: (value) => log.push(["set", value]), configurable: true }), 1);
  log.push(o.y);
  const p: any = { x: 1 };
  p.x = ((p.z = 3), (p.y = 2));
  log.push(Object.entries(p));
  return log;
}

export function methodsOfPrototypes() {
  class Base {
    m(): string {
      return "base";
    }
  }
  class Derived extends Base {}
  const a: any = new Base();
  const b: any = new Base();
  const d: any = new Derived();
  const seen = [callM(a), callM(b), callM(d), callM(a)];
  b.m = () => "own";
  seen.push(callM(b), callM(a));
  delete b.m;
  seen.push(callM(b));
  Base.prototype.m = () => "assigned";
  seen.push(callM(a), callM(d));
  (Derived.prototype as any).m = () => "derived";
  seen.push(callM(d), callM(a));
  Object.defineProperty(Base.prototype, "m", { get: () => () => "got", configurable: true });
  seen.push(callM(a), callM(d));
  delete (Base.prototype as any).m;
  seen.push(outcome(() => callM(a)) as string, callM(d));
  Object.setPrototypeOf(a, { m: () => "other" });
  seen.push(callM(a));
  Object.setPrototypeOf(a, null);
  seen.push(outcome(() => callM(a)) as string);
  return seen;
}

export function methodsOfBuiltIns() {
  const text = (o: any) => o.toString();
  const named = (o: any) => o.name();
  const seen = [text({}), text([1, 2]), text(Object.prototype), text(Array.prototype), text(new Date(0)).slice(0, 3)];
  seen.push(text(/a/), text(Object.create({ toString: () => "mine" })), text(5), text(new Error("e")), text(Math));
  (Function.prototype as any).extra = () => "extra";
  const extra = (o: any) => o.extra();
  seen.push(extra(Map), extra(() => 1), extra(class {}));
  delete (Function.prototype as any).extra;
  seen.push(outcome(() => extra(Map)) as string);
  const callable = { name: () => "object's" };
  const heir = Object.create(callable);
  const own = () => 1;
  Object.setPrototypeOf(own, callable);
  seen.push(named(callable), named(heir), outcome(() => named(own)) as string);
  return seen;
}

export function keysInOrder() {
  const symbol = Symbol("s");
  const o: any = { z: 1, [symbol]: 2, 10: 3, a: 4, 2: 5 };
  o["01"] = 6;
  o[4294967294] = 7;
  o[4294967295] = 8;
  o["-0"] = 9;
  delete o.a;
  o.a = 10;
  o.z = 11;
  const literals = [{ b: 1, a: 2 }, { a: 1, b: 2 }, { a: 1, ["a"]: 2 }, { "two words": 1, a: 2 }];
  return [Reflect.ownKeys(o).map(String), JSON.stringify(o), literals.map((literal) => Object.keys(literal).join())];
}

export function tablesWithManyKeys() {
  const table: any = {};
  for (let i = 0; i < 300; i++) table[`key${(i * 7) % 300}`] = i;
  for (let i = 0; i < 300; i++) if (i % 3 !== 0) delete table[`key${i}`];
  for (let i = 0; i < 50; i++) table[`more${i}`] = -i;
  let sum = 0;
  for (const key in table) sum = (sum * 31 + table[key] + key.length) % 1000003;
  return [sum, Object.keys(table).length, table.key3, table.key4, "key6" in table, table.more49, Object.keys(table)];
}

export function anyOrderOfChanges() {
  // A generator of numbers of our own, so that Node and we do the same.
  let state = 12345;
  const next = (end: number) => (state = (state * 1103515245 + 12345) % 2147483648) % end;
  const keys = ["x", "m", "a", "b", "3", "1", "12"];
  const results: unknown[] = [];
  const objects: any[] = [{ x: 1 }, { a: 1, x: 2 }, {}, Object.create({ x: 9, m: () => "inherited" }), [1, 2]];
  for (let step = 0; step < 1500; step++) {
    const o = objects[next(objects.length)];
    const key = keys[next(keys.length)]!;
    const kind = next(12);
    if (kind < 4) o[key] = key === "m" ? () => step : step;
    else if (kind < 6) results.push(outcome(() => delete o[key]));
    else if (kind === 6) {
      const isData = next(2) === 0;
      Object.defineProperty(o, key, {
        configurable: true,
        enumerable: next(2) === 0,
        ...(isData ? { value: step, writable: next(2) === 0 } : { get: () => step }),
      });
    } else if (kind === 7) results.push(outcome(() => callM(o)));
    else if (kind === 8) results.push(outcome(() => addX(o, 1)));
    else if (kind === 9) results.push(outcome(() => writeX(o, step)));
    else if (kind === 10) results.push(outcome(() => readX(o)));
    else results.push(Reflect.ownKeys(o).join());
  }
  return [results.map(String), objects.map(describeAll)];
}

export function methodsFurtherUp() {
  class A {
    m(): unknown {
      return "A";
    }
  }
  class B extends A {}
  class C extends B {}
  const c: any = new C();
  const results: unknown[] = [callM(c), callM(c)];
  const middle = B.prototype as any;
  middle.m = () => "B";
  results.push(callM(c));
  delete middle.m;
  results.push(callM(c), callM(c));
  A.prototype.m = () => "other A";
  results.push(callM(c), callM(c));
  Object.setPrototypeOf(B.prototype, { m: () => "another parent" });
  results.push(callM(c), callM(c));
  Object.setPrototypeOf(C.prototype, A.prototype);
  results.push(callM(c), callM(c));
  Object.defineProperty(C.prototype, "m", { configurable: true, get: () => () => "getter" });
  results.push(callM(c), callM(c));
  delete (C.prototype as any).m;
  results.push(callM(c));
  Object.setPrototypeOf(C.prototype, new Proxy(A.prototype, { get: () => () => "proxy" }));
  results.push(callM(c), callM(c));
  c.m = () => "own";
  results.push(callM(c), callM(new B()), outcome(() => callM(Object.create(null))));
  return results;
}

export function anyOrderOfPrototypes() {
  let state = 4711;
  const next = (end: number) => (state = (state * 1103515245 + 12345) % 2147483648) % end;
  const chain: any[] = [{ m: () => "top" }];
  for (let i = 0; i < 5; i++) chain.push(Object.create(chain[i]));
  const results: unknown[] = [];
  for (let step = 0; step < 1500; step++) {
    const at = next(chain.length);
    const o = chain[at];
    const kind = next(12);
    if (kind === 0) o.m = () => step;
    else if (kind === 1) delete o.m;
    else if (kind === 2 && at > 0) Object.setPrototypeOf(o, chain[next(at)]);
    else if (kind === 3) Object.defineProperty(o, "m", { configurable: true, get: () => () => -step });
    else results.push(outcome(() => callM(o)));
  }
  return results.map(String);
}

export function fieldsOnWhateverIsConstructed() {
  const log: unknown[] = [];
  const given: (() => any)[] = [
    () => ({}),
    () => ({}),
    () => ({ x: 5 }),
    () => [],
    () => () => 1,
    () => function named() {},
    () => new Map(),
    () => new Float64Array(2),
    () => Object.freeze({}),
    () => Object.preventExtensions({ x: 1, y: 2, length: 3 }),
    () => Object.defineProperty({}, "x", { set: () => log.push("setter"), configurable: true }),
    () => Object.create({ set x(_value: unknown) {} }),
    () =>
      new Proxy(
        {},
        {
          defineProperty: (target, key, descriptor) => {
            log.push(String(key));
            return Reflect.defineProperty(target, key, descriptor);
          },
        },
      ),
  ];
  class Base {
    constructor(make: () => any) {
      return make();
    }
  }
  class Derived extends Base {
    x = 1;
    y = log.length;
    length = 2;
  }
  return [...given, ...given].map((make) => [outcome(() => describeAll(new Derived(make))), log.splice(0)]);
}

export function newOfEveryKind() {
  class Point {
    x;
    y: unknown;
    constructor(x: unknown, y = 7, ...rest: unknown[]) {
      this.x = x;
      this.y = [y, rest.length, new.target.name, arguments.length];
    }
  }
  class Sub extends Point {}
  function Old(this: any, x: unknown) {
    this.x = x;
    this.is = new.target === Old;
  }
  const make: any[] = [Point, Point, Sub, Old, Old, Object, () => 1, function* () {}, async function () {}, 3];
  const results = make.map((Type) => outcome(() => describeAll(new Type(1, 2, 3))));
  Old.prototype = { m: () => "m of the new prototype" };
  results.push(callM(new (Old as any)(1)));
  Old.prototype = 5 as any;
  results.push(Object.getPrototypeOf(new (Old as any)(1)) === Object.prototype);
  results.push(outcome(() => (Point as any)(1)));
  results.push(describeAll(Reflect.construct(Point, [1], Old)), describeAll(new Point(new Point(1))));
  results.push(outcome(() => new Point(...([1, 2] as [number, number])).x));
  return results;
}
