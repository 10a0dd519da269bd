/** From the name in an import to the file that it means. */
import { candidates, isInPackage, type Purpose } from "./candidates.ts";
import { configuredFiles } from "./config.ts";
import { firstFile, remembered, writtenFile, type Files } from "./files.ts";
import { resolvePackage, resolvePrivate } from "./packages.ts";
import { folderOf, joinUri } from "./uri.ts";

/** Finds the file that a specifier means in a file; undefined if there is none. Throws `NeedFiles`. */
export type Resolve = (from: string, specifier: string, purpose: Purpose) => string | undefined;

/** Make a resolver that remembers its answers; for one run, unless the files say that they stay as they are. */
export function createResolver(files: Files): Resolve {
  const known = files.known?.resolved ?? new Map<string, string | undefined>();
  return (from, specifier, purpose) => {
    const key = `${folderOf(from) ?? from}\n${specifier}\n${purpose}`;
    return remembered(known, key, () => resolveModule(files, from, specifier, purpose));
  };
}

/** Find the file that a specifier means in a file: relative, by the configuration's `paths`, or of an installed package. */
export function resolveModule(files: Files, from: string, specifier: string, purpose: Purpose): string | undefined {
  const folder = folderOf(from);
  if (folder === undefined || specifier === "" || builtinModule(specifier) !== undefined) return undefined;
  if (/^\.{0,2}\//.test(specifier) || specifier === "." || specifier === "..") {
    const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
    const written = joinUri(folder, specifier) + (isFolder ? "/" : "");
    const possible = candidates(written, purpose);
    // In a package the name that is written is nearly always the file's.
    return isInPackage(from) ? writtenFile(files, written, possible) : firstFile(files, possible);
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(specifier))
    return specifier.startsWith("file:") ? firstFile(files, [specifier]) : undefined;
  if (specifier.startsWith("#")) {
    const own = resolvePrivate(files, from, specifier, purpose);
    if (own !== undefined) return own;
  }
  const configured = isInPackage(from) ? undefined : firstFile(files, configuredFiles(files, from, specifier, purpose));
  return configured ?? resolvePackage(files, from, specifier, purpose);
}

/** Return the name of the module of Node.js that a specifier means, such as `fs` for `node:fs`; undefined for any other. */
export function builtinModule(specifier: string): string | undefined {
  if (specifier.startsWith("node:")) return specifier.slice("node:".length);
  return BUILTIN.has(specifier.split("/")[0]!) ? specifier : undefined;
}

const BUILTIN: ReadonlySet<string> = new Set([
  "assert",
  "async_hooks",
  "buffer",
  "child_process",
  "cluster",
  "console",
  "crypto",
  "dgram",
  "diagnostics_channel",
  "dns",
  "events",
  "fs",
  "http",
  "http2",
  "https",
  "inspector",
  "module",
  "net",
  "os",
  "path",
  "perf_hooks",
  "process",
  "querystring",
  "readline",
  "stream",
  "string_decoder",
  "timers",
  "tls",
  "tty",
  "url",
  "util",
  "v8",
  "vm",
  "wasi",
  "worker_threads",
  "zlib",
]);
