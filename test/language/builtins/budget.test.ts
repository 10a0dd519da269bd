/** Built-in functions that are asked for too much end the run soon, with a reason, and never with an exception of the host's. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Stop } from "../../../src/language/interpreter/meter.ts";
import { Thrown } from "../../../src/language/interpreter/values/values.ts";
import { load } from "../program.ts";

const BUDGET = { steps: 5e5, nodes: 1e6, time: 10_000, memory: 32e6 };

/** The code of the finding that a function's body ends with, or the name of the exception. */
function endOf(body: string): string {
  const text = `export const run = () => { ${body} };`;
  const { machine, module } = load("file:///hostile.js", new Map([["file:///hostile.js", text]]), BUDGET);
  try {
    machine.call(module.read("run")!(), undefined, []);
    return "nothing";
  } catch (error) {
    if (error instanceof Stop) return error.finding.code;
    if (error instanceof Thrown) return error.reason?.finding.code ?? "exception";
    if (error instanceof RangeError && error.message === "Maximum call stack size exceeded") return "exception";
    throw error;
  }
}

const tooMuch = [
  "new Array(1e9)",
  "Array(4294967295).fill(0)",
  "const a = []; a.length = 4e9;",
  "const a = []; a[4294967290] = 1; a.forEach(() => 0);",
  "const a = []; a[4294967290] = 1; a.join('')",
  "const a = []; a[4294967290] = 1; a.sort()",
  "const a = []; a[4294967290] = 1; a.reverse()",
  "const a = []; a[4294967290] = 1; a.indexOf(2)",
  "const a = []; a[4294967290] = 1; a.map(x => x)",
  "const a = []; a[4294967290] = 1; [...a]",
  "const a = []; a[4294967290] = 1; a.concat(a)",
  "const a = []; a[4294967290] = 1; a.toSorted()",
  "const a = []; a[4294967290] = 1; a.flat()",
  "const a = []; a[4294967290] = 1; a.copyWithin(0, 5)",
  "const a = []; a[4294967290] = 1; a.lastIndexOf(5)",
  "const a = []; a[4294967290] = 1; a.unshift(1, 2)",
  "const a = []; a[4294967290] = 1; a.splice(0, 4000000000)",
  "Array.from({ length: 1e9 })",
  "Array.from({ length: 1e9 }, (_, i) => i)",
  "for (;;) [].push(1);",
  "Array.prototype.fill.call({ length: 2 ** 50 }, 1)",
  "Array.prototype.reverse.call({ length: 2 ** 50 })",
  "Array.prototype.join.call({ length: 2 ** 50 }, 'x')",
  "Array.prototype.includes.call({ length: 2 ** 50 }, 1)",
  "Array.prototype.reduceRight.call({ length: 2 ** 50 }, (a) => a, 0)",
  "Array.prototype.splice.call({ length: 2 ** 50 }, 0, 1)",
  "let a = [1]; for (;;) a = a.concat(a);",
  "let a = [1]; for (;;) a.push(...a);",
  "let a = [1]; for (;;) a = a.flatMap(x => [x, x]);",
  "const a = [1]; a.forEach(function each(x) { a.push(x); }); for (const x of a) a.push(x);",
  "const m = new Map(); for (let i = 0; ; i++) m.set(i, i);",
  "const s = new Set([1]); for (const x of s) { s.delete(x); s.add(x); }",
  "const s = new Set([0]); s.forEach(x => s.add(x + 1));",
  "new Set({ [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) })",
  "new Map({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: [{}, 1] }) }) })",
  "Object.fromEntries({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: ['k', 1] }) }) })",
  "let o = {}; for (;;) o = Object.assign({}, o, { [Object.keys(o).length]: 1 });",
  "for (;;) Symbol();",
  "for (;;) console.log('x'.repeat(1000));",
  "Object.keys('x'.repeat(30e6))",
  "Object.entries(new Array(7e6).fill(0))",
  "let f = () => 1; for (;;) f = f.bind();",
  "const big = 'x'.repeat(1e6); Array(1000).fill(big).join('')",
  "const big = 'x'.repeat(1e6); encodeURIComponent(Array(20).fill(big).join(''))",
  "const a = Array.from({ length: 3000 }, (_, i) => i); for (;;) a.sort((x, y) => y - x).reverse();",
];

const exceptions = [
  "let f = () => 1; for (let i = 0; i < 2e4; i++) f = f.bind(); f()",
  "Math.max.apply(null, { length: 2 ** 40 })",
  "const f = () => f.call(); f()",
  "const f = () => f.apply(null, []); f()",
  "const f = () => [1].map(f); f()",
  "let a = []; for (let i = 0; i < 2e4; i++) a = [a]; String(a)",
  "let a = []; for (let i = 0; i < 2e4; i++) a = [a]; a.flat(Infinity)",
  "let a = []; for (let i = 0; i < 2e4; i++) a = [a]; structuredClone(a)",
  "const o = { get x() { return this.x; } }; o.x",
  "const o = { toString() { return String(this); } }; String(o)",
  "class A extends Array { constructor(...a) { super(...a); this.map(x => x); } } new A(1, 2)",
  "Reflect.construct(class A { constructor() { Reflect.construct(A, []); } }, [])",
];

const unsupported: Readonly<Record<string, string>> = {
  "Function('return 1')()": "unsupported/eval",
  "new Function('return 1')": "unsupported/eval",
  "(() => 1).constructor('return globalThis')()": "unsupported/eval",
  "[].map.constructor('return 1')": "unsupported/eval",
  "({}).constructor.constructor('return process')()": "unsupported/eval",
  "(function* () {}).constructor('yield 1')": "unsupported/eval",
  "Reflect.construct(Function, ['return 1'])": "unsupported/eval",
  "eval('1')": "unsupported/eval",
  "(0, eval)('1')": "unsupported/eval",
  "globalThis.eval('1')": "unsupported/eval",
  "fetch('x')": "unsupported/network",
  "setTimeout(() => 1)": "unsupported/async",
  "Promise.resolve(1)": "unsupported/async",
  "process.exit()": "unsupported/file-system",
  "require('fs')": "unsupported/file-system",
  "document.title": "unsupported/dom",
  "window.alert('x')": "unsupported/dom",
};

describe("What is too much ends the run", () => {
  for (const body of tooMuch)
    it(body, () => {
      assert.match(endOf(body), /^budget\/(steps|memory)$/);
    });
});

describe("What calls itself without end is an exception of the program's", () => {
  for (const body of exceptions)
    it(body, () => {
      assert.equal(endOf(body), "exception");
    });
});

describe("What cannot be done ends the run with a reason", () => {
  for (const [body, code] of Object.entries(unsupported))
    it(body, () => {
      assert.equal(endOf(body), code);
    });

  it("but can be asked for", () => {
    const names = "window document process module require fetch".split(" ");
    const text = `export const run = () => [${names.map((name) => `typeof ${name}`).join(", ")}].join();`;
    const { machine, module } = load("file:///asked.js", new Map([["file:///asked.js", text]]));
    assert.equal(machine.call(module.read("run")!(), undefined, []), names.map(() => "undefined").join());
  });
});
