const t = (f: any) => {
  try {
    return f();
  } catch (e) {
    return (e as any).name + ": " + (e as any).message;
  }
};
export function typed1() {
  const f = new Float32Array([0.1, 1e40, NaN, -0]);
  const u8 = new Uint8Array([256, -1, 1.9, NaN, Infinity]);
  const c = new Uint8ClampedArray([300, -5, 1.5, 2.5, NaN]);
  const b = new ArrayBuffer(16);
  const i16 = new Int16Array(b, 2, 3);
  i16.set([1, -2, 40000]);
  const sub = i16.subarray(1);
  sub[0] = 7;
  return [
    [...f],
    [...u8],
    [...c],
    [...i16],
    i16.byteOffset,
    i16.length,
    sub.length,
    [...new Uint8Array(b)],
    t(() => new Int16Array(b, 1)),
    t(() => new Int32Array(new ArrayBuffer(5))),
    t(() => new Uint8Array(-1)),
    t(() => new Uint8Array(b, 20)),
    t(() => (Uint8Array as any)(1)),
    u8[10],
    (((u8 as any)[10] = 5), u8.length),
    "5" in u8,
    "-0" in u8,
    Object.keys(f),
    delete (u8 as any)[9],
    t(() => {
      delete (u8 as any)[0];
    }),
    f.BYTES_PER_ELEMENT,
    Float64Array.from([1, 2], (x) => x * 2),
    Uint8Array.of(1, 2, 300),
    [...new Uint16Array([3, 1, 2]).sort()],
    new Float64Array([1, 2, 3]).reduce((a, b) => a + b),
    new Int8Array([1, 2, 3]).map((x) => x * 100),
    new Uint8Array([1, 2, 3]).filter((x) => x > 1),
    new Float32Array([1, 2, 3]).slice(1),
    new Float32Array(3).fill(0.1),
    new Int8Array([5, 1, 4]).toSorted(),
    new Int8Array([5, 1]).with(0, 300),
    t(() => new Int8Array(1).with(3, 1)),
    new Uint8Array([1, 2, 3, 4]).copyWithin(1, 0, 2),
    new Float64Array([1, NaN]).includes(NaN),
    new Float64Array([1, NaN]).indexOf(NaN),
    new Uint8Array([1, 2]).join("-"),
    String(new Uint8Array(2)),
    Object.prototype.toString.call(f),
    new Float64Array([1, 2]).at(-1),
    new Uint8Array([9, 8]).findLast((x) => x > 8),
    [...new Uint8Array(2).entries()],
    new Uint8Array(new Set([1, 2])),
    new Uint8Array({ length: 2, 0: 5 } as any),
    new Float64Array(new Float32Array([0.1])),
    t(() => new Uint8Array([1]).set([1, 2])),
    t(() => new Uint8Array(Symbol() as any)),
    ArrayBuffer.isView(f),
    b.slice(2, 4).byteLength,
    new Uint8Array([1, 2, 3]).toReversed(),
    Uint8Array.prototype.constructor === Uint8Array,
    Object.getPrototypeOf(Uint8Array).name,
    t(() => new (Object.getPrototypeOf(Uint8Array))()),
    JSON.stringify(new Uint8Array([1, 2])),
    new Float32Array([1.1]).toLocaleString(),
    new Int32Array([1, 2, 3]).lastIndexOf(2),
    [1, 2].concat(new Uint8Array([3]) as any).length,
    Array.from(new Uint8Array([4])),
    Math.max(...new Uint8Array([4, 9])),
    Object.isFrozen(new Uint8Array(0)),
    t(() => Object.freeze(new Uint8Array(1))),
  ];
}
export function dataview() {
  const d = new DataView(new ArrayBuffer(32), 4, 24);
  d.setInt8(0, -1);
  d.setUint8(1, 300);
  d.setInt16(2, -2);
  d.setUint16(4, 65535, true);
  d.setInt32(6, 1 << 31);
  d.setUint32(10, 0xdeadbeef, true);
  d.setFloat32(14, Math.PI);
  d.setFloat64(16, Math.E, true);
  const r: any[] = [
    d.getInt8(0),
    d.getUint8(1),
    d.getInt16(2),
    d.getInt16(2, true),
    d.getUint16(4),
    d.getUint16(4, true),
    d.getInt32(6),
    d.getUint32(6),
    d.getUint32(10),
    d.getUint32(10, true),
    d.getFloat32(14),
    d.getFloat64(16, true),
    d.getFloat64(16),
  ];
  d.setBigInt64(0, -5n);
  d.setBigUint64(8, 2n ** 64n - 1n, true);
  r.push(
    d.getBigInt64(0),
    d.getBigInt64(0, true),
    d.getBigUint64(8),
    d.byteLength,
    d.byteOffset,
    t(() => d.getFloat64(20)),
    t(() => d.getInt8(-1)),
    t(() => new DataView({} as any)),
    t(() => new DataView(new ArrayBuffer(2), 3)),
    t(() => (DataView as any)(new ArrayBuffer(1))),
    t(() => d.setBigInt64(0, 5 as any)),
    Object.prototype.toString.call(d),
    d.getInt8("0" as any),
    t(() => d.getInt8(Symbol() as any)),
    new Uint8Array(d.buffer, 4, 8),
  );
  return r;
}
export function dates() {
  const d = new Date(2024, 0, 31, 12, 30, 15, 500);
  const u = new Date(Date.UTC(2024, 1, 29));
  const r: any[] = [
    u.toISOString(),
    u.getTime(),
    u.toJSON(),
    u.getUTCDay(),
    new Date("2024-03-10").getTime(),
    new Date("2024-03-10T10:00:00Z").getTime(),
    new Date("2024-03-10T10:00:00+02:00").toISOString(),
    new Date(NaN).getTime(),
    t(() => new Date(NaN).toISOString()),
    String(new Date(NaN)),
    new Date(0).toUTCString(),
    new Date(8.64e15 + 1).getTime(),
    Date.UTC(99, 0),
    new Date(2020, 13, 35).getMonth(),
    typeof Date.now(),
    typeof Date(),
    d.getMilliseconds(),
    new Date(u).getTime() === u.getTime(),
    +u - +new Date(0),
    u > new Date(0),
    Date.parse("2000-01-01"),
    Date.parse("x"),
    new Date("Tue, 05 Mar 2024 10:00:00 GMT").getTime(),
    new Date("March 7, 2024 UTC").getTime(),
    new Date(2024, 1).getDate(),
    Date.length,
    new Date(1, 1).getFullYear(),
  ];
  const e = new Date(Date.UTC(2024, 0, 31));
  e.setUTCMonth(1);
  r.push(e.toISOString());
  e.setUTCDate(0);
  r.push(e.toISOString());
  e.setUTCHours(25, 61, 61, 1001);
  r.push(e.toISOString());
  r.push(
    e.setUTCFullYear(2021, 1, 29),
    JSON.stringify({ e }),
    e[Symbol.toPrimitive]("number"),
    typeof ((e as any) + 1),
    new Date(2019, 0, 1).toLocaleDateString("en-US"),
    e.getTimezoneOffset(),
    new Date(Date.UTC(-1, 0)).toISOString(),
    new Date(Date.UTC(12345, 0)).toISOString(),
    t(() => (Date.prototype as any).getTime.call({})),
    Object.prototype.toString.call(e),
  );
  return r;
}
export function json() {
  return [
    JSON.stringify({
      a: [1, { b: 2 }],
      u: undefined,
      f() {},
      s: Symbol(),
      n: null,
      d: NaN,
      i: -Infinity,
      z: -0,
      t: true,
    }),
    JSON.stringify([undefined, () => 1, Symbol()]),
    JSON.stringify({ a: 1, b: [1, 2] }, null, 2),
    JSON.stringify({ a: 1, b: 2, c: { a: 3 } }, ["a", "c"]),
    JSON.stringify({ a: 1, b: "x" }, (k, v) => (typeof v === "number" ? v + 1 : v)),
    JSON.stringify('\u2028\ud800"\\\n\u0007'),
    JSON.stringify({
      toJSON(k: string) {
        return "j" + k;
      },
    }),
    JSON.stringify({
      x: {
        toJSON(k: string) {
          return k;
        },
      },
    }),
    JSON.stringify(undefined),
    JSON.stringify(() => 1),
    JSON.stringify(new Map([[1, 2]])),
    JSON.stringify(Object(5)),
    JSON.stringify([new Number(3), new String("s"), new Boolean(false)]),
    JSON.stringify({}, null, "--"),
    JSON.stringify([1], null, 20),
    JSON.stringify([[], {}], null, "\t"),
    t(() => {
      const c: any = {};
      c.c = c;
      JSON.stringify(c);
    }),
    t(() => {
      const c: any = { a: { b: [] } };
      c.a.b.push(c);
      JSON.stringify(c);
    }),
    JSON.parse('{"a":[1,2,{"b":null}],"__proto__":1}'),
    JSON.parse("[1,2]", (k, v) => (Array.isArray(v) ? v : k === "" ? v : v * 2)),
    JSON.parse('{"a":1,"b":2}', function (this: any, k, v) {
      if (k === "a") delete this.b;
      return v;
    }),
    JSON.parse(" 1e3 "),
    t(() => JSON.parse("{a:1}")),
    t(() => JSON.parse("")),
    t(() => JSON.parse("[1,]")),
    t(() => JSON.parse('{"a":1')),
    t(() => JSON.parse("01")),
    t(() => JSON.parse("'a'")),
    t(() => JSON.parse("nul")),
    t(() => JSON.parse('{"a":undefined}')),
    t(() => JSON.parse(undefined as any)),
    t(() => JSON.parse("[1] x")),
    JSON.parse('"\\u0041\\n"'),
    t(() => JSON.parse('"\n"')),
    JSON.parse("-0"),
    Object.is(JSON.parse("-0"), -0),
    JSON.stringify({ 2: 1, 1: 2, b: 1, a: 2 }),
    JSON.stringify(Object.create({ inh: 1 }, { own: { value: 1, enumerable: true }, hid: { value: 2 } })),
    JSON[Symbol.toStringTag],
    JSON.stringify("a".repeat(3), null, { valueOf: () => 2 } as any),
    JSON.stringify({ a: [], b: {} }, null, 1),
    JSON.stringify({ date: new Date(0) }),
    JSON.stringify([NaN, Infinity]),
    JSON.stringify({ a: 1n === 1n }),
  ];
}
export function objects1() {
  const sym = Symbol("s");
  const o: any = { b: 1, 2: "two", a: 2, 1: "one", [sym]: 3, "-1": 4, "01": 5, 4294967295: 6, 4294967294: 7 };
  o.c = 1;
  delete o.b;
  o.b = 2;
  const log: any[] = [];
  for (const k in Object.create(o, { own: { enumerable: true, value: 1 }, a: { enumerable: false, value: 1 } }))
    log.push(k);
  return [
    Object.keys(o),
    Reflect.ownKeys(o).map(String),
    log,
    Object.entries({ x: 1, y: [2] }),
    Object.assign({}, "ab", null, [9], {
      get g() {
        return 1;
      },
    }),
    Object.fromEntries([
      ["a", 1],
      ["b", 2],
    ]),
    Object.is(NaN, NaN),
    Object.is(0, -0),
    Object.getOwnPropertyDescriptor(
      {
        get a() {
          return 1;
        },
      },
      "a",
    )!.set,
    Object.getOwnPropertyDescriptors({ a: 1 }),
    t(() => Object.defineProperty(Object.freeze({}), "a", { value: 1 })),
    t(() => Object.defineProperty({}, "a", { get() {}, value: 1 } as any)),
    t(() => {
      "use strict";
      const f: any = Object.freeze({ a: 1 });
      f.a = 2;
    }),
    t(() => {
      const f: any = Object.freeze({ a: 1 });
      delete f.a;
    }),
    t(() => {
      const s: any = Object.preventExtensions({});
      s.z = 1;
    }),
    Object.isSealed(Object.seal({ a: 1 })),
    Object.isFrozen(Object.freeze([])),
    Object.isFrozen("a"),
    Object.entries("ab"),
    t(() => Object.setPrototypeOf(Object.preventExtensions({}), {})),
    t(() => {
      const a: any = {};
      const b = Object.create(a);
      Object.setPrototypeOf(a, b);
    }),
    Object.getPrototypeOf(Object.create(null)),
    t(() => Object.create(undefined as any)),
    t(() => Object.keys(null as any)),
    Object.hasOwn({ a: 1 }, "a"),
    {}.hasOwnProperty.call("abc", "length"),
    {}.propertyIsEnumerable.call([1], "length"),
    {}.toString.call(null),
    {}.toString.call(function () {}),
    {}.valueOf.call(1) instanceof Number,
    {}.isPrototypeOf.call(Array.prototype, []),
    ({ __proto__: { x: 1 } } as any).x,
    ({} as any).__proto__ === Object.prototype,
    (() => {
      const q: any = {};
      q.__proto__ = { y: 2 };
      return q.y;
    })(),
    {}.toLocaleString(),
    (class A {} as any).prototype.__proto__ === Object.prototype,
    ({} as any).__defineGetter__ !== undefined,
    (() => {
      const q: any = {};
      q.__defineGetter__("z", () => 5);
      return [q.z, q.__lookupGetter__("z")()];
    })(),
    Object.groupBy ? 1 : 1,
    new Object(1) instanceof Number,
    Object(null),
    (Object as any)("s").length,
    Object.name,
    Object.length,
  ];
}
export function descriptors() {
  const o: any = {};
  Object.defineProperty(o, "ro", { value: 1 });
  Object.defineProperty(o, "acc", {
    get() {
      return this.k;
    },
    set(v) {
      this.k = v;
    },
    configurable: true,
  });
  o.acc = 5;
  const child = Object.create(o);
  const r: any[] = [
    t(() => {
      o.ro = 2;
    }),
    t(() => {
      child.ro = 2;
    }),
    t(() => {
      delete o.ro;
    }),
    t(() => Object.defineProperty(o, "ro", { value: 2 })),
    Object.defineProperty(o, "ro", { value: 1 }) === o,
    child.acc,
    ((child.acc = 7), child.k),
    o.k,
    Object.keys(o),
    Object.keys(child),
  ];
  const arr: any = [1, 2, 3];
  Object.defineProperty(arr, 1, { value: 9, writable: false, configurable: false, enumerable: true });
  r.push(
    t(() => {
      arr[1] = 5;
    }),
    t(() => {
      arr.length = 0;
    }),
    arr.length,
    arr,
    t(() => arr.pop()),
    t(() => Object.defineProperty(arr, "length", { value: 1 })),
  );
  const b: any = [1, 2];
  Object.defineProperty(b, "length", { writable: false });
  r.push(
    t(() => b.push(3)),
    t(() => {
      b[2] = 1;
    }),
    t(() => {
      b[5] = 1;
    }),
    b,
  );
  const g: any = {
    get x() {
      return 1;
    },
  };
  r.push(
    t(() => {
      g.x = 2;
    }),
    t(() => {
      g.x += 2;
    }),
  );
  ("use strict");
  r.push(
    t(() => {
      (1 as any).foo = 2;
    }),
    t(() => {
      ("s" as any).length = 2;
    }),
    t(() => {
      ("s" as any)[0] = "x";
    }),
    t(() => {
      (Symbol() as any).x = 1;
    }),
    t(() => {
      (undefined as any).x;
    }),
    t(() => {
      (null as any).x.y;
    }),
    t(() => {
      (undefined as any).x = 1;
    }),
    t(() => {
      undefinedName;
    }),
    t(() => {
      (globalThis as any).undefined = 1;
    }),
    t(() => {
      NaN;
      (globalThis as any).NaN = 5;
    }),
  );
  return r;
}
declare const undefinedName: any;
export function functions1() {
  function f(a: any, b = 1, ...c: any[]) {}
  const bound = function named(this: any, a: any, b: any, c: any) {
    return [this, a, b, c];
  }.bind({ k: 1 }, 1, 2);
  const b2 = bound.bind(null, 3);
  class A {
    constructor(public v: any) {}
  }
  const BA = A.bind(null, 7) as any;
  return [
    f.length,
    f.name,
    bound.name,
    bound.length,
    b2.name,
    b2.length,
    b2(),
    new BA().v,
    new BA() instanceof A,
    "prototype" in bound,
    (() => 1).hasOwnProperty("prototype"),
    t(() => new ((() => 1) as any)()),
    t(() => new ({ m() {} }.m as any)()),
    Function.prototype.call.length,
    f.call.name,
    ((a: any) => a).apply(null, [5]),
    t(() => (f as any).apply(null, 5)),
    Math.max.apply(null, { length: 2, 0: 1, 1: 9 } as any),
    function (this: any) {
      return typeof this;
    }.call(5 as any),
    function (this: any) {
      return this;
    }.call(null as any),
    f.toString === Function.prototype.toString,
    t(() => Function.prototype.toString.call({})),
    Object.getOwnPropertyNames(f).sort(),
    Object.getOwnPropertyNames(() => 1).sort(),
    Object.getOwnPropertyNames(
      class {
        static m() {}
      },
    ).sort(),
    (function () {
      return typeof arguments;
    })(),
    f instanceof Function,
    Object.prototype.toString.call(f),
    typeof Function.prototype,
    (Function.prototype as any)(),
    function* () {}.constructor.name,
    Math.max.toString(),
    bound.toString(),
    Symbol.toString(),
  ];
}
export function errors1() {
  class E extends Error {
    constructor(m?: string, o?: any) {
      super(m, o);
      this.name = this.constructor.name;
    }
  }
  const e = new E("m", { cause: 5 });
  const a = new AggregateError([1, new Error("x")], "agg");
  const n = new Error();
  return [
    String(e),
    e.cause,
    e instanceof Error,
    Object.keys(e),
    "cause" in n,
    n.message,
    String(n),
    String(new TypeError("x")),
    Error("q") instanceof Error,
    Error.prototype.name,
    TypeError.prototype.name,
    Object.getPrototypeOf(TypeError) === Error,
    a.errors.length,
    a.message,
    String(a),
    Object.prototype.toString.call(e),
    t(() => {
      throw "str";
    }),
    (() => {
      try {
        throw { custom: 1 };
      } catch ({ custom }: any) {
        return custom;
      }
    })(),
    (() => {
      try {
        throw null;
      } catch (x) {
        return x;
      }
    })(),
    typeof e.stack,
    new Error("a", undefined).message,
    new Error(undefined).hasOwnProperty("message"),
    Error.length,
    new RangeError("r").name,
    (new Error("m") as any).toString.call({ name: "N", message: "M" }),
    Error.prototype.toString.call({}),
    String(Object.assign(new Error("x"), { name: "" })),
    new EvalError("e").name,
    new URIError("u") + "",
    new (class extends TypeError {})("sub").name,
    JSON.stringify(new Error("x")),
    Object.getOwnPropertyNames(new Error("x")),
    typeof (Error as any).captureStackTrace,
    (Error as any).stackTraceLimit,
    structuredClone(new RangeError("sc")).name,
    structuredClone(new RangeError("sc", { cause: { n: [1] } })).cause,
    "cause" in structuredClone(Object.defineProperty(new Error("own"), "cause", { get: () => 1 })),
  ];
}
export function clones() {
  const o: any = {
    a: [1, { b: new Date(0) }],
    m: new Map([[1, { x: 1 }]]),
    s: new Set([1]),
    r: /a/gi,
    t: new Float32Array([1]),
    n: null,
    u: undefined,
    big: 1n,
    nested: { deep: [[]] },
  };
  o.self = o;
  const c = structuredClone(o);
  class K {
    x = 1;
    get y() {
      return 2;
    }
  }
  return [
    c !== o,
    c.self === c,
    c.a[1].b.getTime(),
    c.m.get(1),
    c.s.has(1),
    c.r.flags,
    c.t[0],
    c.u,
    "u" in c,
    c.big,
    Object.getPrototypeOf(structuredClone(new K())) === Object.prototype,
    structuredClone([1, , 3]),
    t(() => structuredClone(() => 1)),
    t(() => structuredClone(Symbol())),
    structuredClone(Object(5)) instanceof Number,
    structuredClone("s"),
  ];
}
export function optional() {
  const o: any = { a: { b: (x: any) => x, arr: [1], n: null }, f: null };
  const log: any[] = [];
  const g = () => (log.push(1), 0);
  return [
    o?.a?.b?.(5),
    o.z?.y.x.w,
    o.z?.[g()],
    o.f?.(g()),
    o.a?.arr?.[0],
    o.a.n?.b.c.d(),
    o.z?.y?.x,
    t(() => (o.z?.y).x),
    delete o?.a?.arr,
    delete o.z?.q,
    o.a.arr,
    o.a?.["b"]?.(1),
    log,
    undefined?.x,
    (null as any)?.[g()],
    o?.a.b?.call?.(null, 3),
    `${o?.q}`,
    (() => {
      let q: any;
      q?.x.y.z;
      q ??= { v: 1 };
      q.v &&= 5;
      q.w ||= 6;
      q.u ??= 7;
      return q;
    })(),
    o.toString?.call(1),
    super_(),
  ];
}
function super_() {
  class A {
    m() {
      return 1;
    }
  }
  class B extends A {
    m() {
      return super.m?.() + ((super["zz" as never] as any)?.() ?? 1);
    }
  }
  return new B().m();
}
export function shortCircuit() {
  const log: any[] = [];
  const o: any = {
    get x() {
      log.push("get");
      return 1;
    },
    set x(v) {
      log.push("set");
    },
  };
  o.x ||= 2;
  o.x &&= 3;
  o.x ??= 4;
  const f = Object.freeze({ a: 1, n: null }) as any;
  return [
    log,
    t(() => (f.a ||= 2)),
    t(() => (f.n ??= 2)),
    t(() => (f.a &&= 2)),
    ((null as any) || undefined) ?? "z",
    0 ?? 1,
    "" || "e",
    NaN && 1,
    (1, 2, 3),
    void 0,
    typeof typeof 1,
    !!"0",
    !!NaN,
    -(-1),
    +-1,
    -(-1),
    2 ** (3 ** 2),
    (-2) ** 2,
    (7 % 3) * 2,
    1 + +"2" + 3,
    "b" + "a" + +"a" + "a",
    ([] + {}) as any,
    3 > 2 > 1,
    1 < 2 < 3,
    "2" > "12",
    (null as any) >= 0,
    undefined == null,
    NaN != NaN,
    [1] == (1 as any),
    "a" in { a: 1 },
    1 in [5, 6],
    !("a" in {}),
  ];
}
export function globals() {
  return [
    typeof globalThis,
    typeof undefinedName,
    typeof (globalThis as any).nope,
    Object.prototype.toString.call(globalThis),
    isNaN(NaN),
    [typeof console, typeof Reflect, typeof Iterator2()],
  ];
}
function Iterator2() {
  return undefined;
}
export function reflects() {
  const o = {
    a: 1,
    get g() {
      return (this as any).z;
    },
  };
  return [
    Reflect.has(o, "a"),
    Reflect.get(o, "g", { z: 9 }),
    Reflect.set(o, "a", 5),
    Reflect.set(Object.freeze({ q: 1 }), "q", 2),
    Reflect.ownKeys({ b: 1, 1: 1, [Symbol.iterator]: 1 }).length,
    Reflect.apply(Math.max, null, [1, 2]),
    Reflect.construct(Date, [0]).getTime(),
    Reflect.getPrototypeOf([]) === Array.prototype,
    Reflect.defineProperty({}, "x", { value: 1 }),
    Reflect.deleteProperty(Object.freeze({ a: 1 }), "a"),
    Reflect.isExtensible({}),
    t(() => Reflect.ownKeys(1 as any)),
    Reflect.getOwnPropertyDescriptor({ a: 1 }, "a"),
    Reflect.set(
      {
        set v(x: any) {
          (this as any).w = x;
        },
      },
      "v",
      3,
      o,
    ),
    (o as any).w,
    t(() => Reflect.construct(1 as any, [])),
    Reflect.setPrototypeOf({}, null),
    Object.prototype.toString.call(Reflect),
  ];
}
