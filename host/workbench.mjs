/** Opens VS Code's workbench in Chromium and does in it what a person does: commands, files, cursor, hover, panel. */
import { chromium } from "playwright-core";
import { ensureChromium } from "./chromium.mjs";
import { workbenchUrl } from "./server.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {import("playwright-core").FrameLocator} FrameLocator */

const flags = [
  // Chromium's sandbox wants a user that is not root, and namespaces that containers do not have.
  ...(process.platform === "linux" ? ["--no-sandbox"] : []),
  ...[
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-dev-shm-usage",
  ],
  ...["--disable-component-update", "--disable-sync"],
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost",
];

/**
 * Opens the workbench of a server and waits until it can be used.
 * @param {import("./server.mjs").Server} server
 * @param {object} [options]
 * @param {string} [options.folder]
 * @param {string} [options.file] Opened in the editor.
 * @param {readonly (readonly [string, string])[]} [options.payload]
 * @param {{ width: number, height: number }} [options.viewport]
 * @param {number} [options.scale] Device pixels per pixel of the page.
 * @param {Readonly<Record<string, (...args: never[]) => void>>} [options.functions] Put on the page's window before it loads.
 */
export async function openWorkbench(server, { folder, file, payload, viewport, scale, functions = {} } = {}) {
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: flags });
  try {
    const context = await browser.newContext({
      viewport: viewport ?? { width: 1400, height: 900 },
      deviceScaleFactor: scale ?? 1,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    /** @type {string[]} */
    const messages = [];
    page.on("console", (message) => {
      // The first line is enough; and that the server runs without native add-ons is as it should be.
      const [line = ""] = message.text().split("\n");
      if (!line.includes("bindings file")) messages.push(`${message.type()}: ${line}`);
    });
    page.on("pageerror", (error) => messages.push(`error: ${error}`));
    for (const [name, act] of Object.entries(functions)) await page.exposeFunction(name, act);
    await page.goto(workbenchUrl(server, { folder, file, ...(payload && { payload }) }), { waitUntil: "commit" });
    return { page, messages, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Waits until the workbench is drawn and the file's text can be read. @param {Page} page @param {string} [file] */
export async function ready(page, file) {
  await page.locator(".part.statusbar .statusbar-item").first().waitFor({ timeout: 60_000 });
  if (file === undefined) return;
  await page.locator(`.tab[data-resource-name="${file}"]`).waitFor({ timeout: 60_000 });
  await page.locator(".editor-instance .monaco-editor .view-line").first().waitFor({ timeout: 60_000 });
}

/** Runs a command through the palette. @param {Page} page @param {string} title */
export async function command(page, title) {
  await choose(page, title);
  await closed(page);
}

/** Changes the colour theme as a person does. @param {Page} page @param {string} title */
export async function setTheme(page, title) {
  await choose(page, "Preferences: Color Theme");
  await page.getByPlaceholder(/color theme/i).fill(title);
  // A row's name may go on with the theme's older name.
  await page.getByRole("option", { name: title }).first().click();
  await closed(page);
}

/**
 * Chooses a command in the palette, which may go on asking in the palette's place: types its title, waits for exactly its row. Extensions may still be on their way, and
 * the palette does not list what comes while it is open: hence again and again.
 * @param {Page} page @param {string} title
 */
export async function choose(page, title) {
  // A row's name goes on with its keys.
  await take(page, "F1", `>${title}`, page.getByRole("option", { name: startingWith(title) }).first());
}

/**
 * Presses the key of a list, types, and clicks the row that the list then offers. Whatever takes the focus meanwhile closes the list, at any of the three: hence again
 * and again, until the click has met the row.
 * @param {Page} page @param {string} key @param {string} text @param {import("playwright-core").Locator} row
 */
async function take(page, key, text, row) {
  const input = page.locator(".quick-input-widget input").first();
  const end = Date.now() + 90_000;
  for (;;) {
    await page.keyboard.press(key);
    const isTyped = await input.fill(text, { timeout: 2000 }).then(
      () => true,
      () => false,
    );
    if (isTyped && (await clicked(row, 2000))) return;
    await page.keyboard.press("Escape");
    await closed(page);
    if (Date.now() > end) throw new Error(`The list of ${key} does not offer ${text}.`);
  }
}

/** Opens a file of the folder. @param {Page} page @param {string} name */
export async function openFile(page, name) {
  // A row's name goes on with the file's folder.
  const row = page.getByRole("option", { name: startingWith(name) }).first();
  // Not by Enter: until the list is filtered, it takes the file that was opened last.
  await take(page, "Control+P", name, row);
  await closed(page);
  await ready(page, name);
}

/** Puts the cursor into the active editor; both count from 1. @param {Page} page @param {number} line @param {number} [column] */
export async function goTo(page, line, column = 1) {
  const end = Date.now() + 90_000;
  // Something that takes the focus meanwhile closes the field: then once more.
  for (;;) {
    await page.keyboard.press("Control+G");
    const problem = await quickInput(page, `:${line}:${column}`, 2000)
      .then((input) => input.press("Enter", { timeout: 2000 }))
      .then(
        () => undefined,
        (/** @type {unknown} */ error) => error,
      );
    if (problem === undefined) break;
    if (Date.now() > end) throw problem;
    await page.keyboard.press("Escape");
    await closed(page);
  }
  await closed(page);
  await page.getByText(new RegExp(`^Ln ${line}, Col ${column}`)).waitFor();
}

/** The document of the visible panel of the extension. @param {Page} page @returns {FrameLocator} */
export function panel(page) {
  return page.frameLocator('iframe.webview.ready[src*="gradlens"]').frameLocator("iframe#active-frame");
}

/** What has the keyboard: `editor`, `page` for the panel, else the element's name. @param {Page} page */
export function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element?.closest(".monaco-editor")) return "editor";
    return element?.matches("iframe.webview") ? "page" : (element?.tagName ?? "nothing");
  });
}

