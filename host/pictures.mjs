/** `npm run pictures`: the README's pictures and its animation, taken of the packaged extension in a real VS Code. */
import fs from "node:fs";
import path from "node:path";
import { animationOf } from "./animation.mjs";
import { openEditor } from "./editor.mjs";
import { installPackage } from "./package.mjs";
import { root } from "./paths.mjs";
import { command, goTo, hover, setTheme } from "./workbench.mjs";

const folder = path.join(root, "media/pictures");
/** Only the editors are of interest. */
const settings = {
  "workbench.layoutControl.enabled": false,
  "workbench.editor.editorActionsLocation": "hidden",
  "breadcrumbs.enabled": false,
  "window.commandCenter": false,
  "editor.guides.indentation": false,
  "editor.renderLineHighlight": "none",
  "editor.occurrencesHighlight": "off",
  "editor.fontSize": 13,
  "editor.scrollbar.horizontal": "hidden",
  "editor.scrollbar.vertical": "hidden",
  "editor.overviewRulerBorder": false,
  "editor.hideCursorInOverviewRuler": true,
};

fs.mkdirSync(folder, { recursive: true });
const extensions = await installPackage("pictures");
const viewport = { width: 1480, height: 680 };
const { page, panel, close } = await openEditor({ extensions, settings, viewport, scale: 2 });
try {
  await command(page, "View: Close Primary Side Bar");
  await goTo(page, 5, 18);
  await command(page, "GradLens: Show Computation Graph");
  await result("a = 7");
  await panel.locator(".edgeLabel").first().waitFor();
  await panel.locator(".ok").waitFor();
  await animate();
  await take("panel-dark");
  const word = page.locator(".view-line", { hasText: "const u = w * x" }).locator("span", { hasText: /^\s*w\s*$/ });
  await hover(page, word.last(), ["∂a/∂w = 3", "(parameter) w: number"]);
  await take("hover-dark");
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await setTheme(page, "Light Modern");
  await panel.locator("body.vscode-light").waitFor();
  await take("panel-light");
} finally {
  await close();
}

/** A text that is typed, an input that is dragged, and the two passes. */
async function animate() {
  /** @type {import("./animation.mjs").Frame[]} */
  const frames = [];
  /** @param {number} duration */
  const frame = async (duration) => {
    // Half the pixels of the pictures are sharp enough where things move.
    frames.push({ png: await shot("css"), duration });
  };
  await frame(1600);
  for (const [key, wanted] of [
    [" ", "a = 7"],
    ["*", "a = 7"],
    [" ", "a = 7"],
    ["x", "a = 19"],
  ]) {
    await page.keyboard.type(key ?? "");
    await result(wanted ?? "");
    await panel.locator(key === "x" || frames.length === 1 ? ".panel:not(.stale)" : ".panel.stale").waitFor();
    await drawn();
    await frame(220);
  }
  await frame(1600);
  for (let press = 0; press < 4; press++) await page.keyboard.press("Backspace");
  await result("a = 7");
  await panel.locator(".panel:not(.stale)").waitFor();
  await drawn();
  await frame(700);

  await panel.getByRole("button", { name: "Inputs", exact: true }).click();
  await page.mouse.move(0, 0);
  await drawn();
  await frame(700);
  const slider = panel.getByLabel("Slider of w");
  await slider.focus();
  for (let step = 1; step <= 40; step++) {
    await page.keyboard.press(step <= 20 ? "ArrowLeft" : "ArrowRight");
    if (step % 2 === 0) {
      await drawn();
      await frame(step === 20 ? 1400 : 90);
    }
  }
  await panel.getByRole("button", { name: "Inputs", exact: true }).click();
  await page.mouse.move(0, 0);
  await panel.getByRole("button", { name: "Step Through" }).click();
  await page.mouse.move(0, 0);
  const place = panel.locator(".transport");
  for (let last = ""; ;) {
    await drawn();
    await frame(1100);
    await page.keyboard.press("ArrowRight");
    const now = await place.innerText();
    if (now === last) break;
    last = now;
  }
  await frame(1500);
  write("live-dark", animationOf(frames));
  await page.keyboard.press("Escape");
  await command(page, "GradLens: Reset Inputs of Computation Graph");
  await page.locator(".tab", { hasText: "lecture.ts" }).click();
  await command(page, "File: Revert File");
  await page.mouse.move(0, 0);
  await result("a = 7");
}

/** Waits until the page has drawn and written everything: until nothing of it changes for longer than it ever waits. */
async function drawn() {
  await panel.locator("body").evaluate(
    (body) =>
      new Promise((resolve) => {
        const done = () => {
          observer.disconnect();
          resolve(undefined);
        };
        let timer = setTimeout(done, 250);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, 250);
        });
        observer.observe(body, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );
}

/** @param {string} text */
async function result(text) {
  await panel.getByRole("heading", { name: text, exact: true }).waitFor();
}

/** @param {"css" | "device"} scale */
function shot(scale) {
  return page.locator(".part.editor").screenshot({ animations: "disabled", scale });
}

/** @param {string} name */
async function take(name) {
  write(name, await shot("device"));
}

/** @param {string} name @param {Buffer} content */
function write(name, content) {
  const file = path.join(folder, `${name}.png`);
  fs.writeFileSync(file, content);
  console.log(`${path.relative(root, file)}: ${Math.round(content.length / 1024)} KB`);
}
