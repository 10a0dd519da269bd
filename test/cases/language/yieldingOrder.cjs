// What has happened to the operands before a `yield` when it hands its value out.
"use strict";

exports.templateParts = function () {
  const log = [];
  const o = (n) => ({
    toString() {
      log.push(n);
      return n;
    },
  });
  function* g() {
    log.push("r:" + `${o("a")}-${yield 1}-${o("b")}-${yield 2}-${o("c")}`);
  }
  for (const x of g()) log.push("y" + x);
  return log;
};

exports.templateConversions = function () {
  const log = [];
  const o = (n) => ({
    [Symbol.toPrimitive](h) {
      log.push(n + h);
      return n;
    },
  });
  function* g() {
    log.push("r:" + `${(yield 1, o("a"))}${yield 2}`);
  }
  for (const x of g()) log.push("y" + x);
  return log;
};

exports.templateSymbols = function () {
  const log = [];
  function* g() {
    try {
      log.push(`${Symbol()}-${yield 1}`);
    } catch (e) {
      log.push(e.name);
    }
  }
  for (const x of g()) log.push("y" + x);
  return log;
};

exports.deletions = function () {
  const log = [];
  function* g(a) {
    log.push(delete a?.[yield "k"]);
    log.push(delete a?.b[yield "m"]);
  }
  const run = (a, v) => {
    const i = g(a);
    let r = i.next();
    while (!r.done) {
      log.push(r.value);
      r = i.next(v);
    }
  };
  run(undefined, "x");
  const a = { x: 1, b: { x: 2 } };
  run(a, "x");
  log.push(JSON.stringify(a));
  run(null, "z");
  return log;
};

exports.deletionsInChains = function () {
  const log = [];
  function* g(a) {
    return delete a?.b.c[yield 1].d;
  }
  const a = { b: { c: { q: { d: 1, e: 2 } } } };
  const i = g(a);
  i.next();
  log.push(i.next("q").value, JSON.stringify(a), g(undefined).next());
  return log;
};

exports.deletionHeads = function () {
  const log = [];
  function* g(a) {
    return delete (yield 1)?.d;
  }
  const a = { d: 1 };
  let i = g();
  i.next();
  log.push(i.next(a).value, JSON.stringify(a));
  i = g();
  i.next();
  log.push(i.next(null).value);
  return log;
};

exports.tagsAreReadBefore = function () {
  const log = [];
  const o = {
    get t() {
      log.push("get t");
      return (s, ...v) => s.raw.join("|") + v.join();
    },
  };
  function* g() {
    return o.t`a${yield 1}b${yield 2}c`;
  }
  const i = g();
  log.push(i.next());
  log.push(i.next(5));
  log.push(i.next(6));
  return log;
};

exports.tagVariables = function () {
  const log = [];
  let t = (s, ...v) => "old" + v;
  function* g() {
    return t`a${yield 1}b`;
  }
  const i = g();
  i.next();
  t = (s, ...v) => "new" + v;
  log.push(i.next(5).value);
  return log;
};

exports.yieldedTags = function () {
  const log = [];
  function* g() {
    return (yield "tag")`a${yield 1}b`;
  }
  const i = g();
  log.push(i.next());
  log.push(i.next((s, ...v) => s.join() + v));
  log.push(i.next(6));
  return log;
};

exports.yieldedTagMembers = function () {
  const log = [];
  function* g() {
    return (yield "o")[yield "k"]`a${yield 1}b`;
  }
  const i = g();
  log.push(i.next());
  const o = {
    k: 1,
    get m() {
      log.push("getm");
      return function (s, ...v) {
        return (this === o) + s.join() + v;
      };
    },
  };
  log.push(i.next(o));
  log.push(i.next("m"));
  log.push(i.next(6));
  return log;
};

exports.undefinedTags = function () {
  const log = [];
  function* g() {
    try {
      return undefined`a${yield 1}b`;
    } catch (e) {
      return e.message;
    }
  }
  const i = g();
  log.push(i.next());
  log.push(i.next());
  return log;
};

exports.objectLiterals = function () {
  const log = [];
  const o = (n) => ({
    valueOf() {
      log.push(n);
      return 1;
    },
    toString() {
      log.push(n);
      return n;
    },
  });
  function* g() {
    return {
      [o("a")]: (log.push("v"), 1),
      [o("b")]: yield 1,
      [yield 2]: o("c"),
      ...(yield 3),
      get [yield 4]() {
        return 1;
      },
      [(log.push("k2"), "z")]() {},
    };
  }
  const i = g();
  let r;
  const vs = [undefined, 5, "x", { sp: 1 }, "gg"];
  for (const v of vs) {
    r = i.next(v);
    log.push(JSON.stringify(r));
  }
  return log;
};

