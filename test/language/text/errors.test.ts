/** The errors that are found before a text runs: Node refuses what is refused here, and nothing else of these texts. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { describe, it } from "node:test";
import { parseNew } from "../../../src/language/parse.ts";
import { textErrors } from "../../../src/language/text/errors.ts";
import { findingsOf, traceOf } from "../traced.ts";

/** Texts with an error, its place between `«` and `»`, and what is said of it. */
const WRONG_SCRIPTS: readonly (readonly [text: string, message: string])[] = [
  ["let a; let «a»;", "`a` is declared twice."],
  ["let a; { var «a»; }", "`a` is declared twice."],
  ["var a; let «a»;", "`a` is declared twice."],
  ["function f(a) { let «a»; }", "`a` is declared twice."],
  ["try {} catch (e) { let «e»; }", "`e` is declared twice."],
  ["try {} catch ([e]) { var «e»; }", "`e` is declared twice."],
  ["for (let a of []) { var «a»; }", "`a` is declared twice."],
  ["switch (1) { case 1: let a; default: let «a»; }", "`a` is declared twice."],
  ["class A {} class «A» {}", "`A` is declared twice."],
  ["'use strict'; { function f() {} function «f»() {} }", "`f` is declared twice."],
  ["let «let» = 1;", "`let` cannot be the name of a variable of `let` or `const`."],
  ["const «a»;", "The constant `a` has no value."],
  ["let «[a]»;", "A pattern needs a value to take apart."],
  ["«break;»", "`break` stands outside of a loop or a `switch`."],
  ["if (1) { «continue;» }", "`continue` stands outside of a loop."],
  ["switch (1) { case 1: «continue;» }", "`continue` stands outside of a loop."],
  ["for (;;) { [].map(() => { «break;» }); }", "`break` stands outside of a loop or a `switch`."],
  ["for (;;) break «a»;", "No statement around has the label `a`."],
  ["a: { for (;;) continue «a»; }", "`a` is not the label of a loop."],
  ["a: for (;;) «a»: ;", "The label `a` stands around itself."],
  ["class A { static { «return;» } }", "`return` stands outside of a function."],
  ["function f() { «await g()»; }", "`await` stands in a function that is not `async`."],
  ["async function f(a = «await 1») {}", "`await` stands among the parameters of an `async` function."],
  ["function* f(a = «yield 1») {}", "`yield` stands among the parameters of a generator."],
  ["function f() { «yield 1»; }", "`yield` stands outside of a generator."],
  ["class A { m() { this.«#a»; } }", "No class around declares `#a`."],
  ["class A { #a; «#a»; }", "`#a` is declared twice."],
  ["class A { «#constructor»; }", "No member can be called `#constructor`."],
  ["class A { #a; m() { «delete this.#a»; } }", "A private member cannot be deleted."],
  ["class A { constructor() {} «constructor»() {} }", "The class has two constructors."],
  ["class A { get «constructor»() { return 1; } }", "Only a plain method can be called `constructor`."],
  ["class A { static «prototype»() {} }", "A static member cannot be called `prototype`."],
  ["class A { get x(«a») { return 1; } }", "A getter has no parameters."],
  ["class A { set «x»(a, b) {} }", "A setter has one parameter."],
  ["class A extends Object { static x = «super»(); }", "`super()` stands outside of a derived class's constructor."],
  ["class A { constructor() { «super»(); } }", "`super()` stands outside of a derived class's constructor."],
  ["function f() { return «super».x; }", "`super` stands outside of a method."],
  ["class A { x = «arguments»; }", "`arguments` has no meaning in a class outside of its methods."],
  ["«1» = 2;", "This expression cannot be assigned to."],
  ["«this» = 1;", "This expression cannot be assigned to."],
  ["«a?.b» = 1;", "This expression cannot be assigned to."],
  ["++«1»;", "This expression cannot be assigned to."],
  ["[«f()»] = [];", "This expression cannot be assigned to."],
  ["'use strict'; «eval» = 1;", "`eval` cannot be assigned to."],
  ["[a, «1»] = [];", "This expression cannot be assigned to."],
  ["[«...a», b] = c;", "A rest element must be the last."],
  ["for («1» of []) ;", "This expression cannot be assigned to."],
  ["for (let a = «1» of []) ;", "A variable before `of` cannot have a value."],
  ["for (let a, «b» of []) ;", "Only one variable can stand before `of`."],
  ["({ «a = 1» });", "`a = 1` gives a property no value."],
  ["function f(«...a», b) {}", "A rest parameter must be the last."],
  ["function f([«...a», b]) {}", "A rest element must be the last."],
  ["«a || b» ?? c;", "`??` and `||` or `&&` stand side by side."],
  ["do «const a = 1;» while (0);", "A declaration stands where only a statement can."],
  ["if (1) «class A {}»", "A declaration stands where only a statement can."],
  ["while (0) «function f() {}»", "A declaration stands where only a statement can."],
  ["'use strict'; if (1) «function f() {}»", "A declaration stands where only a statement can."],
  ["const a = «/(/»;", "The regular expression cannot be read: Unterminated group."],
  ["const a = «/a/gg»;", "The regular expression cannot be read: Invalid flags supplied to RegExp constructor 'gg'."],
  ["switch (1) { default: «default:» }", "The `switch` has two `default`s."],
  ["function f(«...a»,) {}", "A rest parameter must be the last."],
  ["«f()» ??= 1;", "This expression cannot be assigned to."],
  ["class A extends f((o) => o.«#a») { #a; }", "No class around declares `#a`."],
  ["'use strict'; «010»;", "A number cannot begin with 0 in strict code."],
  ["function f() { 'use strict'; return «'\\01'»; }", "A text cannot have an octal escape in strict code."],
  ["'use strict'; function f(a, «a») {}", "Two parameters are called `a`."],
  ["(a, «a») => 1;", "Two parameters are called `a`."],
  ["function f(a, [«a»]) {}", "Two parameters are called `a`."],
  ["function f(«a = 1») { 'use strict'; }", '"use strict" needs parameters that are only names.'],
  ["'use strict'; var «static»;", "`static` cannot be a name in strict code."],
  ["'use strict'; var «arguments»;", "`arguments` cannot be declared in strict code."],
  ["'use strict'; var a; «delete a»;", "A variable cannot be deleted in strict code."],
];

