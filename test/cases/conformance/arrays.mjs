/** ECMA-262, 23.1: arrays. */
import { list, same, throws } from "./assert.mjs";

export function lengthAndIndices() {
  const a = [];
  a[5] = 1;
  same(a.length, 6);
  a.length = 2;
  same(5 in a, false);
  a["3"] = 1;
  same(a.length, 4);
  a["03"] = 1;
  a[1.5] = 1;
  a[-1] = 1;
  a[4294967295] = 1;
  same(a.length, 4);
  throws(RangeError, () => { a.length = -1; });
  throws(RangeError, () => { a.length = 1.5; });
  a.length = { valueOf: () => 1 };
  same(a.length, 1);
  throws(TypeError, () => { Object.freeze([1]).length = 0; });
  throws(TypeError, () => Object.freeze([]).push(1));
}

export function lengthOfSealedElements() {
  const a = [1, 2, 3];
  Object.defineProperty(a, 1, { configurable: false });
  throws(TypeError, () => { a.length = 0; });
  same(a.length, 2);
  const b = [1];
  Object.defineProperty(b, "length", { writable: false });
  throws(TypeError, () => { b[1] = 2; });
  throws(TypeError, () => b.push(2));
  same(b.length, 1);
}

export function constructor() {
  same(new Array(3).length, 3);
  same(new Array("3").length, 1);
  same(Array(1, 2).length, 2);
  throws(RangeError, () => new Array(-1));
  throws(RangeError, () => new Array(1.5));
  list(Array.of(3), [3]);
}

export function fromIterablesAndArrayLikes() {
  list(Array.from("a😀"), ["a", "😀"]);
  list(Array.from({ length: 2, 0: "x" }), ["x", undefined]);
  list(Array.from(new Set([1, 2]), (x, i) => x * 10 + i), [10, 21]);
  list(Array.from([1, , 3]), [1, undefined, 3]);
  list(Array.from({ length: 3 }, function () { return this.k; }, { k: 7 }), [7, 7, 7]);
  throws(TypeError, () => Array.from(null));
  throws(TypeError, () => Array.from([], 1));
  class C { constructor(...args) { this.args = args; } }
  list(Array.from.call(C, { length: 1, 0: 5 }).args, [1]);
  same(Array.of.call(C, 1, 2).length, 2);
}

export function callbacksSkipHoles() {
  const a = [1, , 3];
  let calls = 0;
  a.forEach(() => calls++);
  same(calls, 2);
  same(1 in a.map((x) => x), false);
  same(a.every((x) => x !== undefined), true);
  same(a.some((x) => x === undefined), false);
  same(a.reduce((n) => n + 1, 0), 2);
  list(a.filter(() => true), [1, 3]);
  same(a.indexOf(undefined), -1);
}

export function laterMethodsSeeHolesAsUndefined() {
  const a = [1, , 3];
  same(a.includes(undefined), true);
  same(a.findIndex((x) => x === undefined), 1);
  same(a.find((x, i) => i === 1), undefined);
  list([...a.keys()], [0, 1, 2]);
  same(a.join("-"), "1--3");
  list(a.toSorted(), [1, 3, undefined]);
  same(1 in a.toReversed(), true);
  same(1 in a.with(0, 9), true);
  list(a.flat(), [1, 3]);
  same(1 in a.slice(), false);
  same(1 in a.concat([4]), false);
  same(1 in [...a], true);
}

export function sortIsStableAndPutsUndefinedLast() {
  const people = [["b", 1], ["a", 2], ["b", 3], ["a", 4]];
  list(people.sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)).map(([, n]) => n), [2, 4, 1, 3]);
  const a = [3, undefined, 1, , 2];
  a.sort();
  same(a.length, 5);
  list(a.slice(0, 4), [1, 2, 3, undefined]);
  same(4 in a, false);
  list([10, 9, 1].sort(), [1, 10, 9]);
  list(["b", "a", "C"].sort(), ["C", "a", "b"]);
  list([3, 1, 2].sort(undefined), [1, 2, 3]);
  throws(TypeError, () => [].sort(null));
  throws(RangeError, () => [2, 1].sort(() => { throw new RangeError(); }));
  list([5, 25, 100, 1].sort((x, y) => "" + (x - y)), [1, 5, 25, 100]);
}

