// Builds every bundle into dist/. `--watch` rebuilds on change; a word (`webview`, `worker` …) builds only the bundles whose output has it in its path.
import * as esbuild from "esbuild";
import { cp, readFile, writeFile } from "node:fs/promises";
import { mermaidBundle } from "./mermaidBundle.mjs";
import { parserBundle } from "./parserBundle.mjs";

const manifest = JSON.parse(await readFile("package.json", "utf8"));

/** What every bundle shares. @type {esbuild.BuildOptions} */
const shared = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "info",
};

/** What runs under Node. @type {esbuild.BuildOptions} */
const node = { ...shared, outdir: "dist", platform: "node", format: "cjs", target: "node20" };

/** One entry a bundle. @type {esbuild.BuildOptions[]} */
const bundles = [
  {
    ...shared,
    entryPoints: { webview: "src/webview/main.tsx" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
    jsx: "automatic",
    jsxImportSource: "preact",
    loader: { ".ttf": "file" },
    plugins: [mermaidBundle()],
  },
  // The page's stylesheet; codicon.ttf is copied beside it, so that the host can name it in the page's policy.
  {
    ...shared,
    entryPoints: { webview: "src/webview/style/webview.css" },
    outdir: "dist",
    target: "chrome124",
    external: ["./codicon.ttf"],
    plugins: [copyAfter({ "node_modules/@vscode/codicons/dist/codicon.ttf": "dist/codicon.ttf" })],
  },
  // The extension, once for each of VS Code's extension hosts.
  { ...node, entryPoints: { extension: "src/extension/node.ts" }, external: ["vscode"] },
  {
    ...shared,
    entryPoints: { "extension.browser": "src/extension/browser.ts" },
    outdir: "dist",
    platform: "browser",
    format: "cjs",
    external: ["vscode"],
  },
  // The engine's worker, which both hosts share, and what makes a Node worker look like a browser's.
  {
    ...shared,
    entryPoints: { worker: "src/engine/worker.ts" },
    outdir: "dist",
    platform: "browser",
    format: "iife",
    plugins: [parserBundle()],
  },
  { ...node, entryPoints: { workerNode: "src/engine/node/port.ts" } },
  // The published mathematics; its types come from `tsc -p tsconfig.autodiff.json`.
  {
    ...shared,
    entryPoints: { "autodiff/autodiff": "src/autodiff/autodiff.ts" },
    outdir: "dist",
    platform: "neutral",
    format: "esm",
    plugins: [writeAfter("dist/autodiff/package.json", '{ "type": "module" }\n')],
  },
  // The command line.
  {
    ...node,
    entryPoints: { cli: "src/cli/main.ts" },
    banner: { js: "#!/usr/bin/env node" },
    define: { GRADLENS_VERSION: JSON.stringify(manifest.version) },
  },
];

/** Copies files once the bundle is built. @param {Record<string, string>} files @returns {esbuild.Plugin} */
function copyAfter(files) {
  return {
    name: "copy-after",
    setup(build) {
      build.onEnd(() => Promise.all(Object.entries(files).map(([from, to]) => cp(from, to))).then(() => undefined));
    },
  };
}

/** Writes a file once the bundle is built. @param {string} file @param {string} text @returns {esbuild.Plugin} */
function writeAfter(file, text) {
  return {
    name: "write-after",
    setup(build) {
      build.onEnd(() => writeFile(file, text));
    },
  };
}

const words = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const chosen = bundles.filter((bundle) => words.length === 0 || words.some((word) => namesOf(bundle).includes(word)));
if (process.argv.includes("--watch")) {
  for (const bundle of chosen) await (await esbuild.context(bundle)).watch();
} else {
  await Promise.all(chosen.map((bundle) => esbuild.build(bundle)));
}

/** The paths that a bundle writes, as one text. @param {esbuild.BuildOptions} bundle */
function namesOf(bundle) {
  return [bundle.outfile ?? "", ...Object.keys(bundle.entryPoints ?? {})].join(" ");
}
