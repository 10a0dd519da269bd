/** ECMA-262, chapter 13: expressions. */
import { list, same, throws } from "./assert.mjs";

// 13.15.2: the target's parts are evaluated before the value; the key is converted after it.
export function assignmentEvaluatesTheTargetFirst() {
  const log = [];
  const o = {};
  const key = { toString: () => (log.push("key to string"), "k") };
  (log.push("object"), o)[(log.push("key"), key)] = (log.push("value"), 1);
  list(log, ["object", "key", "value", "key to string"]);
}

export function compoundAssignmentReadsBeforeTheOperand() {
  let x = 1;
  const change = () => (x = 10);
  x += change();
  same(x, 11);
}

export function operandsAreConvertedLeftToRight() {
  const log = [];
  const make = (name) => ({ valueOf: () => (log.push(name), 1) });
  make("a") * make("b") + make("c");
  make("d") < make("e");
  make("f") > make("g");
  list(log, ["a", "b", "c", "d", "e", "f", "g"]);
}

export function aSymbolOnTheLeftFailsAfterTheRightWasEvaluated() {
  let seen = false;
  throws(TypeError, () => Symbol() - (() => ((seen = true), 1))());
  same(seen, true);
}

export function additionPrefersDefaultHint() {
  const hints = [];
  const o = { [Symbol.toPrimitive]: (hint) => (hints.push(hint), "p") };
  same(o + 1, "p1");
  same(`${o}`, "p");
  same(Number.isNaN(+o), true);
  same(o == "p", true);
  same(o < "q", true);
  list(hints, ["default", "string", "number", "default", "number"]);
}

export function datesAddAsStrings() {
  const date = new Date(0);
  same(typeof (date + 1), "string");
  same(date - 1, -1);
}

export function valueOfIsSkippedIfItGivesAnObject() {
  same({ valueOf: () => ({}), toString: () => "t" } + "", "t");
  throws(TypeError, () => ({ valueOf: () => ({}), toString: () => ({}) }) + "");
  throws(TypeError, () => +{ [Symbol.toPrimitive]: () => ({}) });
  throws(TypeError, () => +{ [Symbol.toPrimitive]: 1 });
}

export function additionOfStringsAndNumbers() {
  same(1 + 2 + "3", "33");
  same("1" + 2 + 3, "123");
  same([] + [], "");
  same([] + {}, "[object Object]");
  same(null + 1, 1);
  same(undefined + 1, NaN);
  same(true + true, 2);
  same([1, [2, 3]] + "", "1,2,3");
}

export function negativeZeros() {
  same(-0 + -0, -0);
  same(-0 + 0, 0);
  same(0 * -1, -0);
  same(-0 % 5, -0);
  same(0 - 0, 0);
  same(-0 - 0, -0);
  same(-(0), -0);
  same((-0) ** 3, -0);
}

export function remaindersTakeTheSignOfTheDividend() {
  same(5 % -3, 2);
  same(-5 % 3, -2);
  same(5.5 % 2, 1.5);
  same(5 % 0, NaN);
  same(Infinity % 2, NaN);
  same(2 % Infinity, 2);
}

export function powersOfOneAndNaN() {
  same(1 ** Infinity, NaN);
  same(NaN ** 0, 1);
  same((-8) ** (1 / 3), NaN);
  same(2 ** -1, 0.5);
  same((-0) ** -1, -Infinity);
  same(2 ** 3 ** 2, 512);
}

export function shiftsUseFiveBits() {
  same(1 << 33, 2);
  same(-1 >>> 0, 4294967295);
  same(-1 >>> 31, 1);
  same(-8 >> 1, -4);
  same(1 << 31, -2147483648);
  same(2 ** 32 | 0, 0);
  same(2 ** 31 | 0, -2147483648);
  same(-1.9 | 0, -1);
  same(NaN | 0, 0);
  same("0x10" & 0xff, 16);
}

export function bigintsAreApart() {
  same(7n / 2n, 3n);
  same(-7n % 3n, -1n);
  same(2n ** 64n, 18446744073709551616n);
  same(-5n >> 1n, -3n);
  same(~0n, -1n);
  same(1n < 2, true);
  same(2n == 2, true);
  same(1n < "2", true);
  same(typeof -(-3n), "bigint");
  throws(TypeError, () => 1n + 1);
  throws(TypeError, () => +1n);
  throws(TypeError, () => 1n >>> 0n);
  throws(RangeError, () => 1n / 0n);
  throws(RangeError, () => 2n ** -1n);
}

