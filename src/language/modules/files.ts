/** How the texts of other files come into a run. */

/** Where texts come from; the host's unsaved editors before its disk. */
export interface Files {
  /** Return a file's text, or undefined if there is no such file. Throws `NeedFiles` if that is not known yet. */
  read(uri: string): string | undefined;
  /** What was found out about these files; undefined where they may change between two runs. */
  readonly known?: KnownOfFiles | undefined;
}

/** What stays true of files as long as none of them comes, goes or changes, but for the text that is edited. */
export interface KnownOfFiles {
  /** The files that specifiers mean. */
  readonly resolved: Map<string, string | undefined>;
  /** Whether files belong to packages with side effects, by the folders of the packages. */
  readonly sideEffects: Map<string, boolean>;
  /** Whether Node takes a file for a module by its name or its package, by the files. */
  readonly modulesByName: Map<string, boolean>;
}

/** Nothing is known yet. */
export function nothingKnown(): KnownOfFiles {
  return { resolved: new Map(), sideEffects: new Map(), modulesByName: new Map() };
}

/** Return what a table has, or else find it out and keep it. */
export function remembered<Key, Found>(table: Map<Key, Found> | undefined, key: Key, find: () => Found): Found {
  if (table === undefined) return find();
  const known = table.get(key);
  if (known !== undefined || table.has(key)) return known as Found;
  const found = find();
  table.set(key, found);
  return found;
}

/** Thrown when files are wanted that nobody has read yet: read them (or find that they are missing) and try again. */
export class NeedFiles extends Error {
  readonly uris: readonly string[];

  constructor(uris: readonly string[]) {
    super("Files are needed that were not read yet.");
    this.uris = uris;
  }
}

/** Return the first of some files that exists. What is not known of them is asked for in one go. */
export function firstFile(files: Files, uris: readonly string[]): string | undefined {
  const unknown: string[] = [];
  for (const uri of uris) {
    try {
      if (files.read(uri) !== undefined && unknown.length === 0) return uri;
    } catch (error) {
      if (!(error instanceof NeedFiles)) throw error;
      unknown.push(...error.uris);
    }
  }
  if (unknown.length > 0) throw new NeedFiles(unknown);
  return undefined;
}

/** Return the file that is written, or else the first of the others that exists; those are asked for only if it does not. */
export function writtenFile(files: Files, written: string, others: readonly string[]): string | undefined {
  const exact = others.includes(written) ? firstFile(files, [written]) : undefined;
  return exact ?? firstFile(files, others);
}

/** Do two things that read files, so that what both need is asked for in one go. */
export function together<First, Second>(first: () => First, second: () => Second): readonly [First, Second] {
  let one: First;
  try {
    one = first();
  } catch (error) {
    if (!(error instanceof NeedFiles)) throw error;
    try {
      second();
    } catch (other) {
      if (!(other instanceof NeedFiles)) throw other;
      throw new NeedFiles([...error.uris, ...other.uris]);
    }
    throw error;
  }
  return [one, second()];
}
