const caught = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
};

const TRAPS = Object.getOwnPropertyNames(Reflect) as (keyof typeof Reflect)[];

/** A proxy that writes down which of its traps are asked. */
function watched(target: any, log: string[]): any {
  const handler: any = {};
  for (const name of TRAPS)
    handler[name] = (...args: any[]) => {
      const key = typeof args[1] === "string" || typeof args[1] === "symbol" ? ` ${String(args[1])}` : "";
      log.push(name + key);
      return (Reflect as any)[name](...args);
    };
  return new Proxy(target, handler);
}

export function everyTrapIsAsked() {
  const log: string[] = [];
  const p = watched({ a: 1, b: { c: 2 } }, log);
  p.a += p.b.c;
  p["d"] = "a" in p;
  delete p.b;
  Object.defineProperty(p, "e", { value: 1, enumerable: false, configurable: true });
  const copy = { ...p };
  const { a, ...rest } = p;
  for (const key in p) log.push(`key ${key}`);
  Object.keys(p);
  Object.entries(p);
  JSON.stringify(p);
  Object.getPrototypeOf(p);
  Object.setPrototypeOf(p, { inherited: 1 });
  p.inherited;
  Object.isFrozen(p);
  Object.freeze(p);
  Object.isExtensible(p);
  p instanceof Object;
  Object.prototype.hasOwnProperty.call(p, "a");
  return { log, copy, a, rest };
}

export function functionsAndClasses() {
  const log: string[] = [];
  const add = watched(function (this: any, x: number, y: number) {
    return x + y + (this?.z ?? 0);
  }, log);
  class Point {
    #secret = 3;
    constructor(
      readonly x: number,
      readonly y: number,
    ) {}
    get length() {
      return Math.hypot(this.x, this.y);
    }
    secret() {
      return this.#secret;
    }
  }
  const P = watched(Point, log);
  const p = new P(3, 4);
  class Q extends P {
    z = 5;
  }
  const q: any = new Q(1, 2);
  const seen = watched(p, log);
  return [
    add(1, 2),
    add.call({ z: 1 }, 1, 2),
    add.apply(null, [1, 2]),
    add.bind({ z: 2 })(1, 2),
    typeof add,
    add.name,
    add.length,
    p.length,
    p instanceof P,
    p instanceof Point,
    q instanceof P,
    q.z,
    q.length,
    q.secret(),
    seen.length,
    caught(() => seen.secret()),
    caught(() => P(1)),
    log,
  ];
}

export function arraysBehindProxies() {
  const log: string[] = [];
  const list = watched([3, 1, 2], log);
  list.push(4);
  list.sort((x: number, y: number) => x - y);
  const mapped = list.map((x: number) => x * 2);
  const parts = [
    Array.isArray(list),
    [0].concat(list),
    [...list],
    [list].flat(),
    JSON.stringify(list),
    list.includes(3),
    list.length,
    mapped,
    Object.prototype.toString.call(list),
  ];
  list.length = 1;
  return { parts, log, list: [...list] };
}

export function prototypesThatAreProxies() {
  const log: string[] = [];
  const base = watched({ x: 1, set y(value: number) {} }, log);
  const child = Object.create(base);
  child.x;
  child.z = 2;
  child.y = 3;
  "w" in child;
  const defaults = new Proxy({} as any, { get: (_target, key) => `no ${String(key)}` });
  class Loose {
    own = 1;
  }
  Object.setPrototypeOf(Loose.prototype, defaults);
  const loose: any = new Loose();
  return { log, keys: Object.keys(child), own: loose.own, missing: loose.missing };
}

