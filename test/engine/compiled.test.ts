/** Scripts that are kept compiled, and the worker that is started so. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, beforeEach, describe, it } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Engine } from "../../src/engine/engine.ts";
import { runCompiled } from "../../src/engine/node/compiled.ts";
import { startNodeWorker } from "../../src/engine/node/start.ts";
import { bundleProgram } from "./bundle.ts";

const folder = path.join(PROJECT_ROOT, "out", `compiled-${process.pid}`);
const script = path.join(folder, "script.js");
const store = path.join(folder, "kept/script.compiled");
const seen = globalThis as { compiledTest?: unknown };

/** Run a script; returns whether it was kept, and what it did. */
function run(text: string): { isKept: boolean; keep: () => void; did: unknown } {
  fs.writeFileSync(script, text);
  seen.compiledTest = undefined;
  return { ...runCompiled(script, store), did: seen.compiledTest };
}

before(() => bundleProgram(folder));
beforeEach(() => {
  fs.rmSync(path.dirname(store), { recursive: true, force: true });
});
after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

describe("a script that is kept compiled", () => {
  it("does the same the next time", () => {
    const first = run("globalThis.compiledTest = (() => 1 + 1)();");
    assert.deepEqual([first.isKept, first.did], [false, 2]);
    first.keep();
    const second = run("globalThis.compiledTest = (() => 1 + 1)();");
    assert.deepEqual([second.isKept, second.did], [true, 2]);
    assert.deepEqual(fs.readdirSync(path.dirname(store)), ["script.compiled"]);
  });

  it("is compiled anew when its text is another one of the same length", () => {
    run("globalThis.compiledTest = (() => 1 + 1)();").keep();
    const other = run("globalThis.compiledTest = (() => 1 + 2)();");
    assert.deepEqual([other.isKept, other.did], [false, 3]);
    other.keep();
    assert.equal(run("globalThis.compiledTest = (() => 1 + 2)();").isKept, true);
  });

  it("runs whatever has become of the file", () => {
    run("globalThis.compiledTest = 5;").keep();
    const whole = fs.readFileSync(store);
    const damaged = Buffer.from(whole);
    damaged[whole.length - 1]! ^= 1;
    for (const bytes of [damaged, whole.subarray(0, 40), whole.subarray(0, 10), Buffer.alloc(0)]) {
      fs.writeFileSync(store, bytes);
      const again = run("globalThis.compiledTest = 5;");
      assert.deepEqual([again.isKept, again.did], [false, 5]);
    }
  });

  it("runs where nothing can be written", () => {
    fs.writeFileSync(path.dirname(store), "no folder");
    const started = run("globalThis.compiledTest = 6;");
    assert.equal(started.did, 6);
    started.keep();
    assert.equal(run("globalThis.compiledTest = 6;").isKept, false);
  });
});

describe("a worker that keeps its bundle compiled", () => {
  const source = { uri: "file:///f.ts", text: "export function f(x = 2) { return x * x }" };
  const request = {
    source,
    target: { kind: "name", name: "f" },
    choices: [],
    budget: defaultBudget,
    digits: 3,
    known: undefined,
    check: false,
  } as const;

  it("answers the first time and the next", async () => {
    for (const isFirst of [true, false]) {
      assert.equal(fs.existsSync(store), !isFirst);
      const log: string[] = [];
      const engine = new Engine({
        start: startNodeWorker(path.join(folder, "workerNode.js"), store),
        read: () => Promise.resolve(undefined),
        log: (message) => log.push(message),
        deadline: 30_000,
      });
      const outcome = await engine.ask("view", request);
      assert.equal(outcome.kind === "answered" && outcome.answer.kind, "view", log.join("\n"));
      while (!fs.existsSync(store)) await pause(20);
      engine.dispose();
    }
  });
});