const WRONG_MODULES: readonly (readonly [text: string, message: string])[] = [
  ["export function f() {} function «f»() {}", "`f` is declared twice."],
  ["import { a } from 'a'; let «a» = 1;", "`a` is declared twice."],
  ["export const a = 1; export { «a» };", "`a` is exported twice."],
  ["export { «a» };", "`a` is exported but not declared."],
  ["export default 1; «export default 2;»", "`default` is exported twice."],
  ["{ «import 'a';» }", "Imports, exports and namespaces stand only at the top of a file."],
  ["«return;» export {};", "`return` stands outside of a function."],
  ["export const f = () => «new.target»;", "`new.target` stands outside of a function."],
];

const RIGHT_SCRIPTS: readonly string[] = [
  "var a; var a; function a() {} function a() {}",
  "function f(a, a) { var a; function a() {} }",
  "try {} catch (e) { var e; }",
  "{ function f() {} function f() {} }",
  "let a; { let a; { let a; } }",
  "function f(a) { { let a; } }",
  "a: for (;;) { b: for (;;) { continue a; break b; } }",
  "a: { break a; } a: ;",
  "for (var a = 1 in {}) ;",
  "'use strict'; f() = 1; for (f() of []) ;",
  "var let = 1; let = 2; var yield = 1, await = 2, static = 3;",
  "if (1) function f() {}",
  "010; '\\01'; '\\0';",
  "({ a = 1 } = {}); [a = 1, ...b] = []; ({ a: b.c, ...d } = {}); for ({ a = 1 } of []) ;",
  "class A { static constructor() {} 'prototype' = 1; get #a() { return 1; } set #a(x) {} m(o) { return #a in o; } }",
  "class A extends Object { constructor() { (() => super())(); super.x; } static x = super.y; y = super.z; }",
  "({ m() { return super.x; } }); new class { static { super.x; new.target; } };",
  "function f() { new.target; return () => new.target; }",
  "(a ?? b) || c; a ?? (b && c); a || b && c;",
  "async function f() { await 1; for await (const a of b) ; } function* g() { yield; yield* h(); }",
];

