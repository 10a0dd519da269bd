#!/usr/bin/env node
/**
 * A `code` program for @vscode/test-electron where desktop VS Code cannot be had: takes the same flags and ends with the
 * same status, but runs the suite in VS Code's server and looks at it with a headless Chromium.
 */
import fs from "node:fs";
import path from "node:path";
import { format } from "node:util";
import { out } from "./paths.mjs";
import { remoteUri, startServer } from "./server.mjs";
import { openWorkbench } from "./workbench.mjs";

/** The last line of a suite that came to its end; see test/host/index.ts. */
const lastLine = /: (\d+) passed, (\d+) failed$/;
/** Statuses of our own, told apart from the suite's 0 and 1. */
const status = { usage: 2, page: 70, server: 71, unproven: 72, late: 124 };
const limit = 300_000;

/** @param {readonly string[]} argv */
function parse(argv) {
  /** @type {Map<string, string>} */
  const flags = new Map();
  const places = [];
  for (const argument of argv) {
    const [, name, value] = /^--([^=]+)=?([\s\S]*)$/.exec(argument) ?? [];
    if (name === undefined) places.push(path.resolve(argument));
    else flags.set(name, value ?? "");
  }
  return { flags, folder: places[0] };
}

/** @param {import("./server.mjs").Server} server @param {Map<string, string>} flags */
function payloadOf(server, flags) {
  /** @type {[string, string][]} */
  const payload = [];
  for (const name of ["extensionDevelopmentPath", "extensionTestsPath"]) {
    const file = flags.get(name);
    if (file !== undefined) payload.push([name, remoteUri(server, file)]);
  }
  const kind = flags.get("extensionDevelopmentKind");
  if (kind !== undefined) payload.push(["extensionDevelopmentKind", kind]);
  return payload;
}

/** @param {readonly string[]} argv @returns {Promise<number>} */
async function main(argv) {
  const { flags, folder } = parse(argv);
  if (!flags.has("extensionTestsPath")) {
    console.error("This program only runs tests: --extensionTestsPath=FILE is missing.");
    return status.usage;
  }
  const server = await startServer({ isTestDriver: true });
  /** @type {string[]} */
  const log = [];
  let isFinished = false;
  /** @type {(code: number) => void} */
  let end = () => undefined;
  /** @type {Promise<number>} */
  const ended = new Promise((resolve) => (end = resolve));
  const workbench = await openWorkbench(server, {
    ...(folder === undefined ? {} : { folder }),
    payload: payloadOf(server, flags),
    functions: {
      // What the extension host writes to its console.
      codeAutomationLog: (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
        const line = format(...args);
        if (line.startsWith("[suite] ")) console.log(line.slice("[suite] ".length));
        else log.push(line);
        isFinished ||= lastLine.test(line);
      },
      codeAutomationExit: (/** @type {number} */ code) => end(code),
    },
  });
  workbench.page.once("crash", () => end(status.page));
  void server.ended.then(() => end(status.server));
  const timer = setTimeout(() => end(status.late), limit);
  let code = await ended;
  clearTimeout(timer);
  // The workbench reports success when the extension host dies, so success also needs the suite's own last line.
  if (code === 0 && !isFinished) code = status.unproven;
  if (code !== 0) await report(code, isFinished, workbench, [...log, ...workbench.messages, server.log()]);
  await workbench.close();
  await server.stop();
  return code;
}

/**
 * Leaves what can be known about a failure; where the suite did not come to its end, says the error itself.
 * @param {number} code @param {boolean} isFinished @param {Awaited<ReturnType<typeof openWorkbench>>} workbench @param {readonly string[]} log
 */
async function report(code, isFinished, workbench, log) {
  fs.mkdirSync(out, { recursive: true });
  const place = path.join(out, "host-failure");
  await workbench.page.screenshot({ path: `${place}.png` }).catch(() => undefined);
  fs.writeFileSync(`${place}.log`, log.join("\n"));
  console.error(
    `${isFinished ? "" : `The suite did not come to its end (${code}). `}See ${place}.png and ${place}.log.`,
  );
  const error = workbench.messages.findLast((message) => message.startsWith("error: "));
  if (!isFinished && error !== undefined) console.error(error.slice(0, 2000));
}

process.exit(await main(process.argv.slice(2)));
