/** How often a function is run to find numbers for it: as often as there is something to be found. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planInputs } from "../../../src/language/inputs/inputs.ts";
import { parse } from "../../../src/language/parse.ts";
import { bestGuess } from "../../../src/language/run/guessing.ts";
import { functionNamed } from "../../../src/language/text/functions.ts";
import type { Trace } from "../../../src/language/trace.ts";
import { traceOf } from "../traced.ts";

/** How many other numbers `f` is tried out with after its first run. */
function trialsOf(text: string): number {
  const found = functionNamed(parse("file:///a.ts", text), "f");
  assert.ok(found !== undefined, text);
  const plan = planInputs(found, { changed: {} }, undefined);
  const first = traceOf(text);
  let count = 0;
  const run = (): Trace => {
    count += 1;
    return first;
  };
  bestGuess({ plan: (guess) => planInputs(found, { changed: {}, guess }, undefined), run }, plan, first);
  return count;
}

describe("a function is tried out", () => {
  it("with no other numbers if tags say them all, whatever there is against them", () => {
    assert.equal(trialsOf("/** @at x = 0 */ function f(x: number) { return Math.abs(x); }"), 0);
    assert.equal(trialsOf("/** @at x = 0, y = 1 */ function f(x: number, y: number) { return Math.abs(x) + y; }"), 0);
  });
  it("with other numbers if some are made up and something is against them", () => {
    assert.ok(trialsOf("/** @at x = 0 */ function f(x: number, y: number) { return Math.abs(x) + y; }") > 0);
    assert.ok(
      trialsOf("/** @at p.x = 0 */ function f(p: { x: number; y: number }) { return Math.abs(p.x) + p.y; }") > 0,
    );
  });
  it("with no other numbers if nothing is against the first", () => {
    assert.equal(trialsOf("function f(x: number, y: number) { return x * y; }"), 0);
  });
});
