/** Notation of steps and partials. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  atom,
  difference,
  infix,
  literal,
  negative,
  power,
  product,
  quotient,
  sum,
  write,
} from "../../../src/autodiff/operations/formula.ts";
import type { OperationName } from "../../../src/autodiff/operations/operations.ts";
import { formulaText, opcodeOf, OPERATIONS, partialText } from "../../../src/autodiff/operations/operations.ts";

describe("formulas", () => {
  const [x, y, z] = [atom("x"), atom("y"), atom("z")];

  it("get as few parentheses as keep their meaning", () => {
    const cases = [
      [sum(x, sum(y, z)), "x + y + z"],
      [difference(x, sum(y, z)), "x − (y + z)"],
      [difference(difference(x, y), z), "x − y − z"],
      [product(sum(x, y), z), "(x + y) · z"],
      [quotient(x, product(y, z)), "x / (y · z)"],
      [quotient(product(x, y), z), "x · y / z"],
      [product(x, quotient(y, z)), "x · y / z"],
      [negative(sum(x, y)), "−(x + y)"],
      [negative(product(x, y)), "−x · y"],
      [sum(x, negative(y)), "x + (−y)"],
      [sum(negative(x), y), "−x + y"],
      [power(negative(x), literal(2)), "(−x)²"],
      [power(sum(x, y), y), "(x + y)^y"],
      [power(x, sum(y, z)), "x^(y + z)"],
      [power(x, literal(-12)), "x⁻¹²"],
      [power(x, literal(0.5)), "x^0.5"],
      [power(power(x, literal(2)), literal(3)), "(x²)³"],
      [negative(power(x, literal(2))), "−x²"],
      [negative(negative(x)), "x"],
      [infix("|", infix("&", x, y), z), "x & y | z"],
      [infix("&", infix("|", x, y), z), "(x | y) & z"],
      [infix("<<", sum(x, y), z), "x + y << z"],
    ] as const;
    assert.deepEqual(
      cases.map(([formula]) => write(formula)),
      cases.map(([, text]) => text),
    );
  });

  it("put parentheses around texts that are more than one name", () => {
    assert.deepEqual(
      ["w · x", "xs[0]", "w¹₁₁", "p.x", "max(0, v)", "(a) + (b)", "−2"].map((text) => write(product(atom(text), x))),
      ["(w · x) · x", "xs[0] · x", "w¹₁₁ · x", "p.x · x", "max(0, v) · x", "((a) + (b)) · x", "−2 · x"],
    );
    assert.equal(write(atom("w · x")), "w · x");
  });
});

describe("notation", () => {
  /** The step and its partials, with the operands x, y, z and the result v. */
  const expected: readonly (readonly [OperationName, ...string[]])[] = [
    ["add", "x + y", "1", "1"],
    ["subtract", "x − y", "1", "−1"],
    ["multiply", "x · y", "y", "x"],
    ["divide", "x / y", "1 / y", "−v / y"],
    ["remainder", "x % y", "1", "−trunc(x / y)"],
    ["power", "x^y", "y · x^(y − 1)", "v · ln(x)"],
    ["negate", "−x", "−1"],
    ["bitNot", "~x", "0"],
    ["shiftRightUnsigned", "x >>> y", "0", "0"],
    ["max", "max(x, y, z)", "1", "1", "1"],
    ["hypot", "hypot(x, y, z)", "x / v", "y / v", "z / v"],
    ["atan2", "atan2(x, y)", "y / (y² + x²)", "−x / (y² + x²)"],
    ["log", "ln(x)", "1 / x"],
    ["sqrt", "sqrt(x)", "1 / (2 · v)"],
    ["tanh", "tanh(x)", "1 − v²"],
    ["acos", "acos(x)", "−1 / sqrt(1 − x²)"],
    ["exp", "exp(x)", "v"],
    ["cos", "cos(x)", "−sin(x)"],
  ];

  for (const [name, step, ...partials] of expected) {
    it(`writes ${name} as ${step}`, () => {
      const opcode = opcodeOf(name);
      const operands = ["x", "y", "z"].slice(0, partials.length);
      assert.deepEqual(
        [formulaText(opcode, operands), ...operands.map((_, i) => partialText(opcode, i, operands, "v", 1))],
        [step, ...partials],
      );
    });
  }

  it("writes powers with a constant exponent shortly", () => {
    const opcode = opcodeOf("power");
    const texts = ["2", "3", "1", "0.5", "−1"].map((n) => [
      formulaText(opcode, ["x", n]),
      partialText(opcode, 0, ["x", n], "v", 1),
    ]);
    assert.deepEqual(texts, [
      ["x²", "2 · x"],
      ["x³", "3 · x²"],
      ["x", "1"],
      ["x^0.5", "0.5 · x^(−0.5)"],
      ["x⁻¹", "−x⁻²"],
    ]);
  });

  it("writes what a tie passes on as a share", () => {
    const max = opcodeOf("max");
    const texts = [1, 0, 1 / 3, NaN].map((partial) => partialText(max, 0, ["x", "y", "z"], "v", partial));
    assert.deepEqual(texts, ["1", "0", "1 / 3", "NaN"]);
  });

  it("exists for every row, with parentheses around operands that need them", () => {
    for (const [opcode, { name, arity }] of OPERATIONS.entries()) {
      if (arity === 0) continue;
      const operands = ["a + b", "c + d"].slice(0, arity === "many" ? 2 : arity);
      const text = formulaText(opcode, operands);
      for (const operand of operands) assert.ok(text.includes(operand), name);
      for (const [i] of operands.entries()) assert.notEqual(partialText(opcode, i, operands, "v", 1), "", name);
    }
  });
});
