/** Installed packages: which of their files a name means. */
import { candidates, isInPackage, type Purpose } from "./candidates.ts";
import { firstFile, remembered, together, writtenFile, type Files } from "./files.ts";
import { isObject, jsonObject, objectAt, stringAt, type Json, type JsonObject } from "./json.ts";
import { bestMatch, fill, type Match } from "./patterns.ts";
import { placesInStore, storeList } from "./pnpmStore.ts";
import { foldersAround, joinUri } from "./uri.ts";

/** A package's folder and its `package.json`. */
interface Package {
  readonly folder: string;
  readonly manifest: JsonObject;
}

const CONDITIONS: Readonly<Record<Purpose, readonly string[]>> = {
  import: ["import", "module", "node", "default"],
  require: ["require", "node", "default"],
  types: ["types", "import", "require", "node", "default"],
};

/** Return the file of an installed package (`name`, `@scope/name/part`) as seen from a file. */
export function resolvePackage(files: Files, from: string, specifier: string, purpose: Purpose): string | undefined {
  const parts = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/.exec(specifier);
  const name = parts?.[1];
  if (name === undefined) return undefined;
  const subpath = parts?.[2] === undefined || parts[2] === "" ? "." : `./${parts[2]}`;
  const [own, found] = together(
    () => ownPackage(files, from),
    () => installed(files, from, name),
  );
  // A package may import itself by its name, if it says what it exports.
  if (own !== undefined && stringAt(own.manifest, "name") === name && own.manifest["exports"] !== undefined)
    return fileOf(files, own, subpath, purpose);
  const file = found === undefined ? undefined : fileOf(files, found, subpath, purpose);
  const isTyped = file !== undefined && /\.[mc]?tsx?$/.test(file);
  if (isTyped || purpose !== "types" || name.startsWith("@types/")) return file;
  const types = installed(files, from, `@types/${name.replace(/^@([^/]+)\//, "$1__")}`);
  return types === undefined ? file : fileOf(files, types, subpath, purpose);
}

/** Return the file that a name with `#` means in the package of a file. */
export function resolvePrivate(files: Files, from: string, specifier: string, purpose: Purpose): string | undefined {
  const own = ownPackage(files, from);
  const imports = objectAt(own?.manifest, "imports");
  if (own === undefined || imports === undefined) return undefined;
  const target = exported(imports, specifier, purpose);
  if (target === undefined) return undefined;
  return target.startsWith("./")
    ? targetFile(files, own, target, purpose)
    : resolvePackage(files, from, target, purpose);
}

/** Whether a file belongs to an installed package that does not say that its modules may be left out where nothing of them is used. */
export function hasSideEffects(files: Files, uri: string): boolean {
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(uri)?.[0];
  if (folder === undefined) return false;
  return remembered(files.known?.sideEffects, folder, () => {
    const { sideEffects } = packageAt(files, [folder])?.manifest ?? {};
    return sideEffects !== false && !(Array.isArray(sideEffects) && sideEffects.length === 0);
  });
}

/** Whether Node reads a file as a module of its own kind without looking inside, so that it imports CommonJS modules as they are. */
export function isModuleByName(files: Files, uri: string): boolean {
  if (/\.[mc][jt]s$/.test(uri)) return /\.m[jt]s$/.test(uri);
  return remembered(
    files.known?.modulesByName,
    uri,
    () => stringAt(ownPackage(files, uri)?.manifest, "type") === "module",
  );
}

function installed(files: Files, from: string, name: string): Package | undefined {
  const folders = foldersAround(from).filter((folder) => !folder.endsWith("/node_modules"));
  // Without links a package that stands inside its user's folder is the one that is meant; with them there is none.
  const inside = folders.filter((folder) => isInPackage(`${folder}/`));
  const outside = foldersOutside(folders);
  const found = packageAt(files, [
    ...inside.map((folder) => joinUri(folder, `node_modules/${name}`)),
    ...besideInStore(files, from, folders, name),
    ...outside.map((folder) => joinUri(folder, `node_modules/${name}`)),
  ]);
  if (found !== undefined || !isInPackage(from)) return found;
  return packageAt(
    files,
    foldersOutside(folders).map((folder) => joinUri(folder, `node_modules/.pnpm/node_modules/${name}`)),
  );
}

