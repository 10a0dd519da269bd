/** Evaluates JavaScript expressions by Node and by our interpreter, and holds what is printed of them against each other. */
import assert from "node:assert/strict";
import util from "node:util";
import { caught } from "../../src/language/interpreter/compile/statements/tries.ts";
import { inspect } from "../../src/language/interpreter/inspect/inspect.ts";
import { type Machine } from "../../src/language/interpreter/machine.ts";
import { Stop } from "../../src/language/interpreter/meter.ts";
import { ObjectValue } from "../../src/language/interpreter/values/objects.ts";
import type { Value } from "../../src/language/interpreter/values/values.ts";
import { load, type Program } from "./program.ts";

/** What an expression comes to in Node, as text. */
function nodeText(source: string): string {
  try {
    // eslint-disable-next-line @typescript-eslint/no-implied-eval, no-new-func -- a case is a text so that both sides read the same
    const work = new Function(`"use strict"; return (${source});`) as () => unknown;
    return util.inspect(work(), { breakLength: Infinity, compact: true });
  } catch (error) {
    return errorLine((error as Error).name, (error as Error).message);
  }
}

/** What expressions come to in our interpreter, as texts; each runs in the same program. */
export function ourTexts(sources: readonly string[]): string[] {
  const lines = sources.map((source, index) => `export const ${nameAt(index)} = () => (${source});`);
  const program = load("file:///cases.js", new Map([["file:///cases.js", lines.join("\n")]]));
  return sources.map((_source, index) => ourText(program, nameAt(index)));
}

function nameAt(index: number): string {
  return `case${index}`;
}

function ourText({ machine, module }: Program, name: string): string {
  try {
    return inspect(machine, machine.call(module.read(name)!(), undefined, []));
  } catch (error) {
    if (error instanceof Stop) return `Stop: ${error.finding.code}`;
    const thrown = caught(machine, error);
    if (thrown === undefined) throw error;
    return thrownText(machine, thrown.value);
  }
}

function thrownText(machine: Machine, value: Value): string {
  if (!(value instanceof ObjectValue)) return errorLine(undefined, undefined);
  return errorLine(machine.plain(value.get(machine, "name")), machine.plain(value.get(machine, "message")));
}

function errorLine(name: unknown, message: unknown): string {
  return `${String(name)}: ${String(message)}`;
}

/** Compare expressions, one a line; empty lines are allowed. The first few that differ are reported, after `title`. */
export function assertSameTexts(text: string, title = "differs"): void {
  const sources = [...new Set(text.split("\n").map((line) => line.trim()))].filter((line) => line !== "");
  const ours = ourTexts(sources);
  const different = sources
    .map((source, index) => `${source}\n  here: ${ours[index]!}\n  Node: ${nodeText(source)}`)
    .filter((_report, index) => ours[index] !== nodeText(sources[index]!));
  if (different.length > 0) assert.fail([title, ...different.slice(0, 5)].join("\n"));
}
