import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseArguments, parseAssignments, tagsOf } from "../../../src/language/inputs/written/tags.ts";
import { parse } from "../../../src/language/parse.ts";
import { functionsOf } from "../../../src/language/text/functions.ts";

const FILE = "file:///a.ts";

/** What the tags of the first function say, as texts cut out of the file at the places that are given. */
function read(text: string): { at: string[]; wrt: string[] | undefined; findings: string[] } {
  const [found] = functionsOf(parse(FILE, text));
  const { at, wrt, findings } = tagsOf(found!);
  const cut = (place: { start: number; end: number }): string => text.slice(place.start, place.end);
  return {
    at: at.map(({ target, value }) => {
      assert.equal(cut(target.place).replace(/\s/g, ""), target.name);
      assert.equal(value.getSourceFile().fileName, FILE);
      return `${target.name} = ${text.slice(value.getStart(), value.end)}`;
    }),
    wrt: wrt?.map(({ name }) => name),
    findings: findings.map(({ code, message, place }) => `${code} at \`${cut(place)}\`: ${message}`),
  };
}

const withFunction = (comment: string): string => `let before = "é";\n${comment}\nfunction f(w, x, b, p, xs) {}\n`;

describe("tagsOf", () => {
  it("reads values where they stand", () => {
    assert.deepEqual(read(withFunction("/** @at w = 2, p = { x: 1 }, v = new Vec3(1, 2, 3), f = (x) => x * x */")), {
      at: ["w = 2", "p = { x: 1 }", "v = new Vec3(1, 2, 3)", "f = (x) => x * x"],
      wrt: undefined,
      findings: [],
    });
  });

  it("reads line comments and block comments, several tags, and members as targets", () => {
    assert.deepEqual(
      read(withFunction("// @at w = -0, x = NaN\n//@at this = new A(1)\n/* @wrt w, p.x, xs[0], p['a b'], this.k */")),
      {
        at: ["w = -0", "x = NaN", "this = new A(1)"],
        wrt: ["w", "p.x", "xs[0]", 'p["a b"]', "this.k"],
        findings: [],
      },
    );
    assert.deepEqual(read(withFunction("/** @at w = 2 @wrt w */")), { at: ["w = 2"], wrt: ["w"], findings: [] });
  });

  it("goes on over lines while a bracket is open or a comma promises more", () => {
    const comment =
      "/**\n * Net input.\n * @at xs = [\n *   1,\n *   2,\n * ], w = 2,\n *   b = `a${\n *  1}b`\n * This is prose, with a comma,\n * @returns x = 3\n * @wrt w\n */";
    assert.deepEqual(read(withFunction(comment)), {
      at: ["xs = [\n *   1,\n *   2,\n * ]", "w = 2", "b = `a${\n *  1}b`"],
      wrt: ["w"],
      findings: [],
    });
    assert.deepEqual(read(withFunction("// @at w = 1,\n//   x = 2\n// and more")).at, ["w = 1", "x = 2"]);
    assert.deepEqual(read(withFunction("// @at w = 1,\n// @wrt w")), { at: ["w = 1"], wrt: ["w"], findings: [] });
    assert.deepEqual(read(withFunction("/* @at w = 2\n * 3 */")).at, ["w = 2"]);
  });

  it("puts a finding on what cannot be read, and reads the rest", () => {
    assert.deepEqual(read(withFunction("// @at w = 2, 3, f() = 4, x = 5")), {
      at: ["w = 2", "x = 5"],
      wrt: undefined,
      findings: [
        "input/tag-syntax at `3`: `3` gives no value to a name.",
        "input/tag-syntax at `f()`: `f()` is no name of an input.",
      ],
    });
    assert.deepEqual(read(withFunction("// @at w = [2, x = 1\n// @wrt w + 1")), {
      at: [],
      wrt: [],
      findings: [
        "input/tag-syntax at `1`: This cannot be read: `]` expected.",
        "input/tag-syntax at `w + 1`: `w + 1` is no name of an input.",
      ],
    });
    assert.deepEqual(read(withFunction("// @at")).findings, ["input/tag-syntax at `@at`: There is nothing here."]);
    assert.deepEqual(read(withFunction("// @at w = 2; x = 3")).findings, [
      "input/tag-syntax at `x = 3`: This is more than a list.",
    ]);
    assert.deepEqual(read(withFunction("// @wrt")).wrt, []);
  });

  it("keeps `\\r\\n` and tags inside classes where they are", () => {
    assert.deepEqual(read("class A {\r\n  /**\r\n   * @at w = [1,\r\n   *   2]\r\n   */\r\n  m(w) {}\r\n}").at, [
      "w = [1,\r\n   *   2]",
    ]);
  });
});

describe("parseAssignments", () => {
  it("reads what was typed elsewhere", () => {
    const { entries, findings } = parseAssignments("w = 2, xs[1] = -0.5", "--at");
    assert.deepEqual(
      entries.map(({ target, value }) => [target.root, target.path, target.place, value.getText()]),
      [
        ["w", [], { file: "--at", start: 0, end: 1 }, "2"],
        ["xs", [1], { file: "--at", start: 7, end: 12 }, "-0.5"],
      ],
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(
      parseAssignments("w =", "--at").findings.map(({ code, place }) => [code, place]),
      [["input/tag-syntax", { file: "--at", start: 2, end: 3 }]],
    );
  });
});

describe("parseArguments", () => {
  it("reads an array of arguments, with gaps", () => {
    const { entries, findings } = parseArguments("[2, , [1, NaN], { x: -0 }, undefined]", "--args");
    assert.deepEqual(
      entries.map((entry) => entry?.getText()),
      ["2", undefined, "[1, NaN]", "{ x: -0 }", "undefined"],
    );
    assert.deepEqual(findings, []);
  });

  it("refuses what is no array", () => {
    for (const text of ["2, 3", "{ x: 1 }", "[...xs]", "", "[1", "[1][0]"])
      assert.deepEqual(
        parseArguments(text, "--args").findings.map(({ code, place }) => [code, place.file]),
        [["input/tag-syntax", "--args"]],
        text,
      );
  });
});
