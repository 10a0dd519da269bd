/** ECMA-262, chapters 10, 20, 24, 25 and 28: objects, collections, JSON, Reflect, typed arrays, strings. */
import { list, same, throws } from "./assert.mjs";

export function definePropertyDefaultsToFalse() {
  const o = Object.defineProperty({}, "x", { value: 1 });
  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(o, "x");
  list([writable, enumerable, configurable], [false, false, false]);
  throws(TypeError, () => { o.x = 2; });
  throws(TypeError, () => Object.defineProperty(o, "x", { value: 2 }));
  Object.defineProperty(o, "x", { value: 1 });
  throws(TypeError, () => Object.defineProperty(o, "x", { get() {} }));
  throws(TypeError, () => Object.defineProperty({}, "y", { get() {}, value: 1 }));
  throws(TypeError, () => Object.defineProperty({}, "y", { get: 1 }));
  throws(TypeError, () => Object.defineProperty(1, "y", {}));
}

export function redefinitionKeepsAttributes() {
  const o = { x: 1 };
  Object.defineProperty(o, "x", { value: 2 });
  list(Object.values(Object.getOwnPropertyDescriptor(o, "x")), [2, true, true, true]);
  Object.defineProperty(o, "x", { get: () => 3 });
  const d = Object.getOwnPropertyDescriptor(o, "x");
  list([d.get(), d.set, d.enumerable], [3, undefined, true]);
}

export function freezingSealingAndExtensions() {
  const frozen = Object.freeze({ a: 1, get g() { return 2; }, deep: { b: 1 } });
  throws(TypeError, () => { frozen.a = 2; });
  throws(TypeError, () => { frozen.z = 2; });
  throws(TypeError, () => { delete frozen.a; });
  frozen.deep.b = 5;
  list([Object.isFrozen(frozen), Object.isSealed(frozen), Object.isExtensible(frozen), frozen.deep.b], [true, true, false, 5]);
  const sealed = Object.seal({ a: 1 });
  sealed.a = 2;
  throws(TypeError, () => delete sealed.a);
  same(Object.isFrozen(sealed), false);
  same(Object.isFrozen(1), true);
  throws(TypeError, () => Object.setPrototypeOf(Object.preventExtensions({}), {}));
  throws(TypeError, () => Object.setPrototypeOf({}, 1));
}

export function prototypesCannotBeCyclic() {
  const a = {};
  const b = Object.create(a);
  throws(TypeError, () => Object.setPrototypeOf(a, b));
  throws(TypeError, () => { a.__proto__ = b; });
  same(Reflect.setPrototypeOf(a, b), false);
}

export function settersOnPrototypesAreUsed() {
  const log = [];
  const proto = { set x(v) { log.push(this === child, v); } };
  const child = Object.create(proto);
  child.x = 5;
  list(log, [true, 5]);
  same(Object.hasOwn(child, "x"), false);
  const readonly = Object.create(Object.defineProperty({}, "y", { value: 1 }));
  throws(TypeError, () => { readonly.y = 2; });
}

export function primitivesHaveNoOwnRoom() {
  throws(TypeError, () => { "abc".x = 1; });
  throws(TypeError, () => { (5).x = 1; });
  throws(TypeError, () => { "abc"[0] = "x"; });
  throws(TypeError, () => { "abc".length = 1; });
  same("abc"[1], "b");
  same("abc"[3], undefined);
}

export function objectStatics() {
  list(Object.entries({ b: 1, 1: 2, a: 3 }).flat(), ["1", 2, "b", 1, "a", 3]);
  list(Object.values("ab"), ["a", "b"]);
  same(Object.fromEntries(new Map([["x", 1]])).x, 1);
  same(Object.assign({ a: 1 }, null, { a: 2 }, "x")[0], "x");
  throws(TypeError, () => Object.assign(Object.freeze({ a: 1 }), { a: 2 }));
  throws(TypeError, () => Object.keys(undefined));
  same(Object.is(NaN, NaN) && !Object.is(0, -0), true);
  same(Object(1) instanceof Number, true);
  same(Object.getOwnPropertyNames("ab").join(), "0,1,length");
}

export function entriesSeeChangesOnTheWay() {
  const o = { get a() { delete this.b; this.d = 4; return 1; }, b: 2, c: 3 };
  list(Object.entries(o).flat(), ["a", 1, "c", 3]);
}