describe("Errors of a text", () => {
  for (const [kind, rows] of [
    ["script", WRONG_SCRIPTS],
    ["module", WRONG_MODULES],
  ] as const)
    for (const [marked, message] of rows)
      it(`${kind}: ${marked}`, () => {
        const [error] = textErrors(parseNew(kind === "script" ? "file:///a.cjs" : "file:///a.mjs", plain(marked)));
        assert.equal(error?.message, message);
        assert.equal(plain(marked).slice(error.place.start, error.place.end), /«(.*)»/s.exec(marked)![1]);
      });

  for (const text of RIGHT_SCRIPTS)
    it(`accepts ${text}`, () => {
      assert.deepEqual(textErrors(parseNew("file:///a.cjs", text)), []);
    });

  it("is of Node's opinion", () => {
    const refused = refusedByNode({
      scripts: [...WRONG_SCRIPTS.map(([text]) => plain(text)), ...RIGHT_SCRIPTS],
      modules: WRONG_MODULES.map(([text]) => plain(text)),
    });
    assert.deepEqual(refused, {
      scripts: [...WRONG_SCRIPTS.map(() => true), ...RIGHT_SCRIPTS.map(() => false)],
      modules: WRONG_MODULES.map(() => true),
    });
  });

  it("lets TypeScript declare what it merges, and what is only a type", () => {
    const text = `
      function f(a: number): number; function f(a: string): number; function f(a: number | string): number { return Number(a); }
      namespace f { export const x = 1; } enum E { A } enum E { B = 1 } class C {} interface C { x: number }
      namespace C { export const y = 1; } declare const f2: number; declare class D { constructor(); constructor(x: 1); }
      abstract class G { abstract m(): void; private constructor(); constructor(readonly x?: number) {} }
      import { T } from "./t"; interface T {} export { T, U }; type U = 1; function g(this: C, x: number) { return x; }
      declare module "m" { export default 1; }`;
    assert.deepEqual(textErrors(parseNew("file:///a.ts", text)), []);
  });
});

describe("A text with an error", () => {
  it("breaks the function around it", () => {
    const text = "export function f(x: number) { const y = x; const y = 2; return y; }";
    assert.deepEqual(
      findingsOf(text).map(({ code, message, place }) => [code, message, place.start]),
      [["syntax/error", "`y` is declared twice.", text.lastIndexOf("y = 2")]],
    );
  });

  it("leaves the others whole, until they come to it", () => {
    const text = `
      function g(x: number) { break; return x; }
      class A { m() { return super(); } n(x: number) { return 2 * x; } }
      let again = 1; let again = 2;
      export function f(x: number) { return new A().n(x) * again; }
      export function h(x: number) { return x * g(x); }`;
    assert.equal(traceOf(text).outputs[0]?.value, 2);
    const [finding] = findingsOf(text, { name: "h" }).filter(({ severity }) => severity === "error");
    assert.equal(finding?.message, "`break` stands outside of a loop or a `switch`.");
    assert.equal(finding.place.start, text.indexOf("break"));
  });
});

function plain(marked: string): string {
  return marked.replace(/[«»]/g, "");
}

interface Texts<Item> {
  readonly scripts: readonly Item[];
  readonly modules: readonly Item[];
}

/** Which texts Node refuses; its modules are behind a flag. */
function refusedByNode(texts: Texts<string>): Texts<boolean> {
  const program = `
    const vm = require("node:vm");
    const { scripts, modules } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
    const isRefused = (make) => { try { make(); return false; } catch (error) { return error instanceof SyntaxError; } };
    const isModuleRefused = (text) => isRefused(() => new vm.SourceTextModule(text));
    const answer = { scripts: scripts.map((text) => isRefused(() => new vm.Script(text))), modules: modules.map(isModuleRefused) };
    console.log(JSON.stringify(answer));`;
  const { stdout } = spawnSync(process.execPath, ["--experimental-vm-modules", "--no-warnings", "-e", program], {
    input: JSON.stringify(texts),
    encoding: "utf8",
  });
  return JSON.parse(stdout) as Texts<boolean>;
}

describe("A variable whose statement has failed", () => {
  it("says why when it is read, whatever declared it", () => {
    for (const word of ["var", "let", "const"]) {
      const text = `const data = undefined as unknown as { rows: number[] }; ${word} a = data.rows.length; export function f(x: number) { return x * a; }`;
      const [finding] = findingsOf(text).filter(({ severity }) => severity === "error");
      assert.equal(finding?.message, "TypeError was thrown: Cannot read properties of undefined (reading 'rows').");
      assert.equal(text.slice(finding.place.start, finding.place.end), "data.rows");
    }
  });

  it("is read as it is once it has a value", () => {
    const text = "var a = missing(); var a = 3; export function f(x: number) { a++; return x * a; }";
    assert.equal(traceOf(text).outputs[0]?.value, 4);
  });
});
