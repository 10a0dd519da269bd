/** Texts that mean no good, put to the worker as the extension does: each is answered with a finding, and the next call as if nothing had been. */
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Engine } from "../../src/engine/engine.ts";
import { startNodeWorker } from "../../src/engine/node/start.ts";
import { bundleProgram } from "./bundle.ts";

const folder = path.join(PROJECT_ROOT, "out", `hostile-${process.pid}`);
const log: string[] = [];
let engine: Engine;

before(async () => {
  await bundleProgram(folder);
  engine = newEngine();
});
after(() => {
  engine.dispose();
  fs.rmSync(folder, { recursive: true, force: true });
});

function newEngine(): Engine {
  return new Engine({
    start: startNodeWorker(path.join(folder, "workerNode.js")),
    read: () => Promise.resolve(undefined),
    log: (message) => log.push(message),
    // Long, so that a busy machine does not look like a hanging worker: the budgets are what must end the runs.
    deadline: 120_000,
  });
}

/** The codes of all errors that the worker answers with. */
async function errorsOf(text: string, asked = engine): Promise<readonly string[]> {
  const outcome = await asked.ask("view", {
    source: { uri: "file:///hostile.ts", text },
    target: { kind: "name", name: "f" },
    choices: [],
    budget: { ...defaultBudget, time: 60_000 },
    digits: 3,
    known: undefined,
    check: true,
  });
  assert.equal(outcome.kind, "answered", log.join("\n"));
  const { answer } = outcome;
  if (answer.kind === "broken") return [answer.finding.code];
  const { model } = answer as Extract<typeof answer, { readonly kind: "view" }>;
  return model.errors.map(({ code }) => code);
}

function inFunction(body: string): string {
  return `/** @at x = 1 */\nfunction f(x: number): any { ${body}; return x; }`;
}

const bodies: Readonly<Record<string, readonly [body: string, code: string]>> = {
  "code from text": ["f.constructor('return process')().exit()", "unsupported/eval"],
  "a polluted prototype": ["(Object.prototype as any).then = () => { for (;;); }; for (;;)", "budget/steps"],
  "an endless loop": ["while (true);", "budget/steps"],
  "an endless loop of arithmetic": ["for (let y = x; ; y = y * 1.5 + x) x = y", "budget/nodes"],
  "an endless getter": ["const o = { get v() { for (;;); } }; (o as any).v", "budget/steps"],
  "a recursion without end": ["(function g(n: number): number { return g(n + x); })(x)", "budget/recursion"],
  "a recursion through toString": [
    "const o = { toString(): string { return `${this}`; } }; `${o}`",
    "budget/recursion",
  ],
  "a billion elements": ["new Array(1e9).fill(x)", "budget/memory"],
  "a growing list": ["const a: number[][] = []; for (;;) a.push([x, x, x, x])", "budget/memory"],
  "a growing map of objects": ["const m = new Map(); for (let i = 0; ; i++) m.set({ i }, { i, m })", "budget/memory"],
  "a doubling text": ["let s = 'x'; for (;;) s += s", "budget/memory"],
  "a doubling list": ["let a = [x]; for (;;) a = [...a, ...a]", "budget/steps"],
  "a doubling bigint": ["let b = 3n; for (;;) b *= b", "budget/memory"],
  "a list of closures": ["const a: any[] = []; for (;;) { const v = x; a.push(() => v); }", "budget/memory"],
  "a list of generators": [
    "const a: any[] = []; function* g() { yield x; } for (;;) { const i = g(); i.next(); a.push(i); }",
    "budget/memory",
  ],
  "a long chain of objects": ["let o: any = null; for (;;) o = { o }", "budget/memory"],
  "a long list of texts": [
    "const a: string[] = []; for (let i = 0; ; i++) a.push(`number ${i} `.repeat(10))",
    "budget/memory",
  ],
  "a regular expression that goes back and back": ["/(a+)+$/.test('a'.repeat(40) + 'b')", "budget/steps"],
  "long texts in one piece": [
    "const a: string[] = [], s = 'x'.repeat(1e6); for (let i = 0; ; i++) { const t = s + i; t[0]; a.push(t); }",
    "budget/memory",
  ],
  "typed arrays": ["const a: any[] = []; for (;;) a.push(new Float64Array(1e5))", "budget/memory"],
};

describe("The worker survives", () => {
  for (const [name, [body, code]] of Object.entries(bodies))
    it(name, async () => {
      assert.deepEqual(await errorsOf(inFunction(body)), [code]);
      assert.deepEqual(await errorsOf("function f(x = 1) { return Math.sin(x) + [x].map((v) => v * 2)[0]; }"), []);
    });

  it("endless exceptions", async () => {
    // Which budget is used up first hangs on what the heap still holds.
    const [code] = await errorsOf(inFunction("for (;;) try { throw new Error('again'); } catch {}"));
    assert.match(String(code), /^budget\/(steps|memory)$/);
  });

  it("texts that are too deep and too long", async () => {
    for (const nested of [
      `${"(".repeat(10_000)}x${")".repeat(10_000)}`,
      `${"x > 3 ? 1 : ".repeat(20_000)}x`,
      `[x]${".map((v) => v + 1)".repeat(5_000)}[0]`,
    ])
      assert.deepEqual(await errorsOf(inFunction(`return ${nested}`)).then(onlyExpected), [], nested.slice(0, 20));
    assert.deepEqual(
      await errorsOf(`${inFunction("")}\n${"// filler, filler, filler, filler, filler, filler\n".repeat(100_000)}`),
      ["syntax/too-long"],
    );
    const parameters = Array.from({ length: 1_000 }, (_, index) => `p${index}`).join(", ");
    assert.deepEqual(await errorsOf(`function f(${parameters}) { return p0 * p999; }`), []);
  });

  it("without having been replaced once", () => {
    assert.deepEqual(log, []);
  });
});

it("The worker lets a long run go on whose values are dropped as soon as they are made", async () => {
  const fresh = newEngine();
  const body = "let p = [x, x]; for (let i = 0; i < 3e6; i++) p = [p[1], i]";
  assert.deepEqual(await errorsOf(inFunction(body), fresh), []);
  fresh.dispose();
});

/** A deeply nested expression may be computed, or be too deep. */
function onlyExpected(codes: readonly string[]): readonly string[] {
  return codes.filter((code) => code !== "syntax/error" && code !== "budget/recursion");
}