export function toStringAndTags() {
  const of = (x) => Object.prototype.toString.call(x);
  list([of(null), of(undefined), of(1), of("s"), of([]), of(() => 1), of(/x/), of(new Date(0)), of(new Error()), of(1n), of(Symbol()), of(JSON), of(Math)],
    ["Null", "Undefined", "Number", "String", "Array", "Function", "RegExp", "Date", "Error", "BigInt", "Symbol", "JSON", "Math"].map((t) => `[object ${t}]`));
  same(of({ [Symbol.toStringTag]: "Mine" }), "[object Mine]");
  same(of({ [Symbol.toStringTag]: 1 }), "[object Object]");
  same(of(new Map()), "[object Map]");
  same(of(new Float64Array(1)), "[object Float64Array]");
}

export function legacyAccessors() {
  const o = {};
  o.__defineGetter__("x", () => 4);
  same(o.x, 4);
  same(typeof o.__lookupGetter__("x"), "function");
  same({}.__proto__, Object.prototype);
  same(Object.create(null).__proto__, undefined);
  same(({}).hasOwnProperty.call({ a: 1 }, "a"), true);
  same(Object.prototype.propertyIsEnumerable.call([1], "length"), false);
  same(Object.prototype.isPrototypeOf.call(Array.prototype, []), true);
}

export function reflection() {
  list(Reflect.ownKeys([1]), ["0", "length"]);
  same(Reflect.set(Object.freeze({ a: 1 }), "a", 2), false);
  same(Reflect.get({ get x() { return this; } }, "x", 7), 7);
  const receiver = {};
  same(Reflect.set({}, "y", 3, receiver), true);
  same(receiver.y, 3);
  same(Reflect.set({ set y(v) { this.got = v; } }, "y", 4, receiver), true);
  same(receiver.got, 4);
  same(Reflect.deleteProperty(Object.freeze([1]), 0), false);
  same(Reflect.has({ a: 1 }, "a"), true);
  same(Reflect.defineProperty(Object.freeze({}), "x", { value: 1 }), false);
  throws(TypeError, () => Reflect.ownKeys(1));
  same(Reflect.construct(Array, [3], Object).length, 3);
}

export function mapsCompareKeysBySameValueZero() {
  const m = new Map([[NaN, "nan"], [0, "zero"], ["1", "string"], [1, "number"]]);
  list([m.get(NaN), m.get(-0), m.get("1"), m.get(1), m.size], ["nan", "zero", "string", "number", 4]);
  same(Object.is([...new Map([[-0, 1]]).keys()][0], 0), true);
  m.set(0, "changed");
  list([...m.values()], ["nan", "changed", "string", "number"]);
  m.delete(NaN);
  m.set(NaN, "again");
  same([...m.keys()].at(-1), NaN);
  same(m.clear(), undefined);
  same(m.size, 0);
  throws(TypeError, () => Map());
  throws(TypeError, () => new Map([1]));
  throws(TypeError, () => Map.prototype.get.call({}, 1));
}

export function constructorsOfCollectionsUseTheirMethods() {
  const log = [];
  class M extends Map { set(k, v) { log.push(k); return super.set(k, v); } }
  new M([["a", 1], ["b", 2]]);
  list(log, ["a", "b"]);
  class S extends Set { add(x) { return super.add(x * 2); } }
  list([...new S([1, 2])], [2, 4]);
}

export function weakCollections() {
  const key = {};
  const w = new WeakMap([[key, 1]]);
  list([w.get(key), w.has({}), w.delete(key), w.has(key)], [1, false, true, false]);
  throws(TypeError, () => w.set(1, 1));
  throws(TypeError, () => new WeakSet().add("s"));
  same(new WeakSet([key]).has(key), true);
}

