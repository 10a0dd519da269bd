/** Every function that a file of test/cases/language exports gives the same result in Node and in our interpreter. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { FunctionValue } from "../../src/language/interpreter/values/functionValue.ts";
import { inNode, load, outcomeOf } from "./program.ts";

const folder = path.join(PROJECT_ROOT, "test/cases/language");
const out = path.join(PROJECT_ROOT, "out", `cases-${process.pid}`);

async function importInNode(file: string): Promise<Record<string, unknown>> {
  const isCommonJs = file.endsWith(".cjs");
  const outfile = path.join(out, `${path.basename(file)}${isCommonJs ? "" : ".mjs"}`);
  const text = fs.readFileSync(file, "utf8");
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  fs.mkdirSync(out, { recursive: true });
  fs.writeFileSync(outfile, isCommonJs ? text : ts.transpileModule(text, { compilerOptions }).outputText);
  const module = (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
  return isCommonJs ? (module["default"] as Record<string, unknown>) : module;
}

const files = fs.readdirSync(folder).filter((name) => /\.[cm]?[jt]s$/.test(name));
const modules = await Promise.all(files.map((name) => importInNode(path.join(folder, name))));

fs.rmSync(out, { recursive: true, force: true });

describe("Language cases give what Node gives", () => {
  for (const [index, name] of files.entries()) {
    const file = path.join(folder, name);
    const exports = modules[index]!;
    describe(name, () => {
      const names = Object.keys(exports).filter((key) => typeof exports[key] === "function");
      it("has functions to compare", () => {
        assert.notEqual(names.length, 0);
      });
      for (const key of names)
        it(key, () => {
          // A program of its own for each function: what one changes, the next must not see.
          const read = (uri: string): string | undefined => readFile(uri);
          const expected = inNode(exports[key] as () => unknown);
          const program = load(pathToFileURL(file).href, read);
          assert.ok(program.module.read(key)?.() instanceof FunctionValue);
          assert.deepStrictEqual(outcomeOf(program, key), expected);
        });
    });
  }
});

function readFile(uri: string): string | undefined {
  const file = new URL(uri);
  return fs.existsSync(file) && fs.statSync(file).isFile() ? fs.readFileSync(file, "utf8") : undefined;
}
