/**
 * From a message's arrival in the panel's page to the paint, in a browser without VS Code: what the page itself needs where only numbers change and
 * where the picture becomes another one. Quicker and calmer than `keystroke`, for work on the page. `PROFILE=1` tells as well in which functions the
 * script spends its time.
 */
import { bundleFor } from "./tools/bundles.mjs";
import { straight, turned } from "./tools/functions.mjs";
import { profileOf } from "./tools/profile.mjs";
import { load, spread, table } from "./tools/statistics.mjs";

/** @typedef {{ model: unknown, result: string }} Shown */
/** @typedef {{ script: number, painted: number }} Times Milliseconds from a message's arrival. */

const SIZES = (process.env["SIZES"] ?? "10,30,50,80").split(",").map(Number);
const ROUNDS = Number(process.env["ROUNDS"] ?? 40);
/** Rounds before the measured ones, in which the page's code becomes warm. */
const WARM = 15;

console.log(load());
const { openBrowser, openPanel, modelOf, posted, sealed } = await bundleFor("panelPage.ts");
const browser = await openBrowser();
try {
  /** @type {string[][]} */
  const rows = [["ms, median (p95)", "numbers: script", "to paint", "topology: to paint"]];
  for (const nodes of SIZES) {
    const numbers = await measure(nodes, (round) =>
      straight(nodes).replace("a = 1.2", round % 2 === 0 ? "a = 1.2" : "a = 1.23"),
    );
    const topology = await measure(nodes, (round) => turned(nodes, round));
    rows.push([
      `${nodes} nodes`,
      spread(numbers.map(({ script }) => script)),
      spread(numbers.map(({ painted }) => painted)),
      spread(topology.map(({ painted }) => painted)),
    ]);
  }
  table(rows);
} finally {
  await browser.close();
}
console.log(load());

/** @param {number} nodes @param {(round: number) => string} textOf @returns {Promise<Times[]>} */
async function measure(nodes, textOf) {
  const panel = await openPanel(browser, { width: 950, height: 900 });
  const models = Array.from({ length: WARM + ROUNDS }, (_, round) => {
    const model = modelOf(textOf(round), `size${nodes}`);
    return { model: sealed(model), topology: model.topology };
  });
  await panel.page.evaluate((/** @type {unknown} */ given) => Object.assign(window, { models: given }), posted(models));
  await panel.page.evaluate(show, { from: 0, to: WARM });
  const measured = () => panel.page.evaluate(show, { from: WARM, to: WARM + ROUNDS });
  const times = process.env["PROFILE"] === "1" ? await profileOf(panel.page, measured) : await measured();
  await panel.page.close();
  return times;
}

/**
 * In the page: shows one model after another, each when the one before is painted and the page is at rest.
 * @param {{ from: number, to: number }} range @returns {Promise<Times[]>}
 */
async function show({ from, to }) {
  const { models } = /** @type {{ models: { model: unknown, topology: string }[] }} */ (
    /** @type {unknown} */ (window)
  );
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const task = () =>
    new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(undefined);
    });
  const drawing = () => document.querySelector(".stage > svg");
  const times = [];
  for (let index = from; index < to; index++) {
    await new Promise((resolve) => setTimeout(resolve, 40 + 3 * (index % 7)));
    const { model, topology } = models[index] ?? {};
    const isOther = topology !== models[index - 1]?.topology;
    const before = drawing();
    const state = { kind: "graph", model, outdated: undefined };
    const arrived = new Promise((/** @type {(times: number[]) => void} */ resolve) => {
      window.addEventListener("message", ({ timeStamp }) => resolve([timeStamp, performance.now()]), { once: true });
    });
    window.postMessage({ kind: "show", revision: index, pinned: false, state }, "*");
    const [got = 0, done = 0] = await arrived;
    while (isOther && drawing() === before) await task();
    await frame();
    await task();
    times.push({ script: done - got, painted: performance.now() - got });
  }
  return times;
}
