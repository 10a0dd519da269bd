/** Looks into documents for the moment in which a change is painted. */

/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ kind: string, begin: number, end: number }} Received */

/** Where to look, and for what: a text, or anything else than there is now. */
/** @typedef {{ selector: string, text?: string }} Sight */

/** The frame of the panel's own document. @param {Page} page @returns {Promise<Frame>} */
export async function panelFrame(page) {
  const inner = page.frameLocator('iframe.webview.ready[src*="gradlens"]').locator("iframe#active-frame");
  const handle = await inner.elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("There is no panel.");
  return frame;
}

/** Notes in the panel's document when messages arrive and when the page has done with them. @param {Frame} frame */
export async function watchMessages(frame) {
  await frame.evaluate(() => {
    /** @type {Received[]} */
    const received = [];
    Object.assign(window, { received });
    // The page has listened since it was loaded, so that this is called after it; the event says when it began.
    window.addEventListener("message", ({ data, timeStamp }) => {
      const { timeOrigin } = performance;
      received.push({ kind: data?.kind, begin: timeOrigin + timeStamp, end: timeOrigin + performance.now() });
    });
  });
}

/** What arrived since the last look. @param {Frame} frame @returns {Promise<Received[]>} */
export function receivedSince(frame) {
  return frame.evaluate(() =>
    /** @type {{ received: Received[] }} */ (/** @type {unknown} */ (window)).received.splice(0),
  );
}

/** Notes when a key goes down, or a control is moved, before anybody has it. @param {Page | Frame} where */
export async function watchKeys(where) {
  await where.evaluate(() => {
    const note = () =>
      (document.documentElement.dataset["pressed"] = String(performance.timeOrigin + performance.now()));
    window.addEventListener("keydown", note, true);
  });
}

/** When the last key went down. @param {Page | Frame} where @returns {Promise<number>} */
export function pressedAt(where) {
  return where.evaluate(() => Number(document.documentElement.dataset["pressed"]));
}

/**
 * Begins to watch an element; the first promise resolves when it does, the second gives the time at which what is looked for was first painted.
 * @param {Frame} frame @param {Sight} sight
 */
export async function watch(frame, sight) {
  const seen = frame.evaluateHandle(({ selector, text }) => {
    const textOf = () => (document.querySelector(selector)?.textContent ?? "").replaceAll("\u00a0", " ");
    const before = textOf();
    const isThere = () => (text === undefined ? textOf() !== before && textOf() !== "" : textOf().includes(text));
    /** @type {(time: number) => void} */
    let resolve = () => undefined;
    /** @type {Promise<number>} */
    const painted = new Promise((settle) => (resolve = settle));
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      // The frame that this change belongs to is painted when the next task after it runs.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(undefined);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    return { painted };
  }, sight);
  const handle = await seen;
  return () => handle.evaluate(({ painted }) => painted).finally(() => handle.dispose());
}