/** The places where pnpm keeps a dependency of a file's package. */
function besideInStore(files: Files, from: string, folders: readonly string[], name: string): readonly string[] {
  if (!isInPackage(from)) return [];
  const outside = foldersOutside(folders);
  const [own, list] = together(
    () => ownPackage(files, from)?.manifest,
    () => storeList(files, outside),
  );
  const [ownName, version] = [stringAt(own, "name"), stringAt(own, "version")];
  if (ownName === undefined || version === undefined) return [];
  return placesInStore(outside, list, { name: ownName, version }, name);
}

function foldersOutside(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => !`${folder}/`.includes("/node_modules/"));
}

/** The package that a file belongs to. */
function ownPackage(files: Files, from: string): Package | undefined {
  const folders = foldersAround(from);
  const end = folders.findIndex((folder) => folder.endsWith("/node_modules"));
  return packageAt(files, end < 0 ? folders : folders.slice(0, end));
}

function packageAt(files: Files, folders: readonly string[]): Package | undefined {
  const uri = firstFile(
    files,
    folders.map((folder) => joinUri(folder, "package.json")),
  );
  if (uri === undefined) return undefined;
  const manifest = jsonObject(uri, files.read(uri) ?? "") ?? {};
  return { folder: uri.slice(0, -"/package.json".length), manifest };
}

function fileOf(files: Files, { folder, manifest }: Package, subpath: string, purpose: Purpose): string | undefined {
  const { exports } = manifest;
  if (exports !== undefined && exports !== null) {
    const isMap = isObject(exports) && Object.keys(exports).some((key) => key.startsWith("."));
    const target = isMap
      ? exported(exports, subpath, purpose)
      : subpath === "."
        ? conditional(exports, undefined, purpose)
        : undefined;
    return target === undefined ? undefined : targetFile(files, { folder, manifest }, target, purpose);
  }
  if (subpath !== ".") return withManifest(files, joinUri(folder, subpath), purpose);
  const entries = [
    ...(purpose === "types" ? [stringAt(manifest, "types"), stringAt(manifest, "typings")] : []),
    ...(purpose === "require" ? [] : [stringAt(manifest, "module")]),
    stringAt(manifest, "main"),
    "./index",
  ];
  for (const entry of entries) {
    if (entry === undefined) continue;
    const uri = joinUri(folder, entry);
    const found = writtenFile(files, uri, candidates(uri, purpose));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A file inside a package without `exports`; a folder may have a manifest of its own that names its main file. */
function withManifest(files: Files, uri: string, purpose: Purpose): string | undefined {
  const found = firstFile(files, candidates(uri, purpose));
  if (found !== undefined) return found;
  const inner = packageAt(files, [uri]);
  const main =
    stringAt(inner?.manifest, purpose === "types" ? "types" : purpose === "import" ? "module" : "main") ??
    stringAt(inner?.manifest, "main");
  return main === undefined ? undefined : firstFile(files, candidates(joinUri(uri, main), purpose));
}

/** A target of `exports` says exactly which file; types may stand beside it. */
function targetFile(files: Files, { folder }: Package, target: string, purpose: Purpose): string | undefined {
  const uri = joinUri(folder, target);
  // A package that is being written (not installed) may name compiled files that are not there yet, beside its sources.
  if (purpose === "types" || !isInPackage(uri)) return firstFile(files, candidates(uri, purpose));
  return firstFile(files, [uri]);
}

function exported(map: JsonObject, name: string, purpose: Purpose): string | undefined {
  const match = bestMatch(Object.keys(map), name);
  return match === undefined ? undefined : conditional(map[match.key], match, purpose);
}

/** The target that the first fitting condition leads to. */
function conditional(target: Json | undefined, match: Match | undefined, purpose: Purpose): string | undefined {
  if (typeof target === "string") return match === undefined ? target : fill(target, match);
  if (Array.isArray(target)) {
    for (const entry of target as readonly Json[]) {
      const found = conditional(entry, match, purpose);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isObject(target)) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    if (!CONDITIONS[purpose].includes(condition)) continue;
    const found = conditional(inner, match, purpose);
    if (found !== undefined) return found;
  }
  return undefined;
}