export function incrementConvertsToNumeric() {
  let s = "5";
  same(s++, 5);
  same(s, 6);
  let b = 1n;
  same(++b, 2n);
  let u;
  same(++u, NaN);
  const o = { get x() { return "3"; }, set x(value) { same(value, 2); } };
  same(o.x--, 3);
}

export function equalityOfDifferentTypes() {
  const object = { valueOf: () => 1 };
  for (const [x, y, equal] of [
    [null, undefined, true], [null, 0, false], [undefined, 0, false], ["", 0, true], ["1", 1, true], [true, "1", true],
    [true, 2, false], [object, 1, true], [object, true, true], [NaN, NaN, false], [[1], "1", true], [0, -0, true], ["0x1f", 31, true], [1n, true, true],
  ]) {
    same(x == y, equal, `${String(x)} == ${String(y)}`);
    same(y == x, equal, `${String(y)} == ${String(x)}`);
    same(x != y, !equal);
  }
}

export function relationsOfStringsNumbersAndUndefined() {
  same("10" < "9", true);
  same("10" < 9, false);
  same("a" < "B", false);
  same(undefined < 1, false);
  same(undefined >= 1, false);
  same(null >= 0, true);
  same(NaN <= NaN, false);
  same("\u{1F600}" < "\uFFFF", true);
  same([2] > 1, true);
}

export function typeofAndUndeclaredNames() {
  same(typeof notDeclaredAnywhere, "undefined");
  same(typeof null, "object");
  same(typeof (() => 1), "function");
  same(typeof class {}, "function");
  same(typeof Symbol(), "symbol");
  same(typeof 1n, "bigint");
  same(typeof Object(1n), "object");
  throws(ReferenceError, () => notDeclaredAnywhere);
  throws(ReferenceError, () => typeof later);
  let later = 1;
  same(later, 1);
}

export function assigningToUndeclaredNamesFails() {
  throws(ReferenceError, () => {
    notDeclaredEither = 1;
  });
}

export function deletion() {
  const o = { a: 1 };
  same(delete o.a, true);
  same("a" in o, false);
  same(delete o.missing, true);
  throws(TypeError, () => delete Object.freeze({ a: 1 }).a);
  throws(TypeError, () => delete [].length);
  const a = [1, 2, 3];
  delete a[1];
  same(a.length, 3);
  same(1 in a, false);
  throws(ReferenceError, () => delete class extends Object { static m() { return delete super.x; } }.m());
}

export function instanceofAsksTheClass() {
  class Even { static [Symbol.hasInstance](x) { return x % 2 === 0; } }
  same(2 instanceof Even, true);
  same(3 instanceof Even, false);
  throws(TypeError, () => 1 instanceof 1);
  throws(TypeError, () => 1 instanceof {});
  function F() {}
  F.prototype = 3;
  throws(TypeError, () => ({}) instanceof F);
  same(1 instanceof F, false);
  const bound = Array.bind(null);
  same([] instanceof bound, true);
}

export function inChecksPrototypes() {
  same("toString" in {}, true);
  same(1 in [0, 1], true);
  same("length" in [], true);
  throws(TypeError, () => "length" in "x");
  const s = Symbol();
  same(s in { [s]: 1 }, true);
}

export function logicalOperatorsGiveTheirOperands() {
  same(0 || "x", "x");
  same("" && 1, "");
  same(0 ?? 1, 0);
  same(null ?? undefined ?? 2, 2);
  same((null || undefined) ?? "z", "z");
  let n = 0;
  false && n++;
  true || n++;
  1 ?? n++;
  same(n, 0);
}

export function logicalAssignmentShortCircuits() {
  const o = { get a() { return 1; }, get z() { return 0; } };
  same((o.a ||= 2), 1);
  same((o.z &&= 2), 0);
  same((o.a ??= 2), 1);
  throws(TypeError, () => (o.a &&= 2));
  const c = 5;
  same((c ||= 1), 5);
  throws(TypeError, () => (c &&= 1));
  let f;
  f ??= () => 1;
  same(f.name, "f");
}

