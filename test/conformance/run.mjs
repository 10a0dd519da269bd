// Runs a public conformance suite by our interpreter and prints how much of it passes, folder by folder.
// Usage: npm run conformance -- DIRECTORY [part of a test's path …] [--failing] [--depth=NUMBER]
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { Worker } from "node:worker_threads";

const root = path.resolve(import.meta.dirname, "../..");
const [directory, ...parts] = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
if (directory === undefined) {
  console.error("Usage: npm run conformance -- DIRECTORY [part of a test's path …] [--failing] [--depth=NUMBER]");
  process.exit(2);
}
const outdir = path.join(root, "out", `conformance-${process.pid}`);
try {
  await build({
    entryPoints: [path.join(import.meta.dirname, "worker.ts"), path.join(import.meta.dirname, "report.ts")],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    packages: "external",
    logLevel: "warning",
  });
  const { testsOf, report } = await import(path.join(outdir, "report.mjs"));
  const suite = testsOf(path.resolve(directory), parts);
  const results = await runAll(suite, Number(process.env.CONFORMANCE_WORKERS ?? 2));
  console.log(
    report(results, {
      depth: Number(flags.find((flag) => flag.startsWith("--depth="))?.slice(8) ?? 2),
      isFull: flags.includes("--failing"),
    }),
  );
} finally {
  fs.rmSync(outdir, { recursive: true, force: true });
}

/** Hand the tests to workers; one that does not answer in time is replaced. */
function runAll({ root: suiteRoot, kind, files }, count) {
  const results = [];
  let next = 0;
  const lane = () =>
    new Promise((resolve) => {
      let worker;
      let timer;
      const start = () => {
        worker = new Worker(path.join(outdir, "worker.mjs"), {
          workerData: { root: suiteRoot, kind },
          execArgv: ["--experimental-vm-modules", "--no-warnings", "--enable-source-maps"],
          resourceLimits: { maxOldGenerationSizeMb: 1_000, stackSizeMb: 32 },
        });
        worker.on("message", (result) => done(result));
        worker.on("error", (error) => failed(error.message));
      };
      const failed = (detail) => {
        void worker.terminate();
        worker.removeAllListeners();
        start();
        done({ file: current, outcome: "fail", detail: `the worker ended: ${detail}` });
      };
      let current;
      const done = (result) => {
        clearTimeout(timer);
        if (result !== undefined) results.push(result);
        if (next >= files.length) {
          void worker.terminate().then(resolve);
          return;
        }
        current = files[next++];
        if (next % 1000 === 0) process.stderr.write(`${next}/${files.length}\n`);
        timer = setTimeout(() => failed("no answer in time"), 30_000);
        worker.postMessage(current);
      };
      start();
      done();
    });
  return Promise.all(Array.from({ length: count }, lane)).then(() => results);
}
