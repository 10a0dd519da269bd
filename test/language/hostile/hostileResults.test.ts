/** Results and exceptions that mean no good: nothing of the program runs unguarded once it has ended. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceOf } from "../traced.ts";
import { endOf, inFunction } from "./hostileRuns.ts";

/** A proxy of which every trap throws, and one of which every trap goes on for ever. */
const TRAPS = `const trap = () => { throw new Error("trap"); };
  const P: any = new Proxy({ x }, new Proxy({}, { get: () => trap }));
  const L: any = new Proxy({ x }, new Proxy({}, { get: () => () => { for (;;); } }));`;

describe("A result", () => {
  it("that is a proxy is read by its traps, and what they do is told", () => {
    for (const result of ["P", "[P]", "{ p: P }", "new Proxy(P, {})", "new Set([P])"])
      assert.deepEqual(endOf(inFunction(`${TRAPS} return ${result}`)), ["error/thrown"], result);
    assert.deepEqual(endOf(inFunction(`${TRAPS} return L`)), ["budget/steps"]);
    const { result, outputs } = traceOf(inFunction("return new Proxy({ x }, { get: () => 7 })"));
    assert.deepEqual([result, outputs.map(({ name }) => name)], ["{ x: 1 }", [".x"]]);
  });

  it("with a proxy among its prototypes is shown without asking that", () => {
    for (const made of [
      "Object.create(P)",
      "Object.setPrototypeOf(() => 1, L)",
      "new Error('no', { cause: Object.create(L) })",
    ])
      assert.deepEqual(endOf(inFunction(`${TRAPS} console.log(${made}); return ${made}`)), [], made);
    for (const made of ["Object.setPrototypeOf([x], P)", "Object.setPrototypeOf(new Map([[1, x]]), L)"])
      assert.equal(traceOf(inFunction(`${TRAPS} return ${made}`)).outputs.length, 1, made);
  });

  it("that is thrown has a place, whatever it is", () => {
    for (const thrown of [
      "P",
      "Object.create(P)",
      "Object.setPrototypeOf(new Error('a'), P)",
      "{ get message() { throw P; } }",
    ])
      assert.deepEqual(endOf(inFunction(`${TRAPS} throw ${thrown}`)), ["error/thrown"], thrown);
  });

  it("with a huge gap is not walked through", () => {
    const { outputs, result } = traceOf(inFunction("const a: any[] = []; a[1e9] = x; return a"));
    assert.deepEqual(
      outputs.map(({ path }) => path),
      [[1e9]],
    );
    assert.equal(result, "[ <1000000000 empty items>, 1 ]");
    const given = traceOf("function f(a: number[]) { return a[4e9]! * 2; }", {
      given: "[Object.assign([], { 4000000000: 3 })]",
    });
    assert.deepEqual(
      given.inputs.map(({ name, value }) => [name, value]),
      [["a[4000000000]", 3]],
    );
  });
});
