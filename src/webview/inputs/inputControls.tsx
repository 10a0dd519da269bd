/** What an input is changed with: by its kind a slider, a checkbox, a choice, a text. */
import type { InputView } from "../../view/model.ts";
import type { Actions } from "../actions/actions.ts";
import { literalOf, rangeAround, tidied } from "./slider.ts";

interface SliderProps {
  readonly name: string;
  readonly value: number;
  /** The value before anything was changed; with it the range stays the same while one drags. */
  readonly origin: number;
  readonly onSlide: (literal: string) => void;
}

/** A slider beside a field. */
export function Slider({ name, value, origin, onSlide }: SliderProps) {
  const range = rangeAround([origin, value]);
  const slide = (position: number): void => {
    onSlide(literalOf(tidied(position, range.step)));
  };
  return (
    <input
      class="slider"
      type="range"
      aria-label={`Slider of ${name}`}
      min={range.low}
      max={range.high}
      step="any"
      value={Number.isFinite(value) ? value : 0}
      onInput={(event) => {
        slide(event.currentTarget.valueAsNumber);
      }}
      onKeyDown={(event) => {
        const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (steps === undefined) return;
        event.preventDefault();
        slide(value + steps * range.step);
      }}
    />
  );
}

interface ControlProps {
  readonly input: InputView;
  readonly text: string;
  readonly actions: Actions;
}

/** One of the values that the declared type allows. */
export function Choice({ input, text, actions }: ControlProps) {
  const choices = input.choices ?? [];
  const all = choices.includes(text) ? choices : [text, ...choices];
  return (
    <select
      class="field wide choice"
      aria-label={`Value of ${input.name}`}
      value={text}
      onChange={(event) => {
        actions.setInput(input, event.currentTarget.value);
      }}
    >
      {all.map((choice) => (
        <option key={choice} value={choice}>
          {input.choiceNames?.[choice] ?? unquoted(choice)}
        </option>
      ))}
    </select>
  );
}

/** True or false. */
export function Checkbox({ input, text, actions }: ControlProps) {
  return (
    <label class="wide check">
      <input
        type="checkbox"
        aria-label={`Value of ${input.name}`}
        checked={text === "true"}
        onChange={(event) => {
          actions.setInput(input, String(event.currentTarget.checked));
        }}
      />
      <code>{text}</code>
    </label>
  );
}

/** The model writes texts as literals; the field shows them without quotes. */
export function TextField({ input, text, actions }: ControlProps) {
  return (
    <input
      class="field text wide"
      type="text"
      spellcheck={false}
      aria-label={`Value of ${input.name}`}
      value={unquoted(text)}
      onChange={(event) => {
        actions.setInput(input, JSON.stringify(event.currentTarget.value));
      }}
    />
  );
}

function unquoted(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return literal;
  }
}
