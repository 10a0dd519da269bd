/** Half-typed texts: what is open until the end, and how far it should have gone. */
import { diagnosticsOf, ts } from "../parse.ts";
import type { Place } from "../span.ts";

/** How many brackets may be missing at one place, and at how many places. */
const MOST_MISSING = 3;

/**
 * Parse a text in which a block may not be closed yet, so that it takes in the declarations below it, although these
 * begin at the beginning of a line. It is read as if it were closed before them: they are whole.
 */
export function withClosedBlocks(text: string, read: (text: string) => ts.SourceFile): ts.SourceFile {
  let changed = text;
  let file = read(text);
  const missing: ts.DiagnosticWithLocation[] = [];
  for (let places = 0; places < MOST_MISSING; places++) {
    const error = diagnosticsOf(file).find(({ start }) => start >= file.endOfFileToken.getStart(file));
    const opening = error?.relatedInformation?.[0]?.start;
    const end = opening === undefined || text[opening] !== "{" ? undefined : endOfBlock(file, opening);
    const better = end === undefined ? undefined : closedAt(changed, end, read, diagnosticsOf(file).length);
    if (error === undefined || opening === undefined || better === undefined) break;
    missing.push({ ...error, start: opening, length: 1, messageText: "'{' is not closed: '}' expected." });
    [changed, file] = better;
  }
  // The places are those of the text as it is.
  if (missing.length > 0) Object.assign(file, { text, parseDiagnostics: [...missing, ...diagnosticsOf(file)] });
  return file;
}

/** Close blocks in the space at an offset, as many as make the text better than it is with `errors` errors. */
function closedAt(
  text: string,
  offset: number,
  read: (text: string) => ts.SourceFile,
  errors: number,
): readonly [string, ts.SourceFile] | undefined {
  for (let count = 1; count <= MOST_MISSING; count++) {
    const space = text.slice(offset, offset + count);
    const rest = text.slice(offset + count);
    // A comment above the declaration stays on a line of its own.
    const isApart = !/[\n\r]/.test(space) || /^\s*(?:[\n\r]|[^\s/])/.test(rest);
    if (!isApart || !/^\s+$/.test(space)) return undefined;
    const changed = `${text.slice(0, offset)}${"}".repeat(count)}${text.slice(offset + count)}`;
    const file = read(changed);
    if (diagnosticsOf(file).length < errors) return [changed, file];
  }
  return undefined;
}

/** Where a block should have ended: before the first declaration in it that begins a line, as only those outside do. */
function endOfBlock(file: ts.SourceFile, opening: number): number | undefined {
  const isOutermost = (node: ts.Node): boolean => {
    const start = node.getStart(file);
    return (start === 0 || /[\n\r]/.test(file.text[start - 1]!)) && /^[\w]/.test(file.text[start]!);
  };
  // Not by recursion: expressions are as deep as they are long.
  const left: ts.Node[] = [file];
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if (node.end <= opening) continue;
    const isDeclared =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isVariableStatement(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node);
    if (isDeclared && node.pos > opening && isOutermost(node)) return node.pos;
    const inner: ts.Node[] = [];
    ts.forEachChild(node, (child) => void inner.push(child));
    left.push(...inner.reverse());
  }
  return undefined;
}

/** What may stand between two parts of a text; a comment may be open until the end. */
const TRIVIA = /^(?:\s|\/\/.*|\/\*[^]*?(?:\*\/|$))*$/;

/** A part of a text that is open: where to say so, and its bracket if it has one. */
interface OpenPart {
  readonly place: Place;
  readonly bracket?: string;
}

/**
 * What is missing at the end of a function is missed by the parser only at the next word, which may stand in another
 * function or at the end of the text: return the bracket that is open, or the end of the function.
 */
export function openPart(file: ts.SourceFile, error: ts.DiagnosticWithLocation): OpenPart | undefined {
  const { start } = error;
  const at = (from: number, to: number): Place => ({ file: file.fileName, start: from, end: to });
  const template = start === file.end ? openTemplate(file) : undefined;
  if (template !== undefined) return { place: at(template, template + 1) };
  const broken = unfinishedBefore(file, start);
  const between = broken === undefined ? "" : file.text.slice(broken.end, start);
  if (broken === undefined || !TRIVIA.test(between)) return undefined;
  const opening = error.relatedInformation?.[0]?.start;
  if (opening !== undefined) return { place: at(opening, opening + 1), bracket: file.text[opening]! };
  const comment = between.search(/\/\*(?![^]*\*\/)/);
  return { place: at(broken.end - 1, broken.end + (comment < 0 ? 0 : comment + 2)) };
}

/** Where the template literal begins that is open until the end. */
function openTemplate(file: ts.SourceFile): number | undefined {
  let last: ts.Node = file;
  for (let at: ts.Node | undefined = file; at !== undefined; at = childBefore(file, at, file.end)) last = at;
  return ts.isTemplateLiteralToken(last) && last.isUnterminated === true ? last.getStart(file) : undefined;
}

/** The innermost function that ends before an offset, and in which the parser has missed something. */
function unfinishedBefore(file: ts.SourceFile, offset: number): ts.Node | undefined {
  let found: ts.Node | undefined;
  let at: ts.Node | undefined = file;
  while (at !== undefined) {
    if (ts.isFunctionLike(at) && at.end <= offset && hasError(at)) found = at;
    at = childBefore(file, at, offset);
  }
  return found;
}

/** The child that an offset is behind the start of, else the last one before it. */
function childBefore(file: ts.SourceFile, node: ts.Node, offset: number): ts.Node | undefined {
  let before: ts.Node | undefined;
  ts.forEachChild(node, (child) => {
    if (child.end > child.pos && child.getStart(file) < offset) before = child;
  });
  return before;
}

/** Whether the parser has missed something in a node; not by recursion, for expressions are as deep as they are long. */
function hasError(node: ts.Node): boolean {
  const left = [node];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if ((at.flags & ts.NodeFlags.ThisNodeHasError) !== 0) return true;
    ts.forEachChild(at, (child) => void left.push(child));
  }
  return false;
}
