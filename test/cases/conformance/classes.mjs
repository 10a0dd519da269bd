/** ECMA-262, 15.7: classes. */
import { list, same, throws } from "./assert.mjs";

export function membersAreNotEnumerable() {
  class C { m() {} get g() { return 1; } static s() {} }
  list(Object.keys(C.prototype), []);
  list(Object.keys(C), []);
  list(Object.getOwnPropertyNames(C.prototype), ["constructor", "m", "g"]);
  list(Object.getOwnPropertyNames(C), ["length", "name", "prototype", "s"]);
  const { writable, configurable } = Object.getOwnPropertyDescriptor(C, "prototype");
  list([writable, configurable], [false, false]);
}

export function classesCannotBeCalled() {
  class C {}
  throws(TypeError, () => C());
  throws(TypeError, () => C.call({}));
  throws(TypeError, () => Reflect.apply(C, {}, []));
}

export function fieldsAreDefinedInOrder() {
  const log = [];
  class A { a = log.push("a"); constructor() { log.push("A"); } }
  class B extends A { b = log.push("b"); constructor() { log.push("before"); super(); log.push("B"); } c = log.push("c"); }
  const made = new B();
  list(log, ["before", "a", "A", "b", "c", "B"]);
  list(Object.keys(made), ["a", "b", "c"]);
}

export function computedKeysAreEvaluatedOnceAndFirst() {
  const log = [];
  const key = (name) => (log.push("key " + name), name);
  class C { [key("a")] = log.push("field a"); static [key("b")] = log.push("static b"); [key("c")]() {} }
  new C();
  new C();
  list(log, ["key a", "key b", "key c", "static b", "field a", "field a"]);
}

export function fieldsDefineAndDoNotAssign() {
  let called = false;
  class A { set x(value) { called = true; } }
  class B extends A { x = 1; }
  same(new B().x, 1);
  same(called, false);
  class C { constructor() { Object.freeze(this); } }
  class D extends C { x = 1; }
  throws(TypeError, () => new D());
}

export function thisInFieldsIsTheObject() {
  class C { a = 1; b = this.a + 1; f = () => this; static s = this; static t = () => this.name; }
  const c = new C();
  same(c.b, 2);
  same(c.f.call(null), c);
  same(C.s, C);
  same(C.t(), "C");
}

export function fieldsWithoutValues() {
  class C { a; "b c"; 1 = "n"; static d; }
  const c = new C();
  list(Object.keys(c), ["1", "a", "b c"]);
  same("d" in C, true);
}

