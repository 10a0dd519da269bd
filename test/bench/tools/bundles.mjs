/** Builds what a bench needs besides the extension: modules of the sources, and Mermaid as it is published. */
import { build } from "esbuild";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { out, root } from "../../../host/paths.mjs";
import { mermaidBundle } from "../../../mermaidBundle.mjs";

/** @typedef {{ parse: number, run: number, view: number, copy: number, size: number }} Times */
/**
 * @typedef {object} Stages What stages.ts has. Not its own type: the tools are checked as Node's modules, the sources as a bundler's.
 * @property {(texts: readonly string[], name: string) => Times[]} stagesOf
 * @property {(text: string, name: string, notation: "full" | "short") => string} pictureText
 */

/** The stages of the engine. @returns {Promise<Stages>} */
export function importStages() {
  return bundleFor("stages.ts");
}

/**
 * Bundles a module of this folder and imports it, or leaves it where it is wanted.
 * @param {string} name @param {string} [kept] @returns {Promise<any>}
 */
export async function bundleFor(name, kept) {
  const outfile = kept ?? path.join(out, `bench-${process.pid}-${name}.mjs`);
  try {
    await build({
      entryPoints: [path.join(import.meta.dirname, name)],
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
      define: { PROJECT_ROOT: JSON.stringify(root) },
    });
    return kept === undefined ? await import(pathToFileURL(outfile).href) : undefined;
  } finally {
    if (kept === undefined) fs.rmSync(outfile, { force: true });
  }
}

/** A script that puts Mermaid as it is published, without our patches, on the window as `published`. */
export async function publishedMermaid() {
  const { outputFiles } = await build({
    stdin: {
      contents: 'import mermaid from "mermaid"; window.published = mermaid;',
      resolveDir: import.meta.dirname,
      loader: "js",
    },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    plugins: [mermaidBundle({ patched: false })],
  });
  return outputFiles[0]?.text ?? "";
}
