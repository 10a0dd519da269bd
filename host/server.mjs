/** Runs VS Code's server on a free loopback port, and installs extensions into it. */
import { randomBytes } from "node:crypto";
import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { run, startGroup, temporaryFolder } from "./processes.mjs";
import { ensureServer } from "./setup.mjs";

/**
 * @typedef {object} Server
 * @property {string} authority `127.0.0.1:PORT`.
 * @property {string} token Keeps other pages and other users of the machine out.
 * @property {() => string} log What it printed so far.
 * @property {Promise<number>} ended
 * @property {() => Promise<void>} stop
 */

/** Settings that keep VS Code from asking, fetching and advertising. */
const quiet = {
  "telemetry.telemetryLevel": "off",
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
  "git.autofetch": false,
  "npm.fetchOnlinePackageInfo": false,
  "typescript.disableAutomaticTypeAcquisition": true,
  "typescript.surveys.enabled": false,
  "files.simpleDialog.enable": true,
  "window.dialogStyle": "custom",
};

/**
 * Starts the server; it is up when the promise resolves.
 * @param {object} [options]
 * @param {string} [options.extensions] Folder of the installed extensions.
 * @param {Readonly<Record<string, unknown>>} [options.settings] User settings on top of the quiet ones.
 * @param {boolean} [options.isRestricted] Whether folders are not trusted.
 * @param {boolean} [options.isTestDriver] Whether the page may name an extension under development and its tests. Hides notifications.
 * @returns {Promise<Server>}
 */
export async function startServer({ extensions, settings = {}, isRestricted = false, isTestDriver = false } = {}) {
  const { node, main } = await ensureServer();
  const data = temporaryFolder("server");
  const trust = { "security.workspace.trust.enabled": isRestricted, "security.workspace.trust.startupPrompt": "never" };
  writeJson(path.join(data, "data/User/settings.json"), { ...quiet, ...trust, ...settings });
  const port = await freePort();
  const token = randomBytes(16).toString("hex");
  const flags = [
    ...["--host", "127.0.0.1", "--port", String(port), "--connection-token", token],
    ...["--accept-server-license-terms", "--telemetry-level", "off"],
    ...["--server-data-dir", data, "--user-data-dir", path.join(data, "data")],
    ...["--extensions-dir", extensions ?? path.join(data, "extensions")],
    ...(isRestricted ? [] : ["--disable-workspace-trust"]),
    ...(isTestDriver ? ["--enable-smoke-test-driver"] : []),
  ];
  let log = "";
  /** @type {() => void} */
  let listens = () => undefined;
  /** @type {Promise<true>} */
  const listening = new Promise((resolve) => (listens = () => resolve(true)));
  const group = startGroup(node, [main, ...flags], {
    env: { ...cleanEnvironment(), EXTENSIONS_GALLERY: "{}" },
    onOutput: (text) => {
      log += text;
      if (/Extension host agent started|Web UI available at/.test(log)) listens();
    },
  });
  const stop = async () => {
    await group.stop();
    fs.rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  const outcome = await Promise.race([listening, group.ended]);
  if (outcome !== true) {
    await stop();
    throw new Error(`VS Code's server ended at once (${outcome}):\n${log.slice(-4000)}`);
  }
  return { authority: `127.0.0.1:${port}`, token, log: () => log, ended: group.ended, stop };
}

/**
 * Installs a packaged extension into a folder of extensions.
 * @param {string} vsix @param {string} extensions
 */
export async function installExtension(vsix, extensions) {
  const { node, main } = await ensureServer();
  const data = temporaryFolder("install");
  const place = ["--server-data-dir", data, "--extensions-dir", extensions];
  await run(node, [main, ...place, "--install-extension", vsix, "--force"], { env: cleanEnvironment() });
}

/** A local file as the workbench in the browser names it. @param {Server} server @param {string} file */
export function remoteUri(server, file) {
  return `vscode-remote://${server.authority}${encodeURI(path.resolve(file))}`;
}

/**
 * The address of the workbench.
 * @param {Server} server
 * @param {{ folder?: string | undefined, file?: string | undefined, payload?: readonly (readonly [string, string])[] }} [options]
 */
export function workbenchUrl(server, { folder, file, payload = [] } = {}) {
  const url = new URL(`http://${server.authority}/`);
  url.searchParams.set("tkn", server.token);
  if (folder !== undefined) url.searchParams.set("folder", path.resolve(folder));
  const open = file === undefined ? [] : [["openFile", remoteUri(server, file)]];
  const all = [["skipWelcome", "true"], ["skipReleaseNotes", "true"], ...open, ...payload];
  url.searchParams.set("payload", JSON.stringify(all));
  return url.href;
}

/** What an outer VS Code's terminal sets would leak into the inner one's extension host. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_)/.test(name)));
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** @param {string} file @param {unknown} value */
function writeJson(file, value) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(value, undefined, 2));
}
