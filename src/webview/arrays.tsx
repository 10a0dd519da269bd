/** The numbers of an array as a small grid of fields. */
import { useState } from "preact/hooks";
import type { ArrayCell, ArrayView } from "../view/question.ts";
import type { Actions } from "./actions.ts";
import { literalOf, numberOf } from "./slider.ts";

/** The grid: a line for each inner array. */
export function ArrayGrid({ array, actions }: { readonly array: ArrayView; readonly actions: Actions }) {
  return (
    <div class="grid" role="group" aria-label={`Values of ${array.input}`}>
      {array.rows.map((row, index) => (
        <div class="gridrow" key={index}>
          {row.map((cell) => (
            <CellField key={cell.name} cell={cell} actions={actions} />
          ))}
        </div>
      ))}
      {array.hidden > 0 && <p class="dim">{array.hidden} more are not listed.</p>}
    </div>
  );
}

function CellField({ cell, actions }: { readonly cell: ArrayCell; readonly actions: Actions }) {
  const [draft, setDraft] = useState<string>();
  const text = draft ?? cell.value.full;
  return (
    <input
      class="field num"
      type="text"
      inputMode="decimal"
      aria-label={`Value of ${cell.name}`}
      aria-invalid={numberOf(text) === undefined}
      title={cell.gradient == null ? cell.name : `${cell.name}, gradient ${cell.gradient.six}`}
      value={draft ?? cell.value.short.replaceAll("−", "-")}
      onFocus={() => {
        setDraft(cell.value.full);
      }}
      onInput={(event) => {
        setDraft(event.currentTarget.value);
      }}
      onChange={() => {
        const number = numberOf(text);
        if (number !== undefined) actions.setInput(cell, literalOf(number));
      }}
      onBlur={() => {
        setDraft(undefined);
      }}
    />
  );
}
