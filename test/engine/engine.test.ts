/** The engine's calls against a worker that the test plays. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defaultBudget } from "../../src/engine/budget.ts";
import { Engine, type Cancellation, type EngineOptions } from "../../src/engine/engine.ts";
import type { ToWorker, WorkerListeners } from "../../src/engine/message.ts";
import type { HoverRequest, SourceText, ViewRequest } from "../../src/engine/request.ts";

const source: SourceText = { uri: "file:///a.ts", text: "" };
const hoverRequest: HoverRequest = { source, offset: 0, choices: [], budget: defaultBudget, digits: 3 };
const viewRequest: ViewRequest = {
  source,
  target: { kind: "offset", offset: 0 },
  choices: [],
  budget: defaultBudget,
  digits: 3,
  known: undefined,
  check: false,
};

/** A worker that writes down what it is sent; the test answers for it. */
class Played {
  readonly sent: ToWorker[] = [];
  readonly listeners: WorkerListeners;
  isTerminated = false;

  constructor(listeners: WorkerListeners) {
    this.listeners = listeners;
  }

  get ids(): number[] {
    return this.sent.flatMap((message) => (message.kind === "ask" ? [message.id] : []));
  }

  get calls(): string[] {
    return this.sent.map((message) => (message.kind === "ask" ? message.call : message.kind));
  }

  answer(answer: unknown): void {
    this.listeners.message({ kind: "answer", id: this.ids.at(-1)!, answer });
  }
}

function createEngine(options: Partial<EngineOptions> = {}): { engine: Engine; workers: Played[]; log: string[] } {
  const workers: Played[] = [];
  const log: string[] = [];
  const engine = new Engine({
    start: (listeners) => {
      const worker = new Played(listeners);
      workers.push(worker);
      return Promise.resolve({
        post: (message) => worker.sent.push(message),
        terminate: () => (worker.isTerminated = true),
      });
    },
    read: () => Promise.resolve(undefined),
    log: (message) => log.push(message),
    ...options,
  });
  return { engine, workers, log };
}

/** Let everything that is ready happen. */
function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

