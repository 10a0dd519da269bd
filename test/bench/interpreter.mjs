/** Measures the interpreter; see interpreterRun.ts. */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const folder = import.meta.dirname;
const outfile = path.join(folder, "../../out", `bench-${process.pid}.cjs`);
try {
  await build({
    entryPoints: [path.join(folder, "interpreterRun.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    packages: "external",
    logLevel: "warning",
  });
  process.exitCode = spawnSync(process.execPath, [outfile, ...process.argv.slice(3)], { stdio: "inherit" }).status ?? 1;
} finally {
  fs.rmSync(outfile, { force: true });
}
