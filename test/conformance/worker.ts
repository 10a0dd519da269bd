/** Runs tests that it is told, one after the other, in a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { run262 } from "./run262.ts";

const { root } = workerData as { readonly root: string };
const port = parentPort!;

port.on("message", (file: string) => {
  void run262(root, file).then((result) => {
    port.postMessage(result);
  });
});
