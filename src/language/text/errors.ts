/** Everything that is wrong with a text before it runs, and which parts of it cannot be used for that. */
import type { Finding } from "../finding.ts";
import { syntaxErrors, ts } from "../parse.ts";
import { earlyErrors } from "./early/early.ts";

const errors = new WeakMap<ts.SourceFile, readonly Finding[]>();
const broken = new WeakMap<ts.SourceFile, ReadonlyMap<ts.Node, Finding>>();

/** Return the findings `syntax/error` of a text, in order: those of the parser, and what the language forbids beyond its grammar. */
export function textErrors(file: ts.SourceFile): readonly Finding[] {
  const known = errors.get(file);
  if (known !== undefined) return known;
  const parsed = syntaxErrors(file);
  // What the parser has complained about is told once.
  const starts = new Set(parsed.map(({ place }) => place.start));
  const early = earlyErrors(file).filter(({ place }) => !starts.has(place.start));
  const all = early.length === 0 ? parsed : [...parsed, ...early].sort((a, b) => a.place.start - b.place.start);
  errors.set(file, all);
  return all;
}

/** Return the innermost statements and functions that hold an error, with the first error of each. */
export function brokenParts(file: ts.SourceFile): ReadonlyMap<ts.Node, Finding> {
  const known = broken.get(file);
  if (known !== undefined) return known;
  const parts = new Map<ts.Node, Finding>();
  for (const finding of textErrors(file)) {
    const part = partAround(file, finding.place.start);
    if (!parts.has(part)) parts.set(part, finding);
  }
  broken.set(file, parts);
  return parts;
}

/** The innermost statement or function around an offset. */
function partAround(file: ts.SourceFile, offset: number): ts.Node {
  let part: ts.Node = file;
  let at: ts.Node | undefined = file;
  while (at !== undefined) {
    if (isPart(at)) part = at;
    at = childAt(at, offset);
  }
  return part;
}

/** The child that an offset is in, else the one that ends there. */
function childAt(node: ts.Node, offset: number): ts.Node | undefined {
  let before: ts.Node | undefined;
  const inside = ts.forEachChild(node, (child) => {
    if (child.pos <= offset && offset < child.end) return child;
    if (child.end === offset && child.end > child.pos) before = child;
    return undefined;
  });
  return inside ?? before;
}

function isPart(node: ts.Node): boolean {
  return ts.isStatement(node) || (ts.isFunctionLike(node) && "body" in node && node.body !== undefined);
}
