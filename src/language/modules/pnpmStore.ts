/**
 * Where pnpm keeps the dependencies of an installed package.
 *
 * It links packages to a store, in which their own dependencies stand beside them. Links are followed when a file is read, but
 * where they lead is not known: in the store a package's folder is called by its name and version and, where it has been
 * installed with particular peers, by those. What those are is in the store's list of what is installed.
 */
import { firstFile, type Files } from "./files.ts";
import { joinUri } from "./uri.ts";

const STORE = "node_modules/.pnpm";
/** pnpm shortens longer names by a checksum, depending on its version and its settings. */
const LONGEST_NAME = 120;

/** A package as its manifest calls it. */
export interface Named {
  readonly name: string;
  readonly version: string;
}

/** Return the list of what is installed in the store of one of some folders; undefined if there is none. */
export function storeList(files: Files, folders: readonly string[]): string | undefined {
  const uri = firstFile(
    files,
    folders.map((folder) => joinUri(folder, `${STORE}/lock.yaml`)),
  );
  return uri === undefined ? undefined : files.read(uri);
}

/** Return the places in the stores of some folders where a dependency of an installed package may be. */
export function placesInStore(
  folders: readonly string[],
  list: string | undefined,
  owner: Named,
  dependency: string,
): readonly string[] {
  const installed = new Set([`${owner.name}@${owner.version}`, ...(list === undefined ? [] : withPeers(list, owner))]);
  const names = [...installed].map(folderName).filter((name) => name.length <= LONGEST_NAME);
  return folders.flatMap((folder) =>
    names.map((name) => joinUri(folder, `${STORE}/${name}/node_modules/${dependency}`)),
  );
}

/** The store's entries for a package that has peers, as `a@1.0.0(b@2.0.0)`; that which the project itself depends on comes first. */
function withPeers(list: string, { name, version }: Named): readonly string[] {
  const key = new RegExp(`^ *["']?/?${escaped(name)}[@/](${escaped(version)}[(_][^"':\\s]*)["']?:`, "gm");
  const versions = [...list.matchAll(key)].map((match) => match[1]!);
  const isChosen = (one: string): boolean => list.includes(`version: ${one}\n`);
  return [...versions.filter(isChosen), ...versions].map((one) => `${name}@${one}`);
}

/** The folder of an entry: what cannot stand in a file's name is replaced, parentheses become underscores. */
function folderName(entry: string): string {
  const plain = entry.replace(/[\\/:*?"<>|#]/g, "+");
  return plain.replace(/\)$/, "").replace(/\)\(|[()]/g, "_");
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
