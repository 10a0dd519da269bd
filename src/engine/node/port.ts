/** Makes a Node worker look like a browser's, then loads the one worker bundle that both hosts share. */
import { createRequire } from "node:module";
import path from "node:path";
import { getHeapStatistics } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import { deflateRawSync } from "node:zlib";
import { runCompiled } from "./compiled.ts";
import type { StartData } from "./start.ts";

interface Scope {
  postMessage?: (message: unknown) => void;
  onmessage?: (event: { readonly data: unknown }) => void;
  usedHeap?: () => number;
  deflate?: (bytes: Uint8Array) => Uint8Array;
}

/** Milliseconds after the first answer until what was compiled for it is kept: the next calls come sooner, or nobody is in a hurry. */
const PATIENCE = 2_000;

const scope = globalThis as Scope;
let keep: (() => void) | undefined;
scope.postMessage = (message) => {
  parentPort?.postMessage(message);
  if (keep !== undefined) setTimeout(keep, PATIENCE);
  keep = undefined;
};
scope.usedHeap = () => getHeapStatistics().used_heap_size;
// Its own memory: what is sent to another thread is copied with all the memory that it lies in.
scope.deflate = (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 1 }));
const { compiled } = workerData as StartData;
// Not by `import`, which would read the whole bundle once more to look for exports that it does not have.
if (compiled === undefined) createRequire(__filename)("./worker.js");
else ({ keep } = runCompiled(path.join(__dirname, "worker.js"), compiled));
parentPort?.on("message", (data: unknown) => scope.onmessage?.({ data }));
