/** Built-in functions that the oldest Node on which these tests run has not; what they give was taken from Node 24. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ourTexts } from "../expressions.ts";
import { gradientOf, traceOf } from "../traced.ts";

const cases: readonly (readonly [expression: string, printed: string])[] = [
  ["[1, 2, 3, 4].values().map((x, i) => x * i).toArray()", "[ 0, 2, 6, 12 ]"],
  ["[1, 2, 3, 4].values().filter((x) => x % 2).toArray()", "[ 1, 3 ]"],
  ["[1, 2, 3, 4].values().drop(1).take(2).toArray()", "[ 2, 3 ]"],
  ["[1, 2].values().flatMap((x) => [x, [x]]).toArray()", "[ 1, [ 1 ], 2, [ 2 ] ]"],
  ["[1, 2, 3].values().reduce((a, b) => a + b)", "6"],
  ["[1, 2, 3].values().reduce((a, b) => a + b, 10)", "16"],
  ["[1, 2, 3].values().some((x) => x > 2)", "true"],
  ["[1, 2, 3].values().every((x) => x > 2)", "false"],
  ["[1, 2, 3].values().find((x) => x > 1)", "2"],
  ["(() => { let s = 0; new Set([1, 2]).values().forEach((x) => { s += x; }); return s; })()", "3"],
  [
    "Iterator.from({ next() { return { done: (this.n = (this.n ?? 0) + 1) > 3, value: this.n }; } }).toArray()",
    "[ 1, 2, 3 ]",
  ],
  ["Iterator.from('ab').toArray()", "[ 'a', 'b' ]"],
  [
    "(() => { class Count extends Iterator { n = 0; next() { return { done: this.n > 2, value: this.n++ }; } } return new Count().map((x) => x * 2).toArray(); })()",
    "[ 0, 2, 4 ]",
  ],
  [
    "(() => { const closed = []; const it = { __proto__: Iterator.prototype, next() { return { value: 1 }; }, return() { closed.push(1); return {}; } }; for (const x of it.map((x) => x)) break; it.some((x) => x === 1); it.take(0).next(); try { it.map(); } catch {} try { it.take(-1); } catch {} return closed.length; })()",
    "5",
  ],
  [
    "(() => { const it = { __proto__: Iterator.prototype, next() { return { value: 1 }; } }; const helper = it.map((x) => x); helper.next(); return [helper.return(), helper.next()]; })()",
    "[ { value: undefined, done: true }, { value: undefined, done: true } ]",
  ],
  ["[1].values().map()", "TypeError: undefined is not a function"],
  ["[1].values().take(NaN)", "RangeError: NaN must be positive"],
  ["[1].values().drop(-1)", "RangeError: -1 must be positive"],
  ["[1].values().flatMap(() => 1).toArray()", "TypeError: Iterator.prototype.flatMap called on non-object"],
  ["[].values().reduce((a) => a)", "TypeError: Reduce of a done iterator with no initial value"],
  ["Iterator.from(1)", "TypeError: Iterator.from called on non-object"],
  ["new Iterator()", "TypeError: Abstract class Iterator not directly constructable"],
  [
    "(() => { let h; h = [1].values().map(() => h.next()); return h.next(); })()",
    "TypeError: Generator is already running",
  ],
  [
    "Object.groupBy([1, 2, 3], (x, i) => (i > 0 ? 'late' : 'early'))",
    "[Object: null prototype] { early: [ 1 ], late: [ 2, 3 ] }",
  ],
  ["Map.groupBy([1, 2, 3], (x) => x % 2)", "Map(2) { 1 => [ 1, 3 ], 0 => [ 2 ] }"],
  ["Object.groupBy(null, (x) => x)", "TypeError: Object.groupBy called on null or undefined"],
  ["Object.groupBy([1], 1)", "TypeError: 1 is not a function"],
  ["new Set([1, 2, 3]).union(new Set([3, 4]))", "Set(4) { 1, 2, 3, 4 }"],
  ["new Set([1, 2, 3]).intersection(new Set([3, 2, 9, 8]))", "Set(2) { 2, 3 }"],
  ["new Set([1, 2, 3]).intersection(new Set([3, 2]))", "Set(2) { 3, 2 }"],
  ["new Set([1, 2, 3]).difference(new Set([3, 4]))", "Set(2) { 1, 2 }"],
  ["new Set([1, 2, 3]).symmetricDifference(new Map([[3, 0], [4, 0]]))", "Set(3) { 1, 2, 4 }"],
  ["new Set([1]).isSubsetOf(new Set([1, 2]))", "true"],
  ["new Set([1, 2]).isSupersetOf(new Set([3]))", "false"],
  ["new Set([1, 2]).isDisjointFrom(new Set([3]))", "true"],
  ["new Set().union([1])", "TypeError: The .size property is NaN"],
  ["new Set().union(1)", "TypeError: Set.prototype.union argument must be an object"],
  ["new Set().union({ size: -1, has() {}, keys() {} })", "RangeError: '-1' is an invalid size"],
  ["Math.f16round(1.337)", "1.3369140625"],
];

describe("Newer built-in functions", () => {
  it("give what Node 24 gives", () => {
    assert.deepEqual(
      ourTexts(cases.map(([expression]) => expression)).map((text, index) => [cases[index]![0], text]),
      cases,
    );
  });

  it("keep numbers active", () => {
    const sum = "[x, x * x].values().map((v) => v * 3).filter((v) => v > 0).take(5).reduce((a, b) => a + b)";
    assert.deepEqual(gradientOf(traceOf(`/** @at x = 2 */\nfunction f(x) { return ${sum}; }`)), [15]);
    const grouped = "Object.groupBy([x, x ** 2], (v) => (v > 3 ? 'big' : 'small')).big[0]";
    assert.deepEqual(gradientOf(traceOf(`/** @at x = 2 */\nfunction f(x) { return ${grouped}; }`)), [4]);
    const joined = "[...new Set([x]).union(new Set([x * 5]))].reduce((a, b) => a * b)";
    assert.deepEqual(gradientOf(traceOf(`/** @at x = 2 */\nfunction f(x) { return ${joined}; }`)), [20]);
  });
});
