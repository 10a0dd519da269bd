/** Keys while nothing in the page has the focus, as when the panel has just been given the keyboard or its tab was clicked. */

/** Where they go. */
export interface IdleKeys {
  /** Return the step of the graph or the table that has its turn. */
  readonly stop: () => HTMLElement | SVGElement | undefined;
  /** Give the keyboard back to the editor. */
  readonly leave: () => void;
}

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"]);
/** Letters do something only where somebody went to on purpose: of keys that are typed, these two open what Escape closes. */
const OTHERS = new Set(["Backspace", "/", "?"]);

/** Have the keys that go somewhere go there from the graph or the table, as if it had the focus; Escape, which nothing else takes, goes back to the editor. */
export function listenForIdleKeys(root: HTMLElement, { stop, leave }: IdleKeys): void {
  // VS Code listens at the window: it is told of a key once.
  root.addEventListener("keydown", (event) => {
    if (!event.isTrusted) event.stopPropagation();
  });
  document.body.addEventListener("keydown", (event) => {
    if (event.target !== document.body) return;
    const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "f";
    const isMove = MOVES.has(event.key);
    if (event.key !== "Escape" && !isMove && !OTHERS.has(event.key) && !isSearch) return;
    const from = stop();
    if (isMove) from?.focus({ preventScroll: true });
    if (from === undefined && event.key === "Escape") leave();
    else if (from?.dispatchEvent(new KeyboardEvent("keydown", event)) !== false) return;
    event.preventDefault();
    event.stopPropagation();
  });
}
