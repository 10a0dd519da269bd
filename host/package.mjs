/** Builds and packages the extension, so that what runs is what would be published. */
import fs from "node:fs";
import { root, vsix } from "./paths.mjs";
import { onPath, run } from "./processes.mjs";

/** The fresh VSIX. */
export async function packageExtension() {
  await run(onPath("npm") ?? "npm", ["run", "--silent", "package"], { cwd: root });
  if (!fs.existsSync(vsix)) throw new Error(`\`npm run package\` did not make ${vsix}.`);
  return vsix;
}
