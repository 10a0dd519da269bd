/**
 * From a key's press, and from a slider's movement, to the paint of what it leads to, in a real VS Code: where only numbers change and where the
 * picture becomes another one, for functions of several sizes. Beside it, in the same page, what drawing the same Mermaid text anew takes
 * with Mermaid as it is published, which is what a preview without patches in place does at every key.
 * The editor's own echo and each leg of the way are told apart, because the machine's share is in all of them.
 */
import { command, goTo, openFile } from "../../host/workbench.mjs";
import { importStages } from "./tools/bundles.mjs";
import { panelFrame, pressedAt, receivedSince, watch, watchKeys, watchMessages } from "./tools/frames.mjs";
import { placeBehind, straight, turn } from "./tools/functions.mjs";
import { legsOf, printFloor, printLegs, printSummary } from "./tools/legs.mjs";
import { plainPreview } from "./tools/plain.mjs";
import { load, median, ms } from "./tools/statistics.mjs";
import { installWithProbe, openBench } from "./tools/workbench.mjs";

/** @typedef {import("playwright-core").Frame} Frame */
/** @typedef {import("./tools/legs.mjs").Sample} Sample */

/** Visible nodes, and rounds of two keys each: fewer for a first look. */
const SIZES = (process.env["SIZES"] ?? "10,30,50,80,200").split(",").map(Number);
const ROUNDS = Number(process.env["ROUNDS"] ?? 20);
/** Longer than the extension waits between two looks at a text that is being typed. */
const PAUSE = 350;

const stages = await importStages();
const drawAnew = await plainPreview(stages);
const extensions = await installWithProbe("bench");
const files = Object.fromEntries(SIZES.map((nodes) => [`size${nodes}.ts`, straight(nodes)]));
const ECHO = straight(10);
const { page, ask, close } = await openBench({ extensions, files: { ...files, "echo.ts": ECHO } });
try {
  console.log(load());
  await openFile(page, "echo.ts");
  printFloor("in quiet", await ask("floor"));
  const empty = printFloor("at a key", await echo());
  await watchKeys(page);
  let isOpen = false;
  for (const nodes of SIZES) {
    // The slider has left the focus in the panel, whose place a file would take.
    await command(page, "View: Focus First Editor Group");
    await openFile(page, `size${nodes}.ts`);
    await goTo(page, ...placeBehind(straight(nodes), "@at a = 1.2"));
    if (!isOpen) await command(page, "GradLens: Show Computation Graph");
    isOpen = true;
    await measure(await shown(nodes), nodes, empty);
  }
  console.log(load());
} finally {
  await close();
}

/** Types with nothing but an empty page beside the editor, which hears of every change as soon as the extension host does. */
async function echo() {
  await ask("beginEcho");
  await command(page, "View: Focus First Editor Group");
  await goTo(page, ...placeBehind(ECHO, "@at a = 1.2"));
  for (let round = 0; round < 2 * ROUNDS; round++) {
    await page.waitForTimeout(PAUSE + 10 * (round % 9));
    await page.keyboard.press(round % 2 === 0 ? "3" : "Backspace");
  }
  await page.waitForTimeout(PAUSE);
  return ask("endEcho");
}

/** Waits for the picture of a function. @param {number} nodes */
async function shown(nodes) {
  const frame = await panelFrame(page);
  await frame.waitForFunction((count) => document.querySelectorAll(".stage g.node").length === count, nodes);
  await page.waitForTimeout(1000);
  return frame;
}

/** @param {Frame} frame @param {number} nodes @param {number} empty */
async function measure(frame, nodes, empty) {
  await watchMessages(frame);
  const text = straight(nodes);
  // The input's own value always reads otherwise; the result may round to what it was. All are written in one go.
  await goTo(page, ...placeBehind(text, "@at a = 1.2"));
  const numbers = await type(frame, { selector: ".inputs .cells" }, (round) => (round % 2 === 0 ? "3" : "Backspace"));
  const topology = await type(frame, { selector: ".stage" }, async (round) => {
    const { behind, isThere } = turn(nodes, round + 1);
    const [line, column] = placeBehind(text, behind);
    await goTo(page, line, isThere ? column + 1 : column);
    return isThere ? "Backspace" : "u";
  });
  const slider = await slide(frame);
  const again = await drawAnew(frame, { text, name: `size${nodes}`, nodes });
  console.log(`\n${nodes} nodes`);
  printSummary({ numbers, topology, slider, again, empty });
  printLegs(numbers, topology);
  const texts = Array.from({ length: 40 }, (_, index) => text.replace("a = 1.2", `a = 1.2${index}`));
  const engine = stages.stagesOf(texts, `size${nodes}`).slice(10);
  /** @param {"parse" | "run" | "view" | "copy" | "size"} part */
  const of = (part) => ms(median(engine.map((each) => each[part])));
  const sum = `parse ${of("parse")}, run ${of("run")}, sweep and view ${of("view")}, copy ${of("copy")}`;
  console.log(`  engine alone: ${sum}; the model is ${Math.round(median(engine.map(({ size }) => size)) / 1024)} KB`);
}

/**
 * Types many keys; `next` goes where a round's key is to be pressed and gives it.
 * @param {Frame} frame @param {import("./tools/frames.mjs").Sight} sight @param {(round: number) => string | Promise<string>} next
 * @returns {Promise<Sample[]>}
 */
async function type(frame, sight, next) {
  await page.waitForTimeout(1000);
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const key = await next(round);
    await page.waitForTimeout(PAUSE + 10 * (round % 9));
    await Promise.all([ask("notes"), receivedSince(frame)]);
    const seen = await Promise.all([
      watch(page.mainFrame(), { selector: ".monaco-editor .view-lines" }),
      watch(frame, sight),
    ]);
    await page.keyboard.press(key);
    const [editor = 0, panel = 0] = await Promise.all(seen.map((painted) => painted()));
    const [pressed, notes, received] = await Promise.all([pressedAt(page), ask("notes"), receivedSince(frame)]);
    samples.push({ pressed, editor, panel, legs: legsOf({ pressed, panel, notes, received }) });
  }
  return samples;
}

/** Moves the first input's slider by keys. @param {Frame} frame @returns {Promise<Sample[]>} */
async function slide(frame) {
  const slider = frame.locator('input[type="range"]').first();
  const twist = frame.locator(".inputs .twist");
  await twist.evaluate((/** @type {HTMLElement} */ button) => button.click());
  await slider.focus();
  await watchKeys(frame);
  /** @type {Sample[]} */
  const samples = [];
  for (let round = 0; round < ROUNDS; round++) {
    await page.waitForTimeout(PAUSE);
    const painted = await watch(frame, { selector: ".stage" });
    await page.keyboard.press(round % 2 === 0 ? "ArrowRight" : "ArrowLeft");
    const panel = await painted();
    samples.push({ pressed: await pressedAt(frame), editor: 0, panel, legs: undefined });
  }
  await twist.evaluate((/** @type {HTMLElement} */ button) => button.click());
  return samples;
}
