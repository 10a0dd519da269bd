/** What is folded and unfolded by hand, and how that changes. */
import type { NodeView, ViewModel, ViewNodeId } from "../../view/model.ts";
import type { FoldChoice } from "../../view/options.ts";
import { isStepsKey } from "../../view/picture/parts/steps.ts";

/** Return the choice after a node was unfolded, or what is around it folded: that at any rate if `isAround`; undefined if there is nothing to fold. */
export function foldingAfter(
  { nodes, folding }: ViewModel,
  id: ViewNodeId,
  { isAround }: { readonly isAround: boolean },
): FoldChoice | undefined {
  const choice = folding ?? { open: [], closed: [] };
  const { open, closed } = choice;
  const node = nodes.find((each) => each.id === id);
  if (node?.unfolds != null && !isAround) return { ...choice, ...toggled(open, closed, node.unfolds) };
  if (node?.folds == null) return undefined;
  const { open: nextClosed, closed: nextOpen } = toggled(closed, open, node.folds);
  return { ...choice, open: nextOpen, closed: nextClosed };
}

/** Return the statement that a picture consists of, besides inputs: its steps would be one, so that it is unfolded for them. Undefined if there are others, or if it is one step. */
export function onlyStatement({ nodes }: ViewModel): NodeView | undefined {
  const [statement, ...others] = nodes.filter(({ kind }) => kind !== "input" && kind !== "inputs");
  const isFolded = statement?.unfolds != null && isStepsKey(statement.unfolds);
  return isFolded && others.length === 0 ? statement : undefined;
}

/** Return the choice with every part opened that is folded because there is no room for it; statements stay what they are. */
export function foldingOpened({ nodes, folding }: ViewModel): FoldChoice {
  const choice = folding ?? { open: [], closed: [] };
  const names = nodes.flatMap(({ unfolds }) => (unfolds == null || isStepsKey(unfolds) ? [] : [unfolds]));
  return names.reduce<FoldChoice>(
    (before, name) => ({ ...before, ...toggled(before.open, before.closed, name) }),
    choice,
  );
}

/** Return the choice with other regions entered. */
export function foldingInside({ folding }: ViewModel, inside: readonly string[]): FoldChoice {
  return { open: folding?.open ?? [], closed: folding?.closed ?? [], inside };
}

/** Return the choice without one part of it, or with nothing folded and unfolded. */
export function foldingWithout(choice: FoldChoice, name: string | undefined): FoldChoice {
  const isKept = (each: string): boolean => name !== undefined && each !== name;
  return { ...choice, open: choice.open.filter(isKept), closed: choice.closed.filter(isKept) };
}

/** What was closed by hand need only not be closed any more; the rule opens it. */
function toggled(to: readonly string[], from: readonly string[], name: string): FoldChoice {
  const left = from.filter((each) => each !== name);
  return { open: left.length < from.length ? to : [...to, name], closed: left };
}
