/** The inputs opened: a row each with a field, a slider, its gradient and where its value comes from. */
import { useState } from "preact/hooks";
import type { InputView, ViewModel } from "../view/model.ts";
import type { Actions } from "./actions.ts";
import { ArrayGrid } from "./arrays.tsx";
import { textOf, type Original } from "./changes.ts";
import { IconButton } from "./icon.tsx";
import type { Page } from "./page.ts";
import { literalOf, numberOf, rangeAround, stepped, tidied } from "./slider.ts";
import { isWritable } from "./tools.ts";

/** Pixels of dragging for one step. */
const PIXELS_A_STEP = 3;

interface RowProps {
  readonly input: InputView;
  readonly text: string;
  readonly original: Original | undefined;
  readonly isSelected: boolean;
  readonly actions: Actions;
  readonly page: Page;
}

/** All inputs as rows. */
export function InputRows({
  page,
  model,
  actions,
}: {
  readonly page: Page;
  readonly model: ViewModel;
  readonly actions: Actions;
}) {
  return (
    <div class="rows">
      {model.inputs.map((input) => (
        <InputRow
          key={input.name}
          input={input}
          text={textOf(page, input)}
          original={page.originals[input.name]}
          isSelected={input.node === page.selected}
          actions={actions}
          page={page}
        />
      ))}
      {isWritable(model) && page.tools.replies.tag !== undefined && (
        <div class="write">
          <button type="button" class="primary" onClick={actions.writeInputs}>
            Write Inputs to Code
          </button>
          <span class="prov">
            writes <code>{page.tools.replies.tag}</code> above the function
          </span>
        </div>
      )}
    </div>
  );
}

function InputRow(props: RowProps) {
  const { input, original, isSelected, actions } = props;
  const { node } = input;
  return (
    <div
      class="row"
      onPointerEnter={() => {
        if (node != null) actions.point({ kind: "node", node });
      }}
      onPointerLeave={() => {
        actions.point(undefined);
      }}
    >
      <button
        type="button"
        class={node != null && isSelected ? "name selected" : "name"}
        disabled={node == null}
        aria-pressed={node != null && isSelected}
        onClick={() => {
          actions.select(node);
        }}
      >
        {input.name}
      </button>
      <Control {...props} />
      <span class="grad">
        {input.gradient != null && (
          <>
            <span>{input.gradientName}</span>
            <b>{input.gradient.short}</b>
          </>
        )}
      </span>
      <span class="prov">
        <Provenance input={input} original={original} />
      </span>
      {input.source === "panel" && (
        <IconButton
          icon="discard"
          label={`Reset ${input.name}`}
          onClick={() => {
            actions.setInput(input, undefined);
          }}
        />
      )}
    </div>
  );
}

function Control(props: RowProps) {
  switch (props.input.kind) {
    case "number":
      return <NumberControl {...props} />;
    case "boolean":
      return <Checkbox {...props} />;
    case "string":
      return <TextField {...props} />;
    case "array":
      return <ArrayField {...props} />;
  }
}

/** How many numbers there are; opens to a grid of them. */
function ArrayField({ input, page, actions }: RowProps) {
  const isOpen = page.tools.openArrays.includes(input.name);
  const array = isOpen ? page.tools.replies.arrays[input.name] : undefined;
  return (
    <div class="wide">
      <button
        type="button"
        class="link num"
        aria-expanded={isOpen}
        onClick={() => {
          actions.toggleArray(input.name);
        }}
      >
        {input.value.short}
      </button>
      {array !== undefined && <ArrayGrid array={array} actions={actions} />}
    </div>
  );
}

/** Every valid number is sent while it is typed; what is no number stays in the field and is marked. */
function NumberControl({ input, text, original, actions }: RowProps) {
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? text;
  const send = (next: string): void => {
    const number = numberOf(next);
    if (number !== undefined) actions.setInput(input, literalOf(number));
  };
  const type = (next: string): void => {
    setDraft(next);
    send(next);
  };
  const slide = (value: number): void => {
    setDraft(undefined);
    send(literalOf(value));
  };
  const origin = numberOf(original?.value ?? text) ?? 0;
  return (
    <>
      <input
        class="field num scrub"
        onPointerDown={(event) => {
          scrub(event, numberOf(shown), rangeAround([origin]).step, slide);
        }}
        type="text"
        inputMode="decimal"
        spellcheck={false}
        autocomplete="off"
        aria-label={`Value of ${input.name}`}
        aria-invalid={numberOf(shown) === undefined}
        value={shown}
        onInput={(event) => {
          type(event.currentTarget.value);
        }}
        onBlur={() => {
          setDraft(undefined);
        }}
        onKeyDown={(event) => {
          const next = stepped(shown, event);
          if (next === undefined) return;
          event.preventDefault();
          type(next);
        }}
      />
      <Slider name={input.name} value={numberOf(shown) ?? 0} origin={origin} onSlide={slide} />
    </>
  );
}

interface SliderProps {
  readonly name: string;
  readonly value: number;
  /** The value before anything was changed; with it the range stays the same while one drags. */
  readonly origin: number;
  readonly onSlide: (value: number) => void;
}

function Slider({ name, value, origin, onSlide }: SliderProps) {
  const range = rangeAround([origin, value]);
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
        onSlide(tidied(event.currentTarget.valueAsNumber, range.step));
      }}
      onKeyDown={(event) => {
        const steps = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (steps === undefined) return;
        event.preventDefault();
        onSlide(tidied(value + steps * range.step, range.step));
      }}
    />
  );
}

function Checkbox({ input, text, actions }: RowProps) {
  return (
    <label class="wide">
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
function TextField({ input, text, actions }: RowProps) {
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

/** Where a value comes from, and what it was before it was changed here. */
function Provenance({ input, original }: { readonly input: InputView; readonly original: Original | undefined }) {
  const source = input.source === "panel" ? original?.source : input.source;
  if (input.source !== "panel") return <Origin source={input.source} prefix="from" />;
  if (original === undefined || source === undefined) return <>changed here</>;
  if (source === "assumed") return <>was {original.value}, assumed</>;
  return (
    <>
      was {original.value} <Origin source={source} prefix="in" />
    </>
  );
}

function Origin({ source, prefix }: { readonly source: InputView["source"]; readonly prefix: string }) {
  switch (source) {
    case "at":
      return (
        <>
          {prefix} <code>@at</code>
        </>
      );
    case "default":
      return <>{prefix} the default</>;
    case "call":
      return <>{prefix} a call</>;
    case "assumed":
      return <>assumed</>;
    case "panel":
      return <>changed here</>;
  }
}

/** Dragging sideways on a number that is not being edited changes it, a step for every few pixels. */
function scrub(start: PointerEvent, from: number | undefined, step: number, change: (value: number) => void): void {
  const field = start.currentTarget as HTMLInputElement;
  if (start.button !== 0 || from === undefined || !Number.isFinite(from) || field === document.activeElement) return;
  const move = (event: PointerEvent): void => {
    const steps = Math.trunc((event.clientX - start.clientX) / PIXELS_A_STEP);
    if (steps === 0 && !field.classList.contains("scrubbing")) return;
    field.classList.add("scrubbing");
    event.preventDefault();
    change(tidied(from + steps * step, step));
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
