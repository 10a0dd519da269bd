/** Trees of files in memory, and what names mean in them. */
import type { Purpose } from "../../../src/language/modules/candidates.ts";
import type { Files } from "../../../src/language/modules/files.ts";
import { resolveModule } from "../../../src/language/modules/resolve.ts";

/** Files by their paths; what is no text is JSON. */
export type Tree = Readonly<Record<string, string | object>>;

/** Files below `file:///p/`, by path; URIs have `@` and `+` encoded, as editors write them. */
function filesOf(tree: Tree): Files {
  const texts = new Map(
    Object.entries(tree).map(([path, text]) => [
      `file:///p/${path.replaceAll("@", "%40").replaceAll("+", "%2B")}`,
      typeof text === "string" ? text : JSON.stringify(text),
    ]),
  );
  return { read: (uri) => texts.get(uri) };
}

/** What names mean in a file of a tree. */
export function resolver(tree: Tree, from = "src/a.ts"): (specifier: string, purpose?: Purpose) => string | undefined {
  const files = filesOf(tree);
  return (specifier, purpose = "import") =>
    resolveModule(files, `file:///p/${from}`, specifier, purpose)
      ?.replace("file:///p/", "")
      .replaceAll("%40", "@")
      .replaceAll("%2B", "+");
}
