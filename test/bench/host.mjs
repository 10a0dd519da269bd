/**
 * What the extension costs its host, in a real VS Code: loading and activation, the engine's first answer, and the longest time for which the host's
 * thread was held while somebody types in functions of all kinds. Beside the whole delay of the event loop, in which every other extension and the
 * machine have their share, stand the longest stretches of our own script.
 */
import { command, goTo, openFile } from "../../host/workbench.mjs";
import { panelFrame } from "./tools/frames.mjs";
import { placeBehind, straight } from "./tools/functions.mjs";
import { load, ms, table } from "./tools/statistics.mjs";
import { installWithProbe, openBench } from "./tools/workbench.mjs";

/** @typedef {import("./tools/workbench.mjs").Note} Note */
/** @typedef {import("./tools/workbench.mjs").Profile} Profile */

const KEYS = 20;
/** Milliseconds between two keys. */
const PAUSE = 120;

const parameters = Array.from({ length: 1000 }, (_, index) => `p${index}`);
/** Each with the text behind which one types. */
const scenes = {
  "20 nodes": { text: straight(20), behind: "@at a = 1.2" },
  "1e6 steps": {
    text: `/** @at x = 0.5 */
export function long(x: number): number {
  let s = 0;
  for (let i = 0; i < 250_000; i++) s = s * 0.999 + x * i;
  return s;
}
`,
    behind: "@at x = 0.5",
  },
  "1000 parameters": {
    text: `export function many(${parameters.map((name) => `${name}: number`).join(", ")}): number {\n  const s = 1;\n  return s + ${parameters.join(" + ")};\n}\n`,
    behind: "const s = 1",
  },
  "endless loop": {
    text: "/** @at x = 2 */\nexport function endless(x: number): number {\n  while (x > 1) x = x + 1;\n  return x;\n}\n",
    behind: "@at x = 2",
  },
  "5 MB": {
    text: `/** @at x = 2 */\nexport function small(x: number): number {\n  return x * x;\n}\n${"// Nothing to see here, but a great deal of it.\n".repeat(105_000)}`,
    behind: "@at x = 2",
  },
};

const extensions = await installWithProbe("bench-host");
const files = Object.fromEntries(
  Object.values(scenes).map(({ text }, index) => /** @type {const} */ ([`scene${index}.ts`, text])),
);
const { page, ask, close } = await openBench({ extensions, files });
try {
  console.log(load());
  /** @type {string[][]} */
  const rows = [["", "event loop held, most", "our longest stretch", "where"]];
  for (const [index, [name, { text, behind }]] of Object.entries(scenes).entries()) {
    await command(page, "View: Focus First Editor Group");
    await openFile(page, `scene${index}.ts`);
    await goTo(page, ...placeBehind(text, behind));
    if (index === 0) await printStart();
    await page.waitForTimeout(3000);
    await ask("begin");
    for (let key = 0; key < KEYS; key++) {
      await page.keyboard.press(key % 2 === 0 ? "3" : "Backspace");
      await page.waitForTimeout(PAUSE);
    }
    await page.waitForTimeout(3000);
    const { blocked, stretches } = /** @type {Profile} */ (await ask("end"));
    const [longest] = stretches;
    rows.push([name, ms(blocked.most), longest === undefined ? "" : ms(longest.milliseconds), longest?.where ?? ""]);
  }
  console.log("\nms while one types");
  table(rows);
  console.log(load());
} finally {
  await close();
}

/** Opens the panel for the first time. */
async function printStart() {
  /** @type {Note[]} */
  const early = await ask("notes");
  for (const name of ["load", "activate"]) {
    const found = early.find((each) => each.name === name);
    console.log(`${name} ${found === undefined ? "?" : ms(found.end - found.begin)} ms`);
  }
  await command(page, "GradLens: Show Computation Graph");
  const frame = await panelFrame(page);
  await frame.waitForFunction(() => document.querySelector(".stage g.node") !== null);
  /** @type {Note[]} */
  const notes = await ask("notes");
  const first = (/** @type {string} */ name, after = 0) =>
    notes.find((each) => each.name === name && each.begin >= after);
  const posted = first("toWorker");
  const answered = first("fromWorker", posted?.begin);
  console.log(
    `first call to the worker until its answer ${posted === undefined || answered === undefined ? "?" : ms(answered.begin - posted.begin)} ms`,
  );
}
