/** The legs of the way from a key to the panel's paint. */
import { at, median, ms, spread, table } from "./statistics.mjs";

/**
 * @typedef {object} Legs Milliseconds of each leg of the way, in their order.
 * @property {number} editor From the key until the extension host hears of the change.
 * @property {number} ask Until the call is posted to the worker.
 * @property {number} worker Until the worker's answer is heard.
 * @property {number} answer Until the message is posted to the page.
 * @property {number} message Until the page has it.
 * @property {number} page Until the page's script has done with it.
 * @property {number} paint Until what is looked for is painted.
 */
/** @typedef {{ pressed: number, editor: number, panel: number, legs: Legs | undefined }} Sample */

const names = /** @type {const} */ (["editor", "ask", "worker", "answer", "message", "page", "paint"]);

/**
 * @param {{ pressed: number, panel: number, notes: import("./workbench.mjs").Note[], received: import("./frames.mjs").Received[] }} given
 * @returns {Legs | undefined}
 */
export function legsOf({ pressed, panel, notes, received }) {
  const change = notes.find(({ name, begin }) => name === "change" && begin >= pressed - 5);
  if (change === undefined) return undefined;
  const asked = notes.find(({ name, what, begin }) => name === "toWorker" && what === "view" && begin >= change.begin);
  const answered = notes.find(
    ({ name, what, begin }) => name === "fromWorker" && what === "view" && begin >= (asked?.end ?? Infinity),
  );
  const sent = notes.find(
    ({ name, what, begin }) => name === "toPage" && what === "show" && begin >= (answered?.begin ?? Infinity),
  );
  const got = received.find(({ kind, begin }) => kind === "show" && begin >= (sent?.begin ?? Infinity) - 1);
  if (asked === undefined || answered === undefined || sent === undefined || got === undefined) return undefined;
  return {
    editor: change.begin - pressed,
    ask: asked.end - change.begin,
    worker: answered.begin - asked.end,
    answer: sent.end - answered.begin,
    message: got.begin - sent.end,
    page: got.end - got.begin,
    paint: panel - got.end,
  };
}

/** Prints where the time goes. @param {readonly Sample[]} numbers @param {readonly Sample[]} topology */
export function printLegs(numbers, topology) {
  const row = (/** @type {string} */ title, /** @type {readonly Sample[]} */ samples) => {
    const legs = samples.flatMap((sample) => sample.legs ?? []);
    return [title, ...names.map((name) => ms(median(legs.map((each) => each[name])))), String(legs.length)];
  };
  table([["  medians, ms", ...names, "of"], row("  numbers", numbers), row("  topology", topology)]);
}

/** Prints what VS Code itself needs, and returns its median. @param {string} when @param {import("./workbench.mjs").Floor} floor */
export function printFloor(when, floor) {
  const of = (/** @type {"message" | "paint"} */ leg) => ms(median(floor.map((each) => each[leg])));
  const sums = floor.map(({ message, paint }) => message + paint);
  const legs = `message ${of("message")}, paint ${of("paint")}, in all ${spread(sums)} ms`;
  console.log(`an empty message into an empty page, ${when}: ${legs}`);
  return median(sums);
}

/**
 * Prints the totals; `ours` is from the change's arrival in the extension host to the paint.
 * `empty` is what an empty message takes on the same way, at a key: what is beyond it is the extension's.
 * @param {{ numbers: readonly Sample[], topology: readonly Sample[], slider: readonly Sample[], again: readonly number[], empty: number }} measured
 */
export function printSummary({ numbers, topology, slider, again, empty }) {
  const total = (/** @type {readonly Sample[]} */ samples) => samples.map(({ panel, pressed }) => panel - pressed);
  const echo = (/** @type {readonly Sample[]} */ samples) => samples.map(({ editor, pressed }) => editor - pressed);
  const ours = (/** @type {readonly Sample[]} */ samples) =>
    samples.flatMap(({ legs }) =>
      legs === undefined ? [] : names.slice(1).reduce((sum, name) => sum + legs[name], 0),
    );
  const row = (/** @type {string} */ title, /** @type {readonly Sample[]} */ samples) => [
    title,
    spread(total(samples)),
    spread(echo(samples)),
    spread(ours(samples)),
    ms(median(ours(samples)) - empty),
    (at(total(samples), 0.5) / median(echo(samples))).toFixed(2),
    (median(ours(samples)) / median(again)).toFixed(2),
  ];
  table([
    ["  ms, median (p95)", "key to panel", "key to editor", "ours", "ours − empty", "panel ÷ editor", "ours ÷ plain"],
    row("  numbers", numbers),
    row("  topology", topology),
    ["  slider", spread(total(slider)), "", "", "", "", (median(total(slider)) / median(again)).toFixed(2)],
    ["  plain rendering", spread(again), "", "", "", "", "1"],
  ]);
}
