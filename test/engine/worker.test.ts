/** The bundled worker under Node: as the extension and the command line start it. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Engine } from "../../src/engine/engine.ts";
import { startNodeWorker } from "../../src/engine/node/start.ts";
import type { ViewRequest } from "../../src/engine/request.ts";
import { openModel } from "../view/openModel.ts";
import { bundleProgram } from "./bundle.ts";

const folder = path.join(PROJECT_ROOT, "out", `worker-${process.pid}`);
const files: Record<string, string> = { "file:///project/k.ts": "export const k = 5;" };
let log: string[];

before(() => bundleProgram(folder));
after(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

function createEngine(deadline = 30_000): Engine {
  log = [];
  return new Engine({
    start: startNodeWorker(path.join(folder, "workerNode.js")),
    read: (uri) => Promise.resolve(files[uri]),
    log: (message) => log.push(message),
    deadline,
  });
}

function request(text: string, changes: Partial<ViewRequest> = {}): ViewRequest {
  const target = { kind: "name", name: "f" } as const;
  return {
    source: { uri: "file:///project/f.ts", text },
    target,
    choices: [],
    budget: defaultBudget,
    digits: 3,
    known: undefined,
    check: false,
    ...changes,
  };
}

async function resultOf(engine: Engine, text: string): Promise<string | undefined> {
  const outcome = await engine.ask("view", request(text));
  const answer = outcome.kind === "answered" ? outcome.answer : assert.fail(log.join("\n"));
  return answer.kind === "view" ? openModel(answer.model).result?.full : answer.kind;
}

describe("the bundled worker", () => {
  it("answers, and asks for the files that it needs", async () => {
    const engine = createEngine();
    assert.equal(await resultOf(engine, `import { k } from "./k.ts"; export function f(w = 2) { return w * k }`), "10");
    assert.deepEqual(log, []);
    engine.dispose();
  });

  it("shows an expression of very many steps, in a message that stays small", async () => {
    const engine = createEngine();
    const outcome = await engine.ask("view", request(`function f(x = 1) { return x${" + x * 2".repeat(10_000)} }`));
    const answer = outcome.kind === "answered" ? outcome.answer : assert.fail(log.join("\n"));
    assert.ok(answer.kind === "view");
    const model = openModel(answer.model);
    assert.equal(model.result?.full, "20001");
    assert.equal(model.inputs[0]?.gradient?.full, "20001");
    assert.ok(model.rows.every(({ formula }) => formula.length <= 500));
    engine.dispose();
  });

  it("is replaced when a run outlasts the deadline, and the next call is answered", async () => {
    const engine = createEngine(2_500);
    const endless = request("function f(x = 1) { while (true) {} return x }", {
      budget: { ...defaultBudget, steps: 1e12, time: 1e9 },
    });
    const [lost, kept] = await Promise.all([engine.ask("view", endless), engine.ask("functions", endless.source)]);
    // The picture is lost with its worker; the list is put to the next one.
    assert.equal(lost.kind, "restarted");
    assert.deepEqual(kept.kind === "answered" && kept.answer.map(({ name }) => name), ["f"]);
    engine.dispose();
    const fresh = createEngine();
    assert.equal(await resultOf(fresh, "function f(x = 1) { return x + 1 }"), "2");
    fresh.dispose();
  });

  it("stops an endless loop by its own budget", async () => {
    const engine = createEngine();
    const text = "/** @at x = 1 */\nfunction f(x: number) {\n  while (true) {}\n  return x;\n}";
    const outcome = await engine.ask("view", request(text, { budget: { ...defaultBudget, steps: 100_000 } }));
    const answer = outcome.kind === "answered" ? outcome.answer : assert.fail(outcome.kind);
    const model = answer.kind === "view" ? openModel(answer.model) : assert.fail(answer.kind);
    assert.deepEqual([model.result, model.findings.map(({ source }) => source.line)], [undefined, [3]]);
    engine.dispose();
  });

  it("reports a recursion that never ends instead of dying of it", async () => {
    const engine = createEngine();
    const text = "/** @at x = 1 */ function f(x: number): number { return f(x + 1) }";
    const outcome = await engine.ask("view", request(text));
    const answer = outcome.kind === "answered" ? outcome.answer : assert.fail(log.join("\n"));
    assert.ok(answer.kind === "view" && answer.model.errors.length > 0);
    engine.dispose();
  });
});
