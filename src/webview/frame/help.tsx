/** The keys of the panel. */
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Actions } from "../actions/actions.ts";
import { IconButton } from "./icon.tsx";

const KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ["← →", "Along an edge: to an operand, to a user"],
  ["↑ ↓", "To the other operands or users"],
  ["Home End", "First input, result"],
  ["Enter", "Go to the source"],
  ["Space", "Select or unselect"],
  ["E", "Explain the gradient"],
  ["F", "Only this path"],
  ["S", "Step through both passes"],
  ["L", "Plot along the selected input"],
  ["H", "Second derivatives of the result"],
  ["J", "Derivatives of all results"],
  ["U", "Unfold what a node stands for, or fold what is around it"],
  ["Shift+U", "Fold what is around a step, a call or a round"],
  ["I", "Go inside a folded call, loop or round"],
  ["Backspace  Alt+←", "Back out of it"],
  ["C", "Copy the value"],
  ["T", "Table or graph"],
  ["D", "Turn the graph, or turn it back"],
  ["P", "Pin or unpin"],
  ["+ − 0", "Zoom in, zoom out, fit"],
  ["/  Ctrl+F", "Find a step by text"],
  ["?", "This list"],
  ["Esc", "Close, unselect, then back to the editor"],
];

const INPUT_KEYS: readonly (readonly [keys: string, meaning: string])[] = [
  ["↑ ↓", "Step the number: with Shift ten times as far, with Alt a tenth"],
  ["Ctrl+Z", "Undo the last change of an input, also in its plot"],
  ["Ctrl+Y", "Redo it"],
  ["← → ↑ ↓", "In a grid of numbers: to the next one"],
  ["Enter", "In a grid: edit the number, or be done with it"],
  ["Esc", "Forget what is no number"],
];

/** The list, over the picture. */
export function KeyboardHelp({ actions }: { readonly actions: Actions }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    box.current?.focus();
  }, []);
  return (
    <div
      ref={box}
      class="help"
      role="dialog"
      aria-label="Keyboard Help"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== "Escape" && event.key !== "?") return;
        event.stopPropagation();
        actions.toggleHelp();
      }}
    >
      <div class="dhead explained">
        <h2>Keyboard Help</h2>
        <IconButton icon="close" label="Close (Esc)" onClick={actions.toggleHelp} />
      </div>
      <p class="dim">While the graph has the focus:</p>
      <KeyList keys={KEYS} />
      <p class="dim">While an input has the focus:</p>
      <KeyList keys={INPUT_KEYS} />
    </div>
  );
}

function KeyList({ keys: list }: { readonly keys: typeof KEYS }) {
  return (
    <dl>
      {list.map(([keys, meaning]) => (
        <div key={keys}>
          <dt>
            {keys
              .split(" ")
              .filter((key) => key !== "")
              .map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
