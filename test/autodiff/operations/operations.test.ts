/** Every row of the table at each of its points: values against JavaScript, derivatives against sixty digits. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Operation } from "../../../src/autodiff/operations/operation.ts";
import * as table from "../../../src/autodiff/operations/operations.ts";
import { exact, references, ulpsBetween } from "../reference.ts";

const { OPERATIONS, mathOperations, opcodeOf } = table;
const LIMIT = 2;

/** What JavaScript itself computes, written as in a program. */
const javaScript: Readonly<Record<string, (...x: number[]) => number>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
  divide: (x, y) => x / y,
  remainder: (x, y) => x % y,
  power: (x, y) => x ** y,
  bitAnd: (x, y) => x & y,
  bitOr: (x, y) => x | y,
  bitXor: (x, y) => x ^ y,
  shiftLeft: (x, y) => x << y,
  shiftRight: (x, y) => x >> y,
  shiftRightUnsigned: (x, y) => x >>> y,
  negate: (x) => -x,
  plus: (x) => x,
  bitNot: (x) => ~x,
};

const functions = Object.getOwnPropertyNames(Math).filter(
  (name) => typeof Reflect.get(Math, name) === "function" && name !== "random",
);

function native(name: string): ((...x: number[]) => number) | undefined {
  return javaScript[name] ?? (Reflect.get(Math, name) as ((...x: number[]) => number) | undefined);
}

function valueOf(operation: Operation, x: readonly number[]): number {
  switch (operation.arity) {
    case 0:
      return NaN;
    case 1:
      return operation.value(x[0]!);
    case 2:
      return operation.value(x[0]!, x[1]!);
    case "many":
      return operation.value(x);
  }
}

/** Whether a point has a finite, ordinary derivative by every operand, so that the reference means something. */
function isOrdinary(operation: Operation, x: readonly number[]): boolean {
  const nodes = x.map((_, i) => i);
  return (
    x.every(Number.isFinite) &&
    !Number.isNaN(valueOf(operation, x)) &&
    (operation.domain?.contains(x, nodes) ?? true) &&
    operation.kink?.(x, nodes) === undefined &&
    // The derivatives of powers of 0 are limits, which conventions.test.ts lists.
    (operation.symbol !== "^" || x[0] !== 0)
  );
}

describe("the table of operations", () => {
  it("has a row for every function of Math but random, and for f16round", () => {
    assert.equal(functions.length >= 34, true);
    const missing = functions.filter((name) => !mathOperations.has(name));
    // Newer engines have functions that are not arithmetic on numbers: sumPrecise takes an iterable.
    assert.deepEqual(
      missing.filter((name) => name !== "sumPrecise"),
      [],
    );
    assert.equal(mathOperations.size, 35);
    for (const [name, opcode] of mathOperations) assert.equal(OPERATIONS[opcode]!.name, name);
  });

  it("has the rows at the opcodes that are named in code", () => {
    const named = [
      ...["input", "add", "subtract", "multiply", "divide", "remainder", "power", "bitAnd", "bitOr", "bitXor"],
      ...["shiftLeft", "shiftRight", "shiftRightUnsigned", "negate", "plus", "bitNot", "max", "min", "hypot"],
    ];
    const constant = (name: string) => name.replace(/[A-Z]/g, "_$&").toUpperCase();
    const opcodes = named.map((name) => Reflect.get(table, constant(name)) as number);
    assert.deepEqual(
      opcodes.map((opcode) => OPERATIONS[opcode]?.name),
      named,
    );
    assert.equal(opcodeOf("multiply"), table.MULTIPLY);
  });

  it("gives every row but the input points to test at, among them NaN, an infinity and −0", () => {
    for (const { name, points, arity } of OPERATIONS) {
      if (arity === 0) continue;
      const numbers = points.flat();
      assert.ok(points.length > 20, name);
      assert.ok(
        numbers.some(Number.isNaN) && numbers.includes(Infinity) && numbers.some((x) => Object.is(x, -0)),
        name,
      );
    }
  });
});

