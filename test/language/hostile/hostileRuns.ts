/** Runs of texts that mean no good. */
import assert from "node:assert/strict";
import { findingsOf, type Asked } from "../traced.ts";

/** Less than a user has, so that what goes on for ever ends sooner. Time plays no part in it. */
const BUDGET = { steps: 300_000, nodes: 100_000, time: 600_000, memory: 24 * 1024 * 1024 };

/** The codes of what stopped `f`; everything that is said has a place inside the text. */
export function endOf(text: string, options: Partial<Asked> = {}): readonly string[] {
  const findings = findingsOf(text, { budget: BUDGET, ...options });
  for (const { place, message } of findings) {
    assert.ok(place.start >= 0 && place.end > place.start, `no place: ${message}`);
    assert.ok(place.end <= (options.others?.[place.file] ?? text).length, `outside of the text: ${message}`);
  }
  return findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
}

/** A function `f` of x = 1 with a body. */
export function inFunction(body: string): string {
  return `/** @at x = 1 */\nfunction f(x: number): any { ${body}; return x; }`;
}