export function reduceWithoutStart() {
  same([1, 2, 3].reduce((x, y) => x - y), -4);
  same([1, 2, 3].reduceRight((x, y) => x - y), 0);
  same([, 5].reduce(() => 0), 5);
  throws(TypeError, () => [].reduce((x) => x));
  throws(TypeError, () => [, ,].reduce((x) => x));
  const seen = [];
  [7, 8].reduce((...args) => (seen.push(args.length, args[2]), 0), 0);
  list(seen, [4, 0, 4, 1]);
}

export function callbacksMayChangeTheArray() {
  const a = [1, 2, 3];
  const seen = [];
  a.forEach((x, i) => { seen.push(x); if (i === 0) { a.push(9); a.pop(); a.splice(1, 1); } });
  list(seen, [1, 3]);
  const b = [1, 2];
  list(b.map((x) => (b.push(x), x)), [1, 2]);
  same(b.length, 4);
}

export function spliceInAllForms() {
  const a = [1, 2, 3, 4, 5];
  list(a.splice(1, 2, "x"), [2, 3]);
  list(a, [1, "x", 4, 5]);
  list(a.splice(-1), [5]);
  list(a.splice(), []);
  list(a.splice(undefined), [1, "x", 4]);
  const b = [1, 2, 3];
  b.splice(1, 0, 8, 9);
  list(b, [1, 8, 9, 2, 3]);
  b.splice(0, 100);
  same(b.length, 0);
}

export function sliceAndAtCountFromTheEnd() {
  const a = [1, 2, 3, 4];
  list(a.slice(-2), [3, 4]);
  list(a.slice(1, -1), [2, 3]);
  list(a.slice(3, 1), []);
  list([a.at(-1), a.at(4), a.at(-5), a.at("1"), a.at(NaN)], [4, undefined, undefined, 2, 1]);
}

export function searchingForNaNAndZero() {
  same([NaN].indexOf(NaN), -1);
  same([NaN].includes(NaN), true);
  same([-0].indexOf(0), 0);
  same([1, 2, 1].lastIndexOf(1), 2);
  same([1, 2, 1].lastIndexOf(1, -2), 0);
  same([1, 2, 3].indexOf(1, 1), -1);
  same(["1"].includes(1), false);
  same([1, 2, 3].findLast((x) => x < 3), 2);
  same([1].findLastIndex((x) => x > 3), -1);
}

export function concatSpreadsArraysAndWhoeverSays() {
  list([1].concat(2, [3, [4]]).flat(), [1, 2, 3, 4]);
  same([].concat({ length: 1, 0: "a" }).length, 1);
  list([].concat({ length: 1, 0: "a", [Symbol.isConcatSpreadable]: true }), ["a"]);
  const a = [1, 2];
  a[Symbol.isConcatSpreadable] = false;
  same([].concat(a).length, 1);
}

export function flatAndFlatMap() {
  list([1, [2, [3, [4]]]].flat(2).slice(0, 3), [1, 2, 3]);
  same([[[[1]]]].flat(Infinity)[0], 1);
  list([1, 2].flatMap((x) => [x, [x]]).map((x) => typeof x), ["number", "object", "number", "object"]);
  same([[1]].flat(0)[0].length, 1);
}

export function fillAndCopyWithin() {
  list([1, 2, 3, 4].fill(0, 1, -1), [1, 0, 0, 4]);
  list([1, 2, 3, 4, 5].copyWithin(0, 3), [4, 5, 3, 4, 5]);
  list([1, 2, 3, 4, 5].copyWithin(1, 0, 3), [1, 1, 2, 3, 5]);
  const sparse = [1, , 3].copyWithin(0, 1);
  same(0 in sparse, false);
}

