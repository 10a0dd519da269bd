/** What a preview does that knows only the picture's text: draws all of it anew with Mermaid as it is published. */
import { publishedMermaid } from "./bundles.mjs";

/** @typedef {import("playwright-core").Frame} Frame */

/**
 * Gives a function that draws the picture of a function in the panel's page, and gives the milliseconds that each drawing took.
 * @param {Awaited<ReturnType<typeof import("./bundles.mjs").importStages>>} stages
 */
export async function plainPreview(stages) {
  const published = await publishedMermaid();
  /** @param {Frame} frame @param {{ text: string, name: string, nodes: number }} drawn */
  return async (frame, { text, name, nodes }) => {
    const picture = stages.pictureText(text, name, nodes > 40 ? "short" : "full");
    await frame.evaluate(published);
    return frame.evaluate(renderAll, { picture, rounds: nodes > 100 ? 6 : 12 });
  };
}

/** In the page. @param {{ picture: string, rounds: number }} given */
async function renderAll({ picture, rounds }) {
  const { published: mermaid } = /** @type {{ published: import("mermaid").Mermaid }} */ (
    /** @type {unknown} */ (window)
  );
  const fontFamily = getComputedStyle(document.documentElement).getPropertyValue("--vscode-editor-font-family");
  mermaid.initialize({ startOnLoad: false, layout: "dagre", look: "classic", theme: "base", fontFamily });
  const box = document.createElement("div");
  box.style.cssText = "position: fixed; left: -10000px; top: 0";
  document.body.append(box);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    const { svg } = await mermaid.render(`published${round}`, picture);
    box.innerHTML = svg;
    await new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(undefined);
      });
    });
    if (round > 1) times.push(performance.now() - start);
  }
  box.remove();
  return times;
}
