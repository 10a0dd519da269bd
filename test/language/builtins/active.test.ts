/** Active numbers keep their history through arrays, collections and objects, and act as plain numbers wherever they decide something. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ABSENT } from "../../../src/autodiff/tape.ts";
import { inspect } from "../../../src/language/interpreter/inspect/inspect.ts";
import type { Machine } from "../../../src/language/interpreter/machine.ts";
import { ArrayValue } from "../../../src/language/interpreter/values/arrayValue.ts";
import { Active, type Value } from "../../../src/language/interpreter/values/values.ts";
import { load } from "../program.ts";

/** Three active numbers: 3, 1 and 2. */
function inputs(machine: Machine): Value[] {
  return [3, 1, 2].map((value) => new Active(machine.tape.push(0, ABSENT, ABSENT, value, 0, 0, 0)));
}

interface Result {
  readonly text: string;
  /** Which of the inputs the elements of the result are; -1 for what is none. */
  readonly origins: readonly number[];
}

/** Run a function of the list of inputs, whose result is a list. */
function run(body: string): Result {
  const text = `export const run = (xs) => { ${body} };`;
  const { machine, module } = load("file:///active.js", new Map([["file:///active.js", text]]));
  const list = inputs(machine);
  const nodes = list.map((value) => (value as Active).node);
  const result = machine.call(module.read("run")!(), undefined, [new ArrayValue(machine.intrinsics.array, list)]);
  const elements = result instanceof ArrayValue ? result.elements : [result];
  const origins = elements.map((value) => (value instanceof Active ? nodes.indexOf(value.node) : -1));
  return { text: inspect(machine, result), origins };
}

describe("Numbers stay active", () => {
  const cases: Readonly<Record<string, readonly [text: string, origins: readonly number[]]>> = {
    "return xs.slice().sort((a, b) => a - b)": ["[ 1, 2, 3 ]", [1, 2, 0]],
    "return xs.toSorted()": ["[ 1, 2, 3 ]", [1, 2, 0]],
    "return xs.map((x) => x).reverse()": ["[ 2, 1, 3 ]", [2, 1, 0]],
    "return [[xs[0]], [[xs[1]]]].flat(Infinity)": ["[ 3, 1 ]", [0, 1]],
    "return xs.flatMap((x, i) => [x, i])": ["[ 3, 0, 1, 1, 2, 2 ]", [0, -1, 1, -1, 2, -1]],
    "return [...new Set([xs[0], xs[1], xs[0]])]": ["[ 3, 1 ]", [0, 1]],
    "return [...new Set(xs).entries()].flat()": ["[ 3, 3, 1, 1, 2, 2 ]", [0, 0, 1, 1, 2, 2]],
    "const m = new Map([['a', xs[0]]]); m.set(xs[1], xs[2]); return [m.get('a'), ...m.keys(), ...m.values()]": [
      "[ 3, 'a', 1, 3, 2 ]",
      [0, -1, 1, 0, 2],
    ],
    "return new Map([[1, 'found']]).get(xs[1]) === 'found' && [xs[0]]": ["[ 3 ]", [0]],
    "return Object.values({ ...{ a: xs[0] }, b: xs[1] })": ["[ 3, 1 ]", [0, 1]],
    "return Object.entries({ a: xs[0] })[0]": ["[ 'a', 3 ]", [-1, 0]],
    "return Object.values(Object.fromEntries([['k', xs[2]]]))": ["[ 2 ]", [2]],
    "return Object.values(Object.assign({}, { a: xs[1] }))": ["[ 1 ]", [1]],
    "return Object.values(Object.freeze({ a: xs[1] }))": ["[ 1 ]", [1]],
    "return [Object.getOwnPropertyDescriptor({ a: xs[1] }, 'a').value]": ["[ 1 ]", [1]],
    "return Object.values(structuredClone({ a: xs[1] }))": ["[ 1 ]", [1]],
    "return [Reflect.get({ a: xs[0] }, 'a'), Reflect.apply((x) => x, null, [xs[1]])]": ["[ 3, 1 ]", [0, 1]],
    "return [((...list) => list[1]).apply(null, xs), ((x) => x).bind(null, xs[2])()]": ["[ 1, 2 ]", [1, 2]],
    "return [xs.find((x) => x < 3), xs.findLast((x) => x > 1), xs.at(-1)]": ["[ 1, 2, 2 ]", [1, 2, 2]],
    "return [xs.reduce((a, b) => (a > b ? a : b))]": ["[ 3 ]", [0]],
    "return xs.concat([xs]).flat().slice(2)": ["[ 2, 3, 1, 2 ]", [2, 0, 1, 2]],
    "return xs.with(1, xs[0])": ["[ 3, 3, 2 ]", [0, 0, 2]],
    "return xs.toSpliced(0, 2, xs[2])": ["[ 2, 2 ]", [2, 2]],
    "return Array(2).fill(xs[0])": ["[ 3, 3 ]", [0, 0]],
    "return Array.from(xs, (x) => x)": ["[ 3, 1, 2 ]", [0, 1, 2]],
    "return Array.of(...xs)": ["[ 3, 1, 2 ]", [0, 1, 2]],
    "return [...xs.entries()].map(([, x]) => x)": ["[ 3, 1, 2 ]", [0, 1, 2]],
    "function* g() { for (const x of xs) yield x; } return [...g()]": ["[ 3, 1, 2 ]", [0, 1, 2]],
    "const [a, ...rest] = xs; return [rest[0], a]": ["[ 1, 3 ]", [1, 0]],
    "const e = new Error('m', { cause: xs[0] }); return [e.cause]": ["[ 3 ]", [0]],
    "xs.push(xs.shift()); return xs": ["[ 1, 2, 3 ]", [1, 2, 0]],
    "xs.copyWithin(0, 1); return xs": ["[ 1, 2, 2 ]", [1, 2, 2]],
  };
  for (const [body, [text, origins]] of Object.entries(cases))
    it(body, () => {
      assert.deepEqual(run(body), { text, origins });
    });
});

