/** What a person has changed of the inputs, and the way back: plain data and functions, no DOM. */
import { isSameChange, type Changed } from "../../view/changed.ts";
import type { InputView, ViewModel } from "../../view/model.ts";

/** So many states are kept. */
const MOST_PAST = 100;

/** An input as the code says it. */
export interface Original {
  readonly value: string;
  readonly source: InputView["source"];
}

/** The states that can be gone back to, newest last, and those that were left by going back. */
export interface History {
  readonly past: readonly Changed[];
  readonly future: readonly Changed[];
  /** The input that is being moved or typed: all of that is one step back. */
  readonly gesture: string | undefined;
}

/** Everything that is known of changed inputs. */
export interface Changes {
  /** What the panel asks to be run with. */
  readonly changed: Changed;
  /** Whether no picture of it has been seen yet. */
  readonly isUnseen: boolean;
  readonly history: History;
  readonly originals: Readonly<Record<string, Original>>;
}

const noHistory: History = { past: [], future: [], gesture: undefined };

/** Nothing is changed. */
export const noChanges: Changes = { changed: {}, isUnseen: false, history: noHistory, originals: {} };

/** Return what is known after another change. Changes of one gesture, which an input's name stands for, are taken back together. */
export function afterChange(changes: Changes, changed: Changed, gesture: string | undefined): Changes {
  const { history, originals } = changes;
  if (isSameChange(changed, changes.changed)) return changes;
  const isSameGesture = gesture !== undefined && gesture === history.gesture;
  const past = isSameGesture ? history.past : [...history.past, changes.changed].slice(-MOST_PAST);
  return { changed, isUnseen: true, history: { past, future: [], gesture }, originals };
}

/** Return what is known when a gesture has ended: the next change of the same input is another step. */
export function afterGesture<T extends Changes>(changes: T): T {
  return changes.history.gesture === undefined
    ? changes
    : { ...changes, history: { ...changes.history, gesture: undefined } };
}

/** Return what is known after one step back; undefined if there is none. */
export function undone({ changed, history, originals }: Changes): Changes | undefined {
  const before = history.past.at(-1);
  if (before === undefined) return undefined;
  const future = [...history.future, changed];
  const next = { past: history.past.slice(0, -1), future, gesture: undefined };
  return { changed: before, isUnseen: true, history: next, originals };
}

/** Return what is known after the last step back was taken back; undefined if there was none. */
export function redone({ changed, history, originals }: Changes): Changes | undefined {
  const after = history.future.at(-1);
  if (after === undefined) return undefined;
  const past = [...history.past, changed];
  return {
    changed: after,
    isUnseen: true,
    history: { past, future: history.future.slice(0, -1), gesture: undefined },
    originals,
  };
}

/** Return what is known when a model of the same function has come. An answer to an earlier change says nothing about the last one. */
export function afterModel({ changed, isUnseen, history, originals: before }: Changes, model: ViewModel): Changes {
  const seen = model.changed ?? {};
  const originals = originalsOf(before, model);
  const isSeen = isSameChange(seen, changed);
  if (isSeen || isUnseen) return { changed, isUnseen: !isSeen, history, originals };
  // The host has changed them, as when they were written into the code: there is no way back from that.
  return { changed: seen, isUnseen: false, history: noHistory, originals };
}

/** Return what is known when a model of another function has come. */
export function firstChanges(model: ViewModel): Changes {
  return { ...noChanges, changed: model.changed ?? {}, originals: originalsOf({}, model) };
}

/** Return an input's value as a person has set it last, as a literal. */
export function textOf({ changed, isUnseen }: Changes, { name, value }: InputView): string {
  return (isUnseen && Object.hasOwn(changed, name) ? changed[name] : undefined) ?? value.full;
}

function originalsOf(before: Changes["originals"], { inputs }: ViewModel): Changes["originals"] {
  const entries = inputs.flatMap(({ name, value, source }) => {
    const original = source === "panel" ? before[name] : { value: value.full, source };
    return original === undefined ? [] : [[name, original] as const];
  });
  return Object.fromEntries(entries);
}
