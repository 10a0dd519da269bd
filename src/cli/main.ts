/** The entry of the program `gradlens`. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Engine } from "../engine/engine.ts";
import { startNodeWorker } from "../engine/node/start.ts";
import { run } from "./run.ts";

const engine = new Engine({
  start: startNodeWorker(path.join(__dirname, "workerNode.js")),
  read: (uri) => Promise.resolve(uri.startsWith("file:") ? readFile(fileURLToPath(uri)) : undefined),
  log: () => undefined,
  // Who waits at a terminal ends what takes too long; nobody else is kept waiting.
  deadline: 30_000,
});

function readFile(file: string): string | undefined {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    // Whoever asks says what a missing file means.
    return undefined;
  }
}

// Who reads only the beginning, as `head` does, wants no more.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

void run(process.argv.slice(2), {
  folder: process.cwd(),
  version: GRADLENS_VERSION,
  engine,
  readFile,
  readInput: () => fs.readFileSync(0, "utf8"),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
})
  .then((status) => {
    process.exitCode = status;
  })
  .finally(() => {
    engine.dispose();
  });