for (const operation of OPERATIONS) {
  if (operation.arity === 0) continue;
  const { name, points } = operation;
  describe(name, () => {
    const own = native(name);
    if (own !== undefined) {
      it("has bit for bit the value that JavaScript computes", () => {
        for (const x of points) {
          assert.ok(Object.is(valueOf(operation, x), own(...x)), `${name}(${x.join(", ")}) = ${own(...x)}`);
        }
      });
    }

    it("has NaN for every partial where its value is NaN", () => {
      let met = 0;
      for (const x of points) {
        const value = valueOf(operation, x);
        if (!Number.isNaN(value)) continue;
        met++;
        const wrong: number[] = partialsOf(operation, x).filter((partial) => !Number.isNaN(partial));
        assert.deepEqual(wrong, [], x.join(", "));
      }
      const isInteger = name.startsWith("bit") || name.startsWith("shift") || name === "imul" || name === "clz32";
      assert.equal(met > 0, !isInteger);
    });

    if (operation.cuts) {
      it("has the derivative 0 wherever it has a value", () => {
        for (const x of points) {
          if (Number.isNaN(valueOf(operation, x))) continue;
          assert.deepEqual(
            partialsOf(operation, x),
            x.map(() => 0),
            x.join(", "),
          );
        }
      });
    }
  });
}

/** All partials of an operation, every operand active. */
function partialsOf(operation: Operation, x: readonly number[]): number[] {
  const value = valueOf(operation, x);
  switch (operation.arity) {
    case 0:
      return [];
    case 1:
      return [operation.partial(x[0]!, value)];
    case 2:
      return [operation.partialX(x[0]!, x[1]!, value), operation.partialY(x[0]!, x[1]!, value)];
    case "many":
      return operation.partials(
        x,
        x.map((_, i) => i),
        value,
      );
  }
}

/** All second derivatives of an operation with one or two operands: [xx] or [xx, xy, yy]. */
function secondsOf(operation: Operation, x: readonly number[]): number[] {
  const value = valueOf(operation, x);
  if (operation.arity === 1) return [operation.second?.(x[0]!, value) ?? 0];
  if (operation.arity !== 2) return [];
  const { second } = operation;
  if (second === undefined) return [0, 0, 0];
  return [second.xx, second.xy, second.yy].map((f) => f(x[0]!, x[1]!, value));
}

describe("partials", () => {
  for (const [name, reference] of references) {
    const operation = OPERATIONS.find((row) => row.name === name)!;
    const points = operation.points.filter((x) => isOrdinary(operation, x));

    it(`of ${name} are within ${LIMIT} units in the last place of sixty digits, first and second`, () => {
      assert.ok(points.length > 8);
      for (const x of points) {
        const digits = x.map(exact);
        for (const [i, partial] of partialsOf(operation, x).entries()) {
          const error = ulpsBetween(partial, reference.first[i]!(...digits));
          assert.ok(error <= LIMIT, `∂${i} of ${name}(${x.join(", ")}) = ${partial} is off by ${error}`);
        }
        for (const [i, partial] of secondsOf(operation, x).entries()) {
          const error = ulpsBetween(partial, reference.second[i]!(...digits));
          assert.ok(error <= LIMIT, `∂²${i} of ${name}(${x.join(", ")}) = ${partial} is off by ${error}`);
        }
      }
    });
  }

  it("of every smooth row have a reference", () => {
    const without = OPERATIONS.filter((row) => !references.has(row.name) && !row.cuts).map((row) => row.name);
    assert.deepEqual(without, ["input", "max", "min", "hypot", "f16round", "fround"]);
  });
});

describe("the reference", () => {
  // Differences in sixty digits: derivatives that are not written down by anybody.
  const step = exact(2 ** -60);
  const places: Readonly<Record<number, readonly (readonly number[])[]>> = {
    1: [[0.375], [0.8125], [1.75], [-0.625]],
    2: [
      [0.625, 0.875],
      [2.25, -1.5],
    ],
  };

  for (const [name, { value, first, second }] of references) {
    it(`of ${name} agrees with differences of its values`, () => {
      const operation = OPERATIONS.find((row) => row.name === name)!;
      const inside = places[first.length]!.filter((x) => isOrdinary(operation, x));
      assert.ok(inside.length > 0);
      for (const x of inside) {
        const digits = x.map(exact);
        const moved = (f: typeof value, i: number) =>
          f(...digits.map((d, k) => (k === i ? d.plus(step) : d)))
            .minus(f(...digits.map((d, k) => (k === i ? d.minus(step) : d))))
            .div(step.times(2));
        for (const [i, f] of first.entries()) {
          assert.ok(
            moved(value, i)
              .minus(f(...digits))
              .abs()
              .lt(1e-30),
            `${name}, ∂${i} at ${x.join(", ")}`,
          );
        }
        for (const [i, f] of second.entries()) {
          const [by, again] =
            first.length === 1
              ? [0, 0]
              : (
                  [
                    [0, 0],
                    [0, 1],
                    [1, 1],
                  ] as const
                )[i]!;
          assert.ok(
            moved(first[by]!, again)
              .minus(f(...digits))
              .abs()
              .lt(1e-30),
            `${name}, ∂²${i} at ${x.join(", ")}`,
          );
        }
      }
    });
  }
});
