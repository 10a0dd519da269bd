/** What counts against the memory of a run: all that was made, unless the host can tell how much of it may be alive. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { endOf, inFunction } from "../hostile/hostileRuns.ts";

const MEMORY = 1e6;
const budget = { steps: 1e6, nodes: 1e6, time: 600_000, memory: MEMORY };

describe("Values that are dropped at once", () => {
  const body = inFunction("let p = [x, x]; for (let i = 0; i < 1e5; i++) p = [p[1], i]");

  it("count where nobody knows how full the heap is", () => {
    assert.deepEqual(endOf(body, { budget }), ["budget/memory"]);
  });

  it("count only as long as they may be alive where the host tells", () => {
    let looks = 0;
    const gauge = (): number => (looks++, MEMORY / 4);
    assert.deepEqual(endOf(body, { budget, gauge }), []);
    // Each look gives room for more than half of the budget.
    assert.ok(looks > 10 && looks < 60, String(looks));
  });

  it("leave no room for more than the budget at once", () => {
    for (const huge of ["new Array(1e9).fill(x)", "'x'.repeat(2e6)", "new Float64Array(1e6)"])
      assert.deepEqual(endOf(inFunction(huge), { budget, gauge: () => 0 }), ["budget/memory"], huge);
  });

  it("count when the heap is full of them", () => {
    assert.deepEqual(endOf(body, { budget, gauge: () => MEMORY * 0.6 }), ["budget/memory"]);
  });

  it("do not let a run go on when its time is up", () => {
    assert.deepEqual(endOf(body, { budget: { ...budget, time: -1, steps: Infinity }, gauge: () => 0 }), [
      "budget/time",
    ]);
  });
});

describe("Buffers", () => {
  it("count for good, because the heap says nothing of them", () => {
    const body = inFunction("for (let i = 0; i < 200; i++) new Float64Array(1000)");
    assert.deepEqual(endOf(body, { budget, gauge: () => 0 }), ["budget/memory"]);
  });
});

describe("A long text that is brought into one piece", () => {
  const long = "const s = 'x'.repeat(2e5), kept: string[] = [];";

  it("counts in full when it is looked into", () => {
    for (const look of [
      "t[0]",
      "t.charCodeAt(1)",
      "/y/.test(t)",
      "parseFloat(t)",
      "t === u",
      "t < u",
      "+t",
      "m.set(t, 1)",
    ]) {
      const body = `${long} const u = s + '!', m = new Map(); for (let i = 0; i < 50; i++) { const t: any = s + i % 10; ${look}; kept.push(t); }`;
      assert.deepEqual(endOf(inFunction(body), { budget }), ["budget/memory"], look);
    }
  });

  it("counts once, however often it is looked into", () => {
    const body = `${long} const t = s + '!', u = s + '?'; for (let i = 0; i < 1e3; i++) t[i] === u[i];`;
    assert.deepEqual(endOf(inFunction(body), { budget }), []);
  });

  it("counts little as long as nobody looks", () => {
    const body = `${long} let t = s; for (let i = 0; i < 1e3; i++) t += '!';`;
    assert.deepEqual(endOf(inFunction(body), { budget }), []);
  });

  it("is not confused with texts that never had parts", () => {
    const body = `const a = 'x'.repeat(1e5), b = 'y'.repeat(1e5); for (let i = 0; i < 1e4; i++) a[i] === b[i];`;
    assert.deepEqual(endOf(inFunction(body), { budget }), []);
  });
});
