/** What waits for something ends the run where it waits; the part up to there is traced. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceOf } from "../traced.ts";

/** The steps recorded, and the texts of the findings' places with their codes. */
function upTo(body: string, head = "export async function f(x: number)"): string {
  const text = `${head} { const y = x * x; ${body} }`;
  const { tape, findings } = traceOf(text);
  const said = findings.map(({ code, place }) => `${code} at ${text.slice(place.start, place.end)}`);
  return `${tape.length} steps, ${said.join(", ")}`;
}

describe("What waits", () => {
  it("is an `await`, before which an async function is traced", () => {
    assert.equal(upTo("const r = await load(y); return r;"), "2 steps, unsupported/async at await load(y)");
    assert.equal(upTo("for await (const z of [y]) return z;"), "2 steps, unsupported/async at await");
  });

  it("is the result of an async function that awaits nothing", () => {
    assert.equal(upTo("return y;"), "2 steps, unsupported/async at async");
    assert.equal(
      upTo("const g = async () => y * 2; g(); return y;", "export function f(x: number)"),
      "3 steps, unsupported/async at async",
    );
  });

  it("is a generator whose values come later", () => {
    assert.equal(
      upTo("async function* g() { yield 1; } g(); return y;", "export function f(x: number)"),
      "2 steps, unsupported/async at async",
    );
  });

  it("is not what threads share, of which it is said what to use instead", () => {
    const text = "export function f(x: number) { return x * Atomics.load(new Int32Array(1), 0); }";
    assert.deepEqual(
      traceOf(text).findings.map(({ message, help }) => [message, help]),
      [
        [
          "`Atomics` is for memory that several threads share.",
          "Use an `ArrayBuffer`, and read and write the elements of a typed array directly.",
        ],
      ],
    );
  });

  it("is a promise or a timer", () => {
    const head = "export function f(x: number)";
    assert.equal(
      upTo("setTimeout(() => y, 1); return y;", head),
      "2 steps, unsupported/async at setTimeout(() => y, 1)",
    );
    assert.equal(
      upTo("return new Promise((r) => r(y));", head),
      "2 steps, unsupported/async at new Promise((r) => r(y))",
    );
    assert.equal(
      upTo("{ await using z = y; } return y;", head.replace("function", "async function")),
      "2 steps, unsupported/async at await using z = y",
    );
  });
});
