/** The loops of the generator that is looked at are regions with rounds, as those of other functions are. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { gradientOf, traceOf } from "../traced.ts";

/** The regions of a run, each with its steps and the region around it. */
function regionsOf(text: string): string[] {
  const { regions } = traceOf(text);
  return regions.map(({ kind, name, start, end, parent }) => `${kind} ${name} ${start}–${end} in ${parent}`);
}

describe("Loops of the generator that is looked at", () => {
  it("have rounds, however a round ends", () => {
    const text = `function* f(x: number) {
      let s = x;
      outer: while (true) {
        for (const k of [1, 2]) {
          s = s * x + k;
          if (k > 1) continue outer;
          yield s;
          if (s > 20) break outer;
        }
      }
      yield s * x;
    }`;
    assert.deepEqual(regionsOf(text.replace("number)", "number = 2)")), [
      "loop while 1–7 in -1",
      "round while 1–5 in 0",
      "loop for 1–5 in 1",
      "round for 1–3 in 2",
      "round for 3–5 in 2",
      "round while 5–7 in 0",
      "loop for 5–7 in 5",
      "round for 5–7 in 6",
    ]);
  });

  it("contain the loops of the functions that they call", () => {
    const text = `function* f(x: number) {
      const square = (y: number) => { let p = 1; for (let j = 0; j < 2; j++) p *= y; return p; };
      for (let i = 0; i < 2; i++) yield square(x + i);
    }`;
    assert.deepEqual(regionsOf(text), [
      "loop for 1–7 in -1",
      "round for 1–4 in 0",
      "call square 2–4 in 1",
      "loop for 2–4 in 2",
      "round for 2–3 in 3",
      "round for 3–4 in 3",
      "round for 4–7 in 0",
      "call square 5–7 in 6",
      "loop for 5–7 in 7",
      "round for 5–6 in 8",
      "round for 6–7 in 8",
    ]);
    assert.deepEqual(gradientOf(traceOf(text)), [2]);
  });

  it("are one loop of one generator: those of others, whose values it takes, are none", () => {
    const text = `function* f(x: number, n = 1): Generator<number> {
      for (let i = 1; i < 3; i++) {
        yield x * i;
        if (n > 0) for (const v of f(x, n - 1)) yield v * x;
      }
    }`;
    const regions = regionsOf(text);
    assert.deepEqual(
      regions.filter((region) => region.startsWith("loop")).map((region) => region.split(" ").slice(0, 2)),
      [
        ["loop", "for"],
        ["loop", "for"],
        ["loop", "for"],
      ],
    );
    assert.equal(traceOf(text).result, "[ 2, 4, 8, 4, 4, 8 ]");
  });

  it("are no regions where an exception may go on beside them", () => {
    const text = `function* f(x: number) {
      for (let i = 0; i < 2; i++) try { if (i > 0) throw x; yield x * 2; } catch (error) { yield (error as number) * x; }
    }`;
    assert.deepEqual(regionsOf(text), []);
    assert.equal(traceOf(text).result, "[ 2, 1 ]");
  });

  it("keep no resource, and say so as other loops do", () => {
    const loop = "for (using r of [{ x, [Symbol.dispose]() {} }]) yield r.x * x;";
    for (const text of [
      `function* f(x: number) { ${loop} }`,
      `function f(x: number) { ${loop.replace("yield", "x =")} }`,
    ]) {
      const [finding] = traceOf(text).findings;
      assert.equal(finding?.code, "unsupported/syntax");
      assert.equal(finding.message, "`using` is only supported in the blocks of functions.");
    }
  });
});
