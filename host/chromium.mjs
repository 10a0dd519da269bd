/** Finds a Chromium to look at VS Code with, or installs one: Debian's package as root, else Playwright's own. */
import fs from "node:fs";
import path from "node:path";
import { chromium } from "playwright-core";
import { root } from "./paths.mjs";
import { onPath, run } from "./processes.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  path.join(process.env["ProgramFiles"] ?? "C:\\Program Files", "Google\\Chrome\\Application\\chrome.exe"),
];

/** The program to start; installed first if there is none. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  const isDebianRoot = process.getuid?.() === 0 && onPath("apt-get") !== undefined;
  await (isDebianRoot ? installFromDebian() : installFromPlaywright());
  const installed = findChromium();
  if (installed === undefined) throw new Error("No Chromium was found. Install one, or name it in CHROMIUM_PATH.");
  return installed;
}

function findChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named !== undefined && named !== "") return named;
  const candidates = [...names.map(onPath), ...elsewhere, chromium.executablePath()];
  return candidates.find((file) => file !== undefined && fs.existsSync(file));
}

async function installFromDebian() {
  console.log("Installing Chromium (Debian packages) …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  // The fonts have the signs that graphs are written with: ∂ − · ×
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core"], { env });
}

async function installFromPlaywright() {
  console.log("Installing Chromium (Playwright's own) …");
  await run(process.execPath, [path.join(root, "node_modules/playwright-core/cli.js"), "install", "chromium"]);
}
