/** `paths` and `baseUrl` of the nearest tsconfig.json or jsconfig.json. */
import { candidates, type Purpose } from "./candidates.ts";
import { firstFile, type Files } from "./files.ts";
import { jsonObject, objectAt, stringAt, stringsAt, type Json, type JsonObject } from "./json.ts";
import { bestMatch, fill } from "./patterns.ts";
import { folderOf, foldersAround, joinUri } from "./uri.ts";

/** What a configuration says about names of modules. */
interface Naming {
  /** The folder that names may start from; undefined if none is given. */
  readonly base: string | undefined;
  /** The folder that the targets of `paths` start from. */
  readonly pathsBase: string;
  readonly paths: JsonObject | undefined;
}

/** How many configurations may extend one another. */
const CHAIN = 8;

/** Return the files that a name can mean by the configuration nearest to a file, the likeliest first. */
export function configuredFiles(files: Files, from: string, specifier: string, purpose: Purpose): readonly string[] {
  const naming = nearestNaming(files, from);
  if (naming === undefined) return [];
  const { base, pathsBase, paths } = naming;
  const match = paths === undefined ? undefined : bestMatch(Object.keys(paths), specifier);
  const targets = match === undefined ? [] : stringsAt(paths, match.key).map((target) => fill(target, match));
  const named = targets.map((target) => joinUri(pathsBase, target));
  return [...named, ...(base === undefined ? [] : [joinUri(base, specifier)])].flatMap((uri) =>
    candidates(uri, purpose),
  );
}

function nearestNaming(files: Files, from: string): Naming | undefined {
  const uris = foldersAround(from).flatMap((folder) => [
    joinUri(folder, "tsconfig.json"),
    joinUri(folder, "jsconfig.json"),
  ]);
  const uri = firstFile(files, uris);
  if (uri === undefined) return undefined;
  const own = namingOf(files, uri, CHAIN);
  if (own !== undefined) return own;
  // A configuration that only refers to others leaves the names to them.
  const { references } = configAt(files, uri) ?? {};
  if (!Array.isArray(references)) return undefined;
  for (const reference of references as readonly Json[]) {
    const path = stringAt(reference as JsonObject, "path");
    if (path === undefined) continue;
    const naming = namingOf(files, configFile(files, uri, path) ?? "", CHAIN);
    if (naming !== undefined) return naming;
  }
  return undefined;
}

function namingOf(files: Files, uri: string, chain: number): Naming | undefined {
  const config = configAt(files, uri);
  const folder = folderOf(uri);
  if (config === undefined || folder === undefined || chain === 0) return undefined;
  const options = objectAt(config, "compilerOptions");
  const paths = objectAt(options, "paths");
  const baseUrl = stringAt(options, "baseUrl");
  let inherited: Naming | undefined;
  for (const extended of stringsAt(config, "extends")) {
    const parent = configFile(files, uri, extended);
    inherited = (parent === undefined ? undefined : namingOf(files, parent, chain - 1)) ?? inherited;
  }
  const base = baseUrl === undefined ? inherited?.base : joinUri(folder, baseUrl);
  if (paths !== undefined) return { base, pathsBase: base ?? folder, paths };
  if (baseUrl === undefined) return inherited;
  return { base, pathsBase: base ?? folder, paths: inherited?.paths };
}

function configAt(files: Files, uri: string): JsonObject | undefined {
  const text = uri === "" ? undefined : files.read(uri);
  return text === undefined ? undefined : jsonObject(uri, text);
}

/** The configuration that `extends` or a reference names: a file, a folder, or a file of a package. */
function configFile(files: Files, from: string, name: string): string | undefined {
  const folder = folderOf(from) ?? "";
  const ways = (uri: string): string[] =>
    uri.endsWith(".json") ? [uri] : [`${uri}.json`, joinUri(uri, "tsconfig.json")];
  if (/^\.{0,2}\//.test(name) || name === "." || name === "..") return firstFile(files, ways(joinUri(folder, name)));
  return firstFile(
    files,
    foldersAround(from).flatMap((around) => ways(joinUri(around, `node_modules/${name}`))),
  );
}
