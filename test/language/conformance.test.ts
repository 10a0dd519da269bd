/** The scripts of test/cases/conformance, each of which checks itself, hold in Node and in our interpreter. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { readFile } from "./packages/cases.ts";
import { inNode, load, outcomeOf } from "./program.ts";

const folder = path.join(PROJECT_ROOT, "test/cases/conformance");
const files = fs.readdirSync(folder).filter((name) => name !== "assert.mjs");
const scripts = await Promise.all(
  files.map(async (file) => {
    const uri = pathToFileURL(path.join(folder, file)).href;
    return { file, uri, inNode: (await import(uri)) as Record<string, () => unknown> };
  }),
);

describe("Conformance", () => {
  for (const { file, uri, inNode: functions } of scripts)
    describe(file, () => {
      for (const [name, work] of Object.entries(functions))
        it(name, () => {
          assert.deepEqual(inNode(work), { value: undefined }, "in Node");
          // A program of its own for each, as the built-in objects are changed by some.
          assert.deepEqual(outcomeOf(load(uri, readFile), name), { value: undefined });
        });
    });

  it("has at least 200 scripts", () => {
    assert.ok(scripts.flatMap((script) => Object.keys(script.inNode)).length >= 200);
  });
});
