import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse, syntaxErrors } from "../../../src/language/parse.ts";
import { writtenName } from "../../../src/language/text/functionNames.ts";
import { functionAt, functionInfo, functionNamed, functionsOf } from "../../../src/language/text/functions.ts";

const names = (text: string, uri = "file:///a.ts"): string[] =>
  functionsOf(parse(uri, text)).map(({ signature }) => signature);

describe("functionsOf", () => {
  it("finds declarations, arrows, function expressions and default exports", () => {
    assert.deepEqual(
      names(`
        export function a(x: number, { y, z }: P, [u = 1]: number[] = [2], ...rest: number[]): number { return x; }
        const b = (x) => x, c = function named(x) { return x; };
        export let d = ((x: number) => x) as F;
        var e = async x => x;
        late = (x) => x;
        function* g() {}
        declare function none(x: number): number;
        export default (x, y) => x * y;`),
      ["a(x, { y, z }, [u = 1], ...rest)", "b(x)", "c(x)", "d(x)", "e(x)", "late(x)", "g()", "default(x, y)"],
    );
    assert.deepEqual(names("export default function (x) { return x; }"), ["default(x)"]);
    assert.deepEqual(names("export default function f(x) { return x; }"), ["f(x)"]);
  });

  it("finds the members of classes, with constructors, getters, statics and function fields", () => {
    assert.deepEqual(
      names(`
        abstract class Vec { 
          constructor(readonly x: number) {}
          get size() { return 1; }
          set size(v) {}
          len(p: number) { return p; }
          static zero() { return 0; }
          scale = (k: number) => k * this.x;
          #secret() { return 1; }
          [Symbol.iterator]() { return 1; }
          "quoted name"() { return 1; }
          abstract area(): number;
          over(a: string): void;
          over(a: number) {}
        }
        const Named = class Inner { m() {} };
        export default class { n() {} }`),
      [
        "new Vec(x)",
        "Vec.size",
        "Vec.len(p)",
        "Vec.zero()",
        "Vec.scale(k)",
        "Vec.#secret()",
        "Vec.[Symbol.iterator]()",
        "Vec.quoted name()",
        "Vec.over(a)",
        "Named.m()",
        "default.n()",
      ],
    );
  });

  it("finds methods of object literals, what CommonJS exports, and functions of namespaces", () => {
    assert.deepEqual(
      names(`
        const shapes = { circle: { area(r) { return r; } }, square: (a) => a * a, get one() { return 1; } };
        namespace N.M { export function f() {} }
        module.exports.g = function (x) { return x; };
        exports.h = (x) => x;
        Vec.prototype.len = function () { return 1; };
        module.exports = function (x) {};`),
      ["shapes.circle.area(r)", "shapes.square(a)", "shapes.one", "N.M.f()", "g(x)", "h(x)", "Vec.len()", "default(x)"],
    );
  });

  it("names functions in functions by what is around them, and says what that is", () => {
    const file = parse(
      "file:///a.ts",
      `function outer(a) {
         const inner = (b) => { function deep(c) { return c; } return deep(b); };
         class Local { m() { return 1; } }
         return { value: () => a };
       }
       describe(() => { function free(x) { return x; } });`,
    );
    assert.deepEqual(
      functionsOf(file).map(({ name, outer, enclosing }) => [name, outer?.name, enclosing === undefined]),
      [
        ["outer", undefined, true],
        ["outer.inner", "outer", false],
        ["outer.inner.deep", "outer.inner", false],
        ["outer.Local.m", "outer", false],
        ["outer.value", "outer", false],
        ["free", undefined, false],
      ],
    );
  });

  it("says how each is called and what its `this` is", () => {
    const file = parse(
      "file:///a.ts",
      `class C { constructor() {} m() {} static s() {} get g() { return 1; } }
       const o = { p: { f() {} }, "a b": { h() {} } };
       function f() { return { k() {} }; }`,
    );
    assert.deepEqual(
      functionsOf(file).map(({ call, key, owner }) => [
        call,
        key,
        owner?.kind === "class"
          ? `${owner.name}${owner.isStatic ? " static" : ""}`
          : owner?.kind === "object"
            ? owner.path
            : owner?.text,
      ]),
      [
        ["constructor", "constructor", "C"],
        ["method", "m", "C"],
        ["method", "s", "C static"],
        ["getter", "g", "C"],
        ["method", "f", "o.p"],
        ["method", "h", 'o["a b"]'],
        ["plain", "f", undefined],
        ["method", "k", undefined],
      ],
    );
  });

  it("places a function, its name and its tag", () => {
    const text = "let a;\n/** @at x = 1 */\nexport const f = (x: number) => x;\nexport default (y) => y;";
    const [f, other] = functionsOf(parse("file:///a.ts", text)).map(functionInfo);
    const at = (part: string): object => ({
      file: "file:///a.ts",
      start: text.indexOf(part),
      end: text.indexOf(part) + part.length,
    });
    assert.deepEqual(f, {
      name: "f",
      signature: "f(x)",
      place: at("export const f = (x: number) => x;"),
      namePlace: { file: "file:///a.ts", start: text.indexOf("f ="), end: text.indexOf("f =") + 1 },
      tagged: true,
    });
    assert.deepEqual([other?.namePlace, other?.tagged], [at("(y)"), false]);
  });

  it("reads tags above overloads, after a blank line, and not from another function's comment", () => {
    const tagged = (text: string): boolean[] => functionsOf(parse("file:///a.ts", text)).map((found) => found.tagged);
    assert.deepEqual(tagged("// @at x = 1\nfunction f(x: string): void;\nfunction f(x: any) {}"), [true]);
    assert.deepEqual(tagged("/* @wrt x */\n\nfunction f(x) {}"), [true]);
    assert.deepEqual(tagged("// @at x = 1\n// function old(x) {}\n\n// The new one.\nfunction f(x) {}"), [false]);
    assert.deepEqual(tagged("// Look at x@at.org, an @attribute.\nfunction f(x) {}"), [false]);
    assert.deepEqual(tagged("class A {\n  // @at this = new A()\n  m() {}\n}"), [true]);
    assert.deepEqual(tagged("/**\n * Text.\n *   @at x = 1\n */\nconst f = (x) => x;"), [true]);
  });

  it("finds whole functions beside a broken one", () => {
    const file = parse("file:///a.ts", "function broken(x { return x * ; }\nfunction whole(y) { return y; }");
    assert.ok(syntaxErrors(file).length > 0);
    assert.ok(functionNamed(file, "whole") !== undefined);
  });

  it("walks a tree that is deeper than the stack", () => {
    assert.deepEqual(names(`const a = ${"1 + ".repeat(200_000)}1; function f() {}`, "file:///sum.ts"), ["f()"]);
  });
});

