/** ECMA-262, chapters 10 and 15: functions. */
import { list, same, throws } from "./assert.mjs";

export function lengthCountsParametersBeforeTheFirstDefault() {
  list([(() => 1).length, ((a, b) => 1).length, ((a, b = 1, c) => 1).length, ((...r) => 1).length, (({ a }, [b]) => 1).length], [0, 2, 1, 0, 2]);
  const { length } = Object.getOwnPropertyDescriptors(function (a) {});
  list([length.value, length.writable, length.enumerable, length.configurable], [1, false, false, true]);
}

export function defaultsSeeEarlierParametersOnly() {
  same(((a, b = a + 1, c = b + 1) => c)(1), 3);
  throws(ReferenceError, () => ((a = b, b) => a)(undefined, 1));
  throws(ReferenceError, () => ((a = a) => a)());
  let calls = 0;
  const f = (x = calls++) => x;
  f();
  f(undefined);
  f(null);
  same(calls, 2);
}

export function defaultsHaveAScopeOfTheirOwn() {
  const x = "outer";
  const f = (read = () => x) => {
    var x = "inner";
    return [read(), x];
  };
  list(f(), ["outer", "inner"]);
  const g = (a, read = () => a) => {
    var a;
    same(a, 1);
    a = 2;
    return read();
  };
  same(g(1), 1);
}

export function argumentsIsNotMapped() {
  function f(a) {
    a = 2;
    arguments[1] = 5;
    return [arguments[0], arguments.length, a, arguments[1]];
  }
  list(f(1), [1, 1, 2, 5]);
  same((function () { return Object.prototype.toString.call(arguments); })(), "[object Arguments]");
  same((function () { return arguments[Symbol.iterator]; })(), Array.prototype.values);
  throws(TypeError, function () { arguments.callee; });
  list((function () { return [...arguments]; })(1, 2), [1, 2]);
  list((function () { return Array.prototype.slice.call(arguments, 1); })(1, 2, 3), [2, 3]);
}

export function arrowsTakeThisAndArgumentsFromOutside() {
  function f() {
    return (() => [this, arguments[0], new.target])("ignored");
  }
  const [self, first, target] = f.call("self", "first");
  list([self, first, target], ["self", "first", undefined]);
  same((() => typeof this)(), "undefined");
  const o = { f: () => typeof this };
  same(o.f(), "undefined");
  same("prototype" in (() => 1), false);
}

export function thisIsNotConverted() {
  function f() {
    return this;
  }
  same(f(), undefined);
  same(f.call(5), 5);
  same(f.call(null), null);
  Number.prototype.itself = f;
  same((5).itself(), 5);
  delete Number.prototype.itself;
}

export function bindFixesThisAndArguments() {
  function f(a, b, c) {
    return [this, a, b, c];
  }
  const bound = f.bind("t", 1);
  list(bound.call("ignored", 2, 3), ["t", 1, 2, 3]);
  list([bound.name, bound.length, "prototype" in bound], ["bound f", 2, false]);
  list(bound.bind("x", 2)(3), ["t", 1, 2, 3]);
  function C(x) {
    this.x = x;
    this.target = new.target;
  }
  const made = new (C.bind(null, 7))();
  list([made.x, made.target, made instanceof C], [7, C, true]);
}

export function callAndApply() {
  same(Math.max.apply(null, [1, 5, 3]), 5);
  same(Math.max.apply(null, { length: 2, 0: 4, 1: 6 }), 6);
  same(((...a) => a.length).apply(null), 0);
  same(((...a) => a.length).apply(null, null), 0);
  throws(TypeError, () => Math.max.apply(null, 1));
  throws(TypeError, () => Function.prototype.call.call(1));
  same(Reflect.apply((a, b) => a + b, null, [1, 2]), 3);
}

export function restIsARealArray() {
  const f = (a, ...rest) => rest;
  same(Array.isArray(f(1, 2)), true);
  list(f(1, 2, 3), [2, 3]);
  list(f(), []);
  const g = (...[a, b]) => a + b;
  same(g(1, 2), 3);
}

