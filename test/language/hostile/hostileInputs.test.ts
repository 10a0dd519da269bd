import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planInputs } from "../../../src/language/inputs/inputs.ts";
import type { InputPlan } from "../../../src/language/inputs/plan.ts";
import { parse } from "../../../src/language/parse.ts";
import { functionNamed, functionsOf } from "../../../src/language/text/functions.ts";

function plan(text: string): InputPlan {
  const found = functionNamed(parse("file:///hostile.ts", text), "f");
  assert.ok(found !== undefined);
  return planInputs(found, { changed: {} }, undefined);
}

describe("planning inputs of hostile texts", () => {
  it("reads a thousand parameters and counts on", () => {
    const names = Array.from({ length: 1_000 }, (_, index) => `p${index}`);
    const { parameters } = plan(`function f(${names.join(", ")}) { return ${names.join(" + ")}; }`);
    assert.equal(parameters.at(-1)?.value?.expression.getText(), "(1000)");
  });

  it("ends for types that double at every step, and for arrays of any depth", () => {
    const types = Array.from(
      { length: 60 },
      (_, index) => `type T${index} = { a: T${index + 1}; b: T${index + 1}; c: T${index + 1}; d: T${index + 1} };`,
    );
    assert.equal(plan(`${types.join("\n")} type T60 = number; function f(t: T0) {}`).parameters.length, 1);
    assert.equal(plan(`function f(t: number${"[]".repeat(12)}) {}`).parameters.length, 1);
  });

  it("answers parameters that are deeper than the stack with a finding", () => {
    for (const text of [
      `function f(t: number${"[]".repeat(100_000)}) {}`,
      `function f(x = ${"y + ".repeat(100_000)}1) {}`,
    ]) {
      const { parameters, findings } = plan(text);
      assert.deepEqual([parameters, findings.map(({ code }) => code)], [[], ["syntax/error"]]);
    }
  });

  it("reads files with many functions that call each other", () => {
    const functions = Array.from(
      { length: 300 },
      (_, index) =>
        `function f${index}(x, y) { return ${Array.from({ length: 10 }, (_, step) => `f${(index + step + 1) % 300}(x, y)`).join(" + ")}; }`,
    );
    const text = `${functions.join("\n")}\nfunction f(x, y) { return f0(x, y); }`;
    assert.equal(functionsOf(parse("file:///hostile.ts", text)).length, 301);
    assert.equal(plan(text).parameters.length, 2);
  });
});
