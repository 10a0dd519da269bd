/**
 * From a key's press to the picture's paint, for the lecture's `activation` in a real VS Code: once where only numbers change,
 * once where the graph does. Beside it how long the editor itself takes to show the key, because the machine's share is in both.
 */
import { openEditor } from "../../host/editor.mjs";
import { installPackage } from "../../host/package.mjs";
import { command, goTo } from "../../host/workbench.mjs";

/** @typedef {import("playwright-core").Frame} Frame */

const ROUNDS = 30;
/** Longer than the extension waits between two looks at a text that is being typed. */
const PAUSE = 400;

const extensions = await installPackage("bench");
const { page, close } = await openEditor({ extensions, viewport: { width: 1920, height: 1080 } });
try {
  await goTo(page, 3);
  await command(page, "GradLens: Show Computation Graph");
  const frame = await panelFrame();
  await page.evaluate(() => {
    // On the way down, before the editor has it.
    window.addEventListener("keydown", () => (window.name = String(performance.timeOrigin + performance.now())), true);
  });
  await warmUp(frame);
  await measureNumbers(frame);
  await measureTopology(frame);
} finally {
  await close();
}

/** Types and takes back a digit of `@at w = 2`. @param {Frame} frame */
async function measureNumbers(frame) {
  await goTo(page, ...(await placeBehind("@at w = 2")));
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await time(frame, "3", "w = 23", "a = 70"));
    rounds.push(await time(frame, "Backspace", "w = 2,", "a = 7"));
  }
  report("numbers", rounds);
}

/** Types the last letter of `w * x * x`. @param {Frame} frame */
async function measureTopology(frame) {
  await goTo(page, ...(await placeBehind("const u = w * x")));
  await page.keyboard.type(" * ");
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    await frame.locator(".panel.stale").waitFor();
    rounds.push(await time(frame, "x", "w * x * x", "w · x · x"));
    await page.keyboard.press("Backspace");
  }
  report("topology", rounds);
}

/** @param {Frame} frame */
async function warmUp(frame) {
  await frame.getByRole("heading", { name: "a = 7", exact: true }).waitFor();
  await frame.locator(".edgeLabel").first().waitFor();
}

/**
 * Presses a key; gives the milliseconds until the editor and until the panel have painted what it leads to.
 * @param {Frame} frame @param {string} key @param {string} typed @param {string} shown
 */
async function time(frame, key, typed, shown) {
  await page.waitForTimeout(PAUSE);
  const editor = painted(page.mainFrame(), ".monaco-editor .view-lines", typed);
  const panel = painted(frame, ".panel", shown);
  await Promise.all([armed(page.mainFrame()), armed(frame)]);
  await page.keyboard.press(key);
  const [inEditor, inPanel] = await Promise.all([editor, panel]);
  const pressed = await page.evaluate(() => Number(window.name));
  return { editor: inEditor - pressed, panel: inPanel - pressed };
}

/** When a text was first painted in an element. @param {Frame} frame @param {string} selector @param {string} text */
function painted(frame, selector, text) {
  return frame.evaluate(
    ([where, wanted]) =>
      new Promise((/** @type {(time: number) => void} */ resolve) => {
        const element = document.querySelector(where);
        const has = () =>
          plain(element?.textContent ?? "").includes(wanted) && (wanted.startsWith("a =") ? headingIs(wanted) : true);
        const observer = new MutationObserver(() => {
          if (!has()) return;
          observer.disconnect();
          // The frame that this change belongs to is painted when the next task after it runs.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
            port2.postMessage(undefined);
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        document.documentElement.dataset["armed"] = "";
        /** @param {string} source */
        function plain(source) {
          return source.replaceAll("\u00a0", " ");
        }
        /** @param {string} heading */
        function headingIs(heading) {
          return document.querySelector("h1")?.textContent === heading;
        }
      }),
    /** @type {const} */ ([selector, text]),
  );
}

/** Waits until the frame watches, and forgets it. @param {Frame} frame */
async function armed(frame) {
  await frame.locator("html[data-armed]").waitFor({ state: "attached" });
  await frame.evaluate(() => delete document.documentElement.dataset["armed"]);
}

/** The frame of the panel's own document. @returns {Promise<Frame>} */
async function panelFrame() {
  const inner = page.frameLocator('iframe.webview.ready[src*="gradlens"]').locator("iframe#active-frame");
  const handle = await inner.elementHandle();
  const frame = await handle?.contentFrame();
  if (frame === null || frame === undefined) throw new Error("There is no panel.");
  return frame;
}

/** Line and column, from 1, behind a text of the editor. @param {string} text @returns {Promise<[number, number]>} */
async function placeBehind(text) {
  const lines = await page
    .locator(".view-lines")
    .first()
    .evaluate((element) =>
      [...element.querySelectorAll(".view-line")]
        .map((line) => ({
          top: Number.parseFloat(/** @type {HTMLElement} */ (line).style.top),
          text: (line.textContent ?? "").replaceAll("\u00a0", " "),
        }))
        .sort((one, other) => one.top - other.top)
        .map((line) => line.text),
    );
  const line = lines.findIndex((each) => each.includes(text));
  if (line < 0) throw new Error(`${text} is not in the editor.`);
  return [line + 1, (lines[line] ?? "").indexOf(text) + text.length + 1];
}

/** @param {string} name @param {readonly { editor: number, panel: number }[]} rounds */
function report(name, rounds) {
  const editor = sorted(rounds.map((round) => round.editor));
  const panel = sorted(rounds.map((round) => round.panel));
  const ratio = at(panel, 0.5) / at(editor, 0.5);
  const times = `median ${at(panel, 0.5).toFixed(1)} ms, 90 % ${at(panel, 0.9).toFixed(1)} ms`;
  console.log(
    `${name}: ${times}; the editor's own echo ${at(editor, 0.5).toFixed(1)} ms; ratio ${ratio.toFixed(2)} (${rounds.length} keys)`,
  );
}

/** @param {readonly number[]} numbers */
function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}

/** @param {readonly number[]} numbers @param {number} part */
function at(numbers, part) {
  return numbers[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN;
}