export function shiftAndUnshift() {
  const a = [1, , 3];
  same(a.shift(), 1);
  same(0 in a, false);
  same(a.unshift("x", "y"), 4);
  list([a[0], a[1], 2 in a, a[3]], ["x", "y", false, 3]);
  same([].shift(), undefined);
  same([].pop(), undefined);
}

export function reverseKeepsHoles() {
  const a = [1, , 3, 4];
  a.reverse();
  list([a[0], a[1], 2 in a, a[3]], [4, 3, false, 1]);
}

export function copyingMethodsCheckTheirRange() {
  throws(RangeError, () => [1].with(1, 0));
  throws(RangeError, () => [1].with(-2, 0));
  list([1, 2, 3].with(-1, 9), [1, 2, 9]);
  list([1, 2, 3].toSpliced(1, 1, "a", "b"), [1, "a", "b", 3]);
  list([3, 1].toSorted(), [1, 3]);
  throws(TypeError, () => [1].toSorted(1));
}

export function methodsWorkOnArrayLikes() {
  const o = { length: 2, 0: "a", 1: "b" };
  same(Array.prototype.join.call(o), "a,b");
  list(Array.prototype.map.call(o, (x) => x + x), ["aa", "bb"]);
  same(Array.prototype.push.call(o, "c"), 3);
  same(o[2], "c");
  Array.prototype.splice.call(o, 0, 1);
  list([o.length, o[0], "2" in o], [2, "b", false]);
  list(Array.prototype.filter.call("abc", (x) => x > "a"), ["b", "c"]);
  throws(TypeError, () => Array.prototype.map.call(null, (x) => x));
  same(Array.prototype.concat.call(1, 2).length, 2);
  same(Array.prototype.includes.call({ length: 2 ** 53 - 1, 0: 1 }, 1), true);
}

export function textsOfArrays() {
  same(String([1, [2, null], undefined, "x"]), "1,2,,,x");
  const cyclic = [1];
  cyclic.push(cyclic);
  same(String(cyclic), "1,");
  same([1, 2].join(undefined), "1,2");
  same(Array.prototype.toString.call({ join: () => "j" }), "j");
  same(Array.prototype.toString.call({}), "[object Object]");
}

export function speciesAndConstructors() {
  const a = [1, 2];
  a.constructor = { [Symbol.species]: function (n) { return { made: n, length: 0 }; } };
  same(a.map((x) => x).made, 2);
  a.constructor = undefined;
  same(Array.isArray(a.map((x) => x)), true);
  a.constructor = 1;
  throws(TypeError, () => a.map((x) => x));
}

export function accessorsAsElements() {
  const a = [1, 2, 3];
  let reads = 0;
  Object.defineProperty(a, 1, { get: () => (reads++, "g"), enumerable: true, configurable: true });
  list(a.map((x) => x), [1, "g", 3]);
  list([...a], [1, "g", 3]);
  list(a.slice(1, 2), ["g"]);
  same(reads, 3);
  throws(TypeError, () => { a[1] = 5; });
  same(a.indexOf("g"), 1);
}

export function elementsOfThePrototypeShowThroughHoles() {
  Array.prototype[1] = "proto";
  const a = [0, , 2];
  const seen = [a[1], a.indexOf("proto"), a.join(), a.includes("proto")];
  delete Array.prototype[1];
  list(seen, ["proto", 1, "0,proto,2", true]);
}

export function entriesAndKeys() {
  list([...[5, 6].entries()].flat(), [0, 5, 1, 6]);
  same(Array.prototype[Symbol.iterator], Array.prototype.values);
  list(Object.keys(Array.prototype[Symbol.unscopables]).slice(0, 3), ["at", "copyWithin", "entries"]);
}

export function longArraysByConstruction() {
  const a = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1000);
  same(a.sort((x, y) => x - y).every((x, i) => x === i), true);
  same(a.reduce((x, y) => x + y), 499500);
}