export function jsonWrites() {
  same(JSON.stringify({ a: [1, undefined, () => 1, Symbol()], b: undefined, c: NaN, d: -0, e: new Date(0), f: "\u2028\ud800" }),
    '{"a":[1,null,null,null],"c":null,"d":0,"e":"1970-01-01T00:00:00.000Z","f":"\u2028\\ud800"}');
  same(JSON.stringify({ toJSON: (key) => `k:${key}` }), '"k:"');
  same(JSON.stringify({ a: 1, b: [2] }, null, 2), '{\n  "a": 1,\n  "b": [\n    2\n  ]\n}');
  same(JSON.stringify({ a: 1, b: 2, c: { a: 3 } }, ["c", "a"]), '{"c":{"a":3},"a":1}');
  same(JSON.stringify({ a: 1, b: 2 }, (k, v) => (k === "a" ? undefined : v)), '{"b":2}');
  same(JSON.stringify(undefined), undefined);
  same(JSON.stringify([new Number(1), new String("s"), new Boolean(false)]), '[1,"s",false]');
  same(JSON.stringify({ [Symbol()]: 1 }), "{}");
  const cyclic = {};
  cyclic.self = cyclic;
  throws(TypeError, () => JSON.stringify(cyclic));
  throws(TypeError, () => JSON.stringify(1n));
}

export function jsonReads() {
  same(JSON.parse('{"a":[1,{"b":null}],"__proto__":5}').a[1].b, null);
  same(Object.keys(JSON.parse('{"__proto__":5}'))[0], "__proto__");
  same(JSON.parse(" -0 "), -0);
  const order = [];
  JSON.parse('{"a":[1,2],"b":{"c":3}}', (key, value) => (order.push(key), value));
  list(order, ["0", "1", "a", "c", "b", ""]);
  same(JSON.parse('{"a":1,"b":2}', (k, v) => (k === "a" ? undefined : v)).a, undefined);
  for (const text of ["", "{a:1}", "[1,]", "01", "1.", "'x'", '"\n"', "undefined", "{\"a\":1,}", "\u00a01"]) throws(SyntaxError, () => JSON.parse(text), text);
}

export function typedArraysConvertAndStayFixed() {
  const f = new Float32Array([0.1, 1e40, NaN]);
  list([f[0], f[1], f[2]], [Math.fround(0.1), Infinity, NaN]);
  list([...new Uint8Array([256, -1, 1.9, NaN, "7"])], [0, 255, 1, 0, 7]);
  list([...new Uint8ClampedArray([300, -1, 1.5, 2.5, NaN])], [255, 0, 2, 2, 0]);
  list([...new Int32Array([2 ** 31, 2 ** 32 + 5])], [-2147483648, 5]);
  const a = new Int8Array(2);
  a[2] = 1;
  a["-0"] = 1;
  a.x = 1;
  list([a.length, 2 in a, "-0" in a, a.x, Object.keys(a).join()], [2, false, false, 1, "0,1,x"]);
  throws(TypeError, () => Object.defineProperty(a, 5, { value: 1 }));
  throws(TypeError, () => Object.freeze(a));
  throws(RangeError, () => new Int8Array(-1));
  throws(TypeError, () => Int8Array(1));
  throws(TypeError, () => new BigInt64Array([1]));
}

export function typedArraysShareBuffers() {
  const buffer = new ArrayBuffer(8);
  const bytes = new Uint8Array(buffer, 2, 4);
  const view = new DataView(buffer);
  view.setInt16(2, -2);
  list([...bytes], [255, 254, 0, 0]);
  list([bytes.byteOffset, bytes.byteLength, bytes.buffer === buffer, view.getUint16(2, true)], [2, 4, true, 0xfeff]);
  throws(RangeError, () => new Float64Array(buffer, 1));
  throws(RangeError, () => view.getFloat64(1));
  const part = bytes.subarray(1, 3);
  part.fill(7);
  list([...bytes], [255, 7, 7, 0]);
  const copy = bytes.slice(1);
  copy[0] = 0;
  same(bytes[1], 7);
  bytes.set(bytes.subarray(0, 3), 1);
  list([...bytes], [255, 255, 7, 7]);
  same(buffer.slice(2, 4).byteLength, 2);
}

export function typedArrayMethods() {
  const a = Float64Array.of(3, NaN, -0, 0, -1);
  list([...a.toSorted()], [-1, -0, 0, 3, NaN]);
  same(a.indexOf(NaN), -1);
  same(a.includes(NaN), true);
  same(a.join(), "3,NaN,0,0,-1");
  same(a.map((x) => x * 2) instanceof Float64Array, true);
  same(a.with(0, 9)[0], 9);
  throws(TypeError, () => Float64Array.prototype.map.call([1], (x) => x));
  same(Object.getPrototypeOf(Float64Array).name, "TypedArray");
  same(Float64Array.BYTES_PER_ELEMENT, 8);
}

