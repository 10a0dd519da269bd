/** Builds and packages the extension, and installs that package, so that what runs is what would be published. */
import fs from "node:fs";
import path from "node:path";
import { out, root, vsix } from "./paths.mjs";
import { onPath, run } from "./processes.mjs";
import { installExtension } from "./server.mjs";
import { ensureServer } from "./setup.mjs";

/** The fresh VSIX. */
export async function packageExtension() {
  await run(onPath("npm") ?? "npm", ["run", "--silent", "package"], { cwd: root });
  if (!fs.existsSync(vsix)) throw new Error(`\`npm run package\` did not make ${vsix}.`);
  return vsix;
}

/** A folder of extensions, for VS Code's server, with the fresh VSIX and nothing else. @param {string} name */
export async function installPackage(name) {
  const [packaged] = await Promise.all([packageExtension(), ensureServer()]);
  const extensions = path.join(out, "extensions", name);
  fs.rmSync(extensions, { recursive: true, force: true });
  await installExtension(packaged, extensions);
  return extensions;
}
