/** What a person cannot see or reach in the page: text that is cut off, controls that are out of the way, a page that is wider than its window. */
import type { Page } from "playwright-core";

/** Return a line for everything that is lost. */
export function lostParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lost: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) lost.push(`the page is ${scrollWidth - clientWidth} px wider than its window`);

    const isSeen = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true }) && element.closest("#speech, .canvas") === null;
    /** What clips an element for good: an ancestor that does not scroll, or the window. */
    const clips = (element: Element, side: "overflowX" | "overflowY"): DOMRect => {
      for (let each: Element | null = element; each !== null; each = each.parentElement) {
        const overflow = getComputedStyle(each)[side];
        if (overflow === "auto" || overflow === "scroll") return new DOMRect(-1e6, -1e6, 2e6, 2e6);
        if (overflow !== "visible") return each.getBoundingClientRect();
      }
      return new DOMRect(0, 0, innerWidth, innerHeight);
    };
    const isCut = (box: DOMRect, element: Element): boolean => {
      const across = clips(element, "overflowX");
      const down = clips(element, "overflowY");
      const isOutside = box.left < across.left - 1 || box.right > across.right + 1;
      return isOutside || box.top < down.top - 2 || box.bottom > down.bottom + 2;
    };

    const texts = document.createTreeWalker(document.querySelector("#panel")!, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      const element = text.parentElement!;
      if (!isSeen(element) || (text.textContent ?? "").trim() === "" || element.closest("[title]") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && isCut(box, element)) lost.push(`the text “${range.toString()}” is cut off`);
    }
    for (const control of document.querySelectorAll("#panel :is(button, input, select, [tabindex])")) {
      if (!isSeen(control)) continue;
      const box = control.getBoundingClientRect();
      const name = control.getAttribute("aria-label") ?? control.textContent;
      if (box.width < 1 || box.height < 1) lost.push(`the control “${name}” has no size`);
      else if (isCut(box, control)) lost.push(`the control “${name}” is out of reach`);
      if (control.matches("button") && control.scrollHeight > control.clientHeight + 2)
        lost.push(`the control “${name}” is too small for its text`);
    }
    return lost;
  });
}
