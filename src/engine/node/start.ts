/** Starts the engine's worker under Node. */
import { Worker } from "node:worker_threads";
import type { FromWorker, StartWorker } from "../message.ts";

/** The worker's heap in megabytes, without the tapes, which are outside of it and bounded by the run's budget. */
const HEAP = 400;
/** The worker's stack in megabytes: deep recursion in the user's code is recursion of the interpreter. */
const STACK = 32;

/** What a worker is started with. */
export interface StartData {
  /** The file in which the worker's bundle is kept compiled; undefined to compile it each time. */
  readonly compiled: string | undefined;
}

/** Return a starter of workers from the bundled file `workerNode.js`. A worker starts sooner with a file that it may keep its compiled code in. */
export function startNodeWorker(file: string, compiled?: string): StartWorker {
  return (listeners) => {
    const workerData: StartData = { compiled };
    const resourceLimits = { maxOldGenerationSizeMb: HEAP, stackSizeMb: STACK };
    const worker = new Worker(file, { workerData, resourceLimits });
    worker.on("message", (message: FromWorker) => {
      listeners.message(message);
    });
    worker.on("error", (error: Error) => {
      listeners.end(error.message);
    });
    worker.on("exit", (code) => {
      listeners.end(`exit code ${code}`);
    });
    return Promise.resolve({
      post: (message) => {
        worker.postMessage(message);
      },
      terminate: () => void worker.terminate(),
    });
  };
}
