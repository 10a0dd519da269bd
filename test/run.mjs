// Bundles the unit tests with esbuild (Node 20 cannot run TypeScript) and runs them with Node's own test runner.
// Usage: node test/run.mjs [part of a file's path …]
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

const root = path.resolve(import.meta.dirname, "..");
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const flags = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
const folders = ["autodiff", "language", "view", "engine", "extension", "webview", "cli", "project"];
const found = folders.flatMap((folder) => list(path.join(root, "test", folder)));
const tests = found.filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)));
if (tests.length === 0) {
  console.error(`No unit test matches ${wanted.join(", ")}.`);
  process.exit(2);
}
const outdir = path.join(root, "out", `unit-${process.pid}`);
try {
  await build({
    entryPoints: tests,
    outdir,
    outbase: path.join(root, "test"),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    packages: "external",
    alias: { vscode: path.join(root, "test/extension/vscodeDouble.ts") },
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { PROJECT_ROOT: JSON.stringify(root) },
    logLevel: "warning",
  });
  const built = tests.map((file) =>
    path.join(outdir, path.relative(path.join(root, "test"), file).replace(/\.tsx?$/, ".mjs")),
  );
  process.exitCode = buildPage() || node([...options(), ...flags, ...built]);
} finally {
  fs.rmSync(outdir, { recursive: true, force: true });
}

/** Builds the page that several suites open at the same time, if one of them is among the tests. */
function buildPage() {
  return tests.some((file) => file.startsWith(path.join(root, "test/webview"))) ? node(["esbuild.mjs", "webview"]) : 0;
}

function options() {
  const seed = pathToFileURL(path.join(root, "test/seed.mjs")).href;
  // Node would leave a processor free; on two, the files would run one by one.
  const lanes = `--test-concurrency=${os.availableParallelism()}`;
  return ["--enable-source-maps", "--import", seed, "--test", lanes];
}

function node(words) {
  return spawnSync(process.execPath, words, { stdio: "inherit", cwd: root }).status ?? 1;
}

function list(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => path.join(folder, name));
}
