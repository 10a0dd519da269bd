/** Random sequences of array operations, on plain, sparse, restricted and array-like objects, against Node's. */
import fc from "fast-check";
import { it } from "node:test";
import { assertSameTexts } from "../expressions.ts";

const start = fc.constantFrom(
  "[1, 2, 3, 4]",
  "[3, 1, 2]",
  "[1, , 3, , 5]",
  "[]",
  "['b', undefined, 'a', 3, null]",
  "Array(3)",
  "({ length: 3, 0: 1, 2: 3 })",
  "({ length: 2, 0: 'x', 1: [1, [2]] })",
);
const number = fc.constantFrom(
  "0",
  "1",
  "2",
  "3",
  "-1",
  "-2",
  "5",
  "undefined",
  "NaN",
  "Infinity",
  "-Infinity",
  "'1'",
  "1.7",
  "null",
);
const value = fc.constantFrom("1", "2", "'a'", "undefined", "null", "NaN", "-0", "[7, 8]", "({ k: 1 })", "3", "true");
const callback = fc.constantFrom(
  "(x, i) => { seen.push(String(x), i); return x; }",
  "(x) => x > 1",
  "(x, i) => i % 2",
  "(x) => [x, [x]]",
  "(x, i, list) => { if (i === 1) list.length = 1; return x; }",
  "(x, i, list) => { if (i < 3) list[list.length] = 9; return i; }",
  "() => { throw new RangeError('callback'); }",
  "(x, i, list) => { if (i === 0) delete list[1]; return true; }",
);

/** A call of a method of `Array.prototype`, which array-like objects have to borrow. */
function method(name: string, ...args: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  return fc.tuple(...args).map((texts) => `Array.prototype.${name}.call(${["a", ...texts].join(", ")})`);
}

/** Up to two of the last arguments may be missing. */
function optional(name: string, ...args: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> {
  const shorter = [0, 1, 2].filter((missing) => missing <= args.length);
  return fc.oneof(...shorter.map((missing) => method(name, ...args.slice(0, args.length - missing))));
}

const visits = "map filter forEach some every find findLast findIndex findLastIndex flatMap".split(" ");
const own = fc.constantFrom("0", "1", "2", "3");
const isSo = fc.constantFrom("true", "false");

const operation = fc.oneof(
  optional("push", value, value),
  fc.constantFrom("pop", "shift", "reverse", "sort", "toSorted", "toReversed", "keys").chain((name) => method(name)),
  optional("unshift", value, value),
  optional("splice", number, number, value, value),
  optional("toSpliced", number, number, value),
  optional("slice", number, number),
  optional("concat", value, value),
  optional("copyWithin", number, number, number),
  optional("fill", value, number, number),
  optional("indexOf", value, number),
  method("lastIndexOf", value, number),
  optional("includes", value, number),
  optional("join", fc.constantFrom("''", "'-'", "undefined", "0")),
  optional("flat", fc.constantFrom("0", "2", "Infinity")),
  method("at", number),
  method("with", number, value),
  method("sort", fc.constantFrom("(x, y) => (String(x) < String(y) ? 1 : -1)", "(x, y) => x > y", "() => NaN")),
  fc.constantFrom(...visits).chain((name) => method(name, callback)),
  method("reduce", fc.constant("(sum, x, i) => sum + ':' + x + i")),
  method("reduceRight", fc.constant("(sum, x, i) => sum + ':' + x + i"), fc.constant("'start'")),
  fc.constantFrom("0", "1", "3", "7").map((length) => `(a.length = ${length})`),
  fc.tuple(own, value).map(([key, item]) => `(a[${key}] = ${item})`),
  own.map((key) => `delete a[${key}]`),
  own.map((key) => `Object.getOwnPropertyDescriptor(a, ${key})?.writable`),
  fc
    .tuple(own, isSo)
    .map(([key, is]) => `Object.defineProperty(a, ${key}, { get: () => 4, configurable: ${is}, enumerable: true })`),
  fc
    .tuple(own, value, isSo, isSo)
    .map(
      ([key, item, is, can]) =>
        `Object.defineProperty(a, ${key}, { value: ${item}, configurable: ${is}, writable: ${can}, enumerable: true })`,
    ),
  fc.constantFrom(
    "Object.freeze(a)",
    "Object.seal(a)",
    "Object.preventExtensions(a)",
    "Object.isFrozen(a)",
    "Object.isSealed(a)",
  ),
  fc.constantFrom(
    "Array.from(a)",
    "Object.keys(a)",
    "Object.entries(a)",
    "String(a)",
    "[...Array.prototype.entries.call(a)]",
  ),
);

const program = fc
  .tuple(start, fc.array(operation, { minLength: 1, maxLength: 5 }))
  .map(
    ([initial, operations]) =>
      `(() => { const seen = []; const a = ${initial}; const results = []; ` +
      `for (const work of [${operations.map((text) => `() => ${text}`).join(", ")}]) ` +
      "{ try { results.push(work()); } catch (e) { results.push(e.name + ': ' + e.message); } } return [results, a, seen]; })()",
  );

/** V8 forgets that a sealed array's elements cannot be removed when one of them gets attributes of its own. */
function forgetsSeal(text: string): boolean {
  return text.includes("Object.seal") && text.includes("writable: false");
}

it("Random array operations do what they do in Node", () => {
  const seed = Math.trunc(Math.random() * 2 ** 31);
  for (let round = 0; round < 20; round++) {
    const programs = fc.sample(program, { numRuns: 100, seed: seed + round }).filter((text) => !forgetsSeal(text));
    assertSameTexts(programs.join("\n"), `differs with seed ${seed + round}`);
  }
});
