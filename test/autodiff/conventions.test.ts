/** The derivative conventions, written out by hand: ends of domains, kinks, ties, NaN and signed zeros. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { kinkAt, kinksOf, violatedDomain } from "../../src/autodiff/kinks.ts";
import type { Kink } from "../../src/autodiff/operations/operation.ts";
import type { OperationName } from "../../src/autodiff/operations/operations.ts";
import { opcodeOf, OPERATIONS } from "../../src/autodiff/operations/operations.ts";
import type { Term } from "../../src/autodiff/recorder.ts";
import { tape } from "../../src/autodiff/recorder.ts";

/** An active operand; plain numbers are constants. */
type Written = number | { readonly active: number };
const a = (active: number): Written => ({ active });

interface Taken {
  readonly partials: readonly number[];
  readonly kink: Kink | undefined;
  readonly violated: string | undefined;
}

/** Take one step and return its partials by its active operands. */
function take(name: OperationName, operands: readonly Written[]): Taken {
  const t = tape();
  const terms = operands.map((x): Term => (typeof x === "number" ? x : t.input(x.active)));
  const result = t.apply(name, terms);
  const inputs = terms.filter((term) => typeof term !== "number");
  return {
    partials: t.gradient(result, inputs),
    kink: kinkAt(t.steps, result.node),
    violated: violatedDomain(t.steps, result.node)?.text,
  };
}

const { NaN: N, POSITIVE_INFINITY: I } = Number;

/** Operation, operands, partials by the active ones. */
const partials: readonly (readonly [OperationName, readonly Written[], readonly number[]])[] = [
  ["add", [a(2), a(3)], [1, 1]],
  ["add", [a(I), a(-I)], [N, N]],
  ["subtract", [a(2), a(3)], [1, -1]],
  ["multiply", [a(2), a(3)], [3, 2]],
  ["multiply", [a(0), a(I)], [N, N]],
  ["negate", [a(2)], [-1]],
  ["plus", [a(2)], [1]],
  ["divide", [a(6), a(2)], [0.5, -1.5]],
  ["divide", [a(0), a(0)], [N, N]],
  ["divide", [a(I), a(I)], [N, N]],
  ["divide", [a(1), a(0)], [I, -I]],
  ["divide", [a(1), a(-0)], [-I, -I]],
  ["remainder", [a(7), a(3)], [1, -2]],
  ["remainder", [a(-7), a(3)], [1, 2]],
  ["remainder", [a(6), a(3)], [1, -2]],
  ["remainder", [a(2), a(3)], [1, 0]],
  ["remainder", [a(7), a(0)], [N, N]],
  ["power", [a(0), a(0)], [0, 0]],
  ["power", [a(0), a(2)], [0, 0]],
  ["power", [a(0), a(1)], [1, 0]],
  ["power", [a(0), a(0.5)], [I, 0]],
  ["power", [a(0), a(-1)], [-I, -I]],
  ["power", [a(2), a(3)], [12, 8 * Math.LN2]],
  ["power", [a(-2), a(3)], [12, N]],
  ["power", [a(-2), 3], [12]],
  ["power", [-2, a(3)], [N]],
  ["power", [a(-2), 0.5], [N]],
  ["power", [a(-3), 2], [-6]],
  ["power", [a(5), 0], [0]],
  ["power", [a(N), 0], [0]],
  ["power", [a(I), a(-1)], [-0, 0]],
  ["pow", [a(0), a(0)], [0, 0]],
  ["pow", [a(-2), a(2)], [-4, N]],
  ["abs", [a(-2)], [-1]],
  ["abs", [a(0)], [0]],
  ["abs", [a(-0)], [0]],
  ["abs", [a(3)], [1]],
  ["max", [0, a(7)], [1]],
  ["max", [0, a(-7)], [0]],
  ["max", [0, a(0)], [0]],
  ["max", [a(0), 0], [0]],
  ["max", [0, a(-0)], [0]],
  ["max", [a(2), a(2)], [0.5, 0.5]],
  ["max", [a(2), a(2), a(2), a(1)], [1 / 3, 1 / 3, 1 / 3, 0]],
  ["max", [a(2), 2, a(2)], [0, 0]],
  ["max", [a(1), a(N)], [N, N]],
  ["max", [a(1), N], [N]],
  ["max", [a(4)], [1]],
  ["min", [a(2), a(3)], [1, 0]],
  ["min", [a(2), a(2)], [0.5, 0.5]],
  ["min", [1, a(1)], [0]],
  ["hypot", [a(3), a(4)], [0.6, 0.8]],
  ["hypot", [a(0), a(0)], [0, 0]],
  ["hypot", [a(-2)], [-1]],
  ["hypot", [a(-I), a(2)], [-1, 0]],
  ["hypot", [a(I), a(N)], [1, 0]],
  ["hypot", [a(1), a(N)], [N, N]],
  ["hypot", [a(1e308), a(1e308), a(1e308), a(1e308)], [0.5, 0.5, 0.5, 0.5]],
  ["sqrt", [a(0)], [I]],
  ["sqrt", [a(-0)], [I]],
  ["sqrt", [a(-1)], [N]],
  ["sqrt", [a(I)], [0]],
  ["cbrt", [a(0)], [I]],
  ["cbrt", [a(-0)], [I]],
  ["cbrt", [a(-8)], [1 / 12]],
  ["atan2", [a(0), a(0)], [N, N]],
  ["atan2", [a(1), a(2)], [0.4, -0.2]],
  ["atan2", [a(1), a(I)], [0, -0]],
  ["asin", [a(1)], [I]],
  ["asin", [a(-1)], [I]],
  ["asin", [a(2)], [N]],
  ["acos", [a(1)], [-I]],
  ["acos", [a(-1)], [-I]],
  ["acosh", [a(1)], [I]],
  ["acosh", [a(0.5)], [N]],
  ["acosh", [a(-2)], [N]],
  ["atanh", [a(1)], [I]],
  ["atanh", [a(-1)], [I]],
  ["atanh", [a(2)], [N]],
  ["log", [a(0)], [I]],
  ["log", [a(-0)], [I]],
  ["log", [a(-1)], [N]],
  ["log2", [a(-0)], [I]],
  ["log10", [a(-0)], [I]],
  ["log1p", [a(-1)], [I]],
  ["log1p", [a(-2)], [N]],
  ["exp", [a(-I)], [0]],
  ["expm1", [a(-40)], [Math.exp(-40)]],
  ["tanh", [a(0)], [1]],
  ["tanh", [a(400)], [0]],
  ["tan", [a(0)], [1]],
  ["sin", [a(I)], [N]],
  ["sign", [a(3)], [0]],
  ["floor", [a(2)], [0]],
  ["floor", [a(N)], [N]],
  ["ceil", [a(2.5)], [0]],
  ["round", [a(2.5)], [0]],
  ["trunc", [a(-2.5)], [0]],
  ["fround", [a(0.1)], [1]],
  ["f16round", [a(0.1)], [1]],
  ["bitOr", [a(2.7), 0], [0]],
  ["bitOr", [a(N), 0], [0]],
  ["imul", [a(3), a(4)], [0, 0]],
  ["clz32", [a(3)], [0]],
];

