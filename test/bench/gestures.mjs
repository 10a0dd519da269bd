/**
 * From a key's press in the panel to the paint of what it leads to, in a real VS Code: selecting a node, a step of the passes, unfolding a call and
 * folding it again. Beside it, in the same page, what drawing the unfolded picture's text anew takes with Mermaid as it is published.
 */
import { command, goTo, openFile } from "../../host/workbench.mjs";
import { importStages } from "./tools/bundles.mjs";
import { panelFrame, pressedAt, watch, watchKeys } from "./tools/frames.mjs";
import { placeBehind, straight } from "./tools/functions.mjs";
import { plainPreview } from "./tools/plain.mjs";
import { load, median, ms, spread, table } from "./tools/statistics.mjs";
import { installWithProbe, openBench } from "./tools/workbench.mjs";

/** @typedef {import("playwright-core").Frame} Frame */

/** Nodes of the unfolded picture, and rounds: fewer for a first look. */
const SIZES = (process.env["SIZES"] ?? "10,30,50,80").split(",").map(Number);
const ROUNDS = Number(process.env["ROUNDS"] ?? 20);
/** Milliseconds after which a key has done nothing. */
const LONGEST = 20_000;

const drawAnew = await plainPreview(await importStages());
const extensions = await installWithProbe("gestures");
const files = Object.fromEntries(SIZES.map((nodes) => [`call${nodes}.ts`, calling(nodes)]));
const { page, close } = await openBench({ extensions, files });
try {
  console.log(load());
  const rows = [["nodes", "select", "step", "unfold", "fold", "drawn anew"]];
  for (const [index, nodes] of SIZES.entries()) {
    await command(page, "View: Focus First Editor Group");
    await openFile(page, `call${nodes}.ts`);
    await goTo(page, ...placeBehind(calling(nodes), "const r"));
    if (index === 0) await command(page, "GradLens: Show Computation Graph");
    const frame = await panelFrame(page);
    if (index === 0) await watchKeys(frame);
    rows.push(await measure(frame, nodes));
  }
  console.log("\nMilliseconds from the key to the paint");
  table(rows);
  console.log(load());
} finally {
  await close();
}

/** A function that calls one of a size. @param {number} nodes */
function calling(nodes) {
  const head = `export function call${nodes}(a: number, b: number, c: number): number {`;
  return `${straight(nodes)}
/** @at a = 1.2, b = 0.7, c = 0.4 */
${head}
  const r = size${nodes}(a, b, c);
  return r * r;
}
`;
}

/** @param {Frame} frame @param {number} nodes */
async function measure(frame, nodes) {
  await frame
    .locator(".head", { hasText: `call${nodes}(` })
    .first()
    .waitFor();
  await drawn(frame, "some");
  // A call is folded by itself only where there is no room for it.
  if ((await frame.locator(".stage g.node.group").count()) > 0) await press(frame, ".stage g.node.group", "u");
  await drawn(frame, "unfolded");
  const select = await samples(frame, { selector: ".dname" }, async (round) => {
    await frame
      .locator(".stage g.node")
      .nth(2 + (round % 4))
      .focus();
    return " ";
  });
  await press(frame, ".stage g.node", "s");
  await frame.locator(".transport").waitFor();
  const step = await samples(frame, { selector: ".place" }, (round) =>
    Math.floor(round / 6) % 2 === 0 ? "ArrowRight" : "ArrowLeft",
  );
  await page.keyboard.press("Escape");
  const fold = [];
  const unfold = [];
  for (let round = 0; round < ROUNDS; round++) {
    fold.push(await sample(frame, { selector: ".stage" }, () => press(frame, '.stage g.node[aria-label^="uu "]', "U")));
    await drawn(frame, "folded");
    unfold.push(await sample(frame, { selector: ".stage" }, () => press(frame, ".stage g.node.group", "u")));
    await drawn(frame, "unfolded");
  }
  const anew = await drawAnew(frame, { text: straight(nodes), name: `size${nodes}`, nodes });
  return [String(nodes), ...[select, step, unfold, fold].map(spread), ms(median(anew))];
}

/** Waits for a picture in which the call is folded or not. @param {Frame} frame @param {"some" | "folded" | "unfolded"} wanted */
function drawn(frame, wanted) {
  return frame.waitForFunction((state) => {
    const isThere = document.querySelector(".stage g.node") !== null;
    const isFolded = document.querySelector(".stage g.node.group") !== null;
    return isThere && (state === "some" || isFolded === (state === "folded"));
  }, wanted);
}

/** @param {Frame} frame @param {string} selector @param {string} key */
async function press(frame, selector, key) {
  await frame.locator(selector).first().focus();
  await page.keyboard.press(key);
}

/**
 * Presses many keys; `next` goes where a round's key is to be pressed and gives it.
 * @param {Frame} frame @param {import("./tools/frames.mjs").Sight} sight @param {(round: number) => string | Promise<string>} next
 */
async function samples(frame, sight, next) {
  const all = [];
  for (let round = 0; round < ROUNDS; round++) {
    const key = await next(round);
    all.push(await sample(frame, sight, () => page.keyboard.press(key)));
  }
  return all;
}

/** @param {Frame} frame @param {import("./tools/frames.mjs").Sight} sight @param {() => Promise<void>} act */
async function sample(frame, sight, act) {
  const painted = await watch(frame, sight);
  await act();
  const seen = await Promise.race([painted(), frame.waitForTimeout(LONGEST)]);
  if (seen === undefined) throw new Error(`Nothing was painted in ${sight.selector}.`);
  return seen - (await pressedAt(frame));
}
