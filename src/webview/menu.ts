/** What VS Code's menu offers at a place of the page: words for the conditions in the manifest. An outer place's words hold inside of it, too. */
import type { NodeView, ViewModel } from "../view/model.ts";
import type { Page } from "./state/page.ts";
import { isWritable } from "./state/tools.ts";

/** What holds in the picture: nothing there can be cut, copied or pasted as a text. */
export const PICTURE_MENU = JSON.stringify({ preventDefaultContextMenuItems: true });

/** Return the words for everything that stands for a node: its box, its row, its cell. */
export function nodeMenu({ id, kind, unfolds, folds, enters }: NodeView): string {
  const isInput = kind === "input";
  const isFoldable = unfolds != null || folds != null;
  const isInGroup = unfolds != null && folds != null;
  const isEnterable = enters != null;
  return JSON.stringify({ webviewSection: "node", node: id, isInput, isFoldable, isInGroup, isEnterable });
}

/** Return the words for a node by its id; undefined where no node stands for it. */
export function menuOf({ nodes }: ViewModel, id: string | null | undefined): string | undefined {
  const node = nodes.find((each) => each.id === id);
  return node && nodeMenu(node);
}

/** Return the words for the whole panel: a menu does not offer what cannot be done. */
export function panelMenu({ changed, history }: Page, model: ViewModel): string {
  return JSON.stringify({
    hasSeveralResults: model.outputs.length > 1,
    isInside: model.inside != null,
    isChanged: Object.keys(changed).length > 0,
    isUndoable: history.past.length > 0,
    isWritable: isWritable(model),
  });
}
