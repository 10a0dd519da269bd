/** Finds the words of tags in comments: where a tag begins, over which lines it goes, and where it ends. */
import { ts } from "../../parse.ts";
import type { Span } from "../../span.ts";

/** A tag in a comment. */
export interface TagText {
  readonly name: "at" | "wrt";
  /** From the first character after the tag's name to its last. */
  readonly span: Span;
  /** The characters of the span, with spaces for what only decorates a comment: `//`, and `*` at the beginning of a line. */
  readonly content: string;
}

/** Return the tags of some comments in order. */
export function findTags(text: string, comments: readonly Span[]): TagText[] {
  const [first] = comments;
  const last = comments.at(-1);
  if (first === undefined || last === undefined) return [];
  const plain = comments.map((comment, index) => {
    const gap = index === 0 ? "" : text.slice(comments[index - 1]!.end, comment.start);
    return gap + undecorated(text.slice(comment.start, comment.end));
  });
  return tagsIn(plain.join(""), first.start);
}

/** A comment with spaces for its decoration. */
function undecorated(comment: string): string {
  const blank = (part: string): string => " ".repeat(part.length);
  if (comment.startsWith("//")) return comment.replace(/^\/\/+/, blank);
  return comment
    .replace(/^\/\*+/, blank)
    .replace(/\*+\/$/, blank)
    .replace(/(?<=[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*\*(?![^\S]*=)/g, blank);
}

function tagsIn(content: string, offset: number): TagText[] {
  const tags: TagText[] = [];
  const start = /(?:^|[\n\r\u2028\u2029])[^\S\n\r\u2028\u2029]*@(?=(?:at|wrt)\b)/g;
  for (let match = start.exec(content); match !== null; match = start.exec(content)) {
    let next: number | undefined = start.lastIndex - 1;
    while (next !== undefined) {
      const from: number = next;
      const name = content.startsWith("wrt", from + 1) ? "wrt" : "at";
      const words = from + 1 + name.length;
      const scanned = scanTag(content, words);
      tags.push({
        name,
        span: { start: offset + from, end: offset + scanned.end },
        content: " ".repeat(words - from) + content.slice(words, scanned.end),
      });
      start.lastIndex = Math.max(scanned.end, start.lastIndex);
      next = scanned.next;
    }
  }
  return tags;
}

/** Scan a tag's words: to the end of the line, or further while a bracket is open or a comma promises more; also to where the next tag begins. */
function scanTag(content: string, from: number): { readonly end: number; readonly next: number | undefined } {
  const scanner = ts.createScanner(ts.ScriptTarget.ESNext, true, ts.LanguageVariant.Standard, content, undefined, from);
  const open: ts.SyntaxKind[] = [];
  let previous: ts.SyntaxKind = ts.SyntaxKind.CommaToken;
  let end = from;
  let beforeComma = from;
  for (;;) {
    const kind = scanToken(scanner, open);
    if (kind === ts.SyntaxKind.EndOfFileToken) break;
    const isNewLine = scanner.hasPrecedingLineBreak();
    if (kind === ts.SyntaxKind.AtToken && (isNewLine || open.length === 0)) {
      const next = scanner.getTokenStart();
      const isTag = /^@(?:at|wrt)\b/.test(content.slice(next, next + 5));
      return { end: previous === ts.SyntaxKind.CommaToken ? beforeComma : end, next: isTag ? next : undefined };
    }
    if (isNewLine && open.length === 0 && kind !== ts.SyntaxKind.CommaToken && !UNFINISHED.has(previous)) break;
    if (kind === ts.SyntaxKind.CommaToken) beforeComma = end;
    end = scanner.getTokenEnd();
    previous = kind;
  }
  return { end: previous === ts.SyntaxKind.CommaToken ? beforeComma : end, next: undefined };
}

function scanToken(scanner: ts.Scanner, open: ts.SyntaxKind[]): ts.SyntaxKind {
  let kind = scanner.scan();
  if (kind === ts.SyntaxKind.CloseBraceToken && open.at(-1) === ts.SyntaxKind.TemplateHead) {
    kind = scanner.reScanTemplateToken(false);
    if (kind === ts.SyntaxKind.TemplateTail) open.pop();
  } else if (OPENING.has(kind)) open.push(kind);
  else if (CLOSING.has(kind)) open.pop();
  return kind;
}

const OPENING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.OpenParenToken,
  ts.SyntaxKind.OpenBracketToken,
  ts.SyntaxKind.OpenBraceToken,
  ts.SyntaxKind.TemplateHead,
]);
const CLOSING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CloseParenToken,
  ts.SyntaxKind.CloseBracketToken,
  ts.SyntaxKind.CloseBraceToken,
]);
/** Tokens after which an expression must go on. */
const UNFINISHED: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.CommaToken,
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.EqualsGreaterThanToken,
  ts.SyntaxKind.PlusToken,
  ts.SyntaxKind.MinusToken,
  ts.SyntaxKind.AsteriskToken,
  ts.SyntaxKind.SlashToken,
  ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.QuestionToken,
  ts.SyntaxKind.ColonToken,
  ts.SyntaxKind.DotToken,
  ts.SyntaxKind.NewKeyword,
]);
