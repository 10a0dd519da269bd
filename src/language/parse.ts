/** The only door to TypeScript's parser: texts to syntax trees, and what is wrong with a text. */
import ts from "typescript";
import type { Finding } from "./finding.ts";
import type { Place } from "./span.ts";
import { LONGEST } from "./text/longest.ts";
import { openPart, withClosedBlocks } from "./text/unclosed.ts";

export { ts };

/** How many characters of parsed texts are kept; the newest file is always kept. */
const CACHE_CHARACTERS = 4_000_000;
const cache = new Map<string, ts.SourceFile>();
/** Errors of files that TypeScript itself could not finish. */
const given = new WeakMap<ts.SourceFile, readonly Finding[]>();

/** Parse a text. The tree always exists, with parents, whatever is wrong with the text; equal texts give the same tree. */
export function parse(uri: string, text: string): ts.SourceFile {
  const known = cache.get(uri);
  if (known?.text === text) return known;
  const file = parseNew(uri, text);
  cache.delete(uri);
  cache.set(uri, file);
  let kept = 0;
  for (const [key, entry] of [...cache].reverse()) {
    kept += entry.text.length;
    if (entry !== file && kept > CACHE_CHARACTERS) cache.delete(key);
  }
  return file;
}

/** Parse a text that is not a file of its own, such as the words of a tag; not kept. */
export function parseNew(uri: string, text: string): ts.SourceFile {
  if (text.length > LONGEST) return unread(create(uri, ""));
  try {
    return create(uri, text);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parser descends once for each level of nesting; the host's stack is shorter than that text is deep.
    const file = create(uri, text.replace(/[^\r\n\u2028\u2029]/g, " "));
    const place = { file: uri, start: 0, end: Math.min(text.length, 1) };
    const message = "The text is nested too deeply to be read.";
    const help = "Give names to inner expressions so that each one is shorter.";
    given.set(file, [{ code: "syntax/error", severity: "error", message, help, place }]);
    return file;
  }
}

/** A file that stands for one that is too long to be read. */
function unread(file: ts.SourceFile): ts.SourceFile {
  const message = `The text has more than ${LONGEST / 1e6} million characters, which is too long to be read.`;
  const help = "Move the function into a file of its own, and import the rest in parts.";
  const place = { file: file.fileName, start: 0, end: 1 };
  given.set(file, [{ code: "syntax/too-long", severity: "error", message, help, place }]);
  return file;
}

function create(uri: string, text: string): ts.SourceFile {
  const options = {
    languageVersion: ts.ScriptTarget.ESNext,
    // JavaScript's types stand in its comments; TypeScript's comments need no parsing.
    jsDocParsingMode: ts.JSDocParsingMode.ParseForTypeInfo,
  };
  return withClosedBlocks(text, (changed) => ts.createSourceFile(uri, changed, options, true, scriptKind(uri)));
}

