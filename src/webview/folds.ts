/** What is folded and unfolded by hand, and how that changes. */
import type { ViewModel, ViewNodeId } from "../view/model.ts";
import type { FoldChoice } from "../view/options.ts";

/** Return the choice after a node was unfolded, or what is around it folded; undefined if there is nothing to fold. */
export function foldingAfter({ nodes, folding }: ViewModel, id: ViewNodeId): FoldChoice | undefined {
  const { open, closed } = folding ?? { open: [], closed: [] };
  const node = nodes.find((each) => each.id === id);
  if (node?.unfolds != null) return toggled(open, closed, node.unfolds);
  if (node?.folds == null) return undefined;
  const { open: nextClosed, closed: nextOpen } = toggled(closed, open, node.folds);
  return { open: nextOpen, closed: nextClosed };
}

/** Return the choice without one part of it. */
export function foldingWithout({ open, closed }: FoldChoice, name: string): FoldChoice {
  return { open: open.filter((each) => each !== name), closed: closed.filter((each) => each !== name) };
}

/** What was closed by hand need only not be closed any more; the rule opens it. */
function toggled(to: readonly string[], from: readonly string[], name: string): FoldChoice {
  const left = from.filter((each) => each !== name);
  return { open: left.length < from.length ? to : [...to, name], closed: left };
}
