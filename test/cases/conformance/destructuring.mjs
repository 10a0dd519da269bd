/** ECMA-262, 13.15.5 and 14.3.3: destructuring. */
import { list, same, throws } from "./assert.mjs";

function logged(log, values) {
  let i = 0;
  return {
    [Symbol.iterator]: () => ({
      next: () => (log.push("next"), i < values.length ? { value: values[i++], done: false } : { value: undefined, done: true }),
      return: () => (log.push("return"), {}),
    }),
  };
}

export function onlyAsManyAsNeededAreTaken() {
  const log = [];
  const [a, , b] = logged(log, [1, 2, 3, 4]);
  list([a, b], [1, 3]);
  list(log, ["next", "next", "next", "return"]);
}

export function exhaustedIteratorsAreNotClosed() {
  const log = [];
  const [a, b, c] = logged(log, [1]);
  list([a, b, c], [1, undefined, undefined]);
  list(log, ["next", "next"]);
}

export function restTakesEverything() {
  const log = [];
  const [a, ...rest] = logged(log, [1, 2, 3]);
  list(rest, [2, 3]);
  list(log, ["next", "next", "next", "next"]);
}

export function emptyPatternsStillIterate() {
  const log = [];
  const [] = logged(log, [1]);
  list(log, ["return"]);
  throws(TypeError, () => { const [] = {}; });
  const {} = 5;
  throws(TypeError, () => { const {} = null; });
}

export function defaultsOnlyForUndefined() {
  const [a = 1, b = 2, c = 3] = [undefined, null, 0];
  list([a, b, c], [1, null, 0]);
  let calls = 0;
  const { x = calls++, y = calls++ } = { x: 5 };
  list([x, y, calls], [5, 0, 1]);
  const { p = q, q = 1 } = { p: 2 };
  same(p + q, 3);
  throws(ReferenceError, () => { const { r = s, s = 1 } = {}; });
}

export function errorsInDefaultsCloseTheIterator() {
  const log = [];
  throws(RangeError, () => { const [a = (() => { throw new RangeError(); })()] = logged(log, [undefined, 2]); });
  list(log, ["next", "return"]);
}

export function errorsOfNextDoNotClose() {
  let closed = false;
  const bad = { [Symbol.iterator]: () => ({ next() { throw new RangeError(); }, return() { closed = true; return {}; } }) };
  throws(RangeError, () => { const [a] = bad; });
  same(closed, false);
}

export function keysAndTargetsInOrder() {
  const log = [];
  const source = { get a() { log.push("get a"); return undefined; }, get b() { log.push("get b"); return 1; } };
  const key = (name) => (log.push("key " + name), name);
  const o = {};
  const target = (name) => (log.push("target " + name), o);
  ({ [key("a")]: target("x").x = log.push("default"), [key("b")]: target("y").y } = source);
  list(log, ["key a", "target x", "get a", "default", "key b", "target y", "get b"]);
  list([o.x, o.y], [4, 1]);
}

export function objectRestLeavesOutWhatWasTaken() {
  const s = Symbol();
  const { a, ["b"]: b, ...rest } = { a: 1, b: 2, c: 3, [s]: 4, 5: 6 };
  list(Reflect.ownKeys(rest), ["5", "c", s]);
  const { ...copy } = Object.create({ inherited: 1 }, { own: { value: 2, enumerable: true }, hidden: { value: 3 } });
  list(Object.keys(copy), ["own"]);
  const { length, ...letters } = "hi";
  list([length, letters[0], letters[1]], [2, "h", "i"]);
  const { 0: zero, ...others } = [7, 8];
  list([zero, Object.keys(others).join()], [7, "1"]);
}

export function theValueOfAnAssignmentIsTheSource() {
  let a, b;
  const source = [1, 2];
  same(([a, b] = source), source);
  const object = { a: 5 };
  same(({ a } = object), object);
  same(a, 5);
}

