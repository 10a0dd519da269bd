/**
 * Texts that nobody would write: the cases and the examples with words deleted, doubled, swapped and exchanged. Whatever comes
 * of it, a trace or a finding says so. `GRADLENS_RUNS` says how many, `GRADLENS_SEED` which (a number, or `random`).
 */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import type { Finding } from "../../../src/language/finding.ts";
import { traceFunction } from "../../../src/language/language.ts";
import { NeedFiles } from "../../../src/language/modules/files.ts";
import { parse } from "../../../src/language/parse.ts";
import { functionAt, functionsOf } from "../../../src/language/text/functions.ts";
import { seedOf } from "../generated/choices.ts";
import { readFile } from "../packages/cases.ts";

const RUNS = Number(process.env["GRADLENS_RUNS"] ?? 300);
const SEED = seedOf(process.env["GRADLENS_SEED"]);
const FOLDERS = ["examples", "test/cases/language", "test/cases/classics", "test/cases/conformance"];
/** Less than a user has, so that what goes on for ever ends sooner. Time plays no part in it. */
const BUDGET = { steps: 300_000, nodes: 100_000, time: 600_000, memory: 24 * 1024 * 1024 };

const files = FOLDERS.flatMap((folder) =>
  fs
    .readdirSync(path.join(PROJECT_ROOT, folder))
    .filter((name) => /\.[cm]?[jt]s$/.test(name))
    .map((name) => path.join(PROJECT_ROOT, folder, name)),
);

describe("Mutated texts", () => {
  it(`end with a value or a finding: ${RUNS} texts, seed ${SEED}`, () => {
    const random = randomFrom(SEED);
    for (let run = 0; run < RUNS; run++) {
      const { uri, text, offset } = mutated(random);
      try {
        check(uri, text, offset);
      } catch (error) {
        if (error instanceof NeedFiles) continue;
        const around = functionAt(parse(uri, text), offset)?.place ?? { start: offset - 300, end: offset + 300 };
        const shown = text.slice(Math.max(0, around.start), around.end);
        assert.fail(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${uri}\n${shown}`);
      }
    }
  });
});

function check(uri: string, text: string, offset: number): void {
  const answer = traceFunction({
    uri,
    text,
    target: { kind: "offset", offset },
    changed: {},
    arguments: undefined,
    budget: BUDGET,
    files: { read: readFile },
    tape: undefined,
    isObserved: true,
  });
  const findings = answer.kind === "traced" ? answer.trace.findings : answer.kind === "broken" ? [answer.finding] : [];
  for (const finding of findings) requirePlace(finding, uri, text);
  if (answer.kind === "traced" && answer.trace.outputs.length === 0)
    assert.notEqual(findings.length, 0, "nothing is said of a run without a result");
}

function requirePlace({ place, message }: Finding, uri: string, text: string): void {
  const { length } = place.file === uri ? text : (readFile(place.file) ?? "");
  assert.ok(place.start >= 0 && place.start <= place.end && place.end <= length, `no place: ${message}`);
}

/** A text with a few words changed in one of its functions, and an offset in that function. */
function mutated(random: (below: number) => number): {
  readonly uri: string;
  readonly text: string;
  readonly offset: number;
} {
  const file = files[random(files.length)]!;
  const uri = pathToFileURL(file).href;
  const text = fs.readFileSync(file, "utf8");
  const functions = functionsOf(parse(uri, text));
  const { start, end } = functions[random(functions.length)]!.place;
  const words = wordsOf(text.slice(start, end));
  for (let count = 1 + random(3); count > 0; count--) mutate(words, random);
  return { uri, text: text.slice(0, start) + words.join("") + text.slice(end), offset: start + 1 };
}

function mutate(words: string[], random: (below: number) => number): void {
  const at = random(words.length);
  const other = random(words.length);
  const word = words[at] ?? "";
  switch (random(5)) {
    case 0:
      words.splice(at, 1);
      return;
    case 1:
      words.splice(at, 0, word, " ");
      return;
    case 2:
      words[at] = words[other] ?? "";
      words[other] = word;
      return;
    case 3:
      words[at] = words[other] ?? "";
      return;
    default:
      words[at] = ` ${FOREIGN[random(FOREIGN.length)]!} `;
  }
}

/** Words that seldom stand where they are put. */
const FOREIGN = (
  "let static async await yield super this new class extends get set of in typeof delete void using declare namespace enum " +
  "abstract readonly accessor override default return break continue throw try catch finally switch case const var function " +
  "arguments eval null undefined import export #x ?. ?? ... => ** ++ -- ~ ! @ ` / < > { } ( ) [ ] ; , : ? = += ??= 0 -0 1n '' /x/g"
).split(" ");

function wordsOf(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, false, ts.LanguageVariant.Standard, text);
  const words: string[] = [];
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) words.push(scanner.getTokenText());
  return words;
}

/** Numbers below a bound, always the same ones for a seed. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