/** Return the dialect that a file's extension announces; TypeScript without JSX where it says nothing. */
function scriptKind(uri: string): ts.ScriptKind {
  return KINDS.get(/\.([a-z]+)(?:[?#].*)?$/i.exec(uri)?.[1]?.toLowerCase() ?? "") ?? ts.ScriptKind.TS;
}

const KINDS: ReadonlyMap<string, ts.ScriptKind> = new Map([
  ["tsx", ts.ScriptKind.TSX],
  ["js", ts.ScriptKind.JS],
  ["mjs", ts.ScriptKind.JS],
  ["cjs", ts.ScriptKind.JS],
  ["jsx", ts.ScriptKind.JSX],
]);

/** Whether a file is JavaScript, whose types are in comments. */
export function isJavaScript(file: ts.SourceFile): boolean {
  const kind = scriptKind(file.fileName);
  return kind === ts.ScriptKind.JS || kind === ts.ScriptKind.JSX;
}

/** Return the findings `syntax/error` of a text, in order. */
export function syntaxErrors(file: ts.SourceFile): readonly Finding[] {
  const known = given.get(file);
  if (known !== undefined) return known;
  const isAllowed = ({ code }: ts.Diagnostic): boolean =>
    code === PRIVATE_IN_CHAIN || (isSloppyScript(file) && ONLY_STRICT.has(code));
  const findings = diagnosticsOf(file)
    .filter((diagnostic) => !isAllowed(diagnostic))
    .map((diagnostic, index): Finding => {
      const told = quoted(ts.flattenDiagnosticMessageText(diagnostic.messageText, " "));
      const open = index < LOOKED_UP ? openPart(file, diagnostic) : undefined;
      const isMissing = told.endsWith("expected.") && index < LOOKED_UP;
      const place = open?.place ?? (isMissing ? placeOfMissing(file, diagnostic) : placeTold(file, diagnostic));
      const message = open?.bracket === undefined ? told : `\`${open.bracket}\` is not closed: ${told}`;
      return { code: "syntax/error", severity: "error", message, place };
    });
  given.set(file, findings);
  return findings;
}

/** How many errors of a text get the better place, for which one goes through the tree. */
const LOOKED_UP = 100;

function placeTold({ fileName }: ts.SourceFile, { start, length }: ts.DiagnosticWithLocation): Place {
  return { file: fileName, start, end: start + length };
}

/** The place at which something is missing. TypeScript tells the token that it meets instead, however many lines below. */
function placeOfMissing(file: ts.SourceFile, diagnostic: ts.DiagnosticWithLocation): Place {
  const end = endBefore(file, diagnostic.start);
  const isBelow = /[\r\n\u2028\u2029]/.test(file.text.slice(end, diagnostic.start));
  return isBelow ? { file: file.fileName, start: end - 1, end } : placeTold(file, diagnostic);
}

/** Return where the last token before a position ends; the position itself if there is none. */
function endBefore(file: ts.SourceFile, position: number): number {
  // Between the parts of a node there are but words, signs and space, so that the scanner cannot take one for another.
  let around: ts.Node = file;
  let end = 0;
  for (let inner: ts.Node | undefined = file; inner !== undefined;) {
    around = inner;
    inner = undefined;
    ts.forEachChild(around, (child) => {
      if (child.end < position) end = Math.max(end, child.end);
      else if (child.pos < position) inner = child;
    });
    end = Math.max(end, around.pos);
  }
  const scanner = ts.createScanner(
    ts.ScriptTarget.ESNext,
    true,
    file.languageVariant,
    file.text,
    undefined,
    end,
    position - end,
  );
  let last = end;
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) last = scanner.getTokenEnd();
  return last > 0 ? last : position;
}

/** Return what TypeScript says of a text. */
export function diagnosticsOf(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  // The list is there after every parse, but TypeScript does not declare it.
  return (file as unknown as { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}

/** Whether a file is a script in which the language's old rules hold: JavaScript, or CommonJS, without imports and exports. */
export function isSloppyScript(file: ts.SourceFile): boolean {
  return /\.(?:js|jsx|cjs|cts)$/.test(file.fileName) && !ts.isExternalModule(file);
}

/** `a?.#b`, which TypeScript does not know; JavaScript does. */
const PRIVATE_IN_CHAIN = 18030;
/** What TypeScript forbids everywhere, but JavaScript only in strict code: octal numbers, octal escapes, `\8`, leading zeros. */
const ONLY_STRICT: ReadonlySet<number> = new Set([1121, 1487, 1488, 1489]);

/** TypeScript quotes code like 'this'; findings quote it like `this`. */
function quoted(message: string): string {
  const code = message.replace(/'([^']+)'/g, "`$1`");
  return code.endsWith(".") ? code : `${code}.`;
}

/** Return an expression without the wrappers that mean nothing at run time: parentheses, `as T`, `!`, `satisfies T`, `<T>`. */
export function unwrap(expression: ts.Expression): ts.Expression {
  let inner = expression;
  while (
    ts.isParenthesizedExpression(inner) ||
    ts.isAsExpression(inner) ||
    ts.isSatisfiesExpression(inner) ||
    ts.isNonNullExpression(inner) ||
    ts.isTypeAssertionExpression(inner)
  )
    inner = inner.expression;
  return inner;
}

/** After so many steps up a tree its file is remembered and asked for: an expression may be as deep as it is long. */
const STRIDE = 32;
const files = new WeakMap<ts.Node, ts.SourceFile>();

/** Return the file of a node, also where expressions are nested very deeply. */
export function fileOf(node: ts.Node): ts.SourceFile {
  const passed: ts.Node[] = [];
  let found: ts.SourceFile | undefined;
  for (let at = node, steps = 1; found === undefined; at = at.parent, steps++) {
    if (ts.isSourceFile(at)) found = at;
    else if (steps % STRIDE === 0) {
      found = files.get(at);
      if (found === undefined) passed.push(at);
    }
  }
  for (const each of passed) files.set(each, found);
  return found;
}

/** Return how a node is written, also where expressions are nested very deeply: without its file, a node climbs to the top to look for it. */
export function textOf(node: ts.Node): string {
  return node.getText(fileOf(node));
}

/** Return a node's place, without the comments before it. */
export function placeOf(node: ts.Node): { readonly file: string; readonly start: number; readonly end: number } {
  const file = fileOf(node);
  return { file: file.fileName, start: node.getStart(file), end: node.end };
}
