import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fileOf, parseNew, ts } from "../../../src/language/parse.ts";
import { notation } from "../../../src/language/text/notation.ts";

function written(expression: string): string {
  const [statement] = parseNew("file:///a.ts", `(${expression});`).statements;
  assert.ok(statement !== undefined && ts.isExpressionStatement(statement));
  return notation(statement.expression);
}

const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  "writes products with dots and differences with a minus sign": [
    ["w * x", "w · x"],
    ["w*x + b - 1", "w · x + b − 1"],
    ["a / b", "a / b"],
    ["Math.max(0, v)", "max(0, v)"],
    ["2 * Math.PI * r", "2 · π · r"],
    ["a === b || a !== c && a <= d", "a = b || a ≠ c && a ≤ d"],
  ],
  "writes powers as exponents": [
    ["x ** 2", "x²"],
    ["(-x) ** 2", "(−x)²"],
    ["-(x ** 2)", "−x²"],
    ["(a + b) ** 10", "(a + b)¹⁰"],
    ["x ** -2", "x⁻²"],
    ["x ** 0.5", "x^0.5"],
    ["x ** n", "x^n"],
    ["x ** (n + 1)", "x^(n + 1)"],
    ["(x ** 2) ** 3", "(x²)³"],
    ["x ** y ** z", "x^(y^z)"],
    ["Math.pow(x, 2) * Math.pow(a + 1, k)", "x² · (a + 1)^k"],
    ["xs[0] ** 2", "xs[0]²"],
    ["Math.sin(x) ** 2", "sin(x)²"],
  ],
  "keeps the parentheses that mean something and drops the others": [
    ["((a)) * (b + c)", "a · (b + c)"],
    ["(a * b) + c", "a · b + c"],
    ["a - (b - c)", "a − (b − c)"],
    ["a / (b * c)", "a / (b · c)"],
    ["a * (b / c)", "a · (b / c)"],
    ["a * -b", "a · (−b)"],
    ["a - -1", "a − (−1)"],
    ["-a * b", "−a · b"],
    ["-(-a)", "−(−a)"],
    ["(a, b)", "a, b"],
    ["f((a, b))", "f((a, b))"],
    ["(a ? b : c) + 1", "(a ? b : c) + 1"],
    ["x > 0 ? x : y ? 1 : 2", "x > 0 ? x : y ? 1 : 2"],
    ["(a = b) + 1", "b + 1"],
    ["(x => x)(1)", "((x) => x)(1)"],
  ],
  "drops what is TypeScript's alone": [
    ["xs[i]! * (y as number)", "xs[i] · y"],
    ["<number>x + (y satisfies number)", "x + y"],
    ["f<number>(x)", "f(x)"],
    ["new Map<string, number>()", "new Map()"],
    ["(x: number): number => x * 2", "(x) => x · 2"],
  ],
  "writes assignments as what they assign": [
    ["x += a * b", "x + a · b"],
    ["x *= a + b", "x · (a + b)"],
    ["x -= a - b", "x − (a − b)"],
    ["x **= 2", "x²"],
    ["x = a * b", "a · b"],
    ["x ??= a", "x ?? a"],
    ["i++", "i + 1"],
    ["--i", "i − 1"],
  ],
  "writes reading, calling and literals": [
    ["p.x?.y[i + 1]", "p.x?.y[i + 1]"],
    ["f?.(a, ...b)", "f?.(a, ...b)"],
    ["xs.map((x) => x ** 2).length", "xs.map((x) => x²).length"],
    ["new Vec(1, -2)", "new Vec(1, −2)"],
    ["[1, , a * b]", "[1, , a · b]"],
    ["{ x, y: a * b, ...r, m() { return 1; } }", "{ x, y: a · b, ...r, m(…) { … } }"],
    ["function f(a) { return a; }", "function f(…) { … }"],
    ["typeof x === 'number'", "typeof x = 'number'"],
    ["!a && ~b", "!a && ~b"],
    ["`a ${b}\n c`", "`a ${b} c`"],
    ["this.w * Infinity", "this.w · ∞"],
  ],
  "shortens long literals": [
    ["3.141592653589793", "3.14159…"],
    ["0.000012345678901", "0.0000123456…"],
    ["12345678901234.5", "12345678901234.…"],
    ["1.5e-7", "1.5e−7"],
    ["0xff", "0xff"],
    ["1_000_000", "1_000_000"],
    ["[1, 2, 3, 4, 5, 6, 7, 8]", "[1, 2, 3, 4, …, 8]"],
    ["'abcdefghijklmnopqrstuvwxyz'", "'abcdefghijklmnopqrstuvw…'"],
    ["a /* why */ + b // end\n", "a + b"],
  ],
};

describe("notation", () => {
  for (const [name, cases] of Object.entries(CASES))
    it(name, () => {
      assert.deepEqual(
        cases.map(([expression]) => [expression, written(expression)]),
        cases,
      );
    });

  it("writes a declaration as its value", () => {
    const [statement] = parseNew("file:///a.ts", "const u = w * x;").statements;
    assert.ok(statement !== undefined && ts.isVariableStatement(statement));
    assert.equal(notation(statement.declarationList.declarations[0]!), "w · x");
  });

  it("stays one short line for an expression of any depth", () => {
    const text = written(`${"1 + ".repeat(100_000)}1`);
    assert.ok(text.length < 300 && !text.includes("\n"), text);
  });

  it("finds the file of nodes of any depth", () => {
    const file = parseNew("file:///deep.ts", `f = ${"1 + ".repeat(2_000)}1;`);
    let depth = 0;
    const visit = (node: ts.Node): void => {
      assert.equal(fileOf(node), file);
      depth++;
      ts.forEachChild(node, visit);
    };
    visit(file);
    assert.ok(depth > 4_000);
  });
});