export function optionalChainsEndAltogether() {
  let n = 0;
  const o = null;
  same(o?.a.b.c(n++), undefined);
  same(o?.[n++], undefined);
  same(o?.(n++), undefined);
  same(n, 0);
  same(delete o?.a, true);
  const p = { f() { return this === p; }, g: undefined };
  same(p?.f(), true);
  same((p?.f)(), true);
  same(p.g?.(), undefined);
  throws(TypeError, () => p.f?.().a.b);
  throws(TypeError, () => p.z());
}

export function callsEvaluateTheCalleeFirst() {
  const log = [];
  const o = { get f() { log.push("get"); return (...args) => args.length; } };
  same(o.f((log.push("a"), 1), ...(log.push("b"), [1, 2]), (log.push("c"), 3)), 4);
  list(log, ["get", "a", "b", "c"]);
  let reached = false;
  throws(TypeError, () => undefined.f((reached = true)));
  same(reached, false);
  throws(TypeError, () => ({}).f((reached = true)));
  same(reached, true);
}

export function methodsKeepTheirReceiver() {
  const o = { f() { return this; } };
  same(o.f(), o);
  same((o.f)(), o);
  same((0, o.f)(), undefined);
  same(o["f"](), o);
  const { f } = o;
  same(f(), undefined);
  same((o.f = o.f)(), undefined);
}

export function newWithoutArguments() {
  function F(x) { this.x = x; }
  same(new F().x, undefined);
  same(new F.prototype.constructor(2).x, 2);
  const o = { F };
  same(new o.F(3).x, 3);
  same(new (class { constructor() { return { r: 1 }; } })().r, 1);
  same(typeof new (class { constructor() { return undefined; } })(), "object");
  throws(TypeError, () => new (() => 1)());
  throws(TypeError, () => new ({ m() {} }).m());
  throws(TypeError, () => new Math.max());
  throws(TypeError, () => new (function* () {})());
}

export function templatesConvertToStringsInOrder() {
  const log = [];
  const part = (name) => ({ toString: () => (log.push(name), name), valueOf: () => "no" });
  same(`${part("a")}-${part("b")}`, "a-b");
  list(log, ["a", "b"]);
  throws(TypeError, () => `${Symbol()}`);
  same(`a
b`, "a\nb");
}

export function taggedTemplatesShareTheirObject() {
  const seen = [];
  const tag = (strings, ...values) => (seen.push(strings), values.length);
  const run = (x) => tag`a${x}\n${x}`;
  same(run(1), 2);
  run(2);
  same(seen[0], seen[1]);
  same(Object.isFrozen(seen[0]) && Object.isFrozen(seen[0].raw), true);
  list(seen[0], ["a", "\n", ""]);
  list(seen[0].raw, ["a", "\\n", ""]);
  tag`a${1}\n${1}`;
  same(seen[2] === seen[0], false);
  const o = { t() { return this; } };
  same(o.t``, o);
  same(((s) => s[0])`\u{bad`, undefined);
}

export function objectLiteralsEvaluateInOrder() {
  const log = [];
  const k = (name) => (log.push("key " + name), name);
  const v = (value) => (log.push("value " + value), value);
  const o = { [k("a")]: v(1), b: v(2), ...(log.push("spread"), { c: 3, a: 9 }), [k("d")]() {} };
  list(log, ["key a", "value 1", "value 2", "spread", "key d"]);
  list(Object.keys(o), ["a", "b", "c", "d"]);
  same(o.a, 9);
}

export function objectKeysAreOrdered() {
  const s = Symbol("s");
  const o = { z: 1, 10: 1, a: 1, [s]: 1, 2: 1, "-1": 1, "01": 1 };
  list(Reflect.ownKeys(o), ["2", "10", "z", "a", "-1", "01", s]);
}

export function protoInLiterals() {
  const p = { inherited: 1 };
  same(Object.getPrototypeOf({ __proto__: p }), p);
  same(Object.getPrototypeOf({ "__proto__": p }), p);
  same(Object.getPrototypeOf({ ["__proto__"]: p }), Object.prototype);
  const __proto__ = p;
  same(Object.getPrototypeOf({ __proto__ }), Object.prototype);
  same(Object.getPrototypeOf({ __proto__: 5 }), Object.prototype);
  same(Object.getPrototypeOf({ __proto__: null }), null);
  same(Object.getPrototypeOf({ __proto__() {} }), Object.prototype);
}

