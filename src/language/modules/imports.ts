/** What a file imports, read from its text before anything runs, and the files that are still to be fetched for it. */
import { parse, ts } from "../parse.ts";
import type { Purpose } from "./candidates.ts";
import { NeedFiles, type Files } from "./files.ts";
import { hasSideEffects } from "./packages.ts";
import type { Resolve } from "./resolve.ts";

/** Names of a module's exports; undefined for all. */
type Names = readonly string[] | undefined;

/** A module that a file names. */
interface Import {
  readonly specifier: string;
  readonly purpose: Exclude<Purpose, "types">;
  /** The exports that are used. */
  readonly names: Names;
  /** The names under which the file passes them on: as many as there are `names`, or undefined for the same names. */
  readonly passedOnAs: Names;
  /** Whether the file does nothing else with the module, so that it matters only to who uses those names. */
  readonly isPassedOn: boolean;
}

/** Return the names of modules that a file imports and re-exports, in the order in which the language evaluates them. */
export function importedBy(file: ts.SourceFile): string[] {
  return importsOf(file).map(({ specifier }) => specifier);
}

function importsOf(file: ts.SourceFile): Import[] {
  return file.statements.flatMap((node): Import[] => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const specifier = node.moduleSpecifier;
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const base = { specifier: specifier.text, purpose: "import" } as const;
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      if (clause?.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
      return [{ ...base, names: importedNames(file, clause), passedOnAs: undefined, isPassedOn: false }];
    }
    if (node.isTypeOnly) return [];
    const clause = node.exportClause;
    if (clause === undefined) return [{ ...base, names: undefined, passedOnAs: undefined, isPassedOn: true }];
    if (ts.isNamespaceExport(clause))
      return [{ ...base, names: undefined, passedOnAs: [clause.name.text], isPassedOn: true }];
    const names = clause.elements.map((element) => (element.propertyName ?? element.name).text);
    return [{ ...base, names, passedOnAs: clause.elements.map(({ name }) => name.text), isPassedOn: true }];
  });
}

function importedNames(file: ts.SourceFile, clause: ts.ImportClause | undefined): Names {
  const names = clause?.name === undefined ? [] : ["default"];
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return names;
  if (ts.isNamedImports(bindings))
    return [...names, ...bindings.elements.map((element) => (element.propertyName ?? element.name).text)];
  // Of a module that is imported as a whole, the members that the text names.
  const uses = file.text.matchAll(/(?<![\w$.])([\w$]+)\s*\.\s*([\w$]+)/g);
  return [...names, ...[...uses].filter(([, owner]) => owner === bindings.name.text).map(([, , member]) => member!)];
}

/** Return the modules that a CommonJS file names in calls of `require`. */
function requiresOf(file: ts.SourceFile): Import[] {
  const calls = file.text.matchAll(/\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g);
  return [...calls].map(([, , specifier]) => ({
    specifier: specifier!,
    purpose: "require",
    names: undefined,
    passedOnAs: undefined,
    isPassedOn: false,
  }));
}

/** What somebody wants of a module. */
export interface Wanted {
  readonly from: string;
  readonly specifier: string;
  readonly purpose: Exclude<Purpose, "types">;
  /** Exports; undefined for all, or if that is not known. */
  readonly names: Names;
}

/** Modules that are looked into at most; more are fetched when they are used. */
const MOST = 10_000;

/**
 * Return everything that is still to be fetched before a module can run, as far as the files that are known tell.
 *
 * A run stops at the first file that is missing and is begun again once it is there, so that asking for one at a time would
 * run everything as often as a package has files.
 */
export function filesFor(files: Files, resolve: Resolve, first: Wanted): NeedFiles | undefined {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const waiting = firstWanted(files, first);
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST; next = waiting.pop()) {
    try {
      const uri = resolve(next.from, next.specifier, next.purpose);
      if (uri === undefined) continue;
      waiting.push(...wantedBy(files, uri, next.names, seen));
    } catch (error) {
      if (!(error instanceof NeedFiles)) throw error;
      for (const uri of error.uris) missing.add(uri);
    }
  }
  return missing.size === 0 ? undefined : new NeedFiles([...missing]);
}

/** What the file that wants a module uses of it; everything if its text is not known. A name that can come from several modules needs all of them. */
function firstWanted(files: Files, first: Wanted): Wanted[] {
  const { from, specifier } = first;
  const text = from.endsWith(".json") ? undefined : files.read(from);
  const imports = text === undefined ? [] : importsOf(parse(from, text));
  if (first.names !== undefined) {
    const stars = imports.filter(({ isPassedOn, passedOnAs }) => isPassedOn && passedOnAs === undefined);
    return [first, ...stars.map((star) => ({ ...first, specifier: star.specifier }))];
  }
  const own = imports.filter((wanted) => wanted.specifier === specifier);
  const isAll = own.length === 0 || own.some(({ names }) => names === undefined);
  return [{ ...first, names: isAll ? undefined : own.flatMap(({ names }) => names!) }];
}

/** What a module needs so that some of its exports can be used, but for what has been seen. */
function wantedBy(files: Files, uri: string, names: Names, seen: Set<string>): Wanted[] {
  const fresh = (names ?? ["*"]).filter((name) => !seen.has(`${uri}\n${name}`));
  const isNew = !seen.has(uri);
  if (fresh.length === 0 && !isNew) return [];
  const text = files.read(uri);
  seen.add(uri);
  for (const name of fresh) seen.add(`${uri}\n${name}`);
  if (text === undefined || uri.endsWith(".json")) return [];
  const file = parse(uri, text);
  const isWhole = names === undefined || hasSideEffects(files, uri);
  return [...importsOf(file), ...(isNew ? requiresOf(file) : [])].flatMap((wanted): Wanted[] => {
    const { specifier, purpose, isPassedOn } = wanted;
    if (!isPassedOn) return isNew ? [{ from: uri, specifier, purpose, names: wanted.names }] : [];
    if (isWhole) return [{ from: uri, specifier, purpose, names: wanted.names }];
    const passed = passedOn(wanted, fresh);
    return passed?.length === 0 ? [] : [{ from: uri, specifier, purpose, names: passed }];
  });
}

/** The names that a re-export's module has for those that are wanted. */
function passedOn({ names, passedOnAs }: Import, wanted: readonly string[]): Names {
  if (passedOnAs === undefined) return wanted.filter((name) => name !== "default");
  if (names === undefined) return wanted.includes(passedOnAs[0]!) ? undefined : [];
  return names.filter((_, index) => wanted.includes(passedOnAs[index]!));
}
