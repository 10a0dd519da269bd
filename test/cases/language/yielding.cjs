// Where `yield` stands among operands: what is evaluated before it, and what is not evaluated at all.
"use strict";

/** Answers a generator's yields one after the other; the last result. */
function answer(it, ...answers) {
  let result = it.next();
  for (const value of answers) result = it.next(value);
  return result;
}

exports.inOptionalChains = function () {
  function* calls(o) {
    return o?.a(yield 1)?.b(yield 2);
  }
  function* elements(o) {
    return o?.[yield 1]?.(yield 2);
  }
  function* members(a) {
    return a?.b.c(yield 1)?.d[yield 2] ?? (yield 3);
  }
  function* heads() {
    return (yield 1)?.a.b(yield 2);
  }
  const c = { b: { c(x) { return { d: [x, this.q] }; }, q: 8 } };
  return [
    answer(calls({ a: (x) => ({ b: (y) => [x, y] }) }), 5, 6),
    answer(calls(null)),
    answer(calls({ a: () => undefined }), 5),
    answer(elements(undefined)),
    answer(elements({ k(v) { return [v, this.z]; }, z: 3 }), "k", 9),
    answer(members(c), 4, 1),
    answer(members(null), "nothing"),
    answer(heads(), null),
    answer(heads(), { a: { b: (x) => x + 1 } }, 4),
  ];
};

exports.calleesAreReadBefore = function () {
  function* g(o) {
    return o.f(yield 1, o.x);
  }
  const o = { f: (...args) => ["old", ...args], x: 1 };
  const it = g(o);
  it.next();
  o.f = () => "new";
  o.x = 2;
  const results = [it.next(0).value];
  for (const receiver of [{}, undefined]) {
    const late = g(receiver);
    try {
      late.next();
      results.push("came to the argument");
      late.next();
    } catch (error) {
      results.push(error.message);
    }
  }
  return results;
};

exports.amongOperators = function () {
  function* sum(o) {
    return o.a + (yield 1) + o.a;
  }
  function* mixed(a, b, c) {
    return a * b - (yield a) * c + b / (yield b) - (c ** (yield c)) % 7;
  }
  function* unary() {
    return -(yield 1) + +(yield 2) + !(yield 3) + typeof (yield 4) + void (yield 5);
  }
  function* compared(o) {
    return (o.x === (yield 1) && o.y < (yield 2)) || (yield 3);
  }
  const o = { a: 1 };
  const it = sum(o);
  it.next();
  o.a = 10;
  return [
    it.next(100).value,
    answer(mixed(2, 3, 4), 5, 6, 2),
    answer(unary(), 1, "2", 0, 1n, 5),
    answer(compared({ x: 1, y: 2 }), 1, 5),
    answer(compared({ x: 1, y: 2 }), 2, "third"),
  ];
};

exports.calledAndSpread = function () {
  function* callees(o) {
    return (yield 1)(2) + (o.f)(yield 3) + (yield 4).x(5) + (yield 6)[yield 7];
  }
  function* spread(f) {
    return f(...(yield 1), yield 2, ...[yield 3]);
  }
  function* math() {
    return Math.max(yield 1, yield 2) + Math.hypot(...(yield 3));
  }
  const o = { k: 10, f(x) { return x + this.k; } };
  return [
    answer(callees(o), (x) => x * 2, 1, { x: (v) => v }, [7, 8], 1),
    answer(spread((...args) => args), [1, 2], 3, 4),
    answer(math(), 1, 2, [3, 4]),
  ];
};

exports.privateAndSuper = function () {
  class A {
    #p = 3;
    m(x) {
      return this.#p + x;
    }
    *g(o) {
      return o?.m(yield 1) + o.#p * (yield o.#p);
    }
  }
  class B extends A {
    m(x) {
      return -x;
    }
    *h(key) {
      return super.m(yield 1) + super[yield 2](yield 3) + super[key](yield 4);
    }
  }
  return [answer(new A().g(new A()), 4, 2), answer(new B().h("m"), 1, "m", 2, 3)];
};
