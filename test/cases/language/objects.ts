export function literals() {
  const a = 1;
  const key = "dyn";
  const o = {
    a,
    [key]: 2,
    [`${key}2`]: 3,
    "quoted key": 4,
    5: "five",
    m() {
      return this.a;
    },
    get g() {
      return this.a + 1;
    },
    set g(v) {
      this.a = v;
    },
    ...{ spread: true, a: 10 },
  };
  o.g = 42;
  return [Object.keys(o), o.m(), o.g, o[5], o.spread, JSON.stringify(o)];
}

export function keyOrder() {
  const o: Record<string, number> = { b: 1, 2: 2, a: 3, 1: 4, "-1": 5, "01": 6 };
  o.z = 7;
  o[0] = 8;
  return [Object.keys(o), Object.entries(o), Object.values(o)];
}

export function destructuring() {
  const { a, b: { c = 5, ...deep } = {} as any, ...rest } = { a: 1, b: { d: 2, e: 3 }, f: 4, g: 5 };
  const [x, , [y = 9, ...z] = [undefined, 7, 8], ...others] = [1, 2, undefined, 4, 5];
  let p = 1;
  let q = 2;
  [p, q] = [q, p];
  const o = { list: [0, 0], n: 0 };
  [o.list[1], o.n] = [7, 8];
  ({ a: o.n, ["b"]: o.list[0] } = { a: 11, b: 12 });
  const { length } = "hello";
  const [first, ...chars] = "héllo";
  const swap = ([m, n]: [number, number]) => [n, m];
  const { k: { v } = { v: 1 } } = {} as { k?: { v: number } };
  return [a, c, deep, rest, x, y, z, others, p, q, o, length, first, chars, swap([1, 2]), v];
}

export function optionalChaining() {
  const o: any = { a: { b: () => 5, c: [1, 2], get d() { return undefined; } }, n: null };
  const log: string[] = [];
  const r = [o?.a?.b?.(), o.x?.y.z.w, o.n?.f(log.push("no")), o.a.c?.[1], o.a.zz?.(), o.a?.["b"](), o.a.d?.e, delete o.q?.r, (o.a?.b)(), o.a.c?.length];
  return [r, log];
}

export function statics() {
  const o = { a: 1, b: { c: 2 } };
  const copy = Object.assign({}, o, null, { d: 4 });
  const frozen = Object.freeze([1, 2]);
  const proto = Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true } });
  return [
    copy,
    copy.b === o.b,
    Object.isFrozen(frozen),
    Object.fromEntries([["x", 1], ["y", 2]]),
    proto.inherited,
    Object.keys(proto),
    Object.getOwnPropertyNames(proto),
    Object.getOwnPropertyDescriptor(proto, "own"),
    Object.is(-0, 0),
    Object.is(NaN, NaN),
    "inherited" in proto,
    Object.hasOwn(proto, "inherited"),
    structuredClone({ d: [1, { e: 2 }] }),
  ];
}

export function defineProperty() {
  const o: any = {};
  Object.defineProperty(o, "hidden", { value: 1 });
  Object.defineProperty(o, "computed", { get: () => 5, enumerable: true });
  const before = [Object.keys(o), o.hidden, o.computed];
  try {
    o.hidden = 2;
  } catch (e) {
    before.push((e as Error).message);
  }
  try {
    o.computed = 2;
  } catch (e) {
    before.push((e as Error).message);
  }
  return before;
}

export function symbols() {
  const s = Symbol("tag");
  const o = { [s]: 1, plain: 2, [Symbol.toStringTag]: "Special" };
  return [o[s], Object.keys(o), String(o), s.toString(), s.description, Symbol.for("x") === Symbol.for("x"), Object.getOwnPropertySymbols(o).length];
}

export function valueOf() {
  const five = { valueOf: () => 5, toString: () => "five" } as unknown as number;
  const date = { [Symbol.toPrimitive]: (hint: string) => hint } as unknown as number;
  return [five + 1, `${five}`, five > 4, five * 2, [five] + "", date + "", `${date}`, +date];
}

export function jsonRoundTrip() {
  const text = JSON.stringify({ a: [1, null, undefined, NaN, -0], u: undefined, f: () => 1, d: { toJSON: () => "custom" }, n: { m: {} } }, null, 2);
  return [text, JSON.parse('{"x":[1,{"y":"z"}],"t":true}'), JSON.stringify("quote\"\n\u2028"), JSON.parse("[1e3,-0.5]", (k, v) => (typeof v === "number" ? v * 2 : v))];
}

export function jsonError() {
  return JSON.parse("{bad");
}

export function enums() {
  enum Color {
    Red,
    Green = 5,
    Blue,
  }
  enum Text {
    A = "a",
    B = "b",
  }
  const enum Bits {
    One = 1 << 0,
    Two = 1 << 1,
    Both = One | Two,
  }
  return [Color.Blue, Color[5], Object.keys(Color), Text.B, Bits.Both, Color];
}

namespace Geometry {
  export const tau = 6.28;
  const hidden = 2;
  export function circumference(r: number) {
    return tau * r * (hidden / 2);
  }
  export namespace Inner {
    export const depth = 2;
  }
}

namespace Geometry {
  export const extra = 3;
}

export function namespaces() {
  return [Geometry.circumference(2), Geometry.Inner.depth, Geometry.extra, Object.keys(Geometry)];
}

export function getterCaching() {
  let calls = 0;
  const o = {
    get heavy() {
      calls++;
      Object.defineProperty(this, "heavy", { value: 42 });
      return 42;
    },
  };
  return [o.heavy, o.heavy, calls];
}

export function inOperatorAndForIn() {
  class P {
    own = 1;
    method() {}
  }
  const p = Object.assign(new P(), { extra: 2 });
  const keys: string[] = [];
  for (const k in p) keys.push(k);
  return [keys, "method" in p, "toString" in p];
}

export function protoLiteral() {
  const base = { hello: () => "hi" };
  const o = { __proto__: base, own: 1 } as unknown as typeof base & { own: number };
  return [o.hello(), Object.keys(o), Object.getPrototypeOf(o) === base];
}

export function taggedTemplates() {
  const tag = (strings: TemplateStringsArray, ...values: unknown[]) => [strings.raw.join("|"), [...strings], values];
  const same = () => tag`x`;
  void same;
  return [tag`a${1}\n${"b"}c`, String.raw`\t${5}`, `nested ${`${1 + 1}`}`];
}

export function mapAndSet() {
  const m = new Map<unknown, unknown>([[NaN, "nan"], [0, "zero"]]);
  m.set(-0, "still zero").set("k", 1);
  const s = new Set([3, 1, 3, 2]);
  const log: unknown[] = [];
  for (const v of s) {
    log.push(v);
    if (v === 1) s.add(9);
  }
  m.forEach((v, k) => log.push([k, v]));
  const weak = new WeakMap<object, number>();
  const key = {};
  weak.set(key, 5);
  return [[...m], m.get(NaN), m.size, [...s], log, weak.get(key), weak.has({})];
}

export function satisfiesAndCasts() {
  const config = { a: 1, b: [2] as const } satisfies Record<string, unknown>;
  const n = <number>(config.a as unknown);
  return [n + config.b[0]!, (config as any).zzz ?? "none"];
}

export function wrappedTextKeys() {
  const text = Object.assign(new String("abc"), { z: 1, 5: "de", 4: 1, [Symbol.iterator]: 2 });
  return [Reflect.ownKeys(text).map(String), Object.keys(text), Object.getOwnPropertyNames(text)];
}
