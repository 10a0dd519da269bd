/** What a file imports, read from its text before anything runs, and the files that are still to be fetched for it. */
import { parse, ts } from "../parse.ts";
import type { Purpose } from "./candidates.ts";
import { NeedFiles, type Files } from "./files.ts";
import { hasSideEffects } from "./packages.ts";
import type { Resolve } from "./resolve.ts";

/** A module that a file names. */
export interface Import {
  readonly specifier: string;
  readonly purpose: Exclude<Purpose, "types">;
  /** Whether the file only passes some names on, so that the module matters only to who uses them. */
  readonly isPassedOn: boolean;
}

/** Return the modules that a file imports and re-exports, in the order in which the language evaluates them. */
export function importsOf(file: ts.SourceFile): Import[] {
  return file.statements.flatMap((node) => {
    if (!ts.isImportDeclaration(node) && !ts.isExportDeclaration(node)) return [];
    const isTypeOnly = ts.isImportDeclaration(node)
      ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : node.isTypeOnly;
    const specifier = node.moduleSpecifier;
    if (isTypeOnly || specifier === undefined || !ts.isStringLiteral(specifier)) return [];
    const isPassedOn =
      ts.isExportDeclaration(node) && node.exportClause !== undefined && ts.isNamedExports(node.exportClause);
    return [{ specifier: specifier.text, purpose: "import", isPassedOn }];
  });
}

/** Return the modules that a CommonJS file names in calls of `require`. */
function requiresOf(file: ts.SourceFile): Import[] {
  const calls = file.text.matchAll(/\brequire\(\s*(["'])([^"'\n]+)\1\s*\)/g);
  return [...calls].map(([, , specifier]) => ({ specifier: specifier!, purpose: "require", isPassedOn: false }));
}

/** Files that are looked into at most; more are fetched when they are used. */
const MOST = 2_000;

/**
 * Return everything that is still to be fetched before a module can run, as far as the files that are known tell.
 *
 * A run stops at the first file that is missing and is begun again once it is there, so that asking for one at a time would
 * run everything as often as a package has files.
 */
export function filesFor(files: Files, resolve: Resolve, from: string, first: Import): NeedFiles | undefined {
  const missing = new Set<string>();
  const seen = new Set<string>();
  const waiting: { readonly from: string; readonly wanted: Import }[] = [{ from, wanted: first }];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST; next = waiting.pop()) {
    try {
      const uri = resolve(next.from, next.wanted.specifier, next.wanted.purpose);
      if (uri === undefined || seen.has(uri)) continue;
      const text = files.read(uri);
      seen.add(uri);
      if (text === undefined || uri.endsWith(".json")) continue;
      const file = parse(uri, text);
      const isWhole = hasSideEffects(files, uri);
      for (const wanted of [...importsOf(file), ...requiresOf(file)])
        if (isWhole || !wanted.isPassedOn) waiting.push({ from: uri, wanted });
    } catch (error) {
      if (!(error instanceof NeedFiles)) throw error;
      for (const uri of error.uris) missing.add(uri);
    }
  }
  return missing.size === 0 ? undefined : new NeedFiles([...missing]);
}