const corner: Kink = { kind: "corner", left: 0, right: 1 };
const jump: Kink = { kind: "jump", left: 0, right: 0 };
const from = (right: number): Kink => ({ kind: "end", left: undefined, right });
const upTo = (left: number): Kink => ({ kind: "end", left, right: undefined });

/** Operation, operands, the kink there. */
const kinks: readonly (readonly [OperationName, readonly Written[], Kink | undefined])[] = [
  ["abs", [a(0)], { kind: "corner", left: -1, right: 1 }],
  ["abs", [a(-0)], { kind: "corner", left: -1, right: 1 }],
  ["abs", [a(1e-300)], undefined],
  ["max", [0, a(0)], corner],
  ["max", [a(-0), 0], corner],
  ["max", [0, a(1)], undefined],
  ["max", [3, 3, a(1)], undefined],
  ["max", [a(2), a(2)], corner],
  ["max", [a(1), a(2), a(2)], corner],
  ["min", [a(1), a(1)], { kind: "corner", left: 1, right: 0 }],
  ["min", [a(1), a(N)], undefined],
  ["hypot", [a(0), a(0)], { kind: "corner", left: -1, right: 1 }],
  ["hypot", [a(0), 1], undefined],
  ["sqrt", [a(0)], from(I)],
  ["cbrt", [a(0)], { kind: "vertical", left: I, right: I }],
  ["asin", [a(1)], upTo(I)],
  ["asin", [a(-1)], from(I)],
  ["acos", [a(1)], upTo(-I)],
  ["acos", [a(-1)], from(-I)],
  ["acosh", [a(1)], from(I)],
  ["atanh", [a(1)], upTo(I)],
  ["atanh", [a(-1)], from(I)],
  ["log", [a(0)], from(I)],
  ["log2", [a(-0)], from(I)],
  ["log10", [a(0)], from(I)],
  ["log1p", [a(-1)], from(I)],
  ["log", [a(-1)], undefined],
  ["sign", [a(0)], jump],
  ["floor", [a(2)], jump],
  ["floor", [a(2.5)], undefined],
  ["floor", [a(I)], undefined],
  ["ceil", [a(-1)], jump],
  ["round", [a(2.5)], jump],
  ["round", [a(-2.5)], jump],
  ["round", [a(2)], undefined],
  ["trunc", [a(3)], jump],
  ["trunc", [a(0)], undefined],
  ["remainder", [a(6), 3], { kind: "jump", left: 1, right: 1 }],
  ["remainder", [a(7), 3], undefined],
  ["remainder", [a(0), 3], undefined],
  ["remainder", [6, a(3)], { kind: "jump", left: -2, right: -1 }],
  ["remainder", [-6, a(3)], { kind: "jump", left: 2, right: 1 }],
  ["remainder", [6, a(-3)], { kind: "jump", left: 1, right: 2 }],
  ["power", [a(0), 0.5], from(I)],
  ["power", [a(0), 1.5], from(0)],
  ["power", [a(0), 2], undefined],
  ["power", [a(0), 0], undefined],
  ["power", [a(0), a(0)], { kind: "jump", left: undefined, right: 0 }],
  ["power", [a(0), -1], { kind: "pole", left: undefined, right: -I }],
  ["divide", [1, a(0)], { kind: "pole", left: -I, right: -I }],
  ["divide", [a(1), 0], undefined],
  ["divide", [a(1), a(2)], undefined],
  ["atan2", [a(0), a(-1)], { kind: "jump", left: -1, right: -1 }],
  ["atan2", [0, a(-1)], undefined],
  ["atan2", [a(0), a(1)], undefined],
  ["fround", [a(0.1)], undefined],
  ["bitOr", [a(1), 0], undefined],
];