describe("the engine", () => {
  it("starts a worker for the first call and answers it", async () => {
    const { engine, workers } = createEngine();
    assert.equal(workers.length, 0);
    const outcome = engine.ask("functions", source);
    await settle();
    workers[0]!.answer([]);
    assert.deepEqual(await outcome, { kind: "answered", answer: [] });
    engine.dispose();
  });

  it("gives the worker one call at a time, hovers before views", async () => {
    const { engine, workers } = createEngine();
    void engine.ask("functions", source);
    void engine.ask("view", viewRequest, { channel: "view 1" });
    void engine.ask("hover", hoverRequest);
    await settle();
    assert.deepEqual(workers[0]!.calls, ["functions"]);
    workers[0]!.answer([]);
    await settle();
    workers[0]!.answer(undefined);
    await settle();
    assert.deepEqual(workers[0]!.calls, ["functions", "hover", "view"]);
    engine.dispose();
  });

  it("drops a waiting call when a newer one comes on its channel, and no other", async () => {
    const { engine, workers } = createEngine();
    void engine.ask("functions", source);
    const old = engine.ask("view", viewRequest, { channel: "view 1" });
    const other = engine.ask("view", viewRequest, { channel: "view 2" });
    void engine.ask("view", viewRequest, { channel: "view 1" });
    assert.deepEqual(await old, { kind: "dropped" });
    await settle();
    workers[0]!.answer([]);
    await settle();
    workers[0]!.answer({ kind: "none", functions: [] });
    assert.equal((await other).kind, "answered");
    engine.dispose();
  });

  it("drops a waiting call that is cancelled", async () => {
    const { engine } = createEngine();
    const listeners: (() => void)[] = [];
    let disposed = 0;
    const cancellation: Cancellation = {
      isCancellationRequested: false,
      onCancellationRequested: (listener) => {
        listeners.push(listener);
        return { dispose: () => disposed++ };
      },
    };
    void engine.ask("functions", source);
    const outcome = engine.ask("hover", hoverRequest, { cancellation });
    for (const listener of listeners) listener();
    assert.deepEqual(await outcome, { kind: "dropped" });
    assert.equal(disposed, 1);
    engine.dispose();
  });

  it("replaces a worker that is silent for too long, a new one for twice as long, and puts the waiting calls to the next one", async () => {
    const { engine, workers, log } = createEngine({ deadline: 20 });
    const slow = engine.ask("view", viewRequest);
    const waiting = engine.ask("hover", hoverRequest);
    assert.deepEqual(await slow, {
      kind: "restarted",
      message: "The engine was restarted: it did not answer within 0.04 seconds.",
    });
    await settle();
    assert.equal(workers[0]!.isTerminated, true);
    assert.deepEqual(workers[1]!.calls, ["hover"]);
    workers[1]!.answer(undefined);
    assert.deepEqual(await waiting, { kind: "answered", answer: undefined });
    assert.equal(log.length, 1);
    engine.dispose();
  });

  it("gives up the call of a channel when it is told to, and no other", async () => {
    const { engine, workers } = createEngine();
    const long = engine.ask("view", viewRequest, { channel: "view 1" });
    await settle();
    engine.stop("view 2");
    assert.equal(workers[0]!.isTerminated, false);
    engine.stop("view 1");
    assert.deepEqual(await long, {
      kind: "restarted",
      message: "The engine was restarted: it was told to stop.",
    });
    await settle();
    assert.equal(workers[0]!.isTerminated, true);
    engine.dispose();
  });

  it("replaces a worker that dies, and does not listen to it any more", async () => {
    const { engine, workers } = createEngine();
    const outcome = engine.ask("functions", source);
    await settle();
    workers[0]!.listeners.end("out of memory");
    assert.deepEqual(await outcome, {
      kind: "restarted",
      message: "The engine was restarted: it ended: out of memory.",
    });
    const again = engine.ask("functions", source);
    await settle();
    workers[0]!.listeners.message({ kind: "answer", id: workers[1]!.ids[0]!, answer: ["from the dead"] });
    workers[0]!.listeners.end("once more");
    workers[1]!.answer([]);
    assert.deepEqual(await again, { kind: "answered", answer: [] });
    engine.dispose();
  });

  it("answers every call when no worker can be started", async () => {
    const { engine } = createEngine({ start: () => Promise.reject(new Error("no workers here")) });
    const outcomes = await Promise.all([engine.ask("functions", source), engine.ask("hover", hoverRequest)]);
    const message = "The engine was restarted: it could not be started: no workers here.";
    assert.deepEqual(outcomes, [
      { kind: "restarted", message },
      { kind: "restarted", message },
    ]);
    engine.dispose();
  });

  it("reads the files that the worker needs, and forgets them when they change", async () => {
    const asked: string[] = [];
    const { engine, workers } = createEngine({
      read: (uri) => {
        asked.push(uri);
        return uri.endsWith("bad.ts") ? Promise.reject(new Error("no permission")) : Promise.resolve(`// ${uri}`);
      },
    });
    void engine.ask("functions", source);
    await settle();
    const worker = workers[0]!;
    worker.listeners.message({ kind: "need", id: worker.ids[0]!, uris: ["file:///b.ts", "file:///bad.ts"] });
    await settle();
    assert.deepEqual(asked, ["file:///b.ts", "file:///bad.ts"]);
    assert.deepEqual(worker.sent.at(-1), {
      kind: "files",
      files: [
        { uri: "file:///b.ts", text: "// file:///b.ts" },
        { uri: "file:///bad.ts", text: undefined },
      ],
    });
    assert.equal(engine.forget(["file:///never-read.ts"]), false);
    assert.equal(engine.forget(["file:///b.ts", "file:///never-read.ts"]), true);
    await settle();
    assert.deepEqual(worker.sent.at(-1), { kind: "forget", uris: ["file:///b.ts"] });
    engine.dispose();
  });

  it("knows a file by any way to write its address", async () => {
    const { engine, workers } = createEngine();
    void engine.ask("functions", source);
    await settle();
    workers[0]!.listeners.message({ kind: "need", id: workers[0]!.ids[0]!, uris: ["file:///c:/my k.ts"] });
    await settle();
    assert.equal(engine.forget(["file:///c%3A/my%20k.ts"]), true);
    await settle();
    assert.deepEqual(workers[0]!.sent.at(-1), { kind: "forget", uris: ["file:///c:/my k.ts"] });
    engine.dispose();
  });

  it("passes on what went wrong in the worker, and keeps the worker", async () => {
    const { engine, workers, log } = createEngine();
    const outcome = engine.ask("functions", source);
    await settle();
    workers[0]!.listeners.message({ kind: "failed", id: workers[0]!.ids[0]!, message: "Error: oops" });
    assert.deepEqual(await outcome, { kind: "failed", message: "Error: oops" });
    assert.equal(workers[0]!.isTerminated, false);
    assert.match(log[0]!, /functions.*oops/);
    engine.dispose();
  });

  it("drops everything when it is disposed of", async () => {
    const { engine, workers } = createEngine();
    const outcomes = [engine.ask("functions", source), engine.ask("hover", hoverRequest)];
    await settle();
    engine.dispose();
    assert.deepEqual(await Promise.all(outcomes), [{ kind: "dropped" }, { kind: "dropped" }]);
    await settle();
    assert.equal(workers[0]!.isTerminated, true);
    assert.deepEqual(await engine.ask("functions", source), { kind: "dropped" });
  });
});