describe("Numbers are plain where they decide", () => {
  const cases: Readonly<Record<string, string>> = {
    "return [xs.indexOf(3), xs.indexOf(xs[1]), xs.includes(2), xs.lastIndexOf(7)]": "[ 0, 1, true, -1 ]",
    "return [xs.join('-'), String(xs), `${xs[0]}`]": "[ '3-1-2', '3,1,2', '3' ]",
    "return ['abc'.at(xs[1]), ['p', 'q', 'r'].at(xs[2]), ['p', 'q', 'r', 's'][xs[0]]]": "[ 'b', 'r', 's' ]",
    "return [Array(xs[2]).length, Array.from({ length: xs[0] }).length, [1, 2, 3, 4].slice(xs[1], xs[0])]":
      "[ 2, 3, [ 2, 3 ] ]",
    "const list = [1, 2, 3, 4]; list.length = xs[2]; return list": "[ 1, 2 ]",
    "return [Object.is(xs[0], 3), new Set(xs).has(1), new Map([[xs[0], 1]]).has(3)]": "[ true, true, true ]",
    "return [isNaN(xs[0]), isFinite(xs[0]), typeof xs[0], Object.keys({ [xs[0]]: 1 })]":
      "[ false, true, 'number', [ '3' ] ]",
    "return [[1, 2, 3].filter((_, i) => xs[i] - 3), [5, 6].some((_, i) => xs[i] - 1)]": "[ [ 2, 3 ], true ]",
    "return [Object(xs[0]), Object.prototype.toString.call(xs[0]), xs[0].constructor === Number]":
      "[ [Number: 3], '[object Number]', true ]",
    "return [encodeURIComponent(xs[0]), Symbol(xs[0]).description, new Error(xs[0]).message]": "[ '3', '3', '3' ]",
    "return [[1, [2, [3]]].flat(xs[1]), [4, 5, 6].copyWithin(xs[1], xs[2])]": "[ [ 1, 2, [ 3 ] ], [ 4, 6, 6 ] ]",
    "return [Math.max.bind(null, xs[0]).length, new Array(xs[0], xs[1]).length]": "[ 1, 2 ]",
  };
  for (const [body, text] of Object.entries(cases))
    it(body, () => {
      assert.equal(run(body).text, text);
    });
});
