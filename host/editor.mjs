/** A VS Code to look at: one server and one page on a copy of the examples, with nothing on the page that moves by itself. */
import fs from "node:fs";
import path from "node:path";
import { examples, lecture } from "./paths.mjs";
import { temporaryFolder } from "./processes.mjs";
import { startServer } from "./server.mjs";
import { openFile, openWorkbench, panel, ready } from "./workbench.mjs";

/** Text stays where it is and looks the same on every run. */
const calm = {
  "workbench.colorTheme": "Dark Modern",
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.cursorBlinking": "solid",
  "editor.hover.delay": 50,
  "editor.autoClosingBrackets": "never",
  "editor.quickSuggestions": { other: "off", comments: "off", strings: "off" },
  "editor.suggestOnTriggerCharacters": false,
  "editor.parameterHints.enabled": false,
};

/**
 * Starts VS Code and opens the lecture's file.
 * @param {object} options
 * @param {string} options.extensions Folder of the installed extensions.
 * @param {Readonly<Record<string, unknown>>} [options.settings]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {number} [options.scale] Device pixels per pixel of the page.
 * @param {boolean} [options.isRestricted] Whether the folder is not trusted.
 * @param {Readonly<Record<string, string>>} [options.files] Texts of files that the folder has besides, by name.
 */
export async function openEditor({ extensions, settings = {}, viewport, scale = 1, isRestricted = false, files = {} }) {
  const folder = path.join(temporaryFolder("workspace"), "examples");
  fs.cpSync(examples, folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const server = await startServer({ extensions, settings: { ...calm, ...settings }, isRestricted });
  try {
    const { page, close } = await openWorkbench(server, { folder, scale, ...(viewport && { viewport }) });
    await ready(page);
    await openFile(page, path.basename(lecture));
    return {
      page,
      panel: panel(page),
      folder,
      close: async () => {
        await close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
