/** Replaying a trace against running the function again: if every decision agrees, both are the same to the last bit. */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { replay } from "../../src/autodiff/replay.ts";
import type { Tape } from "../../src/autodiff/tape.ts";
import type { Trace } from "../../src/language/trace.ts";
import { choiceNumbers, seedOf } from "./generated/choices.ts";
import { pointOf, writeSmooth } from "./generated/smooth.ts";
import { traceOf } from "./traced.ts";

const RUNS = Number(process.env["GRADLENS_RUNS"] ?? 100);
const SEED = seedOf(process.env["GRADLENS_SEED"]);

function traceAt(text: string, point: readonly unknown[]): Trace {
  return traceOf(text, { given: JSON.stringify(point), isObserved: false });
}

/** Fails at the first number that differs; quicker than comparing the columns whole. */
function same(one: Tape, other: Tape, about: string): void {
  assert.equal(one.length, other.length, about);
  const others = columns(other);
  for (const [index, column] of columns(one).entries())
    for (let node = 0; node < one.length; node++)
      if (!Object.is(column[node], others[index]![node]))
        assert.fail(`step ${node}: ${column[node]}, not ${others[index]![node]}\n${about}`);
}

function columns(t: Tape): readonly ArrayLike<number>[] {
  return [t.op, t.a, t.b, t.da, t.db, t.value];
}

/** Move a trace to another point by replaying it; undefined if a decision turns. */
function moved(trace: Trace, values: readonly number[]): Tape | undefined {
  const nodes = trace.inputs.flatMap(({ node }) => (node === undefined ? [] : [node]));
  const again = replay(trace.tape, new Map(nodes.map((node, i) => [node, values[i]!])));
  return trace.decisions.agree(trace.tape, again) ? again : undefined;
}

