// classes
class P {
  constructor(
    public x: number,
    private readonly y = x * 2,
    protected z?: number,
    w = 5,
  ) {
    this.x += w;
  }
  sum() {
    return this.x + this.y + (this.z ?? 100);
  }
}
export function paramProps() {
  const p = new P(1);
  return [Object.keys(p), p.sum(), { ...p }, P.length];
}
class PF {
  a = 1;
  b = (this as any).x;
  constructor(public x: number) {}
  c = 3;
}
export function paramPropsOrder() {
  return [Object.keys(new PF(4)), { ...new PF(4) }];
}
class PD extends PF {
  d = this.x;
  constructor(
    public q: number,
    readonly s = 1,
  ) {
    super(q);
    this.s += this.d;
  }
  e = 5;
}
export function paramPropsDerived() {
  return [Object.entries(new PD(4))];
}
class PS extends PF {
  constructor(public q: number) {
    const k = q * 2;
    super(k);
  }
}
export function paramPropsLateSuper() {
  return Object.entries(new PS(4));
}
abstract class Sh {
  abstract area(): number;
  abstract name: string;
  toString() {
    return `${this.name}:${this.area()}`;
  }
  static make(r: number): Sh {
    return new Ci(r);
  }
}
class Ci extends Sh {
  name = "c";
  constructor(readonly r: number) {
    super();
  }
  area() {
    return 3 * this.r ** 2;
  }
}
export function abs() {
  return [String(Sh.make(2)), Object.keys(new Ci(1)), Sh.prototype.hasOwnProperty("area")];
}
class Acc {
  accessor v = 1;
  static accessor s = 2;
  accessor #p = 3;
  get p() {
    return this.#p;
  }
  accessor ["k" + 1] = 9;
  accessor undef: any;
}
export function autoAccessor() {
  const a = new Acc();
  a.v += 2;
  Acc.s++;
  return [
    a.v,
    Acc.s,
    a.p,
    (a as any).k1,
    a.undef,
    Object.keys(a),
    Object.getOwnPropertyNames(Acc.prototype),
    typeof Object.getOwnPropertyDescriptor(Acc.prototype, "v")!.get,
    Object.getOwnPropertyDescriptor(Acc.prototype, "v")!.get!.name,
  ];
}
class AccD extends Acc {
  override accessor v = 10;
  get both() {
    return [this.v, super.v];
  }
}
export function autoAccessorDerived() {
  const a = new AccD();
  a.v = 11;
  return a.both;
}
class Ov {
  f(a: number): number;
  f(a: string): string;
  f(a: any) {
    return a;
  }
  static g(): void;
  static g(x?: number) {
    return x;
  }
  constructor();
  constructor(x: number);
  constructor(public x?: any) {}
}
export function overloads() {
  return [new Ov().f(2), Ov.g(3 as never), new Ov(3 as any).x, Object.getOwnPropertyNames(Ov.prototype)];
}
class Decl {
  declare d: number;
  x!: number;
  y?: string;
  declare static z: number;
  readonly w: number;
  constructor() {
    this.w = 1;
  }
}
export function declared() {
  return [Object.keys(new Decl()), "d" in new Decl(), "x" in new Decl(), Object.keys(Decl)];
}
class Idx {
  [key: string]: any;
  static [k: number]: any;
}
export function indexSig() {
  return Object.keys(new Idx());
}
class St {
  static a = 1;
  static b = this.a + 1;
  static {
    this.c = St.b + 1;
  }
  static c: number;
  static #priv = 9;
  static getP() {
    return St.#priv;
  }
  static {
    St.#priv++;
  }
  static d = (() => this.a)();
}
export function statics() {
  return [St.a, St.b, St.c, St.d, St.getP(), Object.keys(St)];
}
class Pr {
  #a = 1;
  #m() {
    return this.#a;
  }
  get #g() {
    return this.#a * 10;
  }
  set #g(v) {
    this.#a = v;
  }
  static #sm() {
    return 7;
  }
  static has(o: any) {
    return #a in o;
  }
  test() {
    this.#g = 5;
    this.#g += 2;
    this.#g++;
    const { r } = { r: this.#m() };
    return [r, this.#g, Pr.#sm(), this.#a?.toFixed(1), ([this.#a] = [3]), this.#a];
  }
  static bad(o: any) {
    try {
      return o.#a;
    } catch (e) {
      return (e as Error).message;
    }
  }
  static badM(o: any) {
    try {
      return o.#m();
    } catch (e) {
      return (e as Error).message;
    }
  }
  static setM(o: any) {
    try {
      o.#m = 1;
    } catch (e) {
      return (e as Error).message;
    }
  }
  static badS(o: any) {
    try {
      o.#a = 1;
    } catch (e) {
      return (e as Error).message;
    }
  }
  static badSm(o: any) {
    try {
      o.#sm();
    } catch (e) {
      return (e as Error).message;
    }
  }
  static inPrim() {
    try {
      return #a in (1 as any);
    } catch (e) {
      return (e as Error).message;
    }
  }
}
export function privates() {
  return [new Pr().test(), Pr.has(new Pr()), Pr.has({})];
}
export function privateErrs() {
  return [Pr.bad({}), Pr.badM({}), Pr.badS({}), Pr.bad(1), Pr.bad(undefined), Pr.badM(null), Pr.inPrim()];
}
export function privateErrs2() {
  return [(Pr as any).setM?.(new Pr())];
}
export function privateErrs3() {
  return [(Pr as any).badSm?.({})];
}
function NT(this: any) {
  return new.target === undefined ? "call" : new.target === NT ? "new" : new.target.name;
}
class NTB {
  t = new.target;
  n;
  constructor() {
    this.n = new.target.name;
  }
}
class NTD extends NTB {}
export function newTarget() {
  return [
    (NT as any)(),
    new NTB().n,
    new NTD().n,
    new NTB().t,
    Reflect.construct(NTB, [], NTD).n,
    (() => {
      class A {
        a = () => new.target;
      }
      return new A().a();
    })(),
  ];
}
export function superObj() {
  const base = {
    hi() {
      return "base " + (this as any).n;
    },
    get g() {
      return (this as any).n;
    },
  };
  const o = {
    __proto__: base,
    n: 3,
    hi() {
      return super.hi() + "!";
    },
    get g() {
      return super.g * 2;
    },
    set(v: any) {
      super.n = v;
      return this.n;
    },
    arrow() {
      return (() => super.hi())();
    },
    computed() {
      return super["h" + "i"]();
    },
  };
  return [o.hi(), o.g, (o as any).set(8), o.arrow(), o.computed(), Object.keys(o)];
}
export function computedOrder() {
  const log: any[] = [];
  const k = (n: any) => (log.push(n), n);
  class A {
    [k("a")] = log.push("ia");
    static [k("b")] = log.push("sb");
    [k("c")]() {}
    get [k("d")]() {
      return 1;
    }
    static {
      log.push("blk");
    }
    static [k("e")] = log.push("se");
    [k(1)] = 1;
    [k(Symbol.iterator) as any]() {}
  }
  new A();
  return log.map(String);
}
export function classNames() {
  const A = class {};
  const B = class Q {};
  const o = {
    C: class {},
    ["D" + 1]: class {},
    E: class {
      static name = "mine";
    },
    f: function () {},
    g: () => 1,
    async *h() {},
  };
  let F;
  F = class {};
  const [G = class {}] = [] as any;
  const { H = class {} } = {} as any;
  let I: any;
  I ||= class {};
  let J: any;
  J ??= () => 1;
  const K = (0, class {});
  const s = Symbol("sy");
  const p = { [s]: class {}, [Symbol()]: () => 1 };
  function d(L = class {}) {
    return L.name;
  }
  return [
    A.name,
    B.name,
    o.C.name,
    (o as any).D1.name,
    o.E.name,
    F.name,
    G.name,
    H.name,
    I.name,
    J.name,
    K.name,
    (p as any)[s].name,
    d(),
    o.h.name,
  ];
}
export function staticNameMethod() {
  class A {
    static name() {
      return 1;
    }
  }
  class B {
    static get name() {
      return "gg";
    }
  }
  class C {
    static length = 5;
    constructor(a: any, b: any) {}
  }
  return [typeof A.name, B.name, C.length, Object.getOwnPropertyNames(A), Object.getOwnPropertyNames(C)];
}
export function classErrors() {
  const r: any[] = [];
  const t = (f: any) => {
    try {
      r.push(f());
    } catch (e) {
      r.push((e as any).name + ": " + (e as any).message);
    }
  };
  class A {
    x = 1;
  }
  class B extends A {
    constructor() {
      (this as any).x;
      super();
    }
  }
  class C extends A {
    constructor() {}
  }
  class D extends A {
    constructor() {
      super();
      super();
    }
  }
  class E extends (null as any) {}
  class Fz extends A {
    constructor() {
      return 1 as any;
    }
  }
  class G extends A {
    constructor() {
      return {} as any;
    }
  }
  t(() => (A as any)());
  t(() => new B());
  t(() => new (C as any)());
  t(() => new D());
  t(() => new E());
  t(() => new Fz());
  t(() => Object.keys(new G()));
  t(() => {
    class X extends (5 as any) {}
  });
  t(() => {
    class X extends (undefined as any) {}
  });
  t(() => {
    class X extends ((() => 1) as any) {}
  });
  t(() => {
    const p: any = function () {};
    p.prototype = 3;
    class X extends p {}
  });
  t(() => new (A.prototype as any).constructor().x);
  t(() => {
    class Y {
      static x = Y2;
    }
    const Y2 = 1;
  });
  t(() => {
    new (class {
      get a() {
        return 1;
      }
      m() {
        (this as any).a = 2;
      }
    })().m();
  });
  t(() => {
    const a: any = class {
      static ["prototype"] = 1;
    };
  });
  t(() => {
    (class Z {
      static m() {
        (Z as any) = 1;
      }
    }).m();
  });
  return r;
}
export function instanceofAll() {
  class A {
    static [Symbol.hasInstance](v: any) {
      return v === 1;
    }
  }
  const r: any[] = [1 instanceof (A as any), 2 instanceof (A as any)];
  const b = function () {}.bind(null);
  try {
    r.push({} instanceof b);
  } catch (e) {
    r.push((e as Error).message);
  }
  try {
    r.push({} instanceof ((() => 1) as any));
  } catch (e) {
    r.push((e as Error).message);
  }
  try {
    r.push({} instanceof ({} as any));
  } catch (e) {
    r.push((e as Error).message);
  }
  try {
    r.push({} instanceof (5 as any));
  } catch (e) {
    r.push((e as Error).message);
  }
  return r;
}
export function extendsBuiltins() {
  class MA<T> extends Array<T> {
    sum() {
      return (this as any).reduce((a: number, b: number) => a + b, 0);
    }
  }
  class ME extends Error {
    constructor(
      m: string,
      readonly code = 5,
    ) {
      super(m);
      this.name = "ME";
    }
  }
  class MM extends Map<any, any> {
    get(k: any) {
      return super.get(k) ?? 0;
    }
  }
  class MS extends Set<any> {}
  class MF extends Float64Array {
    dot() {
      return this.reduce((a, b) => a + b * b, 0);
    }
  }
  const a = MA.from([1, 2, 3]) as any;
  const e = new ME("hi");
  return [
    a.sum(),
    a.map((x: number) => x * 2).sum(),
    a instanceof MA,
    a.filter(Boolean) instanceof MA,
    a.length,
    [...a],
    e.message,
    String(e),
    e instanceof ME,
    e instanceof Error,
    e.code,
    new MM([[1, 2]]).get(1),
    new MM().get(5),
    new MS([1, 1, 2]).size,
    new MF([1, 2]).dot(),
    new MF(3).map(() => 2).dot(),
    a.constructor.name,
    MA.of(7).length,
    new MA(3).length,
    a.concat([4]) instanceof MA,
    a.slice(1).constructor.name,
  ];
}
export function generics<T>() {
  class Box<T> {
    constructor(private v: T) {}
    map<U>(f: (t: T) => U): Box<U> {
      return new Box(f(this.v));
    }
    get(): T {
      return this.v;
    }
  }
  const id = <T>(x: T) => x;
  const r = id<number>(3);
  const inst = Box<number>;
  return [
    new Box(2).map<string>((x) => "v" + x).get(),
    r,
    new inst(3).get(),
    <any>5,
    5 as const,
    { a: 1 } satisfies object,
    [1, 2] as const,
    id!(4),
  ];
}
export function thisTypes() {
  class Q {
    n = 0;
    add(x: number): this {
      this.n += x;
      return this;
    }
    is(this: Q, o: unknown): o is Q {
      return o === this;
    }
    assertIt(v: unknown): asserts v is number {
      if (typeof v !== "number") throw new TypeError("no");
    }
  }
  const q = new Q();
  q.add(1).add(2);
  return [q.n, q.is(q)];
}
export function classToString() {
  class A {
    /* c */ x = 1;
  }
  function f(a: any, b: any) {
    return a;
  }
  const g = (x: any) => x;
  return [
    typeof A.toString(),
    (Math.max as any).toString(),
    f.toString().length > 5,
    class {
      static toString() {
        return "T";
      }
    } + "",
  ];
}
export function fieldArrowThis() {
  class A {
    n = 1;
    f = () => this.n;
    g = function (this: any) {
      return this?.n;
    };
  }
  const a = new A();
  const { f, g } = a;
  return [f(), g.call({ n: 5 }), (a.f as any).call({ n: 9 }), a.g()];
}
export function accessorsInherit() {
  class A {
    #v = 1;
    get v() {
      return this.#v;
    }
    set v(x) {
      this.#v = x * 2;
    }
  }
  class B extends A {
    get v() {
      return super.v + 100;
    }
    set v(x) {
      super.v = x;
    }
  }
  class C extends A {
    get v() {
      return 7;
    }
  }
  const b = new B();
  b.v = 3;
  const c: any = new C();
  let m = "";
  try {
    c.v = 1;
  } catch (e) {
    m = (e as Error).message;
  }
  return [b.v, c.v, m];
}
export function mixins() {
  type Ctor = new (...a: any[]) => any;
  const M1 = <T extends Ctor>(B: T) =>
    class extends B {
      a() {
        return "a" + (super.a?.() ?? "");
      }
    };
  const M2 = <T extends Ctor>(B: T) =>
    class Named extends B {
      a() {
        return "b" + super.a();
      }
    };
  class Base {
    constructor(public v: number) {}
  }
  const X = M2(M1(Base));
  const x = new X(4);
  return [x.a(), x.v, X.name, Object.getPrototypeOf(X).name, x instanceof Base];
}
export function protoStuff() {
  function A(this: any) {
    this.x = 1;
  }
  A.prototype.m = function () {
    return this.x;
  };
  function B(this: any) {
    (A as any).call(this);
    this.y = 2;
  }
  B.prototype = Object.create(A.prototype);
  B.prototype.constructor = B;
  const b = new (B as any)();
  return [
    b.m(),
    b instanceof (A as any),
    Object.keys(b),
    A.prototype.constructor === A,
    (A as any).length,
    Object.getOwnPropertyNames(A),
  ];
}
export function staticInherit() {
  class A {
    static n = 1;
    static inc() {
      return ++this.n;
    }
    static get d() {
      return this.n * 2;
    }
  }
  class B extends A {}
  B.inc();
  return [A.n, B.n, B.hasOwnProperty("n"), B.d, A.d];
}
export function superStatic() {
  class A {
    static m() {
      return "A" + this.name;
    }
    static get q() {
      return this.name;
    }
  }
  class B extends A {
    static override m() {
      return super.m() + super.q;
    }
    static {
      this.z = super.m();
    }
    static z: string;
    static f = () => super.m();
  }
  return [B.m(), B.z, B.f()];
}
export function objectAccessors() {
  const o = {
    _v: 1,
    get v() {
      return this._v;
    },
    set v(x) {
      this._v = x;
    },
    get ["c" + 1]() {
      return 2;
    },
    set only(x: any) {
      this._v = x;
    },
    async a() {},
    *g() {
      yield 1;
    },
    1: "one",
    "q r": 2,
    0x10: "hex",
    1e3: "k",
    0.5: "half",
    1n: "big",
  } as any;
  o.v = 5;
  o.only = 9;
  return [o.v, o.c1, o.only, Object.keys(o), JSON.stringify(Object.getOwnPropertyDescriptor(o, "v")), [...o.g()]];
}
export function dupProto() {
  const a = { ["__proto__"]: 1 };
  const b = { __proto__: null, x: 1 };
  const c = { __proto__: 5 };
  const __proto__ = { z: 1 };
  const d = { __proto__ };
  const e = { __proto__() {} };
  return [
    Object.keys(a),
    Object.getPrototypeOf(b) === null,
    Object.getPrototypeOf(c) === Object.prototype,
    Object.keys(d),
    Object.keys(e),
  ];
}

export function keysBeforeParent() {
  const log: unknown[] = [];
  const key = (name: string) => {
    log.push(name);
    return name;
  };
  const attempt = (make: () => unknown) => {
    try {
      make();
    } catch (error) {
      log.push(error instanceof Error ? error.message : error);
    }
  };
  const parent = (value: unknown) => {
    log.push("parent");
    return value as new () => object;
  };
  attempt(
    () =>
      class extends parent(3) {
        [key("method")]() {}
        static [key("static")] = log.push("value");
        [key("field")] = 1;
        get [key("getter")]() {
          return 1;
        }
      },
  );
  attempt(
    () =>
      class extends parent(3) {
        static [key("first")]() {}
        static [key("prototype")] = 1;
        [key("never")]() {}
      },
  );
  attempt(
    () =>
      class extends parent(3) {
        [{ toString: () => key("text") } as unknown as string]() {}
      },
  );
  const { bind } = Function.prototype;
  const bound = Object.defineProperty(bind.call(function () {}, null), "prototype", {
    get: () => ({ got: log.push("prototype of the parent") }),
  }) as new () => object;
  attempt(
    () =>
      class extends parent(bound) {
        [key("last")]() {}
      },
  );
  return log;
}
