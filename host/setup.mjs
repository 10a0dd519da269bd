/** Sets up VS Code's server once: from npm packages, without native add-ons, resumable, with a line of progress per step. */
import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { editors, root } from "./paths.mjs";
import { onPath, run } from "./processes.mjs";

/** @typedef {{ node: string, main: string }} Installation The server's own Node and its program. */
/** @typedef {{ title: string, folder: string, act: () => Promise<unknown> }} Step */

const pins = JSON.parse(fs.readFileSync(path.join(root, "host/server/package.json"), "utf8"));
const version = /** @type {string} */ (pins.dependencies["code-server"]);
const nodePackage = `node-${process.platform}-${process.arch}`;
const home = path.join(editors, `server-${version}`);

/** Whether there is a server for this system at all. */
export const hasServer = nodePackage in pins.optionalDependencies;

/** Where the server is, installing it first if it is missing. @returns {Promise<Installation>} */
export async function ensureServer() {
  if (!hasServer) throw new Error(`There is no VS Code server for ${process.platform} on ${process.arch}.`);
  if (!fs.existsSync(home)) await locked(install);
  return { node: nodeOf(home), main: path.join(vscodeOf(home), "out/server-main.js") };
}

async function install() {
  if (fs.existsSync(home)) return;
  const place = `${home}.partial`;
  const node = nodeOf(place);
  const vscode = vscodeOf(place);
  fs.mkdirSync(place, { recursive: true });
  fs.copyFileSync(path.join(root, "host/server/package.json"), path.join(place, "package.json"));
  // Not `npm ci` inside the server: its lock files are out of step with its manifests.
  /** @type {Step[]} */
  const steps = [
    { title: "Fetching the server", folder: place, act: () => npm(place, node, []) },
    { title: "Installing the editor's libraries", folder: vscode, act: () => npm(vscode, node, ["--omit=dev"]) },
    {
      title: "Installing the built-in extensions' libraries",
      folder: path.join(vscode, "extensions"),
      act: () => npm(path.join(vscode, "extensions"), node, ["--omit=dev"]),
    },
    { title: "Removing what is not needed here", folder: place, act: () => Promise.resolve(prune(place, vscode)) },
    { title: "Trying it", folder: place, act: () => run(node, [path.join(vscode, "out/server-main.js"), "--version"]) },
  ];
  // code-server 4.X.Y carries VS Code 1.X.Y.
  console.log(
    `Setting up VS Code ${version.replace(/^4/, "1")} in ${path.relative(process.cwd(), editors)} (once, about 500 MB).`,
  );
  for (const [index, step] of steps.entries()) await carryOut(step, index, steps.length, place);
  fs.renameSync(place, home);
}

/**
 * Carries out a step, unless an earlier, interrupted set-up had finished it.
 * @param {Step} step @param {number} index @param {number} count @param {string} place
 */
async function carryOut(step, index, count, place) {
  const done = path.join(place, `step-${index + 1}.done`);
  const title = `  ${index + 1}/${count} ${step.title}`;
  if (fs.existsSync(done)) return console.log(`${title}: done before`);
  console.log(`${title} …`);
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
  const timer = setInterval(() => console.log(`${title}: ${seconds()}`), 10_000);
  try {
    await step.act();
  } finally {
    clearInterval(timer);
  }
  fs.writeFileSync(done, "");
  console.log(`${title}: ${seconds()}`);
}

/** @param {string} folder @param {string} node @param {readonly string[]} flags */
async function npm(folder, node, flags) {
  // An interrupted installation may have left half a package that npm would take for a whole one.
  fs.rmSync(path.join(folder, "node_modules"), { recursive: true, force: true });
  const command = onPath("npm") ?? "npm";
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOfRunningScript(name)));
  const PATH = [path.dirname(node), env["PATH"]].join(path.delimiter);
  const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  await run(command, ["install", ...flags, ...quiet], { cwd: folder, env: { ...env, PATH } });
}

/** npm tells its scripts about the project that they run for; the npm that they start must not believe it. @param {string} name */
function isOfRunningScript(name) {
  return /^npm_(package_|lifecycle_|command$|config_(local_prefix|prefix)$)/.test(name);
}

/** @param {string} place @param {string} vscode */
function prune(place, vscode) {
  const unneeded = [
    path.join(vscode, "node_modules/@github"),
    path.join(vscode, "node_modules/@microsoft/mxc-sdk"),
    path.join(vscode, "extensions/copilot"),
    path.join(place, "node_modules", nodePackage, "include"),
  ];
  for (const folder of unneeded) fs.rmSync(folder, { recursive: true, force: true });
}

/**
 * Keeps two commands that were started together from installing into the same folder.
 * @param {() => Promise<void>} act
 */
async function locked(act) {
  const lock = path.join(editors, "server.lock");
  fs.mkdirSync(editors, { recursive: true });
  while (!take(lock)) {
    if (isAlive(Number(fs.readFileSync(lock, "utf8")))) await sleep(1000);
    else fs.rmSync(lock, { force: true });
  }
  try {
    await act();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} place */
function vscodeOf(place) {
  return path.join(place, "node_modules/code-server/lib/vscode");
}

/** @param {string} place */
function nodeOf(place) {
  return path.join(place, "node_modules", nodePackage, "bin/node");
}
