/** The comments directly above a declaration, where tags are written. */
import { ts } from "../parse.ts";
import type { Span } from "../span.ts";

/** Return the last run of comments above a node: those between it and the code before, back to the first blank line between two comments. */
export function commentsAbove(node: ts.Node): readonly Span[] {
  const { text } = node.getSourceFile();
  const found = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  const run: Span[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const { pos, end } = found[i]!;
    const next = run[0];
    if (
      next !== undefined &&
      /(?:\r\n|[\n\r\u2028\u2029])[^\S\n\r]*(?:\r\n|[\n\r\u2028\u2029])/.test(text.slice(end, next.start))
    )
      break;
    run.unshift({ start: pos, end });
  }
  return run;
}

/** Whether comments contain an `@at` or `@wrt` tag at the beginning of a line. */
export function hasTag(text: string, comments: readonly Span[]): boolean {
  return comments.some(({ start, end }) => TAG.test(text.slice(start, end)));
}

const TAG = /(?:^|[\n\r\u2028\u2029])(?:\s|\*|\/)*@(?:at|wrt)\b/;
