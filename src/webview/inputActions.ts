/** What a person can do with the inputs. */
import type { FromWebview } from "../protocol.ts";
import { changedBy, changedWith, isInside, type Changed } from "../view/changed.ts";
import type { Actions } from "./actions.ts";
import { afterChange, redone, undone, type Changes } from "./changes.ts";
import type { Page } from "./page.ts";

/** What these actions work with. */
export interface InputSurroundings {
  /** Return the page as it is now. */
  readonly page: () => Page;
  readonly update: (page: Page) => void;
  readonly post: (message: FromWebview) => void;
}

/** Return the actions. */
export function inputActions({
  page,
  update,
  post,
}: InputSurroundings): Pick<Actions, "setInput" | "setInputs" | "resetInputs" | "undoInputs" | "redoInputs"> {
  const become = (changes: Changes | undefined): void => {
    if (changes === undefined || changes.changed === page().changed) return;
    update({ ...page(), ...changes });
    post({ kind: "setInputs", changed: changes.changed });
  };
  const change = (changed: Changed, gesture?: string): void => {
    become(afterChange(page(), changed, gesture));
  };
  return {
    setInput: ({ name }, text) => {
      const { changed } = page();
      if (text === undefined) change(withoutInput(changed, name));
      else change(changedWith(changed, name, text), name);
    },
    setInputs: (changes) => {
      change(changedBy(page().changed, changes));
    },
    resetInputs: () => {
      change({});
    },
    undoInputs: () => {
      become(undone(page()));
    },
    redoInputs: () => {
      become(redone(page()));
    },
  };
}

/** An element of an array that was changed as a whole goes back with the whole. */
function withoutInput(changed: Changed, name: string): Changed {
  const around = Object.keys(changed).find((key) => isInside(name, key));
  return changedWith(changed, around ?? name, undefined);
}
