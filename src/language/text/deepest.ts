/** Finds the expression that is nested so deeply that nothing can follow it. */
import { ts } from "../parse.ts";

/** Levels of syntax that no text written by hand has, and that every stack has room for. */
const DEEP = 1_000;

/** Return the first whole expression of a function in which something stands so many levels deep; undefined if there is none. */
export function deepExpression(within: ts.Node): ts.Expression | undefined {
  // Its own stack: what is looked for is what a recursion does not come to the end of.
  const pending: { readonly node: ts.Node; readonly depth: number; readonly whole: ts.Expression | undefined }[] = [
    { node: within, depth: 0, whole: undefined },
  ];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth, whole } = next;
    if (depth > DEEP && whole !== undefined) return whole;
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    for (const child of children.reverse()) {
      const isStatement = ts.isStatement(child);
      const outermost = isStatement ? undefined : (whole ?? (ts.isExpression(child) ? child : undefined));
      pending.push({ node: child, depth: isStatement ? 0 : depth + 1, whole: outermost });
    }
  }
  return undefined;
}
