/** Makes a Node worker look like a browser's, then loads the one worker bundle that both hosts share. */
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
await import(new URL("worker.js", import.meta.url).href);
parentPort?.on("message", (data: unknown) => scope.onmessage?.({ data }));
