/** The files that a written path can mean. */
import { joinUri } from "./uri.ts";

/** What is imported: something to run, by `import` or by `require`, or only its types. */
export type Purpose = "import" | "require" | "types";

const SOURCES = [".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".json"];
/** In a package the compiled file is the one that its users run. */
const PACKAGED = [".js", ".cjs", ".mjs", ".json", ".jsx", ".ts", ".tsx", ".mts", ".cts"];
const TYPED = [".ts", ".tsx", ".d.ts", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs"];

/** What stands in a source file for the extension that its compiled file has. */
const ORIGINALS: ReadonlyMap<string, readonly string[]> = new Map([
  [".js", [".ts", ".tsx"]],
  [".jsx", [".tsx"]],
  [".mjs", [".mts"]],
  [".cjs", [".cts"]],
]);
const DECLARATIONS: ReadonlyMap<string, string> = new Map([
  [".js", ".d.ts"],
  [".jsx", ".d.ts"],
  [".mjs", ".d.mts"],
  [".cjs", ".d.cts"],
]);

/** Return the files that a path without certain extension can mean, the likeliest first; a folder's index comes last. */
export function candidates(uri: string, purpose: Purpose): readonly string[] {
  const isPackaged = isInPackage(uri);
  const extension = /\.[a-z]+$/i.exec(uri)?.[0] ?? "";
  const stem = uri.slice(0, uri.length - extension.length);
  const originals = (ORIGINALS.get(extension) ?? []).map((original) => stem + original);
  const declared = purpose === "types" && DECLARATIONS.has(extension) ? [stem + DECLARATIONS.get(extension)!] : [];
  const exact = SOURCES.includes(extension) ? [uri] : [];
  const extensions = purpose === "types" ? TYPED : isPackaged ? PACKAGED : SOURCES;
  const isFolder = uri.endsWith("/");
  return [
    ...(isPackaged && purpose !== "types" ? [...exact, ...originals] : [...originals, ...declared, ...exact]),
    ...(isFolder ? [] : extensions.map((added) => uri + added)),
    ...extensions.map((added) => joinUri(uri, `index${added}`)),
  ];
}

/** Whether a file belongs to an installed package. */
export function isInPackage(uri: string): boolean {
  return uri.includes("/node_modules/");
}
