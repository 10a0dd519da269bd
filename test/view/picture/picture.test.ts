/** The picture of a run is made once for what is shown and for what is asked about it. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { pictureOf } from "../../../src/view/picture/picture.ts";
import { traceOf } from "../../language/traced.ts";

it("the picture of a run is made once, and again for another output, folding or run", () => {
  const text =
    "/** @at x = 2 */ function f(x: number) { let s = x; for (let i = 0; i < 3; i++) s *= x; return [s, x]; }";
  const trace = traceOf(text);
  const [first, second] = trace.outputs;
  const picture = pictureOf(trace, first, undefined);
  assert.equal(pictureOf(trace, first, undefined), picture);
  assert.notEqual(pictureOf(trace, second, undefined), picture);
  assert.notEqual(pictureOf(trace, first, undefined, { open: ["loop for 1"], closed: [] }), picture);
  assert.notEqual(pictureOf(traceOf(text), first, undefined), pictureOf(trace, first, undefined));
  assert.deepEqual(pictureOf(trace, first, undefined).links, picture.links);
});
