/** A real VS Code with our package and the probe, on a folder of the bench's own files. */
import { createVSIX } from "@vscode/vsce";
import fs from "node:fs";
import path from "node:path";
import { openEditor } from "../../../host/editor.mjs";
import { installPackage } from "../../../host/package.mjs";
import { out } from "../../../host/paths.mjs";
import { temporaryFolder } from "../../../host/processes.mjs";
import { installExtension } from "../../../host/server.mjs";

/** @typedef {{ name: string, what: string, begin: number, end: number }} Note */
/** @typedef {{ message: number, paint: number }[]} Floor Milliseconds of each way of an empty message into a page, and until its paint. */
/** @typedef {{ blocked: { median: number, most: number }, stretches: { milliseconds: number, where: string }[] }} Profile */

/** Builds and installs our package and the probe. @param {string} name */
export async function installWithProbe(name) {
  const extensions = await installPackage(name);
  const packagePath = path.join(out, "probe.vsix");
  const cwd = path.join(import.meta.dirname, "../probe");
  // It must be there before ours is.
  const options = { dependencies: false, allowMissingRepository: true, skipLicense: true, allowStarActivation: true };
  await createVSIX({ cwd, packagePath, ...options });
  await installExtension(packagePath, extensions);
  return extensions;
}

/**
 * Opens VS Code; `ask` puts a question to the probe.
 * @param {Omit<Parameters<typeof openEditor>[0], "viewport">} options
 */
export async function openBench(options) {
  const folder = temporaryFolder("probe");
  process.env["GRADLENS_PROBE"] = folder;
  const editor = await openEditor({ ...options, viewport: { width: 1920, height: 1080 } });
  const port = path.join(folder, "port");
  const end = Date.now() + 30_000;
  while (!fs.existsSync(port) && Date.now() < end) await editor.page.waitForTimeout(100);
  const address = `http://127.0.0.1:${fs.readFileSync(port, "utf8")}`;
  /** @type {(what: "notes" | "begin" | "end" | "heap" | "floor" | "beginEcho" | "endEcho") => Promise<any>} */
  const ask = async (what) => (await fetch(`${address}/${what}`)).json();
  return { ...editor, ask };
}
