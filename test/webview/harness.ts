/** The built page in a real browser without VS Code: a stand-in for its API, the variables of a theme, and the policy that the host sets. */
import fs from "node:fs";
import path from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { pageHtml } from "../../src/extension/panel/page.ts";
import type { FromWebview, ToWebview } from "../../src/protocol.ts";
import { posted } from "./posted.ts";
import { themes, type ThemeName } from "./themes.ts";

const ORIGIN = "http://panel.test";
const TYPES: Readonly<Record<string, string>> = { js: "text/javascript", css: "text/css", ttf: "font/ttf" };

/** How a page is to be opened. */
export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** Device pixels to a pixel, 1 unless a picture is taken. */
  readonly scale?: number;
  /** What an earlier life of the page kept. */
  readonly state?: unknown;
}

/** The page under test. */
export interface Panel {
  readonly page: Page;
  /** Errors and policy violations that the browser reported. */
  readonly errors: string[];
  send(message: ToWebview): Promise<void>;
  /** What the page posted so far. */
  posts(): Promise<FromWebview[]>;
  /** What the page keeps. */
  state(): Promise<unknown>;
  /** Wait until a drawing is on the page. */
  drawn(): Promise<void>;
}

/** Start the browser: the one that `CHROMIUM_PATH` names, else the system's. */
export async function openBrowser(): Promise<Browser> {
  const candidates = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  const executablePath = candidates.find((candidate) => candidate !== undefined && fs.existsSync(candidate));
  if (executablePath !== undefined) return await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return await chromium.launch();
}

/** Open the panel's page. */
export async function openPanel(browser: Browser, options: PageOptions = {}): Promise<Panel> {
  const { width = 760, height = 660, scale = 1 } = options;
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.route(`${ORIGIN}/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === "") {
      await route.fulfill({ contentType: "text/html", body: html(options) });
      return;
    }
    const file = path.join(PROJECT_ROOT, "dist", path.basename(name));
    await route.fulfill({ contentType: TYPES[name.split(".").at(-1) ?? ""] ?? "", body: fs.readFileSync(file) });
  });
  await page.goto(`${ORIGIN}/`);
  return {
    page,
    errors,
    send: (message) =>
      page.evaluate(
        (sent) => {
          window.postMessage(sent, "*");
        },
        posted(message) as ToWebview,
      ),
    posts: () => page.evaluate(() => (globalThis as unknown as { posts: FromWebview[] }).posts),
    state: () => page.evaluate(() => (globalThis as unknown as { state: unknown }).state),
    drawn: async () => {
      await page.waitForSelector(".stage svg g.node");
    },
  };
}

function html({ theme = "dark", state }: PageOptions): string {
  const { className, variables } = themes[theme];
  const style = Object.entries(variables).map(([name, value]) => `--vscode-${name}: ${value};`);
  const kept = JSON.stringify(state ?? null).replaceAll("<", "\\u003c");
  const api = `<script nonce="test">
var posts = [], state = ${kept} ?? undefined;
function acquireVsCodeApi() {
  return { postMessage: (message) => posts.push(message), getState: () => state, setState: (next) => { state = next; } };
}
</script>`;
  const parts = {
    cspSource: ORIGIN,
    nonce: "test",
    script: "webview.js",
    style: "webview.css",
    title: "Computation Graph",
  };
  return pageHtml(parts)
    .replace("<html", () => `<html style="${style.join(" ").replaceAll('"', "'")}"`)
    .replace('<body style="padding: 0">', (body) => `${body.replace(">", ` class="${className}">`)}${api}`);
}