exports.placesAndKeys = function () {
  const log = [];
  const k = (n) => ({
    toString() {
      log.push("key" + n);
      return n;
    },
  });
  function* g(o) {
    o[k("a")] = yield 1;
    o[k("b")] += yield 2;
    o[k("c")] ??= yield 3;
    [o[k("d")], o[k("e")]] = [yield 4, yield 5];
    ({ x: o[k("f")], [yield 6]: o[k("g")] = yield 7 } = { x: 1 });
  }
  const o = { b: 1 };
  const i = g(o);
  let r;
  for (let n = 0; n < 9; n++) {
    r = i.next(n);
    log.push(JSON.stringify(r) + JSON.stringify(o));
  }
  return log;
};

exports.placesOfNothing = function () {
  const log = [];
  function* g(o) {
    try {
      o[yield 1] = (log.push("rhs"), 1);
    } catch (e) {
      log.push(e.name + e.message);
    }
    try {
      null[yield 1] = (log.push("rhs"), yield 2);
    } catch (e) {
      log.push(e.name + e.message);
    }
  }
  const i = g(undefined);
  for (let n = 0; n < 5; n++) log.push(JSON.stringify(i.next("p" + n)));
  return log;
};

exports.superMembers = function () {
  const log = [];
  class A {
    m(...x) {
      return "A.m" + x;
    }
    get p() {
      return "pp";
    }
    static s(...x) {
      return "s" + x;
    }
  }
  class B extends A {
    *g() {
      log.push(super.m(yield 1));
      log.push(super[yield 2](yield 3));
      log.push(super[yield "q"]);
      log.push(super.m`x${yield 4}`);
    }
  }
  const i = new B().g();
  i.next();
  for (const v of ["a", "m", "b", "p", "t"]) log.push(JSON.stringify(i.next(v)));
  return log;
};

exports.patternsAndLoops = function () {
  const log = [];
  function* g() {
    const [a = yield 1, { b = yield 2, ...c } = { b: yield 3 }, ...[d = yield 4]] = [undefined, undefined];
    log.push(a, b, c, d);
    for (const { x = yield 5 } of [{}, { x: 1 }]) log.push(x);
    for (let q = yield 6; q < (yield 7); q += yield 8) log.push(q);
    for (const k in yield 9) log.push(k);
  }
  const i = g();
  let r = i.next();
  let n = 0;
  while (!r.done && n < 40) {
    log.push("y" + r.value);
    r = i.next(r.value === 9 ? { u: 1 } : r.value === 7 && n > 15 ? 0 : r.value + n++);
  }
  return log;
};

exports.classKeys = function () {
  const log = [];
  function* g() {
    class A {
      [yield "a"] = 1;
      static [yield "b"]() {
        return 2;
      }
      static x = 3;
      get [yield "c"]() {
        return 4;
      }
    }
    log.push(Object.keys(new A()), A.bb(), new A().cc);
    return new (yield "d")(yield "e", ...(yield "f"));
  }
  const i = g();
  let r = i.next();
  const m = { a: "aa", b: "bb", c: "cc", d: Array, e: 1, f: [2, 3] };
  while (!r.done) {
    log.push(r.value);
    r = i.next(m[r.value]);
  }
  log.push(r.value);
  return log;
};

exports.operators = function () {
  const log = [];
  const v = (n) => ({
    valueOf() {
      log.push("v" + n);
      return n;
    },
  });
  function* g() {
    log.push(v(1) + (yield 1));
    log.push(v(2) < (yield 2));
    log.push(-(yield 3));
    log.push(typeof (yield 4));
    log.push(void (yield 5));
    log.push((yield 6, v(6)) * 1);
    log.push((yield 7) in { x: 1 });
    log.push(v(8) ** (yield 8) * v(9));
    let x = v(10);
    x += yield 10;
    log.push(x);
    x = 3;
    log.push(x + (x = yield 11) + x++ + (yield 12) + x);
  }
  const i = g();
  let r = i.next();
  let n = 0;
  while (!r.done && n++ < 40) {
    log.push("y" + r.value);
    r = i.next(r.value === 7 ? "x" : r.value);
  }
  return log;
};

exports.variablesBetween = function () {
  const log = [];
  function* g() {
    let x = 1;
    const a = [x, x++, yield 1, x, ...(yield 2), (x = 5), yield 3, x];
    const f = (...q) => q;
    const b = f(x, yield 4, x, ...[x, yield 5], x++, x);
    log.push(a, b);
    const { length } = yield 6;
    log.push(length);
    const o = { x, y: yield 7, x2: (x = 9), x3: x };
    log.push(o);
  }
  const i = g();
  let r = i.next();
  let n = 0;
  while (!r.done && n++ < 40) r = i.next(r.value === 2 ? [7, 8] : r.value === 6 ? "abc" : r.value);
  return log;
};

