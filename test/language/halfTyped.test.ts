/** Functions that are cut off anywhere, among whole ones: what is broken says so, and what is whole still works. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { traceFunction, type TraceAnswer } from "../../src/language/language.ts";
import { ts } from "../../src/language/parse.ts";

const BEFORE = "export function first(a: number) { return a * a; }\n\n";
const AFTER = "\n\n\n/** @at b = 2 */\nexport function last(b: number) { return b * 3; }\n";
const EXAMPLES = [
  "export function f(w: number, x: number): number {\n  const u = w * x; /* net */\n  if (u > 0) { return u + 1; }\n  for (let i = 0; i < 2; i++) { w += i * x; }\n  return Math.max(0, w);\n}",
  "export const f = (xs: number[]) => {\n  let s = `a${xs.length}b`.length;\n  for (const x of xs) s += x > 0 ? x ** 2 : -x;\n  return { s, m: xs.map((x) => x / 2).reduce((a, b) => a + b, 0) };\n};",
];

function ask(text: string, name: string): TraceAnswer {
  const files = { read: () => undefined };
  const budget = { steps: 20_000, nodes: 20_000, time: 60_000, memory: 1e8 };
  const given = { changed: {}, arguments: undefined, budget, files, tape: undefined, isObserved: false };
  return traceFunction({ uri: "file:///half.ts", text, target: { kind: "name", name }, ...given });
}

function resultOf(text: string, name: string): number | undefined {
  const answer = ask(text, name);
  return answer.kind === "traced" ? answer.trace.outputs[0]?.value : undefined;
}

/** The texts that the code is while it is typed: cut behind each token. */
function cutOff(code: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, code);
  const ends = new Set<number>();
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) ends.add(scanner.getTokenEnd());
  return [...ends].map((end) => code.slice(0, end)).filter((cut) => cut.includes("f ") || cut.includes("f("));
}

/** The first error that is said of a function. */
function errorOf(text: string, name: string): string | undefined {
  const answer = ask(text, name);
  if (answer.kind === "none") return undefined;
  const findings = answer.kind === "broken" ? [answer.finding] : answer.trace.findings;
  const error = findings.find(({ severity }) => severity === "error");
  return error && `${text.slice(error.place.start, error.place.end)}: ${error.message}`;
}

describe("A function that is cut off", () => {
  it("is broken, at a place in it, or is whole already; functions before it work", () => {
    let broken = 0;
    for (const code of EXAMPLES)
      for (const cut of cutOff(code)) {
        const text = `${BEFORE}${cut}${AFTER}`;
        assert.equal(resultOf(text, "first"), 1, cut);
        const answer = ask(text, "f");
        // A head without a body is that of an overload.
        const isHead = /^export function f\([^{]*\)(?:: number)?$/.test(cut);
        assert.equal(answer.kind, isHead ? "none" : cut.includes("\n}") ? "traced" : "broken", cut);
        if (answer.kind !== "broken") continue;
        broken++;
        const { start, end } = answer.finding.place;
        const isInside = BEFORE.length <= start && start < BEFORE.length + cut.length;
        // What cannot follow is told where it follows.
        assert.ok(isInside || text.slice(start, end).trim() !== "", `${cut} ${start}`);
      }
    assert.ok(broken >= 60, String(broken));
  });

  it("leaves the functions below it whole where its block is not closed", () => {
    for (const code of [
      "export function f(w: number) {",
      "export function f(w: number) {\n  return w * 2;",
      "export function f(w: number) {\n  if (w > 0) { return w * 2;\n}",
      "export function f(w: number) {\n  if (w > 0) { return w * 2;",
      "export function f(w: number) {\n  return w; /* net\n} /* other */",
      "export class C {\n  m(x: number) { return x;",
    ]) {
      const text = `${BEFORE}${code}${AFTER}`;
      assert.equal(resultOf(text, "last"), 6, code);
      if (code.includes("f(")) assert.equal(errorOf(text, "f"), "{: `{` is not closed: `}` expected.", code);
    }
  });

  it("is told where a comment is open until the end", () => {
    const text = `${BEFORE}export function f(w: number) {\n  return w * 2; /* net\n}${AFTER.replace("/** @at b = 2 */", "")}`;
    assert.equal(errorOf(text, "f"), "; /*: `*/` expected.");
    assert.equal(resultOf(text, "first"), 1);
  });

  it("is told in itself when its end is missed at the end of the text", () => {
    assert.equal(errorOf("function f(w: number) {\n  return w;\n", "f"), "{: `{` is not closed: `}` expected.");
    assert.equal(errorOf("const f = (w: number)\n\nfunction g() {}", "f"), "): `=>` expected.");
  });
});
