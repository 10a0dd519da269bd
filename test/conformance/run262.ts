/** Runs one test of test262 by our interpreter and, if it fails, by Node. */
import fs from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { endedText, type Ended, type Result } from "./ended.ts";
import { runInNode } from "./inNode.ts";
import { interpret, madeGlobal, type Sources } from "./interpreted.ts";
import { Harness, readTest, type Test262 } from "./suite262.ts";

const harnesses = new Map<string, Harness>();

/** Run a test. */
export async function run262(root: string, name: string): Promise<Result> {
  const test = readTest(root, name);
  if (test.leftOut !== undefined) return { file: name, outcome: "left out", detail: test.leftOut };
  const harness = harnesses.get(root) ?? new Harness(root);
  harnesses.set(root, harness);
  const sources = sourcesOf(test, harness);
  const ended = interpret(sources);
  if (isRight(test, ended)) return { file: name, outcome: "pass", detail: "" };
  const detail = endedText(ended);
  // Linking is a matter of modules that are evaluated when something is first read of them.
  if (test.negative !== undefined && test.negative.phase !== "runtime")
    return { file: name, outcome: "refusal", detail };
  const inNode = await runInNode(sources);
  if (!isRight(test, inNode))
    return { file: name, outcome: "outdated", detail: `${endedText(inNode)}; here ${detail}` };
  return { file: name, outcome: "fail", detail };
}

function isRight({ negative }: Test262, ended: Ended): boolean {
  if (negative === undefined) return ended.kind === "done";
  if (negative.phase !== "runtime")
    return ended.kind === "syntax" || ended.kind === "stopped" || isError(ended, negative.type);
  return isError(ended, negative.type);
}

function isError(ended: Ended, type: string): boolean {
  return ended.kind === "thrown" && ended.name === type;
}

function sourcesOf(test: Test262, harness: Harness): Sources {
  // A module that imports itself does so under its own name.
  const isModuleByText = /^\s*(?:import|export)\b/m.test(test.text);
  const extension = test.kind === "script" ? ".cjs" : isModuleByText ? ".js" : ".mjs";
  const uri = pathToFileURL(test.file).href.replace(/\.js$/, extension);
  // Firefox's copy calls this at the end of each test.
  const prelude = [...test.includes.map((name) => harness.read(name)), "function reportCompare() {}"].join("\n");
  return {
    prelude: { uri: "file:///prelude.cjs", text: madeGlobal(prelude) },
    main: { uri, text: test.isStrict ? `"use strict";${test.text}` : test.text },
    read: (wanted) => {
      const own = fileURLToPath(wanted);
      return fs.existsSync(own) && fs.statSync(own).isFile() ? fs.readFileSync(own, "utf8") : undefined;
    },
  };
}
