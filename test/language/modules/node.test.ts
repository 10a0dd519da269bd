/** The modules of test/cases/modules, which import each other in many ways, give what they give in Node. */
import assert from "node:assert/strict";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { readFile } from "../packages/cases.ts";
import { inNode, load, outcomeOf } from "../program.ts";

const uri = pathToFileURL(path.join(PROJECT_ROOT, "test/cases/modules/main.mjs")).href;
const functions = (await import(uri)) as Record<string, unknown>;

describe("Modules that import each other", () => {
  for (const [name, work] of Object.entries(functions))
    if (typeof work === "function" && !String(work).startsWith("class"))
      it(name, () => {
        assert.deepStrictEqual(outcomeOf(load(uri, readFile), name), inNode(work as () => unknown));
      });
});
