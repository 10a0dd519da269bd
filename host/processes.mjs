/** Starts other programs so that none of them, and none of their children, is left behind when this one ends. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Process groups that still run. @type {Set<number>} */
const groups = new Set();
/** Folders to remove at the end. @type {Set<string>} */
const folders = new Set();

process.once("exit", () => {
  for (const group of groups) kill(group, "SIGKILL");
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
  const child = spawn(command, args, {
    ...(cwd === undefined ? {} : { cwd }),
    env: env ?? process.env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    shell: process.platform === "win32",
  });
  const { pid } = child;
  if (pid !== undefined) groups.add(pid);
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => onOutput?.(text));
  }
  /** The exit status; 128 for a signal, 127 if the program could not be started. @type {Promise<number>} */
  const ended = new Promise((resolve) => {
    child.once("error", () => resolve(127));
    child.once("close", (code) => resolve(code ?? 128));
  });
  return {
    ended,
    /** Ends the whole group: politely, then not. */
    async stop() {
      if (pid === undefined) return;
      kill(pid, "SIGTERM");
      const timer = setTimeout(() => kill(pid, "SIGKILL"), 3000);
      await ended;
      clearTimeout(timer);
      kill(pid, "SIGKILL");
      groups.delete(pid);
    },
  };
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
 * Carries out `end` once when the terminal or another program asks this one to stop, then exits.
 * @param {() => Promise<void>} end
 */
export function onStopRequest(end) {
  let isEnding = false;
  for (const [signal, number] of /** @type {const} */ ([
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ])) {
    process.on(signal, () => {
      if (isEnding) return;
      isEnding = true;
      void end().finally(() => process.exit(128 + number));
    });
  }
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