/**
 * Points at a word of the active editor until VS Code's hover has all the texts, and gives the hover's text.
 * TypeScript's own part says `(loading...)` first, and a hover closes when its text is replaced: hence again and again.
 * @param {Page} page @param {import("playwright-core").Locator} word @param {readonly string[]} texts
 */
export async function hover(page, word, texts) {
  const box = page.locator(".monaco-hover:visible .hover-contents");
  const end = Date.now() + 45_000;
  let last = "";
  while (Date.now() < end) {
    await page.mouse.move(0, 0);
    await word.hover();
    await box
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
    last = await settled(box, texts);
    if (texts.every((text) => last.includes(text))) return last;
  }
  throw new Error(`The hover does not say ${texts.join(" and ")}; it says:\n${last}`);
}

/** @param {import("playwright-core").Locator} box @param {readonly string[]} texts */
async function settled(box, texts) {
  const end = Date.now() + 2000;
  let text = "";
  while (Date.now() < end) {
    text = (await box.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    if (!text.includes("(loading...)") && texts.every((wanted) => text.includes(wanted))) break;
    await box.page().waitForTimeout(100);
  }
  return text;
}

/** @param {Page} page @param {string} text @param {number} timeout */
async function quickInput(page, text, timeout) {
  const input = page.locator(".quick-input-widget input").first();
  await input.waitFor({ state: "visible", timeout });
  await input.fill(text, { timeout });
  return input;
}

/** The names that are a text, or go on after a comma. @param {string} text */
function startingWith(text) {
  return new RegExp(`^${text.replaceAll(/[.*+?()[\]{}|\\^$]/g, "\\$&")}(,|$)`);
}

/** @param {Page} page */
function closed(page) {
  return page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** @param {import("playwright-core").Locator} thing @param {number} timeout */
function clicked(thing, timeout) {
  return thing.click({ timeout }).then(
    () => true,
    () => false,
  );
}
