/** Where the keyboard goes when what had it is no longer seen. */
import type { Page } from "./page.ts";

const STOPS: Readonly<Record<Page["view"], string>> = {
  graph: '.canvas g.node[tabindex="0"]',
  table: '.steps tbody:not(.space) tr:is([tabindex="0"], :first-child)',
};

/** Give the keyboard to the graph's or the table's selected step. */
export function focusView(view: Page["view"]): void {
  const stops = [...document.querySelectorAll<HTMLElement | SVGElement>(STOPS[view])];
  const stop = stops.find((each) => each.getAttribute("tabindex") === "0") ?? stops[0];
  stop?.focus({ preventScroll: true });
}

/** Whether the graph or the table has the keyboard. */
export function isViewFocused(): boolean {
  return document.activeElement?.closest(".canvas, .steps tbody") != null;
}
