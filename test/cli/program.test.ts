/** The program `gradlens` as it is installed: its output and its exit status, which other programs depend on. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import type { JsonTrace } from "../../src/view/documents/json.ts";
import { bundleProgram } from "../engine/bundle.ts";

const folder = path.join(PROJECT_ROOT, "out", `cli-${process.pid}`);
const project = path.join(folder, "project");
const files = {
  "sum.ts": `import { scale } from "./scale";
/** @at xs = [1, 2], k = 3 */
export function weighted(xs: number[], k: number) {
  return { greeks: { delta: scale(xs[0] * k), list: [xs[1], k / 0, -0] } };
}
`,
  "scale.ts": "export const scale = (x: number) => 2 * x;\n",
  "bad.ts": "export function f(x: number) {\n  return x * missing;\n}\n",
};

before(async () => {
  await bundleProgram(folder);
  fs.mkdirSync(project);
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(project, name), text);
});
after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function gradlens(words: readonly string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(folder, "cli.js"), ...words], {
    cwd: project,
    input,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function json(...words: string[]): JsonTrace {
  return JSON.parse(gradlens(["trace", ...words, "--json"]).stdout) as JsonTrace;
}

describe("the program gradlens", () => {
  it("prints one JSON object for the chosen number of the result", () => {
    const { findings, ...numbers } = json("sum.ts#weighted", "--output", "greeks.delta");
    assert.deepEqual(numbers, {
      function: "weighted",
      value: 6,
      output: ["greeks", "delta"],
      gradient: [
        { input: "xs[0]", path: [0, 0], value: 6 },
        { input: "xs[1]", path: [0, 1], value: 0 },
        { input: "k", path: [1], value: 2 },
      ],
      steps: 3,
    });
    assert.ok(findings.every(({ severity }) => severity !== "error"));
  });

  it("writes numbers that JSON cannot hold as strings", () => {
    assert.deepEqual(json("sum.ts#weighted", "--output", "greeks.list.1").value, "Infinity");
    assert.deepEqual(json("sum.ts#weighted", "--output", "greeks.list.2").value, "-0");
  });

  it("takes the arguments from standard input, with literals of TypeScript", () => {
    const { status, stdout } = gradlens(["trace", "sum.ts", "--args", "-", "--json"], "[[NaN, -0], Infinity]");
    const { value, output } = JSON.parse(stdout) as JsonTrace;
    assert.deepEqual([status, value, output], [0, "NaN", ["greeks", "delta"]]);
  });

  it("exits with 1 and says where when there is no value", () => {
    const { status, stdout } = gradlens(["trace", "bad.ts#f", "--json"]);
    const { value, findings } = JSON.parse(stdout) as JsonTrace;
    const [finding] = findings.filter(({ severity }) => severity === "error");
    assert.deepEqual([status, value, finding?.file, finding?.line, finding?.column], [1, null, "bad.ts", 2, 14]);
    assert.equal(gradlens(["trace", "bad.ts#f"]).status, 1);
  });

  it("exits with 0 and a table when there is one", () => {
    const { status, stdout } = gradlens(["trace", "sum.ts#weighted", "--at", "k = 5"]);
    assert.equal(status, 0);
    assert.match(stdout, /^weighted\(xs, k\)\n/);
    assert.match(stdout, /= 10\n/);
  });

  it("exits with 2 for wrong usage", () => {
    for (const words of [
      ["trace"],
      ["trace", "sum.ts#nothing"],
      ["trace", "sum.ts", "--output", "vega"],
      ["trace", "sum.ts", "--at", "q = 1"],
    ]) {
      const { status, stdout, stderr } = gradlens(words);
      assert.deepEqual([status, stdout], [2, ""], words.join(" "));
      assert.notEqual(stderr, "");
    }
  });
});
