/** Makes a Node worker look like a browser's, then loads the one worker bundle that both hosts share. */
import { parentPort } from "node:worker_threads";

interface Scope {
  postMessage?: (message: unknown) => void;
  onmessage?: (event: { readonly data: unknown }) => void;
}

const scope = globalThis as Scope;
scope.postMessage = (message) => {
  parentPort?.postMessage(message);
};
await import(new URL("worker.js", import.meta.url).href);
parentPort?.on("message", (data: unknown) => scope.onmessage?.({ data }));