describe("a replayed trace", () => {
  it(`is what running again gives: ${RUNS} generated functions, seed ${SEED}`, (test) => {
    let agreed = 0;
    let turned = 0;
    const property = fc.property(
      choiceNumbers(200),
      fc.array(fc.double({ min: -1, max: 1, noNaN: true })),
      (numbers, by) => {
        const source = writeSmooth(numbers);
        const before = pointOf(numbers);
        const after = before.map((value, i) => value + (by[i] ?? 0.125) / 8);
        const trace = traceAt(source, before);
        if (trace.outputs.length !== 1) return;
        const replayed = moved(trace, after);
        if (replayed === undefined) {
          turned++;
          return;
        }
        agreed++;
        const about = `${source.slice(source.indexOf("function f"))}\nfrom ${before.join()} to ${after.join()}`;
        const again = traceAt(source, after);
        same(replayed, again.tape, about);
        assert.equal(again.outputs[0]?.node, trace.outputs[0]!.node, about);
      },
    );
    fc.assert(property, { numRuns: RUNS, seed: SEED });
    test.diagnostic(`${agreed} agreed, ${turned} turned`);
    assert.ok(agreed * 2 > RUNS, `only ${agreed} of ${RUNS} could be replayed`);
  });

  /** Functions with the point where they run, one to which they can be moved, and one to which they cannot. */
  const cases: readonly [
    what: string,
    body: string,
    at: number[],
    same: number[] | undefined,
    other: number[] | undefined,
  ][] = [
    ["a comparison", "return x > 0 ? x * 2 : x * 3;", [1], [2], [-1]],
    ["a comparison with a constant first", "return 0 >= x ? x * 2 : x * 3;", [1], [2], [0]],
    ["two active numbers", "return x < y ? x : y;", [1, 2], [1, 1.5], [2, 1]],
    ["truth", "return x ? y : 1;", [1, 2], [-3, 2], [0, 2]],
    ["the truth of a product", "return (x && y) + 1;", [1, 2], [-3, 2], [0, 2]],
    ["a negation", "return !x ? 1 : y;", [1, 2], [-3, 2], [0, 2]],
    ["equality", "return x === 0 ? y : x;", [1, 2], [3, 2], [0, 2]],
    ["loose equality", "return x == 0 ? y : x;", [1, 2], [3, 2], [0, 2]],
    ["a comparison with undefined", "return x === undefined || y == null ? 0 : x * y;", [1, 2], [3, -4], undefined],
    ["switch", "switch (x) { case 1: return y; default: return x; }", [2, 2], [3, 2], [1, 2]],
    ["an index", "return [y, y * 2, y * 3][Math.floor(x)];", [1.5, 2], [1.25, 4], [2.5, 2]],
    ["a key", "const o = { 1: y, 2: y * 2 }; return o[x];", [1, 2], [1, 3], [2, 2]],
    ["a number of rounds", "let s = 0; for (let i = 0; i < x; i++) s += y; return s;", [3, 2], [2.5, 3], [3.5, 2]],
    ["a loop that converges", "let s = x; while (s > 1) s /= 2; return s;", [5], [6], [9]],
    ["max", "return Math.max(x, y) * 2;", [1, 2], [3, 2], undefined],
    ["abs", "return Math.abs(x) * y;", [1, 2], [-3, 2], undefined],
    ["sorting", "return [x, y, 2].sort((a, b) => a - b)[0];", [1, 3], [0, 5], [4, 1]],
    ["sorting by text", "return [x, y].sort()[0];", [1, 3], undefined, [2, 5]],
    ["isNaN", "return Number.isNaN(x) || !isFinite(y) ? 0 : x * y;", [1, 3], [0, 5], [1, Infinity]],
    ["isInteger", "return Number.isInteger(x) ? y : x;", [1, 3], [1, 5], [1.5, 3]],
    ["a text", "return Number(String(x)) * y;", [1, 3], [1, 5], [2, 3]],
    ["toFixed", "return Number(x.toFixed(1)) * y;", [1, 3], [1, 5], [2, 3]],
    ["JSON", "return JSON.parse(JSON.stringify([x]))[0] * y;", [1, 3], [1, 5], [2, 3]],
    ["a map's key", "return new Map([[1, y], [2, y * 2]]).get(x);", [1, 3], [1, 5], [2, 3]],
    ["includes", "return [1, 2].includes(x) ? y : x;", [1, 3], [1, 5], [3, 3]],
    [
      "a typed array",
      "const a = new Float64Array(2); a[0] = x; a[1] = y; return a[0] * a[1];",
      [1, 3],
      [4, 5],
      undefined,
    ],
    [
      "a search in a typed array",
      "const a = Float64Array.of(x, y); return a.indexOf(3) * x;",
      [1, 3],
      undefined,
      [1, 4],
    ],
    ["whole numbers", "const a = new Int32Array(1); a[0] = x; return a[0] * y;", [1, 3], [1, 5], [2, 3]],
    ["bytes", "const a = new Float64Array([x]); return new Uint8Array(a.buffer)[7] * y;", [1, 3], undefined, [-1, 3]],
    [
      "a data view",
      "const a = new Float64Array([x]); return new DataView(a.buffer).getInt8(7) * y;",
      [1, 3],
      undefined,
      [-1, 3],
    ],
    ["some", "return [x, y].some((v) => v) ? x * y : 1;", [1, 3], [2, 5], [0, 0]],
    ["a date", "return new Date(x).getTime() * y;", [1, 3], [1, 5], [2, 3]],
    ["a repeated text", 'return "a".repeat(x).length * y;', [1, 3], [1, 5], [2, 3]],
    ["writing to the console", "console.log(x, y); return x * y;", [1, 3], [2, 5], undefined],
    ["instanceof", "return x instanceof Number ? 0 : x * y;", [1, 3], [2, 5], undefined],
  ];

  for (const [what, body, at, near, other] of cases) {
    it(`knows what hangs on a number: ${what}`, () => {
      const text = `export function f(x: number, y: number) {\n${body}\n}\n`;
      const trace = traceAt(text, at.length === 1 ? [...at, 1] : at);
      assert.equal(trace.outputs.length, 1, JSON.stringify(trace.findings));
      const point = (values: readonly number[]): number[] => (values.length === 1 ? [...values, 1] : [...values]);
      if (near !== undefined) {
        const replayed = moved(trace, point(near));
        assert.ok(replayed !== undefined, `cannot be moved to ${near.join()}`);
        same(replayed, traceAt(text, point(near)).tape, text);
      }
      if (other !== undefined) assert.equal(moved(trace, point(other)), undefined, `can be moved to ${other.join()}`);
    });
  }
});
