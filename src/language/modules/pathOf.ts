/** Paths of files as programs see them. */

/** Return the path that Node would give a file: of `file:///C:/a%20b.js` it is `C:\a b.js`; a URI that is no file's stays as it is. */
export function pathOf(uri: string): string {
  const path = /^file:\/\/(\/.*)$/.exec(uri)?.[1];
  if (path === undefined) return uri;
  const plain = decoded(path);
  return /^\/[a-z]:\//i.test(plain) ? plain.slice(1).replaceAll("/", "\\") : plain;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray percent sign is part of the name.
    return path;
  }
}
