/** Starts other programs so that none of them, and none of their children, is left behind when this one ends. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Process groups that still run, and how each is ended. @type {Map<number, () => Promise<void>>} */
const groups = new Map();
let isListening = false;
/** Folders to remove at the end. @type {Set<string>} */
const folders = new Set();

process.once("exit", () => {
  for (const group of groups.keys()) kill(group, "SIGKILL");
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

/** Makes a folder that is gone when this program is. @param {string} name */
export function temporaryFolder(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `gradlens-${name}-`));
  folders.add(folder);
  return folder;
}

/**
 * Starts a program as the head of a process group of its own. Its output goes to `onOutput`.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options]
 */
export function startGroup(command, args, { cwd, env, onOutput } = {}) {
  stopOnRequest();
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
  const { pid } = child;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => onOutput?.(text));
  }
  /** The exit status; 128 for a signal, 127 if the program could not be started. @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 128));
  });
  /** Ends the whole group: politely, then not. */
  const stop = async () => {
    if (pid === undefined) return;
    kill(pid, "SIGTERM");
    const timer = setTimeout(() => kill(pid, "SIGKILL"), 3000);
    await ended;
    clearTimeout(timer);
    kill(pid, "SIGKILL");
    groups.delete(pid);
  };
  if (pid !== undefined) groups.set(pid, stop);
  return { ended, stop };
}

/**
 * Runs a program to its end; throws with the tail of its output if it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onOutput?: (text: string) => void }} [options]
 */
export async function run(command, args, { cwd, env, onOutput } = {}) {
  let output = "";
  const group = startGroup(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    ...(env === undefined ? {} : { env }),
    onOutput: (text) => {
      output += text;
      onOutput?.(text);
    },
  });
  const status = await group.ended;
  await group.stop();
  if (status !== 0) throw new Error(`\`${[command, ...args].join(" ")}\` failed (${status}):\n${output.slice(-4000)}`);
  return output;
}

/**
 * Lets the terminal and other programs end this one together with all that it started. npm passes a request to stop on to
 * the shell in between, which dies and leaves us behind: that counts as a request too.
 */
function stopOnRequest() {
  if (isListening) return;
  isListening = true;
  let isEnding = false;
  const stop = (/** @type {number} */ status) => {
    if (isEnding) return;
    isEnding = true;
    void Promise.all([...groups.values()].map((end) => end())).finally(() => process.exit(status));
  };
  process.on("SIGINT", () => stop(130));
  process.on("SIGTERM", () => stop(143));
  process.on("SIGHUP", () => stop(129));
  if (process.env["npm_lifecycle_event"] === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(143), 500).unref();
}

/** The file that a command name stands for on the PATH. @param {string} name */
export function onPath(name) {
  const endings = process.platform === "win32" ? [".cmd", ".exe"] : [""];
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find((file) => fs.statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** @param {number} group @param {NodeJS.Signals} signal */
function kill(group, signal) {
  try {
    process.kill(process.platform === "win32" ? group : -group, signal);
  } catch {
    // Gone already, which is what was wanted.
  }
}