export function fieldFunctionsAreNamed() {
  class C { a = () => 1; #p = function () {}; static s = class {}; name() { return this.#p.name; } }
  list([new C().a.name, new C().name(), C.s.name], ["a", "#p", "s"]);
}

export function privateFieldsAreStrictlyPrivate() {
  class C {
    #x = 1;
    get() { return this.#x; }
    set(v) { this.#x = v; }
    static read(o) { return o.#x; }
    static has(o) { return #x in o; }
  }
  const c = new C();
  c.set(4);
  same(c.get(), 4);
  same(C.read(c), 4);
  throws(TypeError, () => C.read({}));
  throws(TypeError, () => C.read(Object.create(c)));
  throws(TypeError, () => c.set.call({}, 1));
  list([C.has(c), C.has({}), C.has(Object.create(c))], [true, false, false]);
  throws(TypeError, () => C.has(1));
  list(Reflect.ownKeys(c), []);
}

export function privateMethodsAndAccessors() {
  class C {
    #n = 0;
    #m() { return ++this.#n; }
    get #g() { return this.#n * 10; }
    set #g(v) { this.#n = v; }
    static #s = 5;
    static #sm(x) { return x + C.#s; }
    run() { this.#m(); this.#g = this.#g + 1; return [this.#n, this.#g, C.#sm(1)]; }
    bad() { this.#m = 1; }
  }
  list(new C().run(), [11, 110, 6]);
  throws(TypeError, () => new C().bad());
  class G { get #only() { return 1; } set() { this.#only = 2; } }
  throws(TypeError, () => new G().set());
}

export function privateNamesOfEveryEvaluationDiffer() {
  const make = () => class { #x = 1; static read(o) { return o.#x; } };
  const A = make();
  const B = make();
  same(A.read(new A()), 1);
  throws(TypeError, () => A.read(new B()));
}

export function privateFieldsOnReturnedObjects() {
  class Base { constructor(o) { return o; } }
  class Stamp extends Base { #x = 7; static read(o) { return o.#x; } }
  const o = {};
  new Stamp(o);
  same(Stamp.read(o), 7);
  throws(TypeError, () => new Stamp(o));
}

export function privateCompound() {
  class C { #a = 2; #f = (x) => x + this.#a; run() { this.#a **= 3; this.#a++; this.#a ??= 1; return this?.#f(this.#a); } }
  same(new C().run(), 18);
}

export function thisBeforeSuper() {
  class A {}
  class B extends A { constructor() { this.x = 1; super(); } }
  class C extends A { constructor() {} }
  class D extends A { constructor() { super(); super(); } }
  class E extends A { constructor() { (() => super())(); this.x = 1; } }
  throws(ReferenceError, () => new B());
  throws(ReferenceError, () => new C());
  throws(ReferenceError, () => new D());
  same(new E().x, 1);
}

export function derivedConstructorsMayReturnObjects() {
  class A {}
  class B extends A { constructor() { return { x: 1 }; } }
  class C extends A { constructor() { super(); return undefined; } }
  class D extends A { constructor() { super(); return 1; } }
  same(new B().x, 1);
  same(new C() instanceof C, true);
  throws(TypeError, () => new D());
}

export function defaultConstructorsPassArguments() {
  class A { constructor(...all) { this.all = all; } }
  class B extends A {}
  list(new B(1, 2).all, [1, 2]);
  same(A.length, 0);
  same(class { constructor(a, b) {} }.length, 2);
}

export function superMembersUseThis() {
  class A { get n() { return this.v; } m() { return "A" + this.v; } static s() { return "S" + this.name; } }
  class B extends A { v = 3; m() { return super.m() + super.n; } static s() { return super.s(); } get n() { return -1; } }
  same(new B().m(), "A33");
  same(B.s(), "SB");
}

export function superAssignmentWritesToThis() {
  class A { set y(v) { this.z = v; } }
  class B extends A { run() { super.x = 1; super.y = 2; return [Object.keys(this).join(), this.x, this.z]; } }
  list(new B().run(), ["x,z", 1, 2]);
}

export function extendsMustBeAConstructorOrNull() {
  throws(TypeError, () => class extends 1 {});
  throws(TypeError, () => class extends (() => 1) {});
  throws(TypeError, () => class extends undefined {});
  class N extends null {}
  same(Object.getPrototypeOf(N.prototype), null);
  throws(TypeError, () => new N());
  function F() {}
  F.prototype = 3;
  throws(TypeError, () => class extends F {});
}

export function staticMembersAreInherited() {
  class A { static x = 1; static f() { return this.x; } }
  class B extends A { static x = 2; }
  list([A.f(), B.f(), Object.getPrototypeOf(B) === A], [1, 2, true]);
}

export function staticBlocksRunInOrder() {
  const log = [];
  class C { static a = log.push("a"); static { log.push("block"); this.made = true; var local = 1; } static b = log.push("b"); static { log.push(C.a); } }
  list(log, ["a", "block", "b", 1]);
  same(C.made, true);
  same(typeof local, "undefined");
}

export function staticPrivateAccessFromBlocks() {
  let read;
  class C { #x = 3; static { read = (o) => o.#x; } }
  same(read(new C()), 3);
}

export function theNameIsBoundInside() {
  const C = class Inner { static self() { return Inner; } };
  same(C.self(), C);
  same(C.name, "Inner");
  throws(ReferenceError, () => Inner);
  throws(ReferenceError, () => class X extends X {});
  const D = class { static name = "own"; };
  same(D.name, "own");
  same((class {}).name, "");
}

export function subclassesOfArrays() {
  class Stack extends Array { top() { return this[this.length - 1]; } }
  const s = Stack.of(1, 2, 3);
  same(s.top(), 3);
  same(s.map((x) => x) instanceof Stack, true);
  same(s.length, 3);
  s.length = 1;
  same(s.top(), 1);
  same(Array.isArray(s), true);
  class Plain extends Array { static get [Symbol.species]() { return Array; } }
  same(new Plain(1, 2).filter(() => true) instanceof Plain, false);
  same(new Stack(3).length, 3);
  same([].concat.call(s, [5]) instanceof Stack, true);
}

export function subclassesOfErrors() {
  class Mine extends TypeError { constructor(m) { super(m); this.name = "Mine"; } }
  const e = new Mine("x");
  list([e instanceof TypeError, e instanceof Error, String(e), e.message, Object.prototype.toString.call(e)], [true, true, "Mine: x", "x", "[object Error]"]);
}

export function subclassesOfCollectionsAndFunctions() {
  class Counted extends Map { get(k) { return super.get(k) ?? 0; } up(k) { return this.set(k, this.get(k) + 1); } }
  same(new Counted([["a", 1]]).up("a").get("a"), 2);
  class N extends Number { twice() { return this * 2; } }
  same(new N(4).twice(), 8);
  class P extends Set { }
  same(new P([1, 1]).size, 1);
}

export function generatorsAndAccessorsAsMembers() {
  class C { *[Symbol.iterator]() { yield* [1, 2]; } static *g() { yield this.name; } get [`a${1}`]() { return 3; } }
  list([...new C()], [1, 2]);
  list([...C.g()], ["C"]);
  same(new C().a1, 3);
}

export function accessorsOfSubclassesReplacePairs() {
  class A { get x() { return 1; } set x(v) { this.set = v; } }
  class B extends A { get x() { return 2; } }
  const b = new B();
  throws(TypeError, () => { b.x = 5; });
  same(b.x, 2);
}

export function classesAsExpressions() {
  const classes = [class {}, class A {}, class extends Array {}];
  same(classes.length, 3);
  same(new (class { v = 4; })().v, 4);
  const mixin = (Base) => class extends Base { mixed() { return super.base() + 1; } };
  class Base { base() { return 1; } }
  same(new (mixin(Base))().mixed(), 2);
}

export function homeObjectsStay() {
  class A { m() { return "A"; } }
  class B extends A { m() { return super.m() + "B"; } }
  const o = { m: B.prototype.m };
  same(o.m(), "AB");
}

export function evaluationStopsAtAnError() {
  const log = [];
  throws(RangeError, () => class { static a = log.push(1); static b = (() => { throw new RangeError(); })(); static c = log.push(2); });
  list(log, [1]);
}

export function constructorIsAnOrdinaryProperty() {
  class C {}
  const c = new C();
  same(c.constructor, C);
  same(Object.hasOwn(c, "constructor"), false);
  C.prototype.constructor = 1;
  same(c.constructor, 1);
}

export function awkwardNames() {
  class C { static async() { return 1; } get() { return 2; } set() { return 3; } static static() { return 4; } of = 5; "quoted"() { return 6; } 0() { return 7; } }
  const c = new C();
  list([C.async(), c.get(), c.set(), C.static(), c.of, c.quoted(), c[0]()], [1, 2, 3, 4, 5, 6, 7]);
}