/** Operation, operands, the domain that they leave. */
const domains: readonly (readonly [OperationName, readonly Written[], string | undefined])[] = [
  ["log", [a(-1)], "x > 0"],
  ["log", [a(1)], undefined],
  ["log", [a(N)], undefined],
  ["sqrt", [a(-1)], "x ≥ 0"],
  ["asin", [a(1.5)], "−1 ≤ x ≤ 1"],
  ["acosh", [a(0)], "x ≥ 1"],
  ["atanh", [a(2)], "−1 < x < 1"],
  ["log1p", [a(-2)], "x > −1"],
  ["atan2", [a(0), a(-0)], "not both 0"],
  ["divide", [a(1), a(0)], "y ≠ 0"],
  ["remainder", [a(1), 0], "y ≠ 0"],
  ["power", [a(-2), 3], undefined],
  ["power", [a(-2), a(3)], "x > 0, or y a constant whole number"],
  ["power", [a(-2), 0.5], "x > 0, or y a constant whole number"],
  ["sin", [a(I)], undefined],
];

const show = (operands: readonly Written[]): string =>
  operands
    .map((x) => (typeof x === "number" ? `constant ${x}` : `${Object.is(x.active, -0) ? "-0" : x.active}`))
    .join(", ");

describe("conventions", () => {
  for (const [name, operands, expected] of partials) {
    it(`${name}(${show(operands)}) has the partials ${expected.join(", ")}`, () => {
      const taken = take(name, operands).partials;
      assert.equal(taken.length, expected.length);
      for (const [i, partial] of taken.entries()) {
        assert.ok(Object.is(partial + 0, expected[i]! + 0) || Math.abs(partial - expected[i]!) < 1e-15, `${partial}`);
      }
    });
  }

  for (const [name, operands, expected] of kinks) {
    it(`${name}(${show(operands)}) ${expected === undefined ? "is no kink" : `is a kink: ${expected.kind}`}`, () => {
      assert.deepEqual(take(name, operands).kink, expected);
    });
  }

  for (const [name, operands, expected] of domains) {
    it(`${name}(${show(operands)}) ${expected === undefined ? "is inside its domain" : `leaves ${expected}`}`, () => {
      assert.equal(take(name, operands).violated, expected);
    });
  }

  it("give a number that ties with itself the whole derivative and no kink", () => {
    const t = tape();
    const x = t.input(3);
    const y = t.max(x, x);
    assert.deepEqual([t.gradient(y, [x]), kinksOf(t.steps)], [[1], []]);
  });

  it("agree with one-sided differences at every kink that has slopes and one value", () => {
    const step = 2 ** -26;
    let checked = 0;
    for (const { name, points, kink, arity, ...row } of OPERATIONS) {
      if (kink === undefined || arity !== 1) continue;
      const { value } = row as { readonly value: (x: number) => number };
      for (const [x] of points as readonly (readonly [number])[]) {
        const at = kink([x], [0]);
        if (at === undefined || at.kind === "jump" || !Number.isFinite(value(x))) continue;
        for (const [slope, side] of [
          [at.left, -1],
          [at.right, 1],
        ] as const) {
          const difference = (value(x + side * step) - value(x)) / (side * step);
          checked++;
          if (slope === undefined) assert.ok(Number.isNaN(difference), name);
          else if (Number.isFinite(slope)) assert.ok(Math.abs(difference - slope) < 1e-6, name);
          else assert.ok(difference * Math.sign(slope) > 1000, name);
        }
      }
    }
    assert.ok(checked > 20);
  });

  it("list the kinks of a tape with their nodes", () => {
    const t = tape();
    const x = t.input(0);
    const y = t.abs(x);
    t.floor(t.add(y, 0.5));
    assert.deepEqual(kinksOf(t.steps), [{ node: y.node, kind: "corner", left: -1, right: 1 }]);
    assert.equal(opcodeOf("abs"), t.steps.op[y.node]);
  });

  it("lists no kink of what stands still, as a whole number does", () => {
    const t = tape();
    const x = t.input(0.25);
    t.abs(t.floor(x));
    assert.deepEqual(kinksOf(t.steps), []);
  });
});
