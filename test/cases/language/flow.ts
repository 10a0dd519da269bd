// closures per iteration
export function loopClosures() {
  const fs: any[] = [];
  for (let i = 0; i < 3; i++) {
    fs.push(
      () => i++,
      () => i,
    );
    i += 0;
  }
  const a = fs.map((f) => f());
  const gs: any[] = [];
  for (let i = 0, n = 2; i <= n; gs.push(() => [i, n]), i++) n -= 0;
  for (const k of [1, 2]) gs.push(() => k);
  for (const k in { a: 1, b: 2 }) gs.push(() => k);
  var v: any;
  for (var w = 0; w < 2; w++) gs.push(() => w);
  let j = 0;
  while (j < 2) {
    const q = j++;
    gs.push(() => q);
  }
  do {
    let z = j;
    gs.push(() => z++);
  } while (j++ < 3);
  return [a, gs.map((f) => f()), gs.map((f) => f())];
}
export function closureInHeader() {
  const fs: any[] = [];
  for (let i = 0, f = () => i; i < 3; i++) fs.push(f, () => i);
  for (let i = (fs.push(() => i), 0); i < 2; i++) {
    fs.push(() => i);
  }
  for (let [i, k] = [0, () => i]; i < 2; i++) fs.push(k);
  return fs.map((f) => f());
}
export function labels() {
  const r: any[] = [];
  outer: for (let i = 0; i < 3; i++) {
    inner: for (let j = 0; j < 3; j++) {
      if (j === 1) continue outer;
      if (i === 2) break outer;
      r.push([i, j]);
    }
  }
  blk: {
    r.push("in");
    if (r.length) break blk;
    r.push("never");
  }
  a: b: for (const x of [1, 2, 3]) {
    if (x === 2) continue a;
    r.push(x);
  }
  sw: switch (1) {
    case 1:
      for (;;) {
        break sw;
      }
  }
  l: try {
    r.push("t");
    break l;
  } finally {
    r.push("f");
  }
  return r;
}
export function finallyFlow() {
  const log: any[] = [];
  const f = (n: number): any => {
    for (let i = 0; i < 3; i++) {
      try {
        if (n === 0) return "ret";
        if (n === 1) break;
        if (n === 2) continue;
        if (n === 3) throw new Error("e");
        if (n === 4) return log.push("evaluated");
      } catch (e) {
        return "caught";
      } finally {
        log.push("fin" + n);
        if (n === 5) return "override";
        if (n === 6) break;
        if (n === 7) continue;
      }
    }
    return "end" + n;
  };
  const r = [0, 1, 2, 3, 4, 5, 6, 7].map(f);
  const g = () => {
    try {
      throw 1;
    } finally {
      return 2;
    }
  };
  const h = () => {
    a: try {
      throw 1;
    } finally {
      break a;
    }
    return 3;
  };
  const k = () => {
    let x = 1;
    try {
      return x;
    } finally {
      x = 2;
    }
  };
  const m = () => {
    try {
      try {
        throw new Error("a");
      } finally {
        throw new Error("b");
      }
    } catch (e) {
      return (e as Error).message;
    }
  };
  const n = () => {
    while (true) {
      try {
        return 1;
      } finally {
        break;
      }
    }
    return 4;
  };
  return [r, log, g(), h(), k(), m(), n()];
}
export function genFlow() {
  const log: any[] = [];
  function* g(): any {
    try {
      const a = yield 1;
      log.push(a);
      try {
        yield 2;
      } finally {
        log.push("f1");
        yield "from finally";
      }
    } catch (e) {
      log.push("c" + e);
      yield "c";
    } finally {
      log.push("f2");
    }
    return "end";
  }
  const a = g();
  const r = [a.next("x"), a.next("A"), a.return("R"), a.next(), a.next()];
  const b = g();
  r.push(b.next(), b.throw("T"), b.next(), b.next());
  const c = g();
  r.push(c.return(5), c.next());
  const d = g();
  try {
    d.throw(new Error("early"));
  } catch (e) {
    r.push((e as Error).message as any);
  }
  r.push(d.next());
  return [r, log];
}
export function yieldStar() {
  const log: any[] = [];
  function* inner(): any {
    try {
      const x = yield "i1";
      log.push("got " + x);
      yield "i2";
      return "iv";
    } finally {
      log.push("icl");
    }
  }
  function* outer(): any {
    const v = yield* inner();
    log.push(v);
    const s = yield* "ab";
    log.push(s);
    yield* [1, , 3];
    return yield* (function* () {
      return 9;
    })();
  }
  const o = outer();
  const r: any[] = [o.next(), o.next("p"), o.next(), o.next(), o.next(), o.next(), o.next(), o.next(), o.next()];
  const p = outer();
  p.next();
  r.push(p.return("z"), p.next());
  const it = {
    [Symbol.iterator]() {
      return this;
    },
    n: 0,
    next(v: any) {
      log.push(["next", v]);
      return { value: this.n++, done: this.n > 3, extra: 1 };
    },
    return(v: any) {
      log.push(["ret", v]);
      return { value: v, done: true };
    },
    throw(v: any) {
      log.push(["thr", v]);
      return { value: "t", done: false };
    },
  };
  function* del(): any {
    return ["res", yield* it as any];
  }
  const q = del();
  r.push(q.next("a"), q.next("b"), q.throw("c"), q.return("d"));
  const q2 = del();
  r.push([...q2]);
  return [r, log];
}
export function genThis() {
  function* g(this: any): any {
    yield this;
    yield arguments.length;
  }
  const o = {
    g,
    x: 1,
    *m() {
      yield this.x;
      yield* super.toString.call([]);
    },
  };
  const r = [...o.g.call(7 as any)].length;
  let m = "";
  try {
    new (g as any)();
  } catch (e) {
    m = (e as Error).message;
  }
  return [
    r,
    [...o.m()].length,
    m,
    Object.prototype.toString.call(g()),
    g.constructor.name,
    typeof g.prototype,
    Object.getPrototypeOf(g()) === g.prototype,
    g() instanceof g,
  ];
}
export function genReentrant() {
  let it: any;
  function* g(): any {
    try {
      it.next();
    } catch (e) {
      yield (e as Error).message;
    }
  }
  it = g();
  return [...it];
}
export function genParamsEarly() {
  const log: any[] = [];
  function* g(a = log.push("a"), { b = log.push("b") } = {}) {
    log.push("body");
    yield [a, b];
  }
  const i = g();
  log.push("made");
  i.next();
  return log;
}
export function yieldPlaces() {
  function* g(): any {
    const a = [yield 1, ...(yield 2)];
    const o = { [yield 3]: yield 4, ...(yield 5) };
    const t = `${yield 6}-${yield 7}`;
    const c = (yield 8) ? yield 9 : yield 10;
    const { p = yield 11, q: { r = yield 12 } = {} as any } = {} as any;
    const [s = yield 13, ...u] = yield 14;
    let x;
    x = yield 15;
    x += yield 16;
    (o as any)[yield 17] = yield 18;
    (o as any).k ??= yield 19;
    const f = ((a: any, b: any) => [a, b])(yield 20, yield 21);
    const n = new Array(yield 22, yield 23);
    switch (yield 24) {
      case yield 25:
        x = "sw";
        break;
      default:
        x = yield 26;
    }
    if (yield 27) x += "if";
    while (yield 28) x += "w";
    for (let i = yield 29; yield 30; yield 31) x += i;
    for (const e of yield 32) x += e;
    for (const e in yield 33) x += e;
    try {
      throw yield 34;
    } catch (e) {
      x += e;
    }
    const tag = ((s: any, ...v: any[]) => v)`a${yield 35}b${yield 36}`;
    const y = (yield 37, yield 38);
    const z = !(yield 39);
    const v = typeof (yield 40);
    const opt = (yield 41)?.[yield 42]?.(yield 43);
    const cls = class {
      [yield 44]() {
        return 1;
      }
      static [yield 45] = 2;
    };
    label: {
      if (yield 46) break label;
      x += "no";
    }
    const nn = (yield 47) ?? (yield 48);
    const d = delete (o as any)[yield 49];
    for (const [k = yield 50] of [[]] as any) x += k;
    ({ x = yield 51, ...(o as any).rest } = { x: undefined, m: 1 } as any);
    [x = yield 52, (o as any)[yield 53]] = [undefined, 5] as any;
    return [a, o, t, c, p, r, s, u, x, f, n, tag, y, z, v, opt, Object.keys(cls), nn, d];
  }
  const it = g();
  const seen: any[] = [];
  let step = it.next();
  let k = 0;
  const feed: Record<number, any> = {
    2: [7, 8],
    5: { sp: 1 },
    8: true,
    12: "R",
    13: "S",
    14: [undefined, 5, 6],
    24: 1,
    25: 2,
    27: true,
    28: false,
    30: false,
    32: [1, 2],
    33: { m: 1 },
    41: { f: (x: any) => x + "!" },
    42: "f",
    46: true,
    47: null,
  };
  while (!step.done && k++ < 100) {
    seen.push(step.value);
    step = it.next(step.value in feed ? feed[step.value] : "v" + step.value);
  }
  return [seen, step.value];
}
export function iterClosing() {
  const log: any[] = [];
  const mk = (n = 5, opts: any = {}) => {
    let i = 0;
    return {
      [Symbol.iterator]() {
        return this;
      },
      next() {
        log.push("n");
        if (opts.throwNext && i === opts.throwNext) throw new Error("nx");
        return { value: i++, done: i > n };
      },
      return(v?: any) {
        log.push("ret");
        if (opts.throwRet) throw new Error("rt");
        return opts.badRet ? (1 as any) : {};
      },
    };
  };
  const t = (f: () => any) => {
    log.push("|");
    try {
      log.push(f());
    } catch (e) {
      log.push((e as any).message);
    }
  };
  t(() => {
    const [a, b] = mk() as any;
    return [a, b];
  });
  t(() => {
    const [...r] = mk(2) as any;
    return r;
  });
  t(() => {
    const [a, , c] = mk(1) as any;
    return [a, c];
  });
  t(() => {
    const [] = mk() as any;
  });
  t(() => {
    for (const x of mk() as any) {
      if (x === 1) break;
    }
  });
  t(() => {
    for (const x of mk() as any) {
      if (x === 1) throw new Error("b");
    }
  });
  t(() => {
    for (const x of mk(5, { throwRet: true }) as any) {
      if (x === 1) throw new Error("b");
    }
  });
  t(() => {
    for (const x of mk(5, { throwRet: true }) as any) {
      break;
    }
  });
  t(() => {
    for (const x of mk(5, { badRet: true }) as any) {
      break;
    }
  });
  t(() => {
    for (const x of mk(5, { throwNext: 2 }) as any) {
    }
  });
  t(() => {
    const [{ z }] = [null] as any;
  });
  t(() => {
    const [
      a = (() => {
        throw new Error("def");
      })(),
    ] = {
      [Symbol.iterator]: () => ({
        next: () => ({ value: undefined, done: false }),
        return() {
          log.push("R");
          return {};
        },
      }),
    } as any;
  });
  t(() => {
    outer: for (const x of mk() as any) {
      for (const y of mk() as any) {
        continue outer;
      }
    }
  });
  t(() => {
    return (() => {
      for (const x of mk() as any) return "r" + x;
    })();
  });
  t(() => new Map(mk(2) as any));
  t(() =>
    Array.from(mk(3) as any, (x: any) => {
      if (x === 1) throw new Error("map");
    }),
  );
  t(() => {
    new Set([1]).union;
  });
  t(() => {
    const s = new Set(mk(2) as any);
    return [...s];
  });
  t(() => Object.fromEntries(mk(1) as any));
  t(() => {
    const o: any = {};
    [o.a, o.b = 5] = mk(1) as any;
    return o;
  });
  t(() => {
    let x: any;
    [
      (() => {
        throw new Error("lhs");
      })()[0],
    ] = mk() as any;
  });
  t(() => {
    function* g() {
      try {
        yield 1;
        yield 2;
      } finally {
        log.push("genclose");
      }
    }
    const [q] = g();
    return q;
  });
  t(() => Math.max(...(mk(3) as any)));
  t(() => {
    const [a] = { [Symbol.iterator]: () => 5 } as any;
  });
  t(() => {
    const [a] = { [Symbol.iterator]: () => ({ next: () => 5 }) } as any;
  });
  t(() => {
    const [a] = { [Symbol.iterator]: () => ({}) } as any;
  });
  return log;
}
export function destructOrder() {
  const log: any[] = [];
  const src = new Map();
  const o = {
    get a() {
      log.push("get a");
      return undefined;
    },
    get b() {
      log.push("get b");
      return {
        get c() {
          log.push("get c");
          return 1;
        },
      };
    },
  };
  const k = (n: string) => (log.push("key " + n), n);
  const {
    [k("a")]: x = log.push("default x"),
    [k("b")]: { [k("c")]: y },
    ...rest
  } = o as any;
  const t: any = {
    set p(v: any) {
      log.push("set p " + v);
    },
    set q(v: any) {
      log.push("set q " + v);
    },
  };
  ({
    [k("a")]: t[(log.push("tk"), "p")] = 7,
    b: { c: t.q },
  } = o as any);
  let u = 1,
    v = 2;
  [u, v] = [v, u];
  [u, [v], { w: (t as any)["p"] }] = [1, [2], { w: 3 }] as any;
  const fn = ([a, { b = a, ...r } = {} as any]: any, ...[c, d = c]: any[]) => [a, b, r, c, d];
  const f0 = ({ length }: string) => length;
  const { length: L, 0: first, [1]: second } = "hey" as any;
  const { toFixed } = 5 as any;
  const [c1, c2 = "dd", ...cr] = "a💩c";
  return [log, x, y, rest, u, v, fn([1, { z: 5 }], 7), f0("four"), L, first, second, typeof toFixed, c1, c2, cr];
}
export function destructNames() {
  const { a = () => 1, b = function () {}, c: d = class {}, e = () => 2, f: [g = () => 3] = [] as any } = {} as any;
  let h: any,
    o: any = {};
  [h = () => 1] = [] as any;
  ({ x: o.z = () => 1 } = {} as any);
  const fx = (p = () => 1, { q = () => 2 } = {}) => [p.name, q.name];
  return [a.name, b.name, d.name, e.name, g.name, h.name, o.z.name, fx()];
}
export function spreads() {
  const h = [1, , 3];
  const a = [...h];
  const o = {
    ...[5, 6],
    ..."hi",
    ...null,
    ...undefined,
    ...5,
    ...true,
    ...() => 1,
    a: 1,
    ...{
      a: 2,
      get b() {
        return 3;
      },
    },
  } as any;
  const m = Math.max(...[1, 5], ...new Set([9]));
  const f = (...r: any[]) => r.length;
  return [
    1 in a,
    a,
    o,
    m,
    f(...h, ...""),
    [..."a💩"],
    [...new Map([[1, 2]])],
    Object.getOwnPropertyDescriptor(
      {
        ...{
          get b() {
            return 3;
          },
        },
      },
      "b",
    ),
    f(...[,]),
    { ...{ [Symbol.iterator]: 1 }, 1: 2 },
  ];
}
export function evalOrder() {
  const log: any[] = [];
  const t = (n: any, v: any = n) => (log.push(n), v);
  const o: any = {
    a: 1,
    get b() {
      log.push("getb");
      return 2;
    },
    set b(v) {
      log.push("setb" + v);
    },
  };
  t("obj", o)[t("key", "a")] = t("val");
  t("o2", o)[t("k2", "b")] += t("v2", 5);
  t("o3", o).b++;
  let x = 1;
  x += ((x = 5), 10);
  let y = 1;
  const z = y + (y = 7) * y;
  let i = 0;
  const arr: any[] = [];
  arr[i++] = arr[i++] = i++;
  const f = (a: any, b: any) => b;
  f(t(1), t(2));
  t("callee", { m: (...a: any[]) => a })["m"](t("arg1"), ...t("arg2", [1]), t("arg3"));
  const q = t("l", 2) ** t("r", 3);
  t("a", null) ?? t("b", 1);
  t("c", 0) || (t("d") && t("e", 0));
  const k = { [t("ck1", "p")]: t("cv1"), [t("ck2", "q")]: t("cv2") };
  `${t("tpl1")}${t("tpl2")}`;
  t("x1", 1) < t("x2", 2);
  new (t(
    "cls",
    class {
      constructor(...a: any[]) {
        log.push("ctor");
      }
    },
  ))(t("na"));
  delete t("do", o)[t("dk", "a")];
  t("in1", "a") in t("in2", o);
  let n: any = null;
  n?.[t("never")];
  try {
    (undefined as any)[t("uk")] = t("uv");
  } catch (e) {
    log.push((e as Error).message);
  }
  try {
    (null as any)[t("uk2")] += t("uv2");
  } catch (e) {
    log.push((e as Error).message);
  }
  try {
    (undefined as any).foo(t("ua"));
  } catch (e) {
    log.push((e as Error).message);
  }
  try {
    o.nope(t("arg"));
  } catch (e) {
    log.push((e as Error).message);
  }
  return [log, x, z, arr, i, q, k];
}
export function tdz() {
  const r: any[] = [];
  const t = (f: any) => {
    try {
      r.push(f());
    } catch (e) {
      r.push((e as any).name + (e as Error).message);
    }
  };
  t(() => {
    const x: any = x1;
    let x1 = 1;
  });
  t(() => {
    typeof y1;
    let y1 = 1;
  });
  t(() => {
    const f = () => z1;
    f();
    let z1 = 1;
  });
  t(() => {
    const f = () => z2;
    let z2 = 3;
    return f();
  });
  t((a = b1, b1 = 1) => a);
  t((a = 1, b = a) => b);
  t((a = () => c, c = 2) => a());
  t(() => {
    let q = 1;
    {
      const w = () => q;
      let q2 = w();
      return q2;
    }
  });
  t(() => {
    {
      f();
      let x = 1;
      function f() {
        return x;
      }
    }
  });
  t(() => {
    let x = x + 1;
  });
  t(() => {
    const { a, b = a } = { a: 1 } as any;
    return b;
  });
  t(() => {
    const { b = a, a } = { a: 1 } as any;
    return b;
  });
  t(() => {
    for (const x of x as any) {
    }
  });
  t(() => {
    class C extends (C as any) {}
  });
  t(() => {
    const C = class D {
      static x = D.name;
    };
    return C.x;
  });
  t(() => {
    switch (1 as any) {
      case 0:
        let s = 1;
      case 1:
        return s;
    }
  });
  t(() => {
    x9 = 1;
    let x9;
  });
  t(() => {
    new K();
    class K {}
  });
  t(() => {
    [a9] = [1];
    let a9;
  });
  t(() => {
    let u;
    return u;
  });
  t(() => {
    const f = function g() {
      (g as any) = 1;
      return typeof g;
    };
    return f();
  });
  return r;
}
export function paramScope() {
  var x = 1;
  function f(
    a = () => x,
    b = () => {
      x = 9;
      return x;
    },
  ) {
    var x = 5;
    return [a(), b(), x, a()];
  }
  function g(a: any, b = () => a) {
    var a: any;
    const r = a;
    a = 10;
    return [r, b(), a];
  }
  function h(a = 1, b = a + 1, c = b + a) {
    a = 100;
    return [a, b, c, arguments.length, arguments[0]];
  }
  function k({ a, b }: any = { a: 1, b: 2 }, [c, d = 4] = [3] as any) {
    return [a, b, c, d];
  }
  function n(a: any, f = () => typeof inner) {
    var inner = 1;
    return f();
  }
  function p(this: any, a = this?.z) {
    return a;
  }
  function q(a = arguments.length, b = arguments[1]) {
    return [a, b];
  }
  return [
    f(),
    g(1),
    h(),
    h(5),
    k(),
    k({ a: 9 }),
    n(1),
    p.call({ z: 3 }),
    q(),
    (q as any)(undefined, 7),
    f.length,
    h.length,
    ((a: any, b = 1, c: any) => 1).length,
    ((...a: any[]) => 1).length,
  ];
}
export function argumentsObj() {
  function f(this: any, a?: any, b?: any) {
    arguments[0] = 9;
    return [
      a,
      arguments.length,
      [...arguments],
      Array.prototype.slice.call(arguments, 1),
      typeof arguments,
      Object.prototype.toString.call(arguments),
      Object.keys(arguments),
      "2" in arguments,
      JSON.stringify(arguments),
    ];
  }
  function g() {
    return (() => arguments[0])();
  }
  function h(...r: any[]) {
    return arguments.length + r.length;
  }
  const o = {
    m() {
      return arguments.length;
    },
    get x() {
      return arguments.length;
    },
  };
  function d(arguments_: any) {
    let a = [].concat(Array.from(arguments) as any);
    return a;
  }
  return [f(1, 2, 3), f(), (g as any)(5), h(1, 2), (o as any).m(1, 2, 3), o.x, (d as any)(1, 2)];
}
export function switches() {
  const f = (x: any) => {
    const r: any[] = [];
    switch (x) {
      case 1:
        r.push(1);
      case 2:
        r.push(2);
        break;
      default:
        r.push("d");
      case 3:
        r.push(3);
        break;
      case "4": {
        let q = 4;
        r.push(q);
      }
    }
    return r;
  };
  const log: any[] = [];
  switch (3) {
    case (log.push("a"), 1):
    case (log.push("b"), 3):
    case (log.push("c"), 4):
      log.push("body");
  }
  switch (NaN) {
    case NaN:
      log.push("nan");
      break;
    default:
      log.push("def");
  }
  switch (0) {
    case -0:
      log.push("zero");
  }
  const g = (x: number) => {
    switch (x) {
      case 0:
        let y = 1;
        function inner() {
          return y;
        }
        return inner();
      case 1:
        y = 2;
        return y;
      default:
        return typeof inner;
    }
  };
  const r: any[] = [];
  for (const x of [0, 1, 2])
    try {
      r.push(g(x));
    } catch (e) {
      r.push((e as Error).message);
    }
  switch (true) {
    case 1 > 2:
      log.push("x");
      break;
    case 2 > 1:
      log.push("y");
  }
  for (let i = 0; i < 3; i++)
    switch (i) {
      case 1:
        continue;
      default:
        log.push(i);
    }
  return [[1, 2, 3, "4", 5].map(f), log, r];
}
