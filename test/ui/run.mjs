/**
 * Packages the extension, installs that package into VS Code's server, and runs the user-interface tests on it, all in one VS Code.
 * Usage: node test/ui/run.mjs [--installed] [flag of Node's test runner …] [part of a file's name …]
 * `--installed` takes the package that an earlier run has installed.
 */
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { ensureChromium } from "../../host/chromium.mjs";
import { installPackage } from "../../host/package.mjs";
import { out, root } from "../../host/paths.mjs";
import { hasServer } from "../../host/setup.mjs";

if (!hasServer) {
  console.log(
    `The user-interface tests run in VS Code's server, which has no build for ${process.platform}: nothing to run.`,
  );
  process.exit(0);
}
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const given = process.argv.slice(2).filter((argument) => argument.startsWith("-"));
const folder = path.join(root, "test/ui");
const tests = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".test.ts"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
if (tests.length === 0) {
  console.error(`No user-interface test matches ${wanted.join(", ")}.`);
  process.exit(2);
}
const built = path.join(out, "ui");
fs.rmSync(built, { recursive: true, force: true });
if (!given.includes("--installed")) await installPackage("ui");
await ensureChromium();
const file = path.join(built, "all.test.mjs");
await build({
  // One process, so that the suites share one VS Code.
  stdin: { contents: tests.map((name) => `import "./${name}";`).join("\n"), resolveDir: folder },
  outfile: file,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  packages: "external",
  plugins: [{ name: "host", setup: keepHost }],
  logLevel: "warning",
});
const flags = ["--enable-source-maps", "--test", ...given.filter((flag) => flag !== "--installed")];
const { status } = spawnSync(process.execPath, [...flags, file], { stdio: "inherit", cwd: root });
process.exit(status ?? 1);

/** The host's files stay outside: the built file lies as deep as the tests, so the same path leads there. @param {import("esbuild").PluginBuild} pluginBuild */
function keepHost({ onResolve }) {
  onResolve({ filter: /^\.\.\/\.\.\/host\// }, ({ path: file }) => ({ path: file, external: true }));
}
