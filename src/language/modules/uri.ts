/** Arithmetic on URIs as texts: folders, relative paths, extensions. No file system and no platform is asked. */

/** The part of a URI that no relative path can leave: `file://`, `vscode-vfs://github`. */
const HEAD = /^[a-z][a-z\d+.-]*:(?:\/\/[^/]*)?(?=\/)/i;

/** Return the folder of a file, without a slash at its end; undefined for a URI without folders, such as `untitled:Untitled-1`. */
export function folderOf(uri: string): string | undefined {
  const head = HEAD.exec(uri)?.[0];
  if (head === undefined) return undefined;
  const path = uri.slice(head.length).replace(/[?#].*$/, "");
  return head + path.slice(0, path.lastIndexOf("/"));
}

/** Return the folders around a file, the innermost first. */
export function foldersAround(uri: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = folderOf(uri); folder !== undefined; folder = folderOf(folder)) folders.push(folder);
  return folders;
}

/** Return a path such as `../a/b.ts` from a folder; an absolute one starts at the URI's root. */
export function joinUri(folder: string, path: string): string {
  const head = HEAD.exec(`${folder}/`)?.[0] ?? "";
  const steps = path.startsWith("/")
    ? []
    : folder
        .slice(head.length)
        .split("/")
        .filter((step) => step !== "");
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(encode(step));
  }
  return `${head}/${steps.join("/")}`;
}

/** Encode a file's name as editors do: everything but letters, digits and `-._~`. */
function encode(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