exports.delegatesInTemplates = function () {
  const log = [];
  function* inner() {
    try {
      const a = yield "i1";
      log.push("got" + a);
      yield "i2";
    } finally {
      log.push("fin");
      yield "f1";
    }
    return "ir";
  }
  function* g() {
    try {
      const r = `${yield* inner()}!`;
      log.push(r);
    } catch (e) {
      log.push("caught" + e);
      yield "c";
    } finally {
      log.push("outer fin");
    }
  }
  let i = g();
  log.push(i.next(), i.next(1), i.return(9), i.next(), i.next());
  i = g();
  log.push(i.next(), i.throw("T"), i.next(), i.next(), i.next());
  return log;
};

exports.arraySpread = function () {
  const log = [];
  function* src() {
    log.push("s1");
    yield 1;
    log.push("s2");
  }
  function* g() {
    return [...src(), yield "y", ...(yield "z"), ...src()];
  }
  const i = g();
  for (const v of [0, 5, [6, 7]]) log.push(JSON.stringify(i.next(v)));
  return log;
};

exports.argumentSpread = function () {
  const log = [];
  function* src() {
    log.push("s1");
    yield 1;
    log.push("s2");
  }
  function* g() {
    return Math.max(...src(), yield "y", ...(yield "z"), ...src());
  }
  const i = g();
  for (const v of [0, 5, [6, 7]]) log.push(JSON.stringify(i.next(v)));
  return log;
};

exports.objectSpread = function () {
  const log = [];
  function* g() {
    return {
      ...{
        get a() {
          log.push("ga");
          return 1;
        },
      },
      b: yield "y",
      ...{
        get c() {
          log.push("gc");
          return 1;
        },
      },
    };
  }
  const i = g();
  for (const v of [0, 5, [6, 7]]) log.push(JSON.stringify(i.next(v)));
  return log;
};

exports.spreadErrors = function () {
  const log = [];
  function* g(x) {
    try {
      return [...x, yield "y"];
    } catch (e) {
      log.push(e.message);
    }
    try {
      return Math.max(...x, yield "y");
    } catch (e) {
      log.push(e.message);
    }
    try {
      return Math.max(yield 1, ...x);
    } catch (e) {
      log.push(e.message);
    }
    try {
      return Math.max(...(yield x));
    } catch (e) {
      log.push(e.message);
    }
    try {
      class A extends x {
        [yield "no"]() {}
      }
    } catch (e) {
      log.push(e.message);
    }
    try {
      class A extends (yield "x") {
        [yield "no"]() {}
      }
    } catch (e) {
      log.push(e.message);
    }
  }
  const i = g(5);
  for (const v of [0, 5, 6, 7, 8, 9]) log.push(JSON.stringify(i.next(v)));
  return log;
};

exports.privateTags = function () {
  class A {
    #t(s, ...v) {
      return this.x + s.join("|") + v;
    }
    x = 3;
    m() {
      return this.#t`a${1}b`;
    }
    *g() {
      return this.#t`a${yield 1}b`;
    }
    static #p = 5;
  }
  class B extends A {
    m2() {
      return super.m`q`;
    }
    get q() {
      return 1;
    }
  }
  const b = new B();
  const i = b.g();
  i.next();
  return [b.m(), b.m2(), i.next(9)];
};

exports.deletedMembers = function () {
  const o = { a: 1, b: { c: 2 } };
  const out = [];
  out.push(delete o?.a, delete o.b?.c, JSON.stringify(o), delete o?.zz?.b.c);
  try {
    delete Object.freeze({ q: 1 })?.q;
  } catch (e) {
    out.push(e.message);
  }
  try {
    delete null.x;
  } catch (e) {
    out.push(e.message);
  }
  try {
    delete undefined?.x.y;
  } catch (e) {
    out.push(e.message);
  }
  return out;
};

exports.tagReceivers = function () {
  const out = [];
  const o = {
    f(s, ...v) {
      return [this === o, s.raw.join(), v];
    },
    get g() {
      out.push("g");
      return this.f;
    },
  };
  out.push(o.f`a${1}`, o.f`b`, o["f"]`c\n${2}`, o.g`x`);
  try {
    o.h`x${out.push("evaluated")}`;
  } catch (e) {
    out.push(e.message);
  }
  try {
    o.h.i`x`;
  } catch (e) {
    out.push(e.message);
  }
  const same = () => o.f;
  const t = () => ((s) => s)`x`;
  out.push(t() === t());
  return out;
};
