/** Makes a Node worker look like a browser's, then loads the one worker bundle that both hosts share. */
import { createRequire } from "node:module";
import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";

interface Scope {
  postMessage?: (message: unknown) => void;
  onmessage?: (event: { readonly data: unknown }) => void;
  usedHeap?: () => number;
}

const scope = globalThis as Scope;
scope.postMessage = (message) => {
  parentPort?.postMessage(message);
};
scope.usedHeap = () => getHeapStatistics().used_heap_size;
// Not by `import`, which would read the whole bundle once more to look for exports that it does not have.
createRequire(__filename)("./worker.js");
parentPort?.on("message", (data: unknown) => scope.onmessage?.({ data }));