export function newTarget() {
  function F() {
    return { target: new.target };
  }
  same(F().target, undefined);
  same(new F().target, F);
  class A {
    constructor() {
      this.target = new.target;
    }
  }
  class B extends A {}
  same(new B().target, B);
  same(Reflect.construct(A, [], F).target, F);
  same(Object.getPrototypeOf(Reflect.construct(A, [], F)), F.prototype);
}

export function prototypeOfFunctions() {
  function F() {}
  same(F.prototype.constructor, F);
  const descriptor = Object.getOwnPropertyDescriptor(F, "prototype");
  list([descriptor.writable, descriptor.enumerable, descriptor.configurable], [true, false, false]);
  F.prototype = null;
  same(Object.getPrototypeOf(new F()), Object.prototype);
  same(Object.getPrototypeOf(F), Function.prototype);
  same("prototype" in { m() {} }.m, false);
}

export function namedFunctionExpressionsSeeThemselves() {
  const f = function fact(n) {
    return n < 2 ? 1 : n * fact(n - 1);
  };
  same(f(5), 120);
  throws(ReferenceError, () => fact);
}

export function methodsAreNoConstructors() {
  const o = { m() {}, get g() { return function () {}; } };
  throws(TypeError, () => new o.m());
  same(typeof new o.g(), "object");
}

export function functionsAreObjects() {
  const f = () => 1;
  f.own = 2;
  same(f.own, 2);
  list(Object.keys(f), ["own"]);
  list(Object.getOwnPropertyNames(function (a) {}).sort(), ["length", "name", "prototype"]);
  throws(TypeError, () => {
    f.name = "x";
  });
  Object.defineProperty(f, "name", { value: "y" });
  same(f.name, "y");
}

export function closuresShareVariables() {
  const make = () => {
    let n = 0;
    return { up: () => ++n, read: () => n };
  };
  const a = make();
  const b = make();
  a.up();
  a.up();
  list([a.read(), b.read()], [2, 0]);
}

export function immediateFunctions() {
  same((function () { return 1; })(), 1);
  same(!function () { return 1; }(), false);
  same((() => ({ a: 1 }))().a, 1);
  same(((a, b) => { return a - b; })(3, 1), 2);
}

export function duplicateVarAndParameter() {
  const f = function (a) {
    var a;
    return a;
  };
  same(f(1), 1);
  const g = function (a) {
    return typeof a;
    function a() {}
  };
  same(g(1), "function");
}

export function trailingCommas() {
  const f = (a, b,) => a + b;
  same(f(1, 2,), 3);
}

export function gettersOfFunctions() {
  same(function () {}.toString(), "function () {}");
  same(((a) => a + 1).toString(), "(a) => a + 1");
  same({ m(x) { return x; } }.m.toString(), "m(x) { return x; }");
  same(class A { x = 1 }.toString(), "class A { x = 1 }");
}

export function constructorsReturningObjects() {
  function F() {
    this.a = 1;
    return [];
  }
  same(Array.isArray(new F()), true);
  function G() {
    this.a = 1;
    return 5;
  }
  same(new G().a, 1);
}

export function evaluationOfArgumentsHappensBeforeTheCheck() {
  let n = 0;
  const notFunction = 1;
  throws(TypeError, () => notFunction(n++));
  same(n, 1);
  throws(TypeError, () => new notFunction(n++));
  same(n, 2);
}

export function symbolsAsKeys() {
  const s = Symbol("d");
  list([s.toString(), s.description, Symbol().description, typeof Object(s)], ["Symbol(d)", "d", undefined, "object"]);
  same(Symbol.for("a"), Symbol.for("a"));
  same(Symbol.keyFor(Symbol.for("a")), "a");
  same(Symbol.keyFor(s), undefined);
  throws(TypeError, () => new Symbol());
  same(Object(s) == s, true);
  same({ [Object(s)]: 1 }[s], 1);
}
