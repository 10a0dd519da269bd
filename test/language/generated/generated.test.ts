/**
 * Programs that nobody wrote: generated, run by Node and by our interpreter, and compared. `GRADLENS_RUNS` says how many,
 * `GRADLENS_SEED` which (a number, or `random`).
 */
import fc from "fast-check";
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { inNode, load, outcomeOf, type Outcome } from "../program.ts";
import { choiceNumbers, seedOf } from "./choices.ts";
import { writeProgram } from "./program.ts";

const RUNS = Number(process.env["GRADLENS_RUNS"] ?? 2_000);
const SEED = seedOf(process.env["GRADLENS_SEED"]);

/** Steps by which a program that shows a difference is made smaller: there is no end of them. */
const SHRINKS = 3_000;

describe("Generated programs", () => {
  it(`give what Node gives: ${RUNS} programs, seed ${SEED}`, () => {
    const property = fc.property(fc.limitShrink(choiceNumbers(300), SHRINKS), (numbers) =>
      isSame(writeProgram(numbers)),
    );
    const { failed, counterexample } = fc.check(property, { numRuns: RUNS, seed: SEED });
    if (!failed) return;
    const source = writeProgram(counterexample![0]);
    assert.deepStrictEqual(
      ours(source),
      inHost(source),
      `${source.slice(source.indexOf("function main"))}\nseed ${SEED}`,
    );
  });
});

function isSame(source: string): boolean {
  return isDeepStrictEqual(withoutSubjects(ours(source)), withoutSubjects(inHost(source)));
}

function ours(source: string): Outcome {
  const uri = "file:///generated.js";
  return outcomeOf(load(uri, new Map([[uri, `${source}\nexport { main };`]])), "main");
}

function inHost(source: string): Outcome {
  // eslint-disable-next-line no-new-func, @typescript-eslint/no-implied-eval -- both sides must run the same text
  const work = new Function(`"use strict"; ${source}\nreturn main;`) as () => () => unknown;
  return inNode(work());
}

/** V8's words for an expression that is not callable or iterable. */
const IS_NOT = /^.* is not (?:iterable|a function|a constructor).*$/s;
/** `Symbol.iterator in 10n` is a wrong use of `in`, or of what is not iterable, as V8 has compiled it. */
const IS_IN = /^.*'in' operator to search for 'Symbol\(Symbol\.iterator\)'.*$/s;

/**
 * The same outcome without V8's words for the expression that is not callable or iterable: which part of a nested
 * expression they are about depends on where its compiler thinks that it is. The usual ones are compared in
 * `callSites.test.ts`.
 */
function withoutSubjects(value: unknown): unknown {
  if (typeof value === "string") return value.replace(IS_NOT, "is not").replace(IS_IN, "is not");
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withoutSubjects);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSubjects(item)]));
}