export function swapsAndAliases() {
  let a = 1, b = 2;
  [a, b] = [b, a];
  list([a, b], [2, 1]);
  const list3 = [1, 2, 3];
  [list3[2], list3[0]] = list3;
  list(list3, [2, 2, 1]);
  let c = 0;
  [c, list3[c]] = [1, 9];
  same(list3[1], 9);
}

export function nestedPatterns() {
  const { a: [{ b = 1 } = {}, [c] = [2]], d: { e: { f } } = { e: { f: 3 } } } = { a: [] };
  list([b, c, f], [1, 2, 3]);
  const f2 = ({ x: { y: [z = 4] = [] } = {} } = {}) => z;
  list([f2(), f2({ x: { y: [5] } })], [4, 5]);
  throws(TypeError, () => { const { a: { b } } = {}; });
  throws(TypeError, () => { const [[a]] = [null]; });
}

export function functionsAreNamedByTheirTargets() {
  const { f = () => 1, g: h = function () {}, ...r } = {};
  const [k = class {}] = [];
  list([f.name, h.name, k.name], ["f", "h", "k"]);
  let m, n;
  [m = () => 1] = [];
  ({ n = () => 1 } = {});
  list([m.name, n.name], ["m", "n"]);
  const o = {};
  [o.p = () => 1] = [];
  same(o.p.name, "");
}

export function stringsAndOtherIterables() {
  const [a, b] = "é😀";
  list([a, b], ["é", "😀"]);
  const [[k, v]] = new Map([["x", 1]]);
  list([k, v], ["x", 1]);
  const [x, ...y] = new Set([1, 2, 3]);
  list(y, [2, 3]);
  const [p = 5] = (function* () {})();
  same(p, 5);
}

export function primitivesAreConverted() {
  const { length } = "abc";
  const { toFixed } = 5;
  same(length, 3);
  same(typeof toFixed, "function");
  throws(TypeError, () => { const { a } = undefined; });
  throws(TypeError, () => { const [a] = 5; });
}

export function parametersAndLoops() {
  const f = ({ a, b: { c } }, [d, ...e], ...[g]) => [a, c, d, e.length, g];
  list(f({ a: 1, b: { c: 2 } }, [3, 4, 5], 6), [1, 2, 3, 2, 6]);
  const seen = [];
  for (const { a, b = a } of [{ a: 1 }, { a: 2, b: 3 }]) seen.push(a, b);
  for (const [i, x] of ["p", "q"].entries()) seen.push(i, x);
  for (let [a, b] = [0, 2]; a < b; a++) seen.push(a);
  for (const [first] in { ab: 1, cd: 2 }) seen.push(first);
  list(seen, [1, 1, 2, 3, 0, "p", 1, "q", 0, 1, "a", "c"]);
}

export function assignmentTargetsOfAllKinds() {
  const o = { list: [], set s(v) { this.got = v; } };
  class C { #p = 0; run() { [this.#p, o.list[0], o["k"], o.s] = [1, 2, 3, 4]; ({ x: this.#p = 9, ...o.rest } = { y: 1 }); return this.#p; } }
  same(new C().run(), 9);
  list([o.list[0], o.k, o.got, o.rest.y], [2, 3, 4, 1]);
  let a;
  [...[a, ...o.list]] = [1, 2, 3];
  list([a, ...o.list], [1, 2, 3]);
  [(a)] = [7];
  same(a, 7);
}

export function propertiesOfSourcesAreReadOnce() {
  let reads = 0;
  const { x: { y, z } } = { get x() { reads++; return { y: 1, z: 2 }; } };
  list([y, z, reads], [1, 2, 1]);
}

export function returnThatThrowsOrAnswersWrongly() {
  const make = (back) => ({ [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return: back }) });
  throws(TypeError, () => { const [a] = make(() => 1); });
  throws(RangeError, () => { const [a] = make(() => { throw new RangeError(); }); });
  throws(SyntaxError, () => { const [a = 1, [b] = (() => { throw new SyntaxError(); })()] = { [Symbol.iterator]: () => { let i = 0; return { next: () => ({ value: i++ ? undefined : 1, done: false }), return: () => { throw new RangeError(); } }; } }; });
}
