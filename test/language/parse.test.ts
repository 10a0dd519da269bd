import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parse, syntaxErrors, ts } from "../../src/language/parse.ts";

describe("parse", () => {
  it("reads each extension in its dialect", () => {
    const jsx = "const a = <b>{c}</b>;";
    const cast = "const a = <number>c;";
    const wrong = (extension: string, text: string): boolean =>
      syntaxErrors(parse(`file:///a${extension}`, text)).length > 0;
    assert.deepEqual(
      [".ts", ".mts", ".cts", ".tsx", ".js", ".jsx", ".mjs", ".cjs"].map((extension) => [
        wrong(extension, jsx),
        wrong(extension, cast),
      ]),
      [
        [true, false],
        [true, false],
        [true, false],
        [false, true],
        [false, true],
        [false, true],
        [false, true],
        [false, true],
      ],
    );
    assert.equal(wrong("", cast), false);
  });

  it("says what is wrong and where, in the words of TypeScript", () => {
    assert.deepEqual(syntaxErrors(parse("file:///a.ts", "const a = (1 + 2;")), [
      {
        code: "syntax/error",
        severity: "error",
        message: "`)` expected.",
        place: { file: "file:///a.ts", start: 16, end: 17 },
      },
    ]);
    assert.deepEqual(syntaxErrors(parse("file:///a.ts", "function f() {}")), []);
  });

  it("says that something is missing where it is, not at what stands lines below", () => {
    const cases: Readonly<Record<string, string>> = {
      "function f() {\n  const r = // the residual\n}": "=",
      "function f(a: number) {\n  for\n}\n": "r",
      "const a = [1, 2\n/* more */\nfunction f() {}": "2",
      "const x = `a${b}` + \n\n}": "+",
      "let s = f(x,\n;": ",",
      "function f() {\n  return (1 + 2 / 3\n}": "3",
      "function f() {\n  return 1;\n": "{",
      "const r = /[/]/ +\nreturn": "+",
      "const a = 1 +* 2;": "*",
    };
    for (const [text, last] of Object.entries(cases)) {
      const [{ message, place } = { message: "", place: { start: 0, end: 0 } }] = syntaxErrors(
        parse("file:///a.ts", text),
      );
      assert.match(message, /expected\.$/, text);
      assert.equal(text.slice(place.start, place.end), last, text);
    }
  });

  it("gives the same tree for the same text, and another for another", () => {
    const first = parse("file:///a.ts", "let a;");
    assert.equal(parse("file:///a.ts", "let a;"), first);
    assert.notEqual(parse("file:///b.ts", "let a;"), first);
    assert.notEqual(parse("file:///a.ts", "let b;"), first);
  });

  it("forgets old trees when many characters were parsed", () => {
    const first = parse("file:///old.ts", "let a;");
    for (let i = 0; i < 6; i++) parse(`file:///big${i}.ts`, " ".repeat(900_000));
    assert.notEqual(parse("file:///old.ts", "let a;"), first);
  });

  it("answers a text that is nested deeper than the stack with a finding", () => {
    const text = `let a = ${"(".repeat(100_000)}1${")".repeat(100_000)};`;
    const file = parse("file:///deep.ts", text);
    assert.equal(file.text.length, text.length);
    assert.deepEqual(
      syntaxErrors(file).map(({ code, message }) => [code, message]),
      [["syntax/error", "The text is nested too deeply to be read."]],
    );
  });

  it("gives every node its parent and the comments' types of JavaScript", () => {
    const file = parse("file:///a.js", "/** @param {number} x */ function f(x) {}");
    const [declaration] = file.statements;
    assert.ok(declaration !== undefined && ts.isFunctionDeclaration(declaration));
    assert.equal(declaration.parent, file);
    assert.equal(ts.getJSDocType(declaration.parameters[0]!)?.kind, ts.SyntaxKind.NumberKeyword);
  });
});
