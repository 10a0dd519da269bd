/** `npm run pictures`: the README's pictures, taken of the packaged extension in a real VS Code. */
import fs from "node:fs";
import path from "node:path";
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
const { page, panel, close } = await openEditor({
  extensions,
  settings,
  viewport: { width: 1480, height: 680 },
  scale: 2,
});
try {
  await command(page, "View: Close Primary Side Bar");
  await goTo(page, 3);
  await command(page, "GradLens: Show Computation Graph");
  await panel.getByRole("heading", { name: "a = 7", exact: true }).waitFor();
  await panel.locator(".edgeLabel").first().waitFor();
  await take("panel-dark");
  const word = page.locator(".view-line", { hasText: "const u = w * x" }).locator("span", { hasText: /^\s*w\s*$/ });
  await hover(page, word.last(), ["∂activation/∂w = 3", "(parameter) w: number"]);
  await take("hover-dark");
  await page.keyboard.press("Escape");
  await page.mouse.move(0, 0);
  await setTheme(page, "Light Modern");
  await panel.locator("body.vscode-light").waitFor();
  await take("panel-light");
} finally {
  await close();
}

/** @param {string} name */
async function take(name) {
  const file = path.join(folder, `${name}.png`);
  await page.locator(".part.editor").screenshot({ path: file, animations: "disabled" });
  console.log(`${path.relative(root, file)}: ${Math.round(fs.statSync(file).size / 1024)} KB`);
}
