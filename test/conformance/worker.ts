/** Runs tests that it is told, one after the other, in a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { run262 } from "./run262.ts";
import { runTypeScript } from "./suiteTypeScript.ts";

const { root, kind } = workerData as { readonly root: string; readonly kind: "test262" | "typescript" };
const run = kind === "test262" ? run262 : runTypeScript;
const port = parentPort!;

// A promise of a test that Node ran, rejected after its end, is nobody's failure: the test's own outcome is known.
process.on("unhandledRejection", () => undefined);

port.on("message", (file: string) => {
  void run(root, file).then((result) => {
    port.postMessage(result);
  });
});