export function spreadCopiesOwnEnumerableProperties() {
  const log = [];
  const source = Object.create({ inherited: 1 }, { hidden: { value: 1 }, shown: { get: () => (log.push("get"), 2), enumerable: true } });
  const copy = { ...source, ...null, ...undefined, ..."hi", ...[7] };
  list(Object.keys(copy), ["0", "1", "shown"]);
  same(copy[0], 7);
  same(Object.getOwnPropertyDescriptor(copy, "shown").value, 2);
  list(log, ["get"]);
  let called = false;
  const target = { set a(x) { called = true; }, ...{ a: 1 } };
  same(called, false);
  same(target.a, 1);
}

export function gettersAndSettersOfLiterals() {
  const o = { get x() { return this.y * 2; }, set x(value) { this.y = value; }, y: 2 };
  same(o.x, 4);
  o.x = 5;
  same(o.y, 5);
  throws(TypeError, () => {
    ({ get only() { return 1; } }).only = 2;
  });
  same({ set only(x) {} }.only, undefined);
  same(Object.getOwnPropertyDescriptor({ get a() {} }, "a").get.name, "get a");
}

export function functionsGetNames() {
  const a = () => 1;
  const { b = function () {} } = {};
  const o = { c: () => 1, ["d" + 1]: class {}, [Symbol("e")]: () => 1, f() {}, g: (0, () => 1), h: function named() {} };
  same(a.name, "a");
  same(b.name, "b");
  same(o.c.name, "c");
  same(o.d1.name, "d1");
  same(o[Object.getOwnPropertySymbols(o)[0]].name, "[e]");
  same(o.f.name, "f");
  same(o.g.name, "");
  same(o.h.name, "named");
  same((() => 1).name, "");
  o.i = () => 1;
  same(o.i.name, "");
  let k;
  k = () => 1;
  same(k.name, "k");
  same((class { static m() {} }).m.name, "m");
}

export function superInObjectMethods() {
  const base = { greet() { return "base " + this.name; } };
  const o = { __proto__: base, name: "o", greet() { return super.greet() + "!"; } };
  same(o.greet(), "base o!");
  Object.setPrototypeOf(o, { greet() { return "other"; } });
  same(o.greet(), "other!");
  const { greet } = o;
  same(greet.call({ name: "x" }), "other!");
}

export function voidAndComma() {
  same(void "x", undefined);
  same((1, 2, 3), 3);
  let i = 0;
  same((i++, i++, i), 2);
}

export function conditionalConvertsToBoolean() {
  for (const falsy of [0, -0, NaN, "", null, undefined, false, 0n]) same(falsy ? 1 : 2, 2);
  for (const truthy of ["0", [], {}, -1, 1n, () => 0, Symbol(), new Boolean(false)]) same(truthy ? 1 : 2, 1);
}

export function arrayLiteralsKeepHoles() {
  const a = [, 1, , 2, ,];
  same(a.length, 5);
  list(Object.keys(a), ["1", "3"]);
  list([...a], [undefined, 1, undefined, 2, undefined]);
  same([...[, ,]].length, 2);
  same(0 in [...[,]], true);
}

export function regularExpressionLiteralsAreNewEachTime() {
  const make = () => /a/g;
  same(make() === make(), false);
  const r = make();
  r.test("a");
  same(r.lastIndex, 1);
  same(make().lastIndex, 0);
}

export function numbersAsTexts() {
  same(String(1e21), "1e+21");
  same(String(123456789012345680000), "123456789012345680000");
  same(String(1e-7), "1e-7");
  same(String(-0), "0");
  same(0.1 + 0.2, 0.30000000000000004);
  same(Number("  12  "), 12);
  same(Number("1_0"), NaN);
  same(Number(""), 0);
  same(Number("0b101"), 5);
  same(Number("-0x1"), NaN);
  same(1_000, 1000);
  same(0o17, 15);
  same(.5, 0.5);
  same(5..toString(), "5");
}

export function thisAtTheTopOfAModuleIsUndefined() {
  same((() => this)(), undefined);
}

export function nameOfAFunctionExpressionCannotBeChanged() {
  throws(TypeError, function f() {
    f = 1;
  });
}
