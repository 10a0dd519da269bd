/** What a person can do with the inputs. */
import type { FromWebview } from "../../protocol.ts";
import { changedBy, changedWith, isInside, type Changed } from "../../view/changed.ts";
import type { ViewModel } from "../../view/model.ts";
import type { Question, Reply } from "../../view/question.ts";
import { afterWalk, movableInputs, movingInputs, type Walking } from "../descend/walking.ts";
import { afterChange, redone, undone, type Changes } from "../inputs/changes.ts";
import type { Page } from "../state/page.ts";
import type { Actions } from "./actions.ts";

/** What these actions work with. */
export interface InputSurroundings {
  /** Return the page as it is now. */
  readonly page: () => Page;
  readonly update: (page: Page) => void;
  readonly post: (message: FromWebview) => void;
  /** Ask something whose answer goes to `take`. */
  readonly ask: (question: Question) => void;
}

type InputActions = Pick<
  Actions,
  "setInput" | "moveInputs" | "resetInputs" | "undoInputs" | "redoInputs" | "walk" | "setWalking" | "randomPoint"
> & {
  /** Take an answer, given for what the inputs were changed to when it was asked for. */
  readonly take: (reply: Reply, asked: Changed) => void;
};

/** Return the actions. */
export function inputActions(around: InputSurroundings): InputActions {
  const { page, update, post } = around;
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
    moveInputs: (values) => {
      const { changed } = page();
      const all = Object.entries(values).reduce((sum, [name, text]) => changedWith(sum, name, text), changed);
      change(all, Object.keys(values).join(" "));
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
    ...walkActions(around, change),
  };
}

function walkActions(
  { page, update, ask }: InputSurroundings,
  change: (changed: Changed) => void,
): Pick<InputActions, "walk" | "setWalking" | "randomPoint" | "take"> {
  const setWalking = (next: Partial<Walking>): void => {
    const { tools } = page();
    update({ ...page(), tools: { ...tools, walking: { ...tools.walking, ...next } } });
  };
  return {
    walk: (steps) => {
      const model = currentModel(page());
      const { rate, isRunning } = page().tools.walking;
      const inputs = model === undefined ? [] : movingInputs(model, page().tools.walking);
      if (inputs.length === 0 || isRunning) return;
      setWalking({ isRunning: true });
      ask({ kind: "descend", inputs, rate, steps });
    },
    setWalking,
    randomPoint: () => {
      const model = currentModel(page());
      const inputs = model === undefined ? [] : movableInputs(model).map(({ name }) => name);
      if (inputs.length > 0) ask({ kind: "random", inputs, seed: crypto.getRandomValues(new Uint32Array(1))[0]! });
    },
    take: (reply, asked) => {
      // What was changed meanwhile counts more.
      const isCurrent = page().changed === asked;
      if (reply.kind === "random" && isCurrent) change(changedBy(asked, reply.changed));
      else if (reply.kind === "descend" && isCurrent) {
        const next = changedBy(asked, reply.descent.changed);
        setWalking(afterWalk(page().tools.walking, reply.descent, asked, next));
        change(next);
      } else setWalking({ isRunning: false, isStuck: reply.kind === "none" });
    },
  };
}

/** The model that can be asked about: not one that is older than the text. */
function currentModel({ shown, isFresh }: Page): ViewModel | undefined {
  return isFresh && shown?.kind === "graph" && shown.outdated == null ? shown.model : undefined;
}

/** An element of an array that was changed as a whole goes back with the whole. */
function withoutInput(changed: Changed, name: string): Changed {
  const around = Object.keys(changed).find((key) => isInside(name, key));
  return changedWith(changed, around ?? name, undefined);
}