export function stringsByCodeUnits() {
  const s = "a😀";
  list([s.length, s.charCodeAt(1), s.codePointAt(1), s.at(-1), s.slice(-2), s.substring(2, 0)], [3, 0xd83d, 0x1f600, "\ude00", "😀", "a\ud83d"]);
  list("a1b2".split(/\d/), ["a", "b", ""]);
  list("a1b2".split(/(\d)/, 3), ["a", "1", "b"]);
  same("abc".replace("b", "[$`|$&|$'|$$]"), "a[a|b|c|$]c");
  same("aaa".replaceAll("a", (m, i) => i), "012");
  throws(TypeError, () => "a".replaceAll(/a/, ""));
  throws(TypeError, () => "a".startsWith(/a/));
  throws(TypeError, () => "a".matchAll(/a/));
  same("abc".padStart(6, "12"), "121abc");
  same("x".localeCompare("x"), 0);
  same("İ".toLowerCase().length, 2);
  same("ß".toUpperCase(), "SS");
  same("\u1E9B\u0323".normalize("NFKD"), "s\u0323\u0307");
  same(String.raw`\n${1}`, "\\n1");
}

export function regularExpressionState() {
  const r = /a(?<n>b)?/g;
  same(r.exec("ab").groups.n, "b");
  same(r.lastIndex, 2);
  same(r.exec("ab"), null);
  same(r.lastIndex, 0);
  const sticky = /b/y;
  same(sticky.test("ab"), false);
  sticky.lastIndex = 1;
  same(sticky.test("ab"), true);
  list("2020-01".match(/(\d+)-(\d+)/).slice(1), ["2020", "01"]);
  list([..."a1a2".matchAll(/a(\d)/g)].map((m) => m[1] + m.index), ["10", "22"]);
  same("aBC".replace(/b/i, (m) => m + m), "aBBC");
  same(/^.$/u.test("😀"), true);
  same(/(?<=\$)\d+/.exec("a$12")[0], "12");
  same(/a.b/s.test("a\nb"), true);
  same(/(z)((a+)?(b+)?(c))*/.exec("zaacbbbcac").join(), "zaacbbbcac,z,ac,a,,c");
  const custom = { [Symbol.replace]: (s, by) => s + by, [Symbol.split]: (s) => [s], [Symbol.match]: () => "m" };
  list(["x".replace(custom, "y"), "x".split(custom)[0], "x".match(custom)], ["xy", "x", "m"]);
}

export function errorsAndCauses() {
  const e = new Error("m", { cause: 7 });
  list([e.cause, Object.keys(e).length, "cause" in new Error("m"), String(new TypeError()), Error("x") instanceof Error], [7, 0, false, "TypeError", true]);
  same(new AggregateError([1, 2], "m").errors.length, 2);
  same(Error.prototype.toString.call({ name: "N", message: "M" }), "N: M");
  same(Object.getPrototypeOf(TypeError), Error);
  same(Object.hasOwn(new Error(), "message"), false);
  same(new Error(undefined).message, "");
}

export function numbersAsObjects() {
  list([(25).toString(36), (0.5).toString(2), (1e21).toFixed(2), (1.005).toFixed(2), (0).toPrecision(3), (123.456).toPrecision(4), (1234).toExponential(1)],
    ["p", "0.1", "1e+21", "1.00", "0.00", "123.5", "1.2e+3"]);
  list([Number.parseFloat("3.14abc"), parseInt("0x1f"), parseInt("12", 3), parseInt(""), parseInt("1e3"), Number.MAX_SAFE_INTEGER, Number.EPSILON > 0], [3.14, 31, 5, NaN, 1, 9007199254740991, true]);
  throws(RangeError, () => (1).toString(1));
  throws(RangeError, () => (1).toFixed(101));
  throws(TypeError, () => Number.prototype.toString.call("1"));
  list([Math.round(-0.5), Math.round(2.5), Math.max(), Math.min(), Math.sign(-0), Math.hypot(3, 4), Math.max(NaN, 1), Math.atan2(-0, -1)], [-0, 3, -Infinity, Infinity, -0, 5, NaN, -Math.PI]);
  list([Math.trunc(-0.9), Math.cbrt(-8), Math.clz32(1), Math.fround(5.5), Math.imul(0xffffffff, 5), Math.expm1(0), Math.log1p(-1)], [-0, -2, 31, 5.5, -5, 0, -Infinity]);
}
