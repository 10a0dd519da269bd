/** The worker and what starts it, bundled as the build does, into a folder of a test's own. */
import { build } from "esbuild";
import path from "node:path";
import { pathToFileURL } from "node:url";

/** Bundle the worker with its Node starter and the command line; the folder then has `workerNode.js` and `cli.js`. */
export async function bundleProgram(folder: string): Promise<void> {
  const plugin = pathToFileURL(path.join(PROJECT_ROOT, "parserBundle.mjs")).href;
  const { parserBundle } = (await import(plugin)) as { parserBundle: () => import("esbuild").Plugin };
  const shared = { absWorkingDir: PROJECT_ROOT, bundle: true, minify: true, outdir: folder, target: "es2022" } as const;
  const worker = { worker: "src/engine/worker.ts" };
  const node = { workerNode: "src/engine/node/port.ts", cli: "src/cli/main.ts" };
  await Promise.all([
    build({ ...shared, entryPoints: worker, platform: "browser", format: "iife", plugins: [parserBundle()] }),
    build({ ...shared, entryPoints: node, platform: "node", format: "cjs", define: { GRADLENS_VERSION: '"0.0.0"' } }),
  ]);
}