export function refusals() {
  const frozen: any = Object.freeze({ x: 1 });
  const fixed: any = Object.defineProperty({}, "x", { get: undefined, set: undefined, configurable: false });
  const no = (handler: ProxyHandler<any>, target: any = {}) => new Proxy(target, handler) as any;
  return [
    () => no({ get: () => 2 }, frozen).x,
    () => no({ get: () => 2 }, fixed).x,
    () => (no({ set: () => false }).x = 1),
    () => (no({ set: () => true }, frozen).x = 2),
    () => (no({ set: () => true }, fixed).x = 2),
    () => "x" in no({ has: () => false }, frozen),
    () => delete no({ deleteProperty: () => false }).x,
    () => delete no({ deleteProperty: () => true }, frozen).x,
    () => Object.keys(no({ ownKeys: () => ["a", "a"] })),
    () => Object.keys(no({ ownKeys: () => [1 as any] })),
    () => Object.keys(no({ ownKeys: () => [] }, frozen)),
    () => Object.keys(no({ ownKeys: () => [] }, Object.preventExtensions({ ...frozen, x: 1, y: 2 }))),
    () => Object.keys(no({ ownKeys: () => [] }, Object.preventExtensions(Object.defineProperty({ a: 1 }, "b", {})))),
    () => Object.keys(no({ ownKeys: () => ["x", "y"] }, frozen)),
    () => Object.keys(no({ ownKeys: () => 1 as any })),
    () => Object.getOwnPropertyDescriptor(no({ getOwnPropertyDescriptor: () => undefined }, frozen), "x"),
    () => Object.getOwnPropertyDescriptor(no({ getOwnPropertyDescriptor: () => 1 as any }), "x"),
    () => Object.getOwnPropertyDescriptor(no({ getOwnPropertyDescriptor: () => ({ value: 1 }) }), "x"),
    () => Object.defineProperty(no({ defineProperty: () => false }), "x", { value: 1 }),
    () => Object.defineProperty(no({ defineProperty: () => true }), "x", { value: 1, configurable: false }),
    () => Object.defineProperty(no({ defineProperty: () => true }, frozen), "y", { value: 1, configurable: true }),
    () => Object.getPrototypeOf(no({ getPrototypeOf: () => 1 as any })),
    () => Object.getPrototypeOf(no({ getPrototypeOf: () => Array.prototype }, frozen)),
    () => Object.setPrototypeOf(no({ setPrototypeOf: () => false }), null),
    () => Reflect.setPrototypeOf(no({ setPrototypeOf: () => false }), null),
    () => Object.isExtensible(no({ isExtensible: () => false })),
    () => Object.preventExtensions(no({ preventExtensions: () => true })),
    () => Object.preventExtensions(no({ preventExtensions: () => false })),
    () => new (no({ construct: () => 1 as any }, class {}))(),
    () => no({ get: 1 as any }).x,
    () => new (Proxy as any)(1, {}),
    () => (Proxy as any)({}, {}),
    () => no({})(),
    () => no({}, {}) + 1,
  ].map(caught);
}

export function revoked() {
  const { proxy, revoke } = Proxy.revocable<any>({ x: 1 }, {});
  const before = proxy.x;
  revoke();
  return [
    before,
    caught(() => proxy.x),
    caught(() => (proxy.x = 1)),
    caught(() => Array.isArray(proxy)),
    caught(() => Object.keys(proxy)),
    typeof proxy,
  ];
}

export function endlessProxies() {
  const circle: any = {};
  Object.setPrototypeOf(circle, new Proxy({}, { get: (_target, key, receiver) => receiver[key] }));
  let deep: any = {};
  for (let i = 0; i < 100; i++) deep = new Proxy(deep, {});
  deep.x = 1;
  return [(caught(() => circle.x) as string).slice(0, 40), deep.x];
}

export function observedNumbers() {
  const reads: string[] = [];
  const parameters = new Proxy({ a: 2, b: 3 } as any, {
    get(target, key) {
      reads.push(String(key));
      return target[key] * 2;
    },
  });
  return [parameters.a * parameters.b + parameters.a, reads];
}

export function refusalsOfTargets() {
  const targets = [
    Object.freeze({ a: 1 }),
    { get a() { return 1; } },
    Object.preventExtensions({}),
    Object.freeze([1]),
    Object.defineProperty({}, "a", { value: 1 }),
  ]; // prettier-ignore
  const attempts: ((object: any) => unknown)[] = [
    (object) => (object.a = 2),
    (object) => (object.z = 2),
    (object) => (object[0] = 2),
    (object) => (object.length = 0),
    (object) => delete object.a,
    (object) => Object.defineProperty(object, "a", { value: 3 }).a,
    (object) => Object.defineProperty(object, "z", { value: 3 }).z,
    (object) => Object.setPrototypeOf(object, {}) === object,
    (object) => [].push.call(object, 1 as never),
    (object) => (Object.create(object).a = 4),
    (object) => object.a++,
  ];
  return targets.flatMap((target) => {
    const proxy = new Proxy(target, {});
    return [proxy, new Proxy(proxy, {})].flatMap((one) => attempts.map((work) => caught(() => work(one))));
  });
}
