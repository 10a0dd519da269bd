/** Where the keyboard goes when what had it is no longer seen. */
import type { Page } from "./page.ts";

const STOPS: Readonly<Record<Page["view"], string>> = {
  graph: '.canvas g.node[tabindex="0"]',
  table: '.steps tbody:not(.space) tr:is([tabindex="0"], :first-child)',
};

/** Give the keyboard to the graph's or the table's selected step. */
export function focusView(view: Page["view"]): void {
  stopOf(view)?.focus({ preventScroll: true });
}

/** Return the step of the graph or the table that has its turn for the keyboard. */
export function stopOf(view: Page["view"]): HTMLElement | SVGElement | undefined {
  const stops = [...document.querySelectorAll<HTMLElement | SVGElement>(STOPS[view])];
  return stops.find((each) => each.getAttribute("tabindex") === "0") ?? stops[0];
}

/** Whether the graph or the table has the keyboard. */
export function isViewFocused(): boolean {
  return document.activeElement?.closest(".canvas, .steps tbody") != null;
}