describe("functionAt and functionNamed", () => {
  const text =
    "// @at a = 1\nfunction f(a) { return xs.map((x) => x * g(x)); function g(b) { return b; } }\nclass C { constructor(k) {} }\n";
  const file = parse("file:///a.ts", text);

  it("answers the innermost function, of which its comment is a part", () => {
    const at = (part: string): string | undefined => functionAt(file, text.indexOf(part))?.name;
    assert.deepEqual([at("@at"), at("x * g"), at("return b"), at("class")], ["f", "f", "f.g", undefined]);
  });

  it("finds by whole name, by a last part that is unique, by class, and by default", () => {
    const named = (name: string): string | undefined => functionNamed(file, name)?.name;
    assert.deepEqual(
      [named("f"), named("f.g"), named("g"), named("C"), named("x")],
      ["f", "f.g", "f.g", "C.constructor", undefined],
    );
    const twice = parse(
      "file:///b.ts",
      "class A { m() {} } class B { m() {} } function h() {} export { h as default };",
    );
    assert.deepEqual([functionNamed(twice, "m"), functionNamed(twice, "default")?.name], [undefined, "h"]);
  });

  it("numbers what the code calls the same, so that each can be found by its name", () => {
    const source = [
      "const a = () => { const f = (x) => x; const g = (x) => x; return f; };",
      "{ const f = (x) => x; }",
      "{ const f = (x) => x * x; }",
      "class C { get v() { return 1; } static get v() { return 2; } }",
      "",
    ].join("\n");
    const same = parse("file:///same.ts", source);
    const all = functionsOf(same).map(({ name }) => name);
    assert.deepEqual(all, ["a", "a.f", "a.g", "f", "f (2)", "C.v", "C.v (2)"]);
    assert.equal(functionNamed(same, "f (2)")?.node.getText(), "(x) => x * x");
    assert.equal(functionNamed(same, "f (2)")?.signature, "f(x)");
    assert.equal(functionNamed(same, "f (3)"), undefined);
    const second = functionNamed(same, "f (2)")!.namePlace.start;
    assert.equal(functionNamed(same, "f", second)?.name, "f (2)");
    assert.equal(functionNamed(same, "g", second)?.name, "a.g");
    assert.equal(functionNamed(same, "f", second + 1)?.name, "f");
    assert.deepEqual(all.map(writtenName), ["a", "a.f", "a.g", "f", "f", "C.v", "C.v"]);
  });
});
