/**
 * Runs the in-host suite in a real VS Code, in the Node extension host and in the web worker's, one after the other.
 * Usage: node test/host/run.mjs [node | web]. GRADLENS_VSCODE=desktop downloads desktop VS Code, =server uses the server; without it: the server where there is no display.
 */
import { runTests } from "@vscode/test-electron";
import { listFiles, PackageManager } from "@vscode/vsce";
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { editors, examples, out, root } from "../../host/paths.mjs";
import { onPath, run } from "../../host/processes.mjs";
import { ensureServer, hasServer } from "../../host/setup.mjs";

/** @typedef {"node" | "web"} Kind */

const isServer = chooseServer();
await run(onPath("npm") ?? "npm", ["run", "--silent", "build"], { cwd: root });
if (isServer) await ensureServer();
const wanted = process.argv.slice(2);
for (const kind of /** @type {const} */ (["node", "web"])) {
  if (wanted.length > 0 && !wanted.includes(kind)) continue;
  console.log(`In the ${kind} extension host of VS Code's ${isServer ? "server" : "desktop"}:`);
  try {
    await runIn(kind);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

function chooseServer() {
  const wanted = process.env["GRADLENS_VSCODE"];
  if (wanted === "server" || wanted === "desktop") return wanted === "server";
  const hasScreen = process.env["DISPLAY"] !== undefined || process.env["WAYLAND_DISPLAY"] !== undefined;
  return hasServer && !hasScreen;
}

/** @param {Kind} kind */
async function runIn(kind) {
  const folder = path.join(out, "host", kind);
  fs.rmSync(folder, { recursive: true, force: true });
  const extension = path.join(folder, "extension");
  await copyExtension(extension, kind);
  // VS Code runs a suite in the host of the extension that it lies in.
  const suite = path.join(extension, "suite.js");
  await bundleSuite(suite, kind);
  const workspace = path.join(folder, "workspace");
  fs.cpSync(examples, workspace, { recursive: true });
  await runTests({
    ...(isServer ? { vscodeExecutablePath: path.join(root, "host/code.mjs") } : { cachePath: editors }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [workspace, ...(kind === "web" ? ["--extensionDevelopmentKind=web"] : [])],
  });
}

/**
 * Copies what would be packaged. Where there is a Node, VS Code runs in it whatever has a `main` or asks to be near the files:
 * so the copy for the web has neither.
 * @param {string} folder @param {Kind} kind
 */
async function copyExtension(folder, kind) {
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    fs.cpSync(path.join(root, file), path.join(folder, file));
  }
  if (kind === "node") return;
  const file = path.join(folder, "package.json");
  const { main: _main, extensionKind: _kind, ...manifest } = JSON.parse(fs.readFileSync(file, "utf8"));
  fs.writeFileSync(file, JSON.stringify(manifest, undefined, 2));
}

/** @param {string} outfile @param {Kind} kind */
async function bundleSuite(outfile, kind) {
  await build({
    entryPoints: [path.join(root, "test/host/index.ts")],
    outfile,
    bundle: true,
    platform: "browser",
    format: "cjs",
    target: "es2023",
    external: ["vscode"],
    define: { global: "globalThis", HOST_KIND: JSON.stringify(kind === "web" ? "Web" : "Node") },
    sourcemap: "inline",
    logLevel: "warning",
  });
}
