/**
 * An extension that shares the extension host with ours and notes when things happen there, from outside: nothing of ours is changed for it.
 * The bench talks to it over a port of the loopback, whose number it writes into the folder that GRADLENS_PROBE names.
 */
const fs = require("node:fs");
const http = require("node:http");
const { Session } = require("node:inspector");
const Module = require("node:module");
const path = require("node:path");
const { monitorEventLoopDelay } = require("node:perf_hooks");
const { Worker } = require("node:worker_threads");
const vscode = require("vscode");
const { beginEcho, endEcho, floor } = require("./floor.cjs");
const { longestStretches } = require("./stretches.cjs");

/** @typedef {{ name: string, what: string, begin: number, end: number }} Note */

/** @type {Note[]} */
const notes = [];
/** The engine's worker. @type {Worker | undefined} */
let worker;
const delay = monitorEventLoopDelay({ resolution: 1 });
const session = new Session();
session.connect();

const now = () => performance.timeOrigin + performance.now();
/** @param {string} name @param {string} what @param {number} begin */
const note = (name, what, begin) => notes.push({ name, what, begin, end: now() });

watchActivation();
watchWorker();

exports.activate = () => {
  watchWebviews();
  vscode.workspace.onDidChangeTextDocument(({ contentChanges }) => {
    if (contentChanges.length > 0) note("change", "", now());
  });
  const server = http.createServer((request, response) => {
    Promise.resolve(answer(request.url ?? "")).then((value) => response.end(JSON.stringify(value ?? null)));
  });
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    const folder = process.env["GRADLENS_PROBE"];
    if (folder !== undefined && typeof address === "object")
      fs.writeFileSync(path.join(folder, "port"), String(address?.port));
  });
};

/** @param {string} url */
async function answer(url) {
  switch (url) {
    case "/notes":
      return notes.splice(0);
    case "/begin":
      await ask("Profiler.enable");
      await ask("Profiler.setSamplingInterval", { interval: 200 });
      await ask("Profiler.start");
      delay.reset();
      delay.enable();
      return undefined;
    case "/end": {
      delay.disable();
      const { profile } = await ask("Profiler.stop");
      const blocked = { median: delay.percentile(50) / 1e6, most: delay.max / 1e6 };
      return { blocked, stretches: longestStretches(profile) };
    }
    case "/floor":
      return floor();
    case "/beginEcho":
      return beginEcho();
    case "/endEcho":
      return endEcho();
    case "/heap":
      await ask("HeapProfiler.collectGarbage");
      return { host: process.memoryUsage().heapUsed, worker: await workerHeap() };
    default:
      return undefined;
  }
}

/** @param {string} method @param {object} [parameters] @returns {Promise<any>} */
function ask(method, parameters = {}) {
  return new Promise((resolve, reject) => {
    session.post(method, parameters, (error, result) => (error === null ? resolve(result) : reject(error)));
  });
}

/** What the worker's heap holds, tapes and other buffers with it, once its garbage is gone. */
async function workerHeap() {
  if (worker === undefined) return 0;
  await collectInWorkers();
  const statistics = await /** @type {any} */ (worker).getHeapStatistics();
  return statistics.used_heap_size + statistics.external_memory;
}

function collectInWorkers() {
  return new Promise((resolve) => {
    /** @param {any} event */
    const attached = async ({ params: { sessionId } }) => {
      const message = JSON.stringify({ id: 1, method: "HeapProfiler.collectGarbage" });
      session.once("NodeWorker.receivedMessageFromWorker", async () => {
        await ask("NodeWorker.detach", { sessionId }).catch(() => undefined);
        await ask("NodeWorker.disable");
        resolve(undefined);
      });
      await ask("NodeWorker.sendMessageToWorker", { sessionId, message });
    };
    session.once("NodeWorker.attachedToWorker", attached);
    void ask("NodeWorker.enable", { waitForDebuggerOnStart: false });
  });
}

/** How long loading our script takes, and calling it. */
function watchActivation() {
  const loader = /** @type {any} */ (Module);
  const load = loader._load;
  /** @param {string} request @param {unknown[]} others */
  loader._load = function (request, ...others) {
    const begin = now();
    const loaded = load.call(this, request, ...others);
    if (!/gradlens\.gradlens[^\\/]*[\\/]dist[\\/]extension\.js$/.test(request)) return loaded;
    note("load", request, begin);
    return {
      ...loaded,
      /** @param {unknown[]} given */
      activate: (...given) => {
        const called = now();
        const result = loaded.activate(...given);
        note("activate", "", called);
        return result;
      },
    };
  };
}

/** What goes to the engine's worker and what comes back. */
function watchWorker() {
  const { postMessage, emit } = Worker.prototype;
  Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any[]} */ ...others) {
    worker = this;
    const begin = now();
    postMessage.call(this, message, ...others);
    note("toWorker", message?.call ?? message?.kind, begin);
  };
  Worker.prototype.emit = function (/** @type {any} */ event, /** @type {any[]} */ ...values) {
    const begin = now();
    const result = emit.call(this, event, ...values);
    if (event === "message") note("fromWorker", values[0]?.answer?.kind ?? values[0]?.kind, begin);
    if (event === "online") note("workerOnline", "", begin);
    return result;
  };
}

/** What goes to a page. The class is VS Code's own, found through a panel that is closed at once. */
function watchWebviews() {
  const panel = vscode.window.createWebviewPanel("probe", "Probe", { viewColumn: -2, preserveFocus: true });
  const prototype = Object.getPrototypeOf(panel.webview);
  panel.dispose();
  const { postMessage } = prototype;
  /** @param {any} message */
  prototype.postMessage = function (message) {
    const begin = now();
    const result = postMessage.call(this, message);
    note("toPage", message?.kind, begin);
    return result;
  };
}
