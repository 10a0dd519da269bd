/** A field for a number or an expression that is one: typed, stepped by arrow keys, or dragged. What is no number stays in it and is marked. */
import { useState } from "preact/hooks";
import { code } from "../../view/words.ts";
import { constantOf } from "./constant.ts";
import { literalOf, numberOf, rangeAround, scaleOf, stepped, tidied } from "./slider.ts";

/** Pixels of dragging for one step. */
const PIXELS_A_STEP = 3;
/** So many letters are seen in the narrowest field. */
const MOST_SEEN = 8;

/** What is typed in a field and differs from the value that it stands for. */
export interface Draft {
  /** What the field shows. */
  readonly shown: string;
  /** Whether that is no number. */
  readonly isWrong: boolean;
  readonly type: (typed: string) => void;
  /** Forget what was typed, unless it is wrong and `always` is false. */
  readonly leave: (always: boolean) => void;
}

/** Return the draft of a field: valid numbers are sent while they are typed, and a value that changes from elsewhere wins. */
export function useDraft(text: string, send: (literal: string) => void): Draft {
  const [draft, setDraft] = useState<{ readonly typed: string; readonly at: number | undefined }>();
  const isCurrent = draft !== undefined && Object.is(draft.at, numberOf(text));
  const shown = isCurrent ? draft.typed : text;
  const isWrong = numberOf(shown) === undefined;
  return {
    shown,
    isWrong,
    type: (typed) => {
      const number = numberOf(typed);
      setDraft({ typed, at: number ?? numberOf(text) });
      if (number !== undefined) send(literalOf(number));
    },
    leave: (always) => {
      if (always || !isWrong) setDraft(undefined);
    },
  };
}

/** Return the sentence about a text that is no number: which part of it makes it none, and that nothing has changed. */
export function problemOf(typed: string, value: string): string {
  const still = `the value is still ${value}`;
  const constant = constantOf(typed);
  if (typed.trim() === "") return `There is no number; ${still}.`;
  if (constant.kind === "number" || constant.token === typed.trim()) return `${code(typed)} is no number; ${still}.`;
  if (constant.token === "") return `${code(typed)} is not finished; ${still}.`;
  return `${code(typed)} is no number because of ${code(constant.token)} at character ${constant.at + 1}; ${still}.`;
}

interface NumberFieldProps {
  readonly name: string;
  readonly draft: Draft;
  /** The value before anything was changed, for the size of steps. */
  readonly origin: number;
  /** Id of the element that says what is wrong. */
  readonly describedBy: string;
}

/** The field of an input. */
export function NumberField({ name, draft, origin, describedBy }: NumberFieldProps) {
  const { shown } = draft;
  return (
    <input
      class="field num scrub"
      type="text"
      spellcheck={false}
      autocomplete="off"
      aria-label={`Value of ${name}`}
      title={shown.length > MOST_SEEN ? shown : undefined}
      aria-invalid={draft.isWrong}
      aria-describedby={draft.isWrong ? describedBy : undefined}
      value={shown}
      onPointerDown={(event) => {
        scrub(event, shown, origin, draft.type);
      }}
      onInput={(event) => {
        draft.type(event.currentTarget.value);
      }}
      onBlur={() => {
        draft.leave(false);
      }}
      onKeyDown={(event) => {
        const next = stepped(shown, event);
        if (next !== undefined) draft.type(next);
        else if (event.key === "Escape" && draft.isWrong) draft.leave(true);
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}

/** Dragging sideways on a number that is not being edited changes it, a step for every few pixels: ten times as much with Shift, a tenth with Alt. */
export function scrub(start: PointerEvent, text: string, origin: number, change: (literal: string) => void): void {
  const field = start.currentTarget as HTMLInputElement;
  const from = numberOf(text);
  if (start.button !== 0 || from === undefined || !Number.isFinite(from) || field === document.activeElement) return;
  const { step } = rangeAround([origin]);
  let at = { x: start.clientX, value: from, size: step };
  let last = from;
  const move = (event: PointerEvent): void => {
    const size = step * scaleOf(event);
    // Another size goes on from where the number is: it does not jump.
    if (size !== at.size) at = { x: event.clientX, value: last, size };
    const steps = Math.trunc((event.clientX - at.x) / PIXELS_A_STEP);
    if (steps === 0 && !field.classList.contains("scrubbing")) return;
    field.classList.add("scrubbing");
    event.preventDefault();
    last = tidied(at.value + steps * size, size);
    change(literalOf(last));
  };
  const end = (): void => {
    if (field.classList.contains("scrubbing")) field.blur();
    field.classList.remove("scrubbing");
    window.removeEventListener("pointermove", move);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", end);
  };
  window.addEventListener("pointermove", move);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", end);
}
