/** Texts that are too deep, too long or too many, and modules that never end: there is an answer for each. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceOf, type Asked } from "../traced.ts";
import { endOf, inFunction } from "./hostileRuns.ts";

describe("Texts of unusual shape", () => {
  const deep: Readonly<Record<string, string>> = {
    "10 000 nested parentheses": `${"(".repeat(10_000)}x${")".repeat(10_000)}`,
    "10 000 nested arrays": `${"[".repeat(10_000)}x${"]".repeat(10_000)}`,
    "10 000 nested functions": `${"(() => ".repeat(10_000)}x${")()".repeat(10_000)}`,
    "10 000 signs": `${"- ".repeat(10_000)}x`,
    "10 000 conditions": `${"x ? x : ".repeat(10_000)}x`,
    "10 000 members": `x${".a".repeat(10_000)}`,
    "10 000 calls": `f${"()".repeat(10_000)}`,
    "10 000 optional members": `x${"?.a".repeat(10_000)}`,
    "10 000 nested templates": `${"`${".repeat(10_000)}x${"}`".repeat(10_000)}`,
    "a 10 000 times negated condition": `${"!".repeat(10_000)}x`,
    "a 100 times negated condition": `${"!".repeat(100)}x`,
    "500 nested spreads": `Math.max(${"...[".repeat(500)}x${"]".repeat(500)})`,
    "10 000 nested objects": `${"{a:".repeat(10_000)}x${"}".repeat(10_000)}`,
    "10 000 assignments": `${"y = ".repeat(10_000)}x`,
    "10 000 powers": `${"x ** ".repeat(10_000)}x`,
    "10 000 commas": `(${"x, ".repeat(10_000)}x)`,
    "10 000 operators && and ||": `${"x && x || ".repeat(10_000)}x`,
  };
  for (const [name, expression] of Object.entries(deep))
    it(name, () => {
      // Some can be run and some cannot; what matters is that there is an answer.
      const codes = endOf(`/** @at x = 1 */ function f(x) { let y; return (${expression}); }`);
      for (const code of codes) assert.match(code, /^(?:syntax\/|budget\/|error\/)/);
    });

  const nestedStatements: Readonly<Record<string, string>> = {
    "10 000 nested blocks": `${"{".repeat(10_000)}${"}".repeat(10_000)}`,
    "10 000 nested conditions": `${"if (x) ".repeat(10_000)};`,
    "10 000 nested loops": `${"for (;;) ".repeat(10_000)}break;`,
    "10 000 labels": `${Array.from({ length: 10_000 }, (_, i) => `l${i}: `).join("")};`,
    "10 000 nested tries": `${"try {".repeat(5_000)}${"} finally {}".repeat(5_000)}`,
    "10 000 nested classes": `${"class A { static { ".repeat(5_000)}${"}}".repeat(5_000)}`,
    "a switch of 20 000 cases": `switch (x) { ${Array.from({ length: 20_000 }, (_, i) => `case ${i}:`).join(" ")} }`,
    "20 000 statements": "x++;".repeat(20_000),
  };
  for (const [name, statement] of Object.entries(nestedStatements))
    it(name, () => {
      const codes = endOf(`/** @at x = 1 */ function f(x) { ${statement} return x; }`);
      for (const code of codes) assert.match(code, /^(?:syntax\/|budget\/|error\/)/);
    });

  it("a thousand parameters and arguments", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    const { result, inputs } = traceOf(`function f(${names.join(", ")}) { return ${names.join(" + ")}; }`);
    assert.deepEqual([inputs.length, result], [1_000, "500500"]);
    const call = `/** @at x = 1 */ function f(x) { return ((...all) => all.length)(${"x, ".repeat(50_000)}x); }`;
    assert.equal(traceOf(call).result, "50001");
  });

  it("a file of 5 MB is answered without being read", () => {
    const text = `${inFunction("")}\n${"const filler = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx';\n".repeat(100_000)}`;
    assert.ok(text.length > 5e6);
    assert.deepEqual(endOf(text), ["syntax/too-long"]);
    assert.deepEqual(
      endOf(`import { k } from "./long";\n${inFunction("return k")}`, { others: { "file:///long.ts": text } }),
      ["module/syntax"],
    );
  });

  it("a string of 1 MB in a small file is no trouble", () => {
    assert.equal(traceOf(inFunction(`const s = "${"y".repeat(1_000_000)}"; return s.length`)).result, "1000000");
  });
});

describe("Modules that never end", () => {
  const files = (text: string): Partial<Asked> => ({ others: { "file:///other.ts": text } });
  const main = `import { k } from "./other";\n${inFunction("return x * k")}`;

  it("at their top level", () => {
    assert.deepEqual(endOf(main, files("export const k = 1; for (;;);")), ["budget/steps"]);
    assert.deepEqual(endOf("while (true) {}\n" + inFunction("")), ["budget/steps"]);
  });

  it("in cycles", () => {
    const cyclic = {
      "file:///a.ts": 'export * from "./b"; export const a = 1;',
      "file:///b.ts": 'export * from "./a"; export const b = 2;',
    };
    const text = `import { a, b } from "./a";\n${inFunction("return x * a * b")}`;
    assert.equal(traceOf(text, { others: cyclic }).result, "2");
    const self = `import { f as again } from "./traced";\nexport ${inFunction("return again(x)").split("\n")[1]!}`;
    assert.deepEqual(endOf(self, { others: { "file:///traced.ts": self } }), ["budget/recursion"]);
    const early = {
      "file:///p.ts": 'import { q } from "./q"; export const p = q + 1;',
      "file:///q.ts": 'import { p } from "./p"; export const q = p + 1;',
    };
    assert.deepEqual(endOf(`import { p } from "./p";\n${inFunction("return p")}`, { others: early }), ["error/thrown"]);
    const star = { "file:///s.ts": 'export * from "./s";' };
    assert.deepEqual(endOf(`import { no } from "./s";\n${inFunction("return no")}`, { others: star }).length, 1);
  });

  it("in what a tag, a default or an outer function computes", () => {
    assert.deepEqual(endOf("/** @at x = (() => { for (;;); })() */ function f(x: number) { return x; }"), [
      "budget/steps",
    ]);
    assert.deepEqual(endOf("function f(x = (() => { for (;;); })()) { return x; }"), ["budget/steps"]);
    assert.deepEqual(
      endOf("function outer(n = 1) { for (;;); const f = (x: number) => x; return f(n); }", {
        name: "outer.f",
      }),
      ["budget/steps"],
    );
  });
});
