/** What a screen reader hears when numbers change: the result and one gradient, at most once a second, only while the panel has the focus. */
import { modelOf, selectionOf, type Page } from "./state/page.ts";

const PAUSE = 1000;

/** Return the sentence about a page: `loss 0.25. Gradient of w +2.` Empty if there is no result. */
export function sentenceOf(page: Page): string {
  const model = modelOf(page.shown);
  if (model?.result == null) return "";
  const selected = selectionOf(page)?.node;
  const input = model.inputs.find((each) => each.gradient != null);
  const about = selected?.gradient == null ? input : selected;
  const gradient = about?.gradient == null ? "" : ` Gradient of ${about.name} ${about.gradient.short}.`;
  return `${model.resultName} ${model.result.short}.${gradient}`;
}

/** Return a function that says a sentence in a live region. */
export function speaker(region: HTMLElement): (sentence: string) => void {
  let last = "";
  let waiting: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = (): void => {
    timer = undefined;
    if (waiting === undefined || waiting === last || !document.hasFocus()) return;
    last = waiting;
    waiting = undefined;
    region.textContent = last;
    timer = setTimeout(say, PAUSE);
  };
  return (sentence) => {
    waiting = sentence;
    timer ??= setTimeout(say, PAUSE);
  };
}
